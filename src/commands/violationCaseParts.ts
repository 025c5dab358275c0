import type { Role } from "../domain/kernel/actor.js";
import { dueOn } from "../domain/kernel/deadline.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { SubjectKind } from "../domain/law/terms.js";
import type * as violationCase from "../domain/violationCase/commands.js";
import { dayOfAct } from "../domain/violationCase/deadlines.js";
import { violationCaseDecider } from "../domain/violationCase/decider.js";
import { violationCaseRefusals } from "../domain/violationCase/refusals.js";
import type { MinorAge } from "../domain/violationCase/terms.js";
import type { CaseFact, CaseViolation } from "../domain/violationCase/violationCase.js";
import type { RecordReference } from "../domain/kernel/fields.js";
import type { CommandInput, CommandSpec, ResolveContext, Resolved } from "./spec.js";

/** What the commands on violation cases share. */

/** Cases are kept by those who inspect and sanction (Law on Handling Administrative Violations, Art. 58). */
export const CASE_KEEPERS: readonly Role[] = ["INSPECTOR", "ADMIN"];

export const caseAggregate = { category: "violationCase", decider: violationCaseDecider } as const;

export interface CaseInput extends CommandInput {
  readonly caseId: string;
}
export interface ReasonedCaseInput extends CaseInput {
  readonly reason: string;
}

type CaseContext = ResolveContext & { readonly known: CaseFact };

/** A command on a case that is there. Decisions and exhibits lean on it. */
export function onCase<I extends CaseInput, C extends violationCase.CaseStep>(
  type: C["type"],
  resolve: (input: I, context: CaseContext) => Resolved<Omit<C["data"], "caseId">>,
  leansOn: (input: I) => readonly RecordReference[] = () => [],
): CommandSpec<I, C> {
  return {
    type,
    may: CASE_KEEPERS,
    aggregate: caseAggregate,
    entityId: (input) => input.caseId,
    leansOn,
    resolve: (input, context) => {
      const known = context.facts.violationCase(input.caseId);
      if (!known) return { refusal: violationCaseRefusals.VIOLATION_CASE_NOT_FOUND(["caseId"]) };
      const resolved = resolve(input, { ...context, known });
      if ("refusal" in resolved) return resolved;
      return { data: { caseId: input.caseId, ...resolved.data } as C["data"] };
    },
  };
}

export interface CasePartyInput {
  readonly kind: SubjectKind;
  readonly name?: string | null | undefined;
  readonly idNumber?: string | null | undefined;
  readonly taxCode?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly minor?: MinorAge | null | undefined;
}

export interface ActInput {
  readonly code: string;
  /** Absent: still going on when it was detected. */
  readonly actEndedOn?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly copies?: number | null | undefined;
  readonly description: string;
}

export const partyGiven = (partyId: string, party: CasePartyInput): violationCase.PartyGiven => ({
  partyId,
  kind: party.kind,
  name: party.name ?? null,
  idNumber: party.idNumber ?? null,
  taxCode: party.taxCode ?? null,
  address: party.address ?? null,
  minor: party.minor ?? null,
});

/** An act with the rule of its code on its day. */
export function violationGiven(
  ids: Pick<CaseViolation, "violationId" | "partyId">,
  { code, actEndedOn, title, copies, description }: ActInput,
  detectedOn: LocalDate,
  law: LawBook,
): violationCase.ViolationGiven {
  const days = { actEndedOn: actEndedOn ?? null, detectedOn };
  const violation = { ...ids, code, ...days, title: title ?? null, copies: copies ?? null, description };
  return { violation, rule: law.violation(code, dayOfAct(violation)) ?? null };
}

export const thresholdsOn = (minutesMadeOn: LocalDate, law: LawBook): violationCase.ExplanationThresholds => ({
  individual: law.parameter("EXPLANATION_FROM_INDIVIDUAL", minutesMadeOn),
  organisation: law.parameter("EXPLANATION_FROM_ORGANISATION", minutesMadeOn),
});

/** The periods run from the day on which the parties were told; which rule holds is a matter of the minutes' day. */
export function periodsFrom(
  toldOn: LocalDate,
  minutesMadeOn: LocalDate,
  law: LawBook,
): violationCase.ExplanationPeriods {
  const written = law.deadline("EXPLANATION_WRITTEN", minutesMadeOn);
  const oral = law.deadline("EXPLANATION_ORAL_REQUEST", minutesMadeOn);
  const last = ({ term }: typeof written): LocalDate => dueOn(term, toldOn, law.calendar);
  return { written, oral, dueOn: last(written), oralRequestDueOn: last(oral) };
}
