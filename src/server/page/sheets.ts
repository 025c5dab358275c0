import type { Role } from "../../domain/kernel/actor.js";
import type { StepKind } from "../../domain/kernel/stepKind.js";
import type { Bilingual } from "../../domain/kernel/words.js";

/**
 * What the server tells the page of the API, as types: it makes them (catalog.ts), the page reads them (web/src/catalog.ts).
 * Nothing but types, so that nothing of the server comes into the browser.
 */

/**
 * How the page shows a value. LINK is another record, PART fields that belong together, BOTH a text in both languages, ID
 * names a part for whoever does something about it.
 */
export type ShownAs =
  "TEXT" | "DAY" | "MOMENT" | "VND" | "COUNT" | "YES" | "TERM" | "POSITION" | "ID" | "LINK" | "PART" | "BOTH";

/** A field of a type, for whoever shows it or asks for it. */
export interface ShownShape {
  readonly name: string;
  readonly words: Bilingual;
  readonly as: ShownAs;
  readonly list?: true;
  /** A list that comes in pages: its entries are its `nodes`. */
  readonly paged?: true;
  /** Of a term: the list that it is of. */
  readonly terms?: string;
  /** Of fields that belong together. */
  readonly fields?: readonly ShownShape[];
}

export type FieldShape =
  | "TEXT"
  | "TEXTS"
  | "DAY"
  | "MOMENT"
  | "VND"
  | "YES"
  | "COUNT"
  | "ID"
  | "IDS"
  | "REF"
  | "REFS"
  | "RECORDS"
  | "CHOICE"
  | "CHOICES"
  | "ONE"
  | "MANY";

/** A field of a form, as `vocabulary` tells it. */
export interface FormField {
  readonly name: string;
  readonly words: Bilingual;
  readonly note: string | null;
  readonly shape: FieldShape;
  readonly required: boolean;
  readonly multiline: boolean;
  readonly max: number | null;
  readonly most: number | null;
  readonly least: number | null;
  readonly recordType: string | null;
  readonly choices: { readonly name: string } | null;
  readonly fields?: readonly FormField[] | null;
}

/** A step: a mutation and its form. */
export interface Form {
  readonly mutation: string;
  readonly words: Bilingual;
  readonly note: string | null;
  readonly begins: boolean;
  readonly kind: StepKind;
  /** Who may, as far as the role says it. */
  readonly roles: readonly Role[];
  readonly from: readonly { readonly value: string }[];
  readonly fields: readonly FormField[];
  /** The field of the input that names the record; null where the step only ever begins one. */
  readonly recordField: string | null;
  /** Of a correction: by each of its fields the field of the record in which what it would change stands. */
  readonly stands?: Readonly<Record<string, string>>;
  /** Of a correction of parts of the record: by each of its fields that is of such a part where that stands. */
  readonly partsStand?: Readonly<Record<string, PartStanding>>;
}

/** Where a part of a record stands that a correction would change. */
export interface PartStanding {
  /** The record's list of such parts. */
  readonly list: string;
  /** By which of their fields they are told apart. */
  readonly by: string;
  /** The field of the form that says which is meant: beside the part, or of several in each. */
  readonly named: string;
}

/** What a list may be narrowed by. */
export interface FilterField {
  readonly name: string;
  readonly words: Bilingual;
  readonly as: "TEXT" | "DAY" | "YES" | "COUNT" | "TERM" | "LINK";
  readonly list?: true;
  readonly terms?: string;
  /** Of a record: its kind. */
  readonly kind?: string;
}

/** A kind of record, as every screen knows it. */
export interface KindEntry {
  readonly kind: string;
  readonly words: Bilingual;
  /** The query of one. */
  readonly one: string;
  readonly list: { readonly query: string; readonly filter: string } | null;
  /** The mutations that begin one. */
  readonly begins: readonly Pick<Form, "mutation" | "words" | "roles">[];
  /** Where its sheet is. */
  readonly sheet: string;
}

/** A kind of record, as its own screens know it. */
export interface KindSheet {
  readonly kind: string;
  readonly shapes: readonly ShownShape[];
  readonly filter: readonly FilterField[];
  readonly forms: readonly Form[];
}

export interface FiguresEntry {
  readonly book: string;
  readonly words: Bilingual;
  readonly sheet: string;
}

/** Comes with the page. */
export interface CatalogIndex {
  readonly kinds: readonly KindEntry[];
  readonly figures: readonly FiguresEntry[];
  /** Where the words of all terms are. */
  readonly terms: string;
}

/** A dimension by which figures can be grouped, and in which field a row tells where it stands in it. */
export interface FigureDimension {
  /** As `groupBy` takes it. */
  readonly name: string;
  readonly words: Bilingual;
  readonly field: string;
  readonly as: "LINK" | "TERM" | "TEXT";
  readonly terms?: string;
  /** The field of the filter that narrows to such values; null for periods. */
  readonly filter: string | null;
}

export interface FigureMeasure {
  readonly name: string;
  readonly words: Bilingual;
  readonly as: "COUNT" | "VND";
  /** It can be told how it has moved: what counts different ones, such as reporters, has no parts that add up. */
  readonly moves: boolean;
}

/** The figures of some subjects that are asked for together. */
export interface FigureSheet {
  /** `visit`: asked by `visitFigures`, `visitFigureComparison`, `visitFigureMovement`, followed by `visitFigureChanges`. */
  readonly book: string;
  readonly words: Bilingual;
  readonly dimensions: readonly FigureDimension[];
  readonly measures: readonly FigureMeasure[];
}

/** The words of all terms, by their lists. */
export type Terms = Readonly<Record<string, Readonly<Record<string, Bilingual>>>>;
