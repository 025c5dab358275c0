import type { Database } from "better-sqlite3";
import type { Position } from "../../eventstore/contract.js";
import { type SqlValue, TemporalTable } from "./temporal.js";
import type { LinkTable, RecordTable, Version } from "./recordTable.js";

type LinkRow = Record<string, SqlValue>;

/** Keeps true by which other records a record is found. */
export class RecordLinks<S extends object> {
  private readonly rows: TemporalTable<LinkRow>;

  constructor(
    db: Database,
    private readonly table: RecordTable<S>,
    private readonly links: LinkTable<S>,
  ) {
    const { name, order } = table;
    this.rows = new TemporalTable<LinkRow>(
      db,
      `${name}_link`,
      ["kind", "ref", order, `${name}_id`],
      [...(links.with ?? [])],
    );
  }

  follow(at: Position, before: Version<S> | undefined, after: Version<S>): void {
    if (!before) {
      for (const link of this.linksOf(after)) this.rows.begin(at, link);
      return;
    }
    if (this.links.unchanged?.(before.state, after.state)) return;
    const old = new Map(this.linksOf(before).map((link) => [JSON.stringify(link), link]));
    const fresh = new Map(this.linksOf(after).map((link) => [JSON.stringify(link), link]));
    for (const [key, link] of old) if (!fresh.has(key)) this.rows.end(at, link);
    for (const [key, link] of fresh) if (!old.has(key)) this.rows.begin(at, link);
  }

  private linksOf({ id, state }: Version<S>): LinkRow[] {
    const { name, order, columns } = this.table;
    const { kinds } = this.links;
    const common: LinkRow = { [`${name}_id`]: id };
    for (const column of [order, ...(this.links.with ?? [])]) common[column] = columns[column]?.of(state) ?? null;
    const links: LinkRow[] = [];
    for (const kind of Object.keys(kinds)) {
      for (const ref of new Set(kinds[kind]?.(state))) links.push({ kind, ref, ...common });
    }
    return links;
  }
}
