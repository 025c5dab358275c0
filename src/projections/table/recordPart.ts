import { recordsOf } from "../../domain/kernel/history.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Applier, OwnRows, ProjectionContext, ReadModelPart } from "./part.js";
import { type FoundBy, type SearchKind, searchKindOf } from "./foundTexts.js";
import { foundAs } from "./searchPart.js";
import { RecordLinks } from "./recordLinks.js";
import { advance, type Change, ddlOf, indexesOf, type RecordTable } from "./recordTable.js";
import { StandingRecords } from "./standingRecords.js";

/** Something that is told of each change of a record, to keep tables of its own. */
export interface Follower<S> {
  readonly ddl: string;
  /** As of a part. */
  readonly indexes?: string;
  readonly open: (context: ProjectionContext, records: StandingRecords<S & object>) => Follow<S>;
}
interface Follow<S> {
  readonly changed?: (change: Change<S>) => void;
  /** Told of events of other records. */
  readonly other?: (event: LedgerEvent) => void;
}

/** How a record is found by words. */
export interface Found<S> {
  /** Its texts; null: it is not found. */
  readonly by: (state: S) => FoundBy | null;
  /** What is hidden from now on of what all may read of its earlier texts (`open`). */
  readonly hidden?: (before: S, after: S) => ((text: string) => string) | undefined;
}

export interface RecordPart<S extends object> {
  readonly name: string;
  /** Of the file that declares it: see ReadModelPart. */
  readonly source: string;
  readonly table: RecordTable<S>;
  /** BY_A_FOLLOWER: what it is found by is more than its own state tells, and one of the followers keeps it. */
  readonly found: Found<S> | "BY_A_FOLLOWER";
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
  const kind = searchKindOf(table.of.kind);
  return {
    name,
    source,
    ...more,
    ownRows: [foundAs(kind), ...(more.ownRows ?? [])],
    ddl: [ddlOf(table), ...followers.map(({ ddl }) => ddl)].join("\n"),
    indexes: [indexesOf(table), ...followers.map(({ indexes = "" }) => indexes)].join("\n"),
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
          if (found !== "BY_A_FOLLOWER") searched({ search, kind, found }, { event, before, after });
          for (const { changed } of follow) changed?.({ event, before, after });
        }
      };
      apply.settle = () => records.settle();
      return apply;
    },
  };
}

function searched<S>(
  { search, kind, found: { by, hidden } }: Pick<ProjectionContext, "search"> & { kind: SearchKind; found: Found<S> },
  { event, before, after }: Change<S>,
): void {
  const hide = before && hidden?.(before.state, after.state);
  if (hide) search.retell(kind, after.id, hide);
  const now = by(after.state);
  const then = before && by(before.state);
  if (now === null) {
    if (then) search.end(event.position, kind, after.id);
  } else if (!then) {
    search.add(event.position, kind, after.id, now);
  } else if (JSON.stringify(then) !== JSON.stringify(now)) {
    search.put(event.position, kind, after.id, now);
  }
}
