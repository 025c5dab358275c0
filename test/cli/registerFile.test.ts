import { readFileSync } from "node:fs";
import { expect } from "chai";
import { fileUntil, planOf } from "../../src/cli/import/plan.js";
import { BadRegisterFile, readRegisterFile } from "../../src/cli/import/readRegisterFile.js";

const REFERENCE = readFileSync("reference/units-thanh-hoa.json", "utf8");

const UNIT = { key: "so-y-te", kind: "DEPARTMENT", name: "Sở Y tế", source: "S", confidence: "HIGH" };
const ENDS = { key: "ends", kind: "ABOLISH", units: ["so-y-te"], effectiveOn: "2025-03-01", legalBasis: "NQ 1" };
const GOOD = {
  format: "press-ledger/register@1",
  register: "test",
  title: "A test",
  sources: { S: "the test" },
  opening: { startsOn: "2018-01-01", legalBasis: "Danh mục đầu kỳ" },
  units: [UNIT],
};

function problemsOf(file: object | string): readonly string[] {
  try {
    readRegisterFile(typeof file === "string" ? file : JSON.stringify(file));
  } catch (error) {
    if (error instanceof BadRegisterFile) return error.problems;
    throw error;
  }
  return [];
}

describe("a text of a register file", () => {
  const named = (name: string): object => ({ ...GOOD, units: [{ ...UNIT, name }] });

  it("has no sign that nobody can see, or that was lost: it would be kept for good", () => {
    const UNREADABLE = ["Ban Qu\uFFFDn lý", "Ban\u0000 Quản lý", "Ban\uD800", "Ban\u200B Quản lý", "Ban\u00AD Quản lý"];
    for (const name of UNREADABLE) {
      expect(problemsOf(named(name)), JSON.stringify(name)).to.deep.equal([
        'units "so-y-te": name: it holds a sign that nobody can see, or that was lost.',
      ]);
    }
    expect(problemsOf(named("Ban Quản lý Di tích"))).to.deep.equal([]);
  });
});

describe("a register file until a day", () => {
  it("is without what changed, began or was registered later", () => {
    const later = { ...UNIT, key: "later", name: "Sở Mới", startsOn: "2025-03-01" };
    const agency = { key: "bao", name: "Báo", kinds: ["PRINT"], level: "LOCAL", governingBody: "Tỉnh ủy" };
    const sure = { registeredOn: "2025-06-01", source: "S", confidence: "HIGH" };
    const file = readRegisterFile(
      JSON.stringify({
        ...GOOD,
        units: [UNIT, later],
        changes: [{ ...ENDS, source: "S", confidence: "HIGH" }],
        pressAgencies: [{ ...agency, ...sure }],
      }),
    );
    const entries = (day: string): string[] => planOf(fileUntil(file, day)).map(({ entry }) => entry);
    const first = 'units "so-y-te"';
    const then = [first, 'units "later"'];
    expect(entries("2025-02-28")).to.deep.equal([first]);
    expect(entries("2025-03-01")).to.deep.equal([...then, 'changes "ends" (so-y-te)']);
    expect(entries("2025-06-01")).to.deep.equal([...then, 'changes "ends" (so-y-te)', 'pressAgencies "bao"']);
  });
});

