import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, walkIn } from "../support/cast.js";

describe("what may be done next about a record", () => {
  let api: Api;
  let world: Cast;

  before(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  after(() => api.close());

  async function nextSteps(id: string, principal: Principal, on?: string): Promise<Map<string, Json>> {
    const { visit } = await api.ask(
      `query ($id: VisitId!, $on: LocalDate) { visit(id: $id) { nextSteps(on: $on) {
         mutation allowed words { vi en } refusal { code message messageVi }
       } } }`,
      { id, on },
      principal,
    );
    return new Map(visit.nextSteps.map((step: Json) => [step.mutation, step]));
  }

  it("is each step with its words, and the refusal that would come of those that may not be taken", async () => {
    const id = await api.done("registerVisit", walkIn(world));
    const steps = await nextSteps(id, OFFICER);
    const allowed = [...steps.values()].filter((step) => step.allowed).map((step) => step.mutation);
    expect(allowed).to.have.members([
      "declineVisit",
      "redirectVisit",
      "checkDocuments",
      "amendVisit",
      "judgeVisitDuplicate",
      "voidVisit",
      "linkPressItem",
      "reportObstacle",
      "takeBackVisitEntry",
    ]);
    expect(steps.get("checkDocuments")).to.deep.include({
      words: { vi: "kiểm tra giấy tờ của phóng viên", en: "check the visitors' documents" },
      refusal: null,
    });
    const outcome = await api.command("recordVisitOutcome", {
      visitId: id,
      outcome: { answerForm: "ORAL", summary: "Đã trả lời" },
    });
    const { code, message, messageVi } = steps.get("recordVisitOutcome").refusal;
    expect({ code, message, messageVi }).to.deep.equal({
      code: outcome.code,
      message: outcome.message,
      messageVi: outcome.messageVi,
    });
  });

  it("names, in words, the step that leads to the state that is needed", async () => {
    const id = await api.done("registerVisit", walkIn(world));
    const { refusal } = (await nextSteps(id, OFFICER)).get("closeVisit");
    expect(refusal).to.include({
      code: "VISIT_STATUS_FORBIDS",
      messageVi:
        "Lượt tác nghiệp đã đến, chưa kiểm tra giấy tờ nên không làm được việc này. " +
        "Việc tiếp theo: kiểm tra giấy tờ của phóng viên.",
    });
    expect(refusal.message).to.match(/ Next: check the visitors' documents\.$/);
  });

  it("is told of units, which stand in one stream, and of press agencies: what ended is not to be ended again", async () => {
    const refused = async (text: string, id: string): Promise<Map<string, string | null>> => {
      const { nextSteps: steps } = (await api.ask(text, { id })).record;
      return new Map(steps.map((step: Json) => [step.mutation, step.refusal?.code ?? null]));
    };
    const steps = "nextSteps { mutation refusal { code } }";
    const ofUnit = `query ($id: UnitId!) { record: unit(id: $id) { ${steps} } }`;
    const since = { legalBasis: "QĐ 1", effectiveOn: "2018-01-01" };
    const functions = ["INSPECTION"];
    const unitId = await api.done("registerUnit", {
      unit: { kind: "DEPARTMENT", name: "Sở Nội chính", functions },
      ...since,
    });
    const open = {
      ...{ renameUnit: null, placeUnit: null, correctUnitParent: null, mergeUnits: null, splitUnit: null },
      ...{ abolishUnit: null, moveUnitFunction: null, amendUnit: null, takeBackUnitEntry: null },
    };
    const calendars = { issueUnitCalendar: null, withdrawUnitCalendar: "CALENDAR_NOT_FOUND" };
    const standing = { ...open, ...calendars, takeBackUnitSuccession: "UNIT_HAS_NO_SUCCESSOR" };
    expect(Object.fromEntries(await refused(ofUnit, unitId))).to.deep.equal(standing);
    await api.done("abolishUnit", { unitId, legalBasis: "QĐ 2", effectiveOn: "2019-09-10" });
    const ended = { ...standing, splitUnit: "UNIT_ENDED", abolishUnit: "UNIT_ENDED" };
    expect(Object.fromEntries(await refused(ofUnit, unitId))).to.deep.equal(ended);

    const ofAgency = `query ($id: PressAgencyId!) { record: pressAgency(id: $id) { ${steps} } }`;
    const known = await refused(ofAgency, world.agency);
    expect(known.get("reinstatePressAgency")).to.equal("PRESS_AGENCY_NOT_SUSPENDED");
    expect(known.get("suspendPressAgency")).to.equal(null);
  });

  it("is told of entries of the register too, those that have states and those that have none", async () => {
    const person = { name: "Phạm Thị Dung", kind: "OCCASIONAL", agencyId: world.agency, since: "2018-06-01" };
    const reporterId = await api.done("registerReporter", person);
    const notice = { agencyId: world.agency, address: "12 Lê Lợi", notifiedOn: "2019-09-10", startsOn: "2019-09-25" };
    const officeId = await api.done("notifyRepresentativeOffice", { ...notice, headReporterId: reporterId });
    const { representativeOffice } = await api.ask(
      `query ($id: RepresentativeOfficeId!) { representativeOffice(id: $id) { nextSteps { mutation allowed refusal { messageVi } } } }`,
      { id: officeId },
    );
    const allowed = representativeOffice.nextSteps.filter((step: Json) => step.allowed);
    expect(allowed.map(({ mutation }: Json) => mutation)).to.have.members([
      "acceptRepresentativeOffice",
      "rejectRepresentativeOffice",
      "amendRepresentativeOffice",
      "takeBackRepresentativeOfficeEntry",
    ]);
    const close = representativeOffice.nextSteps.find((step: Json) => step.mutation === "closeRepresentativeOffice");
    expect(close.refusal.messageVi).to.equal(
      "Văn phòng đại diện đã thông báo, đang xem xét nên không làm được việc này. " +
        "Việc tiếp theo: xác nhận văn phòng đại diện đủ điều kiện.",
    );

    const codes = async (): Promise<Set<string | undefined>> => {
      const query = `query ($id: ReporterId!) { reporter(id: $id) { nextSteps { refusal { code } } } }`;
      const { reporter } = await api.ask(query, { id: reporterId });
      return new Set(reporter.nextSteps.map((step: Json) => step.refusal?.code));
    };
    expect([...(await codes())]).to.have.members([undefined, "REPORTER_NOT_MERGED", "REPORTER_HAS_NO_PRESS_CARD"]);
    await api.done("mergeReporter", { reporterId, intoId: world.uncarded, reason: "Trùng" });
    expect([...(await codes())]).to.have.members(["REPORTER_IS_DUPLICATE", undefined]);
  });

  it("offers what is done about a press card to whoever has one, be it by a duplicate", async () => {
    const person = { name: "Ngô Văn Tám", kind: "OCCASIONAL", agencyId: world.agency, since: "2018-06-01" };
    const card = { number: "IBT 00808", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" };
    const reporterId = await api.done("registerReporter", person);
    const duplicateId = await api.done("registerReporter", { ...person, kind: "CARD_HOLDER", card });
    const codes = async (): Promise<readonly (string | undefined)[]> => {
      const query = `query ($id: ReporterId!) { reporter(id: $id) { nextSteps { mutation refusal { code } } } }`;
      const { reporter } = await api.ask(query, { id: reporterId });
      const told = new Map<string, string | undefined>(
        reporter.nextSteps.map((step: Json) => [step.mutation, step.refusal?.code]),
      );
      return ["recordPressCard", "amendPressCard", "recordPressCardWithdrawal"].map((step) => told.get(step));
    };
    const none = "REPORTER_HAS_NO_PRESS_CARD";
    expect(await codes()).to.deep.equal([undefined, none, none]);
    const withdrawal = { reporterId, number: card.number, withdrawnOn: "2019-08-01", legalBasis: "QĐ 1/QĐ-BTTTT" };
    expect((await api.command("recordPressCardWithdrawal", withdrawal)).code).to.equal(none);
    await api.done("mergeReporter", { reporterId: duplicateId, intoId: reporterId, reason: "Nhập hai lần" });
    expect(await codes()).to.deep.equal([undefined, undefined, undefined]);
    await api.done("recordPressCardWithdrawal", withdrawal);
  });

  it("offers no step that has nothing to act on", async () => {
    const id = await api.done("capturePressItem", {
      ...{ title: "Thiếu thuốc", medium: "PRINT", publishedOn: "2019-09-01", topic: "HEALTH", agencyId: world.agency },
    });
    const codes = async (): Promise<Record<string, string | undefined>> => {
      const query = `query ($id: PressItemId!) { pressItem(id: $id) { nextSteps { mutation refusal { code } } } }`;
      const { pressItem } = await api.ask(query, { id });
      return Object.fromEntries(pressItem.nextSteps.map((step: Json) => [step.mutation, step.refusal?.code]));
    };
    expect(await codes()).to.include({
      withdrawPressItemClaim: "PRESS_ITEM_CLAIM_NOT_FOUND",
      correctPressItemVerdicts: "PRESS_ITEM_CLAIM_LEFT_OUT",
      unlinkPressItemConsequences: "PRESS_ITEM_CONSEQUENCE_NOT_LINKED",
      linkPressItemConsequences: undefined,
    });
    await api.done("classifyPressItem", { pressItemId: id, tone: "ISSUE", claims: ["Thiếu thuốc"] });
    const visitId = await api.done("registerVisit", walkIn(world));
    await api.done("linkPressItemConsequences", { pressItemId: id, recordIds: [visitId] });
    expect(await codes()).to.include({
      withdrawPressItemClaim: undefined,
      correctPressItemVerdicts: "PRESS_ITEM_CLAIM_LEFT_OUT",
      unlinkPressItemConsequences: undefined,
    });
  });

  it("is nothing for who may only read, and for a clerk of another unit", async () => {
    const id = await api.done("registerVisit", walkIn(world));
    const codes = async (principal: Principal): Promise<Set<string>> =>
      new Set([...(await nextSteps(id, principal)).values()].map((step) => step.refusal?.code));
    expect([...(await codes(ANALYST))]).to.deep.equal(["NOT_ALLOWED"]);
    const elsewhere = { ...world.clerkOfHealth, unitId: world.land.replace("Unit:", "") };
    expect([...(await codes(elsewhere))]).to.deep.equal(["NOT_YOUR_UNIT"]);
  });

  it("is asked of a day: an appointment is missed once its time has come", async () => {
    const id = await api.done("registerVisit", walkIn(world, { appointmentAt: "2019-09-12T02:00:00.000Z" }));
    expect((await nextSteps(id, OFFICER)).get("recordNoShow").refusal.code).to.equal("APPOINTMENT_NOT_YET_DUE");
    expect((await nextSteps(id, OFFICER, "2019-09-12")).get("recordNoShow").allowed).to.equal(true);
  });
});

describe("the vocabulary", () => {
  let api: Api;
  before(async () => (api = await Api.open()));
  after(() => api.close());

  it("has the words of terms, records, steps, fields and refusals in both languages", async () => {
    const { vocabulary } = await api.ask(
      `{ vocabulary(termLists: ["VisitTopic"], recordTypes: ["Visit"]) {
           terms { name terms { value words { vi en } } }
           records { type words { vi } steps { mutation words { vi } begins from { value }
             fields { name shape required max most least multiline recordType words { vi en } choices { name }
               fields { name } } } }
           refusals { value words { vi en } } } }`,
    );
    expect(vocabulary.terms).to.have.length(1);
    expect(vocabulary.terms[0].terms[0]).to.deep.equal({ value: "LAND", words: { vi: "đất đai", en: "land" } });
    const [visits] = vocabulary.records;
    const register = visits.steps.find((step: Json) => step.mutation === "registerVisit");
    expect(register).to.include({ begins: true });
    const hosts = register.fields.find((field: Json) => field.name === "hostIds");
    // A clerk may leave them out.
    expect(hosts).to.deep.include({ shape: "REFS", required: false, recordType: "Unit", most: 20, least: 1 });
    const reporters = register.fields.find((field: Json) => field.name === "reporterIds");
    expect(reporters).to.deep.include({ shape: "REFS", required: true, recordType: "Reporter", most: 30, least: 1 });
    const documents = register.fields.find((field: Json) => field.name === "documents");
    expect(documents.fields.map((field: Json) => field.name)).to.include("validTo");
  });

  it("tells of each step what it does to its record, and whose role may", async () => {
    const { vocabulary } = await api.ask(
      `{ vocabulary(termLists: ["StepKind"]) { terms { terms { value words { vi en } } } records { type steps { mutation kind roles } } } }`,
    );
    const steps = new Map<string, Json>(
      vocabulary.records.flatMap(({ steps: all }: Json) => all.map((step: Json) => [step.mutation, step])),
    );
    const kinds = (...mutations: readonly string[]): readonly string[] => mutations.map((one) => steps.get(one).kind);
    expect(kinds("registerVisit", "mergeUnits", "decideInspection")).to.deep.equal(Array(3).fill("BEGINS"));
    expect(kinds("amendVisit", "amendReporter", "correctStatement")).to.deep.equal(Array(3).fill("CORRECTS"));
    expect(kinds("amendPressCard", "correctInventory"), "of a part").to.deep.equal(Array(2).fill("CORRECTS"));
    expect(kinds("voidVisit", "voidCase", "voidInspection")).to.deep.equal(Array(3).fill("VOIDS"));
    expect(kinds("takeBackVisitEntry", "takeBackCaseEntry", "takeBackReporterMerger", "splitPressItem")).to.deep.equal(
      Array(4).fill("TAKES_BACK"),
    );
    // What is left out there does not stay, or does something else.
    expect(kinds("judgeVisitDuplicate", "suspendInspection", "changeRepresentativeOfficeHead")).to.deep.equal(
      Array(3).fill("GOES_ON"),
    );
    // A decision that corrects or amends another is an act of its own: the record was right before.
    expect(kinds("correctSanction", "amendSanction", "annulSanction")).to.deep.equal(Array(3).fill("GOES_ON"));
    expect(steps.get("registerReporter").roles).to.have.members(["CLERK", "PRESS_OFFICER", "ADMIN"]);
    expect(steps.get("registerUnit").roles).to.have.members(["PRESS_OFFICER", "ADMIN"]);
    expect(vocabulary.terms[0].terms).to.deep.include({
      value: "CORRECTS",
      words: { vi: "đính chính", en: "corrects it" },
    });
  });

  it("has the words of what types show, of records and of figures", async () => {
    const { vocabulary } = await api.ask(
      `{ vocabulary(termLists: [], recordTypes: [], typeNames: ["Visit", "EnforcementFigureRow"]) {
           records { type } types { type fields { name words { vi en } } } } }`,
    );
    expect(vocabulary.records).to.deep.equal([]);
    expect(vocabulary.types.map(({ type }: Json) => type)).to.deep.equal(["EnforcementFigureRow", "Visit"]);
    const [figures, visits] = vocabulary.types.map(
      ({ fields }: Json) => new Map<string, Json>(fields.map(({ name, words }: Json) => [name, words])),
    );
    expect(figures.get("finesDecided")).to.deep.equal({ vi: "tiền phạt đã quyết định", en: "fines decided" });
    expect(visits.get("subject")).to.deep.equal({ vi: "nội dung làm việc", en: "subject" });
  });

  it("leaves open in a refusal's words what the refusal names", async () => {
    const { vocabulary } = await api.ask(`{ vocabulary { refusals { value words { vi en } } } }`);
    const byCode = new Map<string, Json>(vocabulary.refusals.map((one: Json) => [one.value, one.words]));
    expect(byCode.get("LETTER_NOT_VALID").vi).to.equal("Giấy giới thiệu không có giá trị ngày ….");
    for (const [code, { vi, en }] of byCode) {
      expect(vi, code)
        .to.match(/\p{L}/u)
        .and.not.match(/\b(undefined|NaN|null)\b/);
      expect(en, code)
        .to.match(/\p{L}/u)
        .and.not.match(/\b(undefined|NaN|null)\b/);
    }
  });
});
