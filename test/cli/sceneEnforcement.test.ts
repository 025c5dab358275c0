import { expect } from "chai";
import { type OperationDefinitionNode, parse } from "graphql";
import type { Ask } from "../../src/cli/commandSender.js";
import {
  AFTERWARDS,
  entriesSince,
  type Figure,
  figureOf,
  PERIOD,
  REPORT_MOMENT,
  reportedFigures,
  sumOf,
} from "../../src/cli/demo/figures.js";
import { figureLines, whereToLook } from "../../src/cli/demo/report.js";
import { DEFAULT_LIMITS } from "../../src/config.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import type { Example } from "../../src/server/example.js";
import { examplesOf } from "../../src/server/exampleFacts.js";
import { costOf, measure } from "../../src/server/measure.js";
import type { Json } from "../support/api.js";
import { type PlayedScene, playedScene } from "./playedScene.js";

/** Every kind of record; of proceedings nothing is known of days to come. */
const LISTS: readonly (readonly [string, boolean])[] = [
  ...["units", "pressAgencies", "representativeOffices", "reporters"].map((list) => [list, false] as const),
  ...["visits", "inspections", "violationCases", "sanctions", "seizures"].map((list) => [list, true] as const),
];
const VIEWS = `query ($id: ID!) {
  record(id: $id) { compiled { path value } versioned { fields { path values { value event { type } } } } }
  later: record(id: $id, validAt: "2100-01-01") { compiled { path value } } }`;

