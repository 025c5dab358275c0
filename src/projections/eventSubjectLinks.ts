import type { DecisionRegisterEvent } from "../domain/decisionRegister/decisionRegister.js";
import type { SeizureEvent } from "../domain/exhibit/seizure.js";
import type { Body, InspectionChanges, InspectionEvent } from "../domain/inspection/inspection.js";
import type { DomainEvent } from "../domain/kernel/decider.js";
import type { PressAgencyEvent } from "../domain/pressAgency/pressAgency.js";
import type { ReporterEvent } from "../domain/reporter/reporter.js";
import type { RepresentativeOfficeEvent } from "../domain/representativeOffice/representativeOffice.js";
import type { DecisionContent } from "../domain/sanction/decision.js";
import type { SanctionEvent } from "../domain/sanction/sanction.js";
import type { UnitEvent } from "../domain/unit/unit.js";
import type { ViolationCaseEvent } from "../domain/violationCase/violationCase.js";
import type { VisitEvent, Visitor } from "../domain/visit/visit.js";

export type SubjectKind =
  | "Unit"
  | "PressAgency"
  | "RepresentativeOffice"
  | "Reporter"
  | "Visit"
  | "Inspection"
  | "ViolationCase"
  | "Sanction"
  | "Seizure"
  | "DecisionRegister";

/** Whom or what an event is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly ref: string;
}

/** What an event belongs to: a subject, or a paper that a number of a register was drawn for. */
export interface LedgerRecord {
  readonly kind: SubjectKind | "DecisionPaper";
  readonly ref: string;
}

/** Subjects by what they are to a record: its hosts, its case, its issuer. */
export type Roles = Readonly<Record<string, readonly Subject[]>>;

/** What one event says of its subjects. Those that stand with its record already are linked to it without being named. */
export interface Links {
  /** Whose event it is, where the stream does not tell: a register of many. */
  readonly own?: readonly Subject[];
  /** From now on they stand with the record, besides those that do. */
  readonly add?: Roles;
  /** From now on they stand with the record, instead of those in the same role; this event is still about both. */
  readonly set?: Roles;
  /** Only this event is about them. */
  readonly once?: readonly Subject[];
  /** From now on what stands there in this role (null: in any) stands here too. */
  readonly through?: readonly { readonly record: LedgerRecord; readonly role: string | null }[];
  /** What the event belongs to, where that is not its stream's record. */
  readonly record?: LedgerRecord;
}

type Tellers<E extends DomainEvent> = {
  readonly [T in E["type"]]?: (data: Extract<E, { type: T }>["data"]) => Links;
};

const some = (kind: SubjectKind, ...refs: readonly (string | null)[]): readonly Subject[] =>
  refs.flatMap((ref) => (ref === null ? [] : { kind, ref }));
const units = (bodies: readonly Pick<Body, "unitId">[]): readonly Subject[] =>
  some("Unit", ...bodies.map(({ unitId }) => unitId));
const visitors = (reporters: readonly Visitor[]): readonly Subject[] => [
  ...some("Reporter", ...reporters.map(({ reporterId }) => reporterId)),
  ...some("PressAgency", ...reporters.map(({ agencyId }) => agencyId)),
];
const ofUnits = (...ids: readonly string[]): Links => ({ own: some("Unit", ...ids) });

const ofVisits: Tellers<VisitEvent> = {
  VisitRegistered: ({ hosts, reporters }) => ({ set: { hosts: units(hosts), reporters: visitors(reporters) } }),
  VisitRedirected: ({ to }) => ({ add: { redirected: units([to]) } }),
  VisitAmended: ({ changes: { hosts, reporters } }) => ({
    set: { ...(hosts && { hosts: units(hosts) }), ...(reporters && { reporters: visitors(reporters) }) },
  }),
  VisitDuplicateJudged: ({ otherVisitId }) => ({ once: some("Visit", otherVisitId) }),
  VisitVoided: ({ duplicateOfId }) => ({ once: some("Visit", duplicateOfId) }),
};

const takingPart = ({ lead, coordinators, targets }: InspectionChanges): Roles => ({
  ...(lead && { lead: units([lead]) }),
  ...(coordinators && { coordinators: units(coordinators) }),
  ...(targets && {
    targets: [...units(targets), ...some("PressAgency", ...targets.map(({ pressAgencyId }) => pressAgencyId))],
  }),
});

const ofInspections: Tellers<InspectionEvent> = {
  InspectionPlanned: ({ content }) => ({ set: takingPart(content) }),
  InspectionDecided: ({ content, reinspectsId }) => ({
    set: { ...takingPart(content), reinspects: some("Inspection", reinspectsId) },
  }),
  InspectionAmended: ({ changes }) => ({ set: takingPart(changes) }),
  InspectionRecommendationMade: ({ addressee }) => ({ add: { addressees: units([addressee]) } }),
  InspectionRecommendationProgressed: ({ assignee }) => ({ add: { addressees: units(assignee ? [assignee] : []) } }),
  InspectionVoided: ({ duplicateOfId }) => ({ once: some("Inspection", duplicateOfId) }),
};

