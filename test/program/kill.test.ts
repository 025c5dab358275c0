import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ONE_THREAD, Program } from "./program.js";
import { REGISTER_VISIT, Registered, visitsOf, visitToRegister } from "./registering.js";

const ROUNDS = 2;
const IN_FLIGHT = 16;
/** So many answers into a round the process is killed, in the middle of what is in flight. */
const ANSWERS_BEFORE_KILL = [23, 90, 160];

describe("a server that is killed in the middle of a load of mutations", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-kill-"));
  let program: Program;
  after(async () => {
    await program.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("has every acknowledged one, none half, and takes the unanswered ones again as once", async () => {
    program = await Program.start(folder, ONE_THREAD);
    const input = await visitToRegister(program);
    const registered = new Registered(input);
    const { asked, acknowledged } = registered;

    for (let round = 0; round < ROUNDS; round++) {
      const answers = ANSWERS_BEFORE_KILL[round] ?? 50;
      let killed: Promise<void> | undefined;
      await registered.until(program, IN_FLIGHT, (answered) => {
        if (answered >= answers) killed ??= program.kill();
        return killed !== undefined;
      });
      await killed;
      program = await Program.start(folder, ONE_THREAD);
    }
    expect(acknowledged.size).to.be.greaterThan(ROUNDS * 20);

    const visits = await visitsOf(program);
    expect(visits.size, "no visit without its command").to.be.at.most(asked.size);
    for (const [commandId, id] of acknowledged) expect(visits.get(id), commandId).to.equal("COMPLETED");
    for (const status of visits.values())
      expect(status, "three events of one command, all or none").to.equal("COMPLETED");

    for (const commandId of asked) {
      const { registerVisit: again } = await program.ask(REGISTER_VISIT, { input: { ...input, commandId } });
      if (acknowledged.has(commandId))
        expect(again).to.deep.include({ replayed: true, visit: { id: acknowledged.get(commandId) } });
      expect(again.visit?.id, JSON.stringify(again)).to.be.a("string");
    }
    expect((await visitsOf(program)).size).to.equal(asked.size);
    const { visitFigures } = await program.ask(
      `{ visitFigures(period: { from: "2019-01-01", to: "2100-01-01" }) { rows { visits { value } } } }`,
    );
    expect(visitFigures.rows[0].visits.value).to.equal(asked.size);
    expect(await program.stop()).to.equal(0);
  });
});
