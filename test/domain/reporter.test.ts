import { expect } from "chai";
import { agencyOn } from "../../src/domain/reporter/engagement.js";
import { type CardChange, cardOn } from "../../src/domain/reporter/papers.js";
import { card } from "../support/facts.js";
import { reporter as record } from "../../src/domain/reporter/record.js";
import type { Command, Decider, DomainEvent } from "../../src/domain/kernel/decider.js";
import type { Reporter } from "../../src/domain/reporter/reporter.js";
import { clerkOf, CLOCK, commandMeta } from "../support/given.js";
import { Entered } from "../support/takeBack.js";
import {
  amend,
  amendCard,
  cardAmended,
  carded,
  daily,
  health,
  land,
  letter,
  lettered,
  merge,
  merged,
  brought,
  nothing,
  recordCard,
  register,
  registered,
  REPORTER,
  takeBack,
  type Event,
  reporter,
  rightCard,
  transfer,
  transferred,
  weekly,
  wholeCardAmended,
  withdraw,
  withdrawn,
} from "./reporterScript.js";

const decider = record.decider as unknown as Decider<Command, object, DomainEvent>;
const dated = (event: Event): DomainEvent => ({ occurredAt: CLOCK, ...event });
const stateAfter = (...events: readonly Event[]): Reporter =>
  [registered, ...events]
    .map(dated)
    .reduce((state, event) => decider.evolve(state, event), decider.initial) as Reporter;

