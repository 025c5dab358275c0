import { expect } from "chai";
import { trainingOwes } from "../../src/domain/training/record.js";
import { NOW } from "../../src/projections/table/temporal.js";
import { trainingCourses } from "../../src/projections/training/records.js";
import { Api, type Json, OFFICER } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const ADMIN = { subject: "admin", role: "ADMIN", unitId: null } as const;
const COMMITTEE = { subject: "ban", role: "OVERSIGHT", unitId: null } as const;
const codeOf = ({ code, path }: Json): unknown => ({ code, path });

describe("the staff of units", () => {
  let api: Api;
  const unit = (name: string, kind = "DEPARTMENT"): Promise<string> =>
    api.done("registerUnit", { unit: { kind, name }, ...SINCE }, ADMIN);
  before(async () => (api = await Api.open()));
  after(() => api.close());

  const numbers = {
    ...{ plannedPosts: 5, dedicated: 2, partTime: 3, bachelorOrAbove: 4, college: 1, otherDegree: 0 },
    ...{ securityCertificates: 1, trainedWithinYear: 2 },
  };
  const take = (unitId: string, takenOn: string, more: Json = {}): Promise<Json> =>
    api.command("takeStaffSnapshot", { unitId, takenOn, ...numbers, ...more });
  const taken = async (unitId: string, takenOn: string, more: Json = {}): Promise<string> =>
    (await take(unitId, takenOn, more)).entity.id as string;
  const STATE = `on total { ...line } byKind { unitKind ...line }`;
  const LINE = `fragment line on StaffLine { units numbers { dedicated partTime plannedPosts } difference { unitsCompared dedicated partTime } uses { use units done base } }`;
  const staffOf = async (more: Json): Promise<Json> =>
    (
      await api.ask(
        `query ($on: LocalDate!, $unitIds: [UnitId!], $kinds: [UnitKind!]) { staffOf(on: $on, unitIds: $unitIds, kinds: $kinds) { ${STATE} } } ${LINE}`,
        more,
      )
    ).staffOf as Json;
  const line = (
    units: number,
    [dedicated, partTime, plannedPosts]: number[],
    [unitsCompared, d, p]: number[],
  ): Json => ({
    ...{ units, numbers: { dedicated, partTime, plannedPosts } },
    ...{ difference: { unitsCompared, dedicated: d, partTime: p }, uses: [] },
  });

  it("are counted on a day, once a unit and day, and numbers must add up", async () => {
    const unitId = await unit("Sở Một");
    const refused = async (more: Json, on = "2019-06-30"): Promise<unknown> => codeOf(await take(unitId, on, more));
    expect(await refused({ bachelorOrAbove: 5 })).to.deep.equal({
      ...{ code: "STAFF_DEGREES_DO_NOT_ADD_UP", path: ["bachelorOrAbove"] },
    });
    expect(await refused({ trainedWithinYear: 6 })).to.deep.equal({
      ...{ code: "STAFF_MORE_THAN_THERE_ARE", path: ["trainedWithinYear"] },
    });
    const use = { use: "DOCUMENTS_SIGNED", done: 9, base: 10 };
    expect(await refused({ uses: [use, use] })).to.deep.equal({
      ...{ code: "STAFF_USE_TWICE", path: ["uses", "1", "use"] },
    });
    expect(await refused({ uses: [{ ...use, done: 11 }] })).to.deep.equal({
      ...{ code: "STAFF_USE_BEYOND_BASE", path: ["uses", "0", "done"] },
    });
    expect(await refused({}, "2030-01-01")).to.deep.equal({ code: "STAFF_SNAPSHOT_AHEAD", path: ["takenOn"] });
    expect(await refused({}, "2010-01-01")).to.deep.equal({ code: "UNIT_NOT_YET_STARTED", path: ["unitId"] });
    const id = await taken(unitId, "2019-06-30");
    expect(await refused({})).to.deep.equal({ code: "STAFF_SNAPSHOT_TWICE", path: ["takenOn"] });
    await api.done("voidStaffSnapshot", { staffSnapshotId: id, reason: "Nhập nhầm" });
    expect((await take(unitId, "2019-06-30")).entity.id).not.to.equal(id);
    const clerk = { ...OFFICER, role: "CLERK" as const };
    const other = await api.command("takeStaffSnapshot", { unitId, takenOn: "2019-07-01", ...numbers }, clerk);
    expect(codeOf(other)).to.deep.equal({ code: "NOT_YOUR_UNIT", path: ["unitId"] });
  });

  it("are summed of each unit's last snapshot, by kind, beside the one before", async () => {
    const [first, second] = [await unit("Sở Hai"), await unit("Sở Ba")];
    const district = await unit("Huyện Bốn", "DISTRICT");
    const unitIds = [first, second, district];
    await taken(first, "2018-12-31", { dedicated: 1, partTime: 4 });
    await taken(first, "2019-06-30", { dedicated: 3, partTime: 2 });
    await taken(second, "2019-03-31");
    await taken(district, "2019-06-30", {
      plannedPosts: 1,
      dedicated: 0,
      partTime: 1,
      bachelorOrAbove: 1,
      college: 0,
      trainedWithinYear: 0,
    });
    const at = async (on: string): Promise<Json> => staffOf({ on, unitIds });
    const half = await at("2019-06-30");
    expect(half.total).to.deep.equal(line(3, [5, 6, 11], [1, 2, -2]));
    expect(half.byKind).to.deep.equal([
      { unitKind: "DEPARTMENT", ...line(2, [5, 5, 10], [1, 2, -2]) },
      { unitKind: "DISTRICT", ...line(1, [0, 1, 1], [0, 0, 0]) },
    ]);
    expect((await at("2019-06-29")).total).to.deep.equal(line(2, [3, 7, 10], [0, 0, 0]));
    expect((await at("2018-12-30")).total).to.deep.equal(line(0, [0, 0, 0], [0, 0, 0]));
    const districts = await staffOf({ on: "2019-12-31", unitIds, kinds: ["DISTRICT"] });
    expect(districts.total.units).to.equal(1);
    const list = await api.ask(
      `query ($unitId: UnitId!) { staffSnapshots(filter: { unitId: $unitId, latestOn: "2019-07-31" }) { nodes { takenOn unitKind before { takenOn } } } }`,
      { unitId: first },
    );
    expect(list.staffSnapshots.nodes).to.deep.equal([
      { takenOn: "2019-06-30", unitKind: "DEPARTMENT", before: { takenOn: "2018-12-31" } },
    ]);
  });

  it("go on with the unit that goes on, once it counts its own", async () => {
    const [gone, stays] = [await unit("Sở Năm"), await unit("Sở Sáu")];
    const unitIds = [stays];
    await taken(gone, "2019-01-31", { dedicated: 5, partTime: 0 });
    await taken(stays, "2019-01-31");
    const merger = { fromIds: [gone], intoId: stays, effectiveOn: "2019-03-01", legalBasis: "NQ 1" };
    await api.done("mergeUnits", merger, ADMIN);
    expect((await staffOf({ on: "2019-02-28", unitIds })).total.numbers.dedicated).to.equal(2);
    expect((await staffOf({ on: "2019-04-30", unitIds })).total.numbers.dedicated).to.equal(7);
    await taken(stays, "2019-05-31", { dedicated: 5, partTime: 0 });
    expect((await staffOf({ on: "2019-05-31", unitIds })).total).to.deep.equal(line(1, [5, 0, 5], [1, 3, -3]));
  });

  it("are assessed by committee or department, corrected, and taken back by who entered it", async () => {
    const unitId = await unit("Sở Bảy");
    const staffSnapshotId = await taken(unitId, "2019-06-30");
    const assessed = { staffSnapshotId, assessor: "COMMITTEE", rating: "FAIR", assessedOn: "2019-07-15" };
    expect(
      codeOf(await api.command("assessStaff", { ...assessed, assessedOn: "2019-06-29" }, COMMITTEE)),
    ).to.deep.equal({
      ...{ code: "STAFF_ASSESSED_BEFORE", path: ["assessedOn"] },
    });
    await api.done("assessStaff", assessed, COMMITTEE);
    const correct = (more: Json): Promise<Json> =>
      api.command("correctStaffSnapshot", { staffSnapshotId, reason: "Ghi sót", ...more });
    expect(codeOf(await correct({ dedicated: 3 }))).to.deep.equal({
      ...{ code: "STAFF_DEGREES_DO_NOT_ADD_UP", path: ["bachelorOrAbove"] },
    });
    expect(codeOf(await correct({ dedicated: 2 }))).to.deep.equal({
      ...{ code: "CORRECTION_CHANGES_NOTHING", path: [] },
    });
    await correct({ dedicated: 3, bachelorOrAbove: 5 });
    const shown = async (): Promise<Json> =>
      (
        await api.ask(
          `query ($id: StaffSnapshotId!) { staffSnapshot(id: $id) { dedicated bachelorOrAbove assessments { assessor rating assessedOn } } }`,
          { id: staffSnapshotId },
        )
      ).staffSnapshot as Json;
    const { events } = (
      await api.ask(`query ($id: ID!) { record(id: $id) { events(first: 9) { nodes { id type } } } }`, {
        id: staffSnapshotId,
      })
    ).record as Json;
    expect(await shown()).to.deep.equal({
      ...{ dedicated: 3, bachelorOrAbove: 5 },
      assessments: [{ assessor: "COMMITTEE", rating: "FAIR", assessedOn: "2019-07-15" }],
    });
    const entryOf = (type: string): string => events.nodes.find((one: Json) => one.type === type).id as string;
    const back = (type: string, principal = ADMIN as Parameters<Api["command"]>[2]): Promise<Json> =>
      api.command("takeBackStaffSnapshotEntry", { staffSnapshotId, entryId: entryOf(type), reason: "Nhầm" }, principal);
    expect(codeOf(await back("StaffSnapshotCorrected", COMMITTEE))).to.deep.equal({
      ...{ code: "STAFF_ENTRY_OF_OTHERS", path: ["entryId"] },
    });
    await back("StaffAssessed", COMMITTEE);
    await back("StaffSnapshotCorrected");
    expect(await shown()).to.include({ dedicated: 2, bachelorOrAbove: 4 });
    expect((await shown()).assessments).to.deep.equal([]);
  });
});

