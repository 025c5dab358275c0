import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";
import type { Json } from "../support/api.js";
import { Program } from "./program.js";

const NAMESPACE = "7be0e6a4-52c0-4a7c-9f63-0d8f1c2f4a11";
const ROUNDS = 3;
const IN_FLIGHT = 16;
/** So many answers into a round the process is killed, in the middle of what is in flight. */
const ANSWERS_BEFORE_KILL = [23, 90, 160];

const REGISTER = `mutation ($input: RegisterVisitInput!) {
  registerVisit(input: $input) { ... on VisitChanged { position replayed visit { id } } ... on UserError { code message } }
}`;

describe("a server that is killed in the middle of a load of mutations", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-kill-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("has every acknowledged one, none half, and takes the unanswered ones again as once", async () => {
    let program = await Program.start(folder);
    const input = await world(program);
    const acknowledged = new Map<string, string>();
    const asked = new Set<string>();

    for (let round = 0; round < ROUNDS; round++) {
      await load(program, input, round, asked, acknowledged, ANSWERS_BEFORE_KILL[round] ?? 50);
      program = await Program.start(folder);
    }
    expect(acknowledged.size).to.be.greaterThan(ROUNDS * 20);

    const visits = await visitsOf(program);
    expect(visits.size, "no visit without its command").to.be.at.most(asked.size);
    for (const [commandId, id] of acknowledged) expect(visits.get(id), commandId).to.equal("COMPLETED");
    for (const status of visits.values())
      expect(status, "three events of one command, all or none").to.equal("COMPLETED");

    for (const commandId of asked) {
      const { registerVisit: again } = await program.ask(REGISTER, { input: { ...input, commandId } });
      if (acknowledged.has(commandId))
        expect(again).to.deep.include({ replayed: true, visit: { id: acknowledged.get(commandId) } });
      expect(again.visit?.id, JSON.stringify(again)).to.be.a("string");
    }
    expect((await visitsOf(program)).size).to.equal(asked.size);
    const { visitFigures } = await program.ask(
      `{ visitFigures(period: { from: "2019-01-01", to: "2100-01-01" }) { rows { visits { value } } } }`,
    );
    expect(visitFigures.rows[0].visits.value).to.equal(asked.size);
    expect(await program.stop()).to.equal(0);
  });
});

/** Sends until the process dies under it. */
async function load(
  program: Program,
  input: Record<string, unknown>,
  round: number,
  asked: Set<string>,
  acknowledged: Map<string, string>,
  answers: number,
): Promise<void> {
  let answered = 0;
  let killed: Promise<void> | undefined;
  const sender = async (lane: number): Promise<void> => {
    for (let n = 0; killed === undefined; n++) {
      const commandId = nameBasedUuid(`${round}-${lane}-${n}`, NAMESPACE);
      asked.add(commandId);
      const answer = await program.ask(REGISTER, { input: { ...input, commandId } }).catch(() => undefined);
      if (!answer) return;
      acknowledged.set(commandId, answer.registerVisit.visit.id as string);
      if (++answered >= answers) killed ??= program.kill();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, lane) => sender(lane)));
  await killed;
}

async function world(program: Program): Promise<Record<string, unknown>> {
  const give = async (mutation: string, type: string, entity: string, input: Json): Promise<string> => {
    const { result } = await program.ask(
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ... on CommandDone { position } ${entity} ... on UserError { code message } } }`,
      { input: { commandId: nameBasedUuid(JSON.stringify(input), NAMESPACE), ...input } },
    );
    return result.entity.id as string;
  };
  const unit = await give("registerUnit", "RegisterUnitInput", "... on UnitChanged { entity: unit { id } }", {
    unit: { kind: "DEPARTMENT", name: "Sở Y tế" },
    legalBasis: "QĐ",
    effectiveOn: "2018-01-01",
  });
  const agency = await give(
    "registerPressAgency",
    "RegisterPressAgencyInput",
    "... on PressAgencyChanged { entity: pressAgency { id } }",
    { name: "Báo", kinds: ["PRINT"], level: "LOCAL", governingBody: "Tỉnh ủy", registeredOn: "2018-01-01" },
  );
  const card = { number: "IBT 1", issue: "dài hạn", issuedOn: "2018-01-01", validTo: "2100-01-01" };
  const reporter = await give(
    "registerReporter",
    "RegisterReporterInput",
    "... on ReporterChanged { entity: reporter { id } }",
    { name: "Lê Văn An", kind: "CARD_HOLDER", agencyId: agency, since: "2018-01-01", card },
  );
  return {
    hostIds: [unit],
    reporterIds: [reporter],
    topic: "HEALTH",
    subject: "Phòng dịch",
    documents: [{ reporterId: reporter, kind: "PRESS_CARD" }],
    outcome: { answerForm: "ORAL", summary: "Đã trả lời" },
  };
}

async function visitsOf(program: Program): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const { visits }: Json = await program.ask(
      `query ($after: String) { visits(first: 100, after: $after) { nodes { id status } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const { id, status } of visits.nodes as { id: string; status: string }[]) found.set(id, status);
    if (!visits.pageInfo.hasNextPage) return found;
    after = visits.pageInfo.endCursor as string;
  }
}
