import type { CaseFileQuery } from "../../../generated/documents.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayText, moneyText } from "../../format.ts";
import { type Language, useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

export type Case = NonNullable<CaseFileQuery["violationCase"]>;
export type Decision = Case["sanctions"][number];

type Words = (typeof WORDS)["vi"];
type StageName = keyof Words["stage"];

/** One stage of a case: whether it is behind it, and on which day it was or must be. */
interface Stage {
  readonly name: StageName;
  readonly is: "DONE" | "SKIPPED" | "OPEN";
  readonly day?: string | null | undefined;
  readonly by?: string | null | undefined;
  readonly late?: boolean;
  readonly more?: string;
}

export type Act = Case["violations"][number];

/** The act in the words of the law; by its code where the law has no such row any more. */
export const actText = ({ fining: { rule }, code }: Act, language: Language): string =>
  rule ? capital(rule.act[language]) : code;

export const standing = (violationCase: Case): readonly Decision[] =>
  violationCase.sanctions.filter(({ annulledOn }) => annulledOn === null);

export const decisionTitle = ({ number, signedOn }: Decision, own: Words): string =>
  own.decisionOf(number.text, dayText(signedOn));

const last = (days: readonly (string | null)[]): string | null =>
  days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);

/** How far a case has come, from what it tells itself. */
function stagesOf(one: Case, own: Words, language: Language): readonly Stage[] {
  const decisions = standing(one);
  const accused = new Set(one.violations.flatMap(({ party }) => party?.id ?? []));
  const decided = new Set(decisions.map(({ party }) => party.id));
  const served = decisions.filter(({ receivedOn }) => receivedOn !== null);
  const executed = decisions.filter(({ status }) => status === "EXECUTED");
  const sum = (of: (fine: Decision["fine"]) => string): bigint =>
    decisions.reduce((total, { fine }) => total + BigInt(of(fine)), 0n);
  const fined = sum(({ decided: fine }) => fine);
  const paid = sum(({ collected }) => collected);
  const count = (done: number, all: number): string => (all > 1 ? own.someOf(String(done), String(all)) : "");
  const isDecided = decided.size > 0 && decided.size >= accused.size;
  const over = one.closed !== null || one.status === "VOIDED";
  const open = over ? "SKIPPED" : "OPEN";
  const all = (done: number): Stage["is"] => (isDecided && done === decisions.length ? "DONE" : open);
  return [
    { name: "detected", is: "DONE", day: one.detectedOn },
    one.procedure === "ON_THE_SPOT"
      ? { name: "minutes", is: "SKIPPED", more: termWords("CaseProcedure", one.procedure, language) }
      : {
          name: "minutes",
          ...{ is: one.minutes ? "DONE" : open, day: one.minutes?.madeOn, late: one.minutesOverdue },
          ...(one.minutes ? { more: own.minutesNo(one.minutes.number) } : { by: one.minutesDueOn }),
        },
    explanationOf(one, decisions.length > 0 ? "DECIDED" : open, own, language),
    {
      name: "decision",
      ...{ is: isDecided ? "DONE" : open, day: last(decisions.map(({ signedOn }) => signedOn)) },
      ...{
        by: isDecided ? null : one.decisionDueOn,
        late: one.decisionOverdue,
        more: count(decided.size, accused.size),
      },
    },
    {
      name: "served",
      ...{ is: all(served.length), day: last(served.map(({ receivedOn }) => receivedOn)) },
      more: count(served.length, decisions.length),
    },
    {
      name: "executed",
      ...{ is: all(executed.length), day: executedOn(executed) },
      ...{ by: last(decisions.map(({ fine }) => (fine.state === "PAID" ? null : fine.payableUntil))) },
      late: decisions.some(({ fine }) => fine.overdue),
      more: fined > 0n ? own.paidOf(moneyText(String(paid), language), moneyText(String(fined), language)) : "",
    },
    {
      name: "closed",
      is: one.closed ? "DONE" : open,
      day: one.closed?.on,
      more: one.closed ? termWords("ClosingGround", one.closed.ground, language) : "",
    },
  ];
}

/** Nobody may have the right to explain: then it is no stage of the case. Once it is decided, nobody waits for it. */
function explanationOf(
  { explanation, minutes }: Case,
  open: "SKIPPED" | "OPEN" | "DECIDED",
  own: Words,
  language: Language,
): Stage {
  const name = "explanation";
  const { state, dueOn, answers, hearings } = explanation;
  const more = minutes ? termWords("ExplanationState", state, language) : "";
  if (state === "NONE") return { name, is: minutes || open !== "OPEN" ? "SKIPPED" : open, more };
  if (state === "OPEN") {
    return open === "DECIDED" ? { name, is: "DONE", more: own.notExplained } : { name, is: open, by: dueOn, more };
  }
  return {
    name,
    is: "DONE",
    more,
    day: last([...answers.map(({ on }) => on), ...hearings.map(({ heldOn }) => heldOn)]),
  };
}

const executedOn = (decisions: readonly Decision[]): string | null =>
  last(
    decisions.flatMap(({ fine, measures }) => [
      ...fine.payments.map(({ paidOn }) => paidOn),
      ...measures.map(({ doneOn }) => doneOn),
    ]),
  );

/** The course of a case as a row of stages, with the day of each and where it stands now. */
export function Course({ of }: { readonly of: Case }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const stages = stagesOf(of, own, language);
  const now = stages.findIndex(({ is }) => is === "OPEN");
  return (
    <section aria-labelledby="course">
      <h2 id="course">{own.course}</h2>
      <ol class="case-course">
        {stages.map((stage, at) => {
          const state = stage.is === "OPEN" ? (at === now ? "NOW" : "LATER") : stage.is;
          return (
            <li key={stage.name} class={state.toLowerCase()} aria-current={state === "NOW" ? "step" : undefined}>
              <span class="stage">{own.stage[stage.name]}</span>
              <span class="only-read">: {own.state[state]}</span>
              {stage.day && <span class="day">{dayText(stage.day)}</span>}
              {stage.is === "OPEN" && stage.by && (
                <span class={stage.late ? "overdue" : undefined}>
                  {own.latestBy(dayText(stage.by))}
                  {stage.late && ` (${own.late})`}
                </span>
              )}
              {stage.more && <span class="quiet">{stage.more}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
