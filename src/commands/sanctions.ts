import type { Role } from "../domain/kernel/actor.js";
import { dueOn } from "../domain/kernel/deadline.js";
import type { ClaimWanted, DecisionNumber, NumberWanted } from "../domain/kernel/taking.js";
import { localDateOf } from "../domain/kernel/time.js";
import { basisOf } from "../domain/law/terms.js";
import { sanctionDecider } from "../domain/sanction/decider.js";
import type * as sanction from "../domain/sanction/decision.js";
import type { SanctionState } from "../domain/sanction/sanction.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import type { AnnulmentGround, DecisionKind, MeasureState } from "../domain/sanction/terms.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { decisionDueOn } from "../domain/violationCase/deadlines.js";
import type { RecordReference } from "../domain/kernel/fields.js";
import { refs } from "./leaning.js";
import * as content from "./sanctionLines.js";
import type { CommandInput, CommandSpec, ResolveContext, Resolved } from "./spec.js";

/** Sanction decisions are kept by those who may sanction. */
export const SANCTION_KEEPERS: readonly Role[] = ["INSPECTOR", "ADMIN"];

export const sanctionAggregate = {
  category: "sanction",
  decider: sanctionDecider,
  leansOn: (state: SanctionState) =>
    state.status === "NONE" ? [] : [...refs("ViolationCase", state.caseId), ...refs("Unit", state.issuerId)],
};

export interface SanctionInput extends CommandInput {
  readonly sanctionId: string;
}

/** A command on a decision that is there. */
export function onSanction<
  I extends SanctionInput,
  C extends { readonly type: string; readonly data: { sanctionId: string }; readonly meta: ResolveContext["meta"] },
>(
  type: C["type"],
  resolve: (input: I, context: ResolveContext) => Resolved<Omit<C["data"], "sanctionId">>,
  more: Pick<CommandSpec<I, C, SanctionState>, "leansOn" | "claims" | "numbered"> = {},
): CommandSpec<I, C, SanctionState> {
  return {
    type,
    may: SANCTION_KEEPERS,
    aggregate: sanctionAggregate,
    entityId: (input) => input.sanctionId,
    resolve: (input, context) => {
      const resolved = resolve(input, context);
      if ("refusal" in resolved) return resolved;
      return { data: { sanctionId: input.sanctionId, ...resolved.data } as C["data"] };
    },
    ...more,
  };
}

// Numbers -----------------------------------------------------------------------------------------------------------

/** How a paper gets its number: the next one of the register, or the one it has on paper already. */
export interface NumberedInput {
  /** As on paper, for a decision entered late: `12`, `12a`. Absent: the register's next number. */
  readonly number?: string | null | undefined;
  /** What stands after the number, e.g. `QĐ-XPVPHC`; absent: the usual symbol of such a paper. */
  readonly symbol?: string | null | undefined;
}

/** The usual symbols (ký hiệu). Which of them a body writes is its own affair, so any other may be given. */
const SYMBOLS = {
  SANCTION: "QĐ-XPVPHC",
  REMEDY_ONLY: "QĐ-KPHQ",
  CORRECTION: "QĐ-ĐCXP",
  AMENDMENT: "QĐ-SĐXP",
  ANNULMENT: "QĐ-HBXP",
} as const;

function numberFor(
  paper: keyof typeof SYMBOLS,
  { number, symbol }: NumberedInput,
  issuerId: string,
  recordId: string,
  forId: string,
  { meta }: ResolveContext,
): NumberWanted {
  const year = Number(localDateOf(meta.occurredAt).slice(0, 4));
  return { issuerId, year, symbol: symbol ?? SYMBOLS[paper], given: number ?? null, forId, recordId };
}

/** A paper about a decision: issued by who issued the decision unless another is named, e.g. its successor. */
export interface PaperInput extends SanctionInput, NumberedInput {
  readonly issuerId?: string | null | undefined;
  readonly reason: string;
}

const numberedPaper = <I extends PaperInput>(paper: keyof typeof SYMBOLS) => ({
  leansOn: ({ issuerId }: I): readonly RecordReference[] => refs("Unit", issuerId),
  numbered: (input: I, context: ResolveContext): NumberWanted =>
    numberFor(paper, input, issuerOf(input, context) ?? "", input.sanctionId, context.newId("paper"), context),
});

