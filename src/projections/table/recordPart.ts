import { recordsOf } from "../../domain/kernel/history.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Applier, OwnRows, ProjectionContext, ReadModelPart } from "./part.js";
import { foundAs } from "./searchPart.js";
import type { SearchKind } from "./searchQueries.js";
import { RecordLinks } from "./recordLinks.js";
import { advance, type Change, ddlOf, type RecordTable } from "./recordTable.js";
import { StandingRecords } from "./standingRecords.js";

/** Something that is told of each change of a record, to keep tables of its own. */
export interface Follower<S> {
  readonly ddl: string;
  readonly open: (context: ProjectionContext, records: StandingRecords<S & object>) => Follow<S>;
}
interface Follow<S> {
  readonly changed?: (change: Change<S>) => void;
  /** Told of events of other records. */
  readonly other?: (event: LedgerEvent) => void;
}

/** How a record is found by words. */
export interface Found<S> {
  readonly kind: SearchKind;
  /** The title, by which exact matches are ranked, and other texts by which it is found; null: it is not found. */
  readonly by: (state: S) => { readonly title: string; readonly also?: readonly string[] } | null;
  /** What of earlier titles is hidden from now on, of a record that is found by its title alone. */
  readonly hidden?: (before: S, after: S) => ((title: string) => string) | undefined;
}

export interface RecordPart<S extends object> {
  readonly name: string;
  /** Of the file that declares it: see ReadModelPart. */
  readonly source: string;
  readonly table: RecordTable<S>;
  readonly found?: Found<S>;
  readonly followers?: readonly Follower<S>[];
  /** Besides those as which it is found. */
  readonly ownRows?: readonly OwnRows[];
  readonly reads?: readonly ReadModelPart[];
}

/** The read model of a record: its table, its links, how it is found, and whatever else follows it. */
export function recordPart<S extends object>({
  name,
  source,
  table,
  found,
  followers = [],
  ...more
}: RecordPart<S>): ReadModelPart {
  return {
    name,
    source,
    ...more,
    ownRows: [...(found ? [foundAs(found.kind)] : []), ...(more.ownRows ?? [])],
    ddl: [ddlOf(table), ...followers.map(({ ddl }) => ddl)].join("\n"),
    open(context) {
      const { db, search } = context;
      const prefix = `${table.of.category}-`;
      const records = new StandingRecords(db, table);
      const links = table.links && new RecordLinks(db, table, table.links);
      const follow = followers.map((follower) => follower.open(context, records));
      const others = follow.flatMap(({ other }) => other ?? []);

      const apply: Applier = (event) => {
        for (const other of others) other(event);
        if (!event.stream.startsWith(prefix)) return;
        for (const id of recordsOf(table.of, event)) {
          // Of a stream's first event the table need not be asked, and most records are begun by one.
          const before = event.revision === 0 ? undefined : records.get(id);
          const after = advance(table.of, id, before, event);
          if (!after) continue;
          records.put(event.position, before, after);
          links?.follow(event.position, before, after);
          if (found) searched(search, found, { event, before, after });
          for (const { changed } of follow) changed?.({ event, before, after });
        }
      };
      apply.settle = () => records.settle();
      return apply;
    },
  };
}

function searched<S>(
  search: ProjectionContext["search"],
  { kind, by, hidden }: Found<S>,
  { event, before, after }: Change<S>,
): void {
  const hide = before && hidden?.(before.state, after.state);
  if (hide) search.retitle(kind, after.id, hide);
  const now = by(after.state);
  const then = before && by(before.state);
  if (now === null) {
    if (then) search.end(event.position, kind, after.id);
  } else if (!then) {
    search.add(event.position, kind, after.id, now.title, now.also);
  } else if (then.title !== now.title || (then.also ?? []).join("\n") !== (now.also ?? []).join("\n")) {
    search.put(event.position, kind, after.id, now.title, now.also);
  }
}
