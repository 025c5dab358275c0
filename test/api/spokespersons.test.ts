import { expect } from "chai";
import { Api, type Json, OFFICER } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const DAY = "2019-09-10";

describe("spokespersons", () => {
  let api: Api;
  let unitId: string;
  before(async () => {
    api = await Api.open();
    const admin = { subject: "admin", role: "ADMIN", unitId: null } as const;
    unitId = await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Y tế" }, ...SINCE }, admin);
  });
  after(() => api.close());

  const given = { name: "Lê Văn Nam", post: "Chánh Văn phòng", document: "12/QĐ-SYT", from: DAY };
  const appoint = (more: Record<string, unknown>): Promise<Json> =>
    api.command("appointSpokesperson", { unitId, role: "REGULAR", ...given, ...more });
  const codeOf = ({ code, path }: Json): unknown => ({ code, path });

  it("are appointed, published, and found by who shows no token", async () => {
    const { entity } = await appoint({ phone: "0237 3852 123" });
    await api.done("publishSpokesperson", { spokespersonId: entity.id, publishedOn: DAY });
    const shown = await api.ask(
      `query ($id: SpokespersonId!) { spokesperson(id: $id) { status name unitName unit { id } phone publishedOn suspensions { from } authorisedBy { id } nextSteps { mutation } } }`,
      { id: entity.id },
      null,
    );
    expect(shown.spokesperson).to.deep.equal({
      ...{ status: "PUBLISHED", name: "Lê Văn Nam", unitName: "Sở Y tế", unit: { id: unitId }, phone: "0237 3852 123" },
      ...{ publishedOn: DAY, suspensions: [], authorisedBy: null, nextSteps: [] },
    });
    const list = await api.ask(
      `query ($unitId: UnitId) { spokespersons(filter: { unitId: $unitId, statuses: [PUBLISHED] }) { nodes { id } } }`,
      { unitId },
      null,
    );
    expect(list.spokespersons.nodes).to.deep.equal([{ id: entity.id }]);
  });

  it("stand on a day as they stood then", async () => {
    const { entity } = await appoint({ from: "2019-09-01", to: "2019-09-30", matter: "Dịch bệnh" });
    const on = async (validAt: string): Promise<Json> =>
      (
        await api.ask(
          `query ($id: SpokespersonId!, $validAt: LocalDate) { spokesperson(id: $id, validAt: $validAt) { status } }`,
          { id: entity.id, validAt },
        )
      ).spokesperson;
    await api.done("suspendSpokesperson", { spokespersonId: entity.id, from: "2019-09-05", reason: "Đi học" });
    expect([await on("2019-08-31"), await on("2019-09-04"), await on("2019-09-05")]).to.deep.equal([
      null,
      { status: "APPOINTED" },
      { status: "SUSPENDED" },
    ]);
  });

  it("are authorised for one matter and a time, which is not passed on", async () => {
    const head = (await appoint({ role: "HEAD" })).entity;
    const authorised = { role: "AUTHORISED", matter: "Vụ ngộ độc", to: "2019-09-20", authorisedById: head.id };
    expect(codeOf(await appoint({ ...authorised, to: null }))).to.deep.equal({
      ...{ code: "AUTHORISATION_NEEDS_MATTER", path: ["to"] },
    });
    const { entity } = await appoint(authorised);
    expect(codeOf(await appoint({ ...authorised, authorisedById: entity.id }))).to.deep.equal({
      ...{ code: "AUTHORISATION_PASSED_ON", path: ["authorisedById"] },
    });
    expect(codeOf(await appoint({ ...authorised, from: "2019-09-21" }))).to.deep.equal({
      ...{ code: "APPOINTMENT_ENDS_BEFORE_IT_BEGINS", path: ["to"] },
    });
    await api.done("suspendSpokesperson", { spokespersonId: head.id, from: DAY, reason: "Đi học" });
    expect(codeOf(await appoint(authorised))).to.deep.equal({
      ...{ code: "AUTHORISER_DOES_NOT_SPEAK", path: ["authorisedById"] },
    });
  });

  it("are kept by a clerk of the unit only", async () => {
    const clerk = { ...OFFICER, role: "CLERK" as const };
    const refused = await api.command("appointSpokesperson", { unitId, role: "HEAD", ...given }, clerk);
    expect(refused.code).to.equal("NOT_YOUR_UNIT");
  });
});