/** The acts that an amendment fines are claimed anew: it may add some. */
export const actsOfItsParty = (_input: SanctionInput, state: SanctionState): readonly ClaimWanted[] =>
  state.status === "NONE" ? [] : [content.theActsOf(state.party.partyId)];

const issuerOf = ({ issuerId, sanctionId }: PaperInput, { facts }: ResolveContext): string | undefined =>
  issuerId ?? facts.sanction(sanctionId)?.issuerId;

type Paper = {
  issuer: sanction.IssueSanction["data"]["issuer"];
  reason: string;
  number: DecisionNumber | null;
};

function paperOf(input: PaperInput, context: ResolveContext): Resolved<Paper> {
  const issuerId = issuerOf(input, context);
  if (issuerId === undefined) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
  const issuer = context.facts.unit(issuerId);
  if (!issuer) return { refusal: unitRefusals.UNIT_NOT_FOUND(["issuerId"]) };
  return { data: { issuer, reason: input.reason, number: context.number } };
}

// Issue -------------------------------------------------------------------------------------------------------------

/** The decision is signed when the command says that it occurred: that day's powers and calendar year count. */
export interface IssueSanctionInput extends CommandInput, NumberedInput, content.SanctionContentInput {
  readonly caseId: string;
  readonly partyId: string;
  readonly issuerId: string;
  readonly signer: content.SignerInput;
  /** SANCTION when absent. */
  readonly kind?: DecisionKind | null | undefined;
  readonly noFineBecause?: sanction.IssueSanction["data"]["noFineBecause"] | undefined;
  /** The annulled decision that this one replaces. */
  readonly replacesId?: string | null | undefined;
}

export const issueSanction: CommandSpec<IssueSanctionInput, sanction.IssueSanction> = {
  type: "IssueSanction",
  may: SANCTION_KEEPERS,
  aggregate: sanctionAggregate,
  begins: "sanction",
  leansOn: (input) => [
    ...refs("ViolationCase", input.caseId),
    ...refs("Unit", input.issuerId),
    ...refs("Sanction", input.replacesId),
    ...content.seizuresIn(input),
  ],
  claims: ({ partyId }) => [content.theActsOf(partyId)],
  numbered(input, context) {
    const sanctionId = context.newId("sanction");
    return numberFor(input.kind ?? "SANCTION", input, input.issuerId, sanctionId, sanctionId, context);
  },
  resolve(input, { facts, law, meta, newId, number }) {
    const { caseId, partyId, issuerId, replacesId } = input;
    const violationCase = facts.violationCase(caseId);
    if (!violationCase) return { refusal: sanctionRefusals.SANCTION_CASE_NOT_FOUND(["caseId"]) };
    const party = violationCase.parties.find((one) => one.partyId === partyId);
    if (!party) return { refusal: sanctionRefusals.SANCTION_PARTY_NOT_OF_CASE(["partyId"]) };
    const issuer = facts.unit(issuerId);
    if (!issuer) return { refusal: unitRefusals.UNIT_NOT_FOUND(["issuerId"]) };
    const replaces = replacesId ? facts.sanction(replacesId) : null;
    if (replaces === undefined) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["replacesId"]) };
    const seizures = content.seizuresNamed(input.measures, facts);
    if ("refusal" in seizures) return seizures;

    const signer = content.signerOf(input.signer);
    const signedOn = localDateOf(meta.occurredAt);
    const basis = party.kind === "UNKNOWN" ? "ORGANISATION" : basisOf(party.kind);
    return {
      data: {
        sanctionId: newId("sanction"),
        kind: input.kind ?? "SANCTION",
        noFineBecause: input.noFineBecause ?? null,
        violationCase,
        party,
        issuer,
        signer,
        lines: content.proposedLines(input.lines, violationCase, { post: signer.post, on: signedOn }, law),
        measures: content.orderedMeasures(input, newId),
        decisionDueOn: decisionDueOn(violationCase, law),
        standing: content.standingOf(caseId, partyId, facts),
        replaces,
        seizures: seizures.data,
        issuerAndPredecessors: facts.unitAndPredecessors(issuerId),
        onTheSpotUpTo: law.parameter(`ON_THE_SPOT_UP_TO_${basis}`, signedOn),
        number,
      },
    };
  },
};

// Serve, correct, amend, annul --------------------------------------------------------------------------------------

