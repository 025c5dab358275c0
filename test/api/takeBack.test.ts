import { expect } from "chai";
import { takesBack } from "../../src/domain/histories.js";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { openForWriting, readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { contentHash, takeInAll } from "../../src/projections/readModel/rebuild.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import {
  act,
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  minutedCase,
  payment,
  tell,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const EVENTS = `query ($id: ID!) { record(id: $id) { events(first: 100) { nodes { id type takesBack { id type } } } } }`;

const FIGURES = `{ enforcementFigures(period: { from: "2019-01-01", to: "2019-12-31" }, groupBy: [MONTH]) { rows {
  month finesDecided { value } finesCollected { value } finesOutstanding { value } interestCollected { value }
  refundsDue { value } } } }`;

const CAUSES = `{ enforcementFigures(period: { from: "2019-09-01", to: "2019-09-30" }) { rows { finesCollected {
  evidence(first: 10) { nodes { amount cause occurredOn } } } } } }`;

describe("an entry made in error", function () {
  this.timeout(60_000);
  let api: Api;
  let world: EnforcementWorld;
  beforeEach(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  afterEach(async () => {
    await rebuiltIsLive(api);
    await api.close();
  });

  const eventsOf = async (id: string): Promise<Json[]> =>
    (await api.ask(EVENTS, { id }, INSPECTOR)).record.events.nodes;
  const lastOf = async (id: string): Promise<string> => (await eventsOf(id)).at(-1).id;
  const decision = async (): Promise<string> => {
    const sanctionId = await act(api, "issueSanction", decisionOn(world, await minutedCase(api, world)));
    await act(api, "serveSanction", { sanctionId, receivedOn: "2019-09-10" });
    return sanctionId;
  };
  const fineOf = async (id: string): Promise<Json> => {
    const text = `query ($id: SanctionId!) { sanction(id: $id) { status fine { collected outstanding payments { amount } } } }`;
    return (await api.ask(text, { id }, INSPECTOR)).sanction;
  };

  it("a payment on the wrong decision is taken back and entered on the right one, with the same receipt", async () => {
    const [wrong, right] = [await decision(), await decision()];
    const before = await api.ask(FIGURES, {}, INSPECTOR);
    await act(api, "recordFinePayment", payment(wrong, "2000000", "2019-09-10", { number: "BL 01" }));
    const entryId = await lastOf(wrong);
    const again = payment(right, "2000000", "2019-09-10", { number: "BL 01" });
    expect((await tell(api, "recordFinePayment", again)).code).to.equal("FINE_RECEIPT_EXCEEDED");

    api.now = "2019-11-20T03:00:00.000Z";
    const taking = { sanctionId: wrong, entryId, reason: "Nhập nhầm quyết định" };
    expect((await api.command("takeBackSanctionEntry", taking, { ...OFFICER, role: "ANALYST" })).code).to.equal(
      "NOT_ALLOWED",
    );
    await act(api, "takeBackSanctionEntry", taking);
    expect((await tell(api, "takeBackSanctionEntry", taking)).code).to.equal("ENTRY_TAKEN_BACK");
    expect((await fineOf(wrong)).fine.payments).to.deep.equal([]);
    expect(await api.ask(FIGURES, {}, INSPECTOR), "the figures of every month").to.deep.equal(before);

    await act(api, "recordFinePayment", { ...again, lateEntryReason: "Chuyển từ quyết định khác" });
    expect((await fineOf(right)).fine.collected).to.equal("2000000");
    const events = await eventsOf(wrong);
    expect(events.map(({ type }) => type)).to.deep.equal([
      "SanctionIssued",
      "SanctionServed",
      "FinePaymentRecorded",
      "SanctionEntryTakenBack",
    ]);
    expect(events.at(-1).takesBack).to.deep.equal([{ id: entryId, type: "FinePaymentRecorded" }]);
    const text = `query ($id: ID!) { timeline(subjects: [$id], last: 1) { nodes { summary summaryVi } } }`;
    const [told] = (await api.ask(text, { id: wrong }, INSPECTOR)).timeline.nodes;
    expect(told.summary).to.equal(
      "An entry made in error was taken back: 2,000,000 đồng were paid on 10 September 2019.",
    );
    expect(told.summaryVi).to.equal("Hủy bỏ mục ghi nhầm: Nộp 2.000.000 đồng ngày 10/9/2019.");
    const [{ finesCollected }] = (await api.ask(CAUSES, {}, INSPECTOR)).enforcementFigures.rows;
    expect(finesCollected.evidence.nodes).to.deep.equal([
      { amount: "2000000", cause: "NEW", occurredOn: "2019-09-10" },
      { amount: "-2000000", cause: "CORRECTED", occurredOn: "2019-09-10" },
      { amount: "2000000", cause: "LATE", occurredOn: "2019-09-10" },
    ]);
  });

  it("is corrected on the day of the fact, and stands as it was at every earlier basis", async () => {
    const id = await decision();
    await act(api, "recordFinePayment", payment(id, "2000000", "2019-09-10", { number: "BL 02" }));
    const then = `P1-${await api.ledger.log.head()}`;
    const entryId = await lastOf(id);
    api.now = "2019-12-02T03:00:00.000Z";
    await act(api, "takeBackSanctionEntry", { sanctionId: id, entryId, reason: "Nhập nhầm" });
    const text = `query ($id: SanctionId!, $asOf: AsOf, $day: LocalDate) { sanction(id: $id, asOf: $asOf, validAt: $day) { fine { collected } } }`;
    const collected = async (more: object): Promise<string> =>
      (await api.ask(text, { id, ...more }, INSPECTOR)).sanction.fine.collected;
    expect(await collected({})).to.equal("0");
    expect(await collected({ day: "2019-09-30" }), "what was true then").to.equal("0");
    expect(await collected({ asOf: { position: then } }), "what was known then").to.equal("2000000");
    expect(await collected({ asOf: { position: then }, day: "2019-09-10" })).to.equal("2000000");
  });

  it("an amendment, or an annulment, frees its number for the paper that really bears it", async () => {
    const [wrong, right] = [await decision(), await decision()];
    const annulment = { ground: "WRONG_PROCEDURE", number: "7", symbol: "QĐ-HBXP", reason: "Sai thủ tục" };
    await act(api, "annulSanction", { sanctionId: wrong, ...annulment });
    expect((await fineOf(wrong)).status).to.equal("ANNULLED");
    expect((await tell(api, "annulSanction", { sanctionId: right, ...annulment })).code).to.equal("NUMBER_TAKEN");
    await act(api, "takeBackSanctionEntry", {
      sanctionId: wrong,
      entryId: await lastOf(wrong),
      reason: "Nhầm quyết định",
    });
    expect((await fineOf(wrong)).status).to.equal("SERVED");
    await act(api, "annulSanction", { sanctionId: right, ...annulment });
    expect((await fineOf(right)).status).to.equal("ANNULLED");
  });

  it("an annulment is not taken back once another decision has decided the same acts", async () => {
    const made = await minutedCase(api, world);
    const sanctionId = await act(api, "issueSanction", decisionOn(world, made));
    await act(api, "annulSanction", { sanctionId, ground: "WRONG_PROCEDURE", reason: "Sai thủ tục" });
    await act(api, "issueSanction", decisionOn(world, made, { replacesId: sanctionId }));
    const taking = { sanctionId, entryId: await lastOf(sanctionId), reason: "Hủy nhầm" };
    expect((await tell(api, "takeBackSanctionEntry", taking)).code).to.equal("SANCTION_ACT_ALREADY_DECIDED");
    const waived = (await eventsOf(made.caseId)).find(({ type }) => type === "ExplanationWaived");
    const rested = { caseId: made.caseId, entryId: waived.id, reason: "Nhầm" };
    expect((await tell(api, "takeBackCaseEntry", rested)).code).to.equal("CASE_HAS_DECISIONS");
    // Something is taken back, for the read model built anew to meet it.
    const seen = await decision();
    await act(api, "takeBackSanctionEntry", { sanctionId: seen, entryId: await lastOf(seen), reason: "Chưa giao" });
    expect((await fineOf(seen)).status).to.equal("SIGNED");
  });

  it("an annulment is not taken back while its case is closed, nor a reopening while a decision stands in the case", async () => {
    const made = await minutedCase(api, world);
    const { caseId } = made;
    const sanctionId = await act(api, "issueSanction", decisionOn(world, made));
    await act(api, "annulSanction", { sanctionId, ground: "WRONG_PROCEDURE", reason: "Sai thủ tục" });
    await act(api, "closeCase", { caseId, ground: "NOT_A_VIOLATION", closedOn: "2019-09-10", reason: "Đúng sự thật" });
    const taking = { sanctionId, entryId: await lastOf(sanctionId), reason: "Hủy nhầm" };
    expect((await tell(api, "takeBackSanctionEntry", taking)).code).to.equal("SANCTION_CASE_CLOSED");
    await act(api, "reopenCase", { caseId, reason: "Chứng cứ mới" });
    await act(api, "takeBackSanctionEntry", taking);
    const reopening = { caseId, entryId: await lastOf(caseId), reason: "Mở nhầm" };
    expect((await tell(api, "takeBackCaseEntry", reopening)).code).to.equal("CASE_HAS_DECISIONS");
  });

  it("that a day was corrected to is not taken back while a later entry bears a day before the former", async () => {
    const { caseId } = await minutedCase(api, world);
    const seizureId = await act(api, "seizeExhibits", {
      ...{
        caseId,
        unitId: world.issuer,
        grounds: "SECURE_EXECUTION",
        minutesNumber: "1/BB-TG",
        decisionNumber: "1/QĐ-TG",
      },
      ...{ seizedOn: "2019-09-09", place: "Kho Sở", custodian: "Lê Văn Kho" },
      lines: [{ title: "Sách Một", copies: 6, condition: "Mới", sealNumber: "NP-01" }],
    });
    await act(api, "correctInventory", { seizureId, seizedOn: "2019-09-06", reason: "Ghi nhầm ngày" });
    const entryId = await lastOf(seizureId);
    const announced = { seizureId, announcedOn: "2019-09-07", medium: "Báo Thanh Hóa" };
    await act(api, "announceUnclaimedExhibits", announced);
    const taking = { seizureId, entryId, reason: "Ngày cũ đúng" };
    expect((await tell(api, "takeBackSeizureEntry", taking)).code).to.equal("ENTRY_RESTED_ON");
    const later = { seizureId, entryId: await lastOf(seizureId), reason: "Nhầm ngày" };
    await act(api, "takeBackSeizureEntry", later);
    await act(api, "takeBackSeizureEntry", taking);
    expect((await tell(api, "announceUnclaimedExhibits", announced)).code).to.equal("EXHIBITS_BEFORE_SEIZURE");
  });

  it("of two visits that were judged, what was judged before stands again, or they may be one", async () => {
    const { health, carded } = world.cast;
    const visit = (subject: string): Promise<string> =>
      api.done("registerVisit", { hostIds: [health], reporterIds: [carded], topic: "HEALTH", subject });
    const [one, other] = [await visit("Hỏi về thuốc"), await visit("Hỏi về vắc xin")];
    const judged = async (visitId: string, otherVisitId: string, verdict: string): Promise<string> => {
      await api.done("judgeVisitDuplicate", { visitId, otherVisitId, verdict, reason: `Đã đối chiếu: ${verdict}` });
      return lastOf(visitId);
    };
    const pairs = async (): Promise<unknown> => {
      const asked = (is: boolean): string => `probableDuplicates(judged: ${is}) { nodes { verdict reason } }`;
      const { open, done } = await api.ask(`{ open: ${asked(false)} done: ${asked(true)} }`);
      return { open: open.nodes.length, done: done.nodes };
    };
    const told = (verdict: string) => ({ verdict, reason: `Đã đối chiếu: ${verdict}` });
    const takeBack = (visitId: string, entryId: string): Promise<string> =>
      api.done("takeBackVisitEntry", { visitId, entryId, reason: "Xem nhầm" });
    const first = await judged(one, other, "DISTINCT");
    api.pass(60_000);
    const second = await judged(other, one, "DUPLICATE");
    expect(await pairs()).to.deep.equal({ open: 0, done: [told("DUPLICATE")] });
    await takeBack(other, second);
    expect(await pairs()).to.deep.equal({ open: 0, done: [told("DISTINCT")] });
    await takeBack(one, first);
    expect(await pairs()).to.deep.equal({ open: 1, done: [] });
  });

  it("in a visit, an inspection, a case and the registers", async () => {
    const { health, carded, agency } = world.cast;
    const visitId = await api.done("registerVisit", {
      ...{ hostIds: [health], reporterIds: [carded], topic: "HEALTH", subject: "Hỏi về thuốc" },
    });
    const status = async (): Promise<string> =>
      (await api.ask(`query ($id: VisitId!) { visit(id: $id) { status } }`, { id: visitId })).visit.status;
    const before = await status();
    await api.done("voidVisit", { visitId, reason: "Nhập nhầm" });
    await api.done("takeBackVisitEntry", { visitId, entryId: await lastOf(visitId), reason: "Hủy nhầm" });
    expect(await status()).to.equal(before);

    const renamed = { agencyId: agency, name: "Báo Khác", effectiveOn: "2019-09-10", legalBasis: "QĐ 1" };
    await api.done("renamePressAgency", renamed);
    const taken = { agencyId: agency, entryId: await lastOf(agency), reason: "Nhầm cơ quan" };
    await api.done("takeBackPressAgencyEntry", taken);
    await api.done("registerPressAgency", {
      ...{ name: "Báo Khác", kinds: ["PRINT"], level: "LOCAL", governingBody: "Tỉnh", registeredOn: "2019-09-10" },
    });
    const [first] = await eventsOf(agency);
    const refused = await api.command("takeBackPressAgencyEntry", { ...taken, entryId: first.id });
    expect(refused.code).to.equal("ENTRY_STAYS");
    const strange = await api.command("takeBackPressAgencyEntry", { ...taken, entryId: await lastOf(visitId) });
    expect(strange.code).to.equal("ENTRY_NOT_FOUND");
  });
});

async function rebuiltIsLive({ folder, ledger: { log, reads } }: Api): Promise<void> {
  expect(await reads.reached(await log.head())).to.equal(true);
  const { events } = await log.readAll({ limit: 10_000 });
  expect(events.some(({ type }) => takesBack(type))).to.equal(true);
  const live = openForWriting(readModelPath(folder));
  const grown = contentHash(live);
  live.close();
  const built = new BetterSqlite3(":memory:");
  createParts(built, PARTS);
  await takeInAll(built, log);
  expect(contentHash(built)).to.equal(grown);
  built.close();
}