describe("the register file of Thanh Hóa", () => {
  const file = readRegisterFile(REFERENCE);

  it("has the 27 districts of 2019, the provincial committee, departments and sectors", () => {
    const count = (kind: string): number => file.units.filter((unit) => unit.kind === kind).length;
    expect([count("DISTRICT"), count("PROVINCE"), count("DEPARTMENT"), count("SECTOR")]).to.deep.equal([27, 1, 16, 7]);
  });

  it("opens on a day of its own, and does not claim that the units were founded then", () => {
    expect(new Set(file.units.map(({ startsOn, legalBasis }) => `${startsOn} ${legalBasis}`))).to.deep.equal(
      new Set(["2018-01-01 Danh mục đơn vị đầu kỳ"]),
    );
    expect(REFERENCE).to.contain("not the day on which a unit was founded");
  });

  it("marks in the ledger what it is not sure of", () => {
    const marked = planOf(file)
      .filter(({ input }) => String(input((name) => name)["legalBasis"]).includes("cần đối chiếu"))
      .map(({ entry }) => entry);
    expect(marked).to.deep.equal([
      'changes "tttt-press-2025"',
      'changes "tttt-it-2025"',
      'changes "tttt-post-2025"',
      'changes "tttt-ends-2025" (so-tttt)',
    ]);
  });

  it("makes the same commands every time, none twice", () => {
    const ids = planOf(file).map(({ commandId }) => commandId);
    expect(planOf(readRegisterFile(REFERENCE)).map(({ commandId }) => commandId)).to.deep.equal(ids);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it("can be loaded up to a day", () => {
    const until = (changesUntil: string): number => planOf(fileUntil(file, changesUntil)).length;
    expect(until("2019-12-31")).to.equal(file.units.length);
    expect(until("2020-06-01")).to.equal(file.units.length + 1);
  });
});

describe("a register file that is not good", () => {
  it("is not told of a good one", () => {
    expect(problemsOf(GOOD)).to.deep.equal([]);
  });

  const cases: readonly (readonly [what: string, file: object | string, problem: RegExp])[] = [
    ["no JSON", "{", /^file: not JSON/],
    [
      "another format",
      { ...GOOD, format: "x@2" },
      /^file: format: expected "press-ledger\/register@1", found "x@2"\.$/,
    ],
    ["an unknown list", { ...GOOD, unit: [] }, /^file: "unit" is not a field that stands here/],
    ["a mistyped field", { ...GOOD, units: [{ ...UNIT, nmae: "x" }] }, /^units "so-y-te": "nmae" is not a field/],
    [
      "a name that is missing",
      { ...GOOD, units: [{ ...UNIT, name: undefined }] },
      /^units "so-y-te": name: .*found nothing/,
    ],
    [
      "an unknown kind",
      { ...GOOD, units: [{ ...UNIT, kind: "VILLAGE" }] },
      /^units "so-y-te": kind: .*found "VILLAGE"/,
    ],
    ["a key that is none", { ...GOOD, units: [{ ...UNIT, key: "Sở Y tế" }] }, /^units "Sở Y tế": key: expected a key/],
    ["an entry that is none", { ...GOOD, units: [7] }, /^units\[0\]: expected an object, found 7/],
    [
      "no confidence",
      { ...GOOD, units: [{ ...UNIT, confidence: undefined }] },
      /confidence: expected one of HIGH, MEDIUM/,
    ],
    [
      "an unknown source",
      { ...GOOD, units: [{ ...UNIT, source: "T" }] },
      /source: "T" is not among the file's sources/,
    ],
    [
      "a parent below it",
      { ...GOOD, units: [{ ...UNIT, parent: "so-y-te" }] },
      /parent: "so-y-te" is no unit .* above/,
    ],
    ["a key given twice", { ...GOOD, units: [UNIT, UNIT] }, /^units "so-y-te": this key stands here twice/],
    ["no day to start on", { ...GOOD, opening: undefined }, /startsOn: expected a day/],
    ["a day that no month has", change({ effectiveOn: "2025-02-30" }), /^changes "ends": effectiveOn: expected a day/],
    ["a change of nothing", change({ units: [] }), /^changes "ends": units: expected a list of at least 1/],
    ["a change of an unknown unit", change({ units: ["so-x"] }), /^changes "ends": "so-x" is no unit of the file/],
    ["changes in disorder", changes({}, { key: "before", effectiveOn: "2020-01-01" }), /^changes "before": .*in order/],
    ["a reporter of no agency", reporter({ agency: "bao-x" }), /^reporters "r": agency: "bao-x" is no press agency/],
    ["half a card", reporter({ card: { number: "1" } }), /^reporters "r".card: issue: expected text/],
  ];
  for (const [what, file, problem] of cases) {
    it(`is told of ${what}, naming the entry`, () => {
      expect(problemsOf(file).join("\n")).to.match(new RegExp(problem.source, "m"));
    });
  }

  it("is told of everything at once", () => {
    const units = [
      { ...UNIT, kind: "X" },
      { ...UNIT, key: "so-2", name: "" },
    ];
    expect(problemsOf({ ...GOOD, units })).to.have.length(2);
  });
});

function change(fields: object): object {
  return changes(fields);
}

function changes(...all: readonly object[]): object {
  return { ...GOOD, changes: all.map((fields) => ({ ...ENDS, source: "S", confidence: "HIGH", ...fields })) };
}

function reporter(fields: object): object {
  const agency = { name: "Báo X", kinds: ["PRINT"], level: "LOCAL", governingBody: "Y", registeredOn: "2018-01-01" };
  const one = { name: "Nguyễn Văn A", kind: "OCCASIONAL", agency: "bao", since: "2018-01-01" };
  const sure = { source: "S", confidence: "HIGH" };
  return {
    ...GOOD,
    pressAgencies: [{ key: "bao", ...agency, ...sure }],
    reporters: [{ key: "r", ...one, ...sure, ...fields }],
  };
}
