import { usePlace } from "../place.ts";
import { en } from "./en.ts";
import { vi, type Widened, type Words } from "./vi.ts";

export type { Words } from "./vi.ts";

/** The page's own words. What is in the ledger has its words from the API (catalog.ts). */
export type Language = "vi" | "en";

export const languageIn = (query: URLSearchParams): Language => (query.get("lang") === "en" ? "en" : "vi");
export const useLanguage = (): Language => languageIn(usePlace().query);
export const wordsIn = (language: Language): Words => (language === "en" ? en : vi);
export const useWords = (): Words => wordsIn(useLanguage());

/** The words of one screen, in both languages: `const WORDS = pair({ title: "…" }, { title: "…" })`. */
export interface Pair<T> {
  readonly vi: T;
  readonly en: T;
}
export const pair = <T extends object>(vi: T, en: Widened<T>): Pair<Widened<T>> => ({
  vi: vi as unknown as Widened<T>,
  en,
});
export const usePair = <T>(words: Pair<T>): T => words[useLanguage()];
