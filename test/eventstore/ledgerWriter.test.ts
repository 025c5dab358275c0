import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { LedgerWriter } from "../../src/eventstore/embedded/ledgerWriter.js";
import type { AppendRequest } from "../../src/eventstore/embedded/messages.js";
import { BEFORE_FIRST } from "../../src/eventstore/appendRequest.js";
import type { Connection } from "../../src/eventstore/embedded/schema.js";
import { openForWriting } from "../../src/eventstore/embedded/schema.js";
import { newEvent } from "../support/conformance/helpers.js";
import { cleanUp, newFolder, tracked } from "./support/stores.js";

describe("ledger writer", () => {
  let db: Connection;
  let writer: LedgerWriter;
  beforeEach(() => {
    db = openForWriting(newFolder());
    writer = new LedgerWriter(db);
    tracked({ close: async () => writer.close() });
  });
  afterEach(cleanUp);

  const count = (): unknown => db.prepare("SELECT count(*) FROM events").pluck().get();

  it("judges each request of a batch by what the ones before it leave", () => {
    const first = request("a-1", BEFORE_FIRST);
    const verdicts = writer.write([
      first,
      request("a-1", BEFORE_FIRST),
      request("a-1", 0),
      first,
      request("b-1", BEFORE_FIRST, first.events[0]!.id),
    ]);
    expect(verdicts).to.deep.equal([
      { ticket: 1, kind: "appended", result: { revision: 0, position: 1 } },
      { ticket: 1, kind: "wrong-revision", actual: 0 },
      { ticket: 1, kind: "appended", result: { revision: 1, position: 2 } },
      { ticket: 1, kind: "appended", result: { revision: 0, position: 1, repeated: true } },
      { ticket: 1, kind: "id-taken", eventId: first.events[0]!.id },
    ]);
    expect(count()).to.equal(2);
  });

  it("takes back the whole batch when one request breaks the transaction, and goes on", () => {
    writer.write([request("a-1", BEFORE_FIRST)]);
    db.exec(`CREATE TEMP TRIGGER breaks BEFORE INSERT ON main.events WHEN new.stream = 'bad-1'
             BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    const batch = [request("a-1", 0), request("bad-1", BEFORE_FIRST), request("b-1", BEFORE_FIRST)];
    for (const verdict of writer.write(batch)) {
      expect(verdict).to.deep.include({ kind: "failed", outcome: "nothing-written" });
    }
    expect(count()).to.equal(1);
    expect(writer.head).to.equal(1);
    db.exec("DROP TRIGGER breaks");
    expect(writer.write(batch).map(({ kind }) => kind)).to.deep.equal(["appended", "appended", "appended"]);
    expect(writer.head).to.equal(4);
  });

  it("does not let a failed batch move its clock", () => {
    db.exec(`CREATE TEMP TRIGGER breaks BEFORE INSERT ON main.events WHEN new.stream = 'bad-1'
             BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    writer.write([request("a-1", BEFORE_FIRST, randomUUID(), 9_000), request("bad-1", BEFORE_FIRST)]);
    writer.write([request("a-1", BEFORE_FIRST, randomUUID(), 2_000)]);
    expect(db.prepare("SELECT recorded_at FROM events").pluck().all()).to.deep.equal([2_000]);
  });

  it("knows the head of a log that it finds", () => {
    writer.write([request("a-1", BEFORE_FIRST), request("a-2", BEFORE_FIRST)]);
    expect(new LedgerWriter(db).head).to.equal(2);
  });
});

function request(stream: string, expected: number, id: string = randomUUID(), nowMs = 1_000): AppendRequest {
  return { ticket: 1, stream, expected, events: [newEvent({ id })], bytes: 20, nowMs };
}
