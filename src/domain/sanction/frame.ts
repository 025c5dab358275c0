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

/** Where in its frame a fine may lie: exactly there, up to and with both ends, or strictly between them. */
export interface FineRange extends Frame {
  readonly ends: "EXACT" | "INCLUDED" | "EXCLUDED";
}

/**
 * Where in the frame the circumstances let the fine lie.
 *
 * Since 1 January 2022 (Decree 118/2021, Art. 9.1) a mitigating and an aggravating circumstance set each other off. Of
 * what is left, two or more make the fine exactly the minimum or the maximum, one puts it strictly between the average
 * and that end, none leaves the average. Before, the Law alone (Art. 23.4): the average; lower with mitigating ones and
 * higher with aggravating ones, within the frame; with both, wherever they are weighed to.
 * @param toFrameEnd how many left over lead to the end of the frame; 0: the law of the day has no such number
 */
export function rangeIn(frame: Frame, circumstances: readonly Circumstance[], toFrameEnd: bigint): FineRange {
  const mitigating = circumstances.filter((one) => one.startsWith("MITIGATING_")).length;
  const aggravating = circumstances.length - mitigating;
  const average = averageOf(frame);
  const lower = { min: frame.min, max: average };
  const upper = { min: average, max: frame.max };
  if (toFrameEnd === 0n) {
    if (mitigating > 0 && aggravating > 0) return { ...frame, ends: "INCLUDED" };
    if (mitigating + aggravating === 0) return exactly(average);
    return { ...(mitigating > 0 ? lower : upper), ends: "INCLUDED" };
  }
  const left = mitigating - aggravating;
  if (left === 0 || frame.min === frame.max) return exactly(average);
  if (BigInt(Math.abs(left)) >= toFrameEnd) return exactly(left > 0 ? frame.min : frame.max);
  return { ...(left > 0 ? lower : upper), ends: "EXCLUDED" };
}

const exactly = (amount: bigint): FineRange => ({ min: amount, max: amount, ends: "EXACT" });

export const liesIn = (amount: bigint, { min, max, ends }: FineRange): boolean =>
  ends === "EXCLUDED" ? min < amount && amount < max : min <= amount && amount <= max;

/** What is imposed where no amount is given; null: the circumstances leave a range, and an amount must be given. */
export function amountIn(range: FineRange, frame: Frame): bigint | null {
  if (range.ends === "EXACT") return range.min;
  return range.ends === "EXCLUDED" ? null : averageOf(frame);
}

/** How much the post may fine subjects of this kind for one act. */
export const powerOver = ({ maxIndividual, maxOrganisation }: StatedPower, kind: SubjectKind): Vnd =>
  isPerson(kind) ? maxIndividual : maxOrganisation;

export const asVnd = ({ min, max }: Frame): { readonly min: Vnd; readonly max: Vnd } => ({
  min: vnd(min),
  max: vnd(max),
});
