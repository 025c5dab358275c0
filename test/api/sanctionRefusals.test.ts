import { expect } from "chai";
import { Api, type Json, OFFICER } from "../support/api.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  minutedCase,
  payment,
  tell,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

describe("sanction decisions refuse as data", () => {
  let api: Api;
  let world: EnforcementWorld;
  before(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  after(() => api.close());

  const issue = async (): Promise<string> =>
    act(api, "issueSanction", decisionOn(world, await minutedCase(api, world)));
  const changed = (answer: Json): Json => (expect(answer.__typename).to.equal("SanctionChanged"), answer);

  it("a decision by who may not sanction, on a case that is not there, by a signer without the power", async () => {
    const made = await minutedCase(api, world);
    const input = decisionOn(world, made);
    expect(await api.command("issueSanction", input, OFFICER)).to.include({ __typename: "NotAllowed" });
    const nowhere = { ...input, caseId: "ViolationCase:00000000-0000-4000-8000-000000000000" };
    expect(await tell(api, "issueSanction", nowhere)).to.include({
      __typename: "NotFound",
      code: "SANCTION_CASE_NOT_FOUND",
    });
    const weak = { ...input, signer: { name: "Thanh tra viên", post: "INSPECTOR" } };
    expect(await tell(api, "issueSanction", weak)).to.include({ __typename: "RuleRefused" });
    const outside = { ...input, lines: [{ violationId: made.violationIds[0], amount: "15000001" }] };
    expect((await tell(api, "issueSanction", outside)).path.slice(0, 2)).to.deep.equal(["lines", "0"]);
  });

  it("hostile and careless input, each field named", async () => {
    const made = await minutedCase(api, world);
    const wrong = await tell(api, "issueSanction", {
      ...decisionOn(world, made),
      number: "12'; DROP TABLE sanction; --",
      symbol: "\u202eQĐ",
      signer: { name: "\u0000", post: "DEPARTMENT_CHIEF_INSPECTOR" },
      lines: [{ violationId: "không phải", circumstances: ["MITIGATING_OTHER", "MITIGATING_OTHER"] }],
      measures: [{ kind: "SUSPENSION", months: -1 }],
    });
    expect(wrong.__typename).to.equal("InvalidInput");
    const paths = wrong.issues.map((issue: Json) => issue.path.join("."));
    const fields = ["number", "symbol", "signer.name", "lines.0.violationId", "lines.0.circumstances"];
    expect(paths).to.include.members([...fields, "measures.0.months"]);
    expect((await tell(api, "issueSanction", { ...decisionOn(world, made), lines: [] })).__typename).to.equal(
      "InvalidInput",
    );
    const text = `mutation ($input: RecordFinePaymentInput!) { recordFinePayment(input: $input) { __typename } }`;
    const good = payment("Sanction:00000000-0000-4000-8000-000000000000", "1", "2019-09-10", { number: "1" });
    for (const amount of ["-1", "1.5", "1e6", "0x10", " 1", "9".repeat(16), 5, null]) {
      const { errors } = await api.tryAsk(text, { input: { ...good, commandId: api.commandId(), amount } }, INSPECTOR);
      expect(errors, String(amount)).to.have.length(1);
    }
    expect(await tell(api, "recordFinePayment", good)).to.include({
      __typename: "NotFound",
      code: "SANCTION_NOT_FOUND",
    });
  });

  it("the same command twice is once; with another body it is refused, and an old revision too", async () => {
    const made = await minutedCase(api, world);
    const input = { commandId: api.commandId("twice"), ...decisionOn(world, made) };
    const first = changed(await tell(api, "issueSanction", input));
    expect(changed(await tell(api, "issueSanction", input))).to.deep.include({
      replayed: true,
      entity: first.entity,
    });
    const other = await tell(api, "issueSanction", { ...input, signer: { name: "Ai khác", post: "PROVINCE_CHAIR" } });
    expect(other.__typename).to.equal("CommandIdReused");
    const serve = { sanctionId: first.entity.id, receivedOn: "2019-09-10", expectedRevision: 7 };
    expect((await tell(api, "serveSanction", serve)).__typename).to.equal("RevisionConflict");
  });

  it("money on what was never served, from the future, or twice too much", async () => {
    const sanctionId = await issue();
    const tomorrow = payment(sanctionId, "1000000", "2019-09-11", { number: "0100" });
    expect(await tell(api, "recordFinePayment", tomorrow)).to.include({ __typename: "RuleRefused" });
    const refund = { sanctionId, amount: "1", refundedOn: "2019-09-10", document: "1" };
    expect(await tell(api, "recordFineRefund", refund)).to.include({ __typename: "RuleRefused" });
    await act(api, "annulSanction", { sanctionId, ground: "WRONG_SUBJECT", reason: "Sai đối tượng" });
    const late = payment(sanctionId, "1000000", "2019-09-10", { number: "0101" });
    // It did come in, so it is taken down: all of it is owed back.
    changed(await tell(api, "recordFinePayment", late));
    const over = { ...refund, amount: "1000001", document: "2" };
    expect(await tell(api, "recordFineRefund", over)).to.include({ __typename: "RuleRefused" });
    changed(await tell(api, "recordFineRefund", { ...over, amount: "1000000" }));
    const again = await tell(api, "annulSanction", { sanctionId, ground: "WRONG_SUBJECT", reason: "Lần nữa" });
    expect(again).to.include({ __typename: "RuleRefused" });
  });

  it("a complaint that is not there", async () => {
    const sanctionId = await issue();
    const input = { sanctionId, complaintId: api.commandId("no complaint"), acceptedOn: "2019-09-10" };
    expect((await tell(api, "acceptComplaint", input)).__typename).to.equal("NotFound");
  });
});
