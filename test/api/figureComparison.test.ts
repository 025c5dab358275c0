import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const ADMIN = { subject: "admin", role: "ADMIN", unitId: null } as const;

describe("figures beside those of other periods", () => {
  let api: Api;
  const units: string[] = [];
  before(async () => {
    api = await Api.open("2019-12-20T03:00:00.000Z");
    for (const name of ["Sở A", "Sở B"])
      units.push(await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name }, ...SINCE }, ADMIN));
    const [first = "", second = ""] = units;
    await course(first, "2018-09-01", 10);
    await course(first, "2019-06-14", 4);
    await course(first, "2019-06-15", 5);
    await course(second, "2019-09-14", 30);
    await course(first, "2019-09-15", 7);
  });
  after(() => api.close());

  async function course(unitId: string, heldTo: string, people: number): Promise<void> {
    const planned = { title: "CNTT", field: "OTHER", plannedFrom: heldTo, plannedTo: heldTo };
    const trainingCourseId = await api.done("planTrainingCourse", { organiserId: unitId, ...planned });
    await api.done("holdTrainingCourse", { trainingCourseId, heldFrom: heldTo, heldTo });
    await api.done("recordTrainingAttendance", { trainingCourseId, attendance: [{ unitId, people }] });
  }
  const CHANGE = `figure { value } share difference growth entries(first: 9) { nodes { amount isOfOther entry { amount occurredOn } } }`;
  const compare = async (period: Json, groupBy: string[] = ["UNIT"]): Promise<Json> =>
    (
      await api.ask(
        `query ($period: Period!, $groupBy: [StaffFigureDimension!]!) {
          staffFigureComparison(period: $period, groupBy: $groupBy) {
            period { from to } before { from to } yearBefore { from to }
            rows { unit { name } month quarter trainingAttendances {
              figure { value evidence(first: 9) { nodes { amount } } } share before { ${CHANGE} } yearBefore { ${CHANGE} }
            } }
          }
        }`,
        { period, groupBy },
      )
    ).staffFigureComparison as Json;
  const QUARTER = { kind: "QUARTER", year: 2019, nth: 3 };

  it("are told by line, with difference, share and why", async () => {
    const told = await compare({ ...QUARTER, cutOff: "REPORTING" });
    expect([told.period, told.before, told.yearBefore]).to.deep.equal([
      { from: "2019-06-15", to: "2019-09-14" },
      { from: "2019-03-15", to: "2019-06-14" },
      { from: "2018-06-15", to: "2018-09-14" },
    ]);
    const [first, second] = told.rows as Json[];
    expect(first?.unit.name).to.equal("Sở A");
    expect(first?.trainingAttendances.figure).to.deep.equal({ value: 5, evidence: { nodes: [{ amount: 5 }] } });
    expect(first?.trainingAttendances.share).to.equal(5 / 35);
    expect(first?.trainingAttendances.before).to.deep.equal({
      ...{ figure: { value: 4 }, share: 1, difference: 1, growth: 0.25 },
      entries: {
        nodes: [
          { amount: -4, isOfOther: true, entry: { amount: 4, occurredOn: "2019-06-14" } },
          { amount: 5, isOfOther: false, entry: { amount: 5, occurredOn: "2019-06-15" } },
        ],
      },
    });
    expect(first?.trainingAttendances.yearBefore).to.deep.include({ difference: -5, growth: -0.5, share: 1 });
    expect(second?.trainingAttendances.before).to.deep.include({ difference: 30, growth: null, share: 0 });
  });

  it("are cut off by the calendar unless it is said otherwise, and by the law of the period's last day", async () => {
    const told = await compare(QUARTER);
    expect(told.period).to.deep.equal({ from: "2019-07-01", to: "2019-09-30" });
    expect(told.rows.map((row: Json) => row.trainingAttendances.figure.value)).to.deep.equal([7, 30]);
    const year = async (of: number): Promise<Json> => compare({ kind: "YEAR", year: of, cutOff: "REPORTING" }, []);
    const [before, since] = [await year(2018), await year(2019)];
    expect(before.period).to.deep.equal({ from: "2018-01-01", to: "2018-12-31" });
    expect(since.period).to.deep.equal({ from: "2018-12-15", to: "2019-12-14" });
    expect(since.yearBefore).to.deep.equal({ from: "2017-12-15", to: "2018-12-14" });
    expect(since.before).to.deep.equal(since.yearBefore);
    const nine = await compare({ kind: "NINE_MONTHS", year: 2019, cutOff: "REPORTING" }, []);
    expect(nine.period).to.deep.equal({ from: "2018-12-15", to: "2019-09-14" });
    expect(nine.before).to.deep.equal({ from: "2017-12-15", to: "2018-09-14" });
    expect(nine.rows[0].trainingAttendances.figure.value).to.equal(39);
  });

  it("put each part of the year beside the part before", async () => {
    const told = await compare({ kind: "YEAR", year: 2019, cutOff: "REPORTING" }, ["QUARTER"]);
    const quarters = told.rows.map(({ quarter, trainingAttendances: { figure, before, yearBefore } }: Json) => [
      ...[quarter, figure.value, before.figure.value, yearBefore.figure.value],
    ]);
    expect(quarters).to.deep.equal([
      ["2019-Q2", 4, 0, 0],
      ["2019-Q3", 35, 4, 10],
      ["2019-Q4", 7, 35, 0],
    ]);
  });

  it("have periods that can be named in every table, and no others", async () => {
    const table = async (period: Json): Promise<Json> =>
      api.tryAsk(
        `query ($period: Period!) { staffFigures(period: $period, groupBy: [YEAR]) { from to rows { year trainingCourses { value } } } }`,
        { period },
      );
    const { data } = await table({ ...QUARTER, cutOff: "REPORTING" });
    expect(data.staffFigures).to.deep.equal({
      ...{ from: "2019-06-15", to: "2019-09-14" },
      rows: [{ year: "2019", trainingCourses: { value: 2 } }],
    });
    for (const period of [
      { from: "2019-01-01" },
      { from: "2019-01-01", to: "2018-12-31" },
      { from: "2019-01-01", to: "2019-12-31", year: 2019 },
      { ...QUARTER, from: "2019-01-01" },
      { ...QUARTER, nth: 5 },
      { ...QUARTER, nth: null },
      { ...QUARTER, year: null },
      { kind: "YEAR", year: 2019, nth: 2 },
    ]) {
      const { errors } = await table(period);
      expect(errors[0]?.code, JSON.stringify(period)).to.equal("BAD_USER_INPUT");
    }
  });
});
