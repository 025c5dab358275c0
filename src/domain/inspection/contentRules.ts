import { firstRefusal, type Policy } from "../kernel/decider.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { sameName } from "../kernel/names.js";
import { unitExistsOn } from "../unit/rules.js";
import type { DecisionGiven, NamedBody, NamedTarget, Period, PlanGiven } from "./inspection.js";
import { isInForce, mayLead } from "./kinds.js";
import { inspectionRefusals } from "./refusals.js";

/** The rules of what an inspection is, whether it is planned, decided, or corrected afterwards. */

export interface ContentContext<G extends PlanGiven = PlanGiven> {
  readonly given: G;
  /** The day on which the kind must be in force. */
  readonly kindOn: LocalDate;
  /** The day on which the units must exist. */
  readonly unitsOn: LocalDate;
  /** The targets that the inspection has so far. */
  readonly targetIds: readonly string[];
}

export const contentRules: readonly Policy<ContentContext>[] = [
  function kindIsInForce({ given, kindOn }) {
    const { kind } = given;
    return isInForce(kind, kindOn)
      ? undefined
      : inspectionRefusals.INSPECTION_KIND_NOT_IN_FORCE(["kind"], kind, kindOn);
  },
  function leadExists({ given, unitsOn }) {
    return existsOn(given.lead, unitsOn, ["lead"]);
  },
  function leadIsCompetent({ given: { kind, lead } }) {
    if (!("unit" in lead) || mayLead(kind, lead.unit.kind)) return undefined;
    return inspectionRefusals.INSPECTION_LEAD_NOT_COMPETENT(["lead"], kind);
  },
  function coordinatorsExist({ given, unitsOn }) {
    for (const [index, one] of given.coordinators.entries()) {
      const refusal = existsOn(one, unitsOn, ["coordinators", index]);
      if (refusal) return refusal;
    }
    return undefined;
  },
  function eachBodyOnce({ given }) {
    const bodies = [given.lead, ...given.coordinators];
    const again = bodies.findIndex((one, at) => bodies.slice(0, at).some((other) => isSameBody(one, other)));
    return again < 0 ? undefined : inspectionRefusals.INSPECTION_BODY_NAMED_TWICE(["coordinators", again - 1]);
  },
  function someUnitTakesPart({ given }) {
    const known = [given.lead, ...given.coordinators].some((body) => "unit" in body);
    return known ? undefined : inspectionRefusals.INSPECTION_WITHOUT_UNIT(["lead"]);
  },
  function eachTargetOnce({ given: { targets } }) {
    const again = targets.findIndex((one, at) => targets.slice(0, at).some((other) => isSameTarget(one, other)));
    return again < 0 ? undefined : inspectionRefusals.INSPECTION_TARGET_NAMED_TWICE(["targets", again]);
  },
  function keptTargetsAreThere({ given, targetIds }) {
    const lost = given.targets.findIndex((one) => one.isKept && !targetIds.includes(one.targetId));
    return lost < 0 ? undefined : inspectionRefusals.INSPECTION_TARGET_NOT_FOUND(["targets", lost, "targetId"]);
  },
  function daysOnSiteInOrder({ given }) {
    return inOrder(given.onSite, ["onSite", "to"]);
  },
];

/** What a decision must be besides. */
export const decisionRules: readonly Policy<ContentContext<DecisionGiven>>[] = [
  ...contentRules,
  function teamHasOneHead({ given }) {
    const heads = given.team.filter((member) => member.role === "HEAD").length;
    return heads === 1 ? undefined : inspectionRefusals.INSPECTION_NEEDS_ONE_HEAD(["team"]);
  },
  function onSiteAfterDecision({ given: { onSite, decidedOn } }) {
    return onSite.from < decidedOn
      ? inspectionRefusals.INSPECTION_ON_SITE_BEFORE_DECISION(["onSite", "from"])
      : undefined;
  },
  function periodExaminedInOrder({ given }) {
    return inOrder(given.periodExamined, ["periodExamined", "to"]);
  },
  function periodExaminedIsPast({ given: { periodExamined, onSite } }) {
    return periodExamined.to > onSite.to
      ? inspectionRefusals.INSPECTION_EXAMINES_FUTURE(["periodExamined", "to"])
      : undefined;
  },
];

/** A decision is judged by the law and the register of its own day. */
export const decisionHolds = (given: DecisionGiven, targetIds: readonly string[]): Refusal | undefined =>
  firstRefusal(decisionRules, { given, kindOn: given.decidedOn, unitsOn: given.decidedOn, targetIds });

const existsOn = (body: NamedBody, day: LocalDate, path: Path): Refusal | undefined =>
  "unit" in body ? unitExistsOn(body.unit, day, [...path, "unitId"]) : undefined;

const inOrder = ({ from, to }: Period, path: Path): Refusal | undefined =>
  to < from ? inspectionRefusals.INSPECTION_PERIOD_REVERSED(path) : undefined;

function isSameBody(one: NamedBody, other: NamedBody): boolean {
  if ("unit" in one && "unit" in other) return one.unit.unitId === other.unit.unitId;
  if ("unit" in one || "unit" in other) return false;
  return sameName(one.name, other.name);
}

function isSameTarget(one: NamedTarget, other: NamedTarget): boolean {
  if (one.targetId === other.targetId) return true;
  if (one.unitId !== null || other.unitId !== null) return one.unitId === other.unitId;
  if (one.pressAgencyId !== null || other.pressAgencyId !== null) return one.pressAgencyId === other.pressAgencyId;
  return one.kind === other.kind && sameName(one.name, other.name);
}
