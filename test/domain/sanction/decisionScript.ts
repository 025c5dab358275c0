import type { DecisionNumber } from "../../../src/domain/kernel/taking.js";
import { type CommandMeta, isAccepted } from "../../../src/domain/kernel/decider.js";
import type {
  OrderedMeasure,
  ProposedLine,
  SanctionFact,
  SeizureOfCase,
} from "../../../src/domain/sanction/decision.js";
import type { SanctionEvent } from "../../../src/domain/sanction/events.js";
import { sanction } from "../../../src/domain/sanction/record.js";
import type { CaseFact, CaseParty, CaseViolation } from "../../../src/domain/violationCase/violationCase.js";
import { unitFact } from "../../support/facts.js";
import { commandMeta, given, type Outcome } from "../../support/given.js";
import { freely, onTheSpot, power, rule } from "./decisionLaw.js";

export * from "./decisionLaw.js";

/**
 * A bookshop with books of no lawful origin, for the scripts of decisions. The clock of `commandMeta` stands at
 * 10 September 2019, 10:00 in Vietnam; the minutes are of 5 September.
 */

export const TODAY = "2019-09-10";
export const MINUTES_ON = "2019-09-05";
export const ISSUER = "0b000000-0000-4000-8000-000000000001";
export const CASE = "0c000000-0000-4000-8000-000000000001";
export const SANCTION = "0d000000-0000-4000-8000-000000000001";

export type SanctionCommand = Parameters<(typeof sanction)["decider"]["decide"]>[0];
type CommandOf<T extends SanctionCommand["type"]> = Extract<SanctionCommand, { type: T }>;
export type IssueSanction = CommandOf<"IssueSanction">;

// The case ----------------------------------------------------------------------------------------------------------

export const shop: CaseParty = { partyId: "p-shop", kind: "HOUSEHOLD_BUSINESS", name: "Nhà sách Một" };
export const company: CaseParty = { partyId: "p-company", kind: "ORGANISATION", name: "Công ty Hai" };
export const nobody: CaseParty = { partyId: "p-nobody", kind: "UNKNOWN", name: "Không xác định" };

export const act = (violationId: string, more: Partial<CaseViolation> = {}): CaseViolation => ({
  violationId,
  partyId: shop.partyId,
  code: "119.29.2",
  actEndedOn: "2019-09-04",
  detectedOn: "2019-09-04",
  title: `Sách ${violationId}`,
  copies: 60,
  description: "Không có hóa đơn",
  ...more,
});

const ACTS = ["v-1", "v-2", "v-3", "v-4", "v-5", "v-6"];

export const caseFact = (more: Partial<CaseFact> = {}): CaseFact => ({
  caseId: CASE,
  status: "MINUTES_MADE",
  procedure: "WITH_MINUTES",
  unitId: ISSUER,
  inspectionId: null,
  detectedOn: "2019-09-04",
  parties: [shop, company, nobody],
  violations: [
    ...ACTS.map((id) => act(id)),
    act("c-1", { partyId: company.partyId }),
    act("n-1", { partyId: nobody.partyId }),
  ],
  minutesMadeOn: MINUTES_ON,
  explanation: { dueOn: null, state: "NONE", asked: false, hearingOn: null },
  transferredToUs: false,
  needsVerification: false,
  isComplex: false,
  returnedOn: null,
  inCriminalProceedings: false,
  ...more,
});

export const sanctionFact = (more: Partial<SanctionFact> = {}): SanctionFact => ({
  sanctionId: "s-before",
  caseId: CASE,
  partyId: shop.partyId,
  status: "ANNULLED",
  issuerId: ISSUER,
  signerPost: "DEPARTMENT_CHIEF_INSPECTOR",
  numberText: "11/QĐ-XPVPHC",
  signedOn: "2019-09-06",
  annulledOn: "2019-09-09",
  replacedById: null,
  violationIds: ["v-1"],
  confiscates: [],
  ordersDestruction: false,
  basis: "INDIVIDUAL",
  ...more,
});

// Issue -------------------------------------------------------------------------------------------------------------

export const line = (violationId = "v-1", more: Partial<ProposedLine> = {}): ProposedLine => ({
  violationId,
  amount: null,
  warning: false,
  circumstances: [],
  laterCode: null,
  rule: rule(),
  ruleOfAct: "rule" in more ? more.rule : rule(),
  power: power(),
  limitationEndsOn: "2021-09-04",
  ...more,
});

export const seizureOfCase = (seizureId: string, estimatedValue = "0"): SeizureOfCase => ({
  seizureId,
  caseId: CASE,
  estimatedValue,
});

export const measure = (
  kind: OrderedMeasure["kind"],
  more: Partial<OrderedMeasure> = {},
  measureId: string = `m-${kind}`,
): OrderedMeasure => ({
  measureId,
  kind,
  remedy: kind === "REMEDY" ? "DESTROY" : null,
  months: kind === "SUSPENSION" ? 3 : null,
  seizureIds: [],
  description: null,
  dueOn: null,
  ...more,
});

export const numberOf = (number: string, symbol = "QĐ-XPVPHC"): DecisionNumber => ({
  registerId: "r-1",
  year: 2019,
  symbol,
  number,
  text: `${number}/${symbol}`,
});

export const issuer = unitFact(ISSUER, "Sở Thông tin và Truyền thông");

