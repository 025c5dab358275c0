import type * as exhibit from "../domain/exhibit/commands.js";
import type { ExhibitItem, LineCopies, MinutedLine } from "../domain/exhibit/seizure.js";
import type { CountDifference, DiscrepancyKind, SeizureExtensionKind, SeizureGround } from "../domain/exhibit/terms.js";
import { dueOn } from "../domain/kernel/deadline.js";
import { nameKey } from "../domain/kernel/names.js";
import type { DeadlineKey } from "../domain/law/terms.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { violationCaseRefusals } from "../domain/violationCase/refusals.js";
import {
  byDecision,
  EXHIBIT_KEEPERS,
  exhibitAggregate,
  lineCopies,
  onSeizure,
  type OnSanctionInput,
  type OptionalParticulars,
  type SeizureInput,
} from "./exhibitParts.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec } from "./spec.js";

// Seize -------------------------------------------------------------------------------------------------------------

export interface ExhibitLineInput extends OptionalParticulars, Pick<ExhibitItem, "title" | "unit" | "condition"> {
  readonly copies: number;
  readonly estimated: boolean;
  readonly sealNumber?: string | null | undefined;
}

export interface SeizeExhibitsInput extends CommandInput {
  readonly caseId: string;
  readonly unitId: string;
  readonly grounds: SeizureGround;
  readonly minutesNumber: string;
  readonly decisionNumber: string;
  readonly seizedOn: string;
  readonly lines: readonly ExhibitLineInput[];
  readonly place: string;
  readonly custodian: string;
}

export const seizeExhibits: CommandSpec<SeizeExhibitsInput, exhibit.SeizeExhibits> = {
  type: "SeizeExhibits",
  may: EXHIBIT_KEEPERS,
  aggregate: exhibitAggregate,
  begins: "seizure",
  leansOn: ({ caseId, unitId }) => [...refs("ViolationCase", caseId), ...refs("Unit", unitId)],
  // The same minutes are not entered twice.
  claims: ({ caseId, minutesNumber }) => [{ kind: "SEIZURE_MINUTES", key: `${caseId}|${nameKey(minutesNumber)}` }],
  resolve(input, { facts, law, newId }) {
    const violationCase = facts.violationCase(input.caseId);
    if (!violationCase) return { refusal: violationCaseRefusals.VIOLATION_CASE_NOT_FOUND(["caseId"]) };
    const unit = facts.unit(input.unitId);
    if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
    const { grounds, minutesNumber, decisionNumber, seizedOn, place, custodian } = input;
    const rule = law.deadline("SEIZURE", seizedOn);
    return {
      data: {
        seizureId: newId("seizure"),
        violationCase,
        unit,
        grounds,
        minutesNumber,
        decisionNumber,
        seizedOn,
        dueOn: dueOn(rule.term, seizedOn, law.calendar),
        rule,
        lines: input.lines.map((line, index) => minuted(line, newId(`exhibitLine-${index}`))),
        place,
        custodian,
        others: facts.seizuresOfCase(input.caseId),
      },
    };
  },
};

const minuted = (line: ExhibitLineInput, lineId: string): MinutedLine => ({
  lineId,
  title: line.title,
  author: line.author ?? null,
  publisher: line.publisher ?? null,
  isbn: line.isbn ?? null,
  year: line.year ?? null,
  unit: line.unit,
  condition: line.condition,
  estimatedValue: line.estimatedValue ?? null,
  copies: line.copies,
  estimated: line.estimated,
  sealNumber: line.sealNumber ?? null,
});

// Custody -----------------------------------------------------------------------------------------------------------

