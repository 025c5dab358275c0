import { expect } from "chai";
import { type Decision, isAccepted, isRefused } from "../../../src/domain/kernel/decider.js";
import type { Path } from "../../../src/domain/kernel/refusal.js";
import type { None } from "../../../src/domain/kernel/history.js";
import type { SanctionEvent } from "../../../src/domain/sanction/events.js";
import { sanction } from "../../../src/domain/sanction/record.js";
import type { Sanction } from "../../../src/domain/sanction/sanction.js";
import { commandMeta } from "../../support/given.js";
import { lawBook } from "../../support/law.js";
import { type DataOf, SANCTION, type SanctionCommand, shop, signed } from "./decisionScript.js";

export type { DataOf } from "./decisionScript.js";

/**
 * A household business fined 22,500,000 đồng on 1 March 2023 and served on the 2nd: ten days make Sunday, 12 March, so
 * the fine may be paid until Monday, 13 March, and interest is reckoned from the 14th.
 */

export const SIGNED_ON = "2023-03-01";
export const DUE_ON = "2023-03-13";
export const FINE = "22500000";

const law = lawBook();
export const at = (day: string): string => `${day}T03:00:00.000Z`;
export const rate = law.parameter("LATE_INTEREST_PER_DAY", SIGNED_ON);
export const reckoning = {
  terms: {
    FIRST: {
      lodging: law.deadline("COMPLAINT_LODGING", SIGNED_ON),
      resolution: law.deadline("COMPLAINT_FIRST_RESOLUTION", SIGNED_ON),
    },
    SECOND: {
      lodging: law.deadline("COMPLAINT_SECOND_LODGING", SIGNED_ON),
      resolution: law.deadline("COMPLAINT_SECOND_RESOLUTION", SIGNED_ON),
    },
    COURT: { lodging: law.deadline("COURT_ACTION", SIGNED_ON), resolution: null },
  },
  calendar: law.calendar,
};

export type Type = SanctionCommand["type"];
type EventData<T extends SanctionEvent["type"]> = Omit<Extract<SanctionEvent, { type: T }>["data"], "sanctionId">;

export const told = <T extends SanctionEvent["type"]>(type: T, data: EventData<T>, day: string): SanctionEvent =>
  ({ type, data: { sanctionId: SANCTION, ...data }, occurredAt: at(day) }) as unknown as SanctionEvent;

const executionLaw = {
  key: "EXECUTION",
  instrument: "AVH-2012",
  validFrom: "2013-07-01",
  origin: "SHIPPED",
  confidence: "HIGH",
};

/** A decision signed, with this fine. */
export function issued(fine = FINE, party: Pick<typeof shop, "kind"> = shop): SanctionEvent {
  const [first] = signed();
  if (first?.type !== "SanctionIssued") throw new Error("A decision begins with its issue.");
  const lines = first.data.content.lines.map((line) => ({ ...line, amount: fine }));
  const content = { ...first.data.content, lines };
  const data = { ...first.data, fine, content, signedOn: SIGNED_ON, party: { ...first.data.party, ...party } };
  return { type: "SanctionIssued", data, occurredAt: at(SIGNED_ON) };
}
export const served = (): SanctionEvent =>
  told(
    "SanctionServed",
    { receivedOn: "2023-03-02", executionDueOn: DUE_ON, law: executionLaw as never },
    "2023-03-02",
  );
export const amended = (fine: string, day: string): SanctionEvent => {
  const content = { lines: [], measures: [] };
  return told("SanctionAmended", { number: null, content, fine, signer: null, complaintId: null }, day);
};
export const annulled = (day: string): SanctionEvent =>
  told("SanctionAnnulled", { number: null, ground: "WRONG_PROCEDURE", complaintId: null }, day);
export const suspended = (from: string, complaintId: string | null = null): SanctionEvent =>
  told("SanctionExecutionSuspended", { from, complaintId, ground: "Chờ giải quyết" }, from);

/** A decision's story, told by commands and events one after the other. */
export class Story {
  private state: Sanction | None = sanction.decider.initial;
  last: readonly SanctionEvent[] = [];

  constructor(...events: SanctionEvent[]) {
    this.hear(...events);
  }

