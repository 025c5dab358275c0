import { expect } from "chai";
import { loadConfig } from "../../../src/config.js";
import { openLedger } from "../../../src/ledger.js";
import { developmentKey } from "../../../src/server/developmentKey.js";
import { startServer } from "../../../src/server/server.js";
import { cleanUp, newFolder, tracked } from "../../eventstore/support/stores.js";
import { type Answer, ask, codes } from "../support/servers.js";

/** A server on a ledger of its own, which answers by so many threads. */
async function serve(
  threads: number,
  maxWorkMs?: number,
): Promise<(query: string, variables?: object) => Promise<Answer>> {
  const read = loadConfig({ PORT: "0", DATA_DIR: newFolder(), LEDGER_READING_THREADS: String(threads) });
  const config = { ...read, limits: { ...read.limits, ...(maxWorkMs === undefined ? {} : { maxWorkMs }) } };
  const ledger = await openLedger({ folder: config.dataDir });
  const server = await startServer({ config, ledger, logTo: { write: () => undefined } });
  tracked({ close: () => server.close().then(() => ledger.close()) });
  const key = await developmentKey(config.dataDir, config.auth);
  const token = await key.issue({ subject: "officer-1", role: "PRESS_OFFICER", unitId: null, hours: 1 });
  return (query, variables = {}) => ask(`${server.url}/graphql`, query, { variables, token });
}

const register = (nth: number): object => ({
  input: {
    commandId: `00000000-0000-4000-8000-${String(nth).padStart(12, "0")}`,
    effectiveOn: "2019-01-01",
    legalBasis: "Quyết định 1",
    unit: { name: `Đơn vị thứ ${nth}`, kind: "DEPARTMENT" },
  },
});
const REGISTER = `mutation ($input: RegisterUnitInput!) {
  registerUnit(input: $input) { ... on UnitChanged { position unit { id } } ... on UserError { code path } ... on InvalidInput { issues { path } } }
}`;

describe("a question answered by a thread of its own", () => {
  let send: (query: string, variables?: object) => Promise<Answer>;
  before(async () => {
    send = await serve(2);
  });
  after(cleanUp);

  it("has in it what was acknowledged before it was asked", async () => {
    for (let nth = 1; nth <= 25; nth++) {
      const { data } = await send(REGISTER, register(nth));
      const { position, unit } = (data as { registerUnit: { position: string; unit: { id: string } } }).registerUnit;
      const answer = await send(
        `query ($id: UnitId!, $position: Position!) {
        ledger { position }
        now: unit(id: $id) { id }
        then: unit(id: $id, asOf: { position: $position }) { name }
      }`,
        { id: unit.id, position },
      );
      expect(answer.data).to.deep.equal({
        ledger: { position },
        now: { id: unit.id },
        then: { name: `Đơn vị thứ ${nth}` },
      });
    }
  });

  it("knows who asks, and what this caller may do next", async () => {
    const { data } = await send(
      `{ viewer { subject role } units(first: 1) { nodes { nextSteps { mutation allowed } } } }`,
    );
    expect(data).to.have.nested.property("viewer.subject", "officer-1");
    const steps = (data as { units: { nodes: [{ nextSteps: { mutation: string; allowed: boolean }[] }] } }).units;
    expect(steps.nodes[0].nextSteps.find(({ mutation }) => mutation === "renameUnit")).to.have.property(
      "allowed",
      true,
    );
  });

  it("is refused in the closed codes, as it is by the thread that takes it in", async () => {
    expect(codes(await send(`{ units(asOf: { position: "P1-999999" }) { nodes { id } } }`))).to.deep.equal([
      "POSITION_AHEAD",
    ]);
    expect(codes(await send(`{ units(first: 1000) { nodes { id } } }`))).to.deep.equal(["BAD_USER_INPUT"]);
    expect(codes(await send(`query ($n: Int!) { units(first: $n) { nodes { id } } }`, { n: "x" }))).to.deep.equal([
      "BAD_USER_INPUT",
    ]);
    expect((await send(`query ($n: Int!) { units(first: $n) { nodes { id } } }`, { n: "x" })).data).to.equal(undefined);
  });

  it("ends when it is worked on for too long, and shows nothing of what was found until then", async () => {
    const hurried = await serve(1, 0);
    const answer = await hurried(`{ ledger { position } units { nodes { id } } }`);
    expect(codes(answer)).to.deep.equal(["COST_LIMIT_EXCEEDED"]);
    expect(answer.data).to.equal(undefined);
    expect(answer.status).to.equal(400);
    expect((await hurried(REGISTER, register(1))).data).to.have.nested.property("registerUnit.unit.id");
  });
});
