import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import { walkIn } from "../support/cast.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  LIGHT,
  type MinutedCase,
  payment,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const ITEMS = `isWhole items(first: $first, after: $after, last: $last, before: $before) {
  nodes { link item { position type event { id reason causedBy commandId correlationId cause { type commandId } } } }
  edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } basis { position } }`;
const WINDOW = `$first: Int, $after: String, $last: Int, $before: String`;
const CONSEQUENCES = `query ($commandId: ID!, $asOf: AsOf, ${WINDOW}) {
  consequences(commandId: $commandId, asOf: $asOf) { ${ITEMS} } }`;
const LED_TO = `query ($subjects: [ID!]!, $asOf: AsOf, ${WINDOW}) {
  timeline(subjects: $subjects, first: 10, asOf: $asOf) { nodes { type ledTo { ${ITEMS} } } } }`;

describe("what led to what, through the API", () => {
  let api: Api;
  let world: EnforcementWorld;
  before(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  after(() => api.close());

  const ledTo = async (commandId: string, more: object = {}, principal = INSPECTOR): Promise<Json> =>
    (await api.ask(CONSEQUENCES, { commandId, first: "last" in more ? undefined : 100, ...more }, principal))
      .consequences;
  const told = async (commandId: string, more: object = {}): Promise<[string, string][]> =>
    (await ledTo(commandId, more)).items.nodes.map(({ item, link }: Json) => [item.type, link]);
  /** A visit that was registered because of something. */
  const visit = async (commandId: string, causedBy?: string, more: object = {}): Promise<Json> =>
    api.command("registerVisit", walkIn(world.cast, { commandId, ...(causedBy && { causedBy }), ...more }));

  describe("a cause", () => {
    const [cause, caused] = ["a cause", "what it caused"];

    it("is kept with the events of what it caused, which belongs where the cause does", async () => {
      const correlationId = "5d1f6c1e-0d0b-4f7e-8a51-9a0f4c7b2e11";
      await visit(api.commandId(cause), undefined, { correlationId });
      const done = await visit(api.commandId(caused), api.commandId(cause).toUpperCase());
      expect(done).to.include({ __typename: "VisitChanged", replayed: false });
      const { nodes } = (await ledTo(api.commandId(cause))).items;
      const { event } = nodes.find(({ link }: Json) => link === "NAMED_CAUSE").item;
      expect(event).to.deep.include({
        causedBy: api.commandId(cause),
        commandId: api.commandId(caused),
        correlationId,
      });
      expect(event.cause.commandId).to.equal(api.commandId(cause));
    });

    it("that is not in the ledger, or is the command itself, is refused, and nothing is changed", async () => {
      const before = await api.ledger.log.head();
      const [unknown, itself] = [api.commandId("never sent"), api.commandId("itself")];
      const answers = [await visit(api.commandId(), unknown), await visit(itself, itself)];
      expect(answers[0]).to.include({ __typename: "NotFound", code: "CAUSE_NOT_FOUND" });
      expect(answers[1]).to.include({ __typename: "RuleRefused", code: "CAUSE_IS_ITSELF" });
      for (const answer of answers) {
        expect(answer.path).to.deep.equal(["causedBy"]);
        expect(JSON.stringify(answer)).to.not.include(unknown);
      }
      expect(await visit(api.commandId(), "no id")).to.include({ code: "INVALID_INPUT" });
      expect(await api.ledger.log.head()).to.equal(before);
    });

    it("is part of the command: sent again it is the same, with another cause another one", async () => {
      const again = await visit(api.commandId(caused), api.commandId(cause));
      expect(again).to.include({ __typename: "VisitChanged", replayed: true });
      const [other, none] = [
        await visit(api.commandId(caused), api.commandId("other")),
        await visit(api.commandId(caused)),
      ];
      for (const answer of [other, none]) expect(answer).to.include({ code: "COMMAND_ID_REUSED" });
    });
  });

  describe("from a visit to the payment of the fine", () => {
    const [found, recorded, issued] = ["found", "recorded", "issued"];
    const all: [string, string][] = [
      ["ViolationCaseRecorded", "NAMED_CAUSE"],
      ["ViolationMinutesDrawnUp", "LINKED_RECORD"],
      ["DecisionNumberDrawn", "NAMED_CAUSE"],
      ["SanctionIssued", "NAMED_CAUSE"],
      ["VisitObstacleReported", "LINKED_RECORD"],
      ["SanctionServed", "LINKED_RECORD"],
      ["FinePaymentRecorded", "LINKED_RECORD"],
    ];
    let sanctionId: string;
    before(async () => {
      const { entity } = await visit(api.commandId(found));
      const { caseId, ...made } = await aCase({ commandId: api.commandId(recorded), causedBy: api.commandId(found) });
      const cause = { commandId: api.commandId(issued), causedBy: api.commandId(recorded) };
      sanctionId = await act(api, "issueSanction", decisionOn(world, { caseId, ...made }, cause));
      await api.done("reportObstacle", { visitId: entity.id, description: "Chờ lâu" });
      api.pass(3_600_000);
      await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-10" });
      const late = { occurredAt: "2019-09-10T03:30:00.000Z", lateEntryReason: "Nhập bù của Nguyễn Văn An" };
      await act(api, "recordFinePayment", {
        ...payment(sanctionId, "1000000", "2019-09-10", { number: "0001" }),
        ...late,
      });
    });

    const aCase = async (more: object): Promise<MinutedCase> => {
      const { cases } = world;
      const caseId = await cases.record(more);
      const [{ id: partyId }] = (await cases.ask(caseId)).parties;
      await cases.drawUp(caseId, { violations: [{ partyId, ...titleOf(LIGHT, "Sách Một") }] });
      const { violations } = await cases.ask(caseId);
      return { caseId, partyId, violationIds: violations.map((one: Json) => one.id) };
    };

    it("follows the causes that were named, and from there the links of the records", async () => {
      expect(await told(api.commandId(found))).to.deep.equal(all);
      expect((await ledTo(api.commandId(found).toUpperCase())).isWhole).to.equal(true);
      const ofCase = all.slice(1).filter(([type]) => type !== "VisitObstacleReported");
      expect(await told(api.commandId(recorded))).to.deep.equal(ofCase);
      const [{ item: drawn }, ...later] = (await ledTo(api.commandId(issued))).items.nodes;
      expect(drawn.event).to.deep.include({ causedBy: api.commandId(issued), cause: null });
      expect(later.map(({ item }: Json) => item.type)).to.deep.equal(["SanctionServed", "FinePaymentRecorded"]);
    });

    it("answers as of a position what it answered then, through cursors too", async () => {
      const { nodes } = (await ledTo(api.commandId(found))).items;
      const asOf = { position: nodes[3].item.position };
      const then = (await ledTo(api.commandId(found), { asOf })).items;
      expect(then.nodes).to.deep.equal(nodes.slice(0, 4));
      const rest = (await ledTo(api.commandId(found), { asOf, after: then.edges[0].cursor })).items;
      expect(rest.nodes).to.deep.equal(nodes.slice(1, 4));
      expect(rest.basis).to.deep.equal(asOf);
    });

    it("is paged from either end", async () => {
      const { nodes } = (await ledTo(api.commandId(found))).items;
      const [forward, backward]: Json[][] = [[], []];
      for (let after: string | null = null; ;) {
        const { items }: Json = await ledTo(api.commandId(found), { first: 3, after });
        forward!.push(...items.nodes);
        if (!items.pageInfo.hasNextPage) break;
        after = items.pageInfo.endCursor;
      }
      for (let before: string | null = null; ;) {
        const { items }: Json = await ledTo(api.commandId(found), { last: 2, before });
        backward!.unshift(...items.nodes);
        if (!items.pageInfo.hasPreviousPage) break;
        before = items.pageInfo.startCursor;
      }
      expect(forward).to.deep.equal(nodes);
      expect(backward).to.deep.equal(nodes);
    });

    it("stands at each item of a timeline, as of the timeline's basis", async () => {
      const ask = async (more: object): Promise<Json[]> =>
        (await api.ask(LED_TO, { subjects: [sanctionId], first: 100, ...more }, INSPECTOR)).timeline.nodes;
      const items = await ask({});
      const at = (type: string, of = items): Json => of.find((one) => one.type === type).ledTo;
      expect(at("SanctionIssued")).to.deep.equal(await ledTo(api.commandId(issued)));
      expect(at("FinePaymentRecorded").items.nodes).to.deep.equal([]);
      const { position } = at("SanctionIssued").items.nodes[1].item;
      const then = at("SanctionIssued", await ask({ asOf: { position } }));
      expect(then.items.nodes.map(({ item }: Json) => item.type)).to.deep.equal([
        "DecisionNumberDrawn",
        "SanctionServed",
      ]);
    });

    it("shows nobody without a token anything, and no reason to those who may not read of offenders", async () => {
      const { errors } = await api.tryAsk(CONSEQUENCES, { commandId: api.commandId(found) }, null);
      expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
      expect(JSON.stringify(await ledTo(api.commandId(found)))).to.include("Nguyễn Văn An");
      expect(JSON.stringify(await ledTo(api.commandId(found), {}, ANALYST))).to.not.match(/Nguyễn/);
    });

    it("takes no cursor of another command's, and tells of a command that is not there that nothing came of it", async () => {
      const [{ cursor }] = (await ledTo(api.commandId(found))).items.edges;
      const code = async (variables: object): Promise<unknown> =>
        (await api.tryAsk(CONSEQUENCES, { commandId: api.commandId(recorded), ...variables }, INSPECTOR)).errors[0]
          ?.code;
      expect(await code({ after: cursor })).to.equal("BAD_USER_INPUT");
      expect(await code({ first: 101 })).to.equal("BAD_USER_INPUT");
      expect(await code({ commandId: "x".repeat(101) })).to.equal("BAD_USER_INPUT");
      expect(await ledTo("') --")).to.deep.include({ isWhole: true });
      expect(await told("') --")).to.deep.equal([]);
    });

    it("of a decision that nobody tied to its case is found by the records alone", async () => {
      const [noted, decided] = [api.commandId("noted"), api.commandId("decided")];
      const made = await aCase({ commandId: noted });
      await act(api, "issueSanction", decisionOn(world, made, { commandId: decided }));
      expect(await told(noted)).to.deep.equal([
        ["ViolationMinutesDrawnUp", "LINKED_RECORD"],
        ["DecisionNumberDrawn", "NAMED_CAUSE"],
        ["SanctionIssued", "LINKED_RECORD"],
      ]);
    });
  });
});
