import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { claimIdOf, claimStream } from "../../src/commands/claims.js";
import { reporterSpecs } from "../../src/commands/reporters.js";
import { Api, OFFICER } from "../support/api.js";
import { cast } from "../support/cast.js";
import { specIn, type StepInput } from "../support/steps.js";

const NOW = "2019-09-10T03:00:00.000Z";
const SCRIPT = fileURLToPath(new URL("./diesAfterClaim.js", import.meta.url));

describe("a server that is killed between a claim and the events it was made for", function () {
  this.timeout(60_000);
  let api: Api;
  let agencyId: string;
  before(async () => {
    api = await Api.open(NOW);
    agencyId = (await cast(api)).agency.replace("PressAgency:", "");
  });
  after(() => api.close());

  const registering = (name: string, number: string): StepInput => ({
    ...{ commandId: api.commandId(name), name, kind: "CARD_HOLDER", agencyId, since: "2018-01-01" },
    card: { number, issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" },
  });
  const killed = async (input: StepInput): Promise<void> => {
    await api.ledger.close();
    const child = spawn(process.execPath, [SCRIPT, api.folder, NOW, JSON.stringify(input)], { stdio: "inherit" });
    expect((await once(child, "exit"))[1]).to.equal("SIGKILL");
    await api.reopen();
    await api.ledger.reads.reached(await api.ledger.log.head());
  };
  const register = async (input: StepInput): Promise<string> => {
    const outcome = await api.ledger.bus.run(specIn(reporterSpecs, "RegisterReporter"), input, OFFICER);
    return "refusal" in outcome ? outcome.refusal.code : "done";
  };
  const claimsOf = async (key: string): Promise<string[]> => {
    const events = await api.ledger.log.readStream(claimStream(claimIdOf({ kind: "PRESS_CARD", key })));
    return events.map(({ type }) => type);
  };

  it("leaves a claim that the same command takes over", async () => {
    const input = registering("Một", "IBT1");
    await killed(input);
    expect(await claimsOf("IBT1")).to.deep.equal(["ThingClaimed"]);
    expect(await register(input)).to.equal("done");
    expect(await register(registering("Hai", "IBT1"))).to.equal("PRESS_CARD_TAKEN");
  });

  it("and that blocks nobody else", async () => {
    const input = registering("Ba", "IBT2");
    await killed(input);
    expect(await claimsOf("IBT2")).to.deep.equal(["ThingClaimed"]);
    expect(await register(registering("Bốn", "IBT2"))).to.equal("done");
    expect(await register(input)).to.equal("PRESS_CARD_TAKEN");
  });
});
