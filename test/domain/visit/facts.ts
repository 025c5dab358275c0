import type { Named } from "../../support/facts.js";
import type { ReporterFact } from "../../../src/domain/reporter/reporter.js";
import type { UnitFact } from "../../../src/domain/unit/unit.js";
import type { VisitEvent } from "../../../src/domain/visit/events.js";
import type { PressLaw } from "../../../src/domain/law/pressLaw.js";
import type { Checking } from "../../../src/domain/visit/documents.js";
import type { DocumentGiven } from "../../../src/domain/visit/fields.js";
import type { visit } from "../../../src/domain/visit/record.js";
import type { Visit, VisitorFact } from "../../../src/domain/visit/visit.js";
import { commandMeta } from "../../support/given.js";

/** The cast of the scripts on visits. The clock of `commandMeta` stands at 10 September 2019, 10:00 in Vietnam. */

export const VISIT = "0a000000-0000-4000-8000-000000000001";
export const OTHER_VISIT = "0a000000-0000-4000-8000-000000000002";
export const NOW = "2019-09-10T03:00:00.000Z";
export const EARLIER_TODAY = "2019-09-10T02:00:00.000Z";
export const YESTERDAY = "2019-09-09T03:00:00.000Z";
export const TOMORROW = "2019-09-11T03:00:00.000Z";

export const unit = (unitId: string, name: string, more: Partial<UnitFact> = {}): Named<UnitFact> => ({
  unitId,
  kind: "DEPARTMENT",
  code: null,
  name,
  names: [{ name, from: "2018-01-01" }],
  startsOn: "2018-01-01",
  endsOn: null,
  heirs: [],
  ...more,
});

export const health = unit("u-health", "Sở Y tế");
export const land = unit("u-land", "Sở Tài nguyên và Môi trường");

export const reporter = (reporterId: string, name: string, more: Partial<ReporterFact> = {}): ReporterFact => ({
  reporterId,
  name,
  kind: "REGULARLY_INTRODUCED",
  engagements: [{ agencyId: "a-daily", from: "2018-01-01" }],
  mergedIntoId: null,
  cards: [],
  letters: [],
  ...more,
});

const card = {
  number: "IBT 00123",
  issue: "2016-2020",
  issuedOn: "2016-01-01",
  validTo: "2020-12-31",
  withdrawnOn: null,
};
export const carded = reporter("r-carded", "Lê Văn An", { cards: [card] });
export const uncarded = reporter("r-uncarded", "Trần Thị Bình");

/** The press law of 2019, and that of the end of 2026. */
export const PRESS_2016 = pressLaw("PRESS-2016", "2017-01-01");
export const PRESS_2025 = pressLaw("PRESS-2025", "2026-07-01");

function pressLaw(key: PressLaw["key"], validFrom: string): PressLaw {
  return { key, law: { key, instrument: key, validFrom, origin: "SHIPPED", confidence: "HIGH" } };
}

/** Reporters whose documents are checked, all of the daily. */
export const checking = (...reporters: readonly ReporterFact[]): Checking => ({
  bearers: reporters.map((one) => ({ reporter: one, agencyIds: ["a-daily"] })),
  addressees: ["u-health"],
  pressLaw: PRESS_2016,
});

export const visitorFact = (fact: ReporterFact): VisitorFact => ({
  reporter: fact,
  agencyId: "a-daily",
  agencyName: "Báo Hằng ngày",
});

const host = ({ unitId, name }: Named<UnitFact>): Visit["hosts"][number] => ({ unitId, name });
const visitor = ({ reporterId, name }: ReporterFact): Visit["reporters"][number] => ({
  reporterId,
  name,
  agencyId: "a-daily",
  agencyName: "Báo Hằng ngày",
});

export type VisitCommand = Parameters<(typeof visit)["decider"]["decide"]>[0];
type CommandOf<T extends VisitCommand["type"]> = Extract<VisitCommand, { type: T }>;

