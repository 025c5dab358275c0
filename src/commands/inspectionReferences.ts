import type { Path, Refusal } from "../domain/kernel/refusal.js";
import { type LocalDate, nameOn } from "../domain/kernel/time.js";
import type { NamedBody, NamedCoordinator, NamedTarget } from "../domain/inspection/inspection.js";
import { inspectionRefusals } from "../domain/inspection/refusals.js";
import type { CoordinationRole, TargetKind } from "../domain/inspection/terms.js";
import { pressAgencyRefusals } from "../domain/pressAgency/policies.js";
import { unitRefusals } from "../domain/unit/policies.js";
import { entityId } from "../eventstore/codec.js";
import type { Facts } from "./facts.js";

/** Bodies and targets of inspections as callers name them, and what the register knows of them. */

/** One of the two: a unit of the register, or the name of a body outside it. */
export interface BodyInput {
  readonly unitId?: string | null | undefined;
  readonly name?: string | null | undefined;
}
export interface CoordinatorInput extends BodyInput {
  readonly role: CoordinationRole;
}

export interface TargetInput {
  /** In a correction: it is this target, perhaps under another name. */
  readonly targetId?: string | null | undefined;
  readonly kind: TargetKind;
  /** Compulsory for those who are neither a unit nor a press agency of the register. */
  readonly name?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly pressAgencyId?: string | null | undefined;
}

export type Found<T> = { readonly data: T } | { readonly refusal: Refusal };

export function bodyOf({ unitId, name }: BodyInput, facts: Facts, path: Path): Found<NamedBody> {
  if ((unitId == null) === (name == null)) return { refusal: inspectionRefusals.INSPECTION_BODY_UNCLEAR(path) };
  if (unitId == null) return { data: { name: name ?? "" } };
  const unit = facts.unit(unitId);
  return unit ? { data: { unit } } : { refusal: unitRefusals.UNIT_NOT_FOUND([...path, "unitId"]) };
}

export const coordinatorsOf = (inputs: readonly CoordinatorInput[], facts: Facts): Found<readonly NamedCoordinator[]> =>
  each(inputs, (input, index) => {
    const body = bodyOf(input, facts, ["coordinators", index]);
    return "refusal" in body ? body : { data: { ...body.data, role: input.role } };
  });

/** @param day whose names hold for units and press agencies */
export const targetsOf = (
  inputs: readonly TargetInput[],
  commandId: string,
  day: LocalDate,
  facts: Facts,
): Found<readonly NamedTarget[]> =>
  each(inputs, (input, index) => {
    const path = ["targets", index];
    const named = nameOfTarget(input, day, facts, path);
    if ("refusal" in named) return named;
    const targetId = input.targetId ?? entityId(commandId, `target ${index}`);
    const { kind, unitId = null, pressAgencyId = null } = input;
    return { data: { targetId, kind, name: named.data, unitId, pressAgencyId, isKept: input.targetId != null } };
  });

function nameOfTarget(input: TargetInput, day: LocalDate, facts: Facts, path: Path): Found<string> {
  const { name, unitId, pressAgencyId } = input;
  const unclear = (unitId != null && pressAgencyId != null) || (name ?? unitId ?? pressAgencyId) == null;
  if (unclear) return { refusal: inspectionRefusals.INSPECTION_TARGET_UNCLEAR(path) };
  const unit = unitId == null ? null : facts.unit(unitId);
  if (unit === undefined) return { refusal: unitRefusals.UNIT_NOT_FOUND([...path, "unitId"]) };
  const agency = pressAgencyId == null ? null : facts.pressAgency(pressAgencyId);
  if (agency === undefined) {
    return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND([...path, "pressAgencyId"]) };
  }
  return { data: name ?? nameOn((unit ?? agency)?.names ?? [], day) };
}

function each<I, T>(inputs: readonly I[], find: (input: I, index: number) => Found<T>): Found<readonly T[]> {
  const found: T[] = [];
  for (const [index, input] of inputs.entries()) {
    const one = find(input, index);
    if ("refusal" in one) return one;
    found.push(one.data);
  }
  return { data: found };
}
