import type { PressAgencyKind, PressAgencyLevel } from "../../domain/pressAgency/terms.js";
import type { ReporterKind } from "../../domain/reporter/terms.js";
import type { UnitFunction, UnitKind } from "../../domain/unit/terms.js";

/** What a register file says; reference/README.md tells the format to those who write one. */

export const FORMAT = "press-ledger/register@1";

export const CONFIDENCES = ["HIGH", "MEDIUM", "LOW"] as const;
/** How sure an entry is. What is not HIGH carries the mark into the ledger. */
export type Confidence = (typeof CONFIDENCES)[number];

interface Entry {
  /** Names the entry within its list, for good: the command that it becomes derives from it. */
  readonly key: string;
  /** Where it comes from: a key of `sources`. */
  readonly source: string;
  readonly confidence: Confidence;
}

export interface UnitEntry extends Entry {
  readonly kind: UnitKind;
  readonly name: string;
  readonly code: string | undefined;
  readonly parent: string | undefined;
  readonly functions: readonly UnitFunction[];
  /** The day from which the register has it, and on what that rests; those of `opening` when absent. */
  readonly startsOn: string;
  readonly legalBasis: string;
}

interface Change extends Entry {
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

export type ChangeEntry =
  | (Change & { readonly kind: "RENAME"; readonly unit: string; readonly name: string })
  | (Change & { readonly kind: "MERGE"; readonly units: readonly string[]; readonly into: string })
  | (Change & { readonly kind: "SPLIT"; readonly unit: string; readonly into: readonly string[] })
  | (Change & { readonly kind: "ABOLISH"; readonly units: readonly string[] })
  | (Change & { readonly kind: "PLACE"; readonly units: readonly string[]; readonly under: string })
  | (Change & {
      readonly kind: "MOVE_FUNCTION";
      readonly function: UnitFunction;
      readonly from: string;
      readonly to: string;
    });
export const CHANGE_KINDS = [
  "RENAME",
  "MERGE",
  "SPLIT",
  "ABOLISH",
  "PLACE",
  "MOVE_FUNCTION",
] as const satisfies readonly ChangeEntry["kind"][];

export interface PressAgencyEntry extends Entry {
  readonly name: string;
  readonly kinds: readonly PressAgencyKind[];
  readonly level: PressAgencyLevel;
  readonly governingBody: string;
  readonly licenceNumber: string | undefined;
  readonly registeredOn: string;
}

export type AgencyChangeEntry =
  | (Change & { readonly kind: "RENAME"; readonly agency: string; readonly name: string })
  | (Change & { readonly kind: "MERGE"; readonly agencies: readonly string[]; readonly into: string })
  | (Change & { readonly kind: "CLOSE"; readonly agencies: readonly string[] });
export const AGENCY_CHANGE_KINDS = ["RENAME", "MERGE", "CLOSE"] as const satisfies readonly AgencyChangeEntry["kind"][];

export interface CardEntry {
  readonly number: string;
  readonly issue: string;
  readonly issuedOn: string;
  readonly validTo: string;
}

export interface ReporterEntry extends Entry {
  readonly name: string;
  readonly kind: ReporterKind;
  readonly agency: string;
  readonly since: string;
  readonly card: CardEntry | undefined;
}

export interface RegisterFile {
  /** Whose register it is. Files of one register share their keys: an entry that was loaded from one is known to the other. */
  readonly register: string;
  readonly title: string;
  readonly units: readonly UnitEntry[];
  /** In the order in which they took effect. */
  readonly changes: readonly ChangeEntry[];
  readonly pressAgencies: readonly PressAgencyEntry[];
  /** In the order in which they took effect. */
  readonly agencyChanges: readonly AgencyChangeEntry[];
  readonly reporters: readonly ReporterEntry[];
}
