import type { Command } from "../kernel/decider.js";
import type { Vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import type { DeadlineRule } from "../law/lawBook.js";
import type { SanctionFact } from "../sanction/decision.js";
import type { UnitFact } from "../unit/unit.js";
import type { CaseFact } from "../violationCase/violationCase.js";
import type { LineChanges, LineCopies, MinutedLine, MinutesChanges, SeizureFact } from "./seizure.js";
import type { CountDifference, DiscrepancyKind, SeizureExtensionKind, SeizureGround } from "./terms.js";

export type SeizeExhibits = Command<
  "SeizeExhibits",
  {
    seizureId: string;
    violationCase: CaseFact;
    unit: UnitFact;
    grounds: SeizureGround;
    minutesNumber: string;
    decisionNumber: string;
    seizedOn: LocalDate;
    /** The last day in time, by the rule. */
    dueOn: LocalDate;
    rule: DeadlineRule;
    lines: readonly MinutedLine[];
    place: string;
    custodian: string;
    /** Of the same case. */
    others: readonly SeizureFact[];
  }
>;

/** Every other command speaks of a seizure that is there. */
type OnSeizure<Type extends string, Data extends object = object> = Command<Type, { seizureId: string } & Data>;

export type ExtendSeizure = OnSeizure<
  "ExtendSeizure",
  {
    extension: SeizureExtensionKind;
    decisionNumber: string;
    extendedOn: LocalDate;
    /** The last day as extended, by the rule; reckoned from the actual seizure. Null: there is no such seizure. */
    dueOn: LocalDate | null;
    rule: DeadlineRule | null;
    reason: string;
  }
>;
/** What is counted is what should be in custody. */
export type CountExhibits = OnSeizure<
  "CountExhibits",
  {
    counts: readonly LineCopies[];
    /** What a difference means; null: there is none. */
    difference: CountDifference | null;
    countedOn: LocalDate;
    minutesNumber: string;
    /** Compulsory when there is a difference. */
    reason: string | null;
  }
>;
/** `lineIds` null: all lines of which anything is held. */
export type MoveExhibits = OnSeizure<
  "MoveExhibits",
  { lineIds: readonly string[] | null; place: string; custodian: string; document: string; movedOn: LocalDate }
>;
export type UnsealExhibits = OnSeizure<
  "UnsealExhibits",
  {
    lineIds: readonly string[];
    unsealedOn: LocalDate;
    minutesNumber: string;
    present: readonly string[];
    reason: string;
  }
>;
export type ResealExhibits = OnSeizure<
  "ResealExhibits",
  {
    seals: readonly { readonly lineId: string; readonly sealNumber: string }[];
    resealedOn: LocalDate;
    minutesNumber: string;
    present: readonly string[];
  }
>;
export type AnnounceUnclaimedExhibits = OnSeizure<
  "AnnounceUnclaimedExhibits",
  { announcedOn: LocalDate; medium: string }
>;
export type ReturnExhibits = OnSeizure<
  "ReturnExhibits",
  { lines: readonly LineCopies[]; returnedTo: string; document: string; returnedOn: LocalDate }
>;
export type ConfiscateExhibits = OnSeizure<
  "ConfiscateExhibits",
  { sanction: SanctionFact; lines: readonly LineCopies[]; confiscatedOn: LocalDate }
>;
export type RecordExhibitDiscrepancy = OnSeizure<
  "RecordExhibitDiscrepancy",
  {
    kind: DiscrepancyKind;
    /** Of copies that this decision confiscated; null: of copies in custody. */
    sanctionId: string | null;
    lines: readonly LineCopies[];
    minutesNumber: string;
    foundOn: LocalDate;
    reason: string;
  }
>;

/** What is done with confiscated copies rests on the decision that confiscated them. */
type Disposal<Type extends string, Data extends object> = OnSeizure<
  Type,
  { sanction: SanctionFact; lines: readonly LineCopies[] } & Data
>;
export type DestroyExhibits = Disposal<
  "DestroyExhibits",
  { council: readonly string[]; minutesNumber: string; method: string; destroyedOn: LocalDate }
>;
export type TransferExhibits = Disposal<
  "TransferExhibits",
  { toBody: string; document: string; transferredOn: LocalDate }
>;
export type SellExhibits = Disposal<"SellExhibits", { proceeds: Vnd; document: string; soldOn: LocalDate }>;

export type RevokeConfiscation = OnSeizure<
  "RevokeConfiscation",
  {
    sanction: SanctionFact;
    /** The decision on which the confiscation stands from now on; null: on none. */
    carriedOverTo: SanctionFact | null;
    revokedOn: LocalDate;
    reason: string;
  }
>;
export type SplitExhibitLot = OnSeizure<
  "SplitExhibitLot",
  {
    lineId: string;
    newLineId: string;
    copies: number;
    place: string;
    custodian: string;
    sealNumber: string | null;
    reason: string;
  }
>;
/** What is in `fromLineId` goes into `lineId`; the former line is no more. */
export type MergeExhibitLots = OnSeizure<"MergeExhibitLots", { lineId: string; fromLineId: string; reason: string }>;
export type CorrectInventory = OnSeizure<
  "CorrectInventory",
  {
    minutes: Omit<MinutesChanges, "dueOn">;
    lines: readonly { readonly lineId: string; readonly changes: LineChanges }[];
    /** The last day in time, were it seized on the corrected day; null: the day stays. */
    dueOn: LocalDate | null;
    reason: string;
  }
>;
export type VoidSeizure = OnSeizure<"VoidSeizure", { reason: string }>;

export type SeizureStep =
  | ExtendSeizure
  | CountExhibits
  | MoveExhibits
  | UnsealExhibits
  | ResealExhibits
  | AnnounceUnclaimedExhibits
  | ReturnExhibits
  | ConfiscateExhibits
  | RecordExhibitDiscrepancy
  | DestroyExhibits
  | TransferExhibits
  | SellExhibits
  | RevokeConfiscation
  | SplitExhibitLot
  | MergeExhibitLots
  | CorrectInventory
  | VoidSeizure;
export type SeizureCommand = SeizeExhibits | SeizureStep;
