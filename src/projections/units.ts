import type { Database } from "better-sqlite3";
import { nameOrder } from "../domain/kernel/nameOrder.js";
import type { DatedName, LocalDate } from "../domain/kernel/time.js";
import type {
  UnitAbolished,
  UnitEnding,
  UnitEvent,
  UnitFact,
  UnitFunction,
  UnitKind,
  UnitRegistered,
  UnitsMerged,
  UnitSplit,
} from "../domain/unit/unit.js";
import type { LedgerEvent, Recorded } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { type ReadModelPart, when } from "./part.js";
import { foundAs } from "./searchPart.js";
import { NOW, type SqlValue, standsAt, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/** A version of a unit. JSON columns are told in their names. */
export interface UnitRow {
  id: string;
  kind: UnitKind;
  code: string | null;
  parent_id: string | null;
  /** The name recorded last; `names_json` has all, with their days. */
  name: string;
  /** By what lists are ordered. */
  sort_name: string;
  names_json: string;
  functions_json: string;
  /** The functions it has had, each with the days on which it was given and taken away. */
  dated_functions_json: string;
  starts_on: string;
  ends_on: string | null;
  ending: UnitEnding | null;
  legal_basis: string;
  /** What its beginning rests on. */
  registered_basis: string;
  revision: number;
}

/** A function that a unit had from a day on, up to (not including) another. */
export interface DatedFunction {
  readonly held: UnitFunction;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** One arrow of succession (kế thừa): a unit and one that came after it. */
export interface SuccessionRow {
  from_id: string;
  into_id: string;
  kind: UnitEnding;
  effective_on: string;
  legal_basis: string;
}

const UNIT_COLUMNS = [
  "kind",
  "code",
  "parent_id",
  "name",
  "sort_name",
  "names_json",
  "functions_json",
  "dated_functions_json",
  "starts_on",
  "ends_on",
  "ending",
  "legal_basis",
  "registered_basis",
  "revision",
] as const;

export const datedFunctionsOf = (row: UnitRow): DatedFunction[] =>
  JSON.parse(row.dated_functions_json) as DatedFunction[];

export const unitsPart: ReadModelPart = {
  name: "units",
  source: import.meta.url,
  ddl: `
    CREATE TABLE unit (
      id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      kind TEXT NOT NULL,
      code TEXT,
      parent_id TEXT,
      name TEXT NOT NULL,
      sort_name TEXT NOT NULL,
      names_json TEXT NOT NULL,
      functions_json TEXT NOT NULL,
      dated_functions_json TEXT NOT NULL,
      starts_on TEXT NOT NULL,
      ends_on TEXT,
      ending TEXT,
      legal_basis TEXT NOT NULL,
      registered_basis TEXT NOT NULL,
      revision INTEGER NOT NULL,
      PRIMARY KEY (id, from_position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX unit_by_name ON unit (sort_name, id);
    CREATE TABLE unit_succession (
      from_id TEXT NOT NULL,
      into_id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      kind TEXT NOT NULL,
      effective_on TEXT NOT NULL,
      legal_basis TEXT NOT NULL,
      PRIMARY KEY (from_id, into_id, from_position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX unit_succession_into ON unit_succession (into_id);
  `,
  ownRows: [foundAs("UNIT")],
  open({ db, search }) {
    const units = new TemporalTable<UnitRow>(db, "unit", ["id"], UNIT_COLUMNS);
    const successions = new TemporalTable<SuccessionRow>(
      db,
      "unit_succession",
      ["from_id", "into_id"],
      ["kind", "effective_on", "legal_basis"],
    );

    const put = (at: Position, row: UnitRow): void => {
      units.put(at, row);
      const names = (JSON.parse(row.names_json) as DatedName[]).map((dated) => dated.name);
      search.put(at, "UNIT", row.id, row.name, [...names, row.code ?? ""]);
    };
    const change = (event: LedgerEvent, id: string, fields: (row: UnitRow) => Partial<UnitRow>): void => {
      const row = units.get({ id });
      if (row) put(event.position, { ...row, ...fields(row), revision: event.revision });
    };
    const end = (
      event: Recorded<UnitsMerged | UnitSplit | UnitAbolished>,
      kind: UnitEnding,
      fromIds: readonly string[],
      intoIds: readonly string[],
    ): void => {
      const { effectiveOn: effective_on, legalBasis: legal_basis } = event.data;
      for (const from_id of fromIds) {
        change(event, from_id, () => ({ ending: kind, ends_on: effective_on, legal_basis }));
        for (const into_id of intoIds) {
          successions.put(event.position, { from_id, into_id, kind, effective_on, legal_basis });
        }
      }
      for (const id of intoIds) change(event, id, () => ({}));
    };
    const moved = (dated: readonly DatedFunction[]): Partial<UnitRow> => ({
      functions_json: JSON.stringify(dated.filter(({ to }) => to === null).map(({ held }) => held)),
      dated_functions_json: JSON.stringify(dated),
    });

    return when<UnitEvent>({
      UnitRegistered: (event) => put(event.position, firstRow(event)),
      UnitRenamed(event) {
        const { unitId, name, effectiveOn } = event.data;
        change(event, unitId, (row) => {
          const names = [...(JSON.parse(row.names_json) as DatedName[]), { name, from: effectiveOn }];
          return { name, sort_name: nameOrder(name), names_json: JSON.stringify(names) };
        });
      },
      UnitsMerged: (event) => end(event, "MERGED", event.data.fromIds, [event.data.intoId]),
      UnitSplit: (event) => end(event, "SPLIT", [event.data.fromId], event.data.intoIds),
      UnitAbolished: (event) => end(event, "ABOLISHED", [event.data.unitId], []),
      UnitFunctionMoved(event) {
        const { function: held, fromId, toId, effectiveOn } = event.data;
        const taken = (one: DatedFunction): DatedFunction =>
          one.held === held && one.to === null ? { ...one, to: effectiveOn } : one;
        change(event, fromId, (row) => moved(datedFunctionsOf(row).map(taken)));
        change(event, toId, (row) => moved([...datedFunctionsOf(row), { held, from: effectiveOn, to: null }]));
      },
    });
  },
};

function firstRow({ data, revision }: Recorded<UnitRegistered>): UnitRow {
  const { functions, effectiveOn, legalBasis } = data;
  return {
    id: data.unitId,
    kind: data.kind,
    code: data.code,
    parent_id: data.parentId,
    name: data.name,
    sort_name: nameOrder(data.name),
    names_json: JSON.stringify([{ name: data.name, from: effectiveOn }]),
    functions_json: JSON.stringify(functions),
    dated_functions_json: JSON.stringify(functions.map((held) => ({ held, from: effectiveOn, to: null }))),
    starts_on: effectiveOn,
    ends_on: null,
    ending: null,
    legal_basis: legalBasis,
    registered_basis: legalBasis,
    revision,
  };
}

export interface UnitFilter {
  readonly kinds?: readonly UnitKind[] | null | undefined;
  readonly parentId?: string | null | undefined;
  /** Only units that exist on this day. */
  readonly activeOn?: string | null | undefined;
  /** Only units that had begun by this day. */
  readonly begunBy?: LocalDate | undefined;
}

export class UnitQueries {
  private readonly byId;
  private readonly successors;
  private readonly predecessors;
  private readonly allSuccessions;

  constructor(private readonly db: Database) {
    const succession = `SELECT * FROM unit_succession s WHERE ${standsAt("s")}`;
    this.byId = db.prepare(`SELECT u.* FROM unit u WHERE u.id = :id AND ${standsAt("u")}`);
    this.successors = db.prepare(`${succession} AND s.from_id = :id ORDER BY s.into_id`);
    this.predecessors = db.prepare(`${succession} AND s.into_id = :id ORDER BY s.from_id`);
    this.allSuccessions = db.prepare(succession);
  }

  get(id: string, at: Position): UnitRow | undefined {
    return this.byId.get({ id, at }) as UnitRow | undefined;
  }

  list(filter: UnitFilter, direction: Direction, window: Window, at: Position): Rows<UnitRow> {
    const where = [standsAt("u")];
    const params: Record<string, SqlValue> = { at };
    if (filter.kinds) {
      where.push(`u.kind IN (SELECT value FROM json_each(:kinds))`);
      params["kinds"] = JSON.stringify(filter.kinds);
    }
    if (filter.parentId) {
      where.push(`u.parent_id = :parent`);
      params["parent"] = filter.parentId;
    }
    if (filter.activeOn) {
      where.push(`u.starts_on <= :day AND (u.ends_on IS NULL OR u.ends_on > :day)`);
      params["day"] = filter.activeOn;
    }
    if (filter.begunBy) {
      where.push(`u.starts_on <= :begunBy`);
      params["begunBy"] = filter.begunBy;
    }
    const sort = { terms: ["u.sort_name", "u.id"], direction };
    return readPage<UnitRow>(this.db, { select: "u.*", from: "unit u", where, params, sort }, window);
  }

  successorsOf(id: string, at: Position): readonly SuccessionRow[] {
    return this.successors.all({ id, at }) as SuccessionRow[];
  }

  predecessorsOf(id: string, at: Position): readonly SuccessionRow[] {
    return this.predecessors.all({ id, at }) as SuccessionRow[];
  }

  /** The unit and all it came from, however far back. */
  withPredecessors(id: string, at: Position): readonly string[] {
    const found = new Set([id]);
    for (const one of found) for (const step of this.predecessorsOf(one, at)) found.add(step.from_id);
    return [...found];
  }

  /**
   * Each ended unit and the one unit that stands in its place now. A unit that was split has no single successor and is
   * not in the map: its figures stay under its own name, as nobody can say which part they belong to.
   */
  soleSuccessors(at: Position): ReadonlyMap<string, string> {
    const into = new Map<string, string[]>();
    for (const step of this.allSuccessions.all({ at }) as SuccessionRow[]) {
      into.set(step.from_id, [...(into.get(step.from_id) ?? []), step.into_id]);
    }
    const lastOf = (id: string): string => {
      const next = into.get(id);
      return next?.length === 1 && next[0] !== undefined ? lastOf(next[0]) : id;
    };
    return new Map([...into.keys()].map((id) => [id, lastOf(id)] as const).filter(([id, last]) => id !== last));
  }

  /** What commands may know of it, now. */
  fact(id: string): UnitFact | undefined {
    const row = this.get(id, NOW);
    return (
      row && {
        unitId: row.id,
        kind: row.kind,
        name: row.name,
        names: JSON.parse(row.names_json) as DatedName[],
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      }
    );
  }
}
