import { useEffect, useState } from "preact/hooks";
import { noteMissing } from "./parts/missing.ts";
import type { Language } from "./words/words.ts";

/** What the page knows of the API without asking: made by the server from its declarations (src/server/page). */

export interface Both {
  readonly vi: string;
  readonly en: string;
}

export type ShownAs =
  "TEXT" | "DAY" | "MOMENT" | "VND" | "COUNT" | "YES" | "TERM" | "POSITION" | "ID" | "LINK" | "PART" | "BOTH";

export interface ShownShape {
  readonly name: string;
  readonly words: Both;
  readonly as: ShownAs;
  readonly list?: true;
  readonly paged?: true;
  readonly terms?: string;
  readonly fields?: readonly ShownShape[];
}

export interface FilterField {
  readonly name: string;
  readonly words: Both;
  readonly as: "TEXT" | "DAY" | "YES" | "COUNT" | "TERM" | "LINK";
  readonly list?: true;
  readonly terms?: string;
  readonly kind?: string;
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

export interface FormField {
  readonly name: string;
  readonly words: Both;
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

export interface Form {
  readonly mutation: string;
  readonly words: Both;
  readonly note: string | null;
  readonly begins: boolean;
  readonly from: readonly { readonly value: string }[];
  readonly fields: readonly FormField[];
  /** The field of the input that names the record; null where the step only ever begins one. */
  readonly recordField: string | null;
}

export interface KindEntry {
  readonly kind: string;
  readonly words: Both;
  readonly one: string;
  readonly list: { readonly query: string; readonly filter: string } | null;
  readonly begins: readonly { readonly mutation: string; readonly words: Both }[];
  readonly sheet: string;
}

export interface KindSheet {
  readonly kind: string;
  readonly shapes: readonly ShownShape[];
  readonly filter: readonly FilterField[];
  readonly forms: readonly Form[];
}

export interface FigureDimension {
  readonly name: string;
  readonly words: Both;
  readonly field: string;
  readonly as: "LINK" | "TERM" | "TEXT";
  readonly terms?: string;
  readonly filter: string | null;
}

export interface FigureMeasure {
  readonly name: string;
  readonly words: Both;
  readonly as: "COUNT" | "VND";
  /** It can be told how it has moved. */
  readonly moves: boolean;
}

export interface FigureSheet {
  readonly book: string;
  readonly words: Both;
  readonly dimensions: readonly FigureDimension[];
  readonly measures: readonly FigureMeasure[];
}

interface CatalogIndex {
  readonly kinds: readonly KindEntry[];
  readonly figures: readonly { readonly book: string; readonly words: Both; readonly sheet: string }[];
  readonly terms: string;
}

export const catalog = JSON.parse(document.getElementById("catalog")?.textContent ?? "{}") as CatalogIndex;

export const kindOf = (kind: string): KindEntry | undefined => catalog.kinds.find((one) => one.kind === kind);
/** `Visit:…` → the kind's entry. */
export const kindOfId = (id: string): KindEntry | undefined => kindOf(id.split(":")[0] ?? "");

const sheets = new Map<string, Promise<unknown>>();
const arrived = new Map<string, unknown>();

export function loadSheet<T>(address: string): Promise<T> {
  const known = sheets.get(address);
  if (known) return known as Promise<T>;
  const loading = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const sheet = (await response.json()) as unknown;
    arrived.set(address, sheet);
    return sheet;
  });
  sheets.set(address, loading);
  // What did not come is asked for again by whoever needs it next.
  loading.then(
    () => noteMissing(address, false),
    () => {
      sheets.delete(address);
      noteMissing(address, true);
    },
  );
  return loading as Promise<T>;
}

/** A sheet of the catalog; undefined until it is there. */
export function useSheet<T>(address: string | undefined): T | undefined {
  const [, draw] = useState({});
  useEffect(() => {
    if (address === undefined || arrived.has(address)) return;
    let here = true;
    void loadSheet(address).then(
      () => here && draw({}),
      () => undefined,
    );
    return () => void (here = false);
  }, [address]);
  return address === undefined ? undefined : (arrived.get(address) as T | undefined);
}

export type Terms = Readonly<Record<string, Readonly<Record<string, Both>>>>;
export const useTerms = (): Terms | undefined => useSheet<Terms>(catalog.terms);
/** For where no component is: what is not there yet is shown by its code for the blink of an eye. */
export const termWords = (list: string | undefined, value: string, language: Language): string => {
  const words = (arrived.get(catalog.terms) as Terms | undefined)?.[list ?? ""]?.[value];
  return words ? capital(words[language]) : value;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What asks for a field and all that is shown of it. */
export function selectionOf(shape: ShownShape): string {
  if (shape.as === "BOTH") return `${shape.name} { vi en }`;
  if (shape.as === "LINK") {
    const link = "{ __typename id title }";
    return shape.paged ? `${shape.name}(first: 25) { nodes ${link} }` : `${shape.name} ${link}`;
  }
  if (shape.as !== "PART") return shape.name;
  const fields = (shape.fields ?? []).map(selectionOf).join(" ");
  return shape.paged
    ? `${shape.name}(first: 25) { nodes { ${fields} } pageInfo { hasNextPage } }`
    : `${shape.name} { ${fields} }`;
}