describe("courses", () => {
  let api: Api;
  let organiserId: string;
  let unitId: string;
  before(async () => {
    api = await Api.open();
    organiserId = await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name: "Sở TTTT" }, ...SINCE }, ADMIN);
    unitId = await api.done("registerUnit", { unit: { kind: "DISTRICT", name: "Huyện A" }, ...SINCE }, ADMIN);
  });
  after(() => api.close());

  const PLAN = { title: "An toàn thông tin", field: "INFORMATION_TECHNOLOGY", plannedFrom: "2019-05-06" };
  const plan = (more: Json = {}): Promise<Json> =>
    api.command("planTrainingCourse", { organiserId, ...PLAN, plannedTo: "2019-05-10", ...more });
  const FIGURES = `query { staffFigures(period: { from: "2019-01-01", to: "2019-12-31" }, groupBy: [UNIT, TRAINING_FIELD]) { rows { unit { id } trainingField trainingCourses { value } trainingAttendances { value } } } }`;

  it("are planned, owed, held, attended by numbers, evaluated and counted", async () => {
    expect(codeOf(await plan({ plannedTo: "2019-05-05" }))).to.deep.equal({
      ...{ code: "TRAINING_ENDS_BEFORE_IT_BEGINS", path: ["plannedTo"] },
    });
    const trainingCourseId = (await plan()).entity.id as string;
    const held = { trainingCourseId, heldFrom: "2019-05-07", heldTo: "2019-05-08" };
    const attendance = [
      { unitId, people: 12 },
      { unitId: organiserId, people: 3 },
    ];
    expect(codeOf(await api.command("recordTrainingAttendance", { trainingCourseId, attendance }))).to.deep.equal({
      ...{ code: "TRAINING_COURSE_STATUS_FORBIDS", path: ["trainingCourseId"] },
    });
    await api.done("holdTrainingCourse", held);
    const twice = await api.command("recordTrainingAttendance", {
      trainingCourseId,
      attendance: [...attendance, { unitId, people: 1 }],
    });
    expect(codeOf(twice)).to.deep.equal({ code: "TRAINING_UNIT_TWICE", path: ["attendance", "2", "unitId"] });
    await api.done("recordTrainingAttendance", { trainingCourseId, attendance });
    const evaluation = { trainingCourseId, rating: "GOOD", evaluation: "Sát thực tế" };
    const early = await api.command("evaluateTrainingCourse", { ...evaluation, evaluatedOn: "2019-05-07" });
    expect(codeOf(early)).to.deep.equal({ code: "TRAINING_EVALUATED_BEFORE", path: ["evaluatedOn"] });
    await api.done("evaluateTrainingCourse", { ...evaluation, evaluatedOn: "2019-05-20" });
    const shown = await api.ask(
      `query ($id: TrainingCourseId!) { trainingCourse(id: $id) { status organiser { id } attendance { unit { id } people } rating } }`,
      { id: trainingCourseId },
    );
    expect(shown.trainingCourse).to.deep.equal({
      ...{ status: "EVALUATED", organiser: { id: organiserId }, rating: "GOOD" },
      attendance: attendance.map((one) => ({ unit: { id: one.unitId }, people: one.people })),
    });
    const value = (of: number): Json => ({ value: of });
    const { rows } = (await api.ask(FIGURES)).staffFigures as Json;
    const field = { trainingField: "INFORMATION_TECHNOLOGY" };
    expect(rows).to.have.deep.members([
      { unit: { id: unitId }, ...field, trainingCourses: value(0), trainingAttendances: value(12) },
      { unit: { id: organiserId }, ...field, trainingCourses: value(1), trainingAttendances: value(3) },
    ]);
    await api.done("correctTrainingCourse", {
      ...{ trainingCourseId, field: "OTHER", attendance: [{ unitId, people: 10 }], reason: "Đếm nhầm" },
    });
    expect(((await api.ask(FIGURES)).staffFigures as Json).rows).to.have.deep.members([
      { unit: { id: unitId }, trainingField: "OTHER", trainingCourses: value(0), trainingAttendances: value(10) },
      { unit: { id: organiserId }, trainingField: "OTHER", trainingCourses: value(1), trainingAttendances: value(0) },
    ]);
    await api.done("voidTrainingCourse", { trainingCourseId, reason: "Nhập hai lần" });
    expect(((await api.ask(FIGURES)).staffFigures as Json).rows).to.deep.equal([]);
  });

  it("are held for as long as a correction of their days stands, which is taken back first", async () => {
    const trainingCourseId = (await plan({ title: "Đính chính" })).entity.id as string;
    const held = await api.command("holdTrainingCourse", {
      ...{ trainingCourseId, heldFrom: "2019-05-07", heldTo: "2019-05-08" },
    });
    const corrected = await api.command("correctTrainingCourse", {
      ...{ trainingCourseId, heldTo: "2019-05-09", plannedPlaces: 30, reason: "Nhầm ngày" },
    });
    const text = `query ($id: ID!) { record(id: $id) { events(first: 10) { nodes { id position } } } }`;
    const back = async ({ position }: Json): Promise<Json> => {
      const { nodes } = (await api.ask(text, { id: trainingCourseId })).record.events as Json;
      const entryId = nodes.find((one: Json) => one.position === position).id as string;
      return api.command("takeBackTrainingCourseEntry", { trainingCourseId, entryId, reason: "Nhầm" }, ADMIN);
    };
    expect(codeOf(await back(held))).to.deep.equal({ code: "ENTRY_RESTED_ON", path: ["entryId"] });
    await back(corrected);
    expect((await back(held)).entity.id).to.equal(trainingCourseId);
  });

  it("owe being held until they are, or cancelled", async () => {
    const due = async (): Promise<unknown> =>
      trainingOwes(
        api.ledger.reads.records.of(trainingCourses).get(String(entity.id).split(":")[1] ?? "", NOW)?.state ??
          expect.fail("It is not there."),
      );
    const { entity } = await plan({ title: "Phát ngôn", field: "PRESS_AND_STATEMENTS" });
    expect(await due()).to.deep.equal([
      {
        ...{ kind: "TRAINING_COURSE", unitIds: [organiserId.split(":")[1]], since: "2019-05-06", by: "2019-05-10" },
        rule: null,
      },
    ]);
    const none = await api.command("correctTrainingCourse", {
      ...{ trainingCourseId: entity.id, heldTo: "2019-05-10", reason: "Nhầm" },
    });
    expect(codeOf(none)).to.deep.equal({ code: "TRAINING_NOT_HELD_YET", path: ["heldTo"] });
    await api.done("cancelTrainingCourse", {
      trainingCourseId: entity.id,
      endedOn: "2019-05-02",
      reason: "Hết kinh phí",
    });
    expect(await due()).to.deep.equal([]);
  });
});
