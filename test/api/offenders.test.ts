import { expect } from "chai";
import { ANALYST, Api, type Json, ledgerSchema } from "../support/api.js";
import {
  act,
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  HEAVY,
  type MinutedCase,
  minutedCase,
  payment,
  titleOf,
} from "../support/enforcement.js";
import { everythingOf } from "../support/everything.js";
import { INSPECTOR, OFFENDER } from "../support/violationCases.js";

const DAY = "2019-09-13";
/** Stands wherever somebody may write freely: as careless as people are. */
const TOLD = `Của ông ${OFFENDER}`;
const LATE = { occurredAt: "2019-09-12T03:00:00.000Z", lateEntryReason: TOLD };
const FIGURES = ["decisions", "finesCollected", "inspectionsLed", "copiesSeized", "complaints", "cases"];

describe("the names of offenders", () => {
  let api: Api;
  let world: EnforcementWorld;
  let minuted: MinutedCase;
  let ids: Readonly<Record<string, string>>;
  before(async () => {
    api = await Api.open(`${DAY}T03:00:00.000Z`);
    world = await enforcementWorld(api);
    const acts = [{ ...titleOf(HEAVY, "Sách Một"), description: TOLD }];
    minuted = await minutedCase(api, world, acts, { kind: "HOUSEHOLD_BUSINESS", name: OFFENDER });
    const Inspection = await inspected();
    const Seizure = await seized();
    ids = { Inspection, Seizure, Sanction: await sanctioned(Seizure), ViolationCase: minuted.caseId };
  });
  after(() => api.close());

  async function inspected(): Promise<string> {
    const inspectionId = await act(api, "decideInspection", {
      ...{ kind: "CHECK", title: `Kiểm tra nhà sách ${OFFENDER.toUpperCase()}`, decisionNumber: "1/QĐ" },
      periodExamined: { from: "2019-01-01", to: "2019-08-31" },
      ...{ decidedOn: "2019-09-12", onSite: { from: "2019-09-13", to: "2019-09-13" }, ...LATE },
      lead: { unitId: world.issuer },
      targets: [{ kind: "HOUSEHOLD_BUSINESS", name: OFFENDER }],
      team: [{ name: "Trần Thị Bình", role: "HEAD" }],
    });
    const on = { inspectionId };
    await act(api, "announceInspection", on);
    await act(api, "startFieldwork", on);
    await act(api, "recordFinding", { ...on, description: TOLD, isViolation: true });
    await act(api, "recordCheckDone", { ...on, minutes: "1/BB", summary: TOLD });
    const addressee = { unitId: world.issuer };
    await act(api, "makeRecommendation", { ...on, what: TOLD, addressee, dueOn: "2019-10-01" });
    await act(api, "amendInspection", { ...on, decisionNumber: "2/QĐ", reason: TOLD });
    return inspectionId;
  }

  async function seized(): Promise<string> {
    const lines = [{ title: "Sách Một", copies: 600, condition: TOLD }];
    const papers = { minutesNumber: "1/BB-TG", decisionNumber: "1/QĐ-TG", place: TOLD, custodian: OFFENDER };
    const of = { caseId: minuted.caseId, unitId: world.issuer, grounds: "SECURE_EXECUTION", seizedOn: "2019-09-09" };
    const seizureId = await act(api, "seizeExhibits", { ...of, ...papers, lines, ...LATE });
    const paper = { extension: "ORDINARY", decisionNumber: "1", extendedOn: DAY };
    await act(api, "extendSeizure", { seizureId, ...paper, reason: TOLD });
    return seizureId;
  }

  async function sanctioned(seizureId: string): Promise<string> {
    const measures = [{ kind: "CONFISCATION", seizureIds: [seizureId], description: TOLD }];
    const sanctionId = await act(api, "issueSanction", { ...decisionOn(world, minuted), measures, ...LATE });
    const on = { sanctionId };
    await act(api, "correctSanction", { ...on, what: TOLD, corrected: "x", reason: TOLD });
    await act(api, "recordFinePayment", { ...payment(sanctionId, "1000000", DAY, { number: "1" }), paidBy: TOLD });
    await act(api, "lodgeComplaint", { ...on, stage: "FIRST", lodgedOn: DAY, lodgedBy: OFFENDER, grounds: TOLD });
    await act(api, "suspendSanctionExecution", { ...on, from: DAY, reason: TOLD });
    await act(api, "annulSanction", { ...on, ground: "WRONG_PROCEDURE", reason: TOLD });
    return sanctionId;
  }

  /** All that the API shows of the record, and of what it leads to. */
  async function shown(type: string, principal: typeof ANALYST): Promise<string> {
    const query = `query ($id: ID!) { node(id: $id) { ... on ${type} ${everythingOf(await ledgerSchema(), type)} } }`;
    return JSON.stringify(await api.ask(query, { id: ids[type] }, principal)).toLowerCase();
  }

  for (const type of ["Inspection", "ViolationCase", "Sanction", "Seizure"]) {
    it(`are shown by no field of ${type} but to those who may read them`, async () => {
      const name = OFFENDER.toLowerCase();
      expect(await shown(type, INSPECTOR)).to.include(name);
      for (const reader of [ANALYST, world.cast.clerkOfHealth]) {
        const text = await shown(type, reader);
        const at = text.indexOf(name);
        expect(at, text.slice(Math.max(at - 200, 0), at + 60)).to.equal(-1);
      }
    });
  }

  /** The three views of the record, and how it came to be. */
  async function told(type: string, principal: typeof ANALYST): Promise<string> {
    const query = `query ($id: ID!) {
      record(id: $id) { compiled { path value } events { nodes { reason } }
        versioned { fields { path values { value event { reason } } } } }
      recordDifference(id: $id, from: { position: "P1-0" }) { changes { path before after event { reason } } } }`;
    return JSON.stringify(await api.ask(query, { id: ids[type] }, principal)).toLowerCase();
  }

  for (const type of ["Inspection", "ViolationCase", "Sanction", "Seizure"]) {
    it(`are told by no view of a ${type} but to those who may read them`, async () => {
      const name = OFFENDER.toLowerCase();
      expect(await told(type, INSPECTOR)).to.include(name);
      for (const reader of [ANALYST, world.cast.clerkOfHealth]) {
        const text = await told(type, reader);
        const at = text.indexOf(name);
        expect(at, text.slice(Math.max(at - 200, 0), at + 60)).to.equal(-1);
      }
    });

    it(`are shown on no day by ${type} but to those who may read them`, async () => {
      const everything = everythingOf(await ledgerSchema(), type);
      const query = `query ($id: ID!) { node(id: $id, validAt: "${DAY}") { ... on ${type} ${everything} }
        record(id: $id, validAt: "${DAY}") { compiled { value } versioned { fields { values { value } } } } }`;
      const onDay = async (principal: typeof ANALYST): Promise<string> =>
        JSON.stringify(await api.ask(query, { id: ids[type] }, principal)).toLowerCase();
      expect(await onDay(INSPECTOR)).to.include(OFFENDER.toLowerCase());
      expect(await onDay(ANALYST)).not.to.include(OFFENDER.toLowerCase());
    });
  }

  it("stay hidden when a correction leaves the person out: the title and the texts speak of them still", async () => {
    const inspectionId = await inspected();
    const query = `query ($id: ID!) { node(id: $id) { ... on Inspection { targets { id }
        title lateEntryReason findings { description } corrections { reason } recommendations { nodes { what } } } }
      record(id: $id) { versioned { fields { values { value } } } } search(text: "nha sach", first: 100) { nodes { title } } }`;
    const targets = [{ kind: "ORGANISATION", name: "Công ty Sách" }];
    const amended = await api.command("amendInspection", { inspectionId, targets, reason: TOLD }, INSPECTOR);
    expect(amended.__typename).to.equal("InspectionChanged");
    const asked = (principal: typeof ANALYST): Promise<Json> => api.ask(query, { id: inspectionId }, principal);
    expect(JSON.stringify(await asked(INSPECTOR))).to.include(OFFENDER);
    const text = JSON.stringify(await asked(ANALYST));
    expect(text).to.include("N••• V••• A•••");
    expect(text.toLowerCase()).not.to.include(OFFENDER.toLowerCase());
  });

  it("stay hidden when the entry that named the person is taken back: the reasons speak of them still", async () => {
    const inspectionId = await act(api, "planInspection", {
      ...{ kind: "CHECK", title: "Kiểm tra kho hàng", plan: "12/KH", lead: { unitId: world.issuer } },
      onSite: { from: DAY, to: DAY },
      targets: [{ kind: "ORGANISATION", name: "Công ty Sách" }],
    });
    const targets = [{ kind: "INDIVIDUAL", name: OFFENDER }];
    await act(api, "amendInspection", { inspectionId, targets, reason: TOLD });
    const events = `query ($id: ID!) { record(id: $id) { events { nodes { id } } } node(id: $id) { ... on Inspection {
      targets { name } corrections { reason } } } }`;
    const { record } = await api.ask(events, { id: inspectionId }, INSPECTOR);
    const entryId: string = record.events.nodes.at(-1).id;
    const admin = { ...INSPECTOR, role: "ADMIN" } as const;
    await api.done("takeBackInspectionEntry", { inspectionId, entryId, reason: TOLD }, admin);
    const asked = async (principal: typeof ANALYST): Promise<Json> =>
      (await api.ask(events, { id: inspectionId }, principal)).node;
    const targetsNow = [{ name: "Công ty Sách" }];
    expect(await asked(INSPECTOR)).to.deep.equal({ targets: targetsNow, corrections: [{ reason: TOLD }] });
    expect(await asked(ANALYST)).to.deep.equal({ targets: targetsNow, corrections: [{ reason: null }] });
  });

  it("are told by no obstacle that reporters met", async () => {
    const { health, carded } = world.cast;
    const met = { hostIds: [health], reporterIds: [carded], topic: "HEALTH", subject: "Hỏi về thuốc" };
    const visitId = await api.done("registerVisit", met);
    await api.done("reportObstacle", { visitId, description: `Bị ông ${OFFENDER} cản trở` });
    const told = async (principal: typeof ANALYST): Promise<Json> =>
      (await api.ask(`query ($id: VisitId!) { visit(id: $id) { obstacles } }`, { id: visitId }, principal)).visit
        .obstacles;
    expect(await told(INSPECTOR)).to.deep.equal([`Bị ông ${OFFENDER} cản trở`]);
    expect(await told(ANALYST)).to.equal(null);
  });

  it("are in no evidence of the figures", async () => {
    const entries = FIGURES.map((figure) => `${figure} { evidence { nodes { event { type reason } } } }`).join(" ");
    const query = `{ enforcementFigures(period: { from: "2019-01-01", to: "2019-12-31" }) { rows { ${entries} } } }`;
    expect(JSON.stringify(await api.ask(query, {}, INSPECTOR))).to.include(OFFENDER);
    expect(JSON.stringify(await api.ask(query, {}, ANALYST))).not.to.include(OFFENDER);
  });

  it("find nothing but for those who may read them", async () => {
    const found = (principal: typeof ANALYST): Promise<Json> =>
      api.ask(`{ search(text: "${OFFENDER}") { nodes { kind title why { text } } } }`, {}, principal);
    for (const reader of [ANALYST, world.cast.clerkOfHealth]) {
      expect((await found(reader)).search.nodes).to.deep.equal([]);
    }
    const forInspector = (await found(INSPECTOR)).search.nodes as Json[];
    expect(new Set(forInspector.map(({ kind }) => kind))).to.deep.equal(
      new Set(["INSPECTION", "SANCTION", "VIOLATION_CASE"]),
    );
    const { search } = await api.ask(`{ search(text: "nha sach") { nodes { title } } }`, {}, ANALYST);
    for (const { title } of search.nodes as Json[]) expect(title).to.equal("Kiểm tra nhà sách N••• V••• A•••");
    expect(search.nodes).not.to.deep.equal([]);
  });

  for (const feed of ["sanctionEvents", "inspectionEvents"]) {
    it(`are told to nobody else by ${feed}`, async () => {
      const items = feed === "sanctionEvents" ? "SanctionEventItem" : "InspectionEventItem";
      const text = `subscription { ${feed}(from: BEGINNING) { __typename ... on ${items} { event { type reason } } } }`;
      let reasons = 0;
      const asked = await Promise.all([api.subscribe(text, {}, ANALYST), api.subscribe(text, {}, INSPECTOR)]);
      for (const [index, events] of asked.entries()) {
        for await (const { data } of events) {
          const item = data[feed];
          if (item.__typename === "CaughtUp") break;
          if (index === 0) expect(item.event.reason, item.event.type).to.equal(null);
          else if (item.event.reason !== null) reasons++;
        }
      }
      expect(reasons).to.be.greaterThan(0);
    });
  }
});
