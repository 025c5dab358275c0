import { firstRefusal, type Policy } from "../kernel/decider.js";
import { sameName } from "../kernel/names.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { referenceTo, type ViolationRule } from "../law/lawBook.js";
import type { ViolationGiven } from "./looked.js";
import { dayOfAct } from "./deadlines.js";
import { violationCaseRefusals } from "./refusals.js";
import type { ActRule, CaseParty, CaseViolation, RecordedViolation } from "./violationCase.js";

interface Within {
  readonly parties: readonly CaseParty[];
  readonly detectedOn: LocalDate;
  /** Under which name the input speaks of the party. */
  readonly partyField: string;
}
interface ViolationContext extends Within {
  readonly given: ViolationGiven;
  /** Where the violation stands in the input. */
  readonly path: Path;
}

/** What every violation must fulfil, whether the minutes state it or a verification record. */
const violationPolicies: readonly Policy<ViolationContext>[] = [
  function violationIsAPartys({ given, parties, path, partyField }) {
    const known = parties.some(({ partyId }) => partyId === given.violation.partyId);
    return known ? undefined : violationCaseRefusals.VIOLATION_OF_STRANGER([...path, partyField]);
  },
  function actEndedByDetection({ given, detectedOn, path }) {
    const { actEndedOn } = given.violation;
    const later = actEndedOn !== null && actEndedOn > detectedOn;
    return later
      ? violationCaseRefusals.VIOLATION_ENDS_AFTER_DETECTION([...path, "actEndedOn"], detectedOn)
      : undefined;
  },
  function codeWasInForce({ given, path }) {
    if (given.rule !== null) return undefined;
    return violationCaseRefusals.VIOLATION_CODE_NOT_IN_FORCE([...path, "code"], dayOfAct(given.violation));
  },
  function bandedActNamesItsTitle({ given, path }) {
    const missing = given.rule?.copies && given.violation.title === null;
    return missing ? violationCaseRefusals.VIOLATION_NEEDS_TITLE([...path, "title"]) : undefined;
  },
  function copiesFitTheBand({ given, path }) {
    const band = given.rule?.copies;
    if (!band) return undefined;
    const { copies } = given.violation;
    const fits = copies !== null && copies >= band.from && (band.to === null || copies <= band.to);
    return fits
      ? undefined
      : violationCaseRefusals.VIOLATION_COPIES_OUTSIDE_BAND([...path, "copies"], band.from, band.to);
  },
];

/** The first refusal of the violations in a list of the input, each for itself. */
export function eachInOrder(list: string, givens: readonly ViolationGiven[], within: Within): Refusal | undefined {
  for (const [index, given] of givens.entries()) {
    const refusal = firstRefusal(violationPolicies, { ...within, given, path: [list, index] });
    if (refusal) return refusal;
  }
  return undefined;
}

/** The same for the violations with which a case begins or its minutes are made: all that there are. */
export function allInOrder(givens: readonly ViolationGiven[], within: Within): Refusal | undefined {
  const violations = givens.map(({ violation }) => violation);
  const placeOf = (id: string): Path => ["violations", violations.findIndex(({ violationId }) => violationId === id)];
  return eachInOrder("violations", givens, within) ?? statedTwice(violations, placeOf);
}

/** The place of a violation that is there already: one title in two lines would be fined in the wrong band. */
export function statedTwice(
  violations: readonly CaseViolation[],
  pathOf: (violationId: string) => Path,
): Refusal | undefined {
  const again = violations.find((one, index) => violations.slice(0, index).some((other) => sameAct(one, other)));
  return again && violationCaseRefusals.VIOLATION_STATED_TWICE(pathOf(again.violationId));
}

const sameAct = (one: CaseViolation, other: CaseViolation): boolean =>
  one.partyId === other.partyId &&
  one.code === other.code &&
  one.actEndedOn === other.actEndedOn &&
  sameName(one.title ?? "", other.title ?? "") &&
  (one.title !== null || sameName(one.description, other.description));

/** As it is kept. The policies have seen to it that there is a rule. */
export function recordedViolation({ violation, rule }: ViolationGiven): RecordedViolation {
  if (rule === null) throw new Error("A violation without a rule was let through.");
  return { ...violation, rule: actRuleOf(rule) };
}

const actRuleOf = (rule: ViolationRule): ActRule => ({
  law: referenceTo(rule.code, rule),
  field: rule.field,
  fine: rule.fine,
  basis: rule.basis,
  maySuspend: rule.suspensionMonths !== null,
});
