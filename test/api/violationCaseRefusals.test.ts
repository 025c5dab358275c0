import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { cast, type Cast } from "../support/cast.js";
import { CasePlay, INSPECTOR, OFFENDER } from "../support/violationCases.js";

describe("violation cases refuse careless and hostile input", () => {
  let api: Api;
  let world: Cast;
  let play: CasePlay;
  before(async () => {
    api = await Api.open();
    world = await cast(api);
    play = new CasePlay(api, world);
  });
  after(() => api.close());

  const issues = async (name: string, input: object): Promise<string[]> => {
    const answer = await api.command(name, input as Record<string, unknown>, INSPECTOR);
    expect(answer.__typename, JSON.stringify(answer)).to.equal("InvalidInput");
    return [...new Set<string>(answer.issues.map((issue: Json) => issue.path.join(".")))];
  };

  it("when a case is recorded", async () => {
    const bad = play.recordInput({
      detected: " ",
      detectedOn: "1066-10-14",
      parties: [{ kind: "INDIVIDUAL", name: `${OFFENDER}\u0000`, taxCode: "9".repeat(31) }],
    });
    expect(await issues("recordViolationCase", bad)).to.deep.equal([
      "detectedOn",
      "detected",
      "parties.0.name",
      "parties.0.taxCode",
    ]);
    expect(await issues("recordViolationCase", play.recordInput({ parties: [] }))).to.deep.equal(["parties"]);
    const many = Array.from({ length: 21 }, () => ({ kind: "INDIVIDUAL", name: OFFENDER }));
    expect(await issues("recordViolationCase", play.recordInput({ parties: many }))).to.deep.equal(["parties"]);
  });

  it("when minutes are drawn up", async () => {
    const id = await play.record();
    const [violation] = (await play.minutesInput(id))["violations"] as object[];
    const bad = { copies: -1, violations: [{ ...violation, partyId: "p'; DROP TABLE", copies: -3, code: "" }] };
    expect(await issues("drawUpMinutes", await play.minutesInput(id, bad))).to.have.members([
      "copies",
      "violations.0.partyId",
      "violations.0.copies",
      "violations.0.code",
    ]);
    expect(await play.drawUp(id, { copies: 1 })).to.deep.include({ code: "MINUTES_TOO_FEW_COPIES", path: ["copies"] });
    const unsigned = await play.drawUp(id, { offenderSigned: false, refusalReason: `${OFFENDER} vắng mặt` });
    expect(unsigned).to.deep.include({ code: "MINUTES_NEED_WITNESS", path: ["witness"] });
    expect(`${unsigned.message} ${unsigned.messageVi}`).to.not.contain(OFFENDER);
  });

  it("when references lead nowhere, or to a thing of another type", async () => {
    const nowhere = "00000000-0000-4000-8000-000000000000";
    const lost = await api.command("recordViolationCase", play.recordInput({ unitId: `Unit:${nowhere}` }), INSPECTOR);
    expect(lost).to.deep.include({ __typename: "NotFound", code: "UNIT_NOT_FOUND" });
    const uninspected = play.recordInput({ inspectionId: `Inspection:${nowhere}` });
    const inspection = await api.command("recordViolationCase", uninspected, INSPECTOR);
    expect(inspection).to.deep.include({ code: "INSPECTION_NOT_FOUND", path: ["inspectionId"] });
    const gone = { caseId: `ViolationCase:${nowhere}`, reason: "x1" };
    for (const name of ["voidCase", "reopenCase", "markComplex", "extendExplanation"]) {
      const answer = await api.command(name, gone, INSPECTOR);
      expect(answer, name).to.include({ __typename: "NotFound", code: "VIOLATION_CASE_NOT_FOUND" });
    }
    const text = `mutation ($input: VoidCaseInput!) { voidCase(input: $input) { __typename } }`;
    const input = { commandId: api.commandId(), caseId: world.land, reason: "x1" };
    expect((await api.tryAsk(text, { input }, INSPECTOR)).errors).to.have.length(1);
  });

  it("when the record has changed since it was read", async () => {
    const id = await play.record();
    await play.drawUp(id);
    const stale = await api.command("markComplex", { caseId: id, reason: "x1", expectedRevision: 0 }, INSPECTOR);
    expect(stale).to.include({ __typename: "RevisionConflict" });
  });
});
