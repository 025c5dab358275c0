import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import { walkIn } from "../support/cast.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  HEAVY,
  type MinutedCase,
  payment,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { DETECTED, INSPECTOR } from "../support/violationCases.js";

const ITEMS = `nodes { __typename position type summary summaryVi occurredAt recordedAt actor { subject role }
    subjects { id } event { id type reason correlationId commandId }
    ... on VisitTimelineItem { visit { status } } ... on InspectionTimelineItem { inspection { status } }
    ... on CaseTimelineItem { violationCase { status } } ... on SanctionTimelineItem { sanction { status } }
    ... on SeizureTimelineItem { seizure { status } } ... on RegisterTimelineItem { records { id } } }
  edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } basis { position }`;
const TIMELINE = `query ($subjects: [ID!]!, $includeSuccessors: Boolean, $filter: TimelineFilter, $asOf: AsOf,
    $direction: OrderDirection, $first: Int, $after: String, $last: Int, $before: String) {
  timeline(subjects: $subjects, includeSuccessors: $includeSuccessors, filter: $filter, asOf: $asOf,
    direction: $direction, first: $first, after: $after, last: $last, before: $before) { ${ITEMS} } }`;
const EVENTS = `query ($id: ID!, $asOf: AsOf, $first: Int, $after: String) {
  recordEvents(id: $id, asOf: $asOf, first: $first, after: $after) {
    nodes { type revision } pageInfo { hasNextPage endCursor } } }`;

