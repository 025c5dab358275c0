import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "./basis.js";
import type { OwnRows, ReadModelPart } from "./part.js";
import type { Follower } from "./recordPart.js";
import { OPEN, standsAt, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/**
 * Who is merged is one: two entries of one person; an agency, a unit, and the one in whose hands its business is from a
 * day on. Whoever looks for records by such an id asks here which ids are one with it, as of a basis and on its day.
 */
export const ONE_KINDS = ["Unit", "PressAgency", "Reporter"] as const;
export type OneKind = (typeof ONE_KINDS)[number];

/** Ids that are one, at least one of them: that which goes on is the first. */
export interface One {
  readonly ids: readonly string[];
}

/** In what a record goes on, and from which day. */
export interface Going {
  readonly intoId: string;
  readonly fromDay: LocalDate;
}
/** From before every day: a correction of the record tells what was so all along. */
export const ALL_ALONG: LocalDate = "";

interface GoingRow {
  kind: OneKind;
  id: string;
  into_id: string;
  from_day: LocalDate;
  /** 0: two nodes merged two into each other at the same moment; the first merger holds. */
  holds: 0 | 1;
}

/** The table alone: how a record goes on is known to the part that has it. */
export const onesPart: ReadModelPart = {
  name: "ones",
  source: import.meta.url,
  ddl: `
    CREATE TABLE goes_on (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      into_id TEXT NOT NULL,
      from_day TEXT NOT NULL,
      holds INTEGER NOT NULL,
      PRIMARY KEY (kind, id, from_position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX goes_on_into ON goes_on (kind, into_id);
    CREATE INDEX goes_on_since ON goes_on (from_position);
    CREATE INDEX goes_on_until ON goes_on (to_position);
  `,
  open: () => () => undefined,
};

/** How records of a kind go on, as a part's own rows. */
export const onesOf = (kind: OneKind): OwnRows => ({ of: onesPart, table: "goes_on", column: "kind", value: kind });

/** Keeps true how records of a kind go on. */
export const goesOn = <S>(kind: OneKind, goingOf: (state: S) => Going | null): Follower<S> => ({
  ddl: "",
  open({ db }) {
    const rows = new TemporalTable<GoingRow>(db, "goes_on", ["kind", "id"], ["into_id", "from_day", "holds"]);
    const leftOut = db.prepare(
      `SELECT kind, id, into_id, from_day FROM goes_on WHERE kind = ? AND holds = 0 AND to_position = ${OPEN}
       ORDER BY from_position`,
    );
    const leadsTo = (id: string, sought: string): boolean => {
      if (id === sought) return true;
      const next = rows.get({ kind, id });
      return next?.holds === 1 && leadsTo(next.into_id, sought);
    };
    const put = (at: Position, row: Omit<GoingRow, "holds">): void => {
      rows.put(at, { ...row, holds: leadsTo(row.into_id, row.id) ? 0 : 1 });
    };
    return {
      changed({ event: { position }, before, after: { id, state } }) {
        const [then, now] = [before && goingOf(before.state), goingOf(state)];
        if (then?.intoId === now?.intoId && then?.fromDay === now?.fromDay) return;
        rows.end(position, { kind, id });
        if (now) put(position, { kind, id, into_id: now.intoId, from_day: now.fromDay });
        if (then) for (const row of leftOut.all(kind) as Omit<GoingRow, "holds">[]) put(position, row);
      },
    };
  },
});

const holdsAt = (alias: string): string => `${alias}.holds = 1 AND ${standsAt(alias)}`;

/** SQL of this program's own: the record has gone on in another, which needs no day. */
export const hasGoneOn = (kind: OneKind, id: string): string =>
  `EXISTS (SELECT 1 FROM goes_on gone WHERE gone.kind = '${kind}' AND gone.id = ${id} AND ${holdsAt("gone")})`;

/** The same: its id and the ids of all that have gone on in it, by a day where one is given. */
export const withGoneInto = (kind: OneKind, id: string, day?: string): string =>
  `WITH RECURSIVE same (id) AS (
     SELECT ${id}
     UNION SELECT g.id FROM same s JOIN goes_on g ON g.kind = '${kind}' AND g.into_id = s.id
       AND ${holdsAt("g")}${day === undefined ? "" : ` AND g.from_day <= ${day}`}
   ) SELECT id FROM same`;

/** As of which, and on which day. */
type OnDay = Pick<Basis, "position" | "today">;

/** Asks which ids are one. */
export class Ones {
  private readonly next;
  private readonly alone;
  private readonly goneInto;
  private readonly gone;
  private readonly changed;
  private readonly changes;

  constructor(db: Database) {
    const going = `FROM goes_on g WHERE g.kind = :kind AND g.from_day <= :day AND ${holdsAt("g")}`;
    this.next = db.prepare(`SELECT g.into_id ${going} AND g.id = :id`).pluck();
    this.alone = db
      .prepare(
        `SELECT NOT EXISTS (SELECT 1 FROM goes_on WHERE kind = :kind AND id = :id)
           AND NOT EXISTS (SELECT 1 FROM goes_on WHERE kind = :kind AND into_id = :id)`,
      )
      .pluck();
    this.goneInto = new Map(
      ONE_KINDS.map((kind) => [kind, db.prepare(withGoneInto(kind, ":id", ":day")).pluck()] as const),
    );
    this.gone = db.prepare(`SELECT g.id ${going} ORDER BY g.id`).pluck();
    this.changed = db.prepare(
      `SELECT kind, id, from_day AS fromDay FROM goes_on WHERE from_position = :position AND holds = 1
       UNION SELECT kind, id, from_day FROM goes_on WHERE to_position = :position AND holds = 1`,
    );
    this.changes = db
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM goes_on WHERE from_position > :after AND from_position <= :upTo)
           OR EXISTS (SELECT 1 FROM goes_on WHERE to_position > :after AND to_position <= :upTo)`,
      )
      .pluck();
  }

  /** The one that goes on: of a split unit, which has gone on as several, the unit itself. */
  goesOnAs(kind: OneKind, id: string, on: OnDay): string {
    const next = this.next.get({ kind, id, day: on.today, at: on.position }) as string | undefined;
    return next === undefined ? id : this.goesOnAs(kind, next, on);
  }

  /** Whether it has never been one with another, nor will be on any day that is entered. */
  isAlone(kind: OneKind, id: string): boolean {
    return this.alone.get({ kind, id }) === 1;
  }

  /** All ids that are one with this; none, where none is named. */
  of(kind: OneKind, id: string, on: OnDay): One;
  of(kind: OneKind, id: string | null | undefined, on: OnDay): One | undefined;
  of(kind: OneKind, id: string | null | undefined, on: OnDay): One | undefined {
    if (id === null || id === undefined) return undefined;
    if (this.isAlone(kind, id)) return { ids: [id] };
    const goesOnAs = this.goesOnAs(kind, id, on);
    const ids = this.goneInto.get(kind)?.all({ id: goesOnAs, day: on.today, at: on.position }) as string[];
    return { ids: [goesOnAs, ...ids.filter((one) => one !== goesOnAs).sort()] };
  }

  /** Each that has gone on by the day, and as which. */
  goneOn(kind: OneKind, on: OnDay): ReadonlyMap<string, string> {
    const ids = this.gone.all({ kind, day: on.today, at: on.position }) as string[];
    return new Map(ids.map((id) => [id, this.goesOnAs(kind, id, on)]));
  }

  /** Which of a kind an event has let go on, or taken that back of, and from which day on. */
  changedAt(
    position: Position,
  ): readonly { readonly kind: OneKind; readonly id: string; readonly fromDay: LocalDate }[] {
    return this.changed.all({ position }) as { kind: OneKind; id: string; fromDay: LocalDate }[];
  }

  /** Whether any of the events after a position, up to another, changed who is one. */
  changeBetween(after: Position, upTo: Position): boolean {
    return this.changes.get({ after, upTo }) === 1;
  }
}
