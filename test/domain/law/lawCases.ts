import { readFileSync } from "node:fs";

/**
 * The worked cases of law: what is given and expected, in words, with the source. Each is a test by its id, in
 * ./cases.test.ts or in ./periodCases.test.ts.
 */

export interface LawCase {
  readonly id: string;
  readonly rule: string;
  readonly given: string;
  readonly expected: string;
  readonly source: string;
  readonly confidence: string;
}

/** The tests run in `dist`; what they read stands beside their sources. */
const FILE = new URL("../../../../test/domain/law/lawCases.json", import.meta.url);

export const lawCases = (JSON.parse(readFileSync(FILE, "utf8")) as { readonly cases: readonly LawCase[] }).cases;

/** Makes a test of the case, under its id. The check is told what is expected, and what is given, as the case words them. */
export function testCase(id: string, check: (expected: string, given: string) => void): void {
  const found = lawCases.find((one) => one.id === id);
  if (!found) throw new Error(`There is no case ${id}.`);
  it(`${id}: ${found.rule}: ${found.given} → ${found.expected} (${found.confidence})`, () =>
    check(found.expected, found.given));
}
