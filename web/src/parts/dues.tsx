import { useMemo } from "preact/hooks";
import {
  type DueDayFragment as Due,
  type DueStepsFragment,
  RecordDue,
  type RecordDueQuery,
} from "../../generated/documents.ts";
import { type AsOf, useAsOf } from "../asOf.ts";
import { capital, termWords, useTerms } from "../catalog.ts";
import { dayText, momentText, numberText } from "../format.ts";
import type { MadeDocument } from "../ledger/document.ts";
import { useAnswer } from "../ledger/useAnswer.ts";
import { useViewer } from "../viewer.ts";
import { timesText, toldOnce } from "./alike.ts";
import { StepLinks } from "./stepLinks.tsx";
import { type Language, pair, useLanguage, usePair } from "../words/words.ts";

/** What is due, in one wording wherever it stands: what, its last day, how late it is, and by which rule of the law. */

export const DUE_WORDS = pair(
  {
    due: "Thời hạn",
    none: "Không có hạn nào đang chờ",
    by: (what: string, day: string): string => `${what}: chậm nhất ${day}`,
    /** By the hour it may be overdue before a working day has passed. */
    overdue: (days: string): string => (days === "0" ? "quá hạn" : `quá hạn ${days} ngày làm việc`),
    today: "hạn hôm nay",
    left: (days: string): string => `còn ${days} ngày`,
    rule: "Căn cứ",
  },
  {
    due: "Due days",
    none: "Nothing is due",
    by: (what, day) => `${what}: by ${day}`,
    overdue: (days) => (days === "0" ? "overdue" : `overdue by ${days} working days`),
    today: "due today",
    left: (days) => `${days} days left`,
    rule: "Rule",
  },
);

/** Its last lawful moment, where the clock runs by the hour, else its last lawful day. */
export const lastDay = ({ isByTheHour, byMoment, by }: Pick<Due, "isByTheHour" | "byMoment" | "by">): string =>
  isByTheHour ? momentText(byMoment) : dayText(by);

export function dueState(
  { isOverdue, overdueWorkingDays, dueIn }: Pick<Due, "isOverdue" | "overdueWorkingDays" | "dueIn">,
  language: Language,
): string {
  const words = DUE_WORDS[language];
  if (isOverdue) return words.overdue(numberText(overdueWorkingDays, language));
  return dueIn === 0 ? words.today : words.left(numberText(dueIn, language));
}

/** The rule from which its day follows; empty where it was agreed, ordered, or is called as what is due itself. */
export function ruleText({ rule, what }: Due, language: Language): string {
  const [name] = ["DeadlineKey", "DutyKey"]
    .map((list) => termWords(list, rule?.key ?? "", language))
    .filter((text) => text !== rule?.key);
  return name === undefined || name === capital(what[language]) ? "" : name;
}

/** All of it in one line, for a file too. */
export const dueText = (due: Due, language: Language): string =>
  `${DUE_WORDS[language].by(capital(due.what[language]), lastDay(due))} (${dueState(due, language)})`;

export function DueText({ due, of }: { readonly due: Due; readonly of?: string | undefined }) {
  const language = useLanguage();
  return (
    <>
      <span class={due.isOverdue ? "overdue" : undefined}>{dueText(due, language)}</span>
      <DueRule due={due} of={of} />
    </>
  );
}

/** @param of the record that owes it, where that is not clear */
export function DueRule({ due, of = "" }: { readonly due: Due; readonly of?: string | undefined }) {
  useTerms();
  const told = [of, ruleText(due, useLanguage())].filter((text) => text !== "");
  return told.length === 0 ? null : <span class="due-rule">{told.join(" · ")}</span>;
}

/** Of several parts that owe the same, each. */
interface ToldOnce {
  readonly times?: number;
  readonly partIds?: readonly string[];
}

