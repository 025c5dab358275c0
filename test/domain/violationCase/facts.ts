import type { ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { SanctionFact } from "../../../src/domain/sanction/decision.js";
import type { Verified } from "../../../src/domain/violationCase/changes.js";
import type { ViolationCaseEvent } from "../../../src/domain/violationCase/events.js";
import type { PartyGiven } from "../../../src/domain/violationCase/fields.js";
import type { ViolationGiven } from "../../../src/domain/violationCase/looked.js";
import { violationCase } from "../../../src/domain/violationCase/record.js";
import type {
  CaseViolation,
  Minutes,
  RecordedParty,
  RecordedViolation,
} from "../../../src/domain/violationCase/violationCase.js";
import { unitFact } from "../../support/facts.js";
import { CLOCK, commandMeta, type Given, given, type Told } from "../../support/given.js";
import { DUE, parameter, periods, reference, rule, thresholds } from "./lawRows.js";

export * from "./lawRows.js";

/** The cast of the scripts on violation cases. The clock stands at 10 September 2019, 10:00 in Vietnam. */

export const CASE = "0c000000-0000-4000-8000-000000000001";
export const DETECTED = "2019-09-02";
export const MADE = "2019-09-04";

type Meta = Parameters<typeof commandMeta>[0];

// Parties and violations --------------------------------------------------------------------------------------------

export const household: PartyGiven = {
  partyId: "p-1",
  kind: "HOUSEHOLD_BUSINESS",
  name: "Nguyễn Văn An",
  idNumber: "038123456789",
  taxCode: null,
  address: "12 Lê Lợi",
  minor: null,
};
export const company: PartyGiven = {
  ...household,
  partyId: "p-2",
  kind: "ORGANISATION",
  name: "Công ty Sách",
  idNumber: null,
};
export const nobody: PartyGiven = { ...household, kind: "UNKNOWN", name: null, idNumber: null, address: null };

export const recordedHousehold: RecordedParty = {
  partyId: "p-1",
  kind: "HOUSEHOLD_BUSINESS",
  name: "Nguyễn Văn An",
  idNumberEnd: "789",
  taxCode: null,
  address: "12 Lê Lợi",
  minor: null,
};
export const recordedCompany: RecordedParty = {
  ...recordedHousehold,
  partyId: "p-2",
  kind: "ORGANISATION",
  name: "Công ty Sách",
  idNumberEnd: null,
};

export const act = (more: Partial<CaseViolation> = {}): CaseViolation => ({
  violationId: "v-1",
  partyId: "p-1",
  code: "159.1.1",
  actEndedOn: DETECTED,
  detectedOn: DETECTED,
  title: "Sách Một",
  copies: 40,
  description: "Bày bán không có hóa đơn",
  ...more,
});
export const stated = (more: Partial<CaseViolation> = {}, of: ViolationRule | null = rule()): ViolationGiven => ({
  violation: act(of === null ? more : { code: of.code, ...more }),
  rule: of,
});
export const recordedAct = (more: Partial<CaseViolation> = {}, of: ViolationRule = rule()): RecordedViolation => ({
  ...act({ code: of.code, ...more }),
  rule: {
    law: reference(of.code),
    field: of.field,
    fine: of.fine,
    basis: of.basis,
    maySuspend: of.suspensionMonths !== null,
  },
});

// Commands ----------------------------------------------------------------------------------------------------------

export const department = unitFact("u-dic", "Sở Thông tin và Truyền thông");
export const province = unitFact("u-province", "Ủy ban nhân dân tỉnh");

export type CaseCommand = Parameters<(typeof violationCase)["decider"]["decide"]>[0];
type CommandOf<T extends CaseCommand["type"]> = Extract<CaseCommand, { type: T }>;
export type CommandData<T extends CaseCommand["type"]> = Partial<CommandOf<T>["data"]>;

/** Of a reference the rules are asked about what it leads to, so a script leaves the id itself out. */
const command = <T extends CaseCommand["type"]>(type: T, data: CommandData<T>, meta: Meta): CommandOf<T> =>
  ({ type, data: { caseId: CASE, ...data }, meta: commandMeta(meta) }) as unknown as CommandOf<T>;

export const record = (
  data: CommandData<"RecordViolationCase"> = {},
  meta: Meta = {},
): CommandOf<"RecordViolationCase"> =>
  command(
    "RecordViolationCase",
    {
      procedure: "WITH_MINUTES",
      unit: department,
      inspection: null,
      detectedOn: DETECTED,
      detected: "Cửa hàng bày bán sách không có hóa đơn",
      parties: [household],
      violations: [],
      onTheSpotUpTo: {
        individual: parameter("ON_THE_SPOT_UP_TO_INDIVIDUAL", 250_000n),
        organisation: parameter("ON_THE_SPOT_UP_TO_ORGANISATION", 500_000n),
      },
      ...data,
    },
    meta,
  );

export const step = <T extends CaseCommand["type"]>(type: T, data: CommandData<T>, meta: Meta = {}): CaseCommand =>
  command(type, data, meta);

export const drawUp = (data: CommandData<"DrawUpMinutes"> = {}, meta: Meta = {}): CaseCommand =>
  step(
    "DrawUpMinutes",
    {
      number: "05/BB-VPHC",
      madeOn: MADE,
      madeBy: "Trần Thị Bình",
      copies: 2,
      offenderSigned: true,
      refusalReason: null,
      witness: null,
      violations: [stated()],
      explanationStated: true,
      thresholds,
      periods,
      ...data,
    },
    meta,
  );

const nothing: Verified = { parties: [], added: [], changed: [], removed: [] };

export const verify = (
  verified: Partial<Verified>,
  data: CommandData<"AddVerificationRecord"> = {},
  meta: Meta = {},
): CaseCommand =>
  step(
    "AddVerificationRecord",
    {
      recordId: "vr-1",
      madeOn: "2019-09-06",
      madeBy: "Trần Thị Bình",
      corrects: "Số bản",
      ...nothing,
      ...verified,
      thresholds,
      decisions: [],
      reason: "Đếm lại",
      ...data,
    },
    meta,
  );

export const decision = (more: Partial<SanctionFact> = {}): SanctionFact => ({
  sanctionId: "s-1",
  caseId: CASE,
  partyId: "p-1",
  status: "SIGNED",
  issuerId: "u-dic",
  signerPost: "DEPARTMENT_CHIEF_INSPECTOR",
  numberText: "12/QĐ-XPVPHC",
  signedOn: "2019-09-09",
  annulledOn: null,
  replacedById: null,
  violationIds: ["v-1"],
  confiscates: [],
  ordersDestruction: false,
  basis: "INDIVIDUAL",
  ...more,
});

// Histories ---------------------------------------------------------------------------------------------------------

type EventData<T extends ViolationCaseEvent["type"]> = Omit<Extract<ViolationCaseEvent, { type: T }>["data"], "caseId">;

export const event = <T extends ViolationCaseEvent["type"]>(
  type: T,
  data: EventData<T>,
  reason?: string,
): Told<ViolationCaseEvent> =>
  ({
    type,
    data: { caseId: CASE, ...data },
    occurredAt: CLOCK,
    ...(reason === undefined ? {} : { reason }),
  }) as unknown as Told<ViolationCaseEvent>;

export const recorded = (
  more: Partial<EventData<"ViolationCaseRecorded">> = {},
  reason?: string,
): Told<ViolationCaseEvent> =>
  event(
    "ViolationCaseRecorded",
    {
      procedure: "WITH_MINUTES",
      unit: { unitId: "u-dic", name: department.name },
      inspectionId: null,
      detectedOn: DETECTED,
      detected: "Cửa hàng bày bán sách không có hóa đơn",
      parties: [recordedHousehold],
      violations: [],
      ...more,
    },
    reason,
  );

export const minutes = (more: Partial<Minutes> = {}): Minutes => ({
  number: "05/BB-VPHC",
  madeOn: MADE,
  madeBy: "Trần Thị Bình",
  copies: 2,
  offenderSigned: true,
  refusalReason: null,
  witness: null,
  violations: [recordedAct()],
  explanationStated: true,
  ...more,
});
export const drawnUp = (more: Partial<Minutes> = {}): Told<ViolationCaseEvent> =>
  event("ViolationMinutesDrawnUp", { minutes: minutes(more) });

export const opened = (more: Partial<EventData<"ExplanationOpened">> = {}): Told<ViolationCaseEvent> =>
  event("ExplanationOpened", {
    partyIds: ["p-1"],
    dueOn: DUE,
    oralRequestDueOn: "2019-09-06",
    law: [
      reference("EXPLANATION_FROM_INDIVIDUAL"),
      reference("EXPLANATION_WRITTEN"),
      reference("EXPLANATION_ORAL_REQUEST"),
    ],
    ...more,
  });

export const away = (since = "2019-09-05"): Told<ViolationCaseEvent> =>
  event("ViolationCaseTransferredToProsecution", { body: "Công an tỉnh", document: "7/BC", transferredOn: since });

const { decider } = violationCase;

/** A case whose file is at this point. */
export const theCase = (...events: Told<ViolationCaseEvent>[]): Given<typeof decider> => given(decider, ...events);
export const detected = (): Given<typeof decider> => theCase(recorded());
export const minuted = (): Given<typeof decider> => theCase(recorded(), drawnUp());
export const explaining = (): Given<typeof decider> => theCase(recorded(), drawnUp(), opened());
