import type { Database } from "better-sqlite3";
import type { NamedAs } from "./namedAs.js";
import type { OwnRows, ReadModelPart } from "./part.js";
import type { Follower } from "./recordPart.js";
import { OPEN, TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";

interface PersonRow {
  readonly named_as: NamedAs;
  readonly ref: string;
}

/**
 * Who is known to be a person, or a household business, which goes by a person's name. Somebody may have been recorded as
 * an organisation first; what protects a person's name is what is known today, whatever the basis of an answer.
 */
export const personsPart: ReadModelPart = {
  name: "persons",
  source: import.meta.url,
  ddl: `
    CREATE TABLE person (
      named_as TEXT NOT NULL,
      ref TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      PRIMARY KEY (named_as, ref, from_position)
    ) STRICT, WITHOUT ROWID;
  `,
  open: () => () => undefined,
};

/** The persons among those whom a kind of record names, as a part's own rows. */
export const personsAs = (named: NamedAs): OwnRows => ({
  of: personsPart,
  table: "person",
  column: "named_as",
  value: named,
});

/** Keeps true which of those whom a record names are persons. */
export const persons = <S>(named_as: NamedAs, idsIn: (state: S) => readonly string[]): Follower<S> => ({
  ddl: "",
  open({ db }) {
    const rows = new TemporalTable<PersonRow>(db, "person", ["named_as", "ref"], []);
    return {
      changed({ event: { position }, before, after }) {
        const then = new Set(before && idsIn(before.state));
        const now = new Set(idsIn(after.state));
        for (const ref of then) if (!now.has(ref)) rows.end(position, { named_as, ref });
        for (const ref of now) if (!then.has(ref)) rows.begin(position, { named_as, ref });
      },
    };
  },
});

/** The same in SQL, of this program's own: nobody known by now to be a person is named by this reference. */
export const namesNoPerson = (as: NamedAs, ref: string): string =>
  `NOT EXISTS (SELECT 1 FROM person WHERE named_as = '${as}' AND ref = ${ref} AND to_position = ${OPEN})`;

export class PersonQueries {
  private readonly known;

  constructor(db: Database) {
    this.known = db.prepare(`SELECT 1 FROM person WHERE named_as = ? AND ref = ? AND to_position = ${OPEN}`).pluck();
  }

  /** Whether it is known by now. */
  isPerson(as: NamedAs, ref: string): boolean {
    return this.known.get(as, ref) !== undefined;
  }
}
