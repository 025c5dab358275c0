import { expect } from "chai";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { countRows, MAX_COUNTED } from "../../src/projections/table/paging.js";

describe("counting a list", () => {
  it("goes so far and no further, and says whether that was all", () => {
    const db = new BetterSqlite3(":memory:");
    db.exec(`CREATE TABLE n (i INTEGER PRIMARY KEY) STRICT`);
    const insert = db.prepare(`INSERT INTO n VALUES (?)`);
    db.transaction(() => {
      for (let i = 1; i <= MAX_COUNTED + 5; i++) insert.run(i);
    })();
    const upTo = (at: number): object => countRows(db, { from: "n", where: ["i <= :at"], params: { at } });
    expect(upTo(0)).to.deep.equal({ value: 0, isExact: true });
    expect(upTo(MAX_COUNTED)).to.deep.equal({ value: MAX_COUNTED, isExact: true });
    for (const more of [1, 5]) expect(upTo(MAX_COUNTED + more)).to.deep.equal({ value: MAX_COUNTED, isExact: false });
    db.close();
  });
});
