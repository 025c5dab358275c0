import type { CommandMeta } from "../../../src/domain/kernel/decider.js";
import { saidIn } from "../../../src/domain/kernel/fields.js";
import { type DeadlineRule, referenceTo } from "../../../src/domain/law/lawBook.js";
import type { SanctionFact } from "../../../src/domain/sanction/decision.js";
import type { SeizureEvent } from "../../../src/domain/seizure/events.js";
import { seizure } from "../../../src/domain/seizure/record.js";
import type { LineCopies, MinutedLine } from "../../../src/domain/seizure/fields.js";
import type { SeizureFact } from "../../../src/domain/seizure/seizure.js";
import type { CaseFact } from "../../../src/domain/violationCase/violationCase.js";
import { unitFact } from "../../support/facts.js";
import { CLOCK, commandMeta } from "../../support/given.js";

/** A case of pirated books, its seizure and its decisions, for the scripts of exhibits. The clock is 10 September 2019. */

export const department = unitFact("u-dic", "Sở Thông tin và Truyền thông");

export const rule = (key: DeadlineRule["key"] = "SEIZURE"): DeadlineRule => ({
  key,
  instrument: "AVH-2012",
  what: { vi: "Thời hạn tạm giữ", en: "Time in custody" },
  term: { amount: 7, unit: "CALENDAR_DAYS" },
  validFrom: "2013-07-01",
  validTo: "2021-12-31",
  source: "Art. 125",
  confidence: "HIGH",
  origin: "SHIPPED",
});

export const caseFact = (more: Partial<CaseFact> = {}): CaseFact => ({
  caseId: "c-1",
  status: "MINUTES_MADE",
  procedure: "WITH_MINUTES",
  unitId: "u-dic",
  inspectionId: null,
  detectedOn: "2019-09-02",
  parties: [{ partyId: "p-1", kind: "HOUSEHOLD_BUSINESS", name: "Nhà sách Một" }],
  violations: [],
  minutesMadeOn: "2019-09-02",
  explanation: { dueOn: null, state: "NONE", asked: false, hearingOn: null },
  transferredToUs: false,
  needsVerification: false,
  isComplex: false,
  returnedOn: null,
  inCriminalProceedings: false,
  ...more,
});

export const sanction = (more: Partial<SanctionFact> = {}): SanctionFact => ({
  sanctionId: "d-1",
  caseId: "c-1",
  partyId: "p-1",
  status: "SERVED",
  signerPost: "DEPARTMENT_CHIEF_INSPECTOR",
  issuerId: "u-dic",
  numberText: "12/QĐ-XPVPHC",
  signedOn: "2019-09-04",
  annulledOn: null,
  replacedById: null,
  violationIds: [],
  confiscates: ["s-1"],
  ordersDestruction: false,
  basis: "INDIVIDUAL",
  ...more,
});
export const annulled = (more: Partial<SanctionFact> = {}): SanctionFact =>
  sanction({ annulledOn: "2019-09-07", confiscates: [], ...more });

export const line = (lineId: string, more: Partial<MinutedLine> = {}): MinutedLine => ({
  lineId,
  title: `Sách ${lineId}`,
  author: "Nguyễn Văn A",
  publisher: "NXB Giáo dục",
  isbn: null,
  year: 2018,
  unit: "COPY",
  condition: "Mới",
  estimatedValue: "1000000",
  copies: 100,
  estimated: false,
  sealNumber: null,
  ...more,
});

type EventOf<T extends SeizureEvent["type"]> = Extract<SeizureEvent, { type: T }>;
export const event = <T extends SeizureEvent["type"]>(
  type: T,
  data: Omit<EventOf<T>["data"], "seizureId">,
  reason?: string,
): EventOf<T> =>
  ({
    type,
    data: { seizureId: "s-1", ...data },
    occurredAt: CLOCK,
    ...(reason === undefined ? {} : { reason }),
  }) as unknown as EventOf<T>;

export const minutes = {
  grounds: "VERIFICATION",
  minutesNumber: "05/BB-TG",
  decisionNumber: "05/QĐ-TG",
  seizedOn: "2019-09-03",
  dueOn: "2019-09-10",
  place: "Kho Sở",
  custodian: "Lê Văn Kho",
} as const;

/** Lines `l-1` (100 copies), `l-2` (40, sealed) and `l-3` (about 2,600). */
export const inventory = (): MinutedLine[] => [
  line("l-1"),
  line("l-2", { copies: 40, sealNumber: "NP-02" }),
  line("l-3", { copies: 2600, estimated: true }),
];

export const seized = (
  lines: readonly MinutedLine[] = inventory(),
  more: Partial<EventOf<"ExhibitsSeized">["data"]> = {},
) =>
  event("ExhibitsSeized", {
    caseId: "c-1",
    unit: { unitId: "u-dic", name: department.name },
    ...minutes,
    law: referenceTo("SEIZURE", rule()),
    lines,
    ...more,
  });

export const of = (lineId: string, copies: number): LineCopies => ({ lineId, copies });
export const confiscated = (copies = 60, sanctionId = "d-1", lineId = "l-1"): SeizureEvent =>
  event("ExhibitsConfiscated", {
    sanctionId,
    decisionNumber: "12/QĐ-XPVPHC",
    lines: [of(lineId, copies)],
    confiscatedOn: "2019-09-05",
  });
