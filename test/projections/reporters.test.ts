import { expect } from "chai";
import type { ReporterEvent } from "../../src/domain/reporter/events.js";
import type { NewPressCard } from "../../src/domain/reporter/papers.js";
import type { ReporterKind } from "../../src/domain/reporter/terms.js";
import { type ReporterFilter, ReporterQueries } from "../../src/projections/reporter/queries.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { card } from "../support/facts.js";
import type { Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";

describe("the read model of reporters", () => {
  let model: TestReadModel;
  let reporters: ReporterQueries;
  beforeEach(() => {
    model = new TestReadModel();
    reporters = new ReporterQueries(model.db);
  });

  const tell = (event: Told<ReporterEvent>): number =>
    model.tell<ReporterEvent>(`reporter-${event.data.reporterId}`, event);
  const register = (reporterId: string, name: string, agencyId = "a", kind: ReporterKind = "RESIDENT"): number =>
    tell({
      type: "ReporterRegistered",
      data: { reporterId, name, kind, agencyId, agencyName: "Báo A", since: "2015-01-01" },
    });
  const recordCard = (reporterId: string, number: string): number =>
    tell({ type: "PressCardRecorded", data: { reporterId, ...card, number } });
  const amendCard = (reporterId: string, number: string, to: Partial<NewPressCard>): number =>
    tell({
      type: "PressCardAmended",
      data: { reporterId, number, card: { ...card, number, ...to } },
      reason: "Gõ nhầm",
    });
  const withdraw = (reporterId: string, number: string): number =>
    tell({
      type: "PressCardWithdrawn",
      data: { reporterId, number, withdrawnOn: "2019-08-01", legalBasis: "QĐ 1/QĐ-BTTTT" },
    });
  const bringLetter = (reporterId: string, number: string): number =>
    tell({
      type: "IntroductionLetterRecorded",
      data: {
        reporterId,
        number,
        agencyId: "a",
        agencyName: "Báo A",
        issuedOn: "2019-09-01",
        validTo: "2019-09-30",
        units: [{ unitId: "u", unitName: "Sở Y tế" }],
        content: "Phòng dịch",
      },
    });
  const transfer = (reporterId: string, agencyId: string, effectiveOn: string): number =>
    tell({ type: "ReporterTransferred", data: { reporterId, agencyId, agencyName: "Báo B", effectiveOn } });
  const merge = (reporterId: string, intoId: string): number =>
    tell({ type: "ReporterMerged", data: { reporterId, intoId, intoName: "Tên" }, reason: "Nhập hai lần" });
  const ids = (filter: ReporterFilter, at = NOW): string[] =>
    reporters.list(filter, "ASC", { limit: 10 }, at).rows.map(({ row }) => row.id);

  it("answers as of any position what it answered then", () => {
    const positions = [
      register("r", "Nguyễn Văn An"),
      register("d", "Nguyễn Văn Ân"),
      recordCard("d", "IBT1"),
      bringLetter("r", "12/GGT"),
      merge("d", "r"),
      amendCard("r", "IBT1", { validTo: "2019-08-31" }),
      amendCard("r", "IBT1", { number: "IBT2" }),
      withdraw("r", "IBT2"),
      amendCard("r", "IBT2", { number: "IBT1" }),
      transfer("r", "b", "2019-10-01"),
      tell({ type: "ReporterAmended", data: { reporterId: "r", name: "Nguyễn Văn Anh", kind: null }, reason: "Sai" }),
    ];
    for (const at of positions) {
      const fresh = new ReporterQueries(model.rebuilt(at).db);
      for (const id of ["r", "d"]) {
        expect(reporters.fact(id, at)).to.deep.equal(fresh.fact(id));
        expect(reporters.mergedInto(id, at)).to.deep.equal(fresh.mergedInto(id, NOW));
      }
      expect(ids({ hasCardValidOn: "2019-09-01" }, at)).to.deep.equal(
        fresh.list({ hasCardValidOn: "2019-09-01" }, "ASC", { limit: 10 }, NOW).rows.map(({ row }) => row.id),
      );
      expect(model.found("nguyen", undefined, at)).to.deep.equal(model.rebuilt(at).found("nguyen"));
    }
    expect(reporters.get("r", NOW)).to.include({ revision: 7 });
    expect(reporters.get("r", NOW)?.state).to.include({ name: "Nguyễn Văn Anh", kind: "RESIDENT" });
  });

  it("lists by given name, then family name", () => {
    register("r-1", "Nguyễn Văn Bình");
    register("r-2", "Trần Văn An");
    register("r-3", "Đỗ Thị An");
    register("r-4", "Y");
    expect(ids({})).to.deep.equal(["r-3", "r-2", "r-1", "r-4"]);
  });

  it("filters by agency on a day, kind, and valid card", () => {
    register("r-1", "An");
    register("r-2", "Bình", "b", "CARD_HOLDER");
    const before = recordCard("r-2", "IBT1");
    transfer("r-1", "b", "2019-10-01");
    expect(ids({ agency: { ids: ["b"] } })).to.deep.equal(["r-1", "r-2"]);
    expect(ids({ agency: { ids: ["b"] }, agencyOn: "2019-09-30" })).to.deep.equal(["r-2"]);
    expect(ids({ agency: { ids: ["a"] }, agencyOn: "2000-01-01" })).to.deep.equal(["r-1"]);
    expect(ids({ agency: { ids: ["b"] } }, before)).to.deep.equal(["r-2"]);
    expect(ids({ kinds: ["CARD_HOLDER"] })).to.deep.equal(["r-2"]);
    expect(ids({ hasCardValidOn: "2020-12-31" })).to.deep.equal(["r-2"]);
    expect(ids({ hasCardValidOn: "2021-01-01" })).to.deep.equal([]);
    withdraw("r-2", "IBT1");
    expect(ids({ hasCardValidOn: "2019-07-31" })).to.deep.equal(["r-2"]);
    expect(ids({ hasCardValidOn: "2019-08-01" })).to.deep.equal([]);
  });

  it("takes a corrected card in place of the wrong one, and keeps what was known before", () => {
    register("r", "An");
    recordCard("r", "IBT1");
    const before = withdraw("r", "IBT1");
    amendCard("r", "IBT1", { number: "IBT2", issuedOn: "2017-01-01", issue: "2017-2020" });
    const right = { number: "IBT2", issue: "2017-2020", issuedOn: "2017-01-01", validTo: card.validTo };
    const withdrawn = { withdrawnOn: "2019-08-01", withdrawalBasis: "QĐ 1/QĐ-BTTTT" };
    expect(reporters.fact("r")?.cards).to.deep.equal([{ ...right, ...withdrawn }]);
    expect(reporters.fact("r", before)?.cards.map((one) => one.number)).to.deep.equal(["IBT1"]);
    expect(ids({ hasCardValidOn: "2016-06-01" }, before)).to.deep.equal(["r"]);
    expect(ids({ hasCardValidOn: "2016-06-01" })).to.deep.equal([]);
    expect(ids({ hasCardValidOn: "2017-01-01" })).to.deep.equal(["r"]);
  });

  it("finds who holds a card by its corrected number, and frees the wrong one", () => {
    register("r", "An");
    register("s", "Bình");
    recordCard("r", "IBT1");
    amendCard("r", "IBT1", { number: "IBT2" });
    expect([reporters.holderOf("IBT1"), reporters.holderOf("ibt 2")]).to.deep.equal([undefined, "r"]);
    recordCard("s", "IBT1");
    expect([reporters.holderOf("IBT1"), reporters.holderOf("IBT2")]).to.deep.equal(["s", "r"]);
  });

  it("corrects the card of this reporter only", () => {
    register("r", "An");
    register("s", "Bình");
    recordCard("r", "IBT1");
    recordCard("r", "IBT2");
    recordCard("s", "IBT1");
    const others = reporters.fact("s");
    amendCard("r", "IBT1", { number: "IBT3" });
    expect(reporters.fact("r")?.cards.map((one) => one.number)).to.deep.equal(["IBT2", "IBT3"]);
    expect(reporters.fact("s")).to.deep.equal(others);
  });

  it("finds by name, and by the number of a card only for who may read it", () => {
    register("r", "Nguyễn Thị Hoà");
    recordCard("r", "IBT00123");
    expect(model.found("thi hoa")).to.deep.equal(["REPORTER:r"]);
    for (const typed of ["IBT00123", "ibt 123", "IBT-00123", "00123"]) {
      expect(model.found(typed), typed).to.deep.equal(["REPORTER:r"]);
      expect(model.found(typed, { papers: false, offenders: true }), typed).to.deep.equal([]);
    }
  });

  describe("of entries that were merged", () => {
    beforeEach(() => {
      register("r", "Nguyễn Văn An");
      register("d", "Nguyễn Ân");
      recordCard("d", "IBT1");
      bringLetter("d", "12/GGT");
    });

    it("hands the papers to the entry that goes on, and keeps the duplicate as it is", () => {
      recordCard("r", "IBT2");
      const own = reporters.fact("d");
      merge("d", "r");
      expect(reporters.fact("r")?.cards.map((one) => one.number)).to.deep.equal(["IBT1", "IBT2"]);
      expect(reporters.fact("r")?.letters).to.deep.equal(own?.letters);
      expect(reporters.fact("r")?.letters[0]?.units.map((unit) => unit.unitId)).to.deep.equal(["u"]);
      expect(reporters.fact("d")).to.deep.equal({ ...own, mergedIntoId: "r" });
      expect(reporters.holderOf(" ibt 1")).to.equal("r");
      expect(reporters.lettersOf("r", "ASC", { limit: 10 }, NOW).rows).to.have.length(1);
    });

    it("withdraws a card that stands under a duplicate", () => {
      merge("d", "r");
      withdraw("r", "IBT1");
      expect(reporters.fact("r")?.cards[0]?.withdrawnOn).to.equal("2019-08-01");
      expect(reporters.fact("d")?.cards[0]?.withdrawnOn).to.equal("2019-08-01");
    });

    it("corrects a card that stands under a duplicate", () => {
      const before = merge("d", "r");
      amendCard("r", "IBT1", { number: "IBT2" });
      for (const id of ["r", "d"]) {
        expect(reporters.fact(id)?.cards.map((one) => one.number)).to.deep.equal(["IBT2"]);
        expect(reporters.fact(id, before)?.cards.map((one) => one.number)).to.deep.equal(["IBT1"]);
      }
      expect([reporters.holderOf("IBT1"), reporters.holderOf("IBT2")]).to.deep.equal([undefined, "r"]);
    });

    it("follows a chain of mergers to its end", () => {
      register("s", "Nguyễn Văn Ấn");
      merge("d", "r");
      const before = model.position;
      merge("r", "s");
      expect(reporters.fact("s")?.cards.map((one) => one.number)).to.deep.equal(["IBT1"]);
      expect(reporters.fact("d")?.mergedIntoId).to.equal("s");
      expect(reporters.get("d", NOW)?.state.mergedIntoId).to.equal("r");
      expect(reporters.mergedInto("s", NOW)).to.deep.equal(["d", "r"]);
      expect(reporters.mergedInto("r", NOW)).to.deep.equal(["d"]);
      expect(reporters.fact("r", before)?.cards.map((one) => one.number)).to.deep.equal(["IBT1"]);
      expect(reporters.holderOf("IBT1")).to.equal("s");
    });

    it("shows and finds the entry that goes on, by the duplicate's name too", () => {
      const before = merge("d", "r") - 1;
      expect(ids({})).to.deep.equal(["r"]);
      expect(ids({ includeMerged: true })).to.deep.equal(["r", "d"]);
      expect(ids({}, before)).to.deep.equal(["r", "d"]);
      expect(ids({ hasCardValidOn: "2019-09-01" })).to.deep.equal(["r"]);
      expect(model.found("nguyen an")).to.deep.equal(["REPORTER:r"]);
      expect(model.found("nguyen an", undefined, before)).to.have.members(["REPORTER:r", "REPORTER:d"]);
    });

    it("does not lose an entry when two are merged into each other at the same moment", () => {
      merge("d", "r");
      merge("r", "d");
      expect(reporters.fact("r")?.mergedIntoId).to.equal(null);
      expect(reporters.fact("d")?.mergedIntoId).to.equal("r");
      expect(reporters.mergedInto("r", NOW)).to.deep.equal(["d"]);
      expect(ids({})).to.deep.equal(["r"]);
      expect(model.found("nguyen an")).to.deep.equal(["REPORTER:r"]);
    });
  });
});