describe("a reporter", () => {
  it("is registered with the agency's name of that day", () => {
    nothing.when(register()).then(registered);
    const names = [
      { name: "Báo Hằng ngày", from: "2010-01-01" },
      { name: "Nhật báo", from: "2018-01-01" },
    ];
    nothing.when(register({ agency: { ...daily, names } })).then(registered);
  });

  it("is registered with a press card, whose number is written in one way", () => {
    nothing.when(register({ card: { ...card, number: " ibt 00123" } })).then(registered, carded);
  });

  it("may be registered by a clerk at the door", () => {
    nothing.when({ ...register(), meta: clerkOf("u-health") }).thenAccepted();
  });

  it("is corrected, and the reason stands with the event", () => {
    const data = { ...REPORTER, name: "Nguyễn Văn Ân", kind: null };
    reporter().when(amend()).then({ type: "ReporterAmended", data, reason: "Sai dấu" });
    reporter()
      .when(amend({ name: null, kind: "RESIDENT" }))
      .then({ type: "ReporterAmended", data: { ...REPORTER, name: null, kind: "RESIDENT" }, reason: "Sai dấu" });
  });

  it("is corrected by what is said, of which that is told which differs", () => {
    const data = { ...REPORTER, name: null, kind: "RESIDENT" } as const;
    reporter()
      .when(amend({ name: "Nguyễn Văn An", kind: "RESIDENT" }))
      .then({ type: "ReporterAmended", data, reason: "Sai dấu" });
  });

  it("is corrected now, whenever it was wrong: the correction explains itself", () => {
    const meta = commandMeta({ occurredAt: "2019-09-09T03:00:00.000Z" });
    reporter()
      .when({ ...amend(), meta })
      .thenAccepted();
    reporter(carded)
      .when({ ...amendCard(), meta })
      .thenAccepted();
  });

  it("keeps both reasons of a correction that is entered late", () => {
    const meta = commandMeta({ occurredAt: "2019-09-09T03:00:00.000Z", lateEntryReason: "Mất điện" });
    const data = { ...REPORTER, name: "Nguyễn Văn Ân", kind: null };
    reporter()
      .when({ ...amend(), meta })
      .then({ type: "ReporterAmended", data, occurredAt: meta.occurredAt, reason: "Sai dấu; Mất điện" });
  });

  it("gets a press card", () => {
    reporter()
      .when(recordCard({ number: "Ibt 00 123" }))
      .then(carded);
  });

  it("has a press card corrected, its own or one that came with a duplicate, and the reason stands with the event", () => {
    reporter(carded)
      .when(amendCard({ number: "ibt 00124" }, { number: "ibt 00123" }))
      .then(cardAmended);
    reporter().when(amendCard({}, { brought })).then(cardAmended);
  });

  it("has any one thing on a press card corrected", () => {
    for (const change of [
      { number: "IBT9" },
      { issue: "2016-2021" },
      { issuedOn: "2016-01-02" },
      { validTo: "2021-12-31" },
    ]) {
      const data = { ...REPORTER, number: card.number, card: change };
      const amended: Event = { type: "PressCardAmended", data, reason: "Gõ nhầm số" };
      reporter(carded)
        .when(amendCard({ ...card, ...change }))
        .then(amended);
      const left = { number: null, issue: null, issuedOn: null, validTo: null };
      reporter(carded)
        .when(amendCard({}, { card: { ...left, ...change } }))
        .then(amended);
      const { cards } = stateAfter(carded, withdrawn, amended);
      expect(cards).to.deep.equal([
        { ...card, ...change, withdrawnOn: "2019-08-01", withdrawalBasis: "QĐ 1/QĐ-BTTTT" },
      ]);
    }
  });

  it("has a press card corrected that a correction of an older log told as a whole", () => {
    expect(stateAfter(carded, wholeCardAmended)).to.deep.equal(stateAfter(carded, cardAmended));
    const back = {
      type: "PressCardAmended",
      data: { ...REPORTER, number: rightCard.number, card: { validTo: "2020-12-31" } },
    };
    reporter(carded, wholeCardAmended)
      .when(amendCard({ number: rightCard.number, validTo: "2020-12-31" }, { number: "IBT124" }))
      .then({ ...back, data: { ...back.data, number: "IBT124" }, reason: "Gõ nhầm số" } as Event);
  });

  it("has what was entered taken back, but nothing that a correction of the same rests on", () => {
    const other: Event = { type: "PressCardRecorded", data: { ...REPORTER, ...card, number: "IBT00999" } };
    const renamed: Event = { type: "ReporterAmended", data: { ...REPORTER, name: "Nguyễn Văn Ân", kind: null } };
    const asTyped = { ...cardAmended.data, number: "ibt 123" };
    const entries = [carded, other, { ...cardAmended, data: asTyped } as Event, renamed];
    const takenBack = (nth: number): string | undefined => {
      const entered = new Entered(decider, [registered].map(dated));
      for (const event of entries) entered.enter({ events: [dated(event)] });
      return entered.takeBack("TakeBackReporterEntry", nth, { ...REPORTER, heldByOthers: [] }, commandMeta());
    };
    // The card that was corrected, however its number was typed; another; the correction; that of the entry itself.
    expect([1, 2, 3, 4].map(takenBack)).to.deep.equal(["ENTRY_RESTED_ON", undefined, undefined, undefined]);
    entries.push({ type: "ReporterAmended", data: { ...REPORTER, name: null, kind: "RESIDENT" } });
    expect([2, 3, 4, 5].map(takenBack)).to.deep.equal([undefined, undefined, "ENTRY_RESTED_ON", undefined]);
    entries.push({ ...cardAmended, data: { ...asTyped, number: "IBT124", card: { issue: "2016-2021" } } } as Event);
    expect([3, 6].map(takenBack)).to.deep.equal(["ENTRY_RESTED_ON", undefined]);
  });

  it("has a press card corrected whose number someone else was given too, as long as it keeps that number", () => {
    reporter(carded)
      .when(amendCard({ number: card.number }, { holderId: "r-2" }))
      .thenAccepted();
  });

  it("has a withdrawn press card corrected, up to an issue on the day of the withdrawal", () => {
    reporter(carded, withdrawn)
      .when(amendCard({ issuedOn: "2019-08-01" }))
      .thenAccepted();
  });

  it("is known by the corrected card from then on, and may get another one of the old number", () => {
    const corrected = reporter(carded, cardAmended);
    corrected.when(withdraw({ number: rightCard.number })).thenAccepted();
    corrected.when(withdraw()).thenRefused("PRESS_CARD_NOT_FOUND", ["number"]);
    corrected.when(recordCard()).then(carded);
    corrected.when(recordCard(rightCard)).thenRefused("PRESS_CARD_ALREADY_RECORDED", ["number"]);
    reporter(carded, withdrawn, cardAmended)
      .when(withdraw({ number: rightCard.number }))
      .thenRefused("PRESS_CARD_WITHDRAWN_ALREADY", ["number"]);
  });

  it("loses a press card, its own or one that came with a duplicate", () => {
    reporter(carded)
      .when(withdraw({ number: "ibt 00123" }))
      .then(withdrawn);
    reporter().when(withdraw({ brought })).then(withdrawn);
  });

  it("knows by its own stream what became of a card that came with a duplicate", () => {
    const corrected = reporter(cardAmended);
    corrected.when(withdraw({ number: rightCard.number, brought })).thenAccepted();
    corrected.when(withdraw({ brought })).thenRefused("PRESS_CARD_NOT_FOUND", ["number"]);
    corrected.when(recordCard({ brought })).then(carded);
    corrected.when(recordCard({ ...rightCard, brought })).thenRefused("PRESS_CARD_ALREADY_RECORDED", ["number"]);
    reporter(withdrawn).when(withdraw({ brought })).thenRefused("PRESS_CARD_WITHDRAWN_ALREADY", ["number"]);
  });

  it("brings a letter to several units, whose names on the day of issue are kept", () => {
    reporter().when(letter()).then(lettered);
    const names = [...health.names, { name: "Sở Y tế và Dân số", from: "2019-09-02" }];
    reporter()
      .when(letter({ units: [{ ...health, names }, land] }))
      .then(lettered);
  });

  it("brings a letter with the number of an older one: numbers begin anew each year", () => {
    reporter(lettered)
      .when(letter({ issuedOn: "2019-09-02" }))
      .thenAccepted();
    reporter(lettered)
      .when(letter({ agency: weekly }))
      .thenAccepted();
  });

  it("brings a letter that a clerk of one of the units records", () => {
    reporter()
      .when({ ...letter(), meta: clerkOf("u-land") })
      .then(lettered);
  });

  it("goes to another agency, and may come back", () => {
    reporter().when(transfer()).then(transferred);
    reporter(transferred)
      .when(transfer({ to: daily, effectiveOn: "2020-01-01" }))
      .thenAccepted();
  });

  it("is merged into another entry, and that is taken back with what became of its cards meanwhile", () => {
    reporter().when(merge()).then(merged);
    const takenBack = (cardChanges: readonly CardChange[]): Event => ({
      type: "ReporterMergerTakenBack",
      data: { ...REPORTER, intoId: "r-2", cardChanges },
      reason: "Hai người trùng tên",
    });
    reporter(merged).when(takeBack()).then(takenBack([]));
    const withdrawal = { number: card.number, to: { withdrawnOn: "2019-08-01", withdrawalBasis: "QĐ 1/QĐ-BTTTT" } };
    const renumbered = { number: card.number, to: rightCard };
    const later = { ...withdrawal, number: rightCard.number };
    const ofAnother = { ...withdrawal, number: "IBT999" };
    reporter(carded, merged)
      .when(takeBack({ changesAbove: [ofAnother, renumbered, withdrawal, later] }))
      .then(takenBack([renumbered, later]));
    reporter(carded, merged, takenBack([renumbered, later]))
      .when(withdraw({ number: rightCard.number }))
      .thenRefused("PRESS_CARD_WITHDRAWN_ALREADY", ["number"]);
    reporter(merged, takenBack([])).when(merge()).thenAccepted();
  });

  it("works for one agency on each day, and holds a card on the days of its term", () => {
    const engagements = [
      { agencyId: "a-daily", from: "2015-01-01" },
      { agencyId: "a-weekly", from: "2019-09-15" },
      { agencyId: "a-monthly", from: "2018-01-01" },
      { agencyId: "a-corrected", from: "2018-01-01" },
    ];
    expect(agencyOn(engagements, "2014-01-01")).to.equal("a-daily");
    expect(agencyOn(engagements, "2018-01-01")).to.equal("a-corrected");
    expect(agencyOn(engagements, "2019-09-15")).to.equal("a-weekly");
    expect(agencyOn([], "2019-09-15")).to.equal(undefined);

    const cards = [{ ...card, withdrawnOn: "2019-08-01" }];
    const held = ["2015-12-31", "2016-01-01", "2019-07-31", "2019-08-01"].map(
      (day) => cardOn(cards, day) !== undefined,
    );
    expect(held).to.deep.equal([false, true, true, false]);
    expect(cardOn([{ ...card, withdrawnOn: null }], "2020-12-31")).to.not.equal(undefined);
    expect(cardOn([{ ...card, withdrawnOn: null }], "2021-01-01")).to.equal(undefined);
  });
});
