import { expect } from "chai";
import {
  clockAfterNotice,
  clockFrom,
  type Duties,
  dutiesAsked,
  extensionUpTo,
} from "../../src/domain/informationRequest/clock.js";
import { BLANK, type InformationRequest, NO_CLOCK } from "../../src/domain/informationRequest/informationRequest.js";
import { informationRequestOwes } from "../../src/domain/informationRequest/dues.js";
import { lawOfGround } from "../../src/domain/informationRequest/grounds.js";
import {
  REQUEST_GROUNDS,
  type RequestChannel,
  type RequestGround,
  type RequestRegime,
} from "../../src/domain/informationRequest/terms.js";
import { referenceTo } from "../../src/domain/law/lawBook.js";
import { pressLawOn } from "../../src/domain/law/pressLaw.js";
import { lawBook } from "../support/law.js";

const law = lawBook();
const CITIZEN = { regime: "CITIZEN", pressAsker: null } as const;

function dutiesOn(on: string, regime: RequestRegime, channel: RequestChannel, own: Duties["own"] = null): Duties {
  const { first, notice, longer, extension } = dutiesAsked(regime, channel);
  const row = (key: typeof notice) => (key && law.duty(key, on)) ?? null;
  return {
    inForce: law.duty(first, on) !== undefined,
    ...{ first: row(first), notice: row(notice), longer: row(longer), extension: row(extension) },
    ...{ own, calendar: law.calendar },
  };
}

describe("what a request for information owes", () => {
  const clock = clockFrom(CITIZEN, "2024-06-03", dutiesOn("2024-06-03", "CITIZEN", "POST"));
  const request = (more: Partial<InformationRequest>): InformationRequest => ({
    ...{ ...BLANK, status: "RECEIVED", regime: "CITIZEN", channel: "POST", subject: "Quy hoạch", clock },
    ...{ unitId: "u-health", unitName: "Sở Y tế", receivedOn: "2024-06-03", ...more },
  });
  const owed = (more: Partial<InformationRequest>): unknown =>
    informationRequestOwes(request(more)).map(({ kind, by, unitIds, rule }) => [kind, by, unitIds, rule?.key]);

  it("is the answer, and the notice where it takes longer and nobody was told; nothing once it is answered", () => {
    const answer = ["INFORMATION_REQUEST_ANSWER", "2024-06-10", ["u-health"], "ACCESS_POST"];
    const notice = ["INFORMATION_REQUEST_NOTICE", "2024-06-06", ["u-health"], "ACCESS_POST_NOTICE"];
    expect(owed({})).to.deep.equal([answer]);
    expect(owed({ complexity: "COMPLEX" })).to.deep.equal([answer, notice]);
    expect(owed({ complexity: "COMPLEX", noticeOn: "2024-06-05" })).to.deep.equal([answer]);
    expect(owed({ status: "PARTLY_ANSWERED" })).to.deep.equal([answer]);
    for (const status of ["ANSWERED", "REFUSED", "CLOSED", "VOIDED"] as const) {
      expect(owed({ status, complexity: "COMPLEX" })).to.deep.equal([]);
    }
    expect(owed({ status: "FORWARDED", clock: NO_CLOCK })).to.deep.equal([]);
  });
});

