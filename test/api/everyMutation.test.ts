import { expect } from "chai";
import { DUE_KINDS, type DueKind, ENDING_KINDS } from "../../src/domain/due/terms.js";
import { decode } from "../../src/eventstore/codec.js";
import { isToldToPeople } from "../support/sentences.js";
import { readScene } from "../../src/cli/scene/readScene.js";
import { playedScene } from "../cli/playedScene.js";
import { Api, type Json, ledgerSchema } from "../support/api.js";
import { SINCE } from "../support/cast.js";
import {
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  HEAVY,
  minutedCase,
  type MinutedCase,
  payment,
  titleOf,
} from "../support/enforcement.js";
import { giveAllOfOversight } from "../support/oversightExamples.js";
import { decidesOnItsOwnStream } from "../support/ownStream.js";
import { PART_FIELDS, partsSettledIn, SETTLING, settledIn } from "../support/settled.js";
import { notShown } from "../support/shown.js";
import { Spellings } from "../support/spellings.js";
import { INSPECTOR } from "../support/violationCases.js";

const DAY = "2019-09-10";

/**
 * Every mutation of the schema appends an event that the feed of the ledger and the timeline of its record show. The
 * scene sends most of them (test/cli/scene.test.ts looks at those); the others are given here, the least that each needs.
 * None of them asks the read model for its own record.
 */
