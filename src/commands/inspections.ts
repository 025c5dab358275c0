import type { BODY, COORDINATOR, TARGET } from "../domain/inspection/fields.js";
import {
  dayOfNames,
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
import { type Finder, refuseWith } from "./finder.js";
import { type LookupContext, type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of an inspection. */
const lookups: LookupsOf<typeof inspection> = {
  PlanInspection: (said, context) => takingPart(said, localDateOf(context.meta.occurredAt), context),
  DecideInspection: (said, context) => takingPart(said, said.decidedOn, context),
  Reinspect: (said, context) => ({
    reinspects: context.the.inspection(said.reinspectsId, "reinspectsId"),
    ...takingPart(said, said.decidedOn, context),
  }),
  AmendInspection(said, context) {
    const { state, facts, the } = context;
    const taking = unitIdsOf([state.lead, ...state.coordinators]);
    return {
      lead: said.lead && bodyOf(said.lead, the, "lead"),
      coordinators: said.coordinators && coordinatorsOf(said.coordinators, the),
      targets: said.targets && targetsOf(said.targets, said.decidedOn ?? dayOfNames(state), context),
      standing: taking.flatMap((unitId) => facts.unit(unitId) ?? []),
    };
  },
  VoidInspection: ({ duplicateOfId }, { the }) => ({ duplicateOf: the.inspection(duplicateOfId, "duplicateOfId") }),
  MakeRecommendation: ({ addressee }, { the }) => ({ addressee: bodyOf(addressee, the, "addressee") }),
  RecordRecommendationProgress: ({ assignee }, { the }) => ({
    assignee: assignee && bodyOf(assignee, the, "assignee"),
  }),
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

type Known = Pick<LookupContext, "the" | "newId">;

/** @param day whose names hold for units and press agencies */
const takingPart = (said: TakingPartSaid, day: LocalDate, known: Known): TakingPart => ({
  lead: bodyOf(said.lead, known.the, "lead"),
  coordinators: coordinatorsOf(said.coordinators ?? [], known.the),
  targets: targetsOf(said.targets ?? [], day, known),
});

function bodyOf({ unitId, name }: BodySaid, the: Finder, ...path: Path): NamedBody {
  if (unitId !== null && name === null) return { unit: the.unit(unitId, ...path, "unitId") };
  const isOutside = unitId === null && name !== null;
  return isOutside ? { name } : refuseWith(inspectionRefusals.INSPECTION_BODY_UNCLEAR(path));
}

const coordinatorsOf = (said: readonly CoordinatorSaid[], the: Finder): readonly NamedCoordinator[] =>
  said.map((one, index) => ({ ...bodyOf(one, the, "coordinators", index), role: one.role }));

const targetsOf = (said: readonly TargetSaid[], day: LocalDate, { the, newId }: Known): readonly NamedTarget[] =>
  said.map(({ targetId, ...one }, index) => {
    const name = nameOfTarget(one, day, the, ["targets", index]);
    return { ...one, targetId: targetId ?? newId(`target ${index}`), name, isKept: targetId !== null };
  });

function nameOfTarget(
  { name, unitId, pressAgencyId }: Omit<TargetSaid, "targetId">,
  day: LocalDate,
  the: Finder,
  path: Path,
): string {
  const unclear = (unitId !== null && pressAgencyId !== null) || (name ?? unitId ?? pressAgencyId) === null;
  if (unclear) refuseWith(inspectionRefusals.INSPECTION_TARGET_UNCLEAR(path));
  const named = the.unit(unitId, ...path, "unitId") ?? the.pressAgency(pressAgencyId, ...path, "pressAgencyId");
  return name ?? nameOn(named?.names ?? [], day);
}
