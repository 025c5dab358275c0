import type { VisitTopic } from "../domain/visit/terms.js";
import type { Position } from "../eventstore/contract.js";
import type { EntriesAsked } from "./figureEntries.js";

/** The terms in which figures of visits are kept, asked for and told. */

/** What is counted of visits. `distinctReporters` is no sum: it is read from the turns. */
export const VISIT_MEASURES = ["VISITS", "REPORTER_TURNS", "HOST_TURNS"] as const;
export type VisitMeasure = (typeof VISIT_MEASURES)[number];

/** Why an entry stands in the ledger of figures. */
export const ENTRY_CAUSES = ["NEW", "LATE", "CORRECTED", "VOIDED", "MERGED"] as const;
export type EntryCause = (typeof ENTRY_CAUSES)[number];

/** One signed entry. Entries are only ever added: a correction adds the opposite of what it corrects. */
export interface EntryRow {
  position: Position;
  seq: number;
  measure: VisitMeasure;
  visit_id: string;
  unit_id: string;
  agency_id: string;
  /** Set on turns of reporters; for a merged reporter, the one that goes on. */
  reporter_id: string | null;
  topic: string;
  occurred_on: string;
  amount: number;
  cause: EntryCause;
}

export const FIGURE_DIMENSIONS = ["UNIT", "AGENCY", "TOPIC", "MONTH", "REPORTER"] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

/** A sum of entries, or the number of persons among the turns. */
export type VisitFigureName = VisitMeasure | "DISTINCT_REPORTERS";

/** Which entries are asked for, and by what they are told apart. */
export interface FigureQuestion extends EntriesAsked {
  readonly groupBy: readonly FigureDimension[];
  readonly unitIds?: readonly string[] | null | undefined;
  readonly agencyIds?: readonly string[] | null | undefined;
  readonly reporterIds?: readonly string[] | null | undefined;
  readonly topics?: readonly VisitTopic[] | null | undefined;
}

/** One line of a table of figures: the values of the dimensions, and the figures for them. */
export interface FigureLine {
  readonly key: Readonly<Partial<Record<FigureDimension, string>>>;
  readonly figures: Readonly<Record<VisitFigureName, number>>;
}

export const NO_FIGURES: Readonly<Record<VisitFigureName, number>> = {
  VISITS: 0,
  REPORTER_TURNS: 0,
  HOST_TURNS: 0,
  DISTINCT_REPORTERS: 0,
};