export interface ServeSanctionInput extends SanctionInput {
  readonly receivedOn: string;
  /** Where the decision gives longer than the law. */
  readonly executionDueOn?: string | null | undefined;
}
export const serveSanction = onSanction<ServeSanctionInput, sanction.ServeSanction>(
  "ServeSanction",
  ({ receivedOn, executionDueOn }, { law }) => {
    const rule = law.deadline("EXECUTION", receivedOn);
    const lawfulDueOn = dueOn(rule.term, receivedOn, law.calendar);
    return { data: { receivedOn, executionDueOn: executionDueOn ?? lawfulDueOn, lawfulDueOn, rule } };
  },
);

export interface CorrectSanctionInput extends PaperInput {
  /** What was written wrong, and how it reads now. */
  readonly what: string;
  readonly corrected: string;
}
export const correctSanction = onSanction<CorrectSanctionInput, sanction.CorrectSanction>(
  "CorrectSanction",
  (input, context) => {
    const paper = paperOf(input, context);
    return "refusal" in paper ? paper : { data: { what: input.what, corrected: input.corrected, ...paper.data } };
  },
  numberedPaper("CORRECTION"),
);

export interface AmendSanctionInput extends PaperInput, content.AmendedContentInput {
  /** Who signs the amendment; absent: who signed the decision, in the power of that day. */
  readonly signer?: content.SignerInput | null | undefined;
}
export const amendSanction = onSanction<AmendSanctionInput, sanction.AmendSanction>(
  "AmendSanction",
  (input, context) => {
    const { facts, law, meta, newId } = context;
    const known = facts.sanction(input.sanctionId);
    const violationCase = known && facts.violationCase(known.caseId);
    if (!violationCase) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
    const paper = paperOf(input, context);
    if ("refusal" in paper) return paper;
    const seizures = content.seizuresNamed(input.measures, facts);
    if ("refusal" in seizures) return seizures;
    const signer = input.signer ? content.signerOf(input.signer) : null;
    const signed = signer
      ? { post: signer.post, on: localDateOf(meta.occurredAt) }
      : { post: known.signerPost, on: known.signedOn };
    const lines = content.proposedLines(input.lines, violationCase, signed, law);
    const measures = content.orderedMeasures(input, newId);
    const standing = content
      .standingOf(known.caseId, known.partyId, facts)
      .filter((one) => one.sanctionId !== known.sanctionId);
    const staying = content.stayingMeasures(input);
    const looked = { violationCase, seizures: seizures.data, standing, staying };
    return { data: { lines, measures, ...looked, signer, ...paper.data } };
  },
  {
    ...numberedPaper("AMENDMENT"),
    leansOn: (input) => [...refs("Unit", input.issuerId), ...content.seizuresIn(input)],
    claims: actsOfItsParty,
  },
);

export interface AnnulSanctionInput extends PaperInput {
  readonly ground: AnnulmentGround;
}
export const annulSanction = onSanction<AnnulSanctionInput, sanction.AnnulSanction>(
  "AnnulSanction",
  (input, context) => {
    const paper = paperOf(input, context);
    return "refusal" in paper ? paper : { data: { ground: input.ground, ...paper.data } };
  },
  numberedPaper("ANNULMENT"),
);

// Execution ---------------------------------------------------------------------------------------------------------

export interface RecordSanctionMeasureInput extends SanctionInput {
  readonly measureId: string;
  readonly state: MeasureState;
  readonly doneOn?: string | null | undefined;
  readonly note?: string | null | undefined;
}
export const recordSanctionMeasure = onSanction<RecordSanctionMeasureInput, sanction.RecordSanctionMeasure>(
  "RecordSanctionMeasure",
  ({ measureId, state, doneOn, note }) => ({
    data: { measureId, state, doneOn: doneOn ?? null, note: note ?? null },
  }),
);

export interface SuspendSanctionExecutionInput extends SanctionInput {
  readonly from: string;
  readonly complaintId?: string | null | undefined;
  readonly reason: string;
}
export const suspendSanctionExecution = onSanction<SuspendSanctionExecutionInput, sanction.SuspendSanctionExecution>(
  "SuspendSanctionExecution",
  ({ from, complaintId, reason }) => ({ data: { from, complaintId: complaintId ?? null, reason } }),
);

export type ResumeSanctionExecutionInput = SuspendSanctionExecutionInput;
export const resumeSanctionExecution = onSanction<ResumeSanctionExecutionInput, sanction.ResumeSanctionExecution>(
  "ResumeSanctionExecution",
  ({ from, complaintId, reason }) => ({ data: { from, complaintId: complaintId ?? null, reason } }),
);
