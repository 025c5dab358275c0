import type { LocalDate } from "../kernel/time.js";
import { type LawReference, referenceTo } from "../law/lawBook.js";
import { basisOf, isFineable, type SubjectKind } from "../law/terms.js";
import { frameForKind } from "../sanction/frame.js";
import type { ExplanationPeriods, Thresholds } from "./looked.js";
import type { ActRule, CaseParty, Found, Right, ViolationCase } from "./violationCase.js";

/**
 * The right to explain (quyền giải trình; Law on Handling Administrative Violations, Art. 61): for acts that may cost a
 * licence or stop an activity, and for those whose frame reaches a threshold. It is the frame that counts, not the fine.
 */

type Period = Omit<Right, "partyIds" | "since">;

const UNTOLD: Period = { dueOn: null, oralRequestDueOn: null, law: [] };

/** The period of which the parties are told. */
export const told = ({ dueOn, oralRequestDueOn, written, oral, anew }: ExplanationPeriods): Period => ({
  dueOn,
  oralRequestDueOn,
  law: [written, oral, ...(anew ? [anew] : [])].map((row) => referenceTo(row.key, row)),
});

/** The right that the minutes give; null: nobody has it. `periods` null: they do not tell of it. */
export function rightByMinutes(
  { parties, violations }: Found,
  thresholds: Thresholds,
  periods: ExplanationPeriods | null,
): Right | null {
  const partyIds = entitledParties({ parties, violations }, thresholds);
  if (partyIds.length === 0) return null;
  const period = periods ? told(periods) : UNTOLD;
  return { partyIds, ...period, law: [...thresholdsUsed(parties, partyIds, thresholds), ...period.law] };
}

/**
 * What becomes of the right with a verification record: others may have it, and those who come anew have not been told
 * yet; nobody may have it any more; or it stays as it is.
 */
export function rightAfter(
  { explanation: before }: ViolationCase,
  { parties, violations }: Found,
  thresholds: Thresholds,
  madeOn: LocalDate,
): Right | "DROPPED" | "UNCHANGED" {
  const partyIds = entitledParties({ parties, violations }, thresholds);
  const comers = partyIds.filter((id) => !before.partyIds.includes(id));
  if (comers.length === 0 && partyIds.length === before.partyIds.length) return "UNCHANGED";
  if (partyIds.length === 0) return "DROPPED";
  const { dueOn, oralRequestDueOn } = comers.length > 0 ? UNTOLD : before;
  const since = comers.length > 0 ? { since: madeOn } : {};
  return { partyIds, ...since, dueOn, oralRequestDueOn, law: thresholdsUsed(parties, partyIds, thresholds) };
}

/** The parties that may explain, in the order of the case. Nobody to be fined: nobody to explain. */
function entitledParties({ parties, violations }: Found, thresholds: Thresholds): string[] {
  const entitled = ({ partyId, kind }: CaseParty): boolean =>
    violations.some((violation) => violation.partyId === partyId && mayExplain(violation.rule, kind, thresholds));
  return parties.filter(entitled).map((party) => party.partyId);
}

function mayExplain(rule: ActRule, kind: SubjectKind, { individual, organisation }: Thresholds): boolean {
  if (!isFineable(kind)) return false;
  if (rule.maySuspend) return true;
  const threshold = basisOf(kind) === "INDIVIDUAL" ? individual : organisation;
  const frame = frameForKind(rule, kind);
  return frame !== null && frame.max >= threshold.value;
}

function thresholdsUsed(
  parties: readonly CaseParty[],
  partyIds: readonly string[],
  { individual, organisation }: Thresholds,
): readonly LawReference[] {
  const kinds = parties.filter(({ partyId }) => partyIds.includes(partyId)).map(({ kind }) => kind);
  const bases = new Set(kinds.filter(isFineable).map(basisOf));
  return [bases.has("INDIVIDUAL") ? [individual] : [], bases.has("ORGANISATION") ? [organisation] : []]
    .flat()
    .map((row) => referenceTo(row.key, row));
}