export const issueCommand = (
  data: Partial<IssueSanction["data"]> = {},
  meta: Partial<CommandMeta> = {},
): IssueSanction => ({
  type: "IssueSanction",
  data: {
    sanctionId: SANCTION,
    caseId: CASE,
    partyId: shop.partyId,
    issuerId: ISSUER,
    replacesId: null,
    number: null,
    symbol: null,
    kind: "SANCTION",
    noFineBecause: null,
    violationCase: caseFact(),
    party: shop,
    issuer,
    signer: { name: "Nguyễn Văn Ký", post: "DEPARTMENT_CHIEF_INSPECTOR", delegation: null },
    lines: [line()],
    others: [],
    toFrameEnd: freely,
    measures: [],
    decisionDueOn: "2019-09-12",
    standing: [],
    replaces: null,
    seizures: [],
    issuerAndPredecessors: [ISSUER],
    onTheSpotUpTo: onTheSpot,
    drawn: numberOf("12"),
    ...data,
  },
  meta: commandMeta(meta),
});

/** Issuing, when nothing is known of the decision yet. */
export const issuing = (
  data: Partial<IssueSanction["data"]> = {},
  meta: Partial<CommandMeta> = {},
): Outcome<SanctionEvent> => given(sanction.decider).when(issueCommand(data, meta));

/** A decision of remedies only, e.g. as the act is time-barred. */
export const remedyOnly = (data: Partial<IssueSanction["data"]> = {}): Partial<IssueSanction["data"]> => ({
  kind: "REMEDY_ONLY",
  noFineBecause: "TIME_BARRED",
  lines: [line("v-1", { limitationEndsOn: "2019-09-01" })],
  measures: [measure("REMEDY")],
  ...data,
});

// Afterwards --------------------------------------------------------------------------------------------------------

/** The events of an accepted command, as history. */
export function eventsOf(command: IssueSanction): SanctionEvent[] {
  const decision = sanction.decider.decide(command, sanction.decider.initial);
  if (!isAccepted(decision)) throw new Error(JSON.stringify(decision));
  return [...decision.events];
}

/** The decision of the scripts: signed on 9 September, six acts' worth if more lines are given. */
export const signed = (data: Partial<IssueSanction["data"]> = {}): SanctionEvent[] =>
  eventsOf(issueCommand(data, { occurredAt: "2019-09-09T03:00:00.000Z", lateEntryReason: "Nhập hôm sau" }));

export type Step = Exclude<SanctionCommand, IssueSanction>;
/** What the rules are asked about. Of a reference that is what it leads to, so a script leaves the id itself out. */
export type DataOf<T extends SanctionCommand["type"]> = Omit<CommandOf<T>["data"], "sanctionId" | Given>;
type Given = "number" | "symbol" | "issuerId" | "paperId" | "complex" | "remote";

export const step = <T extends Step["type"]>(type: T, data: DataOf<T>, meta: Partial<CommandMeta> = {}): Step =>
  ({ type, data: { sanctionId: SANCTION, ...data }, meta: commandMeta(meta) }) as unknown as Step;

type EventData<T extends SanctionEvent["type"]> = Omit<Extract<SanctionEvent, { type: T }>["data"], "sanctionId">;

export const event = <T extends SanctionEvent["type"]>(
  type: T,
  data: EventData<T>,
  reason?: string,
  occurredAt = "2019-09-10T03:00:00.000Z",
): SanctionEvent =>
  ({
    type,
    data: { sanctionId: SANCTION, ...data },
    occurredAt,
    ...(reason === undefined ? {} : { reason }),
  }) as unknown as SanctionEvent;

const executionLaw = {
  key: "EXECUTION",
  instrument: "AVH-2012",
  validFrom: "2019-01-01",
  origin: "SHIPPED",
  confidence: "HIGH",
} as const;

export const served = (receivedOn = "2019-09-09"): SanctionEvent =>
  event("SanctionServed", { receivedOn, executionDueOn: "2019-09-19", law: executionLaw });
export const annulled = (): SanctionEvent =>
  event("SanctionAnnulled", { number: numberOf("1", "QĐ-HBXP"), ground: "WRONG_SUBJECT", complaintId: null }, "Sai");
export const paid = (amount: string): SanctionEvent => ({
  type: "FinePaymentRecorded",
  data: {
    sanctionId: SANCTION,
    paymentId: "pay-1",
    paidOn: TODAY,
    amount,
    toFine: amount,
    toInterest: "0",
    excess: "0",
    interestReturned: "0",
    receipt: { number: "BL 01", issuedBy: "Kho bạc", total: amount },
    paidBy: null,
  },
  occurredAt: "2019-09-10T03:00:00.000Z",
});

/** `after(...history).when(command)` on a decision that is signed. */
export const after = (...history: SanctionEvent[]): ReturnType<typeof given<(typeof sanction)["decider"]>> =>
  given(sanction.decider, ...history);

/** How the decision stands after its history. */
export const stateOf = (...history: SanctionEvent[]): ReturnType<typeof sanction.decider.evolve> =>
  history.reduce((state, one) => sanction.decider.evolve(state, one), sanction.decider.initial);

/** What a step leads to after a history. */
export function decided(command: Step, ...history: SanctionEvent[]): SanctionEvent[] {
  const decision = sanction.decider.decide(command, stateOf(...history));
  if (!isAccepted(decision)) throw new Error(JSON.stringify(decision));
  return [...decision.events];
}
