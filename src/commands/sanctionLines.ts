import { vnd } from "../domain/kernel/money.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { RemedyKind, SignerPost } from "../domain/law/terms.js";
import type { OrderedMeasure, ProposedLine, SanctionFact, Signer } from "../domain/sanction/decision.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import type { Circumstance, MeasureKind } from "../domain/sanction/terms.js";
import { dayOfAct, limitationEndsOn } from "../domain/violationCase/deadlines.js";
import type { CaseFact } from "../domain/violationCase/violationCase.js";
import type { ClaimWanted } from "../domain/kernel/taking.js";
import type { Facts } from "./facts.js";
import type { RecordReference } from "../domain/kernel/fields.js";
import { refs } from "./leaning.js";

/** The content of a sanction decision as it is proposed: acts with fines, and what is ordered besides. */

export interface SignerInput {
  readonly name: string;
  readonly post: SignerPost;
  readonly delegation?: { readonly number: string; readonly decidedOn: string } | null | undefined;
}

export interface SanctionLineInput {
  readonly violationId: string;
  /** In đồng; absent: the average of the frame. */
  readonly amount?: string | bigint | null | undefined;
  readonly warning?: boolean | null | undefined;
  readonly circumstances?: readonly Circumstance[] | null | undefined;
}

export interface SanctionMeasureInput {
  readonly kind: Exclude<MeasureKind, "WARNING">;
  readonly remedy?: RemedyKind | null | undefined;
  readonly months?: number | null | undefined;
  readonly seizureIds?: readonly string[] | null | undefined;
  readonly description?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
}

export interface AmendedMeasureInput extends SanctionMeasureInput {
  /** Of a measure that was ordered already and stays; absent: a new one. */
  readonly measureId?: string | null | undefined;
}

export interface SanctionContentInput {
  readonly lines: readonly SanctionLineInput[];
  readonly measures?: readonly SanctionMeasureInput[] | null | undefined;
}

export interface AmendedContentInput {
  readonly lines: readonly SanctionLineInput[];
  readonly measures?: readonly AmendedMeasureInput[] | null | undefined;
}

/** The measures that are said to stay. */
export const stayingMeasures = ({ measures }: AmendedContentInput): readonly string[] =>
  (measures ?? []).flatMap(({ measureId }) => measureId ?? []);

export const signerOf = ({ name, post, delegation }: SignerInput): Signer => ({
  name,
  post,
  delegation: delegation ? { number: delegation.number, decidedOn: delegation.decidedOn } : null,
});

/** The lines with the law that holds for each: the rule of the day of the act, the power of the day of signing. */
export function proposedLines(
  inputs: readonly SanctionLineInput[],
  violationCase: CaseFact,
  signed: { readonly post: SignerPost; readonly on: LocalDate },
  law: LawBook,
): readonly ProposedLine[] {
  return inputs.map(({ violationId, amount, warning, circumstances }) => {
    const violation = violationCase.violations.find((one) => one.violationId === violationId);
    const rule = violation && law.violation(violation.code, dayOfAct(violation));
    return {
      violationId,
      amount: amount === null || amount === undefined ? null : vnd(BigInt(amount)),
      warning: warning ?? false,
      circumstances: circumstances ?? [],
      rule,
      power: rule && law.power(signed.post, rule.field, signed.on),
      limitationEndsOn: violation && rule ? limitationEndsOn(violation, rule, law) : null,
    };
  });
}

/** The decisions of the case on the party that have not been annulled. */
export const standingOf = (caseId: string, partyId: string, facts: Facts): readonly SanctionFact[] =>
  facts.sanctionsOfCase(caseId).filter((one) => one.partyId === partyId && one.annulledOn === null);

/** A warning is carried out too (by being served), so it is a measure as soon as one line has one. */
export function orderedMeasures(
  { lines, measures }: AmendedContentInput,
  newId: (entity: string) => string,
): readonly OrderedMeasure[] {
  const ordered = (measures ?? []).map((one, index) => ({
    measureId: one.measureId ?? newId(`measure:${index}`),
    kind: one.kind,
    remedy: one.remedy ?? null,
    months: one.months ?? null,
    seizureIds: one.seizureIds ?? [],
    description: one.description ?? null,
    dueOn: one.dueOn ?? null,
  }));
  if (!lines.some(({ warning }) => warning)) return ordered;
  const nothing = { remedy: null, months: null, seizureIds: [], description: null, dueOn: null };
  return [{ measureId: newId("warning"), kind: "WARNING", ...nothing }, ...ordered];
}

/** The acts that a decision fines are the party's, and no other decision fines them. */
export const theActsOf = (partyId: string): ClaimWanted => ({ kind: "ACTS_OF_PARTY", key: partyId });

export const seizuresIn = ({ measures }: Partial<AmendedContentInput>): readonly RecordReference[] =>
  refs("Seizure", ...(measures ?? []).flatMap(({ seizureIds }) => seizureIds ?? []));

type Found<T> = { readonly data: readonly T[] } | { readonly refusal: Refusal };

/** The seizures that the measures name, with the case of each. */
export function seizuresNamed(
  measures: readonly SanctionMeasureInput[] | null | undefined,
  facts: Facts,
): Found<{ readonly seizureId: string; readonly caseId: string }> {
  const found: { seizureId: string; caseId: string }[] = [];
  for (const [at, { seizureIds }] of (measures ?? []).entries()) {
    for (const [index, seizureId] of (seizureIds ?? []).entries()) {
      const seizure = facts.seizure(seizureId);
      const path = ["measures", at, "seizureIds", index];
      if (!seizure) return { refusal: sanctionRefusals.SANCTION_SEIZURE_NOT_FOUND(path) };
      found.push({ seizureId, caseId: seizure.caseId });
    }
  }
  return { data: found };
}
