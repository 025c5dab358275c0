import { informationRequests } from "./records.js";
import type { InformationRequest, Outcome } from "../../domain/informationRequest/informationRequest.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { type WorkCalendar, workingDaysBetween } from "../../domain/kernel/workCalendar.js";
import type { DeclaredReaders } from "../declared/declaredRecords.js";
import type { Basis } from "../table/basis.js";
import type { One } from "../table/ones.js";
import type { Version } from "../table/recordTable.js";

/** An answer in whole, or a refusal, and how many working days after its receipt it was given. */
export interface AnswerInDays {
  readonly request: Version<InformationRequest>;
  readonly on: LocalDate;
  readonly workingDays: number;
}

interface Asked {
  /** Who gave them; undefined: anybody. */
  readonly unit: One | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly calendar: WorkCalendar;
  readonly basis: Basis;
}

/**
 * The answers and refusals of a period, the slowest first, of those that took as long the latest. The law calendar is in no table and a median is no sum, so this
 * is reckoned from the requests themselves and is no figure.
 */
export function answersInDays(records: DeclaredReaders, { unit, from, to, calendar, basis }: Asked): AnswerInDays[] {
  return records
    .of(informationRequests)
    .all({ unitId: unit?.ids }, { basis })
    .filter(({ state }) => state.status !== "VOIDED")
    .flatMap((request) =>
      request.state.outcomes
        .filter(({ kind, on }) => kind !== "PARTLY_ANSWERED" && on >= from && on <= to)
        .filter(({ unitId: by }) => unit === undefined || unit.ids.includes(by))
        .map((outcome) => ({
          ...{ request, on: outcome.on },
          workingDays: workingDaysBetween(receivedBy(request.state, outcome), outcome.on, calendar),
        })),
    )
    .sort((one, other) => other.workingDays - one.workingDays || Number(one.on < other.on) - Number(one.on > other.on));
}

/** When the unit that gave the outcome had received the request: it may have passed it on since. */
function receivedBy({ forwards, receivedOn }: InformationRequest, { unitId, on }: Outcome): LocalDate {
  const passedOn = forwards.find((one) => one.fromUnitId === unitId && one.on >= on);
  return passedOn?.fromReceivedOn ?? receivedOn;
}

/** Of an even number the middle between the two in the midst; null: there are none. */
export function medianOf(numbers: readonly number[]): number | null {
  const inOrder = [...numbers].sort((a, b) => a - b);
  const [low, high] = [inOrder[(inOrder.length - 1) >> 1], inOrder[inOrder.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
