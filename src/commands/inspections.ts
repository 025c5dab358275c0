import type { BODY, COORDINATOR, TARGET } from "../domain/inspection/fields.js";
import {
  dayOfNames,
  type InspectionFact,
  type NamedBody,
  type NamedCoordinator,
  type NamedTarget,
  type TakingPart,
  unitIdsOf,
} from "../domain/inspection/inspection.js";
import { inspection } from "../domain/inspection/record.js";
import { inspectionRefusals } from "../domain/inspection/refusals.js";
import type { DataOf } from "../domain/kernel/fields.js";
import type { Path } from "../domain/kernel/refusal.js";
import { type LocalDate, localDateOf, nameOn } from "../domain/kernel/time.js";
import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { Facts } from "./facts.js";
import type { Resolved, ResolveContext } from "./spec.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of an inspection. */
const lookups: LookupsOf<typeof inspection> = {
  PlanInspection: (said, context) => takingPart(said, localDateOf(context.meta.occurredAt), context),
  DecideInspection: (said, context) => takingPart(said, said.decidedOn, context),
  Reinspect(said, context) {
    const reinspects = inspectionOf(said.reinspectsId, context.facts, ["reinspectsId"]);
    if ("refusal" in reinspects) return reinspects;
    const taking = takingPart(said, said.decidedOn, context);
    return "refusal" in taking ? taking : { data: { ...taking.data, reinspects: reinspects.data } };
  },
  AmendInspection(said, context) {
    const { state, facts } = context;
    const lead = said.lead ? bodyOf(said.lead, facts, ["lead"]) : { data: null };
    if ("refusal" in lead) return lead;
    const coordinators = said.coordinators ? coordinatorsOf(said.coordinators, facts) : { data: null };
    if ("refusal" in coordinators) return coordinators;
    const day = said.decidedOn ?? dayOfNames(state);
    const targets = said.targets ? targetsOf(said.targets, day, context) : { data: null };
    if ("refusal" in targets) return targets;
    const taking = unitIdsOf([state.lead, ...state.coordinators]);
    const standing = taking.flatMap((unitId) => facts.unit(unitId) ?? []);
    return { data: { lead: lead.data, coordinators: coordinators.data, targets: targets.data, standing } };
  },
  VoidInspection({ duplicateOfId }, { facts }) {
    if (duplicateOfId === null) return { data: { duplicateOf: null } };
    const found = inspectionOf(duplicateOfId, facts, ["duplicateOfId"]);
    return "refusal" in found ? found : { data: { duplicateOf: found.data } };
  },
  MakeRecommendation({ addressee }, { facts }) {
    const found = bodyOf(addressee, facts, ["addressee"]);
    return "refusal" in found ? found : { data: { addressee: found.data } };
  },
  RecordRecommendationProgress({ assignee }, { facts }) {
    if (assignee === null) return { data: { assignee } };
    const found = bodyOf(assignee, facts, ["assignee"]);
    return "refusal" in found ? found : { data: { assignee: found.data } };
  },
};

export const inspectionSpecs = specsOf(inspection, lookups);

// References --------------------------------------------------------------------------------------------------------

type BodySaid = DataOf<typeof BODY.fields>;
type CoordinatorSaid = DataOf<typeof COORDINATOR.fields>;
type TargetSaid = DataOf<typeof TARGET.fields>;

interface TakingPartSaid {
  readonly lead: BodySaid;
  readonly coordinators: readonly CoordinatorSaid[] | null;
  readonly targets: readonly TargetSaid[] | null;
}

function inspectionOf(id: string, facts: Facts, path: Path): Resolved<InspectionFact> {
  const found = facts.inspection(id);
  return found ? { data: found } : { refusal: inspectionRefusals.INSPECTION_NOT_FOUND(path) };
}

/** @param day whose names hold for units and press agencies */
function takingPart(
  said: TakingPartSaid,
  day: LocalDate,
  context: Pick<ResolveContext, "facts" | "newId">,
): Resolved<TakingPart> {
  const lead = bodyOf(said.lead, context.facts, ["lead"]);
  if ("refusal" in lead) return lead;
  const coordinators = coordinatorsOf(said.coordinators ?? [], context.facts);
  if ("refusal" in coordinators) return coordinators;
  const targets = targetsOf(said.targets ?? [], day, context);
  if ("refusal" in targets) return targets;
  return { data: { lead: lead.data, coordinators: coordinators.data, targets: targets.data } };
}

function bodyOf({ unitId, name }: BodySaid, facts: Facts, path: Path): Resolved<NamedBody> {
  if (unitId !== null && name === null) {
    const unit = facts.unit(unitId);
    return unit ? { data: { unit } } : { refusal: unitRefusals.UNIT_NOT_FOUND([...path, "unitId"]) };
  }
  const isOutside = unitId === null && name !== null;
  return isOutside ? { data: { name } } : { refusal: inspectionRefusals.INSPECTION_BODY_UNCLEAR(path) };
}

const coordinatorsOf = (said: readonly CoordinatorSaid[], facts: Facts): Resolved<readonly NamedCoordinator[]> =>
  each(said, (one, index) => {
    const body = bodyOf(one, facts, ["coordinators", index]);
    return "refusal" in body ? body : { data: { ...body.data, role: one.role } };
  });

const targetsOf = (
  said: readonly TargetSaid[],
  day: LocalDate,
  { facts, newId }: Pick<ResolveContext, "facts" | "newId">,
): Resolved<readonly NamedTarget[]> =>
  each(said, ({ targetId, ...one }, index) => {
    const name = nameOfTarget(one, day, facts, ["targets", index]);
    if ("refusal" in name) return name;
    const isKept = targetId !== null;
    return { data: { ...one, targetId: targetId ?? newId(`target ${index}`), name: name.data, isKept } };
  });

function nameOfTarget(
  { name, unitId, pressAgencyId }: Omit<TargetSaid, "targetId">,
  day: LocalDate,
  facts: Facts,
  path: Path,
): Resolved<string> {
  const unclear = (unitId !== null && pressAgencyId !== null) || (name ?? unitId ?? pressAgencyId) === null;
  if (unclear) return { refusal: inspectionRefusals.INSPECTION_TARGET_UNCLEAR(path) };
  const unit = unitId === null ? null : facts.unit(unitId);
  if (unit === undefined) return { refusal: unitRefusals.UNIT_NOT_FOUND([...path, "unitId"]) };
  const agency = pressAgencyId === null ? null : facts.pressAgency(pressAgencyId);
  if (agency === undefined) {
    return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND([...path, "pressAgencyId"]) };
  }
  return { data: name ?? nameOn((unit ?? agency)?.names ?? [], day) };
}

function each<I, T>(said: readonly I[], find: (one: I, index: number) => Resolved<T>): Resolved<readonly T[]> {
  const found: T[] = [];
  for (const [index, one] of said.entries()) {
    const result = find(one, index);
    if ("refusal" in result) return result;
    found.push(result.data);
  }
  return { data: found };
}
