import type * as exhibit from "../domain/exhibit/commands.js";
import type { ExhibitItem, LineChanges } from "../domain/exhibit/seizure.js";
import type { SeizureGround } from "../domain/exhibit/terms.js";
import { dueOn } from "../domain/kernel/deadline.js";
import { onSeizure, type OptionalParticulars, type SeizureInput } from "./exhibitParts.js";

/** What changes the record of a seizure, not the exhibits: lots, corrections, voiding. */

export interface SplitExhibitLotInput extends SeizureInput {
  readonly lineId: string;
  readonly copies: number;
  readonly place: string;
  readonly custodian: string;
  readonly sealNumber?: string | null | undefined;
  readonly reason: string;
}
export const splitExhibitLot = onSeizure<SplitExhibitLotInput, exhibit.SplitExhibitLot>(
  "SplitExhibitLot",
  ({ lineId, copies, place, custodian, sealNumber, reason }, { newId }) => ({
    data: {
      lineId,
      newLineId: newId("exhibitLine"),
      copies,
      place,
      custodian,
      sealNumber: sealNumber ?? null,
      reason,
    },
  }),
);

export interface MergeExhibitLotsInput extends SeizureInput {
  readonly lineId: string;
  readonly fromLineId: string;
  readonly reason: string;
}
export const mergeExhibitLots = onSeizure<MergeExhibitLotsInput, exhibit.MergeExhibitLots>(
  "MergeExhibitLots",
  ({ lineId, fromLineId, reason }) => ({ data: { lineId, fromLineId, reason } }),
);

export interface LineCorrectionInput extends OptionalParticulars {
  readonly lineId: string;
  readonly title?: string | null | undefined;
  readonly condition?: string | null | undefined;
  /** The number seized, as the minutes should have had it. */
  readonly copies?: number | null | undefined;
}
export interface CorrectInventoryInput extends SeizureInput {
  readonly minutesNumber?: string | null | undefined;
  readonly decisionNumber?: string | null | undefined;
  readonly seizedOn?: string | null | undefined;
  readonly grounds?: SeizureGround | null | undefined;
  readonly lines?: readonly LineCorrectionInput[] | null | undefined;
  readonly reason: string;
}
/** The time in custody runs from the actual seizure: on another day, it ends on another. */
export const correctInventory = onSeizure<CorrectInventoryInput, exhibit.CorrectInventory>(
  "CorrectInventory",
  ({ seizureId, seizedOn, minutesNumber, decisionNumber, grounds, lines, reason }, { facts, law }) => {
    const extensions = facts.seizure(seizureId)?.extensions ?? [];
    const period = (["SEIZURE", "SEIZURE_EXTENSION", "SEIZURE_COMPLEX_EXTENSION"] as const)[extensions.length];
    const due = seizedOn && period ? dueOn(law.deadline(period, seizedOn).term, seizedOn, law.calendar) : null;
    return {
      data: {
        minutes: given({ minutesNumber, decisionNumber, seizedOn, grounds }),
        lines: (lines ?? []).map(({ lineId, ...changes }) => ({ lineId, changes: changesGiven(changes) })),
        dueOn: due,
        reason,
      },
    };
  },
);

const changesGiven = (input: Omit<LineCorrectionInput, "lineId">): LineChanges => {
  const { title, author, publisher, isbn, year, condition, estimatedValue, copies } = input;
  return given<Omit<ExhibitItem, "unit"> & { readonly copies: number }>({
    title,
    author,
    publisher,
    isbn,
    year,
    condition,
    estimatedValue,
    copies,
  });
};

/** Only what was said; null says nothing either. */
function given<T extends object>(fields: { readonly [K in keyof T]: T[K] | null | undefined }): Partial<T> {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as Partial<T>;
}

export interface VoidSeizureInput extends SeizureInput {
  readonly reason: string;
}
export const voidSeizure = onSeizure<VoidSeizureInput, exhibit.VoidSeizure>("VoidSeizure", ({ reason }) => ({
  data: { reason },
}));
