import type { DueKind } from "../../src/domain/due/terms.js";
import { partFieldOf } from "../../src/domain/kernel/steps.js";
import { RECORDS } from "../../src/domain/records.js";
import { decode } from "../../src/eventstore/codec.js";
import type { Ledger } from "../../src/ledger.js";
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

/** By what is due: the fields in which the steps that settle it name the part that they are about. */
export const PART_FIELDS: ReadonlyMap<DueKind, readonly string[]> = new Map(
  [...SETTLING.keys()].map((kind) => {
    const steps = RECORDS.flatMap(({ steps: all }) => Object.values(all)).filter(({ settles }) =>
      settles?.includes(kind),
    );
    return [kind, [...new Set(steps.flatMap((step) => partFieldOf(step) ?? []))]] as const;
  }),
);

interface OfAPart {
  readonly kind: DueKind;
  /** In which field of the event the part stands that was owed; undefined: in none. */
  readonly field: string | undefined;
}

/** What was owed of a part of a record until a step that settles it was taken. */
export async function partsSettledIn(folder: string, { log }: Ledger): Promise<readonly OfAPart[]> {
  const db = openForReading(readModelPath(folder));
  const owed = db
    .prepare(
      `SELECT due_kind AS kind, part_id AS part, type, to_position AS position FROM due
       JOIN event ON event.position = due.to_position WHERE part_id <> ''`,
    )
    .all() as { readonly kind: DueKind; readonly part: string; readonly type: string; readonly position: number }[];
  db.close();
  const { events } = await log.readAll({ limit: 10_000 });
  const told = new Map(
    events.map((event) => [event.position, decode(event).data as Readonly<Record<string, unknown>>]),
  );
  return owed
    .filter(({ kind, type }) => SETTLING.get(kind)?.has(type))
    .map(({ kind, part, position }) => {
      const data = told.get(position) ?? {};
      return { kind, field: Object.keys(data).find((name) => data[name] === part) };
    });
}
