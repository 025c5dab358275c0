import { rmSync, writeFileSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readLawBook, shippedRows, WrongLawFile } from "../../src/reference/lawFiles.js";
import { LAW_FORMAT } from "../../src/reference/readLawFile.js";

const OWN = {
  code: "119.29.3",
  instrument: "SANC-PRESS-119",
  field: "PUBLISHING",
  act: { vi: "Tàng trữ xuất bản phẩm", en: "Storing publications" },
  fine: { min: "12000000", max: "25000000" },
  basis: "ORGANISATION",
  warningAllowed: false,
  suspensionMonths: null,
  confiscation: true,
  remedies: ["DESTROY"],
  copies: { from: 100, to: 299 },
  validFrom: "2024-01-01",
  source: "Đã đối chiếu văn bản gốc",
  confidence: "HIGH",
};

describe("law files", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "press-ledger-law-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const written = (content: unknown): string => {
    const path = join(folder, "law.json");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const refusalOf = (path: string): string => {
    try {
      readLawBook(path);
    } catch (error) {
      expect(error).to.be.instanceOf(WrongLawFile);
      return (error as Error).message;
    }
    return expect.fail("The file was taken.");
  };

  it("are shipped with a source that names no path of a machine, and are all of origin SHIPPED", () => {
    const rows = Object.values(shippedRows()).flat() as { source: string; origin: string }[];
    expect(rows.length).to.be.greaterThan(200);
    expect(rows.filter(({ source }) => /(^|\s)\/(work|home|tmp|Users)\b|file:/.test(source))).to.deep.equal([]);
    expect(new Set(rows.map(({ origin }) => origin))).to.deep.equal(new Set(["SHIPPED"]));
  });

  it("are UTF-8, with or without a mark before it, and nothing else", () => {
    const path = written(`\uFEFF${JSON.stringify({ format: LAW_FORMAT, violations: [OWN] })}`);
    expect(readLawBook(path)).to.be.an("object");
    writeFileSync(path, Buffer.from(JSON.stringify({ format: LAW_FORMAT, violations: [OWN] }), "latin1"));
    expect(refusalOf(path)).to.equal(`The law file ${path} is wrong: it is not UTF-8; save it as UTF-8 and try again.`);
  });

  it("mark as inferred what is LOW, in the source itself", () => {
    const { violations } = shippedRows();
    const low = violations.filter(({ confidence }) => confidence === "LOW");
    const bare = low.filter(({ source }) => !/infer|check|memory|was not seen/.test(source));
    expect(low.length).to.be.greaterThan(0);
    expect(bare.map(({ code }) => code)).to.deep.equal([]);
  });

  it("let an operator's row go before the shipped one, from its first day on", () => {
    const law = readLawBook(written({ format: LAW_FORMAT, violations: [OWN] }));
    expect(law.violation("119.29.3", "2024-01-01")).to.include({ origin: "OPERATOR", source: OWN.source });
    expect(law.violation("119.29.3", "2023-12-31")?.origin).to.equal("SHIPPED");
    expect(law.violation("119.29.2", "2024-01-01")?.origin).to.equal("SHIPPED");
  });

  it("may bring an instrument and rows that rest on it", () => {
    const instrument = {
      key: "SANC-2027",
      name: OWN.act,
      validFrom: "2027-01-01",
      source: "Công báo",
      confidence: "HIGH",
    };
    const later = { ...OWN, code: "2027.1", instrument: "SANC-2027", validFrom: "2027-01-01" };
    const law = readLawBook(written({ format: LAW_FORMAT, instruments: [instrument], violations: [later] }));
    expect(law.violation("2027.1", "2027-01-01")?.instrument).to.equal("SANC-2027");
  });

  it("may state a power that the shipped rows do not know", () => {
    const on = "2025-09-01";
    const power = { post: "INSPECTION_TEAM_HEAD", fields: ["PRESS"], instrument: "AVH-189", validFrom: "2025-07-01" };
    const amounts = { maxIndividual: "75000000", maxOrganisation: "150000000", mayConfiscate: true, maySuspend: true };
    const vouched = { source: "Đã đối chiếu nghị định", confidence: "HIGH", provision: { article: "6", clause: "2" } };
    expect(readLawBook().power("INSPECTION_TEAM_HEAD", "PRESS", on)?.extent).to.equal("UNKNOWN");
    const law = readLawBook(written({ format: LAW_FORMAT, powers: [{ ...power, ...amounts, ...vouched }] }));
    expect(law.power("INSPECTION_TEAM_HEAD", "PRESS", on)).to.deep.include({
      extent: "UP_TO",
      ...amounts,
      confiscationUpTo: null,
      remedies: null,
      origin: "OPERATOR",
      provision: { article: "6", clause: "2", point: null },
    });
    expect(law.power("INSPECTION_TEAM_HEAD", "PUBLISHING", on)?.extent).to.equal("UNKNOWN");
    expect(
      refusalOf(written({ format: LAW_FORMAT, powers: [{ ...power, ...amounts, ...vouched, extent: "NONE" }] })),
    ).to.match(/powers "INSPECTION_TEAM_HEAD" from 2025-07-01: "maxIndividual" is not a field that stands here/);
  });

  const wrong: readonly [what: string, content: unknown, expected: RegExp][] = [
    ["no JSON", "{", /: file: not JSON\.$/],
    ["a list", [], /file: expected an object/],
    ["another format", { format: "press-ledger/register@1" }, /format: expected "press-ledger\/law@1"/],
    ["a list it does not know", { format: LAW_FORMAT, violation: [OWN] }, /"violation" is not a field/],
    [
      "a number for money",
      row({ fine: { min: 3000000, max: "5000000" } }),
      /violations "119\.29\.3" from 2024-01-01\.fine: min/,
    ],
    ["a frame upside down", row({ fine: { min: "5000000", max: "3000000" } }), /\.fine: max: it is less than min/],
    ["a day that no month has", row({ validFrom: "2024-02-30" }), /validFrom: expected a day/],
    ["a word it does not know", row({ basis: "COMPANY" }), /basis: expected one of ORGANISATION, INDIVIDUAL/],
    ["an instrument it does not know", row({ instrument: "SANC-X" }), /there is no instrument "SANC-X"/],
    ["a misspelt field", row({ confiscate: true }), /"confiscate" is not a field that stands here/],
    ["no source", row({ source: "" }), /source: expected text/],
    ["no row for an object", { format: LAW_FORMAT, violations: [7] }, /violations\[0\]: expected an object/],
    [
      "rows that hold on the same days",
      { format: LAW_FORMAT, violations: [OWN, { ...OWN, validFrom: "2025-01-01" }] },
      /violations "119\.29\.3": the rows from 2024-01-01 and from 2025-01-01 hold on the same days\.$/,
    ],
    [
      "a period in hours",
      {
        format: LAW_FORMAT,
        deadlines: [
          {
            key: "DECISION",
            instrument: "AVH-2012",
            what: OWN.act,
            term: { amount: 24, unit: "HOURS" },
            validFrom: "2027-01-01",
            source: "x",
            confidence: "LOW",
          },
        ],
      },
      /deadlines "DECISION" from 2027-01-01\.term: unit: expected one of/,
    ],
  ];
  for (const [what, content, expected] of wrong) {
    it(`refuse ${what}, in one line that names the file and the row`, () => {
      const path = written(content);
      expect(refusalOf(path)).to.match(expected).and.contain(path).and.not.contain("\n");
    });
  }

  it("say how many more problems there are than the one told", () => {
    expect(refusalOf(written(row({ basis: "COMPANY", confidence: "SURE" })))).to.match(/\(and 1 more\)\.$/);
  });

  it("refuse a file that is not there", () => {
    expect(refusalOf(join(folder, "none.json"))).to.match(/cannot be read \(ENOENT\)\.$/);
  });
});

function row(change: object): object {
  return { format: LAW_FORMAT, violations: [{ ...OWN, ...change }] };
}
