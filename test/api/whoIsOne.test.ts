import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast, SINCE, walkIn } from "../support/cast.js";

const BASIS = { legalBasis: "NQ 1" };
const CARD = { number: "IBT 00777", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" };
const LISTED = `query ($filter: VisitFilter, $asOf: AsOf, $validAt: LocalDate) {
  visits(filter: $filter, asOf: $asOf, validAt: $validAt, direction: ASC) { nodes { id } } }`;
const FIGURES = `query ($filter: VisitFigureFilter, $asOf: AsOf, $unitBasis: UnitBasis! = AS_SUCCESSOR) {
  visitFigures(period: { from: "2019-01-01", to: "2019-12-31" }, filter: $filter, asOf: $asOf, unitBasis: $unitBasis) {
    rows { visits { value } reporterTurns { value evidence { nodes { cause amount } } } hostTurns { value }
      distinctReporters { value } } } }`;
const DUPLICATES = `query ($asOf: AsOf) { probableDuplicates(asOf: $asOf) { nodes { visits { id } } } }`;

/** Who is merged is one, for whoever asks: the cases in which one reader followed a merger and another did not. */
describe("who is merged is one", () => {
  let api: Api;
  let world: Cast;
  beforeEach(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  afterEach(() => api.close());

  const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id).sort();
  const listed = async (filter: object, more: object = {}): Promise<string[]> =>
    ids((await api.ask(LISTED, { filter, ...more })).visits.nodes as { id: string }[]);
  const figures = async (filter: object, more: object = {}): Promise<Json> =>
    (await api.ask(FIGURES, { filter, ...more })).visitFigures.rows[0];
  const pairs = async (more: object = {}): Promise<string[][]> =>
    (await api.ask(DUPLICATES, { ...more })).probableDuplicates.nodes.map(({ visits }: Json) =>
      ids(visits as { id: string }[]),
    );
  const position = async (): Promise<string> => (await api.ask(`{ ledger { position } }`)).ledger.position as string;
  const visit = (more: object): Promise<string> => api.done("registerVisit", walkIn(world, { ...more }));
  const refusal = async (
    name: string,
    input: Record<string, unknown>,
    principal?: Cast["clerkOfHealth"],
  ): Promise<Json> => {
    const { code, path } = await api.command(name, input, principal);
    return code && [code, path];
  };

  describe("of two entries of one person", () => {
    let [one, other] = ["", ""];
    beforeEach(async () => {
      one = await visit({ reporterIds: [world.carded] });
      other = await visit({ reporterIds: [world.uncarded] });
    });
    const merge = (): Promise<string> =>
      api.done("mergeReporter", { reporterId: world.uncarded, intoId: world.carded, reason: "Nhập hai lần" });
    const takeBack = (): Promise<string> =>
      api.done("takeBackReporterMerger", { reporterId: world.uncarded, reason: "Hai người trùng tên" });

    it("lists, figures, duplicates and timelines say so, and as of before say two", async () => {
      const before = await position();
      await merge();
      for (const id of [world.carded, world.uncarded]) {
        expect(await listed({ reporterId: id })).to.deep.equal([one, other].sort());
        expect(await listed({ reporterId: id, hostId: world.health })).to.deep.equal([one, other].sort());
        expect(await listed({ reporterId: id }, { validAt: "2019-09-10" })).to.deep.equal([one, other].sort());
        const row = await figures({ reporterIds: [id] });
        expect([row.reporterTurns.value, row.distinctReporters.value]).to.deep.equal([2, 1]);
        const then = { asOf: { position: before } };
        expect(await listed({ reporterId: id }, then)).to.deep.equal([id === world.carded ? one : other]);
        expect((await figures({ reporterIds: [id] }, then)).reporterTurns.value).to.equal(1);
      }
      expect(await pairs()).to.deep.equal([[one, other].sort()]);
      expect(await pairs({ asOf: { position: before } })).to.deep.equal([]);
      const timeline = async (id: string): Promise<string[]> =>
        (
          await api.ask(`query ($id: ID!) { timeline(subjects: [$id]) { nodes { event { id } } } }`, { id })
        ).timeline.nodes.map(({ event }: Json) => event.id as string);
      expect(await timeline(world.carded)).to.deep.equal(await timeline(world.uncarded));
      const judged = { visitId: one, otherVisitId: other, verdict: "DISTINCT", reason: "Hai buổi" };
      expect(await refusal("judgeVisitDuplicate", judged)).to.equal(undefined);
    });

    it("a visit of both is listed once, and pages go through all", async () => {
      const both = await visit({ reporterIds: [world.carded, world.uncarded] });
      await merge();
      expect(await listed({ reporterId: world.carded })).to.deep.equal([one, other, both].sort());
      for (const page of ["first: 1", "last: 1"]) {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const bound = cursor === null ? "" : `${page.startsWith("first") ? "after" : "before"}: "${cursor}"`;
          const { visits } = await api.ask(
            `query ($id: ReporterId) { visits(${page} ${bound} filter: { reporterId: $id }) {
              nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
            { id: world.carded },
          );
          found.push(visits.nodes[0].id);
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = visits.pageInfo;
          if (page.startsWith("first")) cursor = hasNextPage ? endCursor : null;
          else cursor = hasPreviousPage ? startCursor : null;
        } while (cursor !== null && found.length < 9);
        expect(found.sort()).to.deep.equal([one, other, both].sort());
      }
    });

    it("a merger that was taken back makes them two again, by an entry of its own; what was entered meanwhile stays", async () => {
      await api.done("recordPressCard", { reporterId: world.uncarded, ...CARD });
      await merge();
      const between = await visit({ reporterIds: [world.uncarded], subject: "Sau khi gộp" });
      const withdrawal = { number: CARD.number, withdrawnOn: "2019-09-01", legalBasis: "QĐ 9" };
      await api.done("recordPressCardWithdrawal", { reporterId: world.carded, ...withdrawal });
      const merged = await position();
      expect(await refusal("takeBackReporterMerger", { reporterId: world.uncarded, reason: " " })).to.not.equal(
        undefined,
      );
      expect(await refusal("takeBackReporterMerger", { reporterId: world.carded, reason: "x" })).to.deep.equal([
        "REPORTER_NOT_MERGED",
        ["reporterId"],
      ]);
      await takeBack();
      expect(await listed({ reporterId: world.carded })).to.deep.equal([one, between].sort());
      expect(await listed({ reporterId: world.uncarded })).to.deep.equal([other]);
      expect(await pairs()).to.deep.equal([[one, between].sort()]);
      const [row, then] = [await figures({ reporterIds: [world.uncarded] }), { asOf: { position: merged } }];
      expect(row.reporterTurns.value).to.equal(1);
      expect(row.reporterTurns.evidence.nodes.map(({ cause, amount }: Json) => [cause, amount])).to.deep.equal([
        ["NEW", 1],
        ["MERGED", -1],
        ["CORRECTED", 1],
      ]);
      expect((await figures({ reporterIds: [world.uncarded] }, then)).reporterTurns.value).to.equal(3);
      expect(await listed({ reporterId: world.uncarded }, then)).to.have.length(3);
      const { reporter, search } = await api.ask(
        `query ($id: ReporterId!) { reporter(id: $id) { mergedInto { id } cards { number withdrawnOn } }
          search(text: "Binh") { nodes { node { id } } } }`,
        { id: world.uncarded },
      );
      expect(reporter).to.deep.equal({ mergedInto: null, cards: [{ number: "IBT00777", withdrawnOn: "2019-09-01" }] });
      expect(search.nodes).to.deep.equal([{ node: { id: world.uncarded } }]);
      expect(await refusal("recordPressCard", { reporterId: world.carded, ...CARD })).to.deep.equal([
        "PRESS_CARD_TAKEN",
        ["number"],
      ]);
    });

    it("documents of one entry are those of the other, in a visit from before the merger too", async () => {
      await merge();
      const documents = [{ reporterId: world.carded, kind: "PRESS_CARD", number: "IBT 00123" }];
      await api.done("checkDocuments", { visitId: other, documents });
      const ofVisit = `query ($id: VisitId!) { visit(id: $id) { documents { reporter { id } } } }`;
      const { visit: shown } = await api.ask(ofVisit, { id: other });
      expect(shown.documents).to.deep.equal([{ reporter: { id: world.uncarded } }]);
    });

    it("a letter that came with a duplicate is recorded already", async () => {
      const letter = {
        ...{ number: "12/GGT", agencyId: world.agency, unitIds: [world.health], content: "Phòng dịch" },
        ...{ issuedOn: "2019-09-01", validTo: "2019-09-30" },
      };
      await api.done("recordIntroductionLetter", { reporterId: world.uncarded, ...letter });
      await merge();
      expect(await refusal("recordIntroductionLetter", { reporterId: world.carded, ...letter })).to.deep.equal([
        "LETTER_ALREADY_RECORDED",
        ["number"],
      ]);
    });

    it("whoever may have been entered before is told of, by name and agency or by card", async () => {
      const person = { kind: "OCCASIONAL", agencyId: world.agency, since: "2018-01-01" };
      const again = await api.done("registerReporter", { name: "TRẦN  THỊ BÌNH", ...person });
      const alike = async (id: string): Promise<string[]> =>
        ids(
          (await api.ask(`query ($id: ReporterId!) { reporter(id: $id) { probableDuplicates { id } } }`, { id }))
            .reporter.probableDuplicates,
        );
      expect(await alike(again)).to.deep.equal([world.uncarded]);
      expect(await alike(world.uncarded)).to.deep.equal([again]);
      // Who holds a card is asked by it as well.
      expect(await alike(world.carded)).to.deep.equal([]);
      const elsewhere = await api.done("registerPressAgency", {
        ...{ name: "Báo Khác", kinds: ["PRINT"], level: "CENTRAL", governingBody: "Hội", registeredOn: "2018-01-01" },
      });
      const namesake = await api.done("registerReporter", { ...person, name: "Trần Thị Bình", agencyId: elsewhere });
      expect(await alike(namesake)).to.deep.equal([]);
      await api.done("mergePressAgency", {
        agencyId: elsewhere,
        intoId: world.agency,
        effectiveOn: "2019-09-01",
        ...BASIS,
      });
      expect(await alike(namesake)).to.deep.equal([world.uncarded, again].sort());
      await api.done("mergeReporter", { reporterId: again, intoId: world.uncarded, reason: "Nhập hai lần" });
      expect(await alike(world.uncarded)).to.deep.equal([namesake]);
      expect(await alike(namesake)).to.deep.equal([world.uncarded]);
    });
  });

  describe("of an agency and the one that took it in", () => {
    let [radio, reporter, before, after] = ["", "", "", ""];
    beforeEach(async () => {
      radio = await api.done("registerPressAgency", {
        ...{
          name: "Đài PTTH",
          kinds: ["RADIO"],
          level: "LOCAL",
          governingBody: "UBND tỉnh",
          registeredOn: "2018-01-01",
        },
      });
      const person = { name: "Đỗ Văn Đài", kind: "OCCASIONAL", agencyId: radio, since: "2018-01-01" };
      reporter = await api.done("registerReporter", person);
      before = await visit({ reporterIds: [reporter] });
      await api.done("mergePressAgency", {
        agencyId: radio,
        intoId: world.agency,
        effectiveOn: "2019-09-12",
        ...BASIS,
      });
      api.now = "2019-09-13T03:00:00.000Z";
      after = await visit({ reporterIds: [reporter] });
    });

    it("lists and figures by successor say so from the day on, and not before", async () => {
      const yesterday = { asOf: { position: await position(), today: "2019-09-11" } };
      for (const agencyId of [radio, world.agency]) {
        expect(await listed({ agencyId })).to.deep.equal([before, after].sort());
        expect((await figures({ agencyIds: [agencyId] })).visits.value).to.equal(2);
        const own = agencyId === radio ? before : after;
        expect(await listed({ agencyId }, yesterday)).to.deep.equal([own]);
        expect((await figures({ agencyIds: [agencyId] }, yesterday)).visits.value).to.equal(1);
        const recorded = { unitBasis: "AS_RECORDED" };
        expect((await figures({ agencyIds: [agencyId] }, recorded)).visits.value).to.equal(1);
        const { reporters } = await api.ask(
          `query ($id: PressAgencyId!) { reporters(filter: { agencyId: $id }) { nodes { id agency { id } } } }`,
          { id: agencyId },
        );
        expect(reporters.nodes).to.deep.include({ id: reporter, agency: { id: world.agency } });
      }
      expect(await listed({ agencyId: radio }, { validAt: "2019-09-11" })).to.deep.equal([before]);
      const on = (day: string): Promise<Json> =>
        api.ask(
          `query ($id: PressAgencyId!, $day: LocalDate) { reporters(filter: { agencyId: $id, agencyOn: $day }) { nodes { id } } }`,
          {
            ...{ id: world.agency, day },
          },
        );
      expect(ids((await on("2019-09-11")).reporters.nodes)).to.not.include(reporter);
      expect(ids((await on("2019-09-12")).reporters.nodes)).to.include(reporter);
      const transfer = { reporterId: reporter, toAgencyId: world.agency, effectiveOn: "2019-09-13" };
      expect(await refusal("transferReporter", transfer)).to.deep.equal(["TRANSFER_TO_SAME_AGENCY", ["toAgencyId"]]);
    });

    it("a search for the one that was merged leads to the one that goes on, from the day on", async () => {
      const found = async (today: string): Promise<Json> =>
        (
          await api.ask(
            `query ($asOf: AsOf) { search(text: "PTTH", asOf: $asOf) { nodes { node { id } goesOnAs { id } } } }`,
            { asOf: { position: await position(), today } },
          )
        ).search.nodes;
      expect(await found("2019-09-11")).to.deep.equal([{ node: { id: radio }, goesOnAs: null }]);
      expect(await found("2019-09-12")).to.deep.equal([{ node: { id: radio }, goesOnAs: { id: world.agency } }]);
    });

    it("a merger that was taken back makes them two again, unless another bears the name by now", async () => {
      const rename = { agencyId: world.agency, effectiveOn: "2019-09-13", ...BASIS };
      await api.done("renamePressAgency", { ...rename, name: "ĐÀI PTTH" });
      const back = { agencyId: radio, reason: "Nhập nhầm" };
      expect(await refusal("takeBackPressAgencyMerger", back)).to.deep.equal(["PRESS_AGENCY_NAME_TAKEN", ["agencyId"]]);
      await api.done("renamePressAgency", { ...rename, name: "Báo và Đài" });
      await api.done("takeBackPressAgencyMerger", back);
      expect(await refusal("takeBackPressAgencyMerger", back)).to.deep.equal(["PRESS_AGENCY_NOT_MERGED", ["agencyId"]]);
      expect(await listed({ agencyId: radio })).to.deep.equal([before]);
      expect(await listed({ agencyId: world.agency })).to.deep.equal([after]);
      const { pressAgency } = await api.ask(
        `query ($id: PressAgencyId!) { pressAgency(id: $id) { status endsOn mergedInto { id } legalBasis } }`,
        { id: radio },
      );
      expect(pressAgency).to.deep.equal({ status: "ACTIVE", endsOn: null, mergedInto: null, legalBasis: null });
      await api.done("mergePressAgency", {
        agencyId: radio,
        intoId: world.agency,
        effectiveOn: "2019-09-13",
        ...BASIS,
      });
    });
  });

  describe("of a unit and the one in whose hands it is", () => {
    const merge = (effectiveOn: string): Promise<string> =>
      api.done("mergeUnits", { fromIds: [world.land], intoId: world.health, effectiveOn, ...BASIS });

    it("lists, figures by successor and timelines say so from the day on, and not before", async () => {
      const [one, other] = [await visit({}), await visit({ hostIds: [world.land] })];
      await merge("2019-09-12");
      for (const [today, isOne] of [
        ["2019-09-11", false],
        ["2019-09-12", true],
      ] as const) {
        const asOf = { position: await position(), today };
        for (const hostId of [world.health, world.land]) {
          const own = hostId === world.health ? one : other;
          const all = isOne ? [one, other].sort() : [own];
          expect(await listed({ hostId }, { asOf })).to.deep.equal(all);
          expect(await listed({ hostId, reporterId: world.carded }, { asOf })).to.deep.equal(all);
          expect((await figures({ unitIds: [hostId] }, { asOf })).hostTurns.value).to.equal(all.length);
          expect((await figures({ unitIds: [hostId] }, { asOf, unitBasis: "AS_RECORDED" })).hostTurns.value).to.equal(
            1,
          );
          const { timeline } = await api.ask(
            `query ($id: ID!, $asOf: AsOf) { timeline(subjects: [$id], asOf: $asOf, filter: { kinds: [VISIT] }) { nodes { position } } }`,
            { id: hostId, asOf },
          );
          expect(timeline.nodes).to.have.length(all.length);
        }
      }
    });

    it("visits at most a day apart are a pair if the units were one on the day of the later, whenever that is told", async () => {
      const [one, other] = [await visit({}), await visit({ hostIds: [world.land] })];
      expect(await pairs()).to.deep.equal([]);
      await merge("2019-09-11");
      expect(await pairs()).to.deep.equal([]);
      api.now = "2019-09-11T03:00:00.000Z";
      const next = await visit({});
      expect(await pairs()).to.have.deep.members([[one, next].sort(), [other, next].sort()]);
      const before = await position();
      await api.done("takeBackUnitSuccession", { unitId: world.land, reason: "Nhập nhầm" });
      expect(await pairs()).to.deep.equal([[one, next].sort()]);
      await merge("2019-09-10");
      expect(await pairs()).to.have.deep.members([[one, next].sort(), [other, next].sort(), [one, other].sort()]);
      expect(await pairs({ asOf: { position: before } })).to.have.deep.members([
        [one, next].sort(),
        [other, next].sort(),
      ]);
    });

    it("a letter to the one is a letter to the other from the day on", async () => {
      const letter = {
        ...{ number: "12/GGT", agencyId: world.agency, unitIds: [world.land], content: "Đất đai" },
        ...{ issuedOn: "2019-09-01", validTo: "2019-09-30" },
      };
      await api.done("recordIntroductionLetter", { reporterId: world.uncarded, ...letter });
      const documents = [{ reporterId: world.uncarded, kind: "INTRODUCTION_LETTER", number: "12/GGT" }];
      const come = walkIn(world, { reporterIds: [world.uncarded], documents });
      expect(await refusal("registerVisit", come)).to.deep.equal(["LETTER_FOR_OTHER_UNIT", ["documents", "0"]]);
      await merge("2019-09-10");
      expect(await refusal("registerVisit", come)).to.equal(undefined);
    });

    it("a merger that was taken back gives the unit its records, its rights and its place back", async () => {
      const theirs = await visit({ hostIds: [world.land] });
      const clerkOfLand = { ...world.clerkOfHealth, unitId: world.land.replace("Unit:", "") };
      await merge("2019-09-10");
      const amend = { visitId: theirs, reason: "Sai chủ đề" };
      expect(await refusal("amendVisit", { ...amend, topic: "LAND" }, clerkOfLand)).to.deep.equal([
        "YOUR_UNIT_ENDED",
        ["visitId"],
      ]);
      expect(await refusal("amendVisit", { ...amend, topic: "LAND" }, world.clerkOfHealth)).to.equal(undefined);
      await api.done("takeBackUnitSuccession", { unitId: world.land, reason: "Nhập nhầm" });
      expect(await refusal("amendVisit", { ...amend, topic: "HEALTH" }, clerkOfLand)).to.equal(undefined);
      expect(await refusal("amendVisit", { ...amend, topic: "LAND" }, world.clerkOfHealth)).to.deep.equal([
        "NOT_YOUR_UNIT",
        ["visitId"],
      ]);
      expect(await listed({ hostId: world.health })).to.deep.equal([]);
      const { unit } = await api.ask(
        `query ($id: UnitId!) { unit(id: $id) { endsOn ending legalBasis successors { unit { id } } predecessors { unit { id } } } }`,
        { id: world.land },
      );
      expect(unit).to.deep.equal({
        ...{ endsOn: null, ending: null, legalBasis: SINCE.legalBasis, successors: [], predecessors: [] },
      });
      // The one that was to take it in may end on an earlier day again.
      await api.done("abolishUnit", { unitId: world.health, effectiveOn: "2019-09-01", ...BASIS });
    });

    it("its end is not taken back while another unit bears its name", async () => {
      await merge("2019-09-10");
      const unit = { kind: "DEPARTMENT", name: "Sở Tài nguyên và Môi trường" };
      const rival = await api.done("registerUnit", { unit, legalBasis: "NQ 2", effectiveOn: "2019-09-10" });
      const back = { unitId: world.land, reason: "Nhập nhầm" };
      expect(await refusal("takeBackUnitSuccession", back)).to.deep.equal(["UNIT_NAME_TAKEN", ["unitId"]]);
      await api.done("renameUnit", { unitId: rival, name: "Sở Nông nghiệp", effectiveOn: "2019-09-11", ...BASIS });
      api.now = "2019-09-11T03:00:00.000Z";
      await api.done("takeBackUnitSuccession", back);
      expect(await refusal("takeBackUnitSuccession", { unitId: world.health, reason: "x" })).to.deep.equal([
        "UNIT_HAS_NO_SUCCESSOR",
        ["unitId"],
      ]);
    });
  });
});