describe("requests for information, worked cases of law", () => {
  it("L115: by internet, at hand: three working days, past the days off", () => {
    const duties = dutiesOn("2024-04-25", "CITIZEN", "INTERNET");
    const clock = clockFrom(CITIZEN, "2024-04-25", duties);
    expect([clock.dueOn, clock.law?.key]).to.deep.equal(["2024-05-03", "ACCESS_INTERNET"]);
  });

  it("L116: by internet, longer: notice in three working days, answer in ten, up to fifteen more", () => {
    const duties = dutiesOn("2024-06-03", "CITIZEN", "INTERNET");
    const clock = clockFrom(CITIZEN, "2024-06-03", duties);
    expect([clock.noticeBy, clock.noticeLaw?.key]).to.deep.equal(["2024-06-06", "ACCESS_INTERNET_NOTICE"]);
    const told = clockAfterNotice(clock, "2024-06-03", "2024-06-06", duties);
    expect([told.dueOn, told.law?.key]).to.deep.equal(["2024-06-17", "ACCESS_INTERNET_ANSWER"]);
    expect(extensionUpTo(told, duties)).to.equal("2024-07-08");
    const late = clockAfterNotice(clock, "2024-06-03", "2024-06-07", duties);
    expect([late.dueOn, late.law?.key]).to.deep.equal(["2024-06-06", "ACCESS_INTERNET"]);
  });

  it("L117, L118: by post or fax: five working days; longer: notice in three, answer in fifteen", () => {
    for (const channel of ["POST", "FAX"] as const) {
      const duties = dutiesOn("2024-06-03", "CITIZEN", channel);
      const clock = clockFrom(CITIZEN, "2024-06-03", duties);
      expect([clock.dueOn, clock.noticeBy]).to.deep.equal(["2024-06-10", "2024-06-06"]);
      expect(clockAfterNotice(clock, "2024-06-03", "2024-06-06", duties).dueOn).to.equal("2024-06-24");
    }
  });

  it("in person: ten working days, up to ten more, and no notice", () => {
    const duties = dutiesOn("2024-06-03", "CITIZEN", "IN_PERSON");
    const clock = clockFrom(CITIZEN, "2024-06-03", duties);
    expect([clock.dueOn, clock.noticeBy, extensionUpTo(clock, duties)]).to.deep.equal([
      "2024-06-17",
      null,
      "2024-07-01",
    ]);
  });

  it("L119: thirty days for the head of an agency and for a petition, none for a reporter unless the unit rules so", () => {
    const duties = dutiesOn("2024-06-03", "PRESS", "POST");
    const by = (pressAsker: "AGENCY_HEAD" | "PETITION" | "REPORTER", own: Duties["own"] = null) =>
      clockFrom({ regime: "PRESS", pressAsker }, "2024-06-03", { ...duties, own });
    expect([by("AGENCY_HEAD").dueOn, by("PETITION").dueOn, by("REPORTER").dueOn]).to.deep.equal([
      "2024-07-03",
      "2024-07-03",
      null,
    ]);
    const ruled = by("REPORTER", { term: { amount: 24, unit: "HOURS" }, document: "QC 5" });
    expect(ruled).to.deep.include({ dueOn: "2024-06-04", law: null, ownRule: "QC 5" });
    expect(extensionUpTo(by("AGENCY_HEAD"), duties)).to.equal(null);
  });

  it("L120: the press is refused what is under inspection or in dispute, by the law of the day", () => {
    const allowed = (regime: RequestRegime, ground: RequestGround, day: string): boolean => {
      const row = law.instruments(day).find(({ key }) => key === "ACCESS-2016");
      const access = row ? referenceTo(row.key, { ...row, instrument: row.key }) : null;
      return lawOfGround(regime, ground, { press: pressLawOn(law, day), access }) !== null;
    };
    expect(allowed("PRESS", "INSPECTION_WITHOUT_CONCLUSION", "2024-06-03")).to.equal(true);
    expect(allowed("PRESS", "DISPUTE_WITHOUT_CONCLUSION", "2024-06-03")).to.equal(true);
    expect([
      allowed("PRESS", "PAPER_BEING_DRAFTED", "2026-06-30"),
      allowed("PRESS", "PAPER_BEING_DRAFTED", "2026-07-01"),
    ]).to.deep.equal([true, false]);
    expect([
      allowed("PRESS", "PERSONAL_SECRET", "2026-06-30"),
      allowed("PRESS", "PERSONAL_SECRET", "2026-07-01"),
    ]).to.deep.equal([false, true]);
    const ofBoth = REQUEST_GROUNDS.values.filter(
      (ground) => allowed("PRESS", ground, "2024-06-03") && allowed("CITIZEN", ground, "2024-06-03"),
    );
    expect(ofBoth).to.deep.equal([]);
    const ofNone = REQUEST_GROUNDS.values.filter(
      (ground) =>
        !allowed("PRESS", ground, "2024-06-03") &&
        !allowed("PRESS", ground, "2026-07-01") &&
        !allowed("CITIZEN", ground, "2024-06-03"),
    );
    expect(ofNone).to.deep.equal([]);
    expect(allowed("CITIZEN", "GIVEN_TWICE", "2018-06-30")).to.equal(false);
  });
});
