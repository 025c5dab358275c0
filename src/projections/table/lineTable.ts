import { OPEN, type SqlValue, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";
import type { Follower } from "./recordPart.js";

type LineRow = Record<string, SqlValue>;

/** A table with a row for each line of a list that a record has, where lists or filters go by its lines. */
export interface LineTable<S, T> {
  readonly name: string;
  /** The column that names the record. */
  readonly record: string;
  /** By which columns, besides the record, a line is known. */
  readonly key: Readonly<Record<string, "TEXT" | "INTEGER">>;
  readonly columns: Readonly<Record<string, "TEXT" | "INTEGER">>;
  /** More indexes, by name: their columns. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  readonly lines: (state: S) => readonly T[];
  /** The line as a row, but for the record; `at` is its place in the list. */
  readonly row: (line: T, at: number) => LineRow;
}

/** Keeps the table of lines true. A line that did not change is the same object before and after: states are never changed. */
export const lineTable = <S, T extends object>(table: LineTable<S, T>): Follower<S> => ({
  ddl: ddlOf(table),
  open({ db }) {
    const { name, record, key, columns, lines, row } = table;
    const [keys, others] = [[record, ...Object.keys(key)], Object.keys(columns)];
    const rows = new TemporalTable<LineRow>(db, name, keys, others);
    const standing = db.prepare(
      `SELECT ${[...keys, ...others].join(", ")} FROM ${name} WHERE ${record} = ? AND to_position = ${OPEN}`,
    );
    return {
      changed({ event: { position, story }, before, after }) {
        // What is taken back may be what is kept apart from the record: the table knows what stood.
        if (story) {
          const stand = lines(after.state).map((line, at) => ({ [record]: after.id, ...row(line, at) }));
          return rows.turn(position, standing.all(after.id) as LineRow[], stand);
        }
        const old = before ? lines(before.state) : [];
        const fresh = lines(after.state);
        if (old === fresh) return;
        const there = new Set(old);
        const stay = new Set(fresh);
        old.forEach((line, at) => {
          if (!stay.has(line)) rows.end(position, { [record]: after.id, ...row(line, at) });
        });
        fresh.forEach((line, at) => {
          if (!there.has(line)) rows.begin(position, { [record]: after.id, ...row(line, at) });
        });
      },
    };
  },
});

function ddlOf({ name, record, key, columns, indexes = {} }: Omit<LineTable<never, never>, "lines" | "row">): string {
  const keys = Object.entries(key).map(([column, type]) => `${column} ${type} NOT NULL,`);
  const others = Object.entries(columns).map(([column, type]) => `${column} ${type},`);
  const more = Object.entries(indexes).map(
    ([index, of]) => `CREATE INDEX ${name}_${index} ON ${name} (${of.join(", ")});`,
  );
  return `
    CREATE TABLE ${name} (
      ${record} TEXT NOT NULL,
      ${keys.join("\n")}
      ${TEMPORAL_COLUMNS},
      ${others.join("\n")}
      PRIMARY KEY (${[record, ...Object.keys(key)].join(", ")}, from_position)
    ) STRICT, WITHOUT ROWID;
    ${more.join("\n")}
  `;
}
