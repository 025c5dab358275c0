import type { Database } from "better-sqlite3";
import { expect } from "chai";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { takeInAll } from "../../src/projections/readModel/rebuild.js";
import type { Principal } from "../../src/commands/job.js";
import { Api, type Json } from "../support/api.js";
import { walkIn } from "../support/cast.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  HEAVY,
  minutedCase,
  payment,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR, OFFENDER } from "../support/violationCases.js";

const DUE = `query ($filter: DueFilter, $on: LocalDate, $asOf: AsOf, $first: Int, $after: String) {
  due(filter: $filter, on: $on, asOf: $asOf, first: $first, after: $after) {
    totalCount { value } pageInfo { endCursor hasNextPage } basis { position today moment }
    nodes { id kind what { vi en } recordId record { id __typename } partId unit { id } units { id } since by byMoment
      isByTheHour rule { key } dueIn isOverdue overdueWorkingDays timesMoved } } }`;

interface Asked {
  readonly filter?: Record<string, unknown>;
  readonly on?: string;
  readonly asOf?: Record<string, unknown>;
}

describe("what is due", () => {
  let api: Api;
  let world: EnforcementWorld;
  beforeEach(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  afterEach(() => api.close());

  const page = async (asked: object = {}): Promise<Json> =>
    (await api.ask(DUE, { first: 100, ...asked }, INSPECTOR)).due;
  const ask = async (asked: Asked = {}): Promise<Json[]> => (await page(asked)).nodes;
  const line = ({ kind, by, rule }: Json): string => [kind, by, rule?.key].filter(Boolean).join(" ");
  /** `KIND by rule` of what a record owes. */
  const told = async (recordId: string, { filter, ...asked }: Asked = {}): Promise<string[]> =>
    (await ask({ ...asked, filter: { recordId, ...filter } })).map(line);
  const issued = async (more: object = {}): Promise<string> =>
    act(api, "issueSanction", { ...decisionOn(world, await minutedCase(api, world)), ...more });

  describe("in enforcement", () => {
    it("is told of a case from its detection to its decision, and then of the decision to its last đồng", async () => {
      const caseId = await world.cases.record({ parties: [{ kind: "HOUSEHOLD_BUSINESS", name: OFFENDER }] });
      const detected = (await page()).basis;
      // Two working days from Wednesday 4 September 2019.
      expect(await told(caseId)).to.deep.equal(["CASE_MINUTES 2019-09-06 MINUTES"]);
      const [{ id: partyId }] = (await world.cases.ask(caseId)).parties;
      await world.cases.drawUp(caseId, { violations: [{ partyId, ...titleOf(HEAVY, "Sách Một") }] });
      const awaited = ["CASE_DECISION 2019-09-13 DECISION", "CASE_LIMITATION 2021-09-04 LIMITATION_PUBLISHING"];
      expect(await told(caseId)).to.deep.equal(["CASE_EXPLANATION 2019-09-11 EXPLANATION_WRITTEN", ...awaited]);
      // Nobody is late with a right that has run out.
      expect(await told(caseId, { on: "2019-09-12" })).to.deep.equal(awaited);
      // The same days as the case itself shows.
      expect(await world.cases.ask(caseId)).to.deep.include({ decisionDueOn: "2019-09-13" });
      const violationIds = (await world.cases.ask(caseId)).violations.map(({ id }: Json) => id);
      await act(api, "waiveExplanation", { caseId, partyId });
      expect(await told(caseId)).to.deep.equal(awaited);

      const id = await act(api, "issueSanction", decisionOn(world, { caseId, partyId, violationIds }));
      expect(await told(caseId)).to.deep.equal([]);
      const limitation = "SANCTION_LIMITATION 2020-09-10 EXECUTION_LIMITATION";
      expect(await told(id)).to.deep.equal(["SANCTION_SENDING 2019-09-12 SENDING", limitation]);
      await act(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" });
      expect(await told(id)).to.deep.equal(["SANCTION_PAYMENT 2019-09-20 EXECUTION", limitation]);
      await act(api, "recordFinePayment", payment(id, "25000000", "2019-09-10", { number: "0001" }));
      expect(await told(id)).to.deep.equal([]);
      // As of then it is as it was then.
      expect(await told(caseId, { asOf: { position: detected.position } })).to.deep.equal([
        "CASE_MINUTES 2019-09-06 MINUTES",
      ]);
    });

    it("names the steps after which it is owed no more, of its record and of one to begin, as whoever asks may take them", async () => {
      const ANALYST = { subject: "analyst-1", role: "ANALYST", unitId: null } as const;
      const text = `query ($id: ID!) { due(filter: { recordId: $id }) { nodes { kind settledBy {
        mutation allowed words { en } refusal { code } } } } }`;
      const steps = async (id: string, principal: Principal = INSPECTOR): Promise<string[]> =>
        (await api.ask(text, { id }, principal)).due.nodes.flatMap(({ kind, settledBy }: Json) =>
          settledBy.map(
            ({ mutation, allowed, refusal }: Json) => `${kind}: ${mutation} ${allowed ? "allowed" : refusal.code}`,
          ),
        );
      const caseId = await world.cases.record();
      expect(await steps(caseId)).to.deep.equal(["CASE_MINUTES: drawUpMinutes allowed"]);
      expect(await steps(caseId, ANALYST)).to.deep.equal(["CASE_MINUTES: drawUpMinutes NOT_ALLOWED"]);
      const minuted = await minutedCase(api, world);
      // The limitation and the time to explain end by themselves.
      expect(await steps(minuted.caseId)).to.deep.equal(["CASE_DECISION: issueSanction allowed"]);
      expect(await steps(minuted.caseId, ANALYST)).to.deep.equal(["CASE_DECISION: issueSanction NOT_ALLOWED"]);
      // Of what is owed of a part the step has a field that takes it.
      const partOf = `query ($id: ID!) { due(filter: { recordId: $id, kinds: [CASE_DECISION] }) { nodes { partId } }
        vocabulary { records { steps { mutation partField } } } }`;
      const { due, vocabulary } = await api.ask(partOf, { id: minuted.caseId }, INSPECTOR);
      expect(due.nodes).to.deep.equal([{ partId: minuted.partyId }]);
      const fields: Json[] = vocabulary.records.flatMap((one: Json) => one.steps);
      expect(fields.find(({ mutation }) => mutation === "issueSanction")?.partField).to.equal("partyId");
      const id = await act(api, "issueSanction", decisionOn(world, minuted));
      expect(await steps(id)).to.deep.equal(["SANCTION_SENDING: serveSanction allowed"]);
    });

    it("is owed again when the decision is annulled, and nothing of what is void", async () => {
      const minuted = await minutedCase(api, world);
      const id = await act(api, "issueSanction", decisionOn(world, minuted));
      expect(await told(minuted.caseId)).to.deep.equal([]);
      const annulment = { ground: "WRONG_PROCEDURE", reason: "Sai thủ tục" };
      await act(api, "annulSanction", { sanctionId: id, ...annulment });
      expect(await told(id)).to.deep.equal([]);
      expect((await told(minuted.caseId))[0]).to.equal("CASE_DECISION 2019-09-13 DECISION");
      const other = await world.cases.record();
      await act(api, "voidCase", { caseId: other, reason: "Nhập nhầm" });
      expect(await told(other)).to.deep.equal([]);
    });

    it("is overdue by working days, over Tết too", async () => {
      const id = await issued();
      api.now = "2020-01-10T03:00:00.000Z";
      await act(api, "serveSanction", { sanctionId: id, receivedOn: "2020-01-10" });
      const [due] = await ask({ filter: { recordId: id, kinds: ["SANCTION_PAYMENT"] }, on: "2020-02-03" });
      // Tết 2020: off from Thursday 23 January to Wednesday 29; worked are 21, 22, 30, 31 January and 3 February.
      expect(due).to.deep.include({ by: "2020-01-20", isOverdue: true, dueIn: -14, overdueWorkingDays: 5 });
      const inTime = await ask({ filter: { recordId: id, kinds: ["SANCTION_PAYMENT"] }, on: "2020-01-20" });
      expect(inTime[0]).to.deep.include({ isOverdue: false, dueIn: 0, overdueWorkingDays: 0 });
      expect(await told(id, { filter: { overdueOnly: true }, on: "2020-01-20" })).to.deep.equal([]);
      expect(await told(id, { filter: { overdueOnly: true }, on: "2020-01-21" })).to.deep.equal([
        "SANCTION_PAYMENT 2020-01-20 EXECUTION",
      ]);
    });

    it("is told of complaints: their acceptance, and their resolution as notified", async () => {
      const id = await issued();
      await act(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" });
      const kinds = ["COMPLAINT_ACCEPTANCE", "COMPLAINT_RESOLUTION"];
      const lodged = {
        stage: "FIRST",
        lodgedOn: "2019-09-10",
        lodgedBy: OFFENDER,
        grounds: `${OFFENDER} không đồng ý`,
      };
      await act(api, "lodgeComplaint", { sanctionId: id, ...lodged });
      expect(await told(id, { filter: { kinds } })).to.deep.equal([
        "COMPLAINT_ACCEPTANCE 2019-09-20 COMPLAINT_ACCEPTANCE",
      ]);
      const [{ partId: complaintId }] = await ask({ filter: { recordId: id, kinds } });
      await act(api, "acceptComplaint", { sanctionId: id, complaintId, acceptedOn: "2019-09-10" });
      expect(await told(id, { filter: { kinds } })).to.deep.equal([
        "COMPLAINT_RESOLUTION 2019-10-10 COMPLAINT_FIRST_RESOLUTION",
      ]);
      // Not a name in all of it, for whoever may read records.
      const all = JSON.stringify(await api.ask(DUE, { first: 100 }));
      expect(all).not.to.contain(OFFENDER);
    });

    it("is the end of custody of exhibits, which an extension moves", async () => {
      const { caseId } = await minutedCase(api, world);
      const lines = [{ title: "Sách Một", copies: 10, condition: "Mới" }];
      const papers = { grounds: "VERIFICATION", minutesNumber: "1/BB", decisionNumber: "2/QĐ" };
      const kept = { place: "Kho Sở", custodian: "Nguyễn Thị Thủ", seizedOn: "2019-09-09", lines };
      const id = await act(api, "seizeExhibits", { caseId, unitId: world.issuer, ...papers, ...kept });
      expect(await told(id)).to.deep.equal(["SEIZURE_CUSTODY 2019-09-16 SEIZURE"]);
      const extended = {
        extension: "ORDINARY",
        decisionNumber: "3/QĐ",
        extendedOn: "2019-09-10",
        reason: "Cần xác minh",
      };
      await act(api, "extendSeizure", { seizureId: id, ...extended });
      const [due] = await ask({ filter: { recordId: id } });
      expect(line(due)).to.equal("SEIZURE_CUSTODY 2019-10-09 SEIZURE_EXTENSION");
      expect(due).to.deep.include({ timesMoved: 1, since: "2019-09-09" });
    });
  });

  describe("of units", () => {
    const promise = { what: "Số liệu tiêm chủng", dueOn: "2019-09-20" };
    const promised = async (hostIds: readonly string[]): Promise<string> => {
      const { cast } = world;
      const shown = [{ reporterId: cast.carded, kind: "PRESS_CARD", number: "IBT 00123" }];
      const id = await api.done("registerVisit", walkIn(cast, { hostIds, documents: shown }));
      await api.done("startVisitSession", { visitId: id });
      await api.done("recordVisitOutcome", { visitId: id, outcome: { answerForm: "ORAL", summary: "Đã trả lời" } });
      await api.done("promiseInformation", { visitId: id, ...promise });
      return id;
    };

    it("is information promised in a visit, by each host, until it is given", async () => {
      const { health, land, clerkOfHealth } = world.cast;
      const id = await promised([health, land]);
      for (const unitId of [health, land]) {
        const [due] = (await api.ask(DUE, { first: 10, filter: { unitId } }, clerkOfHealth)).due.nodes;
        expect(due).to.deep.include({ kind: "PROMISED_INFORMATION", by: "2019-09-20", rule: null, recordId: id });
        expect(due.units).to.deep.equal([{ id: health }, { id: land }]);
        expect(due.record).to.deep.equal({ id, __typename: "Visit" });
      }
      // Once, of two hosts.
      const { nodes, totalCount } = await page({ filter: { kinds: ["PROMISED_INFORMATION"] } });
      expect([nodes.length, totalCount.value]).to.deep.equal([1, 1]);
      expect(await told(id, { filter: { withinDays: 9 } })).to.deep.equal([]);
      expect(await told(id, { filter: { withinDays: 10 } })).to.deep.equal(["PROMISED_INFORMATION 2019-09-20"]);
      const [{ partId: promiseId }] = nodes;
      await api.done("fulfilPromise", { visitId: id, promiseId, how: "Gửi thư" });
      expect(await told(id)).to.deep.equal([]);
    });

    it("follows mergers from their day on, once for what two that are one now owe together", async () => {
      const { health, land } = world.cast;
      const id = await promised([health, land]);
      const merged = { fromIds: [health], intoId: land, effectiveOn: "2019-09-15", legalBasis: "NQ 1" };
      await api.done("mergeUnits", merged);
      expect(await told(id, { filter: { unitId: land }, on: "2019-09-14" })).to.have.length(1);
      const after = await ask({ filter: { recordId: id, unitId: health }, on: "2019-09-15" });
      expect(after.map(({ unit, units }) => ({ unit, units }))).to.deep.equal([
        { unit: { id: land }, units: [{ id: land }] },
      ]);
    });

    it("is nobody's whose records may not be read", async () => {
      const { errors } = await api.tryAsk(DUE, { first: 1 }, null);
      expect(errors.map(({ code }) => code)).to.deep.equal(["UNAUTHENTICATED"]);
    });
  });

  describe("of papers and agencies", () => {
    it("is when a card runs out, until a later one is there, and a letter, without a number or a name", async () => {
      const { uncarded, agency, carded } = world.cast;
      expect(await told(carded)).to.deep.equal(["PRESS_CARD_ENDS 2020-12-31"]);
      const card = { number: "IBT 00777", issue: "2021-2025", issuedOn: "2019-09-10", validTo: "2025-12-31" };
      await api.done("recordPressCard", { reporterId: carded, ...card });
      expect(await told(carded)).to.deep.equal(["PRESS_CARD_ENDS 2025-12-31"]);
      const letter = { number: "12/GGT", agencyId: agency, issuedOn: "2019-09-09", validTo: "2019-09-30" };
      await api.done("recordIntroductionLetter", {
        ...{ reporterId: uncarded, ...letter, unitIds: [world.cast.health], content: "Phòng dịch" },
      });
      const [due] = await ask({ filter: { recordId: uncarded } });
      expect(line(due)).to.equal("INTRODUCTION_LETTER_ENDS 2019-09-30");
      expect(JSON.stringify(due)).not.to.match(/12\/GGT|Bình/);
      expect(await told(uncarded, { on: "2019-09-30" })).to.have.length(1);
      expect(await told(uncarded, { on: "2019-10-01" })).to.deep.equal([]);
    });

    it("is when a suspension ends, unless it was lifted", async () => {
      const agencyId = world.cast.agency;
      const basis = { legalBasis: "Quyết định 5" };
      await api.done("suspendPressAgency", { agencyId, from: "2019-09-10", until: "2019-10-31", ...basis });
      expect(await told(agencyId)).to.deep.equal(["AGENCY_SUSPENSION_ENDS 2019-10-31"]);
      await api.done("reinstatePressAgency", { agencyId, effectiveOn: "2019-09-12", ...basis });
      expect(await told(agencyId)).to.deep.equal([]);
    });
  });

  describe("by the hour", () => {
    const assigned = async (deadline: object): Promise<string> => {
      const { agency, health } = world.cast;
      const item = { title: "Bệnh viện quá tải", medium: "ONLINE", topic: "HEALTH", publishedOn: "2019-11-08" };
      const pressItemId = await api.done("capturePressItem", { ...item, agencyId: agency, unitIds: [health] });
      await api.done("classifyPressItem", { pressItemId, tone: "ISSUE" });
      await api.done("assignPressItem", { pressItemId, unitId: health, ...deadline });
      return pressItemId;
    };
    const kinds = ["PRESS_ITEM_HANDLING"];
    /** Whether it is overdue, and whether it is among what is. */
    const isOverdue = async (recordId: string, asked: Asked = {}): Promise<readonly boolean[]> => {
      const [due] = await ask({ ...asked, filter: { recordId, kinds } });
      const only = await ask({ ...asked, filter: { recordId, kinds, overdueOnly: true } });
      return [due.isOverdue, only.length === 1];
    };

    it("is overdue from the moment on, though its day has not ended; by the day, from the day's end", async () => {
      // 24 hours from nine in the morning of Friday 8 November 2019: to Saturday, nine o'clock.
      api.now = "2019-11-08T02:00:00.000Z";
      const urgent = await assigned({ source: "URGENT" });
      const byTheDay = await assigned({ source: "ASSIGNING_PAPER", dueOn: "2019-11-09", paper: "7/UBND-VX" });
      const { byMoment, by, isByTheHour } = (await ask({ filter: { recordId: urgent, kinds } }))[0] as Json;
      expect([byMoment, by, isByTheHour]).to.deep.equal(["2019-11-09T02:00:00.000Z", "2019-11-09", true]);

      const then: Record<string, readonly boolean[]> = {};
      for (const now of ["2019-11-09T02:00:00.000Z", "2019-11-09T02:00:00.001Z", "2019-11-09T16:59:59.999Z"]) {
        api.now = now;
        const [late] = await isOverdue(urgent);
        expect(await isOverdue(urgent)).to.deep.equal([late, late]);
        then[now] = [late as boolean, (await isOverdue(byTheDay))[0] as boolean];
      }
      expect(then).to.deep.equal({
        "2019-11-09T02:00:00.000Z": [false, false],
        "2019-11-09T02:00:00.001Z": [true, false],
        "2019-11-09T16:59:59.999Z": [true, false],
      });
      // Not by a whole working day yet.
      const [told] = await ask({ filter: { recordId: urgent, kinds } });
      expect(told).to.deep.include({ dueIn: 0, overdueWorkingDays: 0 });
      api.now = "2019-11-09T17:00:00.000Z";
      expect([await isOverdue(urgent), await isOverdue(byTheDay)]).to.deep.equal([
        [true, true],
        [true, true],
      ]);
    });

    it("of a day that has passed is judged at its end, of a day to come too, as a duty to speak is; the unit's board likewise", async () => {
      api.now = "2019-11-08T02:00:00.000Z";
      const urgent = await assigned({ source: "URGENT" });
      const { basis } = await page();
      const onDays = async (): Promise<readonly (boolean | undefined)[]> =>
        Promise.all(["2019-11-08", "2019-11-09"].map(async (on) => (await isOverdue(urgent, { on }))[0]));
      expect(await onDays()).to.deep.equal([false, true]);
      api.now = "2019-11-20T02:00:00.000Z";
      expect(await onDays()).to.deep.equal([false, true]);
      expect(await isOverdue(urgent, { asOf: { endOf: "2019-11-08" } })).to.deep.equal([false, false]);
      expect(await isOverdue(urgent, { asOf: { endOf: "2019-11-09" } })).to.deep.equal([true, true]);
      // A basis of that day that was given back is judged at its end.
      const again = { position: basis.position, today: "2019-11-08" };
      expect(await isOverdue(urgent, { asOf: again })).to.deep.equal([false, false]);
      const board = async (on: string): Promise<Json[]> =>
        (
          await api.ask(
            `query ($unitId: UnitId!, $on: LocalDate) {
              unitBoard(unitId: $unitId, period: { from: "2019-11-01", to: "2019-11-30" }, on: $on) {
                due { nodes { recordId kind isOverdue } } } }`,
            { unitId: world.cast.health, on },
            INSPECTOR,
          )
        ).unitBoard.due.nodes.filter(({ kind }: Json) => kind === kinds[0]);
      expect(await board("2019-11-08")).to.deep.equal([{ recordId: urgent, kind: kinds[0], isOverdue: false }]);
      expect(await board("2019-11-09")).to.deep.equal([{ recordId: urgent, kind: kinds[0], isOverdue: true }]);
    });

    it("has the same answer for the same basis, whatever time it has become", async () => {
      api.now = "2019-11-08T02:00:00.000Z";
      const urgent = await assigned({ source: "URGENT" });
      const judged = async (asOf: Record<string, unknown>): Promise<boolean | undefined> =>
        (await isOverdue(urgent, { asOf }))[0];
      // The last event was recorded an hour before the moment at which it is asked.
      const at = { time: "2019-11-09T01:00:00.000Z" };
      for (const now of ["2019-11-09T01:30:00.000Z", "2019-11-09T03:00:00.000Z", "2019-12-01T00:00:00.000Z"]) {
        api.now = now;
        expect(await judged(at), now).to.equal(false);
        expect(await judged({ time: "2019-11-09T02:00:00.001Z" }), now).to.equal(now > "2019-11-09T02");
        const { basis } = await page({ asOf: at });
        expect(basis).to.deep.include({ moment: at.time, today: "2019-11-09" });
        expect(await judged({ position: basis.position }), "as the last event was recorded").to.equal(false);
        expect(await judged(basis), "given back").to.equal(false);
        expect(await judged({ ...basis, moment: "2019-11-09T02:00:00.001Z" })).to.equal(true);
        expect(await judged({ position: basis.position, today: "2019-11-09" }), "at the day's end").to.equal(true);
      }
      const wrong = { first: 1, asOf: { moment: "2019-11-09T02:00:00.000Z", today: "2019-11-08" } };
      const { errors } = await api.tryAsk(DUE, wrong, INSPECTOR);
      expect(errors.map(({ code }) => code)).to.deep.equal(["BAD_USER_INPUT"]);
    });
  });

  it("is paged in one order, whether a day stands in the row or the law tells it", async () => {
    for (let nth = 0; nth < 3; nth++) await world.cases.record();
    await minutedCase(api, world);
    await issued();
    const all = await ask();
    expect(all.map(({ byMoment }) => byMoment)).to.deep.equal(all.map(({ byMoment }) => byMoment as string).sort());
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await page({ first: 2, after });
      seen.push(...nodes.map(({ id }: Json) => id as string));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).to.deep.equal(all.map(({ id }) => id));
    expect((await page({ first: 1 })).totalCount.value).to.equal(all.length);
  });

  it("is the same when the read model is built anew, also after what was taken back", async () => {
    const { uncarded, agency } = world.cast;
    const letter = { agencyId: agency, validTo: "2019-09-30", unitIds: [world.cast.health], content: "Phòng dịch" };
    for (const [number, issuedOn] of [
      ["12/GGT", "2019-09-09"],
      ["13/GGT", "2019-09-10"],
    ] as const) {
      await api.done("recordIntroductionLetter", { reporterId: uncarded, number, issuedOn, ...letter });
    }
    const id = await issued();
    await act(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" });
    await act(api, "recordFinePayment", payment(id, "5000000", "2019-09-10", { number: "0001" }));
    const takeBack = async (kind: string, field: string, of: string, type: string): Promise<unknown> => {
      const text = `query ($id: ID!) { record(id: $id) { events(first: 20, direction: DESC) { nodes { id type } } } }`;
      const { nodes } = (await api.ask(text, { id: of }, INSPECTOR)).record.events;
      const { id: entryId } = nodes.find((one: Json) => one.type === type);
      const admin = { subject: "admin", role: "ADMIN", unitId: null } as const;
      return api.done(`takeBack${kind}Entry`, { [field]: of, entryId, reason: "Nhập nhầm" }, admin);
    };
    // A state that was read from its table has none of the letters that stand apart.
    await api.reopen();
    await takeBack("Reporter", "reporterId", uncarded, "IntroductionLetterRecorded");
    const [letterLeft, ...others] = await ask({ filter: { recordId: uncarded } });
    expect([letterLeft.since, others]).to.deep.equal(["2019-09-09", []]);
    await takeBack("Sanction", "sanctionId", id, "FinePaymentRecorded");
    await takeBack("Sanction", "sanctionId", id, "SanctionServed");
    expect((await told(id))[0]).to.equal("SANCTION_SENDING 2019-09-12 SENDING");

    const rows = (db: Database): unknown[] => db.prepare("SELECT * FROM due ORDER BY 1, 2, 3, 4, 5, 6").all();
    const live = new BetterSqlite3(readModelPath(api.folder), { readonly: true });
    const anew = new BetterSqlite3(":memory:");
    createParts(anew, PARTS);
    await takeInAll(anew, api.ledger.log);
    expect(rows(live)).to.deep.equal(rows(anew)).and.not.be.empty;
    live.close();
    anew.close();
  });
});
