import { expect } from "chai";
import type { SeizureEvent } from "../../src/domain/seizure/events.js";
import { type SeizureFilter, SeizureQueries } from "../../src/projections/seizure/queries.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { ENFORCEMENT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import * as x from "../domain/seizure/facts.js";
import type { Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";
import { allEntries } from "../support/figures.js";

describe("the read model of seizures", () => {
  let model: TestReadModel;
  let seizures: SeizureQueries;
  beforeEach(() => {
    model = new TestReadModel();
    seizures = new SeizureQueries(model.db);
  });

  const tell = (...events: Told<SeizureEvent>[]): number[] =>
    events.map((event) => model.tell<SeizureEvent>(`seizure-${event.data.seizureId}`, event));
  const seize = (seizureId: string, more: object = {}, lines = [x.line(`${seizureId}-l`)]): number => {
    const event = x.seized(lines, more);
    return tell({ ...event, data: { ...event.data, seizureId } })[0] ?? 0;
  };
  /** The figures, by measure and day; those that come to nothing are left out. */
  const figures = (): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const { measure, on, amount, values } of allEntries(model.db, ENFORCEMENT_FIGURES)) {
      const name = `${measure} ${on}`;
      if (values.UNIT === "u-dic") sums[name] = (sums[name] ?? 0) + Number(amount);
    }
    return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
  };
  const causes = (): string[] =>
    [...new Set(allEntries(model.db, ENFORCEMENT_FIGURES).map(({ cause }) => cause as string))].sort();

  const split = (): SeizureEvent => {
    const { reason, ...parts } = x.good.split;
    return x.event("ExhibitLotSplit", parts, reason);
  };
  const revoked = (): SeizureEvent =>
    x.event("ConfiscationRevoked", {
      sanctionId: "d-1",
      revokedOn: "2019-09-08",
      carriedOverTo: null,
      lines: [x.of("l-1", 50)],
      compensable: [x.of("l-1", 10)],
    });

  it("answers as of any position what it answered then", () => {
    const positions = tell(x.seized(), x.confiscated(), split(), x.destroyed(), revoked(), x.returned(5));
    for (const at of positions) {
      const then = new SeizureQueries(model.rebuilt(at).db);
      expect(seizures.get("s-1", at)).to.deep.equal(then.get("s-1", NOW));
      const [steps, stepsThen] = [seizures, then].map((one, nth) => {
        const { rows, count } = one.steps("s-1", "ASC", { limit: 50 }, nth === 0 ? at : NOW);
        return [rows, count()];
      });
      expect(steps).to.deep.equal(stepsThen);
    }
    expect(seizures.get("s-1", NOW)?.state.lines.map((line) => line.lineId)).to.deep.equal([
      "l-1",
      "l-9",
      "l-2",
      "l-3",
    ]);
    expect(seizures.factsOfCase("c-1").map((fact) => fact.seizureId)).to.deep.equal(["s-1"]);
  });

  it("tells the chain of custody step by step", () => {
    tell(x.seized(), x.event("ExhibitsMoved", x.good.move), x.returned());
    const { rows } = seizures.steps("s-1", "ASC", { limit: 10 }, NOW);
    expect(rows.map(({ row }) => [row.kind, row.day])).to.deep.equal([
      ["SEIZED", "2019-09-03"],
      ["MOVED", "2019-09-05"],
      ["RETURNED", "2019-09-05"],
    ]);
  });

  it("counts titles and copies of publications, each on its own day", () => {
    const sheets = x.line("l-4", { unit: "SHEET", copies: 500 });
    tell(
      x.seized([...x.inventory(), sheets]),
      x.confiscated(),
      x.confiscated(40, "d-1", "l-4"),
      x.destroyed(),
      x.returned(),
    );
    expect(figures()).to.deep.equal({
      "COPIES_SEIZED 2019-09-03": 2740,
      "TITLES_SEIZED 2019-09-03": 3,
      "COPIES_CONFISCATED 2019-09-05": 60,
      "TITLES_CONFISCATED 2019-09-05": 1,
      "COPIES_DESTROYED 2019-09-06": 10,
      "TITLES_DESTROYED 2019-09-06": 1,
      "COPIES_RETURNED 2019-09-05": 10,
      "TITLES_RETURNED 2019-09-05": 1,
    });
    expect(causes()).to.deep.equal(["LATE"]);
  });

  it("counts a title once, however often its copies move and into whatever lots it is split", () => {
    tell(x.seized(), split(), x.confiscated(20), x.confiscated(20), x.confiscated(10, "d-1", "l-9"));
    expect(figures()).to.include({ "TITLES_SEIZED 2019-09-03": 3, "TITLES_CONFISCATED 2019-09-05": 1 });
    expect(figures()).to.include({ "COPIES_SEIZED 2019-09-03": 2740, "COPIES_CONFISCATED 2019-09-05": 50 });
  });

  it("takes a revoked confiscation back on its own day; what was destroyed stays destroyed", () => {
    tell(x.seized(), x.confiscated(), x.destroyed(), revoked());
    expect(figures()).to.include({
      "COPIES_CONFISCATED 2019-09-05": 60,
      "COPIES_CONFISCATED 2019-09-08": -60,
      "TITLES_CONFISCATED 2019-09-08": -1,
      "COPIES_DESTROYED 2019-09-06": 10,
    });
    expect(causes()).to.include("ANNULLED");
  });

  it("corrects the figures of the day that was wrong", () => {
    tell(
      x.seized(),
      x.event("ExhibitsCounted", {
        countedOn: "2019-09-05",
        minutesNumber: "02",
        lines: [{ lineId: "l-3", counted: 2682, difference: 82, as: "CORRECTION" }],
      }),
    );
    expect(figures()).to.include({ "COPIES_SEIZED 2019-09-03": 2822 });
    tell(x.event("InventoryCorrected", { minutes: { seizedOn: "2019-09-02" }, lines: [] }, "Sai ngày"));
    expect(figures()).to.deep.equal({ "COPIES_SEIZED 2019-09-02": 2822, "TITLES_SEIZED 2019-09-02": 3 });
    expect(causes()).to.include("CORRECTED");
  });

  it("counts a voided seizure for nothing", () => {
    tell(x.seized(), x.voided());
    expect(figures()).to.deep.equal({});
    expect(causes()).to.include("VOIDED");
  });

  it("takes the title of a merged line back", () => {
    tell(
      x.seized([x.line("l-1"), x.line("l-4", { title: "Sách l-1" })]),
      x.event("ExhibitLotsMerged", { lineId: "l-1", fromLineId: "l-4" }, "Cùng đầu sách"),
    );
    expect(figures()).to.deep.equal({ "COPIES_SEIZED 2019-09-03": 200, "TITLES_SEIZED 2019-09-03": 1 });
  });

  it("lists by day and filters", () => {
    seize("s-1");
    seize("s-2", { seizedOn: "2019-09-01", dueOn: "2019-09-08", caseId: "c-2" });
    seize("s-3", { seizedOn: "2019-09-05", unit: { unitId: "u-2", name: "Khác" } }, [
      x.line("l-x", { title: "Truyện Kiều" }),
    ]);
    tell({ type: "SeizureVoided", data: { seizureId: "s-3" }, reason: "Nhập nhầm" });
    const ids = (filter: SeizureFilter): string[] =>
      seizures.list(filter, "ASC", { limit: 10 }, NOW).rows.map(({ row }) => row.id);
    expect(ids({})).to.deep.equal(["s-2", "s-1", "s-3"]);
    expect(ids({ caseId: "c-2" })).to.deep.equal(["s-2"]);
    expect(ids({ unit: { ids: ["u-2"] } })).to.deep.equal(["s-3"]);
    expect(ids({ statuses: ["VOIDED"] })).to.deep.equal(["s-3"]);
    expect(ids({ seizedFrom: "2019-09-02", seizedTo: "2019-09-04" })).to.deep.equal(["s-1"]);
    expect(ids({ title: "truyen kieu" })).to.deep.equal(["s-3"]);
    expect(ids({ overdueOn: "2019-09-10" })).to.deep.equal(["s-2"]);
    expect(ids({ overdueOn: "2019-09-11" })).to.deep.equal(["s-2", "s-1"]);
  });

  it("finds a seizure by any of its titles", () => {
    seize("s-1", {}, [x.line("a", { title: "Tiếng Việt 5" }), x.line("b", { title: "Truyện Kiều" })]);
    expect(model.found("truyện")).to.deep.equal(["SEIZURE:s-1"]);
  });
});
