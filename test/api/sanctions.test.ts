import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  HEAVY,
  LIGHT,
  minutedCase,
  payment,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const ACCOUNT = `state decided collected outstanding reduced lapsed interestCollected refundDue refunded payableUntil`;
const SANCTION = `query ($id: SanctionId!, $asOf: AsOf, $on: LocalDate) { sanction(id: $id, asOf: $asOf) {
  status kind revision number { text number symbol year } issuer { name unit { id } } signer { name post }
  party { id kind name } signedOn receivedOn executionDueOn annulledOn lateEntryReason executionLaw { key }
  lines { code title copies amount warning subjectFactor frame { min max } law { key instrument } }
  measures { id kind state remedy months note } suspensions { from resumedFrom ground }
  fine { ${ACCOUNT} overdue(on: $on) interestDue(on: $on)
    payments { amount toFine toInterest excess paidBy receipt { number } } refunds { amount document }
    steps { kind on to amount } instalments { dueOn amount } }
  complaints { id stage status lodgedBy grounds resolutionDueOn result document overdue(on: $on) sanction { id } }
  papers { kind on fine reason ground lines { amount } slip { what } number { symbol } }
  replaces { number { text } } replacedBy { number { text } } violationCase { status sanctions { status } } } }`;

describe("sanction decisions through the API", function () {
  let api: Api;
  let world: EnforcementWorld;
  const open = async (): Promise<void> => {
    api = await Api.open();
    world = await enforcementWorld(api);
  };
  const ask = async (id: string, more: object = {}, principal = INSPECTOR): Promise<Json> =>
    (await api.ask(SANCTION, { id, ...more }, principal)).sanction;
  const issue = async (more: Record<string, unknown> = {}): Promise<string> =>
    act(api, "issueSanction", decisionOn(world, await minutedCase(api, world), more));
  const changed = (answer: Json): Json => (expect(answer.__typename).to.equal("SanctionChanged"), answer);

  describe("from minutes to the last đồng", () => {
    let id = "";
    before(open);
    after(() => api.close());

    it("are issued with a number, at the frame for individuals for a household business", async () => {
      id = await issue();
      const sanction = await ask(id);
      expect(sanction).to.deep.include({
        status: "SIGNED",
        kind: "SANCTION",
        number: { text: "1/QĐ-XPVPHC", number: "1", symbol: "QĐ-XPVPHC", year: 2019 },
        issuer: { name: "Sở Tài nguyên và Môi trường", unit: { id: world.issuer } },
        signedOn: "2019-09-10",
        violationCase: { status: "DECIDED", sanctions: [{ status: "SIGNED" }] },
      });
      expect(sanction.lines).to.deep.equal([
        {
          code: HEAVY,
          title: "Sách Một",
          copies: 600,
          amount: "25000000",
          warning: false,
          subjectFactor: "FULL",
          frame: { min: "20000000", max: "30000000" },
          law: { key: HEAVY, instrument: "SANC-PRESS-159" },
        },
      ]);
      expect(sanction.fine).to.deep.include({ state: "DUE", outstanding: "25000000", payableUntil: null });
    });

    it("are served, and are overdue only after the day that was notified", async () => {
      changed(await tell(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" }));
      const inTime = await ask(id, { on: "2019-09-20" });
      expect(inTime).to.deep.include({ status: "SERVED", receivedOn: "2019-09-10", executionDueOn: "2019-09-20" });
      expect(inTime.executionLaw).to.deep.equal({ key: "EXECUTION" });
      expect(inTime.violationCase.status).to.equal("IN_EXECUTION");
      expect(inTime.fine).to.deep.include({ overdue: false, interestDue: "0", payableUntil: "2019-09-20" });
      // The 21st is the first day that bears interest; paying on the 22nd owes it.
      expect((await ask(id, { on: "2019-09-21" })).fine).to.deep.include({ overdue: true, interestDue: "0" });
      expect((await ask(id, { on: "2019-09-22" })).fine).to.deep.include({ interestDue: "12500" });
    });

    it("are paid in parts, late: the fine first, then its interest, and what is too much is owed back", async () => {
      api.now = "2019-10-15T03:00:00.000Z";
      const first = payment(id, "2500000", "2019-09-20", { number: "0001" });
      expect(changed(await tell(api, "recordFinePayment", first)).entity.status).to.equal("SERVED");
      expect((await ask(id)).fine).to.deep.include({ state: "PARTLY_PAID", outstanding: "22500000" });
      // 22,500,000 × 0.05 % × 10 days (21 to 30 September).
      expect((await ask(id, { on: "2019-10-01" })).fine.interestDue).to.equal("112500");
      const rest = { ...payment(id, "22662500", "2019-10-01", { number: "0002" }), paidBy: "Trần Văn Bạn" };
      expect(changed(await tell(api, "recordFinePayment", rest)).entity.status).to.equal("EXECUTED");
      const paid = await ask(id);
      expect(paid.fine).to.deep.include({
        state: "PAID",
        decided: "25000000",
        collected: "25000000",
        outstanding: "0",
        interestCollected: "112500",
        refundDue: "50000",
        overdue: false,
        payableUntil: null,
      });
      expect(paid.fine.payments[1]).to.deep.equal({
        amount: "22662500",
        toFine: "22500000",
        toInterest: "112500",
        excess: "50000",
        paidBy: "Trần Văn Bạn",
        receipt: { number: "0002" },
      });
      const refund = { sanctionId: id, amount: "50000", refundedOn: "2019-10-14", document: "12/QĐ-HT" };
      await act(api, "recordFineRefund", refund);
      expect((await ask(id)).fine).to.deep.include({ refundDue: "0", refunded: "50000" });
      expect((await ask(id)).violationCase.status).to.equal("EXECUTED");
    });

    it("answer a complaint; when it cancels them, what was paid is owed back and another decision replaces them", async () => {
      const lodged = {
        sanctionId: id,
        stage: "FIRST",
        lodgedOn: "2019-10-10",
        lodgedBy: "Nguyễn Văn An",
        grounds: "Có hóa đơn",
      };
      const before = changed(await tell(api, "lodgeComplaint", lodged));
      const [{ id: complaintId, ...told }] = (await ask(id)).complaints;
      expect(told).to.deep.include({ status: "LODGED", lodgedBy: "Nguyễn Văn An", sanction: { id } });
      const on = { sanctionId: id, complaintId };
      await act(api, "acceptComplaint", { ...on, acceptedOn: "2019-10-15" });
      const [accepted] = (await ask(id, { on: "2020-01-01" })).complaints;
      expect(accepted).to.deep.include({ status: "ACCEPTED", overdue: true });
      expect(accepted.resolutionDueOn).to.equal("2019-11-14");
      const resolution = {
        result: "CANCELLED",
        resolvedOn: "2019-10-15",
        document: "30/QĐ-GQKN",
        reason: "Sai đối tượng",
      };
      changed(await tell(api, "resolveComplaint", { ...on, ...resolution }));

      const annulled = await ask(id);
      expect(annulled).to.deep.include({ status: "ANNULLED", annulledOn: "2019-10-15" });
      expect(annulled.complaints[0]).to.deep.include({
        status: "RESOLVED",
        result: "CANCELLED",
        document: "30/QĐ-GQKN",
      });
      expect(annulled.fine).to.deep.include({ state: "DROPPED", decided: "0", collected: "0", outstanding: "0" });
      expect(annulled.fine.refundDue).to.equal("25112500");
      expect(annulled.papers.map((paper: Json) => paper.kind)).to.deep.equal(["DECISION", "ANNULMENT"]);
      const then = await ask(id, { asOf: { position: before.position } });
      expect([then.status, then.fine.collected, then.replacedBy]).to.deep.equal(["EXECUTED", "25000000", null]);

      const { caseId, partyId, violationIds } = await caseOf(id);
      const anew = decisionOn(world, { caseId, partyId, violationIds }, { replacesId: id });
      const replacement = await act(api, "issueSanction", anew);
      expect((await ask(replacement)).replaces).to.deep.equal({ number: { text: "1/QĐ-XPVPHC" } });
      expect((await ask(id)).replacedBy.number.text).to.equal((await ask(replacement)).number.text);
      const again = await tell(api, "issueSanction", anew);
      expect(again).to.include({ __typename: "RuleRefused" });
    });

    const caseOf = async (sanctionId: string): Promise<{ caseId: string; partyId: string; violationIds: string[] }> => {
      const text = `query ($id: SanctionId!) { sanction(id: $id) { party { id } lines { violationId } violationCase { id } } }`;
      const { sanction } = await api.ask(text, { id: sanctionId }, INSPECTOR);
      const violationIds = sanction.lines.map((line: Json) => line.violationId);
      return { caseId: sanction.violationCase.id, partyId: sanction.party.id, violationIds };
    };
  });

  describe("in a ledger that they share", () => {
    before(open);
    after(() => api.close());

    it("keep every version of their content readable", async () => {
      const made = await minutedCase(api, world, [titleOf(HEAVY, "Sách Một"), titleOf(LIGHT, "Sách Hai")]);
      const id = await act(api, "issueSanction", decisionOn(world, made));
      const correction = { sanctionId: id, what: "Sách Mốt", corrected: "Sách Một", reason: "Lỗi đánh máy" };
      await act(api, "correctSanction", correction);
      const lines = [
        { violationId: made.violationIds[0], amount: "21000000", circumstances: ["MITIGATING_COOPERATION"] },
      ];
      const amendment = { sanctionId: id, reason: "Giảm nhẹ", lines };
      changed(await tell(api, "amendSanction", amendment));
      const again = await tell(api, "amendSanction", amendment);
      expect(again).to.include({ __typename: "RuleRefused", code: "SANCTION_AMENDMENT_CHANGES_NOTHING" });
      const sanction = await ask(id);
      expect(sanction.papers.map((paper: Json) => [paper.kind, paper.fine, paper.lines?.length ?? null])).to.deep.equal(
        [
          ["DECISION", "27000000", 2],
          ["CORRECTION", null, null],
          ["AMENDMENT", "21000000", 1],
        ],
      );
      expect(sanction.papers[1].slip).to.deep.equal({ what: "Sách Mốt" });
      expect((await ask(id, {}, ANALYST)).papers[1].slip).to.equal(null);
      expect(sanction.fine).to.deep.include({ decided: "21000000", outstanding: "21000000" });
    });

    it("are listed by what they are found by, page after page", async () => {
      const light = await minutedCase(api, world, [titleOf(LIGHT, "Sách Ba")], {
        kind: "ORGANISATION",
        name: "Nhà sách",
      });
      const id = await act(api, "issueSanction", decisionOn(world, light));
      const number = (await ask(id)).number.text as string;
      const list = `query ($filter: SanctionFilter, $first: Int, $after: String) {
        sanctions(filter: $filter, first: $first, after: $after, direction: ASC) {
          nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const found = async (filter: object): Promise<string[]> =>
        (await api.ask(list, { filter }, INSPECTOR)).sanctions.nodes.map((node: Json) => node.id);
      expect(await found({ subjectKinds: ["ORGANISATION"] })).to.deep.equal([id]);
      expect(await found({ caseId: light.caseId })).to.deep.equal([id]);
      expect(await found({ number: number.toLowerCase().replace("đ", "d") })).to.deep.equal([id]);
      expect(await found({ violationCode: LIGHT })).to.include(id);
      expect(await found({ violationCode: LIGHT, statuses: ["ANNULLED"] })).to.deep.equal([]);
      expect(await found({ signedFrom: "2019-09-11" })).to.deep.equal([]);
      expect(await found({ issuerId: world.cast.health })).to.deep.equal([]);
      const [all, first] = [await found({}), (await api.ask(list, { first: 1 }, INSPECTOR)).sanctions];
      const rest = (await api.ask(list, { after: first.pageInfo.endCursor }, INSPECTOR)).sanctions;
      expect([...first.nodes, ...rest.nodes].map((node: Json) => node.id)).to.deep.equal(all);

      await act(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" });
      const owed = { outstandingOnly: true, caseId: light.caseId };
      expect(await found({ ...owed, overdueOn: "2019-09-20" })).to.deep.equal([]);
      expect(await found({ ...owed, overdueOn: "2019-09-21" })).to.deep.equal([id]);
      await act(api, "recordFinePayment", payment(id, "4000000", "2019-09-10", { number: "0900" }));
      expect(await found(owed)).to.deep.equal([]);
    });

    it("share the receipt of one payment, never beyond what it is over", async () => {
      const [one, two] = [await issue(), await issue()];
      for (const sanctionId of [one, two]) await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-10" });
      const receipt = { number: "AB 77", total: "30000000" };
      await act(api, "recordFinePayment", payment(one, "25000000", "2019-09-10", receipt));
      const tooMuch = payment(two, "5000001", "2019-09-10", { ...receipt, number: "ab  77" });
      expect(await tell(api, "recordFinePayment", tooMuch)).to.include({ __typename: "RuleRefused" });
      changed(await tell(api, "recordFinePayment", { ...tooMuch, amount: "5000000" }));
    });

    it("list complaints, and those that wait too long", async () => {
      const sanctionId = await issue();
      await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-10" });
      const lodged = { sanctionId, stage: "FIRST", lodgedOn: "2019-09-10", lodgedBy: "An", grounds: "Sai" };
      await act(api, "lodgeComplaint", lodged);
      const list = `query ($filter: ComplaintFilter) { complaints(filter: $filter) { nodes { id status sanction { id } } } }`;
      const found = async (filter: object): Promise<Json[]> =>
        (await api.ask(list, { filter: { sanctionId, ...filter } }, INSPECTOR)).complaints.nodes;
      const [complaint] = await found({ stages: ["FIRST"], statuses: ["LODGED"] });
      expect(complaint).to.deep.include({ status: "LODGED", sanction: { id: sanctionId } });
      expect(await found({ overdueOn: "2020-01-01" })).to.deep.equal([]);
      await act(api, "acceptComplaint", { sanctionId, complaintId: complaint.id, acceptedOn: "2019-09-10" });
      expect(await found({ overdueOn: "2020-01-01" })).to.have.length(1);
      expect(await found({ statuses: ["LODGED"] })).to.deep.equal([]);
    });

    it("tell their news to a feed, which resumes where it was left", async () => {
      const { data } = await api.tryAsk(`{ ledger { position } }`);
      expect(data.ledger.position).to.be.a("string");
      const text = `subscription ($after: String, $filter: SanctionEventFilter) {
        sanctionEvents(from: NOW, after: $after, filter: $filter) { __typename
          ... on CaughtUp { cursor } ... on SanctionEventItem { cursor event { type } sanction { id status } } } }`;
      const filter = { issuerId: world.issuer };
      const feed = await api.subscribe(text, { filter }, INSPECTOR);
      expect((await feed.next()).value.data.sanctionEvents.__typename).to.equal("CaughtUp");
      const id = await issue();
      await act(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" });
      const first = (await feed.next()).value.data.sanctionEvents;
      expect(first).to.deep.include({ event: { type: "SanctionIssued" }, sanction: { id, status: "SIGNED" } });
      await feed.return?.();
      const resumed = await api.subscribe(text, { after: first.cursor, filter }, INSPECTOR);
      const next = (await resumed.next()).value.data.sanctionEvents;
      expect(next).to.deep.include({ event: { type: "SanctionServed" }, sanction: { id, status: "SERVED" } });
      await resumed.return?.();
    });

    it("show persons to those only who may know them", async () => {
      const sanctionId = await issue();
      await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-10" });
      const lodged = { sanctionId, stage: "FIRST", lodgedOn: "2019-09-10", lodgedBy: "Nguyễn Văn An", grounds: "Sai" };
      await act(api, "lodgeComplaint", lodged);
      await act(api, "recordFinePayment", {
        ...payment(sanctionId, "100000", "2019-09-10", { number: "0555" }),
        paidBy: "Trần Thị Vợ",
      });
      const full = await ask(sanctionId);
      expect(full.party.name).to.equal("Nguyễn Văn An");
      const masked = await ask(sanctionId, {}, ANALYST);
      expect(masked.party.name).to.equal("N••• V••• A•••");
      expect(JSON.stringify(masked)).to.not.match(/Nguyễn|Trần Thị/);
      expect([masked.complaints[0].lodgedBy, masked.complaints[0].grounds]).to.deep.equal([null, null]);
      const nobody = await api.tryAsk(SANCTION, { id: sanctionId }, null);
      expect(nobody.errors.map(({ code }) => code)).to.deep.equal(["UNAUTHENTICATED"]);
      expect((await api.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: sanctionId }, null)).node).to.equal(
        null,
      );
    });
  });
});