describe("the enforcement of the scene", function () {
  this.timeout(180_000);
  let scene: PlayedScene;
  let ask: Ask;
  let then: readonly Figure[];
  let now: readonly Figure[];
  let examples: readonly Example[];

  before(async () => {
    ({ ask } = scene = await playedScene());
    then = await reportedFigures(ask, PERIOD, REPORT_MOMENT);
    now = await reportedFigures(ask, PERIOD);
    examples = await examplesOf(
      await buildLedgerSchema(),
      scene.ledger,
    )({ subject: "explorer", role: "PRESS_OFFICER", unitId: null });
  });

  after(() => scene.close());

  const data = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Json> => {
    const answer = await ask(query, variables);
    expect(answer.errors ?? []).to.deep.equal([]);
    return answer.data;
  };

  it("has the four figures of the report as of 18 November 2019, each the sum of its entries", () => {
    expect(then.map(({ name, value }) => [name, value])).to.deep.equal([
      ["reporterTurns", 75n],
      ["inspectionsCoordinated", 27n],
      ["finesDecided", 115_000_000n],
      ["copiesConfiscated", 1_964n],
    ]);
    for (const { entries, value } of then) expect(sumOf(entries)).to.equal(value);
  });

  it("confiscates what had no invoices or documents of lawful origin, as the report says", async () => {
    const { enforcementFigures } = await data(
      `query ($period: Period!, $asOf: AsOf) { enforcementFigures(period: $period, asOf: $asOf, groupBy: [VIOLATION_CODE]) {
         rows { violationCode finesDecided { value } } } }`,
      { period: PERIOD, asOf: { time: REPORT_MOMENT } },
    );
    const codes = enforcementFigures.rows
      .filter(({ finesDecided }: Json) => finesDecided.value !== "0")
      .map(({ violationCode }: Json) => violationCode);
    const others = codes.filter((code: string) => !/^159\.27\.\d\.a$/.test(code));
    // A press conference held without notice, and a reporter obstructed: nothing is confiscated for these.
    expect(others).to.have.members(["159.11.1", "159.7.1"]);
  });

  it("has the decision of the explorer's example, with what the complaint about it changed", async () => {
    const { query, variables } = examples.find(({ name }) => name === "RecordViews")!;
    const { record } = await data(query, variables);
    const amount = (record.versioned.fields as Json[]).find(({ path }) => path === "lines[0].amount");
    expect((amount.values as Json[]).map(({ event }) => event.type)).to.deep.equal([
      "SanctionIssued",
      "SanctionAmended",
    ]);
  });

  it("is asked by the explorer's examples for the days of the report, as they were known then", () => {
    for (const name of ["VisitFigures", "EnforcementFigures"]) {
      const { variables } = examples.find((one) => one.name === name)!;
      expect(variables).to.deep.equal({ period: PERIOD, asOf: { endOf: PERIOD.to } });
    }
  });

  it("leads from the inspection of the explorer's example to the money, by the causes that were named", async () => {
    const { query, variables } = examples.find(({ name }) => name === "LedTo")!;
    const { timeline } = await data(query, variables);
    const { isWhole, items } = timeline.nodes[0].ledTo;
    expect(isWhole).to.equal(true);
    const named = items.nodes.filter(({ link }: Json) => link === "NAMED_CAUSE").map(({ item }: Json) => item.summary);
    expect(named).to.deep.equal([
      "A violation was detected on 27 September 2019; Sở Thông tin và Truyền thông handles the case.",
      "The number 2/QĐ-XPVPHC was drawn for a paper.",
      "The sanction decision No. 2/QĐ-XPVPHC was issued with a fine of 21,000,000 đồng.",
      "The decision was served on 17 October 2019, to be complied with by 28 October 2019.",
      "Exhibits were confiscated: 332.",
      "10,000,000 đồng were paid on 24 October 2019.",
      "11,209,000 đồng were paid on 6 December 2019, 209,000 đồng of it late interest.",
    ]);
    expect(items.nodes.length).to.be.above(named.length);
  });

  it("can be read record by record: each field with the events responsible, and on a day to come as it stands", async () => {
    for (const [list, isProceeding] of LISTS) {
      const { found } = await data(`{ found: ${list}(last: 3) { nodes { id } } }`);
      for (const { id } of found.nodes as Json[]) {
        const { record, later } = await data(VIEWS, { id });
        const last = (record.versioned.fields as Json[]).map(({ path, values }) => ({ path, ...values.at(-1) }));
        expect(
          last.every(({ event }) => event !== null),
          id,
        ).to.equal(true);
        const standing = last.filter(({ value }) => value !== null).map(({ path, value }) => ({ path, value }));
        expect(standing, id).to.have.deep.members(record.compiled);
        if (isProceeding) expect(later.compiled, id).to.deep.equal(record.compiled);
      }
    }
  });

  it("has others of the same days today, and every difference is an entry recorded since, with its reason", () => {
    expect(now.map(({ value }) => value)).to.deep.equal([77n, 28n, 119_000_000n, 2_018n]);
    now.forEach((after, index) => {
      const before = then[index]!;
      const since = entriesSince(before, after);
      expect(before.value + sumOf(since)).to.equal(after.value);
      expect(since).not.to.have.length(0);
      for (const { event } of since) {
        expect(new Date(event.recordedAt)).to.be.greaterThan(new Date(REPORT_MOMENT));
        expect(event.reason, event.type).not.to.equal(null);
      }
    });
  });

  it("counts what came of it later on later days: annulled and replaced, a complaint, interest", async () => {
    const fines = await figureOf(ask, "finesDecided", AFTERWARDS);
    expect(fines.entries.map(({ cause, amount }) => `${cause} ${amount}`)).to.deep.equal([
      "ANNULLED -3500000",
      "ANNULLED -1500000",
      "NEW 7000000",
      "NEW 3000000",
      "CORRECTED -2000000",
    ]);
    const interest = await figureOf(ask, "interestCollected", AFTERWARDS);
    // 38 days of 5,500 đồng, and 73 days of 1,500 đồng.
    expect(interest.entries.map(({ amount }) => amount)).to.deep.equal([209_000n, 109_500n]);
  });

  it("says so in words, from the entries", async () => {
    const later = await figureOf(ask, "finesDecided", AFTERWARDS);
    const lines = figureLines(then, now, [later]).join("\n");
    expect(lines).to.match(/Turns of reporters .* 75 +77\n/);
    expect(lines).to.match(/Inspections coordinated .* 27 +28\n/);
    expect(lines).to.match(/Administrative fines, .* 115,000,000 +119,000,000\n/);
    expect(lines).to.match(/Publications confiscated, .* 1,964 +2,018\n/);
    expect(lines).to.contain("115,000,000 + 4,000,000 = 119,000,000");
    expect(lines).to.contain("1,964 + 54 = 2,018");
    expect(lines).to.match(/−1 VOIDED 2019-11-01, recorded 2019-12-10 .* Huyện Yên Định/);
    expect(lines).to.match(
      /Since 2019-11-19, as of today:\n {2}Administrative fines.*: \+3,000,000\n {4}−3,500,000 ANNULLED/,
    );
  });

  it("shows a question to paste, which opens the four figures", async () => {
    const query = whereToLook("http://127.0.0.1").filter((line) => line.startsWith("  "));
    const { visitFigures, enforcementFigures } = await data(query.join("\n"));
    const { inspectionsCoordinated, finesDecided, copiesConfiscated } = enforcementFigures.rows[0];
    const figures = [visitFigures.rows[0].reporterTurns, inspectionsCoordinated, finesDecided, copiesConfiscated];
    expect(figures.map(({ value }: Json) => BigInt(value))).to.deep.equal(then.map(({ value }) => value));
    for (const { evidence } of figures) expect(evidence.nodes).not.to.have.length(0);
    // And the server takes it: a table that is told apart by nothing has one line, and is priced so.
    const document = parse(query.join("\n"));
    const [operation] = document.definitions as OperationDefinitionNode[];
    const cost = costOf(measure(await buildLedgerSchema(), document, operation!, 500), {});
    expect(cost).to.be.lessThan(DEFAULT_LIMITS.maxCost);
  });

  it("can be recounted from the records themselves, as they stood on the day of the report", async () => {
    const records = await data(RECORDS, { asOf: { time: REPORT_MOMENT } });
    const [, inspections, fines, copies] = then.map(({ value }) => value);
    const stands = ({ status, decidedOn }: Json): boolean =>
      !["VOIDED", "CANCELLED"].includes(status) && PERIOD.from <= decidedOn && decidedOn <= PERIOD.to;
    const isCoordinated = ({ coordinators }: Json): boolean => coordinators.some(({ unit }: Json) => unit !== null);
    const coordinated = records.inspections.nodes.filter((one: Json) => stands(one) && isCoordinated(one));
    expect(BigInt(coordinated.length)).to.equal(inspections);
    const decided = records.sanctions.nodes.map((one: Json) => BigInt(one.fine.decided));
    expect(decided.reduce((sum: bigint, one: bigint) => sum + one, 0n)).to.equal(fines);
    const lines = records.seizures.nodes.flatMap((seizure: Json) => seizure.lines.nodes);
    const confiscated = lines.reduce((sum: number, { quantities }: Json) => sum + quantities.confiscated, 0);
    expect(BigInt(confiscated)).to.equal(copies);
  });

  it("adds up at either moment: decided = collected + outstanding + reduced + lapsed; seized = returned + confiscated + in custody + missing", async () => {
    for (const time of [REPORT_MOMENT, undefined]) {
      const asOf = time === undefined ? null : { time };
      const { enforcementFigures, seizures } = await data(BALANCE, { period: ALWAYS, asOf });
      const [row] = enforcementFigures.rows;
      const money = (name: string): bigint => BigInt(row[name].value);
      expect(money("finesDecided")).to.equal(
        money("finesCollected") + money("finesOutstanding") + money("finesReduced") + money("finesLapsed"),
      );
      const lines = seizures.nodes.flatMap((seizure: Json) => seizure.lines.nodes);
      const total = (name: string): number =>
        lines.reduce((sum: number, { quantities }: Json) => sum + quantities[name], 0);
      expect(row.copiesSeized.value).to.equal(total("seized"));
      expect(row.copiesReturned.value).to.equal(total("returned"));
      expect(row.copiesSeized.value).to.equal(
        row.copiesReturned.value + row.copiesConfiscated.value + total("inCustody") + total("discrepancy"),
      );
    }
  });

  it("is told apart by unit, violation, subject and month in lines that add up, each to its own evidence", async () => {
    for (const groupBy of [["UNIT"], ["VIOLATION_CODE"], ["SUBJECT_KIND", "MONTH"], ["INSPECTION_KIND"]]) {
      const { enforcementFigures } = await data(LINES, { period: PERIOD, groupBy, asOf: { time: REPORT_MOMENT } });
      const sums = { finesDecided: 0n, inspectionsCoordinated: 0n, copiesConfiscated: 0n };
      for (const row of enforcementFigures.rows) {
        // A line has no figure of what cannot be told apart so: that stands in the line of what has no such value.
        for (const name of (Object.keys(sums) as (keyof typeof sums)[]).filter((one) => row[one] !== null)) {
          const { value, evidence } = row[name];
          const entries = evidence.nodes.reduce((sum: bigint, { amount }: Json) => sum + BigInt(amount), 0n);
          expect(entries, `${groupBy.join()} ${name}`).to.equal(BigInt(value));
          sums[name] += BigInt(value);
        }
      }
      expect(sums).to.deep.equal({
        finesDecided: 115_000_000n,
        inspectionsCoordinated: 27n,
        copiesConfiscated: 1_964n,
      });
    }
  });

  it("opens every entry to its event and its record", async () => {
    const { enforcementFigures } = await data(OPENED, { period: PERIOD });
    const [row] = enforcementFigures.rows;
    for (const [name, type] of [
      ["inspectionsCoordinated", "Inspection"],
      ["cases", "ViolationCase"],
      ["finesDecided", "Sanction"],
      ["copiesConfiscated", "Seizure"],
    ] as const) {
      const { nodes } = row[name].evidence;
      expect(nodes, name).not.to.have.length(0);
      for (const { record, recordId, event } of nodes) {
        expect(record.__typename).to.equal(type);
        expect(record.id).to.equal(recordId);
        const { node } = await data(`query ($id: ID!) { node(id: $id) { id } }`, { id: recordId });
        expect(node.id).to.equal(recordId);
        expect(event.type).to.be.a("string");
      }
    }
  });

  it("takes every fine from within its frame, as its circumstances have it, by a signer who has the power", async () => {
    const { sanctions } = await data(
      `{ sanctions(first: 100) { nodes { kind power { key } fine { decided }
           lines { amount warning circumstances subjectFactor frame { min max } } } } }`,
    );
    const fined = sanctions.nodes.filter(({ kind }: Json) => kind === "SANCTION");
    const lines = fined.flatMap((one: Json) => one.lines.filter(({ warning }: Json) => !warning));
    expect(lines).to.have.length.of.at.least(35);
    for (const { amount, circumstances, frame } of lines) {
      expect(BigInt(amount) >= BigInt(frame.min) && BigInt(amount) <= BigInt(frame.max), amount).to.equal(true);
      const [mitigated, aggravated] = ["MITIGATING_", "AGGRAVATING_"].map((kind) =>
        circumstances.some((one: string) => one.startsWith(kind)),
      );
      const beyondAverage = BigInt(amount) * 2n - BigInt(frame.min) - BigInt(frame.max);
      expect(beyondAverage < 0n, amount).to.equal(mitigated);
      expect(beyondAverage > 0n, amount).to.equal(aggravated);
    }
    // Decree 159/2013 is written for individuals: a household business pays its frames, an organisation twice as much.
    expect(new Set(lines.map(({ subjectFactor }: Json) => subjectFactor))).to.deep.equal(new Set(["FULL", "DOUBLE"]));
    const powers = fined.filter(({ fine }: Json) => fine.decided !== "0").map(({ power }: Json) => power?.key);
    expect(new Set(powers)).to.deep.equal(new Set(["DEPARTMENT_CHIEF_INSPECTOR", "DISTRICT_CHAIR"]));
  });
});

