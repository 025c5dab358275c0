import type { LocalDate } from "../kernel/time.js";
import type { DeadlineRule, ParameterRule, ViolationRule } from "../law/lawBook.js";
import type { CaseViolation } from "./violationCase.js";

/** What the law has to say to the steps of a case: it is looked up before they are decided. */

/** An act as the officer enters it, and what the law had to say on the day of the act. */
export interface ViolationGiven {
  readonly violation: CaseViolation;
  /** Null: no text in force on that day has the code. */
  readonly rule: ViolationRule | null;
}

/** For each basis: from which maximum of the frame on one may explain, or up to which fine no minutes are needed. */
export interface Thresholds {
  readonly individual: ParameterRule;
  readonly organisation: ParameterRule;
}

/** Until when one may explain, and ask for a hearing. */
export interface ExplanationPeriods {
  readonly written: DeadlineRule;
  readonly oral: DeadlineRule;
  /** The choice by which they run from the telling instead of the paper that brought the right; absent: they do not. */
  readonly anew?: ParameterRule | undefined;
  readonly dueOn: LocalDate;
  readonly oralRequestDueOn: LocalDate;
}
