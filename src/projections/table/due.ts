import type { Due } from "../../domain/due/due.js";
import { endOfDay } from "../../domain/kernel/time.js";
import type { Follower } from "./recordPart.js";
import type { OwnRows, ReadModelPart } from "./part.js";
import { OPEN, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

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
  /** The last moment: of a day, its end in Vietnam; null: a period runs. */
  by_moment: string | null;
  /** Null: the clock runs by the hour, or a period runs. */
  by_day: string | null;
  rule_json: string | null;
  /** Of a period that runs: which, and from which day. The law, which an operator may change, is in no table. */
  law_key: string | null;
  runs_from: string | null;
  /** The party of a case on whose decision it is no longer owed. */
  until_decided_on: string | null;
}

const KEY = ["record_kind", "record_id", "due_kind", "part_id", "unit_id"] as const;
const COLUMNS = [
  "nth",
  "since",
  "by_moment",
  "by_day",
  "rule_json",
  "law_key",
  "runs_from",
  "until_decided_on",
] as const;

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
    by_moment TEXT,
    by_day TEXT,
    rule_json TEXT,
    law_key TEXT,
    runs_from TEXT,
    until_decided_on TEXT,
    PRIMARY KEY (record_kind, record_id, due_kind, part_id, unit_id, from_position)
  ) STRICT, WITHOUT ROWID;
`;
const INDEXES = `
  CREATE INDEX due_of_unit ON due (unit_id, by_moment, record_id, due_kind, part_id, from_position, to_position);
  CREATE INDEX due_in_order ON due (by_moment, record_id, due_kind, part_id, unit_id, from_position, to_position);
  CREATE INDEX due_running ON due (to_position, from_position) WHERE law_key IS NOT NULL;
`;

/** The table alone: what a record owes is known to the part that has it, and that part writes it. */
export const duePart: ReadModelPart = {
  name: "due",
  source: import.meta.url,
  ddl: DDL,
  indexes: INDEXES,
  open: () => () => undefined,
};

/** What records of a kind owe, as a part's own rows. */
export const owedBy = (kind: string): OwnRows => ({ of: duePart, table: "due", column: "record_kind", value: kind });

/** Keeps what each record of a kind owes true after each of its events. */
export const owed = <S extends object>(kind: string, owes: (state: S) => readonly Due[]): Follower<S> => ({
  ddl: "",
  open({ db }) {
    const table = new TemporalTable<DueRow>(db, "due", KEY, COLUMNS);
    const standing = db.prepare(
      `SELECT ${[...KEY, ...COLUMNS].join(", ")} FROM due
       WHERE record_kind = ? AND record_id = ? AND to_position = ${OPEN}`,
    );
    return {
      changed({ event, before, after }) {
        const { position } = event;
        const now = owes(after.state);
        const then = before && !event.story ? owes(before.state) : [];
        // Most records owe nothing, most of the time.
        if (now.length === 0 && then.length === 0 && !event.story) return;
        // What is taken back may be what is kept apart from the record: then the table knows what stood.
        const stood = event.story ? (standing.all(kind, after.id) as DueRow[]) : rowsOf(kind, after.id, then);
        table.turn(position, stood, rowsOf(kind, after.id, now));
      },
    };
  },
});

/** `2019-09-03`: a moment is longer. */
const DAY_CHARS = 10;

const rowsOf = (kind: string, id: string, dues: readonly Due[]): readonly DueRow[] =>
  dues.flatMap(({ kind: dueKind, partId = "", unitIds, since, by, rule, untilDecidedOn = null }) => {
    const [moment, period] = typeof by === "string" ? [by, null] : [null, by];
    const byDay = moment?.length === DAY_CHARS ? moment : null;
    const common = {
      ...{ record_kind: kind, record_id: id, due_kind: dueKind, part_id: partId, since },
      by_moment: byDay === null ? moment : endOfDay(byDay),
      by_day: byDay,
      rule_json: rule && JSON.stringify(rule),
      law_key: period?.key ?? null,
      runs_from: period?.from ?? null,
      until_decided_on: untilDecidedOn,
    };
    const owing = unitIds.length === 0 ? [""] : unitIds;
    return owing.map((unit_id, nth) => ({ ...common, unit_id, nth }));
  });
