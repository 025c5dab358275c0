import { expect } from "chai";
import { type BusDependencies, CommandBus } from "../../src/commands/bus.js";
import { claimIdOf, claimStream, type ClaimTerms } from "../../src/commands/claims.js";
import { reporterSpecs } from "../../src/commands/reporters.js";
import type { Outcome } from "../../src/commands/spec.js";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { factsFrom } from "../../src/projections/readModel/facts.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { SINCE } from "../support/cast.js";
import { afterAppend, collidingAt, dyingAt } from "../support/disturbedStore.js";
import {
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  LIGHT,
  minutedCase,
  payment,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { type EventStoreDbDouble, startDouble } from "../support/eventstoredb/double.js";
import { INSPECTOR } from "../support/violationCases.js";
import { specIn } from "../support/steps.js";

const ROUNDS = 8;
const DECISIONS = `query ($id: ViolationCaseId!) { violationCase(id: $id) { sanctions { status number { number } } } }`;
const CARD = { issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" } as const;

const plain = (globalId: string): string => globalId.slice(globalId.indexOf(":") + 1);
const codeOf = (outcome: Outcome): string => ("refusal" in outcome ? outcome.refusal.code : "done");
const codes = (answers: readonly Json[]): string[] => answers.map(({ code }) => (code as string) ?? "done").sort();

const registerReporter = specIn(reporterSpecs, "RegisterReporter");

describe("what is unique, or taken once only, on two API nodes", function () {
  this.timeout(120_000);
  let server: EventStoreDbDouble;
  let nodes: readonly [Api, Api];
  let world: EnforcementWorld;

  before(async () => {
    server = await startDouble();
    const now = "2019-09-10T03:00:00.000Z";
    nodes = [await Api.open(now, server.url), await Api.open(now, server.url)];
    world = await enforcementWorld(nodes[0]);
    await together();
  });
  after(async () => {
    for (const node of nodes) await node.close();
    await server.stop();
  });

  /** Both nodes have read all that stands in the log. */
  const together = async (): Promise<void> => {
    for (const node of nodes) await node.ledger.reads.reached(await node.ledger.log.head());
  };
  /** The command on both nodes in the same moment. */
  const atOnce = (name: string, inputs: readonly [Json, Json], who = OFFICER): Promise<Json[]> =>
    Promise.all(nodes.map((node, index) => node.command(name, inputs[index], who)));
  const person = (name: string, number?: string): Record<string, unknown> => ({
    ...{ name, kind: "CARD_HOLDER", agencyId: world.cast.agency, since: "2018-01-01" },
    ...(number === undefined ? {} : { card: { number, ...CARD } }),
  });

  it("a card number is taken by one of two", async () => {
    for (let n = 0; n < ROUNDS; n++) {
      const answers = await atOnce("registerReporter", [person("Một", `IBT 1${n}`), person("Hai", `ibt1${n}`)]);
      expect(codes(answers)).to.deep.equal(["PRESS_CARD_TAKEN", "done"]);
      await together();
    }
  });

  it("the name of an agency too, and that of a unit", async () => {
    const agency = { kinds: ["PRINT"], level: "LOCAL", governingBody: "Sở", registeredOn: "2018-01-01" };
    for (let n = 0; n < ROUNDS; n++) {
      const named = { ...agency, name: `Tạp chí ${n}` };
      const answers = await atOnce("registerPressAgency", [named, { ...named, name: `TẠP CHÍ  ${n}` }]);
      expect(codes(answers)).to.deep.equal(["PRESS_AGENCY_NAME_TAKEN", "done"]);
      const unit = { unit: { kind: "DEPARTMENT", name: `Sở ${n}` }, ...SINCE };
      expect(codes(await atOnce("registerUnit", [unit, unit]))).to.deep.equal(["UNIT_NAME_TAKEN", "done"]);
      await together();
    }
  });

  it("an act is fined by one decision, which has the next number", async () => {
    for (let n = 0; n < ROUNDS; n++) {
      const minuted = await minutedCase(nodes[0], world, [titleOf(LIGHT, `Sách ${n}`)]);
      await together();
      const input = decisionOn(world, minuted);
      const answers = await atOnce("issueSanction", [input, input], INSPECTOR);
      expect(codes(answers)).to.deep.equal(["SANCTION_ACT_ALREADY_DECIDED", "done"]);
      await together();
      for (const node of nodes) {
        const { violationCase } = await node.ask(DECISIONS, { id: minuted.caseId }, INSPECTOR);
        expect(violationCase.sanctions).to.deep.equal([{ status: "SIGNED", number: { number: String(n + 1) } }]);
      }
    }
  });

  it("a receipt pays for no more than it is over", async () => {
    const issued: string[] = [];
    for (const title of ["Sách A", "Sách B"]) {
      const minuted = await minutedCase(nodes[0], world, [titleOf(LIGHT, title)]);
      issued.push((await tell(nodes[0], "issueSanction", decisionOn(world, minuted))).entity.id as string);
    }
    await together();
    const receipt = { number: "0001", total: "1000000" };
    const paid = issued.map((id) => payment(id, "600000", "2019-09-10", receipt)) as [Json, Json];
    expect(codes(await atOnce("recordFinePayment", paid, INSPECTOR))).to.deep.equal(["FINE_RECEIPT_EXCEEDED", "done"]);
  });

  it("is free again once the record that had it gives it up", async () => {
    const [a, b] = nodes;
    const reporterId = await a.done("registerReporter", person("Ba", "IBT 900"));
    const card = { number: "IBT 901", ...CARD };
    await a.done("amendPressCard", { reporterId, number: "IBT 900", card, reason: "Gõ nhầm" });
    await together();
    await b.done("registerReporter", person("Bốn", "IBT 900"));
    await together();
    const input = { reporterId, number: "IBT 901", card: { number: "IBT 900", ...CARD }, reason: "Gõ nhầm" };
    expect((await a.command("amendPressCard", input)).code).to.equal("PRESS_CARD_TAKEN");
  });

  describe("when a node dies between its claim and its events", () => {
    const SHORT: ClaimTerms = { waitMs: 50, lapseMs: 400, renewMs: 200 };

    const busOn = (node: Api, more: Partial<BusDependencies> = {}): CommandBus => {
      const { log, law, reads } = node.ledger;
      const reached = (at: number): Promise<boolean> => reads.reached(at);
      const facts = factsFrom(reads);
      return new CommandBus({ store: log, facts, law, reached, now: () => node.time, claimTerms: SHORT, ...more });
    };
    const register = (name: string, number: string) => ({
      commandId: nodes[0].commandId(`${name} ${number}`),
      ...({ name, kind: "CARD_HOLDER", since: "2018-01-01", card: { number, ...CARD } } as const),
      agencyId: plain(world.cast.agency),
    });
    /** The node claims the card and is gone: its events never come. */
    const dies = async (node: Api, input: ReturnType<typeof register>): Promise<void> => {
      const bus = busOn(node, { store: dyingAt(node.ledger.log, "reporter-") });
      const error = await bus.run(registerReporter, input, OFFICER).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(StoreUnavailable);
    };
    const claimsOf = async (number: string): Promise<string[]> => {
      const stream = claimStream(claimIdOf({ kind: "PRESS_CARD", key: number }));
      return (await nodes[0].ledger.log.readStream(stream)).map(({ type }) => type);
    };

    it("the same command takes its claim over, on any node, at once", async () => {
      const input = register("Năm", "IBT2000");
      await dies(nodes[0], input);
      expect(codeOf(await busOn(nodes[1]).run(registerReporter, input, OFFICER))).to.equal("done");
      expect(await claimsOf("IBT2000")).to.deep.equal(["ThingClaimed", "ThingClaimed"]);
    });

    it("another waits for the events that may come, and not for ever", async () => {
      const [dead, other] = [register("Sáu", "IBT2001"), register("Bảy", "IBT2001")];
      await dies(nodes[0], dead);
      const bus = busOn(nodes[1]);
      expect(codeOf(await bus.run(registerReporter, other, OFFICER))).to.equal("TOO_MUCH_CONTENTION");
      await new Promise((resolve) => setTimeout(resolve, SHORT.lapseMs + 50));
      expect(codeOf(await bus.run(registerReporter, other, OFFICER))).to.equal("done");
      expect(codeOf(await busOn(nodes[0]).run(registerReporter, dead, OFFICER))).to.equal("PRESS_CARD_TAKEN");
    });

    it("and one that only stood still does not append what it has lost meanwhile", async () => {
      const [slow, other] = [register("Tám", "IBT2002"), register("Chín", "IBT2002")];
      const bus = busOn(nodes[1]);
      const store = afterAppend(nodes[0].ledger.log, "claim-", async () => {
        while (codeOf(await bus.run(registerReporter, other, OFFICER)) !== "done");
      });
      expect(codeOf(await busOn(nodes[0], { store }).run(registerReporter, slow, OFFICER))).to.equal(
        "PRESS_CARD_TAKEN",
      );
    });

    it("a claim of what is refused after all is given back, and keeps nobody waiting", async () => {
      const [refused, other] = [register("Mười", "IBT2003"), register("Mười Một", "IBT2003")];
      // Its append meets another's event, so that it is decided again, and by then somebody holds the card.
      let looks = 0;
      const facts = { ...factsFrom(nodes[0].ledger.reads), reporterWithCard: () => (looks++ === 0 ? undefined : "r") };
      const store = collidingAt(nodes[0].ledger.log, "reporter-");
      const outcome = await busOn(nodes[0], { facts, store }).run(registerReporter, refused, OFFICER);
      expect(codeOf(outcome)).to.equal("PRESS_CARD_TAKEN");
      expect(await claimsOf("IBT2003")).to.deep.equal(["ThingClaimed", "ClaimGivenBack"]);
      expect(codeOf(await busOn(nodes[1]).run(registerReporter, other, OFFICER))).to.equal("done");
    });
  });
});
