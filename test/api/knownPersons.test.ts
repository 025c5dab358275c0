import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { ANALYST, Api, type Json, ledgerSchema } from "../support/api.js";
import {
  act,
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  HEAVY,
  type MinutedCase,
  minutedCase,
  titleOf,
} from "../support/enforcement.js";
import { everythingOf } from "../support/everything.js";
import { INSPECTOR, OFFENDER } from "../support/violationCases.js";

const DAY = "2019-09-13";
const INITIALS = "N••• V••• A•••";
/** How the name turned out to be written. */
const VERIFIED = "Nguyễn Văn Ân";

describe("a party recorded as an organisation and known by now to be a person", () => {
  let api: Api;
  let world: EnforcementWorld;
  let minuted: MinutedCase;
  let sanctionId: string;
  /** Where the party was still an organisation. */
  let asOf: { readonly position: string };

  before(async () => {
    api = await Api.open(`${DAY}T03:00:00.000Z`);
    world = await enforcementWorld(api);
    const acts = [titleOf(HEAVY, "Sách Một")];
    minuted = await minutedCase(api, world, acts, { kind: "ORGANISATION", name: OFFENDER });
    sanctionId = await act(api, "issueSanction", decisionOn(world, minuted));
    await act(api, "annulSanction", { sanctionId, ground: "WRONG_SUBJECT", reason: "Sai đối tượng" });
    asOf = { position: await head() };
    await verify(minuted, "INDIVIDUAL", VERIFIED);
  });
  after(() => api.close());

  const head = async (): Promise<string> => (await api.ask(`{ ledger { position } }`)).ledger.position;
  const verify = ({ caseId, partyId }: MinutedCase, kind: string, name: string): Promise<string> =>
    act(api, "addVerificationRecord", {
      ...{ caseId, madeOn: DAY, madeBy: "Trần Thị Bình", corrects: "Đối tượng", reason: "Xác minh" },
      parties: [{ partyId, kind, name }],
    });

  /** Those who may read the name are shown it, so it stands there; others see the initials. */
  async function isMasked(ask: (principal: Principal) => Promise<Json>): Promise<void> {
    expect(JSON.stringify(await ask(INSPECTOR))).to.include(OFFENDER);
    for (const reader of [ANALYST, world.cast.clerkOfHealth]) {
      const text = JSON.stringify(await ask(reader));
      expect(text).to.include(INITIALS);
      expect(text).not.to.include(OFFENDER);
    }
  }

  for (const type of ["ViolationCase", "Sanction"]) {
    const idOf = (): string => (type === "Sanction" ? sanctionId : minuted.caseId);

    it(`is masked in a ${type} as of then, on a day, and in its versions`, async () => {
      const everything = everythingOf(await ledgerSchema(), type);
      const query = `query ($id: ID!, $asOf: AsOf, $on: LocalDate) {
        node(id: $id, asOf: $asOf, validAt: $on) { ... on ${type} ${everything} } }`;
      await isMasked((principal) => api.ask(query, { id: idOf(), asOf }, principal));
      await isMasked((principal) => api.ask(query, { id: idOf(), asOf, on: DAY }, principal));
      const record = `query ($id: ID!, $asOf: AsOf) { record(id: $id, asOf: $asOf) {
        compiled { value } versioned { fields { values { value } } } } }`;
      await isMasked((principal) => api.ask(record, { id: idOf() }, principal));
      await isMasked((principal) => api.ask(record, { id: idOf(), asOf }, principal));
    });
  }

  it("is masked in what differs between then and now", async () => {
    const query = `query ($id: ID!, $asOf: AsOf!) {
      recordDifference(id: $id, from: $asOf) { changes { path before after } } }`;
    await isMasked((principal) => api.ask(query, { id: minuted.caseId, asOf }, principal));
  });

  it("is masked in lists as of then", async () => {
    const query = `query ($asOf: AsOf) {
      violationCases(filter: { partyKinds: [ORGANISATION] }, asOf: $asOf) { nodes { parties { name } } }
      sanctions(filter: { subjectKinds: [ORGANISATION] }, asOf: $asOf) { nodes { party { name } } } }`;
    await isMasked((principal) => api.ask(query, { asOf }, principal));
  });

  it("is masked in the timeline, whose items show the record as it stood", async () => {
    const query = `query ($ids: [ID!]!) { timeline(subjects: $ids) { nodes {
      ... on CaseTimelineItem { violationCase { parties { name } } }
      ... on SanctionTimelineItem { sanction { party { name } } } } } }`;
    await isMasked((principal) => api.ask(query, { ids: [minuted.caseId, sanctionId] }, principal));
  });

  for (const [feed, items] of [
    [
      "ledgerEvents",
      "... on LedgerEventItem { item { ... on CaseTimelineItem { violationCase { parties { name } } } } }",
    ],
    ["sanctionEvents", "... on SanctionEventItem { sanction { party { name } violationCase { parties { name } } } }"],
  ] as const) {
    it(`is masked by ${feed}, which tell it from the beginning`, async () => {
      await isMasked(async (principal) => {
        const text = `subscription { ${feed}(from: BEGINNING) { __typename ${items} } }`;
        const told: Json[] = [];
        for await (const { data } of await api.subscribe(text, {}, principal)) {
          if (data[feed].__typename === "CaughtUp") break;
          told.push(data[feed]);
        }
        return told;
      });
    });
  }

  it("is named openly again once that turns out to be wrong, and a company always was", async () => {
    const name = "Công ty Sách Thanh Hóa";
    const company = await minutedCase(api, world, [titleOf(HEAVY, "Sách Hai")], { kind: "ORGANISATION", name });
    const recorded = await head();
    const shown = async (position: string): Promise<string> => {
      const query = `query ($id: ViolationCaseId!, $asOf: AsOf) {
        violationCase(id: $id, asOf: $asOf) { parties { name } } }`;
      const answer = await api.ask(query, { id: company.caseId, asOf: { position } }, ANALYST);
      return answer.violationCase.parties[0].name;
    };
    expect(await shown(recorded)).to.equal(name);
    await verify(company, "HOUSEHOLD_BUSINESS", name);
    expect(await shown(recorded)).to.equal("C••• t••• S••• T••• H•••");
    const mistaken = await head();
    await verify(company, "ORGANISATION", name);
    expect(await shown(recorded)).to.equal(name);
    expect(await shown(mistaken)).to.equal("C••• t••• S••• T••• H•••");
  });
});

