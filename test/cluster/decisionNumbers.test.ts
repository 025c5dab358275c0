import { expect } from "chai";
import { Api } from "../support/api.js";
import {
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  LIGHT,
  minutedCase,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { type EventStoreDbDouble, startDouble } from "../support/eventstoredb/double.js";
import { INSPECTOR } from "../support/violationCases.js";

const NUMBER = `query ($id: SanctionId!) { sanction(id: $id) { number { number } } }`;
const OFFICERS = 32;

describe("two officers signing at once on two API nodes", function () {
  this.timeout(120_000);
  let server: EventStoreDbDouble;
  let nodes: readonly [Api, Api];
  let world: EnforcementWorld;

  before(async () => {
    server = await startDouble();
    // The clock of the cases' minutes; what the server records is later, which is a late entry and nothing worse.
    const now = "2019-09-10T03:00:00.000Z";
    nodes = [await Api.open(now, server.url), await Api.open(now, server.url)];
    world = await enforcementWorld(nodes[0]);
  });
  after(async () => {
    for (const node of nodes) await node.close();
    await server.stop();
  });

  it("never get one number, and none is left out", async () => {
    const inputs: Record<string, unknown>[] = [];
    for (let n = 0; n < OFFICERS; n++) {
      const minuted = await minutedCase(nodes[0], world, [titleOf(LIGHT, `Sách ${n}`)]);
      inputs.push(decisionOn(world, minuted));
    }
    const head = await nodes[0].ledger.log.head();
    await nodes[1].ledger.reads.reached(head);
    const answers = await Promise.all(inputs.map((input, n) => tell(nodes[n % 2] ?? nodes[0], "issueSanction", input)));
    expect(answers.map((answer) => answer.code ?? "issued")).to.deep.equal(inputs.map(() => "issued"));
    for (const node of nodes) {
      await node.ledger.reads.reached(await node.ledger.log.head());
      const read = answers.map(async ({ entity }) => node.ask(NUMBER, { id: entity.id }, INSPECTOR));
      const numbers = (await Promise.all(read)).map(({ sanction }) => Number(sanction.number.number));
      expect(numbers.sort((a, b) => a - b)).to.deep.equal(inputs.map((_, index) => index + 1));
    }
  });

  it("the same command on both is one decision with one number", async () => {
    const minuted = await minutedCase(nodes[0], world, [titleOf(LIGHT, "Sách chung")]);
    await nodes[1].ledger.reads.reached(await nodes[0].ledger.log.head());
    const input = { ...decisionOn(world, minuted), commandId: nodes[0].commandId("on both") };
    const answers = await Promise.all(nodes.map((node) => tell(node, "issueSanction", input)));
    expect(answers[0].position).to.equal(answers[1].position);
    const { sanction } = await nodes[0].ask(NUMBER, { id: answers[0].entity.id }, INSPECTOR);
    expect(sanction.number.number).to.equal(String(OFFICERS + 1));
  });
});
