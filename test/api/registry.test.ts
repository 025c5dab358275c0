import { expect } from "chai";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast } from "../support/cast.js";

const BASIS = { legalBasis: "QĐ 83/QĐ-UBND" };

describe("the registry of the press through the API", () => {
  let api: Api;
  let world: Cast;
  const onStage = (): void => {
    before(async () => {
      api = await Api.open();
      world = await cast(api);
    });
    after(() => api.close());
  };

  describe("press agencies", () => {
    onStage();

    const AGENCY = `query ($id: PressAgencyId!, $asOf: AsOf) { pressAgency(id: $id, asOf: $asOf) {
      name names { name from } kinds status statusOn(day: "2019-10-15") revision endsOn mergedIntoName
      suspensions { from lastDay legalBasis } mergedInto { name } predecessors { name } } }`;
    const agency = async (id: string): Promise<Json> => (await api.ask(AGENCY, { id }, null)).pressAgency;
    const register = (name: string): Promise<string> =>
      api.done("registerPressAgency", {
        name,
        kinds: ["PRINT", "ONLINE"],
        level: "LOCAL",
        governingBody: "Sở Văn hóa",
        registeredOn: "2018-01-01",
      });

    it("live through rename, suspension and merger, open to everyone", async () => {
      const agencyId = await register("Báo Văn hóa và Đời sống");
      await api.done("renamePressAgency", {
        agencyId,
        name: "Văn hóa và Đời sống",
        effectiveOn: "2019-09-10",
        ...BASIS,
      });
      await api.done("suspendPressAgency", { agencyId, from: "2019-10-01", until: "2019-10-31", ...BASIS });
      expect(await agency(agencyId)).to.deep.include({
        name: "Văn hóa và Đời sống",
        status: "ACTIVE",
        statusOn: "SUSPENDED",
        revision: 2,
        suspensions: [{ from: "2019-10-01", lastDay: "2019-10-31", ...BASIS }],
      });
      await api.done("reinstatePressAgency", { agencyId, effectiveOn: "2019-10-15", ...BASIS });
      await api.done("mergePressAgency", { agencyId, intoId: world.agency, effectiveOn: "2021-01-08", ...BASIS });
      expect(await agency(agencyId)).to.deep.include({
        status: "ACTIVE",
        statusOn: "ACTIVE",
        endsOn: "2021-01-08",
        mergedIntoName: "Báo Thanh Hóa",
        mergedInto: { name: "Báo Thanh Hóa" },
      });
      expect((await agency(world.agency)).predecessors).to.deep.equal([{ name: "Văn hóa và Đời sống" }]);
      await api.done("closePressAgency", { agencyId: world.agency, effectiveOn: "2022-01-01", ...BASIS });
    });

    it("do not share a name, however it is spelt", async () => {
      const again = {
        name: "BÁO THANH HOÁ",
        kinds: ["PRINT"],
        level: "LOCAL",
        governingBody: "X",
        registeredOn: "2019-01-01",
      };
      const refused = await api.command("registerPressAgency", again);
      expect(refused).to.include({ __typename: "RuleRefused", code: "PRESS_AGENCY_NAME_TAKEN" });
    });

    it("are entered by the department alone, with kinds each named once", async () => {
      const input = {
        name: "Báo X",
        kinds: ["PRINT", "PRINT"],
        level: "LOCAL",
        governingBody: "X",
        registeredOn: "2019-01-01",
      };
      const wrong = await api.command("registerPressAgency", input);
      expect(wrong).to.include({ __typename: "InvalidInput" });
      expect(wrong.issues.map((issue: Json) => issue.path)).to.deep.equal([["kinds"]]);
      const denied = await api.command("registerPressAgency", { ...input, kinds: ["PRINT"] }, world.clerkOfHealth);
      expect(denied).to.include({ __typename: "NotAllowed", code: "NOT_ALLOWED" });
    });

    it("are listed by filter, page after page", async () => {
      await register("Báo A");
      await register("Báo B");
      await register("Báo C");
      const list = `query ($after: String) { pressAgencies(first: 2, after: $after, filter: { kinds: [PRINT], liveOn: "2022-01-01" }) {
        nodes { name } pageInfo { hasNextPage endCursor } } }`;
      const first = (await api.ask(list, {}, null)).pressAgencies;
      expect(first.nodes.map((node: Json) => node.name)).to.deep.equal(["Báo A", "Báo B"]);
      const second = (await api.ask(list, { after: first.pageInfo.endCursor }, null)).pressAgencies;
      expect(second.nodes.map((node: Json) => node.name)).to.deep.equal(["Báo C"]);
      expect(second.pageInfo.hasNextPage).to.equal(false);
    });
  });

  describe("reporters", () => {
    onStage();

    const REPORTER = `query ($id: ReporterId!, $asOf: AsOf) { reporter(id: $id, asOf: $asOf) {
      name kind agency(on: "2019-09-10") { name } engagements { from agencyName agency { id } }
      cards { number issue validTo withdrawnOn } hasValidCard(on: "2019-09-10")
      letters { nodes { number agencyName content addressees { name unit { id } } } pageInfo { hasNextPage } }
      mergedInto { id } duplicates { id } } }`;
    const reporter = async (id: string, principal = OFFICER, asOf?: object): Promise<Json> =>
      (await api.ask(REPORTER, { id, asOf }, principal)).reporter;
    const letterFrom = (reporterId: string): Record<string, unknown> => ({
      reporterId,
      number: "125/GGT",
      agencyId: world.agency,
      issuedOn: "2019-09-01",
      validTo: "2019-09-30",
      unitIds: [world.health, world.land],
      content: "Công tác phòng dịch",
    });

    it("show the numbers of their papers only to those who may see them", async () => {
      await api.done("recordIntroductionLetter", letterFrom(world.carded), world.clerkOfHealth);
      const full = await reporter(world.carded);
      expect([full.cards[0].number, full.letters.nodes[0].number]).to.deep.equal(["IBT00123", "125/GGT"]);
      const masked = await reporter(world.carded, ANALYST);
      expect([masked.cards[0].number, masked.letters.nodes[0].number]).to.deep.equal(["•••• 123", "•••• GGT"]);
      expect(full.letters.nodes[0].addressees).to.deep.equal([
        { name: "Sở Y tế", unit: { id: world.health } },
        { name: "Sở Tài nguyên và Môi trường", unit: { id: world.land } },
      ]);
    });

    it("are not for the public", async () => {
      const one = await api.tryAsk(REPORTER, { id: world.carded }, null);
      const many = await api.tryAsk(`{ reporters { nodes { id } } }`, {}, null);
      expect([one, many].map(({ errors }) => errors[0]?.code)).to.deep.equal(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
      const reader = { ...ANALYST, role: "PUBLIC" } as const;
      const { errors } = await api.tryAsk(REPORTER, { id: world.carded }, reader);
      expect(errors[0]?.code).to.equal("FORBIDDEN");
    });

    it("lose a card, change agency, and are corrected", async () => {
      const toAgencyId = await api.done("registerPressAgency", {
        name: "Báo B",
        kinds: ["ONLINE"],
        level: "CENTRAL",
        governingBody: "Bộ X",
        registeredOn: "2018-01-01",
      });
      const reporterId = world.carded;
      await api.done("transferReporter", { reporterId, toAgencyId, effectiveOn: "2019-09-10" });
      await api.done("recordPressCardWithdrawal", {
        reporterId,
        number: "ibt00123",
        withdrawnOn: "2019-09-01",
        ...BASIS,
      });
      const before = await api.command("amendReporter", { reporterId, name: "Lê Văn Ân", reason: "Sai dấu" });
      const card = { issue: "2021-2025", issuedOn: "2021-01-01", validTo: "2025-12-31" };
      await api.done("recordPressCard", { reporterId, number: "IBT 9", ...card });
      const then = await reporter(reporterId, OFFICER, { position: before.position });
      expect(then).to.deep.include({ name: "Lê Văn Ân", agency: { name: "Báo B" }, hasValidCard: false });
      expect(then.cards).to.have.length(1);
      expect(then.engagements.map((one: Json) => one.agencyName)).to.deep.equal(["Báo Thanh Hóa", "Báo B"]);
      expect((await reporter(reporterId)).cards).to.have.length(2);
    });

    it("do not share a card", async () => {
      const card = { number: "ibt00 123", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" };
      const refused = await api.command("recordPressCard", { reporterId: world.uncarded, ...card });
      expect(refused).to.deep.include({ __typename: "RuleRefused", code: "PRESS_CARD_TAKEN", path: ["number"] });
      expect(refused.message).to.not.match(/ibt/i);
    });

    it("have cards of which a clerk, who may not read their numbers, hears that one is taken, and not whose it is", async () => {
      const card = { number: "ibt00 123", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" };
      const person = { name: "Lê Văn Giả", kind: "CARD_HOLDER", agencyId: world.agency, since: "2018-06-01", card };
      const { message, messageVi, ...told } = await api.command("registerReporter", person, world.clerkOfHealth);
      expect(told).to.deep.equal({ __typename: "RuleRefused", code: "PRESS_CARD_TAKEN", path: ["card", "number"] });
      const holder = await reporter(world.carded);
      for (const sentence of [message, messageVi]) {
        expect(sentence)
          .to.not.contain(holder.name)
          .and.not.match(/123|ibt|Reporter:/i);
      }
      // What stands in the way besides is told first: whoever may not enter the reporter does not learn of cards.
      const later = { ...person, expectedRevision: 7 };
      expect(await api.command("registerReporter", later, world.clerkOfHealth)).to.include({
        code: "REVISION_CONFLICT",
      });
    });

    it("go on under another entry once merged", async () => {
      const agencyId = world.agency;
      const person = { name: "Phạm Thị Dung", kind: "RESIDENT", agencyId, since: "2018-06-01" };
      const card = { number: "IBT 77", issue: "2016-2020", issuedOn: "2018-01-01", validTo: "2020-12-31" };
      const reporterId = await api.done("registerReporter", { ...person, card });
      const intoId = await api.done("registerReporter", person, world.clerkOfHealth);
      const merged = await api.command("mergeReporter", { reporterId, intoId, reason: "Cùng một người" });
      expect(merged.entity.id).to.equal(reporterId);
      expect(await reporter(intoId)).to.deep.include({ duplicates: [{ id: reporterId }], hasValidCard: true });
      expect((await reporter(reporterId)).mergedInto).to.deep.equal({ id: intoId });

      const list = `query ($filter: ReporterFilter) { reporters(filter: $filter) { nodes { id } } }`;
      const listed = async (filter: object): Promise<string[]> =>
        (await api.ask(list, { filter })).reporters.nodes.map((node: Json) => node.id);
      const carded = { agencyId, hasCardValidOn: "2019-09-10" };
      expect(await listed(carded)).to.deep.equal([intoId]);
      expect(await listed({ ...carded, includeMerged: true })).to.have.members([intoId, reporterId]);

      const transfer = { reporterId, toAgencyId: agencyId, effectiveOn: "2020-01-01" };
      expect(await api.command("transferReporter", transfer)).to.include({ code: "REPORTER_IS_DUPLICATE" });
    });

    it("have a mistyped card corrected, through the entry that goes on if they were merged", async () => {
      const person = { name: "Vũ Thị Em", kind: "CARD_HOLDER", agencyId: world.agency, since: "2018-06-01" };
      const card = { number: "IBT 501", issue: "2016-2020", issuedOn: "2018-01-01", validTo: "2020-12-31" };
      const duplicate = await api.done("registerReporter", { ...person, card });
      const reporterId = await api.done("registerReporter", person);
      const merged = await api.command("mergeReporter", { reporterId: duplicate, intoId: reporterId, reason: "Trùng" });
      const correction = { reporterId, number: "ibt501", card: { ...card, number: "IBT 510" }, reason: "Gõ nhầm số" };
      expect(await api.command("amendPressCard", correction, world.clerkOfHealth)).to.include({ code: "NOT_ALLOWED" });
      await api.done("amendPressCard", correction);

      const numbers = async (asOf?: object): Promise<string[]> =>
        (await reporter(reporterId, OFFICER, asOf)).cards.map((one: Json) => one.number);
      expect(await numbers()).to.deep.equal(["IBT510"]);
      expect(await numbers({ position: merged.position })).to.deep.equal(["IBT501"]);

      const other = { reporterId: world.uncarded, ...card };
      const taken = await api.command("recordPressCard", { ...other, number: "IBT510" });
      expect(taken).to.include({ code: "PRESS_CARD_TAKEN" });
      await api.done("recordPressCard", other);
      const refused = await api.command("amendPressCard", { ...correction, number: "IBT510", card });
      expect(refused).to.deep.include({ code: "PRESS_CARD_TAKEN", path: ["card", "number"] });
      expect(refused.message).to.not.match(/ibt/i);
    });

    it("have corrected of a card what was mistyped alone, on every day, and have that taken back", async () => {
      const person = { name: "Hồ Thị Khuê", kind: "CARD_HOLDER", agencyId: world.agency, since: "2018-06-01" };
      const card = { number: "IBT 702", issue: "2016-2020", issuedOn: "2018-01-01", validTo: "2020-12-31" };
      const reporterId = await api.done("registerReporter", { ...person, card });
      const correction = { reporterId, number: "ibt702", reason: "Gõ nhầm" };
      for (const same of [{}, { card: {} }, { card: { number: "IBT-702", issue: "2016-2020" } }]) {
        const refused = await api.command("amendPressCard", { ...correction, ...same });
        expect(refused).to.include({ code: "CORRECTION_CHANGES_NOTHING" });
      }
      await api.done("amendPressCard", { ...correction, card: { ...card, issue: "2017-2020" } });
      await api.done("amendPressCard", { ...correction, card: { validTo: "2021-12-31" } });
      const shown = async (): Promise<Json> => {
        const query = `query ($id: ID!) { node(id: $id, validAt: "2018-07-01") { ... on Reporter {
          cards { number issue issuedOn validTo } } } }`;
        return (await api.ask(query, { id: reporterId })).node.cards;
      };
      const corrected = { number: "IBT702", issue: "2017-2020", issuedOn: "2018-01-01", validTo: "2021-12-31" };
      expect(await shown()).to.deep.equal([corrected]);
      const query = `query ($id: ID!) { record(id: $id) { events(first: 9) { nodes { id type } } } }`;
      const entries: readonly Json[] = (await api.ask(query, { id: reporterId })).record.events.nodes;
      const takeBack = (nth: number): Promise<Json> =>
        api.command("takeBackReporterEntry", { reporterId, entryId: entries.at(nth).id, reason: "Nhầm" });
      expect(entries.map(({ type }) => type).slice(-3)).to.deep.equal([
        "PressCardRecorded",
        "PressCardAmended",
        "PressCardAmended",
      ]);
      for (const nth of [-3, -2]) expect(await takeBack(nth)).to.include({ code: "ENTRY_RESTED_ON" });
      expect(await takeBack(-1)).to.not.have.property("code");
      expect(await shown()).to.deep.equal([{ ...corrected, validTo: "2020-12-31" }]);
    });

    it("give a corrected number to one of two who ask for it at the same moment", async () => {
      const card = { issue: "2016-2020", issuedOn: "2018-01-01", validTo: "2020-12-31" };
      const person = { name: "Đỗ Văn Giang", kind: "CARD_HOLDER", agencyId: world.agency, since: "2018-06-01" };
      const holder = async (number: string): Promise<Record<string, string>> => ({
        reporterId: await api.done("registerReporter", { ...person, card: { ...card, number } }),
        number,
      });
      const to = { card: { ...card, number: "600" }, reason: "Gõ nhầm số" };
      const wrong = [await holder("601"), await holder("602")];
      const race = await Promise.all(wrong.map((from) => api.command("amendPressCard", { ...from, ...to })));
      expect(race.map((answer) => answer.code ?? "done").sort()).to.deep.equal(["PRESS_CARD_TAKEN", "done"]);
    });
  });

  describe("representative offices", () => {
    onStage();

    const OFFICE = `query ($id: RepresentativeOfficeId!) { representativeOffice(id: $id) {
      status agency { name } head { id } heads { name from } startsOn decidedOn rejectionReason closedOn
      obstacles { code messageVi } } }`;
    const office = async (id: string): Promise<Json> => (await api.ask(OFFICE, { id })).representativeOffice;
    const notify = (headReporterId: string, startsOn: string): Promise<string> =>
      api.done("notifyRepresentativeOffice", {
        agencyId: world.agency,
        address: "12 Lê Lợi",
        headReporterId,
        startsOn,
        notifiedOn: "2019-09-10",
      });

    it("are notified, accepted, led, and closed", async () => {
      const officeId = await notify(world.carded, "2019-09-25");
      expect((await office(officeId)).obstacles).to.deep.equal([]);
      await api.done("acceptRepresentativeOffice", { officeId });
      await api.done("changeRepresentativeOfficeHead", { officeId, effectiveOn: "2019-12-01" });
      expect(await office(officeId)).to.deep.include({ status: "ACCEPTED", decidedOn: "2019-09-10" });
      expect((await office(officeId)).heads.at(-1)).to.deep.equal({ name: null, from: "2019-12-01" });
      const again = await api.command("acceptRepresentativeOffice", { officeId });
      expect(again, "nobody heads it, but it is at work").to.include({ code: "REPRESENTATIVE_OFFICE_STATUS_FORBIDS" });
      await api.done("closeRepresentativeOffice", { officeId, effectiveOn: "2020-01-01", reason: "Đề nghị" });
      const list = `{ representativeOffices(filter: { openOn: "2019-12-31" }) { nodes { id closedOn } } }`;
      expect((await api.ask(list)).representativeOffices.nodes).to.deep.equal([
        { id: officeId, closedOn: "2020-01-01" },
      ]);
    });

    it("show what speaks against them, are refused for it, and are rejected", async () => {
      const officeId = await notify(world.uncarded, "2019-09-20");
      const codes = (await office(officeId)).obstacles.map((one: Json) => one.code);
      expect(codes).to.deep.equal(["OFFICE_NOTICE_TOO_SHORT", "OFFICE_HEAD_WITHOUT_CARD"]);
      const refused = await api.command("acceptRepresentativeOffice", { officeId });
      expect(refused).to.include({ __typename: "RuleRefused", code: "OFFICE_NOTICE_TOO_SHORT" });
      await api.done("rejectRepresentativeOffice", { officeId, reason: "Không đủ điều kiện" });
      expect(await office(officeId)).to.deep.include({
        status: "REJECTED",
        rejectionReason: "Không đủ điều kiện",
        obstacles: [],
      });
    });

    it("are judged by the papers of the entry into which their head was merged", async () => {
      const duplicate = await api.done("registerReporter", {
        name: "Lê Văn An",
        kind: "RESIDENT",
        agencyId: world.agency,
        since: "2018-01-01",
      });
      const officeId = await notify(duplicate, "2019-09-25");
      await api.done("mergeReporter", { reporterId: duplicate, intoId: world.carded, reason: "Cùng một người" });
      expect((await office(officeId)).obstacles).to.deep.equal([]);
      await api.done("acceptRepresentativeOffice", { officeId });
    });

    it("are not for the public", async () => {
      const { errors } = await api.tryAsk(`{ representativeOffices { nodes { id } } }`, {}, null);
      expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
    });
  });
});