describe("a target recorded as an organisation and known by now to be a person", () => {
  const TITLE = "Kiểm tra nhà sách";
  let api: Api;
  let world: EnforcementWorld;
  let inspectionId: string;
  let asOf: { readonly position: string };

  before(async () => {
    api = await Api.open(`${DAY}T03:00:00.000Z`);
    world = await enforcementWorld(api);
    inspectionId = await act(api, "decideInspection", {
      ...{ kind: "CHECK", title: `${TITLE} ${OFFENDER}`, decisionNumber: "1/QĐ", decidedOn: DAY },
      periodExamined: { from: "2019-01-01", to: "2019-08-31" },
      onSite: { from: DAY, to: DAY },
      lead: { unitId: world.issuer },
      targets: [{ kind: "ORGANISATION", name: OFFENDER }],
      team: [{ name: "Trần Thị Bình", role: "HEAD" }],
    });
    await act(api, "announceInspection", { inspectionId });
    await act(api, "startFieldwork", { inspectionId });
    const finding = { description: `Của ông ${OFFENDER}`, isViolation: true };
    await act(api, "recordFinding", { inspectionId, ...finding });
    const query = `query ($id: InspectionId!) { ledger { position } inspection(id: $id) { targets { id } } }`;
    const { ledger, inspection } = await api.ask(query, { id: inspectionId });
    asOf = ledger;
    const targets = [{ targetId: inspection.targets[0].id, kind: "INDIVIDUAL", name: OFFENDER }];
    await act(api, "amendInspection", { inspectionId, targets, reason: "Là cá nhân" });
  });
  after(() => api.close());

  it("is masked as of then in all that the inspection shows, and in its versions", async () => {
    const everything = everythingOf(await ledgerSchema(), "Inspection");
    const query = `query ($id: ID!, $asOf: AsOf, $on: LocalDate) {
      node(id: $id, asOf: $asOf, validAt: $on) { ... on Inspection ${everything} }
      record(id: $id, asOf: $asOf) { compiled { value } versioned { fields { values { value } } } } }`;
    for (const on of [null, DAY]) {
      const shown = async (principal: Principal): Promise<string> =>
        JSON.stringify(await api.ask(query, { id: inspectionId, asOf, on }, principal));
      expect(await shown(INSPECTOR)).to.include(OFFENDER);
      expect(await shown(ANALYST)).to.include(INITIALS);
      expect(await shown(ANALYST)).not.to.include(OFFENDER);
    }
  });

  it("is found by name as of then by those only who may read it", async () => {
    const found = async (principal: Principal): Promise<number> => {
      const query = `query ($name: String, $asOf: AsOf) {
        inspections(filter: { target: $name }, asOf: $asOf) { nodes { id } } }`;
      return (await api.ask(query, { name: OFFENDER, asOf }, principal)).inspections.nodes.length;
    };
    expect(await found(INSPECTOR)).to.equal(1);
    expect(await found(ANALYST)).to.equal(0);
  });

  it("is found as of then by no search for the name, and shown by none", async () => {
    const found = async (text: string): Promise<string[]> => {
      const query = `query ($text: String!, $asOf: AsOf) {
        search(text: $text, asOf: $asOf) { nodes { title } pageInfo { startCursor } } }`;
      const { search } = await api.ask(query, { text, asOf }, ANALYST);
      expect(search.pageInfo.startCursor === null).to.equal(search.nodes.length === 0);
      return search.nodes.map(({ title }: Json) => title);
    };
    expect(await found(OFFENDER)).to.deep.equal([]);
    expect(await found(TITLE)).to.deep.equal([`${TITLE} ${INITIALS}`]);
  });
});
