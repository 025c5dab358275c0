import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import type { Scopes } from "../../src/domain/kernel/scopes.js";
import { ANALYST, Api, type Json, ledgerSchema } from "../support/api.js";
import { checkedWalkIn, walkIn } from "../support/cast.js";
import { act, decisionOn, type EnforcementWorld, enforcementWorld, minutedCase } from "../support/enforcement.js";
import { everythingOf } from "../support/everything.js";
import { FeedReader } from "../support/feeds.js";
import { OFFENDER } from "../support/violationCases.js";

const DAY = "2019-09-13";
const NOTICE = `__typename ... on CaughtUp { cursor } ... on Heartbeat { cursor position }
  ... on Notice { cursor position kind type summary summaryVi decisionNumber recordIds units { id name } }`;
const feedOf = (name: string, selection = NOTICE): string =>
  `subscription ($after: String, $from: FeedStart! = BEGINNING, $filter: NoticeFilter) {
    feed: ${name}(after: $after, from: $from, filter: $filter) { ${selection} } }`;

describe("notices", () => {
  let api: Api;
  let world: EnforcementWorld;
  let health = "";
  let land = "";
  const ids: Record<string, string> = {};
  before(async () => {
    api = await Api.open(`${DAY}T03:00:00.000Z`);
    world = await enforcementWorld(api);
    [health, land] = [world.cast.health, world.cast.land];
    const visit = await api.done("registerVisit", checkedWalkIn(world.cast), world.cast.clerkOfHealth);
    await api.done("registerVisit", walkIn(world.cast, { hostIds: [land] }));
    await api.done("amendVisit", { visitId: visit, hostIds: [land], reason: "Nhầm đơn vị" });
    ids["visit"] = visit;
    await inspected();
    await sanctioned();
  });
  after(() => api.close());

  const decide = (more: object = {}): Promise<string> =>
    act(api, "decideInspection", {
      ...{ kind: "SPECIALISED_INSPECTION", title: `Thanh tra nhà sách ${OFFENDER}`, decisionNumber: "45/QĐ-TTr" },
      periodExamined: { from: "2019-01-01", to: "2019-08-31" },
      ...{ decidedOn: DAY, onSite: { from: DAY, to: DAY } },
      lead: { unitId: land },
      targets: [{ kind: "HOUSEHOLD_BUSINESS", name: OFFENDER }],
      team: [{ name: "Trần Thị Bình", role: "HEAD" }],
      ...more,
    });

  async function inspected(): Promise<void> {
    const inspectionId = (ids["inspection"] = await decide());
    const step = (name: string, more: object = {}): Promise<string> => act(api, name, { inspectionId, ...more });
    await step("announceInspection");
    await step("startFieldwork");
    await step("recordFinding", { description: `Của ${OFFENDER}`, isViolation: true });
    await step("endFieldwork");
    await step("reportInspection", { summary: "Đã xong" });
    await step("draftConclusion", { reservedOpinions: [] });
    await step("concludeInspection", { number: "9/KL-TTr", signedOn: DAY, summary: `Có vi phạm của ${OFFENDER}` });
    await step("publishConclusion", { forms: ["PORTAL"] });
    // Of an inspection that was never announced, and of one that was.
    await act(api, "cancelInspection", { inspectionId: await decide({ decisionNumber: "46" }), reason: "Trùng" });
    const announced = await decide({ decisionNumber: "47/QĐ-TTr" });
    await act(api, "announceInspection", { inspectionId: announced });
    await act(api, "cancelInspection", { inspectionId: announced, reason: OFFENDER });
  }

  async function sanctioned(): Promise<void> {
    const issue = async (): Promise<string> =>
      act(api, "issueSanction", decisionOn(world, await minutedCase(api, world)));
    const annul = { ground: "WRONG_PROCEDURE", reason: OFFENDER };
    await act(api, "annulSanction", { sanctionId: await issue(), ...annul });
    const sanctionId = (ids["sanction"] = await issue());
    await act(api, "publishSanction", { sanctionId, publishedOn: DAY, medium: "Báo Thanh Hóa" });
    await act(api, "annulSanction", { sanctionId, ...annul });
  }

  const subscriber = (scopes: Partial<Scopes> = {}): Principal => {
    const all: Scopes = { subjects: ["VISIT", "INSPECTION", "CASE", "SANCTION", "SEIZURE", "REGISTER"], unitIds: null };
    return { subject: "portal", role: "SUBSCRIBER", unitId: null, scopes: { ...all, ...scopes } };
  };
  const uuid = (id: string): string => id.replace("Unit:", "");
  const told = async (
    name: "notices" | "publicEvents",
    principal: Principal | null,
    variables: Record<string, unknown> = {},
    selection?: string,
  ): Promise<Json[]> => {
    const reader = await FeedReader.open(api, feedOf(name, selection), variables, principal);
    const items = await reader.untilCaughtUp();
    await reader.leave();
    return items;
  };
  const types = (items: Json[]): string[] => items.map(({ type }) => type);
  const PUBLIC_OF_THE_DAY = [
    "InspectionAnnounced",
    "InspectionConcluded",
    "InspectionConclusionPublished",
    "InspectionAnnounced",
    "InspectionCancelled",
    "SanctionPublished",
    "SanctionAnnulled",
  ];

  describe("of what is public by law", () => {
    it("are told without a token: announced, concluded, made public, and what takes that back; of others nothing", async () => {
      const items = await told("publicEvents", null);
      expect(types(items)).to.deep.equal(PUBLIC_OF_THE_DAY);
      expect(items.map(({ decisionNumber }) => decisionNumber)).to.deep.equal([
        ...["45/QĐ-TTr", "45/QĐ-TTr", "45/QĐ-TTr", "47/QĐ-TTr", "47/QĐ-TTr"],
        ...["2/QĐ-XPVPHC", "2/QĐ-XPVPHC"],
      ]);
      expect(items[5]).to.deep.include({
        kind: "SANCTION",
        summary: "The sanction was made public on 13 September 2019 (Báo Thanh Hóa).",
        summaryVi: "Công bố công khai việc xử phạt ngày 13/9/2019 (Báo Thanh Hóa).",
        recordIds: [ids["sanction"]],
        units: [{ id: land, name: "Sở Tài nguyên và Môi trường" }],
      });
    });

    it("are the same to whoever shows a token, and narrowed by filters only", async () => {
      const all = await told("publicEvents", null);
      for (const principal of [ANALYST, subscriber({ subjects: ["VISIT"] })]) {
        expect(types(await told("publicEvents", principal))).to.deep.equal(types(all));
      }
      const filtered = async (filter: object): Promise<string[]> => types(await told("publicEvents", null, { filter }));
      expect(await filtered({ kinds: ["SANCTION"] })).to.deep.equal(PUBLIC_OF_THE_DAY.slice(5));
      expect(await filtered({ types: ["InspectionConcluded", "InspectionDecided", "VisitRegistered"] })).to.deep.equal([
        "InspectionConcluded",
      ]);
      expect(await filtered({ unitIds: [land] })).to.deep.equal(PUBLIC_OF_THE_DAY);
      expect(await filtered({ unitIds: [health] })).to.deep.equal([]);
    });

    it("resume from every cursor", async () => {
      const all = await told("publicEvents", null);
      for (const [index, { cursor }] of all.entries()) {
        expect(await told("publicEvents", null, { after: cursor })).to.deep.equal(all.slice(index + 1));
      }
    });

    it("are told again, as taken back, where a publication was recorded in error", async () => {
      const sanctionId = await act(api, "issueSanction", decisionOn(world, await minutedCase(api, world)));
      const reader = await FeedReader.open(api, feedOf("publicEvents"), { from: "NOW" }, null);
      await reader.untilCaughtUp();
      await act(api, "publishSanction", { sanctionId, publishedOn: DAY, medium: "Cổng thông tin điện tử" });
      expect((await reader.next()).type).to.equal("SanctionPublished");
      const shown = await api.ask(`query ($id: SanctionId!) { sanction(id: $id) { publications { id on medium } } }`, {
        id: sanctionId,
      });
      const [{ id: publicationId, ...publication }] = shown.sanction.publications;
      expect(publication).to.deep.equal({ on: DAY, medium: "Cổng thông tin điện tử" });
      const again = { sanctionId, publishedOn: DAY, medium: "cổng thông tin điện tử" };
      expect(await api.command("publishSanction", again, { ...ANALYST, role: "INSPECTOR" })).to.include({
        code: "SANCTION_PUBLISHED_THERE",
      });
      await act(api, "takeBackSanctionPublication", { sanctionId, publicationId, reason: OFFENDER });
      expect((await reader.next()).type).to.equal("SanctionPublicationTakenBack");
      await reader.leave();
    });
  });

  describe("to a subscriber", () => {
    it("are of the kinds in its scopes, all with sentences in both languages", async () => {
      const ofVisits = await told("notices", subscriber({ subjects: ["VISIT"] }));
      expect(types(ofVisits)).to.deep.equal([
        "VisitRegistered",
        "VisitDocumentsChecked",
        "VisitRegistered",
        "VisitAmended",
      ]);
      for (const { kind, summary, summaryVi, recordIds } of await told("notices", subscriber())) {
        expect(
          [summary, summaryVi].every((text) => /\.$/.test(text)),
          kind,
        ).to.equal(true);
        if (kind === "VISIT") expect(recordIds[0]).to.match(/^Visit:/);
      }
    });

    it("are of the units in its scopes: of a visit that moved, before and after", async () => {
      const ofHealth = await told("notices", subscriber({ subjects: ["VISIT"], unitIds: [uuid(health)] }));
      expect(types(ofHealth)).to.deep.equal(["VisitRegistered", "VisitDocumentsChecked", "VisitAmended"]);
      const ofLand = await told("notices", subscriber({ subjects: ["VISIT"], unitIds: [uuid(land)] }));
      expect(types(ofLand)).to.deep.equal(["VisitRegistered", "VisitAmended"]);
    });

    it("are not widened by what is asked for, and narrowed by it", async () => {
      const scoped = subscriber({ subjects: ["VISIT"], unitIds: [uuid(health)] });
      const asked = async (filter: object): Promise<string[]> => types(await told("notices", scoped, { filter }));
      expect(await asked({ kinds: ["INSPECTION", "REGISTER"] })).to.deep.equal([]);
      expect(await asked({ types: ["VisitAmended", "InspectionAnnounced"] })).to.deep.equal(["VisitAmended"]);
      expect(await asked({ unitIds: [land] })).to.deep.equal([]);
      expect(await asked({ unitIds: [land, health] })).to.have.length(3);
    });

    it("move the cursor on where nothing is told, and are within the scopes after a resumption too", async () => {
      const scoped = subscriber({ subjects: ["VISIT"], unitIds: [uuid(health)] });
      const reader = await FeedReader.open(api, feedOf("notices"), { from: "NOW" }, scoped, { heartbeatMs: 10 });
      const [first] = [await reader.next()];
      await api.done("registerVisit", walkIn(world.cast, { hostIds: [land] }));
      const head = await api.ledger.log.head();
      let beat = await reader.next();
      while (beat.position !== `P1-${head}`) {
        expect(beat.__typename).to.equal("Heartbeat");
        beat = await reader.next();
      }
      await reader.leave();
      await api.done("registerVisit", walkIn(world.cast, { hostIds: [land] }));
      await api.done("registerVisit", walkIn(world.cast));
      for (const { cursor: after } of [first, beat]) {
        expect(types(await told("notices", scoped, { after }))).to.deep.equal(["VisitRegistered"]);
      }
      // Cursors are the feed's, not the token's: what the scopes are is asked for each item.
      const wider = subscriber({ subjects: ["VISIT"] });
      expect(await told("notices", wider, { after: beat.cursor })).to.have.length(2);
    });

    it("name nobody, whatever is asked of them", async () => {
      const everything = everythingOf(await ledgerSchema(), "Notice");
      const items = await told("notices", subscriber(), {}, `__typename ... on Notice ${everything}`);
      const text = JSON.stringify(items).toLowerCase();
      expect(items.length).to.be.greaterThan(30);
      for (const name of [OFFENDER, "Lê Văn An", "Trần Thị Bình", "Lê Thị Chánh", "IBT 00123", "officer-1"]) {
        expect(text.includes(name.toLowerCase()), name).to.equal(false);
      }
    });

    it("end with its token", async () => {
      let ended = false;
      const reader = await FeedReader.open(api, feedOf("notices"), {}, subscriber(), { expired: () => ended });
      expect((await reader.next()).__typename).to.equal("Notice");
      ended = true;
      expect(await reader.next().catch((error: Error) => error.message)).to.equal("The access token has expired.");
    });

    it("are all that it has besides what is public: no records, no other feeds, no mutations", async () => {
      const refusal = async (query: string): Promise<unknown> =>
        (await api.tryAsk(query, {}, subscriber())).errors.map(({ code }) => code);
      expect(await refusal(`{ visits(first: 1) { nodes { id } } }`)).to.deep.equal(["FORBIDDEN"]);
      expect(await refusal(`{ timeline(subjects: ["${ids["visit"]}"]) { nodes { summary } } }`)).to.deep.equal([
        "FORBIDDEN",
      ]);
      expect((await api.ask(`{ node(id: "${ids["visit"]}") { id } }`, {}, subscriber())).node).to.equal(null);
      expect((await api.ask(`{ units(first: 1) { nodes { id } } }`, {}, subscriber())).units.nodes).to.have.length(1);
      for (const feed of ["ledgerEvents", "visitEvents", "inspectionEvents", "sanctionEvents"]) {
        const opened = FeedReader.open(api, `subscription { ${feed} { __typename } }`, {}, subscriber());
        expect(await opened.catch((error: Error) => error.message), feed).to.contain("Your role may not read this");
      }
      const visit = await api.command("registerVisit", walkIn(world.cast), subscriber());
      expect(visit).to.include({ __typename: "NotAllowed" });
    });
  });

  describe("besides", () => {
    it("are for those, too, who may read the records; for nobody else", async () => {
      expect(types(await told("notices", ANALYST))).to.include.members(["UnitRegistered", "SanctionIssued"]);
      const refused = (principal: Principal | null): Promise<unknown> =>
        FeedReader.open(api, feedOf("notices"), {}, principal).catch((error: Error) => error.message);
      expect(await refused(null)).to.contain("UNAUTHENTICATED");
      expect(await refused({ subject: "x", role: "PUBLIC", unitId: null })).to.contain("FORBIDDEN");
      const { scopes: _none, ...bare } = subscriber();
      expect(await refused(bare), "a subscriber without scopes").to.contain("FORBIDDEN");
    });

    it("follow a unit to what it has succeeded, from the day on", async () => {
      const wards = await Promise.all(
        ["Phường Một", "Phường Hai"].map((name) =>
          api.done("registerUnit", {
            unit: { kind: "COMMUNE", name },
            legalBasis: "Danh mục đầu kỳ",
            effectiveOn: "2018-01-01",
          }),
        ),
      );
      const [one, two] = wards as [string, string];
      await api.done("registerVisit", walkIn(world.cast, { hostIds: [one] }));
      const merger = { fromIds: [one], intoId: two, legalBasis: "NQ 1", effectiveOn: "2019-09-20" };
      await api.done("mergeUnits", merger);
      const scoped = subscriber({ subjects: ["VISIT"], unitIds: [uuid(two)] });
      expect(types(await told("notices", scoped))).to.deep.equal([]);
      api.now = "2019-09-20T03:00:00.000Z";
      expect(types(await told("notices", scoped))).to.deep.equal(["VisitRegistered"]);
    });
  });
});
