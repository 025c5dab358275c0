import { expect } from "chai";
import { loadConfig } from "../../src/config.js";
import { openLedger } from "../../src/ledger.js";
import { EXAMPLES } from "../../src/server/examples.js";
import { startServer } from "../../src/server/server.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import { cleanUp, newFolder, tracked } from "../eventstore/support/stores.js";
import { ask } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";

describe("the explorer's examples, on the ledger itself", () => {
  let endpoint: string;
  let token: string;
  before(async () => {
    const config = loadConfig({ PORT: "0", DATA_DIR: newFolder() });
    const ledger = await openLedger({ folder: config.dataDir });
    const server = await startServer({ config, ledger, logTo: { write: () => undefined } });
    tracked({ close: () => server.close().then(() => ledger.close()) });
    const key = await developmentKey(config.dataDir, config.auth);
    token = await key.issue({ subject: "explorer", role: "PRESS_OFFICER", unitId: null, hours: 1 });
    endpoint = `${server.url}/graphql`;
  });
  after(cleanUp);

  for (const { name, query, variables } of EXAMPLES) {
    it(`${name} has one operation of that name, which runs without a fault`, async () => {
      expect(query.match(/^(?:query|mutation|subscription) (\w+)/m)?.[1]).to.equal(name);
      if (/^subscription/m.test(query)) {
        const client = await SocketClient.ready(endpoint, { token });
        client.subscribe("1", query, variables);
        expect((await client.next("next", "1")).payload).not.to.have.property("errors");
        await client.close();
      } else {
        const answer = await ask(endpoint, query, { variables, token });
        expect(answer.errors).to.deep.equal([]);
        expect(answer.status).to.equal(200);
      }
    });
  }

  it("register a unit that the list of units then has", async () => {
    const [units, registerUnit] = EXAMPLES;
    const first = await ask(endpoint, registerUnit!.query, { variables: registerUnit!.variables, token });
    const again = await ask(endpoint, registerUnit!.query, { variables: registerUnit!.variables, token });
    expect(first.data).to.have.nested.property("registerUnit.__typename", "UnitChanged");
    expect(again.data).to.have.nested.property("registerUnit.replayed", true);
    const listed = await ask(endpoint, units!.query);
    expect(listed.data).to.have.nested.property("units.nodes[0].name", "Ban Quản lý Di tích (ví dụ)");
  });

  it("do not open to those without a token what is for those who work with it", async () => {
    const visits = EXAMPLES.find(({ name }) => name === "Visits");
    expect((await ask(endpoint, visits!.query)).status).to.equal(401);
  });
});
