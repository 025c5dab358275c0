import type { DueKind } from "../../src/domain/due/terms.js";
import { RECORDS } from "../../src/domain/records.js";
import { openForReading } from "../../src/projections/readModel/openFile.js";
import { readModelPath } from "../../src/projections/readModel/readModelFile.js";

/** The events of the steps that say that they settle what is due so. */
export const SETTLING: ReadonlyMap<DueKind, ReadonlySet<string>> = RECORDS.flatMap(({ steps }) =>
  Object.values(steps),
).reduce((all, { settles = [], tells }) => {
  for (const kind of settles) all.set(kind, new Set([...(all.get(kind) ?? []), ...Object.keys(tells)]));
  return all;
}, new Map<DueKind, Set<string>>());

/** What is due so was owed no more with an event of a step that says that it settles it: in the read model of a ledger. */
export function settledIn(folder: string): ReadonlySet<DueKind> {
  const db = openForReading(readModelPath(folder));
  const ended = db
    .prepare(`SELECT DISTINCT due_kind AS kind, type FROM due JOIN event ON event.position = due.to_position`)
    .all() as { readonly kind: DueKind; readonly type: string }[];
  db.close();
  return new Set(ended.filter(({ kind, type }) => SETTLING.get(kind)?.has(type)).map(({ kind }) => kind));
}
