import { setTimeout as pause } from "node:timers/promises";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";
import type { Json } from "../support/api.js";
import type { Program } from "./program.js";

const NAMESPACE = "7be0e6a4-52c0-4a7c-9f63-0d8f1c2f4a11";

export const REGISTER_VISIT = `mutation ($input: RegisterVisitInput!) {
  registerVisit(input: $input) { ... on VisitChanged { position replayed visit { id } } ... on UserError { code message } }
}`;

/** Visits registered through a program that may die at any moment: what was asked, and what was acknowledged. */
export class Registered {
  /** Command ids. */
  readonly asked = new Set<string>();
  /** The visit's id by the command's. */
  readonly acknowledged = new Map<string, string>();
  private rounds = 0;

  /** @param wanted the visit that is registered again and again */
  constructor(readonly wanted: Record<string, unknown>) {}

  /**
   * Sends, so many at a time, until told that it is enough or nobody answers any more.
   * @param isEnough told after each answer how many there were
   * @param pauseMs between an answer and what is sent next
   */
  async until(program: Program, inFlight: number, isEnough: (answered: number) => boolean, pauseMs = 0): Promise<void> {
    const round = this.rounds++;
    let answered = 0;
    let isOver = false;
    const sender = async (lane: number): Promise<void> => {
      for (let n = 0; !isOver; n++) {
        const commandId = nameBasedUuid(`${round}-${lane}-${n}`, NAMESPACE);
        this.asked.add(commandId);
        const answer = await program
          .ask(REGISTER_VISIT, { input: { ...this.wanted, commandId } })
          .catch(() => undefined);
        if (!answer) return;
        this.acknowledged.set(commandId, answer.registerVisit.visit.id as string);
        isOver ||= isEnough(++answered);
        if (pauseMs > 0) await pause(pauseMs);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, (_, lane) => sender(lane)));
  }
}

/** Registers whom a visit needs. */
export async function visitToRegister(program: Program): Promise<Record<string, unknown>> {
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

export async function visitsOf(program: Program): Promise<Map<string, string>> {
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
