import { expect } from "chai";
import { type AnyRecord, RECORDS } from "../../src/domain/records.js";
import { InProcess } from "../../src/cli/inProcess.js";
import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { openLedger } from "../../src/ledger.js";
import { PARTS } from "../../src/projections/readModel/parts.js";
import { createParts } from "../../src/projections/readModel/partTable.js";
import { openForWriting, readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { contentHash, takeInAll } from "../../src/projections/readModel/rebuild.js";
import type { Json } from "../support/api.js";
import { sceneFolder } from "./playedScene.js";
import { removed } from "./support.js";

/** What leads on to others comes first: their entries keep its own. */
const ORDER = [
  "Oversight",
  "TrainingCourse",
  "StaffSnapshot",
  "PressItem",
  "PressConference",
  "StatementDuty",
  "Statement",
  "InformationRequest",
  "UnitRule",
  "Spokesperson",
  "Seizure",
  "Sanction",
  "ViolationCase",
  "Inspection",
  "Visit",
  "RepresentativeOffice",
  "Reporter",
  "PressAgency",
  "Unit",
];
const MOST_RECORDS = 25;
/** What is not called as its kind. */
const STEP: Readonly<Record<string, string>> = { ViolationCase: "CaseEntry" };
const NOW = "2020-06-01T03:00:00.000Z";
const DAY = "2020-06-01";

/** The history shows both, in the chain of custody too; and where a case stands with its decisions is no affair of its own. */
const isItsOwn = (kind: string, { path }: Json): boolean =>
  !/^(corrections|custody)\[/.test(String(path)) && !(kind === "ViolationCase" && path === "status");

const told = (fields: readonly Json[]): readonly string[] => fields.map((field) => JSON.stringify(field));
const differing = (one: readonly Json[], other: readonly Json[]): readonly string[] => {
  const [before, after] = [told(one), told(other)];
  return [...before.filter((field) => !after.includes(field)), ...after.filter((field) => !before.includes(field))];
};

const EVENTS = `query ($id: ID!) { record(id: $id) { events(first: 100) { nodes { id type position commandId } } } }`;
const DOCUMENT = `query ($id: ID!, $asOf: AsOf) { record(id: $id, asOf: $asOf) { compiled { path value } } }`;
const FIGURES = `query { enforcementFigures(period: { from: "2019-01-01", to: "2020-12-31" }, groupBy: [MONTH]) { rows {
  month finesCollected { value } copiesReturned { value } copiesDestroyed { value } } } }`;

describe("the records of the scene", function () {
  this.timeout(180_000);

  it("are, when their last entry is taken back, what they were before it; and so are the figures and lists built anew", async () => {
    const folder = await sceneFolder();
    const ledger = await openLedger({ folder, now: () => new Date(NOW), acceptsClock: true });
    const schema = await buildLedgerSchema();
    const ask = new InProcess(schema, ledger).as({ subject: "admin", role: "ADMIN", unitId: null });
    const data = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Json> => {
      const { data: answer, errors = [] } = await ask(query, variables);
      expect(errors).to.deep.equal([]);
      return answer;
    };
    const documentOf = async (kind: string, id: string, position?: number): Promise<Json[]> => {
      const asOf = { today: DAY, ...(position === undefined ? {} : { position: `P1-${position}` }) };
      const { record } = await data(DOCUMENT, { id, asOf });
      return ((record?.compiled ?? []) as Json[]).filter((field) => isItsOwn(kind, field));
    };
    const taken = new Map<string, number>();
    const refused = new Set<string>();
    const met = new Set<string>();
    let commands = 0;

    async function takeBackFromTheEnd({ kind, id: field }: AnyRecord, id: string): Promise<void> {
      const events = (await data(EVENTS, { id })).record.events.nodes as Json[];
      const entries = new Map(events.map((event) => [event.commandId as string, event]));
      const firsts = events.filter((event, at) => events.findIndex((one) => one.commandId === event.commandId) === at);
      for (const first of firsts.reverse()) {
        const before = await documentOf(kind, id, Number(String(first.position).slice(3)) - 1);
        const input = {
          commandId: nameBasedUuid(String(commands++), "7b1f2f8e-4f0e-4c43-9f0c-1d8a3e5b6c7e"),
          ...{ [field]: id, entryId: entries.get(first.commandId as string).id, reason: "Nhập nhầm hồ sơ" },
        };
        const step = STEP[kind] ?? `${kind}Entry`;
        const text = `mutation ($input: TakeBack${step}Input!) { result: takeBack${step}(input: $input) {
          ... on CommandDone { position } ... on UserError { code } } }`;
        const { result } = await data(text, { input });
        if (result.code !== undefined) {
          refused.add(result.code as string);
          return;
        }
        taken.set(first.type as string, (taken.get(first.type as string) ?? 0) + 1);
        // What began the record stays.
        if (first === events[0]) return;
        const after = await documentOf(kind, id);
        const other = differing(before, after);
        if (other.length > 0) expect.fail(`${kind} without ${first.type}: ${JSON.stringify(other)}`);
      }
    }

    const lists = Object.values(schema.getQueryType()!.getFields());
    for (const record of [...RECORDS].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))) {
      const list = lists.find(({ type }) => String(type) === `${record.kind}Connection!`)!.name;
      const answer = await data(`{ ${list}(first: ${MOST_RECORDS}) { nodes { id } } }`);
      const records = answer[list].nodes as Json[];
      if (records.length > 0) met.add(record.kind);
      for (const { id } of records) await takeBackFromTheEnd(record, id as string);
    }

    expect([...refused].sort()).to.include.members(["ENTRY_STAYS"]);
    expect([...met]).to.have.members(RECORDS.map(({ kind }) => kind));
    expect([...taken.keys()].length, [...taken.keys()].join()).to.be.above(80);
    // Letters are kept apart from the reporter, line by line.
    expect([...taken.keys()]).to.include("IntroductionLetterRecorded");
    const rows = (await data(FIGURES)).enforcementFigures.rows as Json[];
    expect(rows.length).to.be.above(0);

    expect(await ledger.reads.reached(await ledger.log.head())).to.equal(true);
    const live = openForWriting(readModelPath(folder));
    const grown = contentHash(live);
    live.close();
    const built = new BetterSqlite3(":memory:");
    createParts(built, PARTS);
    await takeInAll(built, ledger.log);
    expect(contentHash(built)).to.equal(grown);
    built.close();
    await ledger.close();
    removed(folder);
  });
});
