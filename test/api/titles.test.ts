import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { RECORD_KINDS, type RecordKind } from "../../src/domain/kernel/fields.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { SINCE, walkIn } from "../support/cast.js";
import { act, decisionOn, enforcementWorld, type EnforcementWorld, minutedCase } from "../support/enforcement.js";
import { INSPECTOR, OFFENDER } from "../support/violationCases.js";

const DAY = "2019-09-13";
const ADMIN: Principal = { subject: "admin", role: "ADMIN", unitId: null };
const OVERSIGHT: Principal = { subject: "board", role: "OVERSIGHT", unitId: null };
const PUBLIC: Principal = { subject: "reader", role: "PUBLIC", unitId: null };
/** Stands wherever somebody may write freely. */
const TOLD = `Của ông ${OFFENDER}`;
const ASKER = "Phạm Thị Dân";

describe("what a record is called", () => {
  let api: Api;
  let world: EnforcementWorld;
  const ids = new Map<RecordKind, string>();
  const keep = (name: string, input: Record<string, unknown>): Promise<string> => api.done(name, input, ADMIN);

  before(async () => {
    api = await Api.open(`${DAY}T03:00:00.000Z`);
    world = await enforcementWorld(api);
    const { health: unitId, agency: agencyId, carded } = world.cast;
    ids.set("Unit", unitId).set("PressAgency", agencyId).set("Reporter", carded);
    ids.set("Visit", await keep("registerVisit", walkIn(world.cast)));
    await ofProceedings();
    ids.set(
      "RepresentativeOffice",
      await keep("notifyRepresentativeOffice", {
        ...{ agencyId, address: "12 Lê Lợi", headReporterId: carded, startsOn: "2019-11-01", notifiedOn: DAY },
      }),
    );
    await ofSpeaking(unitId);
    ids.set("Oversight", await keep("programmeOversight", supervision(unitId)));
    const asked = { unitId, regime: "CITIZEN", askerName: ASKER, channel: "INTERNET", receivedOn: DAY };
    ids.set("InformationRequest", await keep("registerInformationRequest", { ...asked, subject: "Quy hoạch" }));
    const published = { title: "Thiếu thuốc", medium: "ONLINE", publishedOn: DAY, topic: "HEALTH", agencyId };
    ids.set("PressItem", await keep("capturePressItem", published));
    const people = { plannedPosts: 1, dedicated: 1, partTime: 0, bachelorOrAbove: 1, college: 0, otherDegree: 0 };
    const taken = { unitId, ...people, securityCertificates: 0, trainedWithinYear: 0, takenOn: DAY };
    ids.set("StaffSnapshot", await keep("takeStaffSnapshot", taken));
    const course = { title: "Kỹ năng phát ngôn", field: "PRESS_AND_STATEMENTS", plannedFrom: DAY, plannedTo: DAY };
    ids.set("TrainingCourse", await keep("planTrainingCourse", { organiserId: unitId, ...course }));
  });
  after(() => api.close());

  const supervision = (unitId: string): Record<string, unknown> => ({
    ...{ title: "Giám sát việc phát ngôn", committee: "Ban Văn hóa – Xã hội", matters: ["STATEMENTS"] },
    supervisedIds: [unitId],
  });

  async function ofProceedings(): Promise<void> {
    ids.set(
      "Inspection",
      await act(api, "decideInspection", {
        ...{ kind: "CHECK", title: `Kiểm tra nhà sách ${OFFENDER}`, decisionNumber: "1/QĐ" },
        ...{ decidedOn: DAY, onSite: { from: DAY, to: DAY }, lead: { unitId: world.issuer } },
        periodExamined: { from: "2019-01-01", to: "2019-08-31" },
        targets: [{ kind: "HOUSEHOLD_BUSINESS", name: OFFENDER }],
        team: [{ name: "Trần Thị Bình", role: "HEAD" }],
      }),
    );
    const minuted = await minutedCase(api, world, undefined, { kind: "INDIVIDUAL", name: OFFENDER });
    ids.set("ViolationCase", minuted.caseId);
    ids.set("Sanction", await act(api, "issueSanction", decisionOn(world, minuted)));
    const of = { caseId: minuted.caseId, unitId: world.issuer, grounds: "SECURE_EXECUTION", seizedOn: DAY };
    const papers = { minutesNumber: "01/BB-TG", decisionNumber: "1/QĐ-TG", place: TOLD, custodian: OFFENDER };
    const lines = [{ title: "Sách Một", copies: 600, condition: "Mới" }];
    ids.set("Seizure", await act(api, "seizeExhibits", { ...of, ...papers, lines }));
  }

  async function ofSpeaking(unitId: string): Promise<void> {
    const at = `${DAY}T01:00:00.000Z`;
    const head = { role: "HEAD", name: "Lê Văn Nam", post: "Giám đốc", document: "QĐ 1", from: "2019-01-01" };
    const spokespersonId = await keep("appointSpokesperson", { unitId, ...head });
    ids.set("Spokesperson", spokespersonId);
    const rule = { duty: "URGENT_STATEMENT", amount: 12, termUnit: "HOURS", document: "QC 1", from: "2019-01-01" };
    ids.set("UnitRule", await keep("setUnitRule", { unitId, ...rule }));
    const said = { unitId, spokespersonId, madeAt: at, topic: "HEALTH", title: "Tình hình dịch bệnh" };
    ids.set("Statement", await keep("makeStatement", { ...said, form: "INTERVIEW" }));
    const duty = { unitId, trigger: "EVENT", since: `${DAY}T00:00:00.000Z`, what: "Cháy chợ", topic: "SECURITY" };
    ids.set("StatementDuty", await keep("openStatementDuty", duty));
    const about = { unitId, topic: "HEALTH", title: "Công tác y tế", place: "Hội trường", heldAt: at };
    ids.set("PressConference", await keep("planPressConference", about));
  }

  async function titlesFor(principal: Principal | null): Promise<Map<RecordKind, string | undefined>> {
    const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { title } }`;
    const { nodes } = await api.ask(text, { ids: [...ids.values()] }, principal);
    return new Map([...ids.keys()].map((kind, index) => [kind, nodes[index]?.title as string | undefined]));
  }

  const FOR_ALL: Readonly<Record<RecordKind, string | RegExp>> = {
    Unit: "Sở Y tế",
    PressAgency: "Báo Thanh Hóa",
    RepresentativeOffice: "Văn phòng đại diện Báo Thanh Hóa",
    Reporter: "Lê Văn An",
    Visit: "Công tác phòng dịch",
    Inspection: "Kiểm tra nhà sách N••• V••• A•••",
    ViolationCase: /^Biên bản số \S+ ngày 06\/9\/2019$/u,
    Sanction: /^Số \d+\/QĐ-\S+ ngày 13\/9\/2019$/u,
    Seizure: "Biên bản số 01/BB-TG ngày 13/9/2019",
    Spokesperson: "Lê Văn Nam – Sở Y tế",
    Oversight: "Giám sát việc phát ngôn",
    InformationRequest: "Quy hoạch",
    UnitRule: "Phát ngôn trong trường hợp đột xuất, bất thường – Sở Y tế",
    Statement: "Tình hình dịch bệnh",
    StatementDuty: "Phát ngôn trong trường hợp đột xuất, bất thường – Sở Y tế (an ninh, trật tự), ngày 13/9/2019",
    PressConference: "Công tác y tế",
    PressItem: "Thiếu thuốc",
    StaffSnapshot: "Sở Y tế, ngày 13/9/2019",
    TrainingCourse: "Kỹ năng phát ngôn",
  };
  const PUBLIC_KINDS: readonly RecordKind[] = ["Unit", "PressAgency", "Spokesperson", "UnitRule"];

  function isCalled(kind: RecordKind, title: string | undefined): void {
    const called = FOR_ALL[kind];
    if (typeof called === "string") expect(title, kind).to.equal(called);
    else expect(title, kind).to.match(called);
  }

  it("is told of every kind, and names nobody whom a reader may not read of", async () => {
    expect([...ids.keys()].sort()).to.deep.equal([...RECORD_KINDS].sort());
    for (const reader of [ANALYST, world.cast.clerkOfHealth]) {
      for (const [kind, title] of await titlesFor(reader)) isCalled(kind, title);
    }
  });

  it("names persons to those who may read of them, where its own field does", async () => {
    for (const reader of [OFFICER, INSPECTOR, OVERSIGHT, ADMIN]) {
      for (const [kind, title] of await titlesFor(reader)) {
        if (kind === "Inspection") expect(title).to.equal(`Kiểm tra nhà sách ${OFFENDER}`);
        else isCalled(kind, title);
        expect(title, kind).not.to.include(ASKER);
      }
    }
  });

  it("is told to anybody of what is public, and of nothing else", async () => {
    for (const reader of [null, PUBLIC]) {
      for (const [kind, title] of await titlesFor(reader)) {
        if (PUBLIC_KINDS.includes(kind)) isCalled(kind, title);
        else expect(title, kind).to.equal(undefined);
      }
    }
  });

  it("of a case without minutes is the day of its detection, as what was found then is not for all", async () => {
    const caseId = await world.cases.record({ parties: [{ kind: "INDIVIDUAL", name: OFFENDER }], detected: TOLD });
    const { node } = await api.ask(`query ($id: ID!) { node(id: $id) { title } }`, { id: caseId }, INSPECTOR);
    expect(node.title).to.equal("Phát hiện ngày 04/9/2019");
  });

  it("of a unit is the name of the day that is asked", async () => {
    const unitId = await keep("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở Một" }, ...SINCE });
    await keep("renameUnit", { unitId, name: "Sở Hai", effectiveOn: DAY, legalBasis: "QĐ 2" });
    const text = `query ($id: ID!, $on: LocalDate) { node(id: $id, validAt: $on) { title } }`;
    expect((await api.ask(text, { id: unitId })).node.title).to.equal("Sở Hai");
    expect((await api.ask(text, { id: unitId, on: "2019-09-12" })).node.title).to.equal("Sở Một");
  });

  it("is no fact of a record's own where it follows from other fields: its document does not have it", async () => {
    const text = `query ($id: ID!) { record(id: $id) { compiled { path } } }`;
    const has = async (kind: RecordKind): Promise<boolean> =>
      (await api.ask(text, { id: ids.get(kind) })).record.compiled.some(({ path }: Json) => path === "title");
    for (const kind of ["Visit", "Reporter", "Sanction", "Spokesperson"] as const) {
      expect(await has(kind), kind).to.equal(false);
    }
    for (const kind of ["Inspection", "Statement"] as const) expect(await has(kind), kind).to.equal(true);
  });
});