describe("timelines through the API", () => {
  let api: Api;
  let world: EnforcementWorld;
  before(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  after(() => api.close());

  const timeline = async (subjects: string[], more: object = {}, principal = INSPECTOR): Promise<Json> =>
    (await api.ask(TIMELINE, { subjects, first: "last" in more ? undefined : 100, ...more }, principal)).timeline;
  const types = async (subjects: string[], more: object = {}): Promise<string[]> =>
    (await timeline(subjects, more)).nodes.map((item: Json) => item.type);

  describe("of a case, from the inspection to the annulled decision", () => {
    const story: Record<"inspection" | "case" | "seizure" | "sanction", string> = {
      inspection: "",
      case: "",
      seizure: "",
      sanction: "",
    };
    const CORRELATION = "5d1f6c1e-0d0b-4f7e-8a51-9a0f4c7b2e11";

    before(async () => {
      story.inspection = await act(api, "decideInspection", {
        kind: "SPECIALISED_INSPECTION",
        title: "Thanh tra hoạt động in, phát hành",
        lead: { unitId: world.issuer },
        coordinators: [{ unitId: world.cast.health, role: "TEAM_MEMBERS" }],
        targets: [{ kind: "HOUSEHOLD_BUSINESS", name: "Nguyễn Văn Sách" }],
        onSite: { from: "2019-09-03", to: "2019-09-20" },
        decisionNumber: "45/QĐ-TTr",
        decidedOn: "2019-09-02",
        occurredAt: "2019-09-02T03:00:00.000Z",
        lateEntryReason: "Nhập bù của Nguyễn Văn Sách",
        team: [{ name: "Lê Văn An", role: "HEAD" }],
        periodExamined: { from: "2018-01-01", to: "2019-06-30" },
      });
      const made = await caseOf(story.inspection);
      story.case = made.caseId;
      story.seizure = await act(api, "seizeExhibits", {
        caseId: made.caseId,
        unitId: world.issuer,
        grounds: "SECURE_EXECUTION",
        minutesNumber: "1/BB-TG",
        decisionNumber: "1/QĐ-TG",
        seizedOn: "2019-09-09",
        lines: [{ title: "Sách Một", copies: 600, condition: "Mới" }],
        place: "Kho Sở",
        custodian: "Lê Văn Kho",
      });
      story.sanction = await act(api, "issueSanction", decisionOn(world, made));
      api.pass(3_600_000);
      await act(api, "serveSanction", { sanctionId: story.sanction, receivedOn: "2019-09-10" });
      await act(api, "recordFinePayment", payment(story.sanction, "1000000", "2019-09-10", { number: "0001" }));
      const lodged = { stage: "FIRST", lodgedOn: "2019-09-10", lodgedBy: "Nguyễn Văn An", grounds: "Có hóa đơn" };
      await act(api, "lodgeComplaint", { sanctionId: story.sanction, ...lodged, correlationId: CORRELATION });
      const annul = { sanctionId: story.sanction, ground: "WRONG_SUBJECT", reason: "Sai đối tượng" };
      const annulled = await tell(api, "annulSanction", { ...annul, correlationId: CORRELATION.toUpperCase() });
      if (!annulled.entity) throw new Error(JSON.stringify(annulled));
    });

    const caseOf = async (inspectionId: string): Promise<MinutedCase> => {
      const { cases } = world;
      const caseId = await cases.record({ inspectionId });
      const [{ id: partyId }] = (await cases.ask(caseId)).parties;
      await cases.drawUp(caseId, { violations: [{ partyId, ...titleOf(HEAVY, "Sách Một"), actEndedOn: DETECTED }] });
      const { explanation, violations } = await cases.ask(caseId);
      if (explanation.state === "OPEN") await act(api, "waiveExplanation", { caseId, partyId });
      return { caseId, partyId, violationIds: violations.map((one: Json) => one.id) };
    };

    it("shows all of it under the inspection, in order, each record as it stood then", async () => {
      const { nodes } = await timeline([story.inspection]);
      const steps = nodes
        .map((item: Json) => item.type)
        .filter((type: string) => !/^(Explanation|DecisionNumber)/.test(type));
      expect(steps).to.deep.equal([
        "InspectionDecided",
        "ViolationCaseRecorded",
        "ViolationMinutesDrawnUp",
        "ExhibitsSeized",
        "SanctionIssued",
        "SanctionServed",
        "FinePaymentRecorded",
        "ComplaintLodged",
        "SanctionAnnulled",
      ]);
      const positions = nodes.map((item: Json) => Number(item.position.slice(3)));
      expect(positions).to.deep.equal([...positions].sort((a: number, b: number) => a - b));
      const stands = (type: string): Json => nodes.find((item: Json) => item.type === type);
      expect(stands("SanctionIssued")).to.deep.include({
        __typename: "SanctionTimelineItem",
        sanction: { status: "SIGNED" },
        summary: "The sanction decision No. 1/QĐ-XPVPHC was issued with a fine of 25,000,000 đồng.",
        summaryVi: "Ban hành quyết định xử phạt số 1/QĐ-XPVPHC, phạt tiền 25.000.000 đồng.",
      });
      expect(stands("SanctionAnnulled").sanction.status).to.equal("ANNULLED");
      expect(stands("ViolationCaseRecorded").violationCase.status).to.equal("DETECTED");
      expect(stands("ExhibitsSeized").seizure.status).to.equal("IN_CUSTODY");
      const served = stands("SanctionServed").subjects.map((node: Json) => node.id);
      expect(served[0]).to.equal(story.sanction);
      expect(served).to.have.members([story.sanction, story.case, story.inspection, world.issuer]);
    });

    it("shows each event once, whatever of it is asked", async () => {
      const [one, all] = [await types([story.inspection]), await types(Object.values(story))];
      // The number was drawn before there was a decision: the inspection could not know of it.
      expect(all.filter((type) => type !== "DecisionNumberDrawn")).to.deep.equal(
        one.filter((type) => type !== "DecisionNumberDrawn"),
      );
      expect(await types([story.case, story.case])).to.deep.equal(await types([story.case]));
      expect(await types([story.case])).to.not.include("InspectionDecided");
      expect(await types([story.seizure])).to.deep.equal(["ExhibitsSeized"]);
    });

    it("answers as of a position what it answered then, through cursors too", async () => {
      const { nodes } = await timeline([story.inspection]);
      const third = { position: nodes[2].position };
      const then = await timeline([story.inspection], { asOf: third });
      expect(then.nodes).to.deep.equal(nodes.slice(0, 3));
      expect(then.basis).to.deep.equal(third);
      const [first] = (await timeline([story.inspection], { asOf: third, first: 1 })).edges;
      const rest = await timeline([story.inspection], { asOf: third, after: first.cursor });
      expect(rest.nodes).to.deep.equal(nodes.slice(1, 3));
    });

    it("is paged from either end, in either order", async () => {
      const { nodes } = await timeline([story.inspection]);
      for (const direction of ["ASC", "DESC"]) {
        const wanted = direction === "ASC" ? nodes : [...nodes].reverse();
        const forward: Json[] = [];
        for (let after: string | null = null; ;) {
          const page: Json = await timeline([story.inspection], { direction, first: 3, after });
          forward.push(...page.nodes);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(forward).to.deep.equal(wanted);
        const backward: Json[] = [];
        for (let before: string | null = null; ;) {
          const page: Json = await timeline([story.inspection], { direction, last: 4, before });
          backward.unshift(...page.nodes);
          if (!page.pageInfo.hasPreviousPage) break;
          before = page.pageInfo.startCursor;
        }
        expect(backward).to.deep.equal(wanted);
      }
    });

    it("is narrowed by kind, type, actor, command, and by either clock", async () => {
      const of = (filter: object): Promise<string[]> => types([story.inspection], { filter });
      expect(await of({ kinds: ["INSPECTION", "SEIZURE"] })).to.deep.equal(["InspectionDecided", "ExhibitsSeized"]);
      expect(await of({ types: ["SanctionServed", "NoSuchThing"] })).to.deep.equal(["SanctionServed"]);
      expect(await of({ kinds: ["CASE"], types: ["SanctionServed"] })).to.deep.equal([]);
      expect(await of({ actorRoles: ["CLERK"] })).to.deep.equal([]);
      expect(await of({ actorUnitId: world.issuer })).to.deep.equal([]);
      // Decided on the 2nd, entered on the 10th.
      expect(await of({ occurredTo: "2019-09-05T00:00:00Z" })).to.deep.equal(["InspectionDecided"]);
      expect(await of({ recordedTo: "2019-09-05T00:00:00Z" })).to.deep.equal([]);
      const { nodes } = await timeline([story.inspection]);
      const all = nodes.map((item: Json) => item.type);
      const [{ recordedAt }, served] = [nodes[0], nodes.find((item: Json) => item.type === "SanctionServed")];
      expect(await of({ recordedFrom: recordedAt })).to.deep.equal(all);
      expect(await of({ recordedFrom: served.recordedAt }))
        .to.include("SanctionServed")
        .and.not.include("InspectionDecided");
      expect(await of({ recordedTo: recordedAt })).to.include("InspectionDecided");
      expect(await of({ occurredFrom: served.occurredAt })).to.deep.equal(all.slice(all.indexOf("SanctionServed")));
      expect(await of({ commandId: served.event.commandId })).to.deep.equal(["SanctionServed"]);
    });

    it("tells what came of something by its correlation", async () => {
      const led = await timeline([story.inspection], { filter: { correlationId: CORRELATION.toUpperCase() } });
      const found = led.nodes.map((item: Json) => item.type);
      expect(found).to.deep.equal(["ComplaintLodged", "DecisionNumberDrawn", "SanctionAnnulled"]);
      expect(new Set(led.nodes.map((item: Json) => item.event.correlationId))).to.deep.equal(new Set([CORRELATION]));
    });

    it("tells the events of one record alone, in order of revision", async () => {
      const events = async (id: string, more: object = {}): Promise<Json> =>
        (await api.ask(EVENTS, { id, ...more }, INSPECTOR)).recordEvents;
      const { nodes } = await events(story.sanction);
      expect(nodes.map((event: Json) => event.revision)).to.deep.equal([0, 1, 2, 3, 4]);
      expect(nodes.map((event: Json) => event.type)).to.deep.equal([
        "SanctionIssued",
        "SanctionServed",
        "FinePaymentRecorded",
        "ComplaintLodged",
        "SanctionAnnulled",
      ]);
      const first = await events(story.sanction, { first: 2 });
      const rest = await events(story.sanction, { after: first.pageInfo.endCursor });
      expect([...first.nodes, ...rest.nodes]).to.deep.equal(nodes);
      expect((await events(story.inspection)).nodes).to.deep.equal([{ type: "InspectionDecided", revision: 0 }]);
      expect((await events(world.issuer)).nodes.map((event: Json) => event.type)).to.deep.equal(["UnitRegistered"]);
      expect((await events("Visit:00000000-0000-4000-8000-000000000000")).nodes).to.deep.equal([]);
    });

    it("names no offender to those who may not read the names", async () => {
      const told = JSON.stringify((await timeline([story.inspection], {}, ANALYST)).nodes);
      expect(told).to.not.match(/Nguyễn|Sai đối tượng/);
      expect(JSON.stringify((await timeline([story.inspection])).nodes)).to.include("Sai đối tượng");
    });
  });

  describe("with successors", () => {
    it("are of a unit and of those that are one with it, of all entries of one person, and if asked of a split unit's parts", async () => {
      const { cast } = world;
      const visit = await api.done("registerVisit", walkIn(cast));
      const merged = cast.land;
      const merger = { fromIds: [cast.health], intoId: merged, legalBasis: "NQ 1", effectiveOn: "2019-09-10" };
      await api.done("mergeUnits", merger);
      await api.done(
        "registerVisit",
        walkIn(cast, { hostIds: [merged], reporterIds: [cast.uncarded], subject: "Khác" }),
      );
      const ofVisits = { filter: { types: ["VisitRegistered"] } };
      expect(await types([cast.health], ofVisits)).to.have.length(2);
      expect(await types([merged], ofVisits)).to.have.length(2);
      const { position } = (await api.ask(`{ ledger { position } }`)).ledger;
      expect(await types([cast.health], { ...ofVisits, asOf: { position, today: "2019-09-09" } })).to.have.length(1);
      await api.done("mergeReporter", { reporterId: cast.uncarded, intoId: cast.carded, reason: "Trùng" });
      expect(await types([cast.carded], ofVisits)).to.have.length(2);
      expect(await types([cast.uncarded], ofVisits)).to.have.length(2);
      expect(await types([cast.uncarded], { ...ofVisits, asOf: { position } })).to.have.length(1);
      const newUnits = ["Sở Một", "Sở Hai"].map((name) => ({ kind: "DEPARTMENT", name }));
      const split = { fromId: merged, newUnits, legalBasis: "NQ 2", effectiveOn: "2019-09-11" };
      await api.done("splitUnit", split);
      const ofSplit = { filter: { types: ["UnitRegistered"] } };
      const asOf = { today: "2019-09-11" };
      expect(await types([merged], { ...ofSplit, asOf })).to.have.length(2);
      expect(await types([merged], { ...ofSplit, asOf, includeSuccessors: true })).to.have.length(4);
      const [{ records }] = (await timeline([cast.health], { filter: { types: ["UnitsMerged"] } })).nodes;
      expect(records.map((node: Json) => node.id)).to.have.members([cast.health, merged]);
      expect((await timeline([visit])).nodes[0].__typename).to.equal("VisitTimelineItem");
    });
  });

  describe("asked by somebody who means harm", () => {
    const code = async (variables: object, principal: Parameters<Api["tryAsk"]>[2] = INSPECTOR): Promise<unknown> =>
      (await api.tryAsk(TIMELINE, { subjects: [world.issuer], ...variables }, principal)).errors[0]?.code;

    it("answer nobody without a token", async () => {
      expect(await code({}, null)).to.equal("UNAUTHENTICATED");
      const { errors } = await api.tryAsk(EVENTS, { id: world.issuer }, null);
      expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
    });

    it("refuse what is no subject, too many of them, and what is no size", async () => {
      expect(await code({ subjects: [] })).to.equal("BAD_USER_INPUT");
      expect(await code({ subjects: ["Unit:' OR 1=1 --"] })).to.equal("BAD_USER_INPUT");
      expect(await code({ subjects: ["DecisionRegister:00000000-0000-4000-8000-000000000000"] })).to.equal(
        "BAD_USER_INPUT",
      );
      expect(await code({ subjects: Array(51).fill(world.issuer) })).to.equal("BAD_USER_INPUT");
      expect(await code({ first: 101 })).to.equal("BAD_USER_INPUT");
      expect(await code({ first: 1, last: 1 })).to.equal("BAD_USER_INPUT");
      expect(await code({ filter: { types: Array(51).fill("x") } })).to.equal("BAD_USER_INPUT");
      expect(await code({ filter: { types: ["x".repeat(101)] } })).to.equal("BAD_USER_INPUT");
      expect(await code({ filter: { correlationId: "x".repeat(101) } })).to.equal("BAD_USER_INPUT");
      expect(await code({ filter: { commandId: "') --" } })).to.equal(undefined);
    });

    it("refuse a cursor that was changed, or is another question's", async () => {
      const { endCursor } = (await timeline([world.issuer], { first: 1 })).pageInfo;
      expect(await code({ first: 1, after: endCursor })).to.equal(undefined);
      expect(await code({ after: `${endCursor}x` })).to.equal("BAD_USER_INPUT");
      expect(await code({ after: endCursor, direction: "DESC" })).to.equal("BAD_USER_INPUT");
      expect(await code({ after: endCursor, subjects: [world.cast.health] })).to.equal("BAD_USER_INPUT");
      expect(await code({ after: endCursor, filter: { kinds: ["VISIT"] } })).to.equal("BAD_USER_INPUT");
      expect(await code({ after: "c1.W10.aaaaaaaaaa" })).to.equal("BAD_USER_INPUT");
    });

    it("show of a subject that is not there nothing, as of one that nothing happened to", async () => {
      expect(await types(["Visit:00000000-0000-4000-8000-000000000000"])).to.deep.equal([]);
    });
  });
});
