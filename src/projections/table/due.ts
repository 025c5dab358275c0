import type { Due } from "../../domain/due/due.js";
import { endOfDay } from "../../domain/kernel/time.js";
import type { Follower } from "./recordPart.js";
import type { OwnRows, ReadModelPart } from "./part.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

/** One thing that a unit owes, of a record or of a part of it; one row for each unit that does. */
export interface DueRow {
  record_kind: string;
  record_id: string;
  due_kind: string;
  /** Empty: the record itself. */
  part_id: string;
  /** Empty: nobody who stands in the register. */
  unit_id: string;
  /** 0: the unit in charge. */
  nth: number;
  since: string;
  /** The last moment: of a day, its end in Vietnam. */
  by_moment: string;
  /** Null: the clock runs by the hour. */
  by_day: string | null;
  rule_json: string | null;
}

const KEY = ["record_kind", "record_id", "due_kind", "part_id", "unit_id"] as const;
const COLUMNS = ["nth", "since", "by_moment", "by_day", "rule_json"] as const;

const DDL = `
  CREATE TABLE due (
    record_kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    due_kind TEXT NOT NULL,
    part_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    nth INTEGER NOT NULL,
    since TEXT NOT NULL,
    by_moment TEXT NOT NULL,
    by_day TEXT,
    rule_json TEXT,
    PRIMARY KEY (record_kind, record_id, due_kind, part_id, unit_id, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX due_of_unit ON due (unit_id, by_moment, record_id, due_kind, part_id, from_position, to_position);
  CREATE INDEX due_in_order ON due (by_moment, record_id, due_kind, part_id, unit_id, from_position, to_position);
`;

/** The table alone: what a record owes is known to the part that has it, and that part writes it. */
export const duePart: ReadModelPart = {
  name: "due",
  source: import.meta.url,
  ddl: DDL,
  open: () => () => undefined,
};

/** What records of a kind owe, as a part's own rows. */
export const owedBy = (kind: string): OwnRows => ({ of: duePart, table: "due", column: "record_kind", value: kind });

/** Keeps what each record of a kind owes true after each of its events. */
export const owed = <S extends object>(kind: string, owes: (state: S) => readonly Due[]): Follower<S> => ({
  ddl: "",
  open({ db }) {
    const table = new TemporalTable<DueRow>(db, "due", KEY, COLUMNS);
    return {
      changed({ event: { position }, before, after }) {
        const then = before ? rowsOf(kind, before.id, owes(before.state)) : NO_ROWS;
        const now = rowsOf(kind, after.id, owes(after.state));
        for (const [key, row] of then) if (!now.has(key)) table.end(position, row);
        for (const [key, row] of now) {
          const stood = then.get(key);
          if (!stood) table.begin(position, row);
          else if (COLUMNS.some((column) => stood[column] !== row[column])) table.put(position, row);
        }
      },
    };
  },
});

/** `2019-09-03`: a moment is longer. */
const DAY_CHARS = 10;

const NO_ROWS: ReadonlyMap<string, DueRow> = new Map();

function rowsOf(kind: string, id: string, dues: readonly Due[]): ReadonlyMap<string, DueRow> {
  const rows = new Map<string, DueRow>();
  for (const { kind: dueKind, partId = "", unitIds, since, by, rule } of dues) {
    const byDay = by.length === DAY_CHARS ? by : null;
    const common = {
      ...{ record_kind: kind, record_id: id, due_kind: dueKind, part_id: partId, since },
      by_moment: byDay === null ? by : endOfDay(byDay),
      by_day: byDay,
      rule_json: rule && JSON.stringify(rule),
    };
    const owing = unitIds.length === 0 ? [""] : unitIds;
    owing.forEach((unit_id, nth) => rows.set(`${dueKind} ${partId} ${unit_id}`, { ...common, unit_id, nth }));
  }
  return rows;
}
