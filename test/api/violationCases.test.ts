import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { dueOn } from "../../src/domain/kernel/deadline.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, SINCE } from "../support/cast.js";
import { CasePlay, DETECTED, INSPECTOR, MADE, OFFENDER } from "../support/violationCases.js";

const OVERSIGHT: Principal = { subject: "oversight-1", role: "OVERSIGHT", unitId: null };

describe("violation cases through the API", () => {
  let api: Api;
  let world: Cast;
  let play: CasePlay;
  const open = async (): Promise<void> => {
    api = await Api.open();
    world = await cast(api);
    play = new CasePlay(api, world);
  };

  describe("in a ledger that they share", () => {
    before(open);
    after(() => api.close());

    it("go from detection to minutes to a closing, with their deadlines", async () => {
      const id = await play.record();
      const { calendar } = api.ledger.law;
      expect(await play.ask(id)).to.deep.include({
        status: "DETECTED",
        procedure: "WITH_MINUTES",
        handledBy: { name: "Sở Tài nguyên và Môi trường", unit: { id: world.land } },
        minutesDueOn: "2019-09-06",
        minutesOverdue: true,
        decisionDueOn: null,
        decisionOverdue: false,
        sanctions: [],
      });
      expect((await play.drawUp(id)).__typename).to.equal("ViolationCaseChanged");
      const due = dueOn(api.ledger.law.deadline("DECISION", MADE).term, MADE, calendar);
      expect(await play.ask(id, INSPECTOR, { on: due })).to.deep.include({
        status: "MINUTES_MADE",
        minutesOverdue: false,
        decisionDueOn: due,
        decisionOverdue: false,
      });
      const later = await play.ask(id, INSPECTOR, { on: "2022-01-01" });
      expect(later).to.deep.include({ decisionOverdue: true });
      expect(later.violations[0]).to.deep.include({ code: play.light.code, copies: 40, isTimeBarred: true });
      expect(later.violations[0].law.key).to.equal(play.light.code);
      const closing = { caseId: id, ground: "NOT_A_VIOLATION", closedOn: "2019-09-10", reason: "Có hóa đơn" };
      await api.done("closeCase", closing, INSPECTOR);
      const closed = await play.ask(id, INSPECTOR, { on: "2022-01-01" });
      expect(closed).to.deep.include({ status: "CLOSED", decisionOverdue: false });
      expect(closed.closed).to.deep.equal({ ground: "NOT_A_VIOLATION", on: "2019-09-10", reason: "Có hóa đơn" });
      await api.done("reopenCase", { caseId: id, reason: "Hóa đơn giả" }, INSPECTOR);
      expect((await play.ask(id)).status).to.equal("MINUTES_MADE");
    });

    it("give the right to explain by the frame, with the last day as notified", async () => {
      const id = await play.record();
      const [party] = (await play.ask(id)).parties;
      const act = { partyId: party.id, code: play.heavy.code, description: "Thông tin sai" };
      await play.drawUp(id, { violations: [act] });
      const opened = await play.ask(id, INSPECTOR, { on: "2019-12-31" });
      const { calendar } = api.ledger.law;
      const due = dueOn(api.ledger.law.deadline("EXPLANATION_WRITTEN", MADE).term, MADE, calendar);
      expect(opened.status).to.equal("EXPLANATION_OPEN");
      expect(opened.explanation).to.deep.equal({
        state: "OPEN",
        dueOn: due,
        parties: [{ id: party.id }],
        answers: [],
        overdue: true,
      });
      await api.done("extendExplanation", { caseId: id, reason: "Đang thu thập chứng từ" }, INSPECTOR);
      const extension = api.ledger.law.deadline("EXPLANATION_WRITTEN_EXTENSION", MADE).term;
      expect((await play.ask(id)).explanation.dueOn).to.equal(dueOn(extension, due, calendar));
      const answer = { form: "WRITTEN", submittedOn: "2019-09-10", summary: "Mua lại" };
      await api.done("submitExplanation", { caseId: id, partyId: party.id, ...answer }, INSPECTOR);
      const explained = await play.ask(id);
      expect(explained).to.deep.include({ status: "EXPLAINED" });
      expect(explained.explanation.answers).to.deep.equal([{ form: "WRITTEN", summary: "Mua lại" }]);
      const term = api.ledger.law.deadline("DECISION_EXPLAINED", MADE).term;
      expect(explained.decisionDueOn).to.equal(dueOn(term, MADE, calendar));
    });

    it("keep their minutes as they were; what was verified is told beside them, and as of before it is not", async () => {
      const id = await play.record();
      const drawn = await play.drawUp(id);
      const [violation] = (await play.ask(id)).violations;
      const changed = [
        {
          violationId: violation.id,
          partyId: violation.party.id,
          code: violation.code,
          actEndedOn: DETECTED,
          title: "Sách Một",
          copies: 41,
          description: "Không có hóa đơn",
        },
      ];
      const paper = { madeOn: "2019-09-09", madeBy: "Trần Thị Bình", corrects: "Số bản", reason: "Đếm lại" };
      await api.done("addVerificationRecord", { caseId: id, ...paper, changed }, INSPECTOR);
      const now = await play.ask(id);
      expect(now.minutes.violations).to.deep.equal([{ copies: 40 }]);
      expect(now.verifications).to.deep.equal([{ corrects: "Số bản", violations: [{ copies: 41 }] }]);
      expect(now.violations.map((one: Json) => one.copies)).to.deep.equal([41]);
      const then = await play.ask(id, INSPECTOR, { asOf: { position: drawn.position } });
      expect([then.violations[0].copies, then.verifications]).to.deep.equal([40, []]);
    });

    it("are judged by the law of the day of the act, and by the band of copies", async () => {
      const id = await play.record();
      const [party] = (await play.ask(id)).parties;
      const { code, copies } = play.banded;
      const act = { partyId: party.id, code, actEndedOn: DETECTED, title: "Sách Một", description: "x" };
      const over = await play.drawUp(id, { violations: [{ ...act, copies: (copies?.to ?? 0) + 1 }] });
      expect(over).to.deep.include({
        __typename: "RuleRefused",
        code: "VIOLATION_COPIES_OUTSIDE_BAND",
        path: ["violations", "0", "copies"],
      });
      expect(over.message).to.contain(String(copies?.to));
      const later = api.ledger.law.violations("2021-06-01").find((rule) => rule.validFrom > DETECTED);
      const unborn = await play.drawUp(id, { violations: [{ ...act, code: later?.code }] });
      expect(unborn).to.include({ code: "VIOLATION_CODE_NOT_IN_FORCE" });
      expect((await play.drawUp(id, { violations: [{ ...act, copies: copies?.from }] })).__typename).to.equal(
        "ViolationCaseChanged",
      );
    });

    it("show persons, and what is told of them, only to those who may read the names of offenders", async () => {
      const id = await play.record();
      await play.drawUp(id, { offenderSigned: false, refusalReason: `${OFFENDER} không đồng ý`, witness: "Lê Văn Tư" });
      for (const principal of [INSPECTOR, OFFICER, OVERSIGHT]) {
        const full = await play.ask(id, principal);
        expect(full.parties[0]).to.deep.include({ name: OFFENDER, idNumberEnd: "789", address: "12 Lê Lợi" });
        expect(full.detected).to.contain(OFFENDER);
      }
      for (const principal of [ANALYST, world.clerkOfHealth]) {
        const masked = await play.ask(id, principal);
        expect(masked.parties[0]).to.deep.include({ name: "N••• V••• A•••", idNumberEnd: null, address: null });
        expect(JSON.stringify(masked)).to.not.match(/Nguyễn|Lê Văn Tư|Lê Lợi|hóa đơn/);
        expect(masked.violations[0].copies).to.equal(40);
      }
      const company = await play.record({ parties: [{ kind: "ORGANISATION", name: "Công ty Sách" }] });
      expect((await play.ask(company, ANALYST)).parties[0].name).to.equal("Công ty Sách");
    });

    it("are not for the public", async () => {
      const id = await play.record();
      const asked = [
        await play.askAsAny(id, null),
        await play.askAsAny(id, { ...ANALYST, role: "PUBLIC" }),
        await api.tryAsk(`{ violationCases { nodes { id } } }`, {}, null),
      ];
      expect(asked.map(({ errors }) => errors[0]?.code)).to.deep.equal([
        "UNAUTHENTICATED",
        "FORBIDDEN",
        "UNAUTHENTICATED",
      ]);
      const node = `query ($id: ID!) { node(id: $id) { id } }`;
      expect((await api.ask(node, { id }, null)).node).to.equal(null);
      expect((await api.ask(node, { id }, ANALYST)).node).to.deep.equal({ id });
    });

    it("are kept by inspectors alone", async () => {
      for (const principal of [OFFICER, world.clerkOfHealth, OVERSIGHT, ANALYST]) {
        const refused = await api.command("recordViolationCase", play.recordInput(), principal);
        expect(refused).to.include({ __typename: "NotAllowed", code: "NOT_ALLOWED" });
      }
      const admin = { ...INSPECTOR, role: "ADMIN" } as const;
      expect((await api.command("recordViolationCase", play.recordInput(), admin)).__typename).to.equal(
        "ViolationCaseChanged",
      );
    });

    it("may be entered once, however often they are sent", async () => {
      const commandId = api.commandId();
      const first = await api.command("recordViolationCase", play.recordInput({ commandId }), INSPECTOR);
      const again = await api.command("recordViolationCase", play.recordInput({ commandId }), INSPECTOR);
      expect([again.entity.id, again.replayed]).to.deep.equal([first.entity.id, true]);
      const other = await api.command(
        "recordViolationCase",
        play.recordInput({ commandId, detected: "Khác" }),
        INSPECTOR,
      );
      expect(other).to.include({ code: "COMMAND_ID_REUSED" });
    });

    it("are dealt with on the spot when a warning will do", async () => {
      const rule = play.ruleWhere(({ warningAllowed, copies }) => warningAllowed && !copies);
      const violations = [{ party: 0, code: rule.code, actEndedOn: DETECTED, description: "x" }];
      const id = await play.record({ procedure: "ON_THE_SPOT", violations });
      expect(await play.ask(id)).to.deep.include({ minutesDueOn: null, minutesOverdue: false, decisionDueOn: null });
      const strange = play.recordInput({ procedure: "ON_THE_SPOT", violations: [{ ...violations[0], party: 1 }] });
      expect(await api.command("recordViolationCase", strange, INSPECTOR)).to.deep.include({
        code: "VIOLATION_OF_STRANGER",
        path: ["violations", "0", "party"],
      });
      const dear = play.recordInput({
        procedure: "ON_THE_SPOT",
        violations: [{ ...violations[0], code: play.heavy.code }],
      });
      expect(await api.command("recordViolationCase", dear, INSPECTOR)).to.include({
        code: "ON_THE_SPOT_FINE_TOO_HIGH",
      });
    });

    it("are void when entered in error", async () => {
      const id = await play.record();
      await api.done("voidCase", { caseId: id, reason: "Nhập trùng" }, INSPECTOR);
      expect((await play.ask(id)).status).to.equal("VOIDED");
      expect(await play.drawUp(id)).to.include({ code: "CASE_STATUS_FORBIDS" });
    });

    it("are taken up by a unit that lived on the day of detection", async () => {
      const young = { unit: { kind: "DEPARTMENT", name: "Sở Mới" }, ...SINCE, effectiveOn: "2019-09-05" };
      const unitId = await api.done("registerUnit", young);
      const refused = await api.command("recordViolationCase", play.recordInput({ unitId }), INSPECTOR);
      expect(refused).to.deep.include({ code: "UNIT_NOT_YET_STARTED", path: ["unitId"] });
    });
  });

  describe("in a ledger of their own", () => {
    beforeEach(open);
    afterEach(() => api.close());

    it("do not begin in a unit that is no more", async () => {
      await api.done("abolishUnit", { unitId: world.land, legalBasis: "NQ 1", effectiveOn: "2019-09-01" });
      const refused = await api.command("recordViolationCase", play.recordInput(), INSPECTOR);
      expect(refused).to.deep.include({ code: "UNIT_ENDED", path: ["unitId"] });
    });

    it("go to another unit, to the investigating body and back, and count the days away", async () => {
      const id = await play.record();
      await play.drawUp(id);
      const transfer = { caseId: id, toUnitId: world.health, transferredOn: "2019-09-09", reason: "Vượt thẩm quyền" };
      await api.done("transferCase", transfer, INSPECTOR);
      const file = { caseId: id, body: "Công an tỉnh", document: "7/BC", transferredOn: "2019-09-10" };
      await api.done("transferToProsecution", file, INSPECTOR);
      expect(await play.drawUp(id)).to.include({ code: "CASE_STATUS_FORBIDS" });
      api.now = "2019-10-10T03:00:00.000Z";
      await api.done("returnFromProsecution", { caseId: id, document: "12/QĐ", returnedOn: "2019-10-10" }, INSPECTOR);
      const back = await play.ask(id);
      expect(back).to.deep.include({ status: "MINUTES_MADE", pausedDays: 30 });
      expect(back.transfers).to.deep.equal([{ to: { name: "Sở Y tế" }, reason: "Vượt thẩm quyền" }]);
      const term = api.ledger.law.deadline("DECISION_TRANSFERRED", MADE).term;
      expect(back.decisionDueOn > dueOn(term, MADE, api.ledger.law.calendar)).to.equal(true);
    });

    it("say what may be done next, by whom", async () => {
      const id = await play.record();
      const NEXT = `query ($id: ViolationCaseId!) {
        violationCase(id: $id) { nextSteps { mutation allowed refusal { code } } } }`;
      const next = async (principal: Principal): Promise<Map<string, Json>> => {
        const { violationCase } = await api.ask(NEXT, { id }, principal);
        return new Map(violationCase.nextSteps.map((step: Json) => [step.mutation, step]));
      };
      const inspectors = await next(INSPECTOR);
      expect(inspectors.get("drawUpMinutes")).to.include({ allowed: true, refusal: null });
      expect(inspectors.get("submitExplanation").allowed).to.equal(false);
      const officers = await next(OFFICER);
      expect([...officers.values()].map(({ refusal }) => refusal?.code)).to.include("NOT_ALLOWED");
      expect(officers.get("drawUpMinutes").allowed).to.equal(false);
    });

    it("tell of each act what may be fined for it, before anything is decided", async () => {
      const id = await play.record();
      await play.drawUp(id);
      const FINING = `query ($id: ViolationCaseId!, $post: SignerPost, $circumstances: [Circumstance!], $laterCode: String) {
        violationCase(id: $id) { violations {
          fining(on: "2019-09-10", post: $post, circumstances: $circumstances, laterCode: $laterCode) {
            field rule { code } frame { min max } bounds { min max includesEnds usual } power { post extent } atMost beyond { code } } } } }`;
      const fining = async (more: object = {}): Promise<Json> =>
        (await api.ask(FINING, { id, ...more }, INSPECTOR)).violationCase.violations[0].fining;
      const { code, field, fine, basis } = play.light;
      const factor = basis === "ORGANISATION" ? 2n : 1n;
      const [min, max] = [BigInt(fine?.min ?? 0) / factor, BigInt(fine?.max ?? 0) / factor];
      const average = String((min + max) / 2n);
      expect(await fining()).to.deep.equal({
        ...{ field, rule: { code }, frame: { min: String(min), max: String(max) } },
        bounds: { min: average, max: average, includesEnds: true, usual: average },
        ...{ power: null, atMost: null, beyond: null },
      });
      const chair = api.ledger.law.power("PROVINCE_CHAIR", field, "2019-09-10");
      expect(await fining({ post: "PROVINCE_CHAIR" })).to.deep.include({
        power: { post: "PROVINCE_CHAIR", extent: "UP_TO" },
        ...{ atMost: chair?.extent === "UP_TO" ? chair.maxIndividual : null, beyond: null },
      });
      const { bounds } = await fining({ circumstances: ["MITIGATING_COOPERATION"] });
      expect(bounds).to.include({ min: String(min), max: average });
      expect(await fining({ laterCode: "0.0.0" })).to.include({ field, rule: null, frame: null, bounds: null });
      // A household business is fined as a person is: an inspector's own power does not reach this far.
      expect((await fining({ post: "INSPECTOR" })).beyond?.code).to.be.oneOf([
        "SANCTION_BEYOND_POWER",
        "SANCTION_SIGNER_WITHOUT_POWER",
        "SANCTION_POWER_UNKNOWN",
      ]);
    });

    it("are listed page after page, by filter", async () => {
      const first = await play.record({ detectedOn: DETECTED });
      const second = await play.record({
        detectedOn: "2019-09-05",
        parties: [{ kind: "ORGANISATION", name: "Công ty Sách" }],
      });
      const third = await play.record({ detectedOn: "2019-09-06", unitId: world.health });
      await play.drawUp(first);
      const LIST = `query ($after: String, $filter: ViolationCaseFilter) {
        violationCases(first: 2, after: $after, filter: $filter) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const list = async (variables: object): Promise<Json> =>
        (await api.ask(LIST, variables as Record<string, unknown>, INSPECTOR)).violationCases;
      const page = await list({});
      expect(page.nodes).to.deep.equal([{ id: third }, { id: second }]);
      const next = await list({ after: page.pageInfo.endCursor });
      expect([next.nodes, next.pageInfo.hasNextPage]).to.deep.equal([[{ id: first }], false]);
      const found = async (filter: object): Promise<string[]> =>
        (await list({ filter })).nodes.map((node: Json) => node.id);
      expect(await found({ unitId: world.health })).to.deep.equal([third]);
      expect(await found({ partyKinds: ["ORGANISATION"] })).to.deep.equal([second]);
      expect(await found({ statuses: ["MINUTES_MADE"] })).to.deep.equal([first]);
      expect(await found({ violationCode: play.light.code })).to.deep.equal([first]);
      expect(await found({ detectedFrom: "2019-09-05", detectedTo: "2019-09-05" })).to.deep.equal([second]);
      expect(await found({ decisionOverdueOn: "2019-09-10" })).to.deep.equal([]);
      expect(await found({ decisionOverdueOn: "2020-01-01" })).to.deep.equal([first]);
    });
  });
});