const ofCases: Tellers<ViolationCaseEvent> = {
  ViolationCaseRecorded: ({ unit, inspectionId }) => ({
    set: { units: units([unit]), inspection: some("Inspection", inspectionId) },
  }),
  // The unit that had the case goes on seeing what became of it.
  ViolationCaseTransferred: ({ from, to }) => ({ add: { units: units([from, to]) } }),
};

/** A record within a case belongs to the case's inspection too. */
const withinCase = (caseId: string): Pick<Links, "through"> => ({
  through: [{ record: { kind: "ViolationCase", ref: caseId }, role: "inspection" }],
});
const confiscated = ({ measures }: DecisionContent): readonly Subject[] =>
  some("Seizure", ...measures.flatMap(({ seizureIds }) => seizureIds));

const ofSanctions: Tellers<SanctionEvent> = {
  SanctionIssued: ({ caseId, issuer, replacesId, content }) => ({
    set: {
      case: some("ViolationCase", caseId),
      issuer: units([issuer]),
      replaces: some("Sanction", replacesId),
      seizures: confiscated(content),
    },
    ...withinCase(caseId),
  }),
  SanctionAmended: ({ content }) => ({ set: { seizures: confiscated(content) } }),
};

const bySanction = ({ sanctionId }: { readonly sanctionId: string | null }): Links => ({
  add: { sanctions: some("Sanction", sanctionId) },
});

const ofSeizures: Tellers<SeizureEvent> = {
  ExhibitsSeized: ({ caseId, unit }) => ({
    set: { case: some("ViolationCase", caseId), unit: units([unit]) },
    ...withinCase(caseId),
  }),
  ExhibitsConfiscated: bySanction,
  ExhibitDiscrepancyRecorded: bySanction,
  ExhibitsDestroyed: bySanction,
  ExhibitsTransferred: bySanction,
  ExhibitsSold: bySanction,
  ConfiscationRevoked: ({ sanctionId, carriedOverTo }) => ({
    add: { sanctions: some("Sanction", sanctionId, carriedOverTo?.sanctionId ?? null) },
  }),
};

const ofUnitRegister: Tellers<UnitEvent> = {
  UnitRegistered: ({ unitId, parentId }) => ({ ...ofUnits(unitId), once: some("Unit", parentId) }),
  UnitRenamed: ({ unitId }) => ofUnits(unitId),
  UnitsMerged: ({ fromIds, intoId }) => ofUnits(...fromIds, intoId),
  UnitSplit: ({ fromId, intoIds }) => ofUnits(fromId, ...intoIds),
  UnitAbolished: ({ unitId }) => ofUnits(unitId),
  UnitFunctionMoved: ({ fromId, toId }) => ofUnits(fromId, toId),
};

const ofPressAgencies: Tellers<PressAgencyEvent> = {
  PressAgencyMerged: ({ intoId }) => ({ add: { into: some("PressAgency", intoId) } }),
};

const ofReporters: Tellers<ReporterEvent> = {
  ReporterRegistered: ({ agencyId }) => ({ set: { agency: some("PressAgency", agencyId) } }),
  ReporterTransferred: ({ agencyId }) => ({ set: { agency: some("PressAgency", agencyId) } }),
  IntroductionLetterRecorded: ({ agencyId, units: addressed }) => ({
    once: [...some("PressAgency", agencyId), ...units(addressed)],
  }),
  ReporterMerged: ({ intoId }) => ({ add: { into: some("Reporter", intoId) } }),
};

const ofOffices: Tellers<RepresentativeOfficeEvent> = {
  RepresentativeOfficeNotified: ({ agencyId, headReporterId }) => ({
    set: { agency: some("PressAgency", agencyId), head: some("Reporter", headReporterId) },
  }),
  RepresentativeOfficeHeadChanged: ({ headReporterId }) => ({ set: { head: some("Reporter", headReporterId) } }),
};

/** A number belongs to the paper that bears it: who gives it back names nothing but the paper. */
const paper = (forId: string): LedgerRecord => ({ kind: "DecisionPaper", ref: forId });

const ofDecisionRegisters: Tellers<DecisionRegisterEvent> = {
  DecisionNumberDrawn: ({ forId, sanctionId, issuerId }) => ({
    record: paper(forId),
    set: { sanction: some("Sanction", sanctionId), issuer: some("Unit", issuerId) },
    through: [{ record: { kind: "Sanction", ref: sanctionId }, role: null }],
  }),
  DecisionNumberTakenOver: ({ forId }) => ({ record: paper(forId) }),
  DecisionNumberReleased: ({ forId }) => ({ record: paper(forId) }),
};

const TELLERS = new Map<string, (data: never) => Links>(
  [
    ofVisits,
    ofInspections,
    ofCases,
    ofSanctions,
    ofSeizures,
    ofUnitRegister,
    ofPressAgencies,
    ofReporters,
    ofOffices,
    ofDecisionRegisters,
  ].flatMap((tellers) => Object.entries(tellers) as [string, (data: never) => Links][]),
);

const NOTHING: Links = {};

/** What the event says of its subjects; a type that is not listed names none. */
export const linksOf = ({ type, data }: { readonly type: string; readonly data: object }): Links =>
  TELLERS.get(type)?.(data as never) ?? NOTHING;
