import type { Vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import type { LawReference } from "../law/lawBook.js";
import type { CountDifference, ExhibitUnit, SeizureExtensionKind, SeizureGround, SeizureStatus } from "./terms.js";

/**
 * A temporary seizure of exhibits (tạm giữ tang vật; Law on Handling Administrative Violations 2012, Art. 125 and 126)
 * with its inventory, and what becomes of every copy: kept, returned, confiscated, and then destroyed, transferred or
 * sold. Titles and copies are different counts, and what was seized, confiscated and destroyed is kept apart.
 */

/** What is in the inventory under one number: one title, or another kind of thing. */
export interface ExhibitItem {
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly isbn: string | null;
  /** The year of publication as printed. */
  readonly year: number | null;
  readonly unit: ExhibitUnit;
  readonly condition: string;
  /** Of all the copies together, in đồng. */
  readonly estimatedValue: Vnd | null;
}

/** A line as the minutes have it. */
export interface MinutedLine extends ExhibitItem {
  readonly lineId: string;
  /** Whole copies (sheets, items), at least one. */
  readonly copies: number;
  /** "About 2,600": must be counted before anything is done with it. */
  readonly estimated: boolean;
  /** Null: not sealed. */
  readonly sealNumber: string | null;
}

/** Some copies of a line. */
export interface LineCopies {
  readonly lineId: string;
  readonly copies: number;
}

/** A line that was counted: `difference` = counted − what the record held in custody. */
export interface CountedLine {
  readonly lineId: string;
  readonly counted: number;
  readonly difference: number;
  readonly as: CountDifference;
}

/** What a correction changes of a line; what is absent stays. `copies` is the number seized. */
export type LineChanges = Partial<Omit<ExhibitItem, "unit"> & { readonly copies: number }>;
/** What a correction changes of the minutes. */
export interface MinutesChanges {
  readonly minutesNumber?: string;
  readonly decisionNumber?: string;
  readonly seizedOn?: LocalDate;
  /** Follows from another day of seizure. */
  readonly dueOn?: LocalDate;
  readonly grounds?: SeizureGround;
}

/** What one decision did with a line: confiscated + compensable = held + destroyed + transferred + sold + lost. */
export interface Confiscation {
  readonly sanctionId: string;
  readonly decisionNumber: string;
  /** The day of the first confiscation by this decision. */
  readonly confiscatedOn: LocalDate;
  /** By the decision as it stands: nothing once it is revoked. */
  readonly confiscated: number;
  /** Confiscated and not disposed of yet. */
  readonly held: number;
  readonly destroyed: number;
  readonly transferred: number;
  readonly sold: number;
  /** Missing or ruined after confiscation. */
  readonly lost: number;
  /** Gone before the confiscation was revoked: compensation is due. */
  readonly compensable: number;
}

/** A line of the inventory: seized = inCustody + returned + confiscated + discrepancy, at every event. */
export interface ExhibitLine extends ExhibitItem {
  readonly lineId: string;
  /** The line of the minutes from which it was split off, or itself: by this, titles are counted. */
  readonly rootId: string;
  readonly estimated: boolean;
  readonly place: string;
  readonly custodian: string;
  readonly sealNumber: string | null;
  /** As minuted, and corrected since. */
  readonly seized: number;
  readonly inCustody: number;
  readonly returned: number;
  readonly missing: number;
  readonly damaged: number;
  readonly surplus: number;
  readonly confiscations: readonly Confiscation[];
}

export interface Seizure {
  readonly status: SeizureStatus;
  readonly seizureId: string;
  readonly caseId: string;
  readonly unit: { readonly unitId: string; readonly name: string };
  readonly grounds: SeizureGround;
  readonly minutesNumber: string;
  readonly decisionNumber: string;
  readonly seizedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The period of which `dueOn` is the last day. */
  readonly law: LawReference;
  /** It was seized when the file of the case had been passed on: its time was longer from the start. */
  readonly inTransferredCase: boolean;
  readonly extensions: readonly SeizureExtensionKind[];
  /** The days of public notices for an unknown owner. */
  readonly announcedOn: readonly LocalDate[];
  /** The earliest day on which anything was done with the exhibits; null: nothing was. */
  readonly firstStepOn: LocalDate | null;
  readonly lines: readonly ExhibitLine[];
}

/** What a seizure has none of at first. */
export const BLANK = {
  inTransferredCase: false,
  extensions: [],
  announcedOn: [],
  firstStepOn: null,
} as const satisfies Partial<Seizure>;

/** What others may know of a seizure, now. */
export type SeizureFact = Pick<Seizure, "seizureId" | "caseId" | "status" | "minutesNumber"> & {
  readonly lines: readonly Pick<ExhibitLine, "estimatedValue">[];
};
