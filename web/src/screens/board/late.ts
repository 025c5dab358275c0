import type { UnitBoardFiguresQuery } from "../../../generated/documents.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayOf, dayText, momentText } from "../../format.ts";
import { dueState, lastDay } from "../../parts/dues.tsx";
import type { Linked } from "../../parts/shown.tsx";
import type { Language } from "../../words/words.ts";
import { type Board, type Due, type Group, groupOf, GROUPS, type PeriodicDuty, periodicGroupOf } from "./duties.ts";
import type { Own } from "./words.ts";

/** What was not done by its last lawful day, of all duties: what is overdue, what was missed, what came late. */
export interface Late {
  readonly key: string;
  readonly is: "OVERDUE" | "MISSED" | "DONE_LATE";
  readonly group: Group | "OTHERS";
  readonly what: string;
  readonly record: Linked | null;
  /** Where there is no record: the list in which it would be. */
  readonly missing?: PeriodicDuty;
  /** The last lawful day or moment: as it is sorted, and as it is shown. */
  readonly by: string;
  readonly byText: string;
  readonly state: string;
}

const overdue = (due: Due, language: Language): Late => ({
  ...{ key: due.id, is: "OVERDUE", group: groupOf(due), what: capital(due.what[language]) },
  record: due.record ?? { id: due.recordId },
  ...{ by: due.by, byText: lastDay(due) },
  state: dueState(due, language),
});

export const periodText = ({ from, to }: PeriodicDuty, own: Own): string => own.days(dayText(from), dayText(to));

/** By which a periodic duty was fulfilled, and when. */
export function servedBy({
  statement,
  conference,
}: PeriodicDuty): { readonly record: Linked; readonly on: string } | null {
  if (statement) return { record: statement, on: dayText(dayOf(statement.madeAt)) };
  return conference ? { record: conference, on: dayText(dayOf(conference.heldAt)) } : null;
}

function ofPeriod(duty: PeriodicDuty, own: Own, language: Language): Late {
  const served = servedBy(duty);
  return {
    key: `${duty.duty} ${duty.from}`,
    is: duty.standing === "MISSED" ? "MISSED" : "DONE_LATE",
    group: periodicGroupOf(duty),
    what: `${termWords("DutyKey", duty.duty, language)}, ${periodText(duty, own)}`,
    ...(served ? { record: served.record } : { record: null, missing: duty }),
    ...{ by: duty.to, byText: dayText(duty.to) },
    state: served ? own.doneOn(served.on) : own.missed,
  };
}

interface Entry {
  readonly amount: number;
  readonly occurredOn: string;
  readonly recordId: string;
  readonly record: object | null;
}

/** The records that a figure has at last: what was taken back is not among them. */
function standing<E extends Entry>(entries: readonly E[]): readonly E[] {
  const sums = new Map<string, number>();
  const keyOf = ({ recordId, occurredOn }: E): string => `${recordId} ${occurredOn}`;
  for (const one of entries) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.amount);
  const last = new Map(entries.map((one) => [keyOf(one), one]));
  return [...last].flatMap(([key, one]) => ((sums.get(key) ?? 0) > 0 ? [one] : []));
}

interface Clock {
  readonly by: string | null;
  readonly done: string | null;
}
const momentOrDay = (at: string): string => (at.length > 10 ? momentText(at) : dayText(at));
const dayIn = (at: string): string => (at.length > 10 ? dayOf(at) : at);

function doneLate<E extends Entry>(
  group: Group,
  what: string,
  entries: readonly E[],
  clockOf: (entry: E) => Clock,
  own: Own,
): readonly Late[] {
  return standing(entries).map((entry): Late => {
    const { by, done } = clockOf(entry);
    return {
      ...{ key: `${group} ${entry.recordId} ${entry.occurredOn}`, is: "DONE_LATE", group, what },
      record: entry.record as Linked | null,
      ...{ by: by === null ? "" : dayIn(by), byText: by === null ? "—" : momentOrDay(by) },
      state: own.doneOn(momentOrDay(done ?? entry.occurredOn)),
    };
  });
}

/** What was done in the period, but after its last day: the entries of the figures that say how many there were. */
function doneLateIn(figures: UnitBoardFiguresQuery, own: Own): readonly Late[] {
  const said = figures.statementFigureComparison.rows[0];
  const answered = figures.informationRequestFigureComparison.rows[0];
  const handled = figures.pressItemFigureComparison.rows[0];
  return [
    ...doneLate(
      "STATEMENTS",
      own.lateStatement,
      said?.urgentDutiesLate?.figure.evidence.nodes ?? [],
      ({ record }) =>
        record && "dueAt" in record ? { by: record.dueAt, done: record.fulfilledAt } : { by: null, done: null },
      own,
    ),
    ...doneLate(
      "INFORMATION",
      own.lateAnswer,
      answered?.informationRequestsLate?.figure.evidence.nodes ?? [],
      ({ record, occurredOn }) => {
        const outcomes = record && "outcomes" in record ? record.outcomes : [];
        return { by: outcomes.find(({ on }) => on === occurredOn)?.dueOn ?? null, done: occurredOn };
      },
      own,
    ),
    ...doneLate(
      "PUBLISHING",
      own.latePublication,
      (said?.spokespersonsPublished?.figure.evidence.nodes ?? []).filter(
        ({ record }) =>
          record &&
          "publishBy" in record &&
          record.publishBy !== null &&
          record.publishedOn !== null &&
          record.publishedOn > dayOf(record.publishBy),
      ),
      ({ record }) =>
        record && "publishBy" in record ? { by: record.publishBy, done: record.publishedOn } : { by: null, done: null },
      own,
    ),
    ...doneLate(
      "PRESS_ITEMS",
      own.lateHandling,
      handled?.pressHandledLate?.figure.evidence.nodes ?? [],
      ({ record, unit, occurredOn }) => {
        const assignments = record && "assignments" in record ? record.assignments : [];
        const found = assignments.find((one) => one.unit?.id === unit?.id && one.handledOn === occurredOn);
        return { by: found?.dueAt ?? found?.dueOn ?? null, done: found?.handledAt ?? occurredOn };
      },
      own,
    ),
  ];
}

const ORDER: readonly string[] = [...GROUPS, "OTHERS"];

/** Duty by duty, the longest waiting first. */
export function lateOf(
  board: Board,
  figures: UnitBoardFiguresQuery | undefined,
  own: Own,
  language: Language,
): readonly Late[] {
  const found = [
    ...board.due.nodes.filter(({ isOverdue }) => isOverdue).map((due) => overdue(due, language)),
    ...board.periodicDuties
      .filter(({ standing: stands }) => stands === "MISSED" || stands === "LATE")
      .map((duty) => ofPeriod(duty, own, language)),
    ...(figures ? doneLateIn(figures, own) : []),
  ];
  const order = (one: Late): string => `${ORDER.indexOf(one.group)} ${one.by}`;
  return found.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** More came late than is listed. */
export const hasMoreLate = (figures: UnitBoardFiguresQuery): boolean =>
  [
    figures.statementFigureComparison.rows[0]?.urgentDutiesLate,
    figures.informationRequestFigureComparison.rows[0]?.informationRequestsLate,
    figures.pressItemFigureComparison.rows[0]?.pressHandledLate,
  ].some((compared) => compared?.figure.evidence.pageInfo.hasNextPage === true);