/** The steps after which it is no longer owed, for whoever may take them now: each opens its form, with what is due in it. */
export function Settling({ due }: { readonly due: Due & Partial<DueStepsFragment> & ToldOnce }) {
  const { mayWrite } = useViewer();
  const isNow = useAsOf() === null;
  const { recordId, settledBy = [], record, partIds = [] } = due;
  if (!mayWrite || !isNow || !settledBy.some(({ allowed }) => allowed)) return null;
  const caseId = record && "violationCase" in record ? record.violationCase?.id : null;
  return <StepLinks about={{ recordId, caseId, partIds }} steps={settledBy} />;
}

/** A record that may owe something, and how it is called where there are several. */
export interface Owing {
  readonly id: string;
  readonly called?: string;
}

const MOST_RECORDS = 20;
const SHOWN = RecordDue.slice(RecordDue.indexOf("fragment "));

/** What records owe, asked at once. */
function documentOf(number: number): MadeDocument {
  const all = Array.from({ length: number }, (_, at) => at);
  const lists = all.map(
    (at) => `d${at}: due(filter: { recordId: $r${at} }, asOf: $asOf, first: 20) { nodes { ...DueDay ...DueSteps } }`,
  );
  return `query RecordsDue($asOf: AsOf, ${all.map((at) => `$r${at}: ID!`).join(", ")}) { ${lists.join(" ")} } ${SHOWN}` as MadeDocument;
}

const says = (due: Due, language: Language): string => due.recordId + dueText(due, language);

/** Several parts of a record, as its measures, may owe the same by the same day. */
export function duesToldOnce<D extends Due>(due: readonly D[], language: Language): readonly (D & ToldOnce)[] {
  return toldOnce(due, (one) => says(one, language)).map((one) => ({
    ...one,
    partIds: due.flatMap((other) => (says(other, language) === says(one, language) ? (other.partId ?? []) : [])),
  }));
}

/** So many are asked for beyond a page, that its end may cut nothing that is told once. */
export const AHEAD = 10;

interface Came {
  readonly nodes: readonly Due[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

/** Of those that came, `AHEAD` of them too many, what is on the page: those that say the same as its last are on it too. */
export function duesOfPage<P extends Came>(due: P, page: number, language: Language): P {
  const { nodes, pageInfo } = due;
  const last = nodes[page - 1];
  const next = nodes.findIndex((one, at) => last && at >= page && says(one, language) !== says(last, language));
  if (next < 0) return due;
  return { ...due, nodes: nodes.slice(0, next), pageInfo: { ...pageInfo, hasNextPage: true } };
}

/** What records still owe, the most urgent first; nothing where they owe nothing, unless that is to be said. */
export function Dues({
  of,
  asOf,
  saysNone = false,
  titled = false,
}: {
  readonly of: readonly Owing[];
  readonly asOf: AsOf;
  readonly saysNone?: boolean;
  /** As a part of the page with a heading of its own. */
  readonly titled?: boolean;
}) {
  const words = usePair(DUE_WORDS);
  const language = useLanguage();
  const asked = of.slice(0, MOST_RECORDS);
  const document = useMemo(() => documentOf(asked.length), [asked.length]);
  const ids = Object.fromEntries(asked.map(({ id }, at) => [`r${at}`, id]));
  const { data } = useAnswer(document, { ...ids, asOf }, { title: words.due });
  if (!data) return null;
  const due = Object.values(data as Readonly<Record<string, RecordDueQuery["due"]>>)
    .flatMap(({ nodes }) => nodes)
    .sort((one, other) => one.byMoment.localeCompare(other.byMoment));
  if (due.length === 0) return saysNone ? <p class="quiet">{words.none}.</p> : null;
  const list = (
    <ul class="plain dues" aria-label={titled ? undefined : words.due}>
      {duesToldOnce(due, language).map((one) => (
        <li key={one.id}>
          {timesText(one.times)}
          <DueText due={one} of={of.find(({ id }) => id === one.recordId)?.called} />
          <Settling due={one} />
        </li>
      ))}
    </ul>
  );
  if (!titled) return list;
  return (
    <section aria-labelledby="due">
      <h2 id="due">{words.due}</h2>
      {list}
    </section>
  );
}
