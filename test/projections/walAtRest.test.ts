import { statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { openForReading } from "../../src/projections/readModel/openFile.js";
import { openForWriting, shortenWal } from "../../src/projections/readModel/readModelFile.js";
import { cleanUp, newFolder } from "../eventstore/support/stores.js";

describe("the write-ahead log of a read model", () => {
  afterEach(cleanUp);

  it("gives its room back, unless a reader stands in the way, for whom nobody waits", () => {
    const path = join(newFolder(), "read-model-test.db");
    const db = openForWriting(path);
    const bytes = (): number => statSync(`${path}-wal`).size;
    db.exec("CREATE TABLE filler (bytes BLOB)");
    const reader = openForReading(path);
    reader.exec("BEGIN; SELECT count(*) FROM filler");
    db.exec("INSERT INTO filler VALUES (randomblob(8000000))");
    expect(bytes()).to.be.greaterThan(8_000_000);
    const startedAt = Date.now();
    expect(shortenWal(db)).to.equal(false);
    expect(Date.now() - startedAt).to.be.lessThan(2_000);
    reader.exec("COMMIT");
    expect(shortenWal(db)).to.equal(true);
    expect(bytes()).to.equal(0);
    reader.close();
    db.close();
  });
});
