import { dong, sumOf, vnd } from "../domain/kernel/money.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { SignerPost } from "../domain/law/terms.js";
import type { OrderedMeasure, ProposedActs, SanctionFact, SeizureOfCase } from "../domain/sanction/decision.js";
import type { ContentGiven, LineGiven, MeasureGiven } from "../domain/sanction/fields.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import { dayOfAct, limitationEndsOn } from "../domain/violationCase/deadlines.js";
import type { CaseFact, CaseViolation } from "../domain/violationCase/violationCase.js";
import type { Facts } from "./facts.js";
import { refuseWith } from "./finder.js";

/** The content of a sanction decision as it is proposed: acts with fines, and what is ordered besides. */

/** In whose power, and of which day. */
export interface Signed {
  readonly post: SignerPost;
  readonly on: LocalDate;
}

/**
 * The acts of a party with the law that holds for each: the rule of the day of the act, or the later one that the line
 * names; the power of the day of signing. How circumstances move a fine is the law of that day too.
 */
export function proposedActs(
  lines: readonly LineGiven[],
  { violationCase, partyId }: { readonly violationCase: CaseFact; readonly partyId: string },
  signed: Signed,
  law: LawBook,
): ProposedActs {
  const { violations } = violationCase;
  const judged = (violation: CaseViolation | undefined, laterCode: string | null = null) => {
    const ruleOfAct = violation && law.violation(violation.code, dayOfAct(violation));
    const rule = laterCode === null ? ruleOfAct : law.violation(laterCode, signed.on);
    const power = rule && law.power(signed.post, rule.field, signed.on);
    return {
      rule,
      power,
      ruleOfAct,
      limitationEndsOn: violation && ruleOfAct ? limitationEndsOn(violation, ruleOfAct, law) : null,
    };
  };
  const named = new Set(lines.map(({ violationId }) => violationId));
  const others = violations.filter((one) => one.partyId === partyId && !named.has(one.violationId));
  return {
    lines: lines.map((line) => ({
      ...line,
      ...judged(
        violations.find((one) => one.violationId === line.violationId),
        line.laterCode,
      ),
    })),
    others: others.map((violation) => ({ violationId: violation.violationId, ...judged(violation) })),
    toFrameEnd: law.parameter("CIRCUMSTANCES_TO_FRAME_END", signed.on),
  };
}

/** The decisions of the case on the party that have not been annulled. */
export const standingOf = (caseId: string, partyId: string, facts: Facts): readonly SanctionFact[] =>
  facts.sanctionsOfCase(caseId).filter((one) => one.partyId === partyId && one.annulledOn === null);

/** A warning is carried out too (by being served), so it is a measure as soon as one line has one. */
export function orderedMeasures(
  { lines, measures }: ContentGiven,
  newId: (entity: string) => string,
): readonly OrderedMeasure[] {
  const ordered = measures.map((one, index) => ({ ...one, measureId: one.measureId ?? newId(`measure:${index}`) }));
  if (!lines.some(({ warning }) => warning)) return ordered;
  const nothing = { remedy: null, months: null, seizureIds: [], description: null, dueOn: null };
  return [{ measureId: newId("warning"), kind: "WARNING", ...nothing }, ...ordered];
}

/** The measures that are said to stay. */
export const stayingMeasures = ({ measures }: ContentGiven): readonly string[] =>
  measures.flatMap(({ measureId }) => measureId ?? []);

/** The seizures that the measures name, with the case of each. */
export const seizuresNamed = (measures: readonly MeasureGiven[], facts: Facts): readonly SeizureOfCase[] =>
  measures.flatMap(({ seizureIds }, at) =>
    seizureIds.map((seizureId, index) => {
      const path = ["measures", at, "seizureIds", index];
      const { caseId, lines } =
        facts.seizure(seizureId) ?? refuseWith(sanctionRefusals.SANCTION_SEIZURE_NOT_FOUND(path));
      const worth = sumOf(lines.map(({ estimatedValue }) => dong(estimatedValue ?? "0")));
      return { seizureId, caseId, estimatedValue: vnd(worth) };
    }),
  );
