import { dueAt, dueOn, type Term } from "../kernel/deadline.js";
import type { Refusal } from "../kernel/refusal.js";
import { type Instant, type LocalDate, localDateOf } from "../kernel/time.js";
import type { WorkCalendar } from "../kernel/workCalendar.js";
import { type DutyRule, type LawReference, referenceTo } from "../law/lawBook.js";
import { termOf as unitTermOf, type UnitRuleFact } from "../unitRule/unitRule.js";
import type { PressItemAssignment } from "./pressItem.js";
import { pressItemRefusals as refusals } from "./refusals.js";
import type { PressDeadlineSource } from "./terms.js";

/** By when a press item is to be handled: as given, with the paper that says so, or as a rule has it. */

/** What an assignment says of its deadline. */
export interface DeadlineSaid {
  readonly source: PressDeadlineSource;
  readonly dueOn: LocalDate | null;
  readonly paper: string | null;
  readonly runsFrom: Instant | null;
  readonly acknowledgeBy: LocalDate | null;
}

/** What is known of it: the row of law, and the unit's own rule, which goes before it, where the source leads to them. */
export interface DeadlineKnown {
  readonly law: DutyRule | null;
  readonly own: UnitRuleFact | null;
  readonly calendar: WorkCalendar;
}

/** Sources that are law: without a row on the day they set no deadline. */
const BY_LAW: readonly PressDeadlineSource[] = ["URGENT", "PRESS_FORWARDED"];

const termOf = ({ law, own }: DeadlineKnown): Term | undefined => (own ? unitTermOf(own) : law?.term);

/** Why this is no deadline. */
export function notADeadline(said: DeadlineSaid, known: DeadlineKnown, assignedAt: Instant): Refusal | undefined {
  const on = localDateOf(assignedAt);
  const term = termOf(known);
  if (said.runsFrom !== null && said.runsFrom > assignedAt) return refusals.PRESS_ITEM_AHEAD(["runsFrom"]);
  if (!term && BY_LAW.includes(said.source)) return refusals.PRESS_DEADLINE_WITHOUT_LAW(["source"], on);
  if (term && said.dueOn !== null) return refusals.PRESS_DEADLINE_NOT_GIVEN(["dueOn"]);
  if (!term && said.dueOn === null) return refusals.PRESS_DEADLINE_NEEDS_DAY(["dueOn"]);
  if (!term && said.paper === null) return refusals.PRESS_DEADLINE_NEEDS_DAY(["paper"]);
  if (said.dueOn !== null && said.dueOn < on) return refusals.PRESS_DEADLINE_BEFORE_ASSIGNMENT(["dueOn"]);
  const early = said.acknowledgeBy !== null && said.acknowledgeBy < on;
  return early ? refusals.PRESS_DEADLINE_BEFORE_ASSIGNMENT(["acknowledgeBy"]) : undefined;
}

/** The deadline, with what it rests on. Hours run by the clock; days do not count the one from which they run. */
export function deadlineOf(
  { dueOn: given, paper, runsFrom }: DeadlineSaid,
  known: DeadlineKnown,
  assignedAt: Instant,
): Pick<PressItemAssignment, "dueOn" | "dueAt" | "paper" | "unitRuleId"> & { readonly rule: LawReference | null } {
  const { law, own, calendar } = known;
  const term = termOf(known);
  const from = runsFrom ?? assignedAt;
  const rests = {
    paper: paper ?? own?.document ?? null,
    rule: law && !own ? referenceTo(law.key, law) : null,
    unitRuleId: own?.unitRuleId ?? null,
  };
  if (!term) return { dueOn: given, dueAt: null, ...rests };
  return term.unit === "HOURS"
    ? { dueOn: null, dueAt: dueAt(term, from, calendar), ...rests }
    : { dueOn: dueOn(term, localDateOf(from), calendar), dueAt: null, ...rests };
}
