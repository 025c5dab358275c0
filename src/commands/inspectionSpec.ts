import type { Role } from "../domain/kernel/actor.js";
import { inspectionDecider } from "../domain/inspection/decider.js";
import type * as inspection from "../domain/inspection/inspection.js";
import type { InspectionKind, TeamRole } from "../domain/inspection/terms.js";
import {
  type BodyInput,
  bodyOf,
  type CoordinatorInput,
  coordinatorsOf,
  type Found,
  type TargetInput,
  targetsOf,
} from "./inspectionReferences.js";
import type { RecordReference } from "../domain/kernel/fields.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec, ResolveContext, Resolved } from "./spec.js";

/** What all commands on inspections share. */

export const KEEPERS: readonly Role[] = ["INSPECTOR", "ADMIN"];

export const aggregate = {
  category: "inspection",
  decider: inspectionDecider,
  leansOn: (state: inspection.InspectionState) =>
    state.status === "NONE" ? [] : refs("Unit", ...bodiesOf(state.content).map(({ unitId }) => unitId)),
};

const bodiesOf = ({ lead, coordinators }: inspection.PlannedContent): readonly inspection.Body[] => [
  lead,
  ...coordinators,
];

export interface InspectionInput extends CommandInput {
  readonly inspectionId: string;
}
export interface ReasonedInspectionInput extends InspectionInput {
  readonly reason: string;
}

/** A command on an inspection that is there. */
export function onInspection<I extends InspectionInput, C extends inspection.InspectionStep>(
  type: C["type"],
  resolve: (input: I, context: ResolveContext) => Resolved<Omit<C["data"], "inspectionId">>,
  leansOn: (input: I) => readonly RecordReference[] = () => [],
): CommandSpec<I, C> {
  return {
    type,
    may: KEEPERS,
    aggregate,
    leansOn,
    entityId: (input) => input.inspectionId,
    resolve: (input, context) => {
      const resolved = resolve(input, context);
      if ("refusal" in resolved) return resolved;
      return { data: { inspectionId: input.inspectionId, ...resolved.data } as C["data"] };
    },
  };
}

// Content -----------------------------------------------------------------------------------------------------------

export interface PeriodInput {
  readonly from: string;
  readonly to: string;
}
export interface TeamMemberInput {
  readonly name: string;
  readonly role: TeamRole;
}

export interface ContentInput extends CommandInput {
  readonly kind: InspectionKind;
  readonly title: string;
  readonly lead: BodyInput;
  readonly coordinators?: readonly CoordinatorInput[] | null | undefined;
  readonly targets?: readonly TargetInput[] | null | undefined;
  /** The days on site as planned. */
  readonly onSite: PeriodInput;
}

interface TakingPart extends Pick<ContentInput, "coordinators" | "targets"> {
  readonly lead?: BodyInput | null | undefined;
}

/** The units and press agencies that take part, as far as the register has them. */
export const takingPart = ({ lead, coordinators, targets }: TakingPart): readonly RecordReference[] => [
  ...refs("Unit", lead?.unitId, ...[...(coordinators ?? []), ...(targets ?? [])].map(({ unitId }) => unitId)),
  ...refs("PressAgency", ...(targets ?? []).map(({ pressAgencyId }) => pressAgencyId)),
];

export const period = ({ from, to }: PeriodInput): inspection.Period => ({ from, to });
export const member = ({ name, role }: TeamMemberInput): inspection.TeamMember => ({ name, role });

export function planGiven(input: ContentInput, day: string, { facts }: ResolveContext): Found<inspection.PlanGiven> {
  const lead = bodyOf(input.lead, facts, ["lead"]);
  if ("refusal" in lead) return lead;
  const coordinators = coordinatorsOf(input.coordinators ?? [], facts);
  if ("refusal" in coordinators) return coordinators;
  const targets = targetsOf(input.targets ?? [], input.commandId, day, facts);
  if ("refusal" in targets) return targets;
  const { kind, title, onSite } = input;
  const bodies = { lead: lead.data, coordinators: coordinators.data };
  return { data: { kind, title, ...bodies, targets: targets.data, onSite: period(onSite) } };
}
