import { expect } from "chai";
import type { GraphQLSchema } from "graphql";
import type { Principal } from "../../src/commands/bus.js";
import { localDateOf } from "../../src/domain/kernel/time.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import type { Example } from "../../src/server/example.js";
import { examplesOf } from "../../src/server/exampleFacts.js";
import { startServer } from "../../src/server/server.js";
import { cleanUp, newFolder, tracked } from "../eventstore/support/stores.js";
import { type Answer, ask, withoutThreads } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";

const OFFICER = { subject: "explorer", role: "PRESS_OFFICER", unitId: null } as const satisfies Principal;
const OF_RECORDS = ["LedTo", "RecordViews"];

describe("the explorer's examples, on the ledger itself", () => {
  let schema: GraphQLSchema;
  let ledger: Ledger;
  let endpoint: string;
  let token: string;
  before(async () => {
    const config = withoutThreads({ DATA_DIR: newFolder() });
    ledger = await openLedger({ folder: config.dataDir });
    schema = await buildLedgerSchema();
    const server = await startServer({ config, ledger, schema, logTo: { write: () => undefined } });
    tracked({ close: () => server.close().then(() => ledger.close()) });
    token = await (await developmentKey(config.dataDir, config.auth)).issue({ ...OFFICER, hours: 1 });
    endpoint = `${server.url}/graphql`;
  });
  after(cleanUp);

  const examples = (): Promise<readonly Example[]> => examplesOf(schema, ledger)(OFFICER);
  const namesOf = (given: readonly Example[]): string[] => given.map(({ name }) => name);
  const named = (given: readonly Example[], name: string): Example => given.find((one) => one.name === name)!;
  const run = ({ query, variables }: Example): Promise<Answer> => ask(endpoint, query, { variables, token });

  /** Each has one operation of its name, and no fault comes of it; what a mutation begins, it begins. */
  async function allRun(): Promise<void> {
    for (const example of await examples()) {
      const { name, query, variables } = example;
      const [, kind, operation] = /^(query|mutation|subscription) (\w+)/m.exec(query) ?? [];
      expect(operation).to.equal(name);
      if (kind === "subscription") {
        const client = await SocketClient.ready(endpoint, { token });
        client.subscribe("1", query, variables);
        expect((await client.next("next", "1")).payload, name).not.to.have.property("errors");
        await client.close();
      } else {
        const answer = await run(example);
        expect([answer.status, answer.errors], name).to.deep.equal([200, []]);
        if (kind === "mutation") expect(JSON.stringify(answer.data), name).to.match(/"__typename":"\w+Changed"/);
      }
    }
  }

  it("begin on an empty ledger with what can be done first, of today, and name no record", async () => {
    const given = await examples();
    expect(namesOf(given).slice(0, 2)).to.deep.equal(["RegisterUnit", "Units"]);
    expect(namesOf(given)).not.to.include.members(OF_RECORDS);
    const { period, asOf } = named(given, "VisitFigures").variables as {
      period: { from: string; to: string };
      asOf: { endOf: string };
    };
    const today = localDateOf(ledger.now().toISOString());
    expect(asOf.endOf).to.equal(today);
    expect(period.from <= today && today <= period.to, JSON.stringify(period)).to.equal(true);
  });

  it("all run on it, and go on from there: unit, agency, reporter, visit", async () => {
    for (const next of ["RegisterPressAgency", "RegisterReporter", "RegisterVisit"]) {
      await allRun();
      const given = namesOf(await examples());
      expect(given.slice(0, 3)).to.deep.equal(["Units", "RegisterUnit", next]);
      expect(given).to.include.members(OF_RECORDS);
    }
    await allRun();
    const visits = await run(named(await examples(), "Visits"));
    expect(visits.data).to.have.nested.property("visits.nodes[0].status", "ARRIVED");
  });

  it("have another command each time, which is done once", async () => {
    const [once, again] = [named(await examples(), "RegisterUnit"), named(await examples(), "RegisterUnit")];
    for (const [example, replayed] of [
      [once, false],
      [once, true],
      [again, false],
    ] as const) {
      expect((await run(example)).data).to.have.nested.property("registerUnit.replayed", replayed);
    }
  });

  it("tell nobody without a token of a record that he may not read, and are refused to him", async () => {
    const given = await examplesOf(schema, ledger)(undefined);
    expect(JSON.stringify(given)).not.to.match(/(?:Visit|Reporter|Inspection|Sanction):[0-9a-f]/);
    expect((await ask(endpoint, named(given, "Visits").query)).status).to.equal(401);
  });
});