export interface ExtendSeizureInput extends SeizureInput {
  readonly extension: SeizureExtensionKind;
  readonly decisionNumber: string;
  readonly extendedOn: string;
  readonly reason: string;
}
const PERIOD_OF: Readonly<Record<SeizureExtensionKind, DeadlineKey>> = {
  ORDINARY: "SEIZURE_EXTENSION",
  COMPLEX: "SEIZURE_COMPLEX_EXTENSION",
};
/** The law states each extension as the longest time from the actual seizure. */
export const extendSeizure = onSeizure<ExtendSeizureInput, exhibit.ExtendSeizure>(
  "ExtendSeizure",
  ({ seizureId, extension, decisionNumber, extendedOn, reason }, { facts, law }) => {
    const seizure = facts.seizure(seizureId);
    const rule = seizure ? law.deadline(PERIOD_OF[extension], seizure.seizedOn) : null;
    const due = seizure && rule ? dueOn(rule.term, seizure.seizedOn, law.calendar) : null;
    return { data: { extension, decisionNumber, extendedOn, reason, rule, dueOn: due } };
  },
);

export interface CountExhibitsInput extends SeizureInput {
  readonly counts: readonly LineCopies[];
  readonly difference?: CountDifference | null | undefined;
  readonly countedOn: string;
  readonly minutesNumber: string;
  readonly reason?: string | null | undefined;
}
export const countExhibits = onSeizure<CountExhibitsInput, exhibit.CountExhibits>(
  "CountExhibits",
  ({ counts, difference, countedOn, minutesNumber, reason }) => ({
    data: {
      counts: counts.map(lineCopies),
      difference: difference ?? null,
      countedOn,
      minutesNumber,
      reason: reason ?? null,
    },
  }),
);

export interface MoveExhibitsInput extends SeizureInput {
  readonly lineIds?: readonly string[] | null | undefined;
  readonly place: string;
  readonly custodian: string;
  readonly document: string;
  readonly movedOn: string;
}
export const moveExhibits = onSeizure<MoveExhibitsInput, exhibit.MoveExhibits>(
  "MoveExhibits",
  ({ lineIds, place, custodian, document, movedOn }) => ({
    data: { lineIds: lineIds ?? null, place, custodian, document, movedOn },
  }),
);

export interface UnsealExhibitsInput extends SeizureInput {
  readonly lineIds: readonly string[];
  readonly unsealedOn: string;
  readonly minutesNumber: string;
  readonly present: readonly string[];
  readonly reason: string;
}
export const unsealExhibits = onSeizure<UnsealExhibitsInput, exhibit.UnsealExhibits>(
  "UnsealExhibits",
  ({ lineIds, unsealedOn, minutesNumber, present, reason }) => ({
    data: { lineIds, unsealedOn, minutesNumber, present, reason },
  }),
);

export interface ResealExhibitsInput extends SeizureInput {
  readonly seals: readonly { readonly lineId: string; readonly sealNumber: string }[];
  readonly resealedOn: string;
  readonly minutesNumber: string;
  readonly present: readonly string[];
}
export const resealExhibits = onSeizure<ResealExhibitsInput, exhibit.ResealExhibits>(
  "ResealExhibits",
  ({ seals, resealedOn, minutesNumber, present }) => ({
    data: {
      seals: seals.map(({ lineId, sealNumber }) => ({ lineId, sealNumber })),
      resealedOn,
      minutesNumber,
      present,
    },
  }),
);

export interface AnnounceUnclaimedExhibitsInput extends SeizureInput {
  readonly announcedOn: string;
  readonly medium: string;
}
export const announceUnclaimedExhibits = onSeizure<AnnounceUnclaimedExhibitsInput, exhibit.AnnounceUnclaimedExhibits>(
  "AnnounceUnclaimedExhibits",
  ({ announcedOn, medium }) => ({ data: { announcedOn, medium } }),
);

// Where the copies go -------------------------------------------------------------------------------------------------

export interface ReturnExhibitsInput extends SeizureInput {
  readonly lines: readonly LineCopies[];
  readonly returnedTo: string;
  readonly document: string;
  readonly returnedOn: string;
}
export const returnExhibits = onSeizure<ReturnExhibitsInput, exhibit.ReturnExhibits>(
  "ReturnExhibits",
  ({ lines, returnedTo, document, returnedOn }) => ({
    data: { lines: lines.map(lineCopies), returnedTo, document, returnedOn },
  }),
);

