import type { Database } from "better-sqlite3";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import type { LedgerEvent } from "../../src/eventstore/codec.js";
import { ConsequenceQueries, MAX_FOLLOWED } from "../../src/projections/timeline/consequenceQueries.js";
import { eventIndexPart } from "../../src/projections/timeline/eventIndex.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { SearchIndex } from "../../src/projections/table/search.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { CLOCK, commandMeta } from "../support/given.js";

/** Events of these commands, one each, at positions 1, 2, …: what caused what is all there is to them. */
function ledgerOf(commands: readonly { readonly id: string; readonly causedBy?: string }[]): Database {
  const db = new BetterSqlite3(":memory:");
  createParts(db, PARTS);
  const take = eventIndexPart.open({ db, search: new SearchIndex(db) });
  commands.forEach(({ id, causedBy }, index) =>
    take({
      ...{ id: `e${index}`, type: "NumberDrawn", data: {}, stream: "decisionRegister-r1", revision: index },
      ...{ position: index + 1, occurredAt: CLOCK, recordedAt: CLOCK, actor: commandMeta().actor },
      ...{ commandId: id, commandHash: "hash", correlationId: id, ...(causedBy && { causedBy }) },
    } as LedgerEvent),
  );
  return db;
}

describe("what commands led to", () => {
  const positions = (db: Database, command: string, at = NOW): number[] =>
    new ConsequenceQueries(db).follow(command, at).events.map(({ position }) => position);

  it("is told in order of position, once, however the causes lead in circles", () => {
    const circle = ledgerOf([
      { id: "a", causedBy: "c" },
      { id: "b", causedBy: "a" },
      { id: "c", causedBy: "b" },
      { id: "d", causedBy: "d" },
    ]);
    expect(positions(circle, "b")).to.deep.equal([1, 3]);
    expect(positions(circle, "b", 2)).to.deep.equal([]);
    expect(positions(circle, "d")).to.deep.equal([]);
  });

  it("is followed up to a limit, the nearest first, and says so when there was more", () => {
    const many = Array.from({ length: MAX_FOLLOWED - 1 }, (_, index) => ({ id: `near${index}`, causedBy: "start" }));
    const [far, farther] = [
      { id: "far", causedBy: "near0" },
      { id: "farther", causedBy: "far" },
    ];
    const db = ledgerOf([{ id: "start" }, ...many, far, farther]);
    const consequences = new ConsequenceQueries(db);
    const farAt = MAX_FOLLOWED + 1;
    expect(consequences.follow("start", farAt))
      .to.deep.include({ isWhole: true })
      .and.have.property("events")
      .of.length(MAX_FOLLOWED);
    const more = consequences.follow("start", NOW);
    expect(more.isWhole).to.equal(false);
    expect(more.events).to.have.length(MAX_FOLLOWED);
    expect(more.events.at(-1)).to.deep.equal({ position: farAt, named: true });
  });
});
