import type { CommandMeta, Policy } from "../kernel/decider.js";
import type { Refusal } from "../kernel/refusal.js";
import { localDateOf, type LocalDate } from "../kernel/time.js";
import type { SanctionFact } from "../sanction/decision.js";
import { violationCaseRefusals } from "./refusals.js";
import type { ViolationCase } from "./violationCase.js";

/** Rules that several steps of a case have in common. */

export function dayHasCome(day: LocalDate, field: string, { now }: CommandMeta): Refusal | undefined {
  const today = localDateOf(now);
  return day > today ? violationCaseRefusals.CASE_DAY_IN_FUTURE([field], today) : undefined;
}

/** The day up to which the case has come that a step follows. */
type Follows = (violationCase: ViolationCase) => LocalDate;

export const detection: Follows = ({ detectedOn }) => detectedOn;
export const minutesOrDetection: Follows = ({ minutes, detectedOn }) => minutes?.madeOn ?? detectedOn;
/** The latest day of all on the way of the file. */
export const latestDay: Follows = ({ detectedOn, minutes, transfers, prosecutions }) => {
  const away = prosecutions.at(-1);
  const days = [minutes?.madeOn, transfers.at(-1)?.transferredOn, away?.since, away?.returnedOn];
  return days.reduce<LocalDate>((latest, day) => (day && day > latest ? day : latest), detectedOn);
};

const notBefore = (earliest: LocalDate, day: LocalDate, field: string): Refusal | undefined =>
  day < earliest ? violationCaseRefusals.CASE_STEP_TOO_EARLY([field], earliest) : undefined;

/** A step that is told with its day: the day has come, and what the step follows was no later. */
export const onItsDay = <K extends string>(
  field: K,
  follows: Follows,
): Policy<{
  readonly state: ViolationCase;
  readonly data: Readonly<Record<K, LocalDate>>;
  readonly meta: CommandMeta;
}> =>
  function dayIsInOrder({ state, data, meta }) {
    return dayHasCome(data[field], field, meta) ?? notBefore(follows(state), data[field], field);
  };

/** A step that happens when it is told: what it follows was no later. */
export const after = (follows: Follows): Policy<{ readonly state: ViolationCase; readonly meta: CommandMeta }> =>
  function happensInOrder({ state, meta }) {
    return notBefore(follows(state), localDateOf(meta.occurredAt), "occurredAt");
  };

export const standing = (decisions: readonly SanctionFact[]): readonly SanctionFact[] =>
  decisions.filter((decision) => decision.annulledOn === null);
