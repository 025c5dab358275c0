import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ReadModelPart } from "../table/part.js";

/** Reads a file of the program as it runs: JavaScript without comments (`removeComments` in tsconfig.json). */
export type ReadCode = (url: string) => string;

/** Each file once: what replaces it while the program runs is not what runs. */
const READ = new Map<string, string>();
const fromDisk: ReadCode = (url) => {
  const code = READ.get(url) ?? readFileSync(new URL(url), "utf8");
  READ.set(url, code);
  return code;
};

const PROGRAM = new URL("../", import.meta.url).href;
/** Takes events in for every part: the codec, the search index and how tables are kept are among what it imports. */
const PROJECTOR = new URL("./projector.js", import.meta.url).href;

/** Imports and re-exports of files, as the compiler writes them. */
const IMPORTS = /^(?:import|export)\b(?:[^"'`;=(]*\bfrom)?\s*"(\.[^"]+)"/gm;

/**
 * Of each part, a fingerprint of the code that makes its rows: its own file and the projector's, all that these import
 * however far, and the parts whose tables it writes to or reads. Nobody has to remember to raise a number, and a change of one subject is
 * a change of its part alone. Packages are not looked into: they store and keep, and say nothing of which rows there are.
 */
export function fingerprintsOf(
  parts: readonly ReadModelPart[],
  read: ReadCode = fromDisk,
): ReadonlyMap<ReadModelPart, string> {
  if (read !== fromDisk) return fingerprintsIn(parts, read);
  const known = KNOWN.get(parts) ?? fingerprintsIn(parts, read);
  KNOWN.set(parts, known);
  return known;
}

/** Of what runs: it is the same for as long as it does. */
const KNOWN = new WeakMap<readonly ReadModelPart[], ReadonlyMap<ReadModelPart, string>>();

function fingerprintsIn(parts: readonly ReadModelPart[], read: ReadCode): ReadonlyMap<ReadModelPart, string> {
  const hashes = new Map<string, string>();
  const hashOf = (url: string): string => {
    const known = hashes.get(url) ?? sha256(read(url));
    hashes.set(url, known);
    return known;
  };
  const found = new Map<ReadModelPart, string>();
  const fingerprintOf = (part: ReadModelPart): string => {
    const known = found.get(part);
    if (known !== undefined) return known;
    const files = [...filesRun(part, read)].sort().map((url) => [url.slice(PROGRAM.length), hashOf(url)]);
    const { name, ddl, indexes, ownRows = [], reads = [] } = part;
    const rows = ownRows.map(({ of, table, column, value }) => [fingerprintOf(of), table, column, value]);
    const fingerprint = sha256(JSON.stringify([name, ddl, indexes, files, rows, reads.map(fingerprintOf)]));
    found.set(part, fingerprint);
    return fingerprint;
  };
  parts.forEach(fingerprintOf);
  return found;
}

/** One for all parts together. */
export const fingerprintOfAll = (fingerprints: ReadonlyMap<ReadModelPart, string>): string =>
  sha256(JSON.stringify([...fingerprints].map(([part, fingerprint]) => [part.name, fingerprint])));

/** The files of the program that run when the part takes in events. */
export function filesRun({ source }: Pick<ReadModelPart, "source">, read: ReadCode = fromDisk): ReadonlySet<string> {
  const files = new Set([PROJECTOR, source]);
  for (const file of files) {
    for (const [, imported = ""] of read(file).matchAll(IMPORTS)) files.add(new URL(imported, file).href);
  }
  return files;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
