import { useEffect } from "preact/hooks";
import { noteMissing } from "./parts/missing.ts";
import { useWatched, Watched } from "./watching.ts";
import type { FigureMeasure as MeasureCode } from "../generated/documents.ts";
import type { CatalogIndex, FigureSheet, KindEntry, ShownShape, Terms } from "../../src/server/page/sheets.ts";
import type { Language } from "./words/words.ts";

/** What the page knows of the API without asking: made by the server from its declarations (src/server/page). */

export type { Bilingual as Both } from "../../src/domain/kernel/words.ts";
export type {
  FieldShape,
  FigureDimension,
  FigureMeasure,
  FigureSheet,
  FilterField,
  Form,
  FormField,
  KindEntry,
  KindSheet,
  PartStanding,
  ShownAs,
  ShownShape,
  Terms,
} from "../../src/server/page/sheets.ts";

export const catalog = JSON.parse(document.getElementById("catalog")?.textContent ?? "{}") as CatalogIndex;

export const kindOf = (kind: string): KindEntry | undefined => catalog.kinds.find((one) => one.kind === kind);
/** `Visit:…` → the kind's entry. */
export const kindOfId = (id: string): KindEntry | undefined => kindOf(id.split(":")[0] ?? "");

const sheets = new Map<string, Promise<unknown>>();
const arrived = new Map<string, unknown>();
const arrivals = new Watched();

export function loadSheet<T>(address: string): Promise<T> {
  const known = sheets.get(address);
  if (known) return known as Promise<T>;
  const loading = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const sheet = (await response.json()) as unknown;
    arrived.set(address, sheet);
    arrivals.tell();
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
  useEffect(() => {
    // What does not come is noted where it was asked for.
    if (address !== undefined) void loadSheet(address).catch(() => undefined);
  }, [address]);
  return useWatched(arrivals, () => (address === undefined ? undefined : (arrived.get(address) as T | undefined)));
}

export const useFigureSheet = (book: string): FigureSheet | undefined =>
  useSheet<FigureSheet>(catalog.figures.find((one) => one.book === book)?.sheet);

/** All measures of these books; undefined until they are known. @param books as many each time */
export function useMeasuresOf(books: readonly string[]): readonly MeasureCode[] | undefined {
  const sheets = books.map(useFigureSheet);
  const known = sheets.flatMap((sheet) => sheet ?? []);
  if (known.length < sheets.length) return undefined;
  return known.flatMap(({ measures }) => measures.map(({ name }) => measureCode(name)));
}

export const useTerms = (): Terms | undefined => useSheet<Terms>(catalog.terms);
/** For where no component is: what is not there yet is shown by its code for the blink of an eye. */
export const termWords = (list: string | undefined, value: string, language: Language): string => {
  const words = (arrived.get(catalog.terms) as Terms | undefined)?.[list ?? ""]?.[value];
  return words ? capital(words[language]) : value;
};

/** The field of a measure in a table of figures: `FINES_DECIDED` is shown as `finesDecided`. */
export const measureName = (code: string): string =>
  code.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The measure that is shown so. */
export const measureCode = (name: string): MeasureCode =>
  name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as MeasureCode;

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