describe("every mutation", () => {
  let api: Api;
  let world: EnforcementWorld;
  let spellings: Spellings;
  const sent = new Map<string, string>();
  before(async () => {
    spellings = new Spellings(await ledgerSchema());
    api = await Api.open();
    decidesOnItsOwnStream(api.ledger.bus);
    world = await enforcementWorld(api);
  });
  after(() => {
    spellings.end();
    return api.close();
  });

  /** Gives the command as a mutation of this name; its id is that of the name, the first time. */
  async function give(name: string, input: Record<string, unknown>, principal = INSPECTOR): Promise<string> {
    const commandId = api.commandId(sent.has(name) ? undefined : name);
    const id = await api.done(name, { commandId, ...input }, principal);
    if (!sent.has(name)) sent.set(name, commandId);
    return id;
  }
  const keep = (name: string, input: Record<string, unknown>): Promise<string> =>
    give(name, input, { subject: "admin", role: "ADMIN", unitId: null });
  /** Takes back what was entered last of the record. */
  const takeBackLast = async (of: string, field: string, id: string): Promise<string> => {
    const text = `query ($id: ID!) { record(id: $id) { events(first: 1, direction: DESC) { nodes { id } } } }`;
    const [{ id: entryId }] = (await api.ask(text, { id }, INSPECTOR)).record.events.nodes;
    const admin = { subject: "admin", role: "ADMIN", unitId: null } as const;
    return give(`takeBack${of}Entry`, { [field]: id, entryId, reason: "Nhập nhầm hồ sơ" }, admin);
  };
  const issue = async (made: MinutedCase, more: Record<string, unknown> = {}): Promise<string> => {
    const sanctionId = await give("issueSanction", decisionOn(world, made, more));
    await give("serveSanction", { sanctionId, receivedOn: DAY });
    return sanctionId;
  };

  it("of the registers", async () => {
    const { agency: agencyId, carded, uncarded } = world.cast;
    const BASIS = { legalBasis: "QĐ 1" };
    const cut = await keep("splitUnit", {
      fromId: await keep("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Cũ" }, ...SINCE }),
      newUnits: ["Sở A", "Sở B"].map((name) => ({ kind: "DEPARTMENT", name })),
      effectiveOn: DAY,
      legalBasis: "NQ 1",
    });
    await keep("takeBackUnitSuccession", { unitId: cut, reason: "Nhập nhầm" });
    const old = (name: string): Promise<string> =>
      keep("registerUnit", { unit: { kind: "DEPARTMENT", name }, ...SINCE });
    const between = { intoIds: [await old("Sở D"), await old("Sở E")], effectiveOn: DAY, legalBasis: "NQ 2" };
    await keep("splitUnit", { fromId: await old("Sở C"), ...between });
    const person = { name: "Lê Văn An", kind: "OCCASIONAL", agencyId, since: "2018-01-01" };
    const again = await keep("registerReporter", person);
    await keep("mergeReporter", { reporterId: again, intoId: carded, reason: "Nhập hai lần" });
    await keep("takeBackReporterMerger", { reporterId: again, reason: "Hai người trùng tên" });
    const placed = await old("Sở F");
    await keep("placeUnit", { unitId: placed, parentId: await old("Sở G"), effectiveOn: DAY, legalBasis: "QĐ 3" });
    await keep("correctUnitParent", { unitId: placed, from: DAY, reason: "Nhập nhầm" });
    await keep("amendReporter", { reporterId: uncarded, name: "Trần Thị Bính", reason: "Sai dấu" });
    const card = { issue: "2016-2020", issuedOn: "2018-01-01", validTo: "2020-12-31" };
    await keep("recordPressCard", { reporterId: uncarded, number: "IBT 501", ...card });
    const corrected = { number: "IBT 510", ...card };
    await keep("amendPressCard", { reporterId: uncarded, number: "IBT 501", card: corrected, reason: "Sai số" });
    const officeId = await keep("notifyRepresentativeOffice", {
      ...{ agencyId, address: "12 Lê Lợi", headReporterId: carded, startsOn: "2019-11-01", notifiedOn: DAY },
    });
    await keep("acceptRepresentativeOffice", { officeId });
    await keep("changeRepresentativeOfficeHead", { officeId, effectiveOn: "2019-12-01" });
    await keep("closeRepresentativeOffice", { officeId, effectiveOn: "2020-01-01", reason: "Đề nghị" });
    await keep("renamePressAgency", { agencyId, name: "Văn hóa và Đời sống", effectiveOn: DAY, ...BASIS });
    await keep("suspendPressAgency", { agencyId, from: "2019-10-01", until: "2019-10-31", ...BASIS });
    await keep("reinstatePressAgency", { agencyId, effectiveOn: "2019-10-15", ...BASIS });
    const other = await keep("registerPressAgency", {
      ...{ name: "Báo Khác", kinds: ["PRINT"], level: "LOCAL", governingBody: "Hội", registeredOn: "2018-01-01" },
    });
    await keep("mergePressAgency", { agencyId: other, intoId: agencyId, effectiveOn: DAY, ...BASIS });
    await keep("takeBackPressAgencyMerger", { agencyId: other, reason: "Nhập nhầm" });
    await keep("closePressAgency", { agencyId, effectiveOn: "2022-01-01", ...BASIS });
    await takeBackLast("PressAgency", "agencyId", agencyId);
    await keep("amendPressAgency", { agencyId, governingBody: "Hội Nhà báo tỉnh", reason: "Ghi sai" });
    await takeBackLast("Reporter", "reporterId", uncarded);
    const unitId = await old("Sở Chín");
    await keep("amendUnit", { unitId, code: "G01", functions: [], reason: "Ghi sai" });
    await keep("amendUnit", { unitId, name: "Sở Mười", reason: "Ghi sai" });
    await keep("renameUnit", { unitId, name: "Sở Mười Một", effectiveOn: DAY, legalBasis: "QĐ 2" });
    await takeBackLast("Unit", "unitId", unitId);
    await keep("amendRepresentativeOffice", { officeId, address: "21 Lê Lợi", reason: "Ghi sai" });
    await takeBackLast("RepresentativeOffice", "officeId", officeId);
    const met = { hostIds: [world.cast.health], reporterIds: [carded], topic: "HEALTH", subject: "Hỏi về thuốc" };
    const visitId = await keep("registerVisit", met);
    await keep("voidVisit", { visitId, reason: "Nhập nhầm" });
    await takeBackLast("Visit", "visitId", visitId);
    const visit = { reporterIds: [carded], topic: "HEALTH", subject: "Công tác phòng dịch" };
    await give("registerVisit", visit, world.cast.clerkOfHealth);
  });

  it("of spokespersons", async () => {
    const unitId = world.cast.health;
    const of = { unitId, post: "Chánh Văn phòng", document: "QĐ 12/QĐ-SYT", from: DAY };
    const appoint = (role: string, name: string, more = {}): Promise<string> =>
      keep("appointSpokesperson", { ...of, role, name, ...more });
    const spokespersonId = await appoint("REGULAR", "Lê Văn Nam");
    await keep("publishSpokesperson", { spokespersonId, publishedOn: DAY });
    await keep("suspendSpokesperson", { spokespersonId, from: DAY, reason: "Đi học" });
    await keep("resumeSpokesperson", { spokespersonId, from: DAY });
    await takeBackLast("Spokesperson", "spokespersonId", spokespersonId);
    await keep("resumeSpokesperson", { spokespersonId, from: DAY });
    await keep("correctSpokesperson", { spokespersonId, phone: "0237 3852 123", reason: "Thiếu" });
    const byId = await appoint("REGULAR", "Trần Thị Hòa");
    await keep("replaceSpokesperson", { spokespersonId, byId, from: DAY });
    await keep("endSpokesperson", { spokespersonId: byId, endedOn: "2019-09-20", reason: "Nghỉ hưu" });
    await keep("voidSpokesperson", { spokespersonId: byId, reason: "Nhập nhầm" });
  });

  it("of statements, duties to speak, press conferences and units' own rules", async () => {
    const unitId = world.cast.health;
    const at = `${DAY}T01:00:00.000Z`;
    const reason = "Nhập nhầm";
    const spokespersonId = await keep("appointSpokesperson", {
      ...{ unitId, role: "HEAD", name: "Lê Văn Nam", post: "Giám đốc", document: "QĐ 1", from: "2019-01-01" },
    });
    const unitRuleId = await keep("setUnitRule", {
      ...{ unitId, duty: "URGENT_STATEMENT", amount: 12, termUnit: "HOURS", document: "QC 1", from: "2019-01-01" },
    });
    await keep("correctUnitRule", { unitRuleId, amount: 8, reason });
    await takeBackLast("UnitRule", "unitRuleId", unitRuleId);
    await keep("endUnitRule", { unitRuleId, to: "2019-12-31", reason: "Thay thế" });
    const said = { unitId, spokespersonId, madeAt: at, topic: "HEALTH", title: "Dịch bệnh" };
    const statementId = await keep("makeStatement", {
      ...said,
      form: "CORRECTION_REQUEST",
      outletId: world.cast.agency,
    });
    await keep("recordStatementOutcome", { statementId, outcome: "PUBLISHED", on: DAY });
    await takeBackLast("Statement", "statementId", statementId);
    await keep("correctStatement", { statementId, title: "Tình hình dịch bệnh", reason });
    const open = { unitId, trigger: "EVENT", since: `${DAY}T00:00:00.000Z`, what: "Cháy" };
    const statementDutyId = await keep("openStatementDuty", open);
    await keep("correctStatementDuty", { statementDutyId, what: "Cháy chợ", reason });
    await keep("fulfilStatementDuty", { statementDutyId, statementId });
    await keep("reopenStatementDuty", { statementDutyId, reason });
    await keep("setAsideStatementDuty", { statementDutyId, excuse: "Không thuộc phạm vi" });
    await takeBackLast("StatementDuty", "statementDutyId", statementDutyId);
    await keep("voidStatementDuty", { statementDutyId, reason });
    await keep("excusePeriodicDuty", { unitId, duty: "PERIODIC_CONFERENCE", day: DAY, excuse: "Dịch bệnh" });
    await keep("withdrawStatement", { statementId, withdrawnOn: DAY, reason: "Sai số liệu" });
    await keep("voidStatement", { statementId, reason });
    await keep("voidUnitRule", { unitRuleId, reason });
    const about = { unitId, topic: "HEALTH", title: "Công tác y tế", place: "Hội trường", heldAt: at };
    const pressConferenceId = await keep("planPressConference", about);
    await keep("giveConferenceNotice", { pressConferenceId, noticedAt: "2019-09-08T01:00:00.000Z" });
    await keep("holdPressConference", { pressConferenceId, heldAt: at, spokespersonId });
    await keep("correctPressConference", { pressConferenceId, place: "Phòng họp", reason });
    await takeBackLast("PressConference", "pressConferenceId", pressConferenceId);
    await keep("voidPressConference", { pressConferenceId, reason });
    const notice = { ...about, organiser: "Công ty A", noticedAt: "2019-09-09T00:00:00.000Z" };
    const others = await keep("registerConferenceNotice", notice);
    await keep("answerConferenceNotice", { pressConferenceId: others, answer: "AGREED", answeredOn: DAY });
    await keep("cancelPressConference", { pressConferenceId: others, cancelledOn: DAY, reason: "Dừng" });
  });

  it("of staff and training", async () => {
    const unitId = world.cast.health;
    const numbers = { plannedPosts: 1, dedicated: 1, partTime: 0, bachelorOrAbove: 1, college: 0, otherDegree: 0 };
    const taken = { unitId, ...numbers, securityCertificates: 0, trainedWithinYear: 0 };
    const staffSnapshotId = await keep("takeStaffSnapshot", { ...taken, takenOn: DAY });
    const assessed = { assessor: "COMMITTEE", rating: "GOOD", assessedOn: DAY };
    await keep("assessStaff", { staffSnapshotId, ...assessed });
    await takeBackLast("StaffSnapshot", "staffSnapshotId", staffSnapshotId);
    await keep("correctStaffSnapshot", { staffSnapshotId, plannedPosts: 2, reason: "Ghi sót" });
    await keep("voidStaffSnapshot", { staffSnapshotId, reason: "Nhập nhầm" });
    const planned = { title: "Phát ngôn", field: "PRESS_AND_STATEMENTS", plannedFrom: DAY, plannedTo: DAY };
    const trainingCourseId = await keep("planTrainingCourse", { organiserId: unitId, ...planned });
    await keep("holdTrainingCourse", { trainingCourseId, heldFrom: DAY, heldTo: DAY });
    await keep("recordTrainingAttendance", { trainingCourseId, attendance: [{ unitId, people: 3 }] });
    await keep("evaluateTrainingCourse", { trainingCourseId, rating: "GOOD", evaluatedOn: DAY });
    await takeBackLast("TrainingCourse", "trainingCourseId", trainingCourseId);
    await keep("correctTrainingCourse", { trainingCourseId, plannedPlaces: 20, reason: "Ghi sót" });
    const cancelled = await keep("planTrainingCourse", { organiserId: unitId, ...planned });
    await keep("cancelTrainingCourse", { trainingCourseId: cancelled, endedOn: DAY, reason: "Hoãn" });
    await keep("voidTrainingCourse", { trainingCourseId: cancelled, reason: "Nhập nhầm" });
  });

  it("of supervisions", () => giveAllOfOversight({ api, unitId: world.cast.health, keep, takeBackLast }));

  it("of press items", async () => {
    const { health: unitId, agency: agencyId } = world.cast;
    const given = { title: "Thiếu thuốc", medium: "ONLINE", publishedOn: DAY, topic: "HEALTH", agencyId };
    const on = { on: DAY, what: "Làm rõ" };
    const part = async (list: string, id: string): Promise<string> => {
      const asked = `query ($id: PressItemId!) { pressItem(id: $id) { ${list} { ${id} } } }`;
      return ((await api.ask(asked, { id: pressItemId })) as Json).pressItem[list].at(-1)[id] as string;
    };
    const pressItemId = await keep("capturePressItem", given);
    const of = { pressItemId, reason: "Nhầm" };
    const deadline = {
      unitId,
      source: "ASSIGNING_PAPER",
      dueOn: "2019-12-20",
      acknowledgeBy: "2019-12-12",
      paper: "1/UBND",
    };
    const capturedAt = `${DAY}T02:00:00.000Z`;
    await keep("addPressItemAddress", { pressItemId, url: "https://baothanhhoa.vn/1", capturedAt });
    await keep("classifyPressItem", { pressItemId, tone: "ISSUE" });
    await keep("addPressItemClaim", { pressItemId, what: "Nhầm" });
    await keep("withdrawPressItemClaim", { ...of, claimId: await part("claims", "claimId") });
    await keep("addPressItemClaim", { pressItemId, what: "Thiếu thuốc" });
    await keep("assignPressItem", { pressItemId, ...deadline });
    await keep("reassignPressItem", { ...of, ...deadline });
    await keep("extendPressItemDeadline", { ...of, dueOn: "2019-12-31" });
    await keep("acknowledgePressItem", { pressItemId });
    const verdicts = [{ claimId: await part("claims", "claimId"), verdict: "FALSE" }];
    await keep("verifyPressItem", { pressItemId, verifiedOn: DAY, verdicts });
    await keep("correctPressItemVerdicts", { ...of, verdicts: [{ ...verdicts[0], verdict: "PARTLY" }] });
    await keep("remedyPressItem", { pressItemId, ...on });
    await keep("replyToPressItem", { pressItemId, sentOn: DAY, document: "2/SYT", answerBy: "2019-12-20" });
    const answered = { pressItemId, answeredOn: DAY };
    const answer = async (isPublished: boolean): Promise<string> =>
      keep("recordPressItemAnswer", { ...answered, isPublished, requestId: await part("requests", "requestId") });
    await answer(false);
    await keep("requestPressItemCorrection", { pressItemId, sentOn: DAY, document: "3/SYT", conclusion: "1/KL" });
    await answer(true);
    await keep("escalatePressItem", { pressItemId, to: "Cục Báo chí", ...on });
    await keep("closePressItem", { pressItemId, closedOn: DAY });
    await keep("reopenPressItem", { ...of, on: DAY });
    await keep("linkPressItemConsequences", { pressItemId, recordIds: [unitId] });
    await keep("unlinkPressItemConsequences", { ...of, recordIds: [unitId] });
    await keep("joinPressItem", { ...of, headId: await keep("capturePressItem", given) });
    await keep("splitPressItem", of);
    await keep("correctPressItem", { ...of, page: "3" });
    await takeBackLast("PressItem", "pressItemId", pressItemId);
    await keep("voidPressItem", of);
  });

  it("of inspections", async () => {
    const targets = [{ kind: "ORGANISATION", name: "In X" }];
    const what = { title: "Thanh tra in", lead: { unitId: world.issuer }, onSite: { from: DAY, to: "2019-09-20" } };
    await give("planInspection", { plan: "KH 1", kind: "CHECK", ...what, targets });
    await give("planInspection", { plan: "KH 2", kind: "CHECK", ...what });
    const paper = {
      periodExamined: { from: "2018-01-01", to: "2019-06-30" },
      decidedOn: DAY,
      team: [{ name: "Lê Văn An", role: "HEAD" }],
    };
    const decide = (name: string, kind: string, decisionNumber: string, more = {}): Promise<string> =>
      give(name, { kind, ...what, targets, ...paper, decisionNumber, ...more });
    const inspectionId = await decide("decideInspection", "SPECIALISED_INSPECTION", "1/QĐ");
    await give("amendInspection", { inspectionId, title: "Thanh tra in, phát hành", reason: "Thiếu" });
    await give("announceInspection", { inspectionId });
    await give("startFieldwork", { inspectionId });
    await give("extendInspection", { inspectionId, until: "2019-09-30", document: "QĐ 5", reason: "Phức tạp" });
    await give("suspendInspection", { inspectionId, reason: "Thiên tai" });
    await give("resumeInspection", { inspectionId });
    await give("endFieldwork", { inspectionId });
    await give("reportInspection", { inspectionId, summary: "Xong", draftDueOn: "2019-09-16" });
    await give("assignConclusionDraft", { inspectionId, to: "Lê Văn An" });
    await give("draftConclusion", { inspectionId });
    await give("concludeInspection", { inspectionId, number: "9/KL", signedOn: DAY, summary: "Có vi phạm" });
    const asked = { addressee: { unitId: world.cast.health }, what: "Chấn chỉnh", dueOn: "2019-10-01" };
    await give("makeRecommendation", { inspectionId, ...asked });
    const shown = await api.ask(`{ inspectionRecommendations { nodes { id } } }`);
    const [{ id: recommendationId }] = shown.inspectionRecommendations.nodes;
    const progress = { inspectionId, recommendationId, state: "ASSIGNED", assignee: { name: "Phòng Văn hóa" } };
    await give("recordRecommendationProgress", progress);
    const check = await decide("decideInspection", "CHECK", "2/QĐ");
    await give("recordCheckDone", { inspectionId: check, minutes: "BB 3", summary: "Không vi phạm" });
    await give("closeInspection", { inspectionId: check });
    await takeBackLast("Inspection", "inspectionId", check);
    await give("closeInspection", { inspectionId: check });
    await decide("reinspect", "CHECK", "3/QĐ", { reinspectsId: check });
  });

  it("of violation cases", async () => {
    const { cases } = world;
    const opened = async (): Promise<{ caseId: string; partyId: string }> => {
      const caseId = await cases.record();
      const [{ id: partyId }] = (await cases.ask(caseId)).parties;
      const violations = [{ partyId, code: cases.heavy.code, description: "Thông tin sai" }];
      await cases.drawUp(caseId, { violations, explanationStated: false });
      return { caseId, partyId };
    };
    const { caseId, partyId } = await opened();
    const { violations } = await cases.ask(caseId);
    const paper = { madeOn: DAY, madeBy: "Trần Thị Bình", corrects: "Mô tả", reason: "Ghi sót" };
    const act = {
      violationId: violations[0].id,
      partyId,
      code: cases.heavy.code,
      description: "Thông tin sai sự thật",
    };
    await give("addVerificationRecord", { caseId, ...paper, changed: [act] });
    await give("notifyRightToExplain", { caseId, notifiedOn: DAY });
    await give("extendExplanation", { caseId, reason: "Đang thu thập" });
    await give("lengthenMinutesPeriod", { caseId, ground: "COMPLEX_OR_WIDE", reason: "Phạm vi rộng" });
    await give("requestHearing", { caseId, partyId, requestedOn: DAY });
    await give("notifyHearing", { caseId, partyId, notifiedOn: DAY, heldOn: "2019-09-16", place: "Trụ sở Sở" });
    await give("requestVerification", { caseId, what: "Nguồn tin" });
    await give("markComplex", { caseId, reason: "Nhiều tình tiết" });
    await give("waiveExplanation", { caseId, partyId });
    const heard = await opened();
    await give("notifyRightToExplain", { caseId: heard.caseId, notifiedOn: DAY });
    await give("requestHearing", { ...heard, requestedOn: DAY });
    await give("notifyHearing", { ...heard, notifiedOn: DAY, heldOn: "2019-09-16", place: "Trụ sở Sở" });
    await give("submitExplanation", { ...heard, form: "ORAL", submittedOn: DAY, summary: "Do sơ suất" });
    const file = { body: "Công an tỉnh", document: "7/BC", transferredOn: DAY };
    await give("transferToProsecution", { caseId, ...file });
    await give("returnFromProsecution", { caseId, document: "12/QĐ", returnedOn: DAY });
    await give("closeCase", { caseId, ground: "NOT_A_VIOLATION", closedOn: DAY, reason: "Đúng sự thật" });
    await give("reopenCase", { caseId, reason: "Chứng cứ mới" });
    await takeBackLast("Case", "caseId", caseId);
    await give("voidCase", { caseId: await cases.record(), reason: "Nhập trùng" });
  });

  it("of decisions, their fines and complaints", async () => {
    const titles = [titleOf(HEAVY, "Sách Một"), titleOf(HEAVY, "Sách Hai")];
    const remedy = { kind: "REMEDY", remedy: "DESTROY" };
    const sanctionId = await issue(await minutedCase(api, world, titles), { measures: [remedy] });
    const on = { sanctionId };
    const correction = { what: "Sách Mốt", corrected: "Sách Một", reason: "Lỗi đánh máy" };
    await give("correctSanction", { ...on, ...correction });
    const [{ id: measureId }] = (await shownOf(sanctionId)).measures;
    await give("recordSanctionMeasure", { ...on, measureId, state: "DONE", doneOn: DAY });
    await give("publishSanction", { ...on, publishedOn: DAY, medium: "Báo Thanh Hóa" });
    const [{ id: publicationId }] = (await shownOf(sanctionId)).publications;
    await give("takeBackSanctionPublication", { ...on, publicationId, reason: "Ghi nhầm" });
    await give("suspendSanctionExecution", { ...on, from: DAY, reason: "Xét khiếu nại" });
    await give("resumeSanctionExecution", { ...on, from: DAY, reason: "Hết lý do" });
    const lodge = async (): Promise<string> => {
      const lodged = { ...on, stage: "FIRST", lodgedOn: DAY, lodgedBy: "Nguyễn Văn An", grounds: "Có hóa đơn" };
      await give("lodgeComplaint", lodged);
      return (await shownOf(sanctionId)).complaints.at(-1).id;
    };
    const rejection = { ground: "OTHER", rejectedOn: DAY, reason: "Không đủ điều kiện" };
    await give("rejectComplaint", { ...on, complaintId: await lodge(), ...rejection });
    await give("withdrawComplaint", { ...on, complaintId: await lodge(), withdrawnOn: DAY, reason: "Tự nguyện" });
    await give("grantFinePostponement", { ...on, from: DAY, to: "2019-10-10", document: "2" });
    await give("requestFineReduction", { ...on, requestedOn: DAY, requestText: "Khó khăn" });
    await give("refuseFineReduction", { ...on, refusedOn: DAY, document: "3" });
    await give("requestFineReduction", { ...on, requestedOn: DAY, requestText: "Thiên tai" });
    await give("grantFineReduction", { ...on, grantedOn: DAY, document: "4", by: "1000000" });
    await give("requestFineInstalments", { ...on, requestedOn: DAY, requestText: "Khó khăn" });
    await give("refuseFineInstalments", { ...on, refusedOn: DAY, document: "6" });
    await give("recordFineEvasion", { ...on, from: DAY, note: "Bỏ đi khỏi nơi cư trú" });
    await give("recordFineLapse", { ...on, ground: "DEATH", lapsedOn: DAY });
    await takeBackLast("Sanction", "sanctionId", sanctionId);
    const made = await minutedCase(api, world);
    const other = { sanctionId: await issue(made) };
    const circumstances = ["MITIGATING_COOPERATION"];
    const content = (amount: string) => ({
      lines: made.violationIds.map((violationId) => ({ violationId, amount, circumstances })),
    });
    await give("amendSanction", { ...other, ...content("24000000"), reason: "Giảm nhẹ" });
    const complaint = { stage: "FIRST", lodgedOn: DAY, lodgedBy: "Nguyễn Văn An", grounds: "Có hóa đơn" };
    await give("lodgeComplaint", { ...other, ...complaint });
    const complaintOn = { ...other, complaintId: (await shownOf(other.sanctionId)).complaints.at(-1).id };
    await give("acceptComplaint", { ...complaintOn, acceptedOn: DAY });
    const resolution = { result: "AMENDED", resolvedOn: DAY, document: "30/QĐ", reason: "Giảm nhẹ" };
    await give("resolveComplaint", { ...complaintOn, ...resolution, amended: content("22000000") });
    const large = { sanctionId: await issue(await minutedCase(api, world, titles)) };
    const unserved = await give("issueSanction", decisionOn(world, await minutedCase(api, world)));
    await give("recordUnprovenService", { sanctionId: unserved, sentOn: DAY, document: "Phiếu gửi 5" });
    const instalments = ["2019-09-12", "2019-10-12"].map((dueOn) => ({ dueOn, amount: "25000000" }));
    await give("grantFineInstalments", { ...large, document: "5", grantedOn: DAY, instalments });
    await give("recordFinePayment", payment(large.sanctionId, "25000000", DAY, { number: "0001" }));
  });

  it("of exhibits", async () => {
    const made = await minutedCase(api, world);
    const lines = [
      { title: "Sách Một", copies: 600, condition: "Mới", sealNumber: "NP-01" },
      { title: "Sách Hai", copies: 50, condition: "Cũ" },
    ];
    const seize = (minutesNumber: string): Promise<string> =>
      give("seizeExhibits", {
        ...{ caseId: made.caseId, unitId: world.issuer, grounds: "SECURE_EXECUTION", minutesNumber, lines },
        ...{ decisionNumber: minutesNumber, seizedOn: "2019-09-09", place: "Kho Sở", custodian: "Lê Văn Kho" },
      });
    const seizureId = await seize("1/BB");
    const on = { seizureId };
    const linesOf = async (): Promise<string[]> => {
      const text = `query ($id: SeizureId!) { seizure(id: $id) { lines { nodes { id } } } }`;
      return (await api.ask(text, { id: seizureId }, INSPECTOR)).seizure.lines.nodes.map(({ id }: Json) => id);
    };
    const [one = "", two = ""] = await linesOf();
    await give("moveExhibits", { ...on, place: "Kho B", custodian: "Trần Kho", document: "BG-1", movedOn: DAY });
    const present = ["Nguyễn Văn An"];
    const opening = { lineIds: [one], unsealedOn: DAY, minutesNumber: "MNP-1", present, reason: "Kiểm" };
    await give("unsealExhibits", { ...on, ...opening });
    const part = { lineId: one, copies: 100, place: "Kho C", custodian: "Trần Kho", reason: "Tách" };
    await give("splitExhibitLot", { ...on, ...part });
    const [, split = ""] = await linesOf();
    await give("mergeExhibitLots", { ...on, lineId: one, fromLineId: split, reason: "Gộp" });
    const seals = [{ lineId: one, sealNumber: "NP-77" }];
    await give("resealExhibits", { ...on, seals, resealedOn: DAY, minutesNumber: "NP-1", present });
    const missing = { kind: "MISSING", lines: [{ lineId: two, copies: 2 }], minutesNumber: "CL-1", foundOn: DAY };
    await give("recordExhibitDiscrepancy", { ...on, ...missing, reason: "Mất" });
    await give("correctInventory", { ...on, lines: [{ lineId: two, title: "Sách Hai (tập 1)" }], reason: "Ghi sót" });
    await give("correctInventory", { ...on, minutesNumber: "1a/BB", reason: "Ghi sai" });
    const measures = [{ kind: "CONFISCATION", seizureIds: [seizureId] }];
    const sanctionId = await issue(made, { measures });
    const some = { seizureId, sanctionId, lines: [{ lineId: one, copies: 200 }] };
    await give("confiscateExhibits", { ...some, lines: [{ lineId: one, copies: 500 }], confiscatedOn: DAY });
    await give("transferExhibits", { ...some, toBody: "Thư viện tỉnh", document: "BG-2", transferredOn: DAY });
    await give("sellExhibits", { ...some, proceeds: "2500000", document: "ĐG-1", soldOn: DAY });
    const voided = { seizureId: await seize("2/BB"), reason: "Nhập nhầm" };
    await give("voidSeizure", voided);
    await takeBackLast("Seizure", "seizureId", voided.seizureId);
  });

  it("of requests for information", async () => {
    const unitId = world.cast.health;
    const reason = "Nhập nhầm";
    const asked = { unitId, regime: "CITIZEN", askerName: "Nguyễn Văn Dân", channel: "INTERNET", receivedOn: DAY };
    const register = (subject: string): Promise<string> => keep("registerInformationRequest", { ...asked, subject });
    const requestId = await register("Quy hoạch");
    await keep("classifyInformationRequest", { requestId, topic: "LAND", complexity: "COMPLEX" });
    await keep("assignInformationRequest", { requestId, assignedTo: "Văn phòng", assignedOn: DAY });
    await keep("notifyInformationRequestTime", { requestId, noticeOn: DAY });
    await keep("extendInformationRequest", { requestId, extendedOn: DAY, dueOn: "2019-09-30", reason: "Phải tập hợp" });
    const answer = { requestId, answeredOn: DAY, form: "WRITTEN" };
    await keep("answerInformationRequestInPart", { ...answer, remaining: "Bản đồ" });
    await keep("escalateInformationRequest", { requestId, escalatedOn: DAY, reason: "Khó" });
    await keep("answerInformationRequest", answer);
    await keep("closeInformationRequest", { requestId, closedOn: DAY });
    await keep("reopenInformationRequest", { requestId, reopenedOn: DAY, reason: "Thiếu" });
    await keep("forwardInformationRequest", { requestId, toUnitId: world.cast.land, forwardedOn: DAY });
    await keep("takeOverInformationRequest", { requestId, receivedOn: DAY });
    await keep("refuseInformationRequest", { requestId, refusedOn: DAY, ground: "ALREADY_PUBLIC", reason: "Đã đăng" });
    await takeBackLast("InformationRequest", "requestId", requestId);
    const other = await register("Việc khác");
    await keep("correctInformationRequest", { requestId: other, subject: "Việc khác nữa", reason });
    await keep("voidInformationRequest", { requestId: other, reason });
  });

  it("of calendars of what is due", async () => {
    const unitId = world.cast.health;
    await keep("issueUnitCalendar", { unitId, secretHash: "0".repeat(64), purpose: "Văn phòng Sở" });
    const text = `query ($id: UnitId!) { unit(id: $id) { calendars { calendarId } } }`;
    const [{ calendarId }] = (await api.ask(text, { id: unitId }, INSPECTOR)).unit.calendars;
    await keep("withdrawUnitCalendar", { unitId, calendarId });
  });

  it("has been given, here or in the scene, and is shown by the feed and by the timeline", async () => {
    const all = Object.keys((await ledgerSchema()).getMutationType()?.getFields() ?? {});
    const given = new Set([...sent.keys(), ...readScene().map(({ mutation }) => mutation)]);
    expect(all.filter((name) => !given.has(name))).to.deep.equal([]);
    expect(await notShown(api.ledger, sent)).to.deep.equal([]);
  });

  it("settles what it says that it does, here or in the scene; and something settles whatever does not end by itself", async () => {
    const isEnding = (kind: DueKind): boolean => ENDING_KINDS.values.some((one) => one === kind);
    expect([...SETTLING.keys()]).to.have.members(DUE_KINDS.values.filter((kind) => !isEnding(kind)));
    const scene = await playedScene();
    const settled = new Set([...settledIn(api.folder), ...settledIn(scene.folder)]);
    const parts = await Promise.all([
      partsSettledIn(api.folder, api.ledger),
      partsSettledIn(scene.folder, scene.ledger),
    ]);
    await scene.close();
    // That a case is decided is known to the decision, not to the case: test/api/due.test.ts.
    expect([...SETTLING.keys()].filter((kind) => !settled.has(kind))).to.deep.equal(["CASE_DECISION"]);

    // The part that is owed is the one that the step names: so whoever knows what is due can fill it in.
    const ofParts = new Map(parts.flat().map(({ kind }) => [kind, new Set<string>()]));
    for (const { kind, field } of parts.flat()) ofParts.get(kind)?.add(field ?? "none");
    const named = [...PART_FIELDS].filter(([kind, fields]) => fields.length > 0 && settled.has(kind));
    // A payment is of no instalment: it goes to the earliest that is open.
    expect(Object.fromEntries([...ofParts].map(([kind, fields]) => [kind, [...fields]]))).to.deep.equal({
      ...Object.fromEntries(named),
      SANCTION_INSTALMENT: ["none"],
    });
    expect(named).to.have.length(10);
  });

  it("is told by a sentence for people: no code, name of a field, ISO day or bare digits", async () => {
    const { events, atEnd } = await api.ledger.log.readAll({ limit: 10_000 });
    expect(atEnd).to.equal(true);
    for (const event of events) isToldToPeople(decode(event));
  });

  // Of the commands of the scene test/cli/scene.test.ts says that none is wrong.
  it("takes a list that is null, empty or absent for the same body, where it says the same", () => {
    expect(spellings.wrong).to.deep.equal([]);
    const others = readScene().map(({ mutation, input }) => ({ mutation, input: input(String) }));
    expect(spellings.untried(others)).to.deep.equal([]);
  });

  const shownOf = async (id: string): Promise<Json> => {
    const text = `query ($id: SanctionId!) { sanction(id: $id) { measures { id } publications { id } complaints { id } } }`;
    return (await api.ask(text, { id }, INSPECTOR)).sanction;
  };
});
