import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import type { ViolationRule } from "../../src/domain/law/lawBook.js";
import type { Api, Json } from "./api.js";
import type { Cast } from "./cast.js";

/** Violation cases played through the API: found on 4 September 2019, minuted on the 6th. */

export const INSPECTOR: Principal = { subject: "inspector-1", role: "INSPECTOR", unitId: null };
export const DETECTED = "2019-09-04";
export const MADE = "2019-09-06";
/** A person's name, which nobody may see by accident. */
export const OFFENDER = "Nguyễn Văn An";

const CASE = `query ($id: ViolationCaseId!, $asOf: AsOf, $on: LocalDate) { violationCase(id: $id, asOf: $asOf) {
  status procedure revision handledBy { name unit { id } } detectedOn detected pausedDays
  parties { id kind name idNumberEnd address }
  violations { id code title copies description party { id } law { key } limitationEndsOn isTimeBarred(on: $on) }
  minutes { number madeOn witness violations { copies } } minutesDueOn minutesOverdue
  verifications { corrects violations { copies } }
  explanation { state dueOn parties { id } answers { form summary } overdue(on: $on) }
  decisionDueOn decisionOverdue(on: $on) transfers { to { name } reason } closed { ground on reason } sanctions { id } } }`;

export class CasePlay {
  constructor(
    private readonly api: Api,
    private readonly world: Cast,
  ) {}

  /** A rule of the law on the day of the cases that is as wanted. */
  ruleWhere(wanted: (rule: ViolationRule) => unknown): ViolationRule {
    return this.api.ledger.law.violations(DETECTED).find(wanted) ?? expect.fail("The law has no such rule.");
  }

  /** One for a band of copies with an end. */
  get banded(): ViolationRule {
    return this.ruleWhere(({ copies }) => copies?.to);
  }

  /** One whose frame leaves nobody the right to explain. */
  get light(): ViolationRule {
    return this.ruleWhere(({ fine, suspensionMonths, copies, basis }) => {
      const low = fine !== null && BigInt(fine.max) <= (basis === "ORGANISATION" ? 20_000_000n : 10_000_000n);
      return low && suspensionMonths === null && copies === null;
    });
  }

  /** One whose frame gives everybody the right to explain. */
  get heavy(): ViolationRule {
    return this.ruleWhere(({ fine }) => fine !== null && BigInt(fine.max) >= 60_000_000n);
  }

  /** The input of `recordViolationCase`. */
  recordInput(more: object = {}): Record<string, unknown> {
    const household = { kind: "HOUSEHOLD_BUSINESS", name: OFFENDER, idNumber: "038123456789", address: "12 Lê Lợi" };
    return {
      unitId: this.world.land,
      detectedOn: DETECTED,
      detected: `Cửa hàng của ${OFFENDER} bày bán sách không có hóa đơn`,
      parties: [household],
      ...more,
    };
  }

  record(more: object = {}): Promise<string> {
    return this.api.done("recordViolationCase", this.recordInput(more), INSPECTOR);
  }

  async ask(id: string, principal = INSPECTOR, more: object = {}): Promise<Json> {
    return (await this.api.ask(CASE, { id, ...more }, principal)).violationCase;
  }

  askAsAny(id: string, principal: Principal | null): ReturnType<Api["tryAsk"]> {
    return this.api.tryAsk(CASE, { id }, principal);
  }

  /** The input of `drawUpMinutes`, with a violation of the case's first party. */
  async minutesInput(caseId: string, more: object = {}): Promise<Record<string, unknown>> {
    const [party] = (await this.ask(caseId)).parties;
    const act = { partyId: party.id, actEndedOn: DETECTED, description: "Không có hóa đơn" };
    const violations = [{ ...act, code: this.light.code, title: "Sách Một", copies: 40 }];
    const paper = { number: "05/BB-VPHC", madeOn: MADE, madeBy: "Trần Thị Bình", copies: 2 };
    return { caseId, ...paper, offenderSigned: true, violations, explanationStated: true, ...more };
  }

  async drawUp(caseId: string, more: object = {}): Promise<Json> {
    return this.api.command("drawUpMinutes", await this.minutesInput(caseId, more), INSPECTOR);
  }
}
