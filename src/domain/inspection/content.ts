import { type LocalDate, nameOn } from "../kernel/time.js";
import type { UnitFact } from "../unit/unit.js";
import {
  type AmendmentGiven,
  type Body,
  type Coordinator,
  dayOfNames,
  type DecidedContent,
  type DecisionGiven,
  type Inspection,
  type InspectionTarget,
  isDecided,
  type NamedBody,
  type NamedCoordinator,
  type NamedTarget,
  type PlanGiven,
  type PlannedContent,
} from "./inspection.js";

/** A body under the name it had on the day. */
export const bodyOn = (body: NamedBody, day: LocalDate): Body =>
  "unit" in body ? { unitId: body.unit.unitId, name: nameOn(body.unit.names, day) } : { unitId: null, name: body.name };

const coordinatorOn = (body: NamedCoordinator, day: LocalDate): Coordinator => ({
  ...bodyOn(body, day),
  role: body.role,
});

const target = ({ isKept: _, ...kept }: NamedTarget): InspectionTarget => kept;

/** What is planned, with names as of the day of the plan. */
export const plannedContent = (given: PlanGiven, day: LocalDate): PlannedContent => ({
  kind: given.kind,
  title: given.title,
  lead: bodyOn(given.lead, day),
  coordinators: given.coordinators.map((one) => coordinatorOn(one, day)),
  targets: given.targets.map(target),
  onSite: given.onSite,
});

/** What is decided, with names as of the day of the decision. */
export const decidedContent = (given: DecisionGiven): DecidedContent => ({
  ...plannedContent(given, given.decidedOn),
  decisionNumber: given.decisionNumber,
  decidedOn: given.decidedOn,
  team: given.team,
  periodExamined: given.periodExamined,
});

// Corrections -------------------------------------------------------------------------------------------------------

/** The inspection as it would have been given, had it been given right: what the rules of its content are asked about. */
export function givenAsAmended(given: AmendmentGiven, inspection: Inspection): PlanGiven {
  const named = (body: Body): NamedBody => {
    const unit = unitOf(body, given.standing);
    return unit ? { unit } : { name: body.name };
  };
  const wanted = {
    kind: given.kind ?? inspection.kind,
    title: given.title ?? inspection.title,
    lead: given.lead ?? named(inspection.lead),
    coordinators: given.coordinators ?? inspection.coordinators.map((one) => ({ ...named(one), role: one.role })),
    targets: given.targets ?? inspection.targets.map((one) => ({ ...one, isKept: true })),
    onSite: given.onSite ?? inspection.onSite,
  };
  if (!isDecided(inspection)) return wanted;
  const decided: DecisionGiven = {
    ...wanted,
    decisionNumber: given.decisionNumber ?? inspection.decisionNumber,
    decidedOn: given.decidedOn ?? inspection.decidedOn,
    team: given.team ?? inspection.team,
    periodExamined: given.periodExamined ?? inspection.periodExamined,
  };
  return decided;
}

export const isDecisionGiven = (given: PlanGiven): given is DecisionGiven => "decidedOn" in given;

/**
 * The content as amended. A body that is not spoken of keeps the name it was recorded with, unless the day of the decision
 * changes: then it is named as on the right day.
 */
export function contentAsAmended(given: AmendmentGiven, inspection: Inspection): PlannedContent | DecidedContent {
  const amended = givenAsAmended(given, inspection);
  const day = isDecisionGiven(amended) ? amended.decidedOn : dayOfNames(inspection);
  const moved = day !== dayOfNames(inspection);
  const fresh = isDecisionGiven(amended) ? decidedContent(amended) : plannedContent(amended, day);
  return {
    ...fresh,
    lead: given.lead || moved ? fresh.lead : inspection.lead,
    coordinators: given.coordinators || moved ? fresh.coordinators : inspection.coordinators,
  };
}

const unitOf = ({ unitId }: Body, standing: readonly UnitFact[]): UnitFact | undefined =>
  standing.find((unit) => unit.unitId === unitId);
