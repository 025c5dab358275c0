import { dong, type Vnd, vnd } from "../kernel/money.js";
import type { StatedPower, ViolationRule } from "../law/lawBook.js";
import { basisOf, isPerson, type SubjectKind } from "../law/terms.js";
import type { CaseParty } from "../violationCase/violationCase.js";
import type { SanctionLine } from "./decision.js";
import type { Circumstance } from "./terms.js";

/**
 * The frame of a fine (khung tiền phạt) for who is fined, and where in it the fine lies. A frame is written for one kind
 * of subject: an individual is fined half of an organisation's, an organisation twice an individual's; a household
 * business is fined as an individual (Decree 119/2020, Art. 4; Law on Handling Administrative Violations, Art. 24).
 */
export interface Frame {
  readonly min: bigint;
  readonly max: bigint;
}

type Fined = Pick<CaseParty, "kind" | "minor">;

export function factorFor({ basis }: Pick<ViolationRule, "basis">, kind: SubjectKind): SanctionLine["subjectFactor"] {
  if (kind === "UNKNOWN" || basisOf(kind) === basis) return "FULL";
  return basis === "ORGANISATION" ? "HALF" : "DOUBLE";
}

/** The frame for subjects of this kind; null: the act is not fined. This is what a signer's power is measured by. */
export function frameForKind(rule: Pick<ViolationRule, "basis" | "fine">, kind: SubjectKind): Frame | null {
  if (!rule.fine) return null;
  const frame = { min: dong(rule.fine.min), max: dong(rule.fine.max) };
  switch (factorFor(rule, kind)) {
    case "HALF":
      return half(frame);
    case "DOUBLE":
      return { min: 2n * frame.min, max: 2n * frame.max };
    default:
      return frame;
  }
}

/**
 * The frame for this very subject: somebody from 16 to under 18 years old pays at most half of what an adult would (the
 * Law, Art. 134).
 */
export function frameFor(rule: Pick<ViolationRule, "basis" | "fine">, { kind, minor }: Fined): Frame | null {
  const frame = frameForKind(rule, kind);
  return frame && minor === "FROM_16_TO_18" ? half(frame) : frame;
}

const half = ({ min, max }: Frame): Frame => ({ min: min / 2n, max: max / 2n });

/** What is imposed where nothing moves the fine: the average of the frame (mức trung bình; the Law, Art. 23). */
export const averageOf = ({ min, max }: Frame): bigint => (min + max) / 2n;

/**
 * Where in the frame the fine may lie: with mitigating circumstances only, from the minimum to the average; with
 * aggravating ones only, from the average to the maximum (the Law, Art. 23). With both they are weighed against each
 * other, so anywhere. With none the law has the average, which is what is imposed unless an amount is given; as many
 * papers do not write the circumstances down, an amount that is given without them may lie anywhere too.
 */
export function rangeIn(frame: Frame, circumstances: readonly Circumstance[]): Frame {
  const mitigated = circumstances.some((one) => one.startsWith("MITIGATING_"));
  const aggravated = circumstances.some((one) => one.startsWith("AGGRAVATING_"));
  if (mitigated === aggravated) return frame;
  const average = averageOf(frame);
  return mitigated ? { min: frame.min, max: average } : { min: average, max: frame.max };
}

/** How much the post may fine subjects of this kind for one act. */
export const powerOver = ({ maxIndividual, maxOrganisation }: StatedPower, kind: SubjectKind): Vnd =>
  isPerson(kind) ? maxIndividual : maxOrganisation;

export const asVnd = ({ min, max }: Frame): { readonly min: Vnd; readonly max: Vnd } => ({
  min: vnd(min),
  max: vnd(max),
});
