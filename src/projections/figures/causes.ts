/** Why an entry stands in a book of figures. */
export const ENTRY_CAUSES = ["NEW", "LATE", "CORRECTED", "MERGED", "ANNULLED", "VOIDED"] as const;
export type EntryCause = (typeof ENTRY_CAUSES)[number];

/** Why a figure moved between two points of the ledger. */
export const MOVEMENT_CAUSES = ["NEW_FACTS", "LATE_FACTS", "CORRECTIONS", "ANNULMENTS"] as const;
export type MovementCause = (typeof MOVEMENT_CAUSES)[number];

/** Every cause of an entry is one cause of a movement: so the sums leave nothing over. */
const MOVED_BY: Readonly<Record<EntryCause, MovementCause>> = {
  NEW: "NEW_FACTS",
  LATE: "LATE_FACTS",
  CORRECTED: "CORRECTIONS",
  MERGED: "CORRECTIONS",
  ANNULLED: "ANNULMENTS",
  VOIDED: "ANNULMENTS",
};

/** The causes of entries by their number: which cause of a movement each is. */
export const CAUSES_MOVED: readonly MovementCause[] = ENTRY_CAUSES.map((cause) => MOVED_BY[cause]);
