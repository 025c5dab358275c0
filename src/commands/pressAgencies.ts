import type { Role } from "../domain/kernel/actor.js";
import { nameKey } from "../domain/kernel/names.js";
import { pressAgencyRefusals } from "../domain/pressAgency/policies.js";
import { pressAgencyDecider } from "../domain/pressAgency/decider.js";
import type {
  ClosePressAgency,
  MergePressAgency,
  PressAgencyKind,
  PressAgencyLevel,
  RegisterPressAgency,
  ReinstatePressAgency,
  RenamePressAgency,
  SuspendPressAgency,
} from "../domain/pressAgency/pressAgency.js";
import type { ClaimWanted } from "../domain/kernel/taking.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec } from "./spec.js";

/** The registry of the press is kept by the department. */
const KEEPERS: readonly Role[] = ["PRESS_OFFICER", "ADMIN"];

const common = { aggregate: { category: "pressAgency", decider: pressAgencyDecider }, may: KEEPERS } as const;
const onAgency = { ...common, entityId: (input: PressAgencyInput) => input.agencyId } as const;

/** No two live agencies share a name. */
const theName = ({ name }: { readonly name: string }): readonly ClaimWanted[] => [
  { kind: "PRESS_AGENCY_NAME", key: nameKey(name) },
];

interface PressAgencyInput extends CommandInput {
  readonly agencyId: string;
}

export interface RegisterPressAgencyInput extends CommandInput {
  readonly name: string;
  readonly kinds: readonly PressAgencyKind[];
  readonly level: PressAgencyLevel;
  readonly governingBody: string;
  readonly licenceNumber?: string | null | undefined;
  readonly registeredOn: string;
}

export const registerPressAgency: CommandSpec<RegisterPressAgencyInput, RegisterPressAgency> = {
  ...common,
  type: "RegisterPressAgency",
  begins: "pressAgency",
  claims: theName,
  resolve: ({ name, kinds, level, governingBody, licenceNumber, registeredOn }, { facts, newId }) => {
    const agencyId = newId("pressAgency");
    const agency = { name, kinds, level, governingBody, licenceNumber: licenceNumber ?? null, registeredOn };
    return { data: { agencyId, ...agency, namesakes: facts.pressAgenciesNamed(name) } };
  },
};

export interface RenamePressAgencyInput extends PressAgencyInput {
  readonly name: string;
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

export const renamePressAgency: CommandSpec<RenamePressAgencyInput, RenamePressAgency> = {
  ...onAgency,
  type: "RenamePressAgency",
  claims: theName,
  resolve: ({ agencyId, name, effectiveOn, legalBasis }, { facts }) => ({
    data: { agencyId, name, effectiveOn, legalBasis, namesakes: facts.pressAgenciesNamed(name) },
  }),
};

export interface SuspendPressAgencyInput extends PressAgencyInput {
  readonly from: string;
  readonly until?: string | null | undefined;
  readonly legalBasis: string;
}

export const suspendPressAgency: CommandSpec<SuspendPressAgencyInput, SuspendPressAgency> = {
  ...onAgency,
  type: "SuspendPressAgency",
  resolve: ({ agencyId, from, until, legalBasis }) => ({ data: { agencyId, from, until: until ?? null, legalBasis } }),
};

export interface ReinstatePressAgencyInput extends PressAgencyInput {
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

export const reinstatePressAgency: CommandSpec<ReinstatePressAgencyInput, ReinstatePressAgency> = {
  ...onAgency,
  type: "ReinstatePressAgency",
  resolve: ({ agencyId, effectiveOn, legalBasis }) => ({ data: { agencyId, effectiveOn, legalBasis } }),
};

export interface MergePressAgencyInput extends PressAgencyInput {
  readonly intoId: string;
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

export const mergePressAgency: CommandSpec<MergePressAgencyInput, MergePressAgency> = {
  ...onAgency,
  type: "MergePressAgency",
  leansOn: ({ intoId }) => refs("PressAgency", intoId),
  resolve: ({ agencyId, intoId, effectiveOn, legalBasis }, { facts }) => {
    const into = facts.pressAgency(intoId);
    if (!into) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["intoId"]) };
    return { data: { agencyId, into, effectiveOn, legalBasis, tookInOn: facts.pressAgencyTookInOn(agencyId) } };
  },
};

export interface ClosePressAgencyInput extends PressAgencyInput {
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

export const closePressAgency: CommandSpec<ClosePressAgencyInput, ClosePressAgency> = {
  ...onAgency,
  type: "ClosePressAgency",
  resolve: ({ agencyId, effectiveOn, legalBasis }, { facts }) => ({
    data: { agencyId, effectiveOn, legalBasis, tookInOn: facts.pressAgencyTookInOn(agencyId) },
  }),
};