/** Of a reference the rules are asked about what it leads to, so a script leaves the id itself out. */
const command = <T extends VisitCommand["type"]>(
  type: T,
  data: Partial<CommandOf<T>["data"]>,
  meta: Parameters<typeof commandMeta>[0],
): CommandOf<T> => ({ type, data: { visitId: VISIT, ...data }, meta: commandMeta(meta) }) as unknown as CommandOf<T>;

/** Each field of the form, so that the compiler asks for a new one here. */
const WALK_IN: Omit<CommandOf<"RegisterVisit">["data"], "visitId" | "hostIds" | "reporterIds"> = {
  hosts: [health],
  reporters: [visitorFact(carded)],
  ...checking(carded),
  topic: "HEALTH",
  subject: "Công tác phòng dịch",
  appointmentAt: null,
  documents: null,
  outcome: null,
};

export const registerVisit = (
  data: Partial<CommandOf<"RegisterVisit">["data"]> = {},
  meta: Parameters<typeof commandMeta>[0] = {},
): CommandOf<"RegisterVisit"> =>
  command("RegisterVisit", { ...WALK_IN, ...checking(...of(data.reporters ?? WALK_IN.reporters)), ...data }, meta);

const of = (visitors: readonly VisitorFact[]): readonly ReporterFact[] => visitors.map((one) => one.reporter);

export const step = <T extends VisitCommand["type"]>(
  type: T,
  data: Partial<CommandOf<T>["data"]>,
  meta: Parameters<typeof commandMeta>[0] = {},
): VisitCommand => command(type, data, meta);

type EventData<T extends VisitEvent["type"]> = Omit<Extract<VisitEvent, { type: T }>["data"], "visitId">;

export const event = <T extends VisitEvent["type"]>(
  type: T,
  data: EventData<T>,
  occurredAt = EARLIER_TODAY,
  reason?: string,
): VisitEvent =>
  ({ type, data: { visitId: VISIT, ...data }, occurredAt, ...(reason === undefined ? {} : { reason }) }) as VisitEvent;

export const registered = (appointmentAt: string | null = null, occurredAt = EARLIER_TODAY): VisitEvent =>
  registration(appointmentAt, false, occurredAt);

/** Of reporters who have come. */
export const registeredAsArrived = (occurredAt = EARLIER_TODAY): VisitEvent => registration(null, true, occurredAt);

const registration = (appointmentAt: string | null, arrived: boolean, occurredAt: string): VisitEvent =>
  event(
    "VisitRegistered",
    {
      hosts: [host(health)],
      reporters: [visitor(carded)],
      topic: "HEALTH",
      subject: "Công tác phòng dịch",
      appointmentAt,
      arrived,
    },
    occurredAt,
  );

export const arrived = (at = EARLIER_TODAY): VisitEvent => event("VisitorsArrived", {}, at);
export const checked = (): VisitEvent => event("VisitDocumentsChecked", { documents: [] });
export const inSession = (): VisitEvent => event("VisitSessionStarted", {});
export const outcome = { answerForm: "ORAL", summary: "Đã trả lời", peopleMet: null, recordingAllowed: true } as const;
export const completed = (): VisitEvent => event("VisitOutcomeRecorded", { outcome });
export const promised = (promiseId = "p-1"): VisitEvent =>
  event("VisitInformationPromised", { promiseId, what: "Số liệu tiêm chủng", dueOn: "2019-09-20" });
export const fulfilled = (promiseId = "p-1"): VisitEvent =>
  event("VisitPromiseFulfilled", { promiseId, how: "Gửi thư" });
export const voided = (): VisitEvent => event("VisitVoided", { duplicateOfId: null }, EARLIER_TODAY, "Nhập nhầm");

export type Letter = DocumentGiven;
export type Letters = ReporterFact["letters"];
export type Reporters = readonly VisitorFact[];