  get sanction(): Sanction {
    if (this.state.status === "NONE") throw new Error("There is no decision yet.");
    return this.state;
  }

  hear(...events: readonly SanctionEvent[]): this {
    this.state = events.reduce((state, event) => sanction.decider.evolve(state, event), this.state);
    return this;
  }

  ask<T extends Type>(type: T, data: DataOf<T>, day: string): Decision<SanctionEvent> {
    const meta = commandMeta({ now: at(day), occurredAt: at(day) });
    const command = { type, data: { sanctionId: SANCTION, ...data }, meta } as unknown as SanctionCommand;
    return sanction.decider.decide(command, this.state);
  }

  /** The command is carried out on the day. */
  does<T extends Type>(type: T, data: DataOf<T>, day: string): this {
    const decision = this.ask(type, data, day);
    if (!isAccepted(decision)) expect.fail(`not accepted: ${JSON.stringify(decision)}`);
    this.last = decision.events;
    return this.hear(...decision.events);
  }

  /** The command is refused on the day, in both languages. */
  refuses<T extends Type>(type: T, data: DataOf<T>, day: string, code: string, path?: Path): this {
    const decision = this.ask(type, data, day);
    if (!isRefused(decision)) expect.fail(`not refused: ${Object.keys(decision).join()}`);
    expect(decision.refusal.code).to.equal(code);
    if (path) expect(decision.refusal.path).to.deep.equal(path);
    expect(decision.refusal.message.vi).to.be.a("string").that.is.not.empty;
    expect(decision.refusal.message.en).to.be.a("string").that.is.not.empty;
    return this;
  }
}

/** The decision of the script, signed and served. */
export const fined = (fine = FINE, party?: Pick<typeof shop, "kind">): Story =>
  new Story(issued(fine, party), served());

// Commands with what they usually say -------------------------------------------------------------------------------

let receipts = 0;
export function payment(
  amount: string,
  paidOn: string,
  more: Partial<DataOf<"RecordFinePayment">> = {},
): DataOf<"RecordFinePayment"> {
  const number = `BL ${++receipts}`;
  return {
    paymentId: `pay-${number}`,
    paidOn,
    amount,
    receipt: { number, issuedBy: "Kho bạc Nhà nước", total: amount },
    paidBy: null,
    receiptElsewhere: null,
    interest: rate,
    ...more,
  };
}
export const refund = (amount: string, refundedOn: string): DataOf<"RecordFineRefund"> => ({
  refundId: "refund-1",
  amount,
  refundedOn,
  document: "05/LCT",
});
export const postponement = (from: string, to: string): DataOf<"GrantFinePostponement"> => ({
  from,
  to,
  document: "03/QĐ-HTHPT",
  threshold: law.parameter("POSTPONEMENT_FROM_INDIVIDUAL", from),
  limit: law.deadline("POSTPONEMENT", from),
  latestTo: "2023-06-20",
});
export const instalments = (
  parts: readonly (readonly [dueOn: string, amount: string])[],
  grantedOn = "2023-03-10",
): DataOf<"GrantFineInstalments"> => ({
  grantedOn,
  instalments: parts.map(([dueOn, amount]) => ({ dueOn, amount })),
  document: "04/QĐ-NTPNL",
  threshold: law.parameter("INSTALMENTS_FROM_INDIVIDUAL", grantedOn),
  atMost: law.parameter("INSTALMENTS_AT_MOST", grantedOn),
  firstPercent: law.parameter("FIRST_INSTALMENT_PERCENT", grantedOn),
  limit: law.deadline("INSTALMENTS", grantedOn),
  latestDueOn: "2023-09-05",
});
export const request = (requestedOn: string): DataOf<"RequestFineReduction"> => ({
  requestedOn,
  requestText: "Khó khăn",
});
export const reduction = (by: string | null, grantedOn: string): DataOf<"GrantFineReduction"> => ({
  by,
  grantedOn,
  document: "06/QĐ-GMTP",
});
export const lapse = (
  lapsedOn: string,
  ground: DataOf<"RecordFineLapse">["ground"] = "EXECUTION_LIMITATION",
): DataOf<"RecordFineLapse"> => ({
  ground,
  lapsedOn,
  limitation: law.deadline("EXECUTION_LIMITATION", lapsedOn),
  calendar: law.calendar,
});