export interface ConfiscateExhibitsInput extends OnSanctionInput {
  readonly lines: readonly LineCopies[];
  readonly confiscatedOn: string;
}
export const confiscateExhibits = byDecision<ConfiscateExhibitsInput, exhibit.ConfiscateExhibits>(
  "ConfiscateExhibits",
  ({ lines, confiscatedOn }, sanction) => ({ sanction, lines: lines.map(lineCopies), confiscatedOn }),
);

export interface RecordExhibitDiscrepancyInput extends SeizureInput {
  readonly kind: DiscrepancyKind;
  readonly sanctionId?: string | null | undefined;
  readonly lines: readonly LineCopies[];
  readonly minutesNumber: string;
  readonly foundOn: string;
  readonly reason: string;
}
export const recordExhibitDiscrepancy = onSeizure<RecordExhibitDiscrepancyInput, exhibit.RecordExhibitDiscrepancy>(
  "RecordExhibitDiscrepancy",
  ({ kind, sanctionId, lines, minutesNumber, foundOn, reason }) => ({
    data: { kind, sanctionId: sanctionId ?? null, lines: lines.map(lineCopies), minutesNumber, foundOn, reason },
  }),
  ({ sanctionId }) => refs("Sanction", sanctionId),
);

export interface DestroyExhibitsInput extends OnSanctionInput {
  readonly lines: readonly LineCopies[];
  readonly council: readonly string[];
  readonly minutesNumber: string;
  readonly method: string;
  readonly destroyedOn: string;
}
export const destroyExhibits = byDecision<DestroyExhibitsInput, exhibit.DestroyExhibits>(
  "DestroyExhibits",
  ({ lines, council, minutesNumber, method, destroyedOn }, sanction) => ({
    sanction,
    lines: lines.map(lineCopies),
    council,
    minutesNumber,
    method,
    destroyedOn,
  }),
);

export interface TransferExhibitsInput extends OnSanctionInput {
  readonly lines: readonly LineCopies[];
  readonly toBody: string;
  readonly document: string;
  readonly transferredOn: string;
}
export const transferExhibits = byDecision<TransferExhibitsInput, exhibit.TransferExhibits>(
  "TransferExhibits",
  ({ lines, toBody, document, transferredOn }, sanction) => ({
    sanction,
    lines: lines.map(lineCopies),
    toBody,
    document,
    transferredOn,
  }),
);

export interface SellExhibitsInput extends OnSanctionInput {
  readonly lines: readonly LineCopies[];
  readonly proceeds: string;
  readonly document: string;
  readonly soldOn: string;
}
export const sellExhibits = byDecision<SellExhibitsInput, exhibit.SellExhibits>(
  "SellExhibits",
  ({ lines, proceeds, document, soldOn }, sanction) => ({
    sanction,
    lines: lines.map(lineCopies),
    proceeds,
    document,
    soldOn,
  }),
);

export interface RevokeConfiscationInput extends OnSanctionInput {
  readonly carriedOverToId?: string | null | undefined;
  readonly revokedOn: string;
  readonly reason: string;
}
export const revokeConfiscation = onSeizure<RevokeConfiscationInput, exhibit.RevokeConfiscation>(
  "RevokeConfiscation",
  ({ sanctionId, carriedOverToId, revokedOn, reason }, { facts }) => {
    const sanction = facts.sanction(sanctionId);
    if (!sanction) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["sanctionId"]) };
    const carriedOverTo = carriedOverToId ? facts.sanction(carriedOverToId) : null;
    if (carriedOverTo === undefined) return { refusal: sanctionRefusals.SANCTION_NOT_FOUND(["carriedOverToId"]) };
    return { data: { sanction, carriedOverTo, revokedOn, reason } };
  },
  ({ sanctionId, carriedOverToId }) => refs("Sanction", sanctionId, carriedOverToId),
);