const ALWAYS = { from: "2019-01-01", to: "2026-12-31" };

const RECORDS = `query ($asOf: AsOf) {
  inspections(first: 100, asOf: $asOf) { nodes { status decidedOn coordinators { unit { id } } } }
  sanctions(first: 100, asOf: $asOf) { nodes { fine { decided } } }
  seizures(first: 100, asOf: $asOf) { nodes { lines(first: 20) { nodes { quantities { confiscated } } } } }
}`;

const BALANCE = `query ($period: Period!, $asOf: AsOf) {
  enforcementFigures(period: $period, asOf: $asOf) {
    rows {
      finesDecided { value } finesCollected { value } finesOutstanding { value } finesReduced { value } finesLapsed { value }
      copiesSeized { value } copiesReturned { value } copiesConfiscated { value }
    }
  }
  seizures(first: 100, asOf: $asOf) { nodes { lines(first: 20) { nodes { quantities { seized returned inCustody discrepancy } } } } }
}`;

const LINES = `query ($period: Period!, $groupBy: [EnforcementFigureDimension!]!, $asOf: AsOf) {
  enforcementFigures(period: $period, groupBy: $groupBy, asOf: $asOf) {
    rows {
      finesDecided { value evidence(first: 100) { nodes { amount } } }
      inspectionsCoordinated { value evidence(first: 100) { nodes { amount } } }
      copiesConfiscated { value evidence(first: 100) { nodes { amount } } }
    }
  }
}`;

const EVIDENCE = `{ evidence(first: 100) { nodes { recordId record { __typename id } event { type } } } }`;
const OPENED = `query ($period: Period!) {
  enforcementFigures(period: $period) {
    rows { inspectionsCoordinated ${EVIDENCE} cases ${EVIDENCE} finesDecided ${EVIDENCE} copiesConfiscated ${EVIDENCE} }
  }
}`;
