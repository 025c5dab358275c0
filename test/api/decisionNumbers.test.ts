import { expect } from "chai";
import { CommandBus } from "../../src/commands/bus.js";
import { registerIdOf, registerStream } from "../../src/commands/decisionRegister.js";
import type { Facts } from "../../src/commands/facts.js";
import { sanctionSpecs } from "../../src/commands/sanctions.js";
import { type EventStore, type RecordedEvent, StoreUnavailable } from "../../src/eventstore/contract.js";
import { factsFrom } from "../../src/projections/readModel/facts.js";
import { Api, type Json } from "../support/api.js";
import { afterAppend, dyingAt } from "../support/disturbedStore.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  LIGHT,
  type MinutedCase,
  minutedCase,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const NUMBER = `query ($id: SanctionId!) { sanction(id: $id) { status number { number text } papers { kind number { text } } } }`;
const OFFICERS = 32;

const issueSanction = sanctionSpecs.find(({ name }) => name === "IssueSanction")?.spec ?? expect.fail("no such step");

describe("the numbers of decisions", function () {
  this.timeout(60_000);
  let api: Api;
  let world: EnforcementWorld;
  beforeEach(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  afterEach(() => api.close());

  const aCase = (): Promise<MinutedCase> => minutedCase(api, world, [titleOf(LIGHT, "Sách Một")]);
  const numberOf = async (id: string): Promise<string> =>
    (await api.ask(NUMBER, { id }, INSPECTOR)).sanction.number.number as string;
  const issue = async (more: Record<string, unknown> = {}): Promise<string> =>
    numberOf(await act(api, "issueSanction", decisionOn(world, await aCase(), more)));
  const registerEvents = (symbol = "QĐ-XPVPHC", year = 2019): Promise<readonly RecordedEvent[]> => {
    const issuerId = world.issuer.replace("Unit:", "");
    return api.ledger.log.readStream(registerStream(registerIdOf({ issuerId, year, symbol })));
  };
  const told = async (): Promise<unknown[]> =>
    (await registerEvents()).map(({ type, data }) => [type, (JSON.parse(data) as { number: string }).number]);

  /** `issueSanction` as the bus takes it, past the API: for a bus of the test's own. */
  const plain = ({ caseId, partyId, violationIds }: MinutedCase, commandId: string) => ({
    commandId,
    caseId: caseId.replace("ViolationCase:", ""),
    partyId,
    issuerId: world.issuer.replace("Unit:", ""),
    signer: { name: "Lê Thị Chánh", post: "DEPARTMENT_CHIEF_INSPECTOR" } as const,
    lines: violationIds.map((violationId) => ({ violationId })),
  });
  const busOn = (more: { store?: EventStore; facts?: Facts }): CommandBus => {
    const { log, law, reads } = api.ledger;
    const reached = (at: number): Promise<boolean> => reads.reached(at);
    return new CommandBus({ store: log, facts: factsFrom(reads), law, reached, now: () => api.time, ...more });
  };

  it("two officers signing at once never get one number, and none is left out", async () => {
    const cases: MinutedCase[] = [];
    for (let n = 0; n < OFFICERS; n++) cases.push(await aCase());
    const answers = await Promise.all(cases.map((one) => tell(api, "issueSanction", decisionOn(world, one))));
    const numbers = await Promise.all(answers.map((answer) => numberOf(answer.entity.id)));
    expect(numbers.map(Number).sort((a, b) => a - b)).to.deep.equal(cases.map((_, index) => index + 1));
  });

  it("begin anew for each symbol, issuer and year, and stand on every paper about a decision", async () => {
    expect(await issue()).to.equal("1");
    expect(await issue({ symbol: "QĐ-XPHC" })).to.equal("1");
    const caseOne = await aCase();
    const id = await act(api, "issueSanction", decisionOn(world, caseOne));
    const reason = "Ghi sai địa chỉ";
    await act(api, "correctSanction", { sanctionId: id, what: "số 7", corrected: "số 9", reason });
    await act(api, "annulSanction", { sanctionId: id, ground: "WRONG_PROCEDURE", reason: "Sai thủ tục" });
    const { sanction } = await api.ask(NUMBER, { id }, INSPECTOR);
    expect(sanction).to.deep.include({ status: "ANNULLED", number: { number: "2", text: "2/QĐ-XPVPHC" } });
    expect(sanction.papers.map((one: Json) => one.number.text)).to.deep.equal([
      "2/QĐ-XPVPHC",
      "1/QĐ-ĐCXP",
      "1/QĐ-HBXP",
    ]);
    const again = await tell(api, "issueSanction", decisionOn(world, caseOne, { replacesId: id }));
    expect(await numberOf(again.entity.id), "the number of an annulled decision stays on it").to.equal("3");
    const name = { issuerId: world.issuer.replace("Unit:", ""), year: 2019, symbol: "QĐ-XPVPHC" };
    const other = { ...name, issuerId: world.cast.health.replace("Unit:", "") };
    const registers = [name, { ...name, year: 2020 }, other, { ...name, symbol: "QĐ-KPHQ" }].map(registerIdOf);
    expect(new Set(registers).size).to.equal(4);
    expect(registerIdOf({ ...name, symbol: "qđ-xpvphc" })).to.equal(registerIdOf(name));
  });

  it("are taken from papers entered late, each once", async () => {
    expect(await issue({ number: "12a" })).to.equal("12a");
    expect(await issue()).to.equal("13");
    for (const [number, code] of [
      ["12a", "NUMBER_TAKEN"],
      ["13", "NUMBER_TAKEN"],
    ] as const) {
      const refused = await tell(api, "issueSanction", decisionOn(world, await aCase(), { number }));
      expect([refused.code, refused.path]).to.deep.equal([code, ["number"]]);
    }
    expect(await issue({ number: "12" })).to.equal("12");
    expect(await issue()).to.equal("14");
  });

  it("are not drawn for what is refused", async () => {
    const refused = await tell(
      api,
      "issueSanction",
      decisionOn(world, await aCase(), { noFineBecause: "OFFENDER_GONE" }),
    );
    expect(refused.code).to.equal("SANCTION_GROUND_WITHOUT_NEED");
    const seizureIds = [`Seizure:${api.commandId("no seizure")}`];
    const measures = [{ kind: "CONFISCATION", seizureIds }];
    const astray = await tell(api, "issueSanction", decisionOn(world, await aCase(), { measures }));
    expect([astray.code, astray.path]).to.deep.equal([
      "SANCTION_SEIZURE_NOT_FOUND",
      ["measures", "0", "seizureIds", "0"],
    ]);
    expect(await registerEvents()).to.deep.equal([]);
  });

  it("are not drawn again for a command that is sent again", async () => {
    const input = { ...decisionOn(world, await aCase()), commandId: api.commandId("again") };
    const first = await tell(api, "issueSanction", input);
    const second = await tell(api, "issueSanction", input);
    expect(second).to.deep.include({ replayed: true, position: first.position });
    expect(await told()).to.deep.equal([["DecisionNumberDrawn", "1"]]);
  });

  it("wait for the same command when the process dies between the number and the decision", async () => {
    const first = await aCase();
    const commandId = api.commandId("dies");
    const dying = busOn({ store: dyingAt(api.ledger.log, "sanction-") });
    const error = await dying.run(issueSanction, plain(first, commandId), INSPECTOR).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(StoreUnavailable);
    expect(await issue(), "another decision does not get the number that waits").to.equal("2");

    const outcome = await busOn({}).run(issueSanction, plain(first, commandId), INSPECTOR);
    if ("refusal" in outcome) throw new Error(outcome.refusal.code);
    expect(await numberOf(`Sanction:${outcome.done.entityId}`)).to.equal("1");
    expect(await told()).to.deep.equal([
      ["DecisionNumberDrawn", "1"],
      ["DecisionNumberDrawn", "2"],
      ["DecisionNumberTakenOver", "1"],
    ]);
  });

  it("are given back when the decision is refused after all, and are the next to be drawn", async () => {
    const first = await aCase();
    const closing = busOn({ facts: closedOnSecondLook(factsFrom(api.ledger.reads)) });
    const outcome = await closing.run(issueSanction, plain(first, api.commandId("closed")), INSPECTOR);
    expect("refusal" in outcome && outcome.refusal.code).to.equal("SANCTION_CASE_CLOSED");
    expect(await told()).to.deep.equal([
      ["DecisionNumberDrawn", "1"],
      ["DecisionNumberReleased", "1"],
    ]);
    expect(await issue()).to.equal("1");
    expect(await issue()).to.equal("2");
  });

  it("are not given back by an attempt whose number another one has taken over", async () => {
    const first = await aCase();
    const commandId = api.commandId("twice");
    // Another node takes the same command while this one is between its number and its decision, and dies on the way.
    const other = busOn({ store: dyingAt(api.ledger.log, "sanction-") });
    const store = afterAppend(api.ledger.log, "decisionRegister-", async () => {
      await other.run(issueSanction, plain(first, commandId), INSPECTOR).catch(() => undefined);
    });
    const slow = busOn({ store, facts: closedOnSecondLook(factsFrom(api.ledger.reads)) });
    const outcome = await slow.run(issueSanction, plain(first, commandId), INSPECTOR);
    expect("refusal" in outcome && outcome.refusal.code).to.equal("SANCTION_CASE_CLOSED");
    const taken = [
      ["DecisionNumberDrawn", "1"],
      ["DecisionNumberTakenOver", "1"],
    ];
    expect(await told()).to.deep.equal(taken);
    expect(await issue()).to.equal("2");
    const again = await busOn({}).run(issueSanction, plain(first, commandId), INSPECTOR);
    expect("done" in again && (await numberOf(`Sanction:${again.done.entityId}`))).to.equal("1");
  });
});

/** Facts in which the case has been closed once it was looked at. */
function closedOnSecondLook(facts: Facts): Facts {
  let looks = 0;
  return {
    ...facts,
    violationCase(caseId) {
      const fact = facts.violationCase(caseId);
      return fact && looks++ > 0 ? { ...fact, status: "CLOSED" } : fact;
    },
  };
}
