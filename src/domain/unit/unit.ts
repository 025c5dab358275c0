import type { Command, DomainEvent } from "../kernel/decider.js";
import type { DatedName, LocalDate } from "../kernel/time.js";

/**
 * The register of units (cơ quan, đơn vị, địa phương) of the province: one aggregate, because names, mergers and
 * splits are rules between units. A unit's identity is never its name: names are used again for other units.
 */

export const UNIT_KINDS = ["PROVINCE", "DEPARTMENT", "SECTOR", "DISTRICT", "COMMUNE"] as const;
/**
 * PROVINCE (UBND tỉnh), DEPARTMENT (sở), SECTOR (ban, ngành), DISTRICT (huyện, thị xã, thành phố thuộc tỉnh; until
 * 30 June 2025), COMMUNE (xã, phường, thị trấn).
 */
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_FUNCTIONS = [
  "PRESS_AND_PUBLISHING",
  "INFORMATION_TECHNOLOGY",
  "POST_AND_TELECOM",
  "INSPECTION",
] as const;
/** A state-management function (chức năng quản lý nhà nước) that can move from one unit to another. */
export type UnitFunction = (typeof UNIT_FUNCTIONS)[number];

export const UNIT_ENDINGS = ["MERGED", "SPLIT", "ABOLISHED"] as const;
export type UnitEnding = (typeof UNIT_ENDINGS)[number];

// Events ------------------------------------------------------------------------------------------------------------

/** What every change of the organisation rests on and when it takes effect. */
interface Change {
  /** The decision or resolution (quyết định, nghị quyết), as cited: `NQ 1686/NQ-UBTVQH15`. */
  readonly legalBasis: string;
  readonly effectiveOn: LocalDate;
}

export interface NewUnit {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** The official code (mã đơn vị hành chính), where there is one. Codes are kept by one predecessor at a merger. */
  readonly code: string | null;
  readonly parentId: string | null;
  readonly functions: readonly UnitFunction[];
}

export type UnitRegistered = DomainEvent<"UnitRegistered", NewUnit & Change>;
export type UnitRenamed = DomainEvent<"UnitRenamed", { unitId: string; name: string } & Change>;
export type UnitsMerged = DomainEvent<"UnitsMerged", { fromIds: readonly string[]; intoId: string } & Change>;
export type UnitSplit = DomainEvent<"UnitSplit", { fromId: string; intoIds: readonly string[] } & Change>;
export type UnitAbolished = DomainEvent<"UnitAbolished", { unitId: string } & Change>;
export type UnitFunctionMoved = DomainEvent<
  "UnitFunctionMoved",
  { function: UnitFunction; fromId: string; toId: string } & Change
>;
export type UnitEvent = UnitRegistered | UnitRenamed | UnitsMerged | UnitSplit | UnitAbolished | UnitFunctionMoved;

// State -------------------------------------------------------------------------------------------------------------

export interface Unit {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly names: readonly DatedName[];
  readonly startsOn: LocalDate;
  readonly functions: readonly UnitFunction[];
  /** From this day on the unit is no more. */
  readonly endsOn: LocalDate | null;
  readonly ending: UnitEnding | null;
  readonly successorIds: readonly string[];
  /** The last day on which it took in another unit or part of one. */
  readonly tookInOn: LocalDate | null;
  /** Of the last event of the register that touched this unit. */
  readonly revision: number;
}

export interface UnitRegister {
  /** Of the register's last event. */
  readonly revision: number;
  readonly units: ReadonlyMap<string, Unit>;
}

/** What other subjects may know of a unit. */
export interface UnitFact {
  readonly unitId: string;
  readonly kind: UnitKind;
  /** The name last recorded. */
  readonly name: string;
  readonly names: readonly DatedName[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

// Evolve ------------------------------------------------------------------------------------------------------------

export const initial: UnitRegister = { revision: -1, units: new Map() };

export function evolve(register: UnitRegister, event: UnitEvent): UnitRegister {
  const revision = register.revision + 1;
  const units = new Map(register.units);
  const change = (unitId: string, fields: Partial<Unit>): void => {
    const unit = units.get(unitId);
    if (unit) units.set(unitId, { ...unit, ...fields, revision });
  };
  const takeIn = (unitId: string, day: LocalDate): void => {
    const before = units.get(unitId)?.tookInOn ?? day;
    change(unitId, { tookInOn: before > day ? before : day });
  };
  const end = (unitId: string, ending: UnitEnding, endsOn: LocalDate, successorIds: readonly string[]): void =>
    change(unitId, { ending, endsOn, successorIds });

  switch (event.type) {
    case "UnitRegistered": {
      const { unitId, kind, parentId, name, effectiveOn, functions } = event.data;
      const names = [{ name, from: effectiveOn }];
      const none = { endsOn: null, ending: null, successorIds: [], tookInOn: null };
      units.set(unitId, { unitId, kind, parentId, names, startsOn: effectiveOn, functions, ...none, revision });
      break;
    }
    case "UnitRenamed": {
      const { unitId, name, effectiveOn } = event.data;
      change(unitId, { names: [...(units.get(unitId)?.names ?? []), { name, from: effectiveOn }] });
      break;
    }
    case "UnitsMerged":
      for (const fromId of event.data.fromIds) end(fromId, "MERGED", event.data.effectiveOn, [event.data.intoId]);
      takeIn(event.data.intoId, event.data.effectiveOn);
      break;
    case "UnitSplit":
      end(event.data.fromId, "SPLIT", event.data.effectiveOn, event.data.intoIds);
      for (const intoId of event.data.intoIds) takeIn(intoId, event.data.effectiveOn);
      break;
    case "UnitAbolished":
      end(event.data.unitId, "ABOLISHED", event.data.effectiveOn, []);
      break;
    case "UnitFunctionMoved": {
      const { fromId, toId, function: moved } = event.data;
      change(fromId, { functions: (units.get(fromId)?.functions ?? []).filter((held) => held !== moved) });
      change(toId, { functions: [...(units.get(toId)?.functions ?? []), moved] });
      break;
    }
    default:
      event satisfies never;
  }
  return { revision, units };
}

// Commands ----------------------------------------------------------------------------------------------------------

export type RegisterUnit = Command<"RegisterUnit", NewUnit & Change>;
export type RenameUnit = Command<"RenameUnit", { unitId: string; name: string } & Change>;
/** Into a unit that exists, or into one that the merger brings into being (`newUnit`). */
export type MergeUnits = Command<
  "MergeUnits",
  { fromIds: readonly string[]; intoId: string; newUnit: NewUnit | null } & Change
>;
export type SplitUnit = Command<
  "SplitUnit",
  { fromId: string; intoIds: readonly string[]; newUnits: readonly NewUnit[] } & Change
>;
export type AbolishUnit = Command<"AbolishUnit", { unitId: string } & Change>;
export type MoveUnitFunction = Command<
  "MoveUnitFunction",
  { function: UnitFunction; fromId: string; toId: string } & Change
>;
export type UnitCommand = RegisterUnit | RenameUnit | MergeUnits | SplitUnit | AbolishUnit | MoveUnitFunction;
