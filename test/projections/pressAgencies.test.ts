import { expect } from "chai";
import type { PressAgencyEvent } from "../../src/domain/pressAgency/events.js";
import { statusOn } from "../../src/domain/pressAgency/life.js";
import { latestName, type NewPressAgency } from "../../src/domain/pressAgency/pressAgency.js";
import { type PressAgencyFilter, PressAgencyQueries } from "../../src/projections/pressAgency/queries.js";
import { Ones } from "../../src/projections/table/ones.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { TestReadModel } from "../support/readModel.js";

const BASIS = { legalBasis: "QĐ 83/QĐ-UBND" };

describe("the read model of press agencies", () => {
  let model: TestReadModel;
  let agencies: PressAgencyQueries;
  beforeEach(() => {
    model = new TestReadModel();
    agencies = new PressAgencyQueries(model.db);
  });

  const register = (agencyId: string, name: string, more: Partial<NewPressAgency> = {}): number =>
    model.tell<PressAgencyEvent>(`pressAgency-${agencyId}`, {
      type: "PressAgencyRegistered",
      data: {
        agencyId,
        name,
        kinds: ["PRINT"],
        level: "LOCAL",
        governingBody: "Tỉnh ủy",
        licenceNumber: null,
        registeredOn: "2018-01-01",
        ...more,
      },
    });
  const rename = (agencyId: string, name: string): number =>
    model.tell<PressAgencyEvent>(`pressAgency-${agencyId}`, {
      type: "PressAgencyRenamed",
      data: { agencyId, name, effectiveOn: "2019-10-01", ...BASIS },
    });
  const suspend = (agencyId: string): number =>
    model.tell<PressAgencyEvent>(`pressAgency-${agencyId}`, {
      type: "PressAgencySuspended",
      data: { agencyId, from: "2019-09-01", until: null, ...BASIS },
    });
  const merge = (agencyId: string, intoId: string, effectiveOn = "2021-01-08"): number =>
    model.tell<PressAgencyEvent>(`pressAgency-${agencyId}`, {
      type: "PressAgencyMerged",
      data: { agencyId, intoId, intoName: "Báo Thanh Hóa", effectiveOn, ...BASIS },
    });
  const ids = (filter: PressAgencyFilter, position = NOW, today = "2019-12-31"): string[] =>
    agencies.list(filter, "ASC", { limit: 10 }, { position, today }).rows.map(({ row }) => row.id);

  it("answers as of any position what it answered then", () => {
    const first = register("a", "Báo Văn hóa và Đời sống");
    const second = rename("a", "Văn hóa và Đời sống");
    const third = suspend("a");
    const known = [first, second, third].flatMap((at) => agencies.get("a", at)?.state ?? []);
    const names = known.map(latestName);
    expect(names).to.deep.equal(["Báo Văn hóa và Đời sống", "Văn hóa và Đời sống", "Văn hóa và Đời sống"]);
    expect(known.map((state) => statusOn(state, "2019-12-31"))).to.deep.equal(["ACTIVE", "ACTIVE", "SUSPENDED"]);
    for (const at of [first, second, third]) {
      const fresh = new PressAgencyQueries(model.rebuilt(at).db);
      expect(agencies.fact("a", at)).to.deep.equal(fresh.fact("a"));
    }
    expect(agencies.get("a", NOW)?.revision).to.equal(2);
  });

  it("keeps suspensions with what they rest on, and their lifting", () => {
    register("a", "Báo A");
    suspend("a");
    model.tell<PressAgencyEvent>("pressAgency-a", {
      type: "PressAgencyReinstated",
      data: { agencyId: "a", effectiveOn: "2019-10-01", legalBasis: "QĐ 2" },
    });
    const state = agencies.get("a", NOW)?.state;
    expect(state && statusOn(state, "2019-12-31")).to.equal("ACTIVE");
    expect(state?.suspensions).to.deep.equal([
      { from: "2019-09-01", until: null, liftedOn: "2019-10-01", ...BASIS, liftingBasis: "QĐ 2" },
    ]);
  });

  it("knows who was merged into whom, and when last", () => {
    register("a", "Báo Văn hóa");
    register("b", "Báo Thanh Hóa");
    register("c", "Đài PTTH");
    expect(agencies.tookInOn("b")).to.equal(null);
    const before = merge("a", "b");
    merge("c", "b", "2025-06-01");
    expect(agencies.tookInOn("b")).to.equal("2025-06-01");
    expect(agencies.mergedInto("b", NOW).map((row) => row.id)).to.deep.equal(["a", "c"]);
    expect(agencies.mergedInto("b", before).map((row) => row.id)).to.deep.equal(["a"]);
    expect(agencies.fact("a")).to.include({ endsOn: "2021-01-08", mergedIntoId: "b" });
    const ones = new Ones(model.db);
    expect(ones.of("PressAgency", "b", { position: NOW, today: "2021-01-07" })).to.deep.equal({ ids: ["b"] });
    for (const id of ["a", "b"]) {
      expect(ones.of("PressAgency", id, { position: NOW, today: "2021-01-08" })).to.deep.equal({ ids: ["b", "a"] });
      expect(ones.of("PressAgency", id, { position: NOW, today: "2025-06-01" })).to.deep.equal({
        ids: ["b", "a", "c"],
      });
      expect(ones.of("PressAgency", id, { position: before - 1, today: "2025-06-01" })).to.deep.equal({ ids: [id] });
    }
  });

  it("finds who bears a name, however it is spelt, by any of its names", () => {
    register("a", "Báo Thanh Hoá");
    expect(agencies.named("BÁO THANH HÓA").map((fact) => fact.agencyId)).to.deep.equal(["a"]);
    rename("a", "Báo và Đài");
    expect(agencies.named("Báo Thanh Hóa").map((fact) => fact.agencyId)).to.deep.equal(["a"]);
    expect(agencies.named("BÁO VÀ ĐÀI").map((fact) => fact.agencyId)).to.deep.equal(["a"]);
    expect(model.found("thanh hoa")).to.deep.equal(["PRESS_AGENCY:a"]);
  });

  it("lists by name and filters", () => {
    register("a", "Báo Ánh Sáng", { kinds: ["PRINT", "ONLINE"], level: "CENTRAL" });
    register("b", "Đài Bình Minh", { kinds: ["RADIO"], registeredOn: "2020-01-01" });
    const all = register("c", "Tạp chí Xứ Thanh");
    merge("c", "a");
    expect(ids({})).to.deep.equal(["a", "b", "c"]);
    expect(ids({ kinds: ["ONLINE", "RADIO"] })).to.deep.equal(["a", "b"]);
    expect(ids({ levels: ["CENTRAL"] })).to.deep.equal(["a"]);
    expect(ids({ statuses: ["MERGED"] }, NOW, "2021-01-07")).to.deep.equal([]);
    expect(ids({ statuses: ["MERGED"] }, NOW, "2021-01-08")).to.deep.equal(["c"]);
    expect(ids({ statuses: ["MERGED"] }, all, "2021-01-08")).to.deep.equal([]);
    suspend("b");
    expect(ids({ statuses: ["SUSPENDED"] }, NOW, "2019-08-31")).to.deep.equal([]);
    expect(ids({ statuses: ["SUSPENDED"] }, NOW, "2019-09-01")).to.deep.equal(["b"]);
    expect(ids({ liveOn: "2019-12-31" })).to.deep.equal(["a", "c"]);
    expect(ids({ liveOn: "2021-01-08" })).to.deep.equal(["a", "b"]);
  });
});
