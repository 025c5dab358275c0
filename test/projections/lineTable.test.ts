import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import type { LedgerEvent } from "../../src/eventstore/codec.js";
import { SearchIndex } from "../../src/projections/table/search.js";
import { searchPart } from "../../src/projections/table/searchPart.js";
import { lineTable } from "../../src/projections/table/lineTable.js";
import type { StandingRecords } from "../../src/projections/table/standingRecords.js";

interface Line {
  readonly name: string;
}
interface Book {
  readonly lines: readonly Line[];
}

describe("a table of lines", () => {
  it("has what each list had at each position, and writes only the lines that changed", () => {
    const db = new BetterSqlite3(":memory:");
    const table = lineTable<Book, Line>({
      name: "line",
      record: "book_id",
      key: { ordinal: "INTEGER" },
      columns: { name: "TEXT" },
      lines: ({ lines }) => lines,
      row: ({ name }, at) => ({ ordinal: at, name }),
    });
    db.exec(searchPart.ddl + table.ddl);
    const { changed } = table.open({ db, search: new SearchIndex(db) }, {} as StandingRecords<Book>);
    const version = (lines: readonly Line[]) => ({ id: "b", revision: 0, recordedAt: "", state: { lines } });
    const [one, two, other] = [{ name: "một" }, { name: "hai" }, { name: "khác" }];
    const story = [[one], [one, two], [one, two], [one, other], [one]];
    story.forEach((lines, index) => {
      const before = story[index - 1];
      changed?.({
        event: { position: index + 1 } as LedgerEvent,
        before: before && version(before),
        after: version(lines),
      });
    });
    const at = db
      .prepare(`SELECT name FROM line WHERE from_position <= :at AND to_position > :at ORDER BY ordinal`)
      .pluck();
    story.forEach((lines, index) => {
      expect(at.all({ at: index + 1 }), `at ${index + 1}`).to.deep.equal(lines.map(({ name }) => name));
    });
    expect(db.prepare(`SELECT count(*) FROM line`).pluck().get()).to.equal(3);
  });
});