export const destruction = {
  lines: [of("l-1", 10)],
  council: ["Một", "Hai", "Ba"],
  minutesNumber: "01/BB-TH",
  method: "Nghiền",
  destroyedOn: "2019-09-06",
} as const;
export const destroyed = (copies = 10, sanctionId = "d-1"): SeizureEvent =>
  event("ExhibitsDestroyed", { sanctionId, ...destruction, lines: [of("l-1", copies)] });
export const returned = (copies = 10, lineId = "l-1"): SeizureEvent =>
  event("ExhibitsReturned", {
    lines: [of(lineId, copies)],
    returnedTo: "Chủ hiệu sách",
    document: "01/BB-TL",
    returnedOn: "2019-09-05",
  });
export const voided = (): SeizureEvent => event("SeizureVoided", {}, "Nhập nhầm");

export type SeizureCommand = Parameters<(typeof seizure)["decider"]["decide"]>[0];
export type SeizureStep = Exclude<SeizureCommand, { type: "SeizeExhibits" }>;
type CommandOf<T extends SeizureCommand["type"]> = Extract<SeizureCommand, { type: T }>;

/** Of a reference the rules are asked about what it leads to, so a script leaves the id itself out. */
const command = <T extends SeizureCommand["type"]>(type: T, data: object, meta: CommandMeta): CommandOf<T> =>
  ({ type, data: { seizureId: "s-1", ...data }, meta }) as unknown as CommandOf<T>;

export const seize = (
  more: Partial<CommandOf<"SeizeExhibits">["data"]> = {},
  meta: CommandMeta = commandMeta(),
): CommandOf<"SeizeExhibits"> =>
  command(
    "SeizeExhibits",
    {
      violationCase: caseFact(),
      unit: department,
      ...minutes,
      rule: rule(),
      lines: inventory(),
      others: [],
      ...more,
    },
    meta,
  );

export const other = (more: Partial<SeizureFact> = {}): SeizureFact => ({
  seizureId: "s-2",
  caseId: "c-1",
  status: "IN_CUSTODY",
  minutesNumber: "05/bb-tg",
  lines: [],
  ...more,
});

type Loosely<D> = {
  readonly [K in keyof D]?: D[K] extends readonly (infer T)[] | null
    ? readonly Partial<T>[] | Extract<D[K], null>
    : D[K];
};
/** What the caller leaves out is null, as the API has it. */
export const step = <T extends SeizureStep["type"]>(
  type: T,
  data: Loosely<CommandOf<T>["data"]>,
  meta: CommandMeta = commandMeta(),
): CommandOf<T> => command(type, { ...data, ...saidIn(seizure.steps[type].fields, data) }, meta);

/** One good command of each kind; each is accepted after `seized()` and, where confiscated copies are needed, `confiscated()`. */
export const good = {
  extend: {
    extension: "ORDINARY",
    decisionNumber: "06/QĐ-GH",
    extendedOn: "2019-09-09",
    dueOn: "2019-10-03",
    rule: rule("SEIZURE_EXTENSION"),
    wasTransferred: false,
    reason: "Cần xác minh",
  },
  count: {
    counts: [of("l-3", 2682)],
    difference: "CORRECTION",
    countedOn: "2019-09-05",
    minutesNumber: "02/BB-KK",
    reason: "Đếm lại",
  },
  move: { lineIds: ["l-1"], place: "Kho B", custodian: "Trần Thị Kho", document: "03/BB-BG", movedOn: "2019-09-05" },
  unseal: {
    lineIds: ["l-2"],
    unsealedOn: "2019-09-05",
    minutesNumber: "04/BB-MNP",
    present: ["Một", "Hai"],
    reason: "Kiểm đếm",
  },
  reseal: {
    seals: [{ lineId: "l-1", sealNumber: "NP-09" }],
    resealedOn: "2019-09-05",
    minutesNumber: "06/BB-NP",
    present: ["Một"],
  },
  announce: { announcedOn: "2019-09-05", medium: "Báo Thanh Hóa" },
  give: { lines: [of("l-1", 10)], returnedTo: "Chủ hiệu sách", document: "01/BB-TL", returnedOn: "2019-09-05" },
  confiscate: { sanctionId: "d-1", sanction: sanction(), lines: [of("l-1", 60)], confiscatedOn: "2019-09-05" },
  discrepancy: {
    kind: "MISSING",
    sanctionId: null,
    lines: [of("l-1", 3)],
    minutesNumber: "07/BB-CL",
    foundOn: "2019-09-06",
    reason: "Mất trộm",
  },
  destroy: { sanctionId: "d-1", sanction: sanction(), ...destruction },
  transfer: {
    sanctionId: "d-1",
    sanction: sanction(),
    lines: [of("l-1", 5)],
    toBody: "Thư viện tỉnh",
    document: "08/BB-BG",
    transferredOn: "2019-09-06",
  },
  sell: {
    sanctionId: "d-1",
    sanction: sanction(),
    lines: [of("l-1", 5)],
    proceeds: "250000",
    document: "09/BB-ĐG",
    soldOn: "2019-09-06",
  },
  revoke: { sanction: annulled(), carriedOverTo: null, revokedOn: "2019-09-08", reason: "Hủy quyết định" },
  split: {
    lineId: "l-1",
    newLineId: "l-9",
    copies: 30,
    place: "Kho B",
    custodian: "Trần Thị Kho",
    sealNumber: "NP-30",
    reason: "Khác chủ",
  },
  merge: { lineId: "l-1", fromLineId: "l-4", reason: "Cùng một đầu sách" },
  correct: {
    minutesNumber: "15/BB-TG",
    lines: [{ lineId: "l-1", copies: 110 }],
    dueOn: null,
    reason: "Ghi sót",
  },
} as const;
