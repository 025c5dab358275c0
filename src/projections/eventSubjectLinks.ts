import type { DecisionRegisterEvent } from "../domain/decisionRegister/decisionRegister.js";
import type { DomainEvent } from "../domain/kernel/decider.js";
import { type LedgerRecord, type Links, some } from "../domain/kernel/links.js";
import { eventOfType } from "../domain/histories.js";
import type { PressAgencyEvent } from "../domain/pressAgency/pressAgency.js";
import type { UnitEvent } from "../domain/unit/unit.js";

export type { LedgerRecord, Links, Roles, Subject, SubjectKind } from "../domain/kernel/links.js";

type Tellers<E extends DomainEvent> = {
  readonly [T in E["type"]]?: (data: Extract<E, { type: T }>["data"]) => Links;
};

const ofUnits = (...ids: readonly string[]): Links => ({ own: some("Unit", ...ids) });

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
  [ofUnitRegister, ofPressAgencies, ofDecisionRegisters].flatMap(
    (tellers) => Object.entries(tellers) as [string, (data: never) => Links][],
  ),
);

const NOTHING: Links = {};

/** What the event says of its subjects; a type that is not listed names none. */
export const linksOf = ({ type, data }: { readonly type: string; readonly data: object }): Links =>
  eventOfType(type)?.about?.(data as never) ?? TELLERS.get(type)?.(data as never) ?? NOTHING;
