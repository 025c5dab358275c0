import { expect } from "chai";
import { REFUSAL_WORDS } from "../../src/commands/refusalCodes.js";
import { eventOfType } from "../../src/domain/histories.js";
import { sentenceOf } from "../../src/domain/kernel/history.js";
import { decode, type LedgerEvent } from "../../src/eventstore/codec.js";
import { isForPeople, isToldToPeople } from "../support/sentences.js";
import { type PlayedScene, playedScene } from "./playedScene.js";

describe("the sentences of the scene's timeline", () => {
  let scene: PlayedScene;
  let events: LedgerEvent[];

  before(async function () {
    this.timeout(60_000);
    scene = await playedScene();
    const page = await scene.ledger.log.readAll({ limit: 10_000 });
    expect(page.atEnd).to.equal(true);
    events = page.events.map(decode);
  });
  after(() => scene.close());

  it("are one sentence each in both languages, without codes, names of fields, ISO days or bare digits", () => {
    expect(events.length).to.be.above(700);
    for (const event of events) isToldToPeople(event);
  });

  it("name no person whom the ledger knows as one", async () => {
    const persons = new Set<string>();
    for (const { data } of events) {
      const {
        parties = [],
        name,
        reporters = [],
        signer,
        custodian,
      } = data as {
        parties?: readonly { kind: string; name: string }[];
        name?: string;
        reporters?: readonly { name: string }[];
        signer?: { name: string };
        custodian?: string;
      };
      for (const party of parties) if (party.kind !== "ORGANISATION") persons.add(party.name);
      for (const reporter of reporters) persons.add(reporter.name);
      if (signer) persons.add(signer.name);
      if (custodian) persons.add(custodian);
      if (name !== undefined && (data as { reporterId?: string }).reporterId !== undefined) persons.add(name);
    }
    expect(persons.size).to.be.above(20);
    for (const { type, data } of events) {
      const told = eventOfType(type);
      const sentence = told ? sentenceOf(told, data).vi : "";
      for (const person of persons) expect(sentence.includes(person), `${type}: ${sentence}`).to.equal(false);
    }
  });
});

describe("the sentences of refusals", () => {
  it("have no code, name of a field, ISO day or bare digits", () => {
    for (const [code, { vi, en }] of REFUSAL_WORDS) {
      isForPeople(vi, code);
      isForPeople(en, code);
    }
  });
});
