import { expect } from "chai";
import { Api } from "../support/api.js";

describe("the law over the API", () => {
  let api: Api;
  before(async () => (api = await Api.open()));
  after(() => api.close());

  it("is public: the catalogue of a day, by field or code, with source and confidence", async () => {
    const { violationRules } = await api.ask(
      `{ violationRules(on: "2019-09-20", code: "159.27.1.a") { nodes {
          code instrument field basis fine { min max } copies { from to } confiscation remedies
          validFrom validTo source confidence origin act { vi en } } } }`,
      {},
      null,
    );
    expect(violationRules.nodes).to.have.length(1);
    expect(violationRules.nodes[0]).to.deep.include({
      instrument: "SANC-PRESS-159",
      field: "PUBLISHING",
      basis: "INDIVIDUAL",
      fine: { min: "1000000", max: "3000000" },
      copies: { from: 1, to: 49 },
      validTo: "2020-11-30",
      confidence: "MEDIUM",
      origin: "SHIPPED",
    });
    const later = await api.ask(`{ violationRules(on: "2020-12-01", code: "159.27.1.a") { nodes { code } } }`);
    expect(later.violationRules.nodes).to.deep.equal([]);
  });

  it("is paged as every list is, forwards and backwards, and all rows come once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { violationRules } = await api.ask(
        `query ($after: String) { violationRules(first: 7, after: $after) {
            nodes { code validFrom } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...violationRules.nodes.map((node: { code: string; validFrom: string }) => node.code + node.validFrom));
      after = violationRules.pageInfo.hasNextPage ? (violationRules.pageInfo.endCursor as string) : null;
    } while (after !== null);
    expect(seen.length).to.equal(api.ledger.law.violations().length);
    expect(new Set(seen).size).to.equal(seen.length);

    const back = await api.ask(
      `{ end: violationRules(last: 2) { nodes { code validFrom } pageInfo { hasPreviousPage hasNextPage startCursor } } }`,
    );
    expect(back.end.nodes.map((node: { code: string; validFrom: string }) => node.code + node.validFrom)).to.deep.equal(
      seen.slice(-2),
    );
    expect(back.end.pageInfo).to.include({ hasPreviousPage: true, hasNextPage: false });
    const before = await api.ask(
      `query ($before: String) { violationRules(last: 3, before: $before) { nodes { code validFrom } } }`,
      { before: back.end.pageInfo.startCursor },
    );
    expect(
      before.violationRules.nodes.map((node: { code: string; validFrom: string }) => node.code + node.validFrom),
    ).to.deep.equal(seen.slice(-5, -2));
  });

  it("refuses a cursor of another list, and too long a page", async () => {
    const { violationRules } = await api.ask(`{ violationRules(first: 1) { pageInfo { endCursor } } }`);
    const foreign = await api.tryAsk(`query ($after: String) { deadlineRules(after: $after) { nodes { key } } }`, {
      after: violationRules.pageInfo.endCursor,
    });
    expect(foreign.errors.map(({ code }) => code)).to.deep.equal(["BAD_USER_INPUT"]);
    const long = await api.tryAsk(`{ deadlineRules(first: 101) { nodes { key } } }`);
    expect(long.errors.map(({ code }) => code)).to.deep.equal(["BAD_USER_INPUT"]);
  });

  it("tells who may fine how much before and after 1 July 2025", async () => {
    const text = `query ($on: LocalDate) {
      finingPowers(on: $on, field: PUBLISHING, first: 20) { nodes { post extent maxIndividual maxOrganisation maySuspend } } }`;
    const posts = async (on: string) =>
      (await api.ask(text, { on })).finingPowers.nodes.map(
        (node: { post: string; extent: string; maxOrganisation: string | null }) =>
          `${node.post} ${node.maxOrganisation ?? node.extent}`,
      );
    expect(await posts("2025-06-30")).to.include("DEPARTMENT_CHIEF_INSPECTOR 100000000");
    expect(await posts("2025-07-01")).to.have.members([
      "COMMUNE_CHAIR 100000000",
      "DEPARTMENT_DIRECTOR 160000000",
      "PROVINCE_CHAIR 200000000",
      "DISTRICT_CHAIR NONE",
      "INSPECTOR UNKNOWN",
      "INSPECTION_TEAM_HEAD UNKNOWN",
      "DEPARTMENT_CHIEF_INSPECTOR UNKNOWN",
    ]);
  });

  it("lists instruments, periods and parameters of a day", async () => {
    const answer = await api.ask(`{
      legalInstruments(on: "2019-09-20", first: 50) { nodes { key name { vi } } }
      deadlineRules(on: "2022-01-01", first: 100) { nodes { key term { amount unit limitation } what { en } } }
      lawParameters(on: "2022-01-01", first: 50) { nodes { key value instrument confidence } }
    }`);
    const keys = (nodes: { key: string }[]): string[] => nodes.map(({ key }) => key);
    expect(keys(answer.legalInstruments.nodes)).to.include("SANC-PRESS-159").and.not.include("SANC-PRESS-119");
    const decision = answer.deadlineRules.nodes.find(({ key }: { key: string }) => key === "DECISION");
    expect(decision.term).to.deep.equal({ amount: 7, unit: "WORKING_DAYS", limitation: null });
    const rate = answer.lawParameters.nodes.find(({ key }: { key: string }) => key === "LATE_INTEREST_PER_DAY");
    expect(rate).to.include({ value: "5", confidence: "HIGH" });
  });

  it("reckons a deadline, and says by which row and whether the holidays are known", async () => {
    const text = `query ($from: LocalDate!, $on: LocalDate) {
      deadline(key: DECISION, from: $from, on: $on) { dueOn calendarIsKnown rule { validFrom term { unit } } } }`;
    expect((await api.ask(text, { from: "2022-01-27" })).deadline).to.deep.equal({
      dueOn: "2022-02-14",
      calendarIsKnown: true,
      rule: { validFrom: "2022-01-01", term: { unit: "WORKING_DAYS" } },
    });
    expect((await api.ask(text, { from: "2022-01-27", on: "2021-12-31" })).deadline).to.deep.include({
      dueOn: "2022-02-07",
      rule: { validFrom: "2013-07-01", term: { unit: "CALENDAR_DAYS" } },
    });
    expect((await api.ask(text, { from: "2016-03-01" })).deadline.calendarIsKnown).to.equal(false);
  });

  it("shows the calendar of a year", async () => {
    const text = `query ($year: Int!) { workCalendar(year: $year) { isKnown specialDays { day kind name { vi } confidence } } }`;
    const { workCalendar } = await api.ask(text, { year: 2019 });
    expect(workCalendar.isKnown).to.equal(true);
    const kinds = Object.fromEntries(
      workCalendar.specialDays.map(({ day, kind }: { day: string; kind: string }) => [day, kind]),
    );
    expect(kinds).to.include({ "2019-04-29": "OFF", "2019-05-04": "WORKED", "2019-02-04": "OFF" });
    expect((await api.ask(text, { year: 1999 })).workCalendar).to.deep.equal({ isKnown: false, specialDays: [] });
  });

  it("refuses years out of reach and days that are none", async () => {
    for (const query of [
      `{ workCalendar(year: -5) { year } }`,
      `{ workCalendar(year: 9999) { year } }`,
      `{ deadline(key: DECISION, from: "0001-01-01") { dueOn } }`,
      `{ deadline(key: DECISION, from: "9999-12-31") { dueOn } }`,
    ]) {
      const { errors } = await api.tryAsk(query);
      expect(
        errors.map(({ code }) => code),
        query,
      ).to.deep.equal(["BAD_USER_INPUT"]);
    }
  });
});
