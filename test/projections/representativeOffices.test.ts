import { expect } from "chai";
import type { RepresentativeOfficeEvent } from "../../src/domain/representativeOffice/events.js";
import {
  type RepresentativeOfficeFilter,
  RepresentativeOfficeQueries,
} from "../../src/projections/representativeOffice/part.js";
import { NOW } from "../../src/projections/table/temporal.js";
import type { Told } from "../support/given.js";
import { TestReadModel } from "../support/readModel.js";

describe("the read model of representative offices", () => {
  let model: TestReadModel;
  let offices: RepresentativeOfficeQueries;
  beforeEach(() => {
    model = new TestReadModel();
    offices = new RepresentativeOfficeQueries(model.db);
  });

  const tell = (officeId: string, event: Told<RepresentativeOfficeEvent>): number =>
    model.tell<RepresentativeOfficeEvent>(`representativeOffice-${officeId}`, event);
  const notify = (officeId: string, agencyId: string, startsOn: string): number =>
    tell(officeId, {
      type: "RepresentativeOfficeNotified",
      data: {
        officeId,
        agencyId,
        agencyName: "Báo Hằng ngày",
        address: "12 Lê Lợi",
        headReporterId: "r-1",
        headName: "Nguyễn Văn An",
        startsOn,
        notifiedOn: "2019-09-01",
      },
    });
  const accept = (officeId: string): number =>
    tell(officeId, { type: "RepresentativeOfficeAccepted", data: { officeId } });
  const close = (officeId: string, effectiveOn: string): number =>
    tell(officeId, { type: "RepresentativeOfficeClosed", data: { officeId, effectiveOn, reason: "Đề nghị" } });
  const ids = (filter: RepresentativeOfficeFilter, position = NOW, today = "2019-12-31"): string[] =>
    offices.list(filter, "ASC", { limit: 10 }, { position, today }).rows.map(({ row }) => row.id);

  it("answers as of any position what it answered then", () => {
    const positions = [
      notify("o", "a", "2019-10-01"),
      accept("o"),
      tell("o", {
        type: "RepresentativeOfficeHeadChanged",
        data: { officeId: "o", headReporterId: null, headName: null, effectiveOn: "2019-11-01" },
      }),
      tell("o", {
        type: "RepresentativeOfficeHeadChanged",
        data: { officeId: "o", headReporterId: "r-2", headName: "Trần Thị Bình", effectiveOn: "2019-12-01" },
      }),
      close("o", "2020-01-01"),
    ];
    expect(positions.map((at) => offices.get("o", at)?.state.status)).to.deep.equal([
      "NOTIFIED",
      "ACCEPTED",
      "HEAD_VACANT",
      "ACCEPTED",
      "CLOSED",
    ]);
    for (const at of positions) {
      expect(offices.get("o", at)).to.deep.equal(new RepresentativeOfficeQueries(model.rebuilt(at).db).get("o", NOW));
    }
    const version = offices.get("o", NOW);
    expect(version?.revision).to.equal(4);
    expect(version?.state).to.include({ decidedOn: "2019-09-10", closedOn: "2020-01-01" });
    expect(version?.state.heads.map(({ name }) => name)).to.deep.equal(["Nguyễn Văn An", null, "Trần Thị Bình"]);
  });

  it("keeps why a notice was rejected", () => {
    notify("o", "a", "2019-10-01");
    tell("o", { type: "RepresentativeOfficeRejected", data: { officeId: "o", reason: "Thiếu trụ sở" } });
    expect(offices.get("o", NOW)?.state).to.include({ status: "REJECTED", rejectionReason: "Thiếu trụ sở" });
  });

  it("lists by start and filters", () => {
    notify("o-2", "a", "2019-11-01");
    notify("o-1", "a", "2019-10-01");
    notify("o-3", "b", "2019-12-01");
    accept("o-1");
    accept("o-3");
    const open = close("o-1", "2020-01-01") - 1;
    expect(ids({})).to.deep.equal(["o-1", "o-2", "o-3"]);
    expect(ids({ agency: { ids: ["a"] } })).to.deep.equal(["o-1", "o-2"]);
    expect(ids({ statuses: ["NOTIFIED"] })).to.deep.equal(["o-2"]);
    expect(ids({ openOn: "2019-12-31" })).to.deep.equal(["o-1", "o-3"]);
    expect(ids({ openOn: "2020-01-01" })).to.deep.equal(["o-3"]);
    expect(ids({ openOn: "2020-01-01" }, open)).to.deep.equal(["o-1", "o-3"]);
  });
});
