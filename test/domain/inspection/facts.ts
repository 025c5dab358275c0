import { decidedContent, plannedContent } from "../../../src/domain/inspection/content.js";
import type { InspectionEvent } from "../../../src/domain/inspection/events.js";
import type { DecisionGiven, InspectionFact, NamedTarget } from "../../../src/domain/inspection/inspection.js";
import type { inspection } from "../../../src/domain/inspection/record.js";
import { commandMeta } from "../../support/given.js";
import { unitFact } from "../../support/facts.js";

/** The cast of the scripts on inspections. The clock of `commandMeta` stands at 10 September 2019, 10:00 in Vietnam. */

export const ID = "0b000000-0000-4000-8000-000000000001";
export const TODAY = "2019-09-10T03:00:00.000Z";
export const EARLIER = "2019-09-04T03:00:00.000Z";
export const TOMORROW = "2019-09-11T03:00:00.000Z";

export const department = unitFact("u-ict", "Sở Thông tin và Truyền thông");
export const culture = unitFact("u-culture", "Sở Văn hóa");
export const commune = unitFact("u-commune", "Xã Hoằng Lộc", { kind: "COMMUNE" });
export const team = { name: "Đội liên ngành phòng, chống in lậu" };

export const shop: NamedTarget = {
  targetId: "t-1",
  kind: "HOUSEHOLD_BUSINESS",
  name: "Nhà sách Minh Anh",
  unitId: null,
  pressAgencyId: null,
  isKept: false,
};
export const printer: NamedTarget = { ...shop, targetId: "t-2", kind: "ORGANISATION", name: "Công ty in Lam Sơn" };

export const decision = (more: Partial<DecisionGiven> = {}): DecisionGiven => ({
  kind: "SPECIALISED_INSPECTION",
  title: "Thanh tra hoạt động xuất bản, in, phát hành",
  lead: { unit: department },
  coordinators: [
    { unit: culture, role: "TEAM_MEMBERS" },
    { ...team, role: "LOCAL_FORCES" },
  ],
  targets: [shop],
  onSite: { from: "2019-09-05", to: "2019-09-20" },
  decisionNumber: "45/QĐ-STTTT",
  decidedOn: "2019-09-03",
  team: [
    { name: "Lê Văn An", role: "HEAD" },
    { name: "Trần Thị Bình", role: "MEMBER" },
  ],
  periodExamined: { from: "2018-01-01", to: "2019-06-30" },
  ...more,
});
export const check = (more: Partial<DecisionGiven> = {}): DecisionGiven => decision({ kind: "CHECK", ...more });

type Meta = Parameters<typeof commandMeta>[0];

export type InspectionCommand = Parameters<(typeof inspection)["decider"]["decide"]>[0];
type CommandOf<T extends InspectionCommand["type"]> = Extract<InspectionCommand, { type: T }>;

/** Of a reference the rules are asked about what it leads to, so a script leaves the id itself out. */
export const step = <T extends InspectionCommand["type"]>(
  type: T,
  data: Partial<CommandOf<T>["data"]>,
  meta: Meta = {},
): InspectionCommand =>
  ({ type, data: { inspectionId: ID, ...data }, meta: commandMeta(meta) }) as unknown as InspectionCommand;

export const decide = (
  more: Partial<DecisionGiven> = {},
  { plannedInspectionId = null }: { plannedInspectionId?: string | null } = {},
  meta: Meta = { lateEntryReason: "Nhập bù" },
): InspectionCommand => step("DecideInspection", { ...decision(more), plannedInspectionId }, meta);

export const reinspect = (reinspects: InspectionFact): InspectionCommand =>
  step("Reinspect", { ...decision(), reinspects }, { lateEntryReason: "Nhập bù" });

export const plan = (more: Partial<DecisionGiven> = {}, meta: Meta = {}): InspectionCommand => {
  const { kind, title, lead, coordinators, targets, onSite } = decision(more);
  return step("PlanInspection", { plan: "KH 01/KH-STTTT", kind, title, lead, coordinators, targets, onSite }, meta);
};

/** What an amendment leaves as it is. */
export const UNCHANGED = {
  kind: null,
  title: null,
  lead: null,
  coordinators: null,
  targets: null,
  onSite: null,
  decisionNumber: null,
  decidedOn: null,
  team: null,
  periodExamined: null,
} as const;
export const amend = (
  given: Partial<DecisionGiven>,
  standing = [department, culture],
  meta: Meta = {},
): InspectionCommand => step("AmendInspection", { reason: "Nhập sai", ...UNCHANGED, ...given, standing }, meta);

type EventData<T extends InspectionEvent["type"]> = Omit<Extract<InspectionEvent, { type: T }>["data"], "inspectionId">;

export const event = <T extends InspectionEvent["type"]>(
  type: T,
  data: EventData<T>,
  occurredAt = EARLIER,
  reason?: string,
): InspectionEvent =>
  ({ type, data: { inspectionId: ID, ...data }, occurredAt, ...(reason ? { reason } : {}) }) as InspectionEvent;

export const planned = (more: Partial<DecisionGiven> = {}, at = "2019-09-02T03:00:00.000Z"): InspectionEvent => {
  const content = plannedContent(decision(more), at.slice(0, 10));
  return event("InspectionPlanned", { plan: "KH 01/KH-STTTT", content }, at);
};
export const decided = (more: Partial<DecisionGiven> = {}, at = "2019-09-03T03:00:00.000Z"): InspectionEvent =>
  event("InspectionDecided", { content: decidedContent(decision(more)), reinspectsId: null }, at);

/** The way to the conclusion, a step each. */
export const WAY = {
  announced: event("InspectionAnnounced", {}),
  started: event("InspectionFieldworkStarted", {}),
  ended: event("InspectionFieldworkEnded", {}),
  reported: event("InspectionReported", { summary: "Đã kiểm tra", draftDueOn: null }),
  drafted: event("InspectionConclusionDrafted", { reservedOpinions: [] }),
  concluded: event("InspectionConcluded", { number: "9/KL-TTr", signedOn: "2019-09-04", summary: "Có vi phạm" }),
  published: event("InspectionConclusionPublished", { forms: ["PORTAL"], address: null }),
  implementing: event("InspectionImplementationStarted", { document: "CV 77" }),
} as const;

/** The decision and the way up to and including this step. */
export function upTo(last: keyof typeof WAY | "decided", more: Partial<DecisionGiven> = {}): InspectionEvent[] {
  const names = Object.keys(WAY) as (keyof typeof WAY)[];
  const count = last === "decided" ? 0 : names.indexOf(last) + 1;
  return [decided(more), ...names.slice(0, count).map((name) => WAY[name])];
}

export const fact = (more: Partial<InspectionFact> = {}): InspectionFact => ({
  inspectionId: "0b000000-0000-4000-8000-000000000002",
  status: "CONCLUDED",
  ...more,
});
