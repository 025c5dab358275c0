import { referenceIn } from "../domain/kernel/fields.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import { type Instant, localDateOf, type LocalDate, nameOn } from "../domain/kernel/time.js";
import type { DutyKey } from "../domain/law/duties.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import type { DeadlineKnown } from "../domain/pressItem/deadline.js";
import { pressItem } from "../domain/pressItem/record.js";
import { pressItemRefusals } from "../domain/pressItem/refusals.js";
import type { Source } from "../domain/pressItem/steps.js";
import type { PressDeadlineSource } from "../domain/pressItem/terms.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

interface Named {
  readonly agencyId: string | null;
  readonly outletName: string | null;
  readonly reporterId: string | null;
  readonly authorName: string | null;
  readonly unitIds: readonly string[] | null;
  readonly visitId: string | null;
}
type Found<T> = { readonly data: T } | { readonly refusal: Refusal };

/** The outlet and the author, as the registers called them on the day; all else that is named is there. */
function sourceOf(said: Named, on: LocalDate, facts: Facts): Found<Source> {
  const missing = (said.unitIds ?? []).findIndex((id) => !facts.unit(id));
  if (missing >= 0) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitIds", missing]) };
  if (said.visitId !== null && !facts.visit(said.visitId))
    return { refusal: visitRefusals.VISIT_NOT_FOUND(["visitId"]) };
  const agency = said.agencyId === null ? null : facts.pressAgency(said.agencyId);
  if (agency === undefined) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
  const reporter = said.reporterId === null ? null : facts.reporter(said.reporterId);
  if (reporter === undefined) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["reporterId"]) };
  const outletName = agency ? nameOn(agency.names, on) : said.outletName;
  const authorName = said.authorName ?? reporter?.name ?? null;
  return {
    data: {
      outlet: outletName === null ? null : { agencyId: said.agencyId, outletName },
      author: authorName === null ? null : { reporterId: said.reporterId, authorName },
    },
  };
}

/** Where the period stands that a source leads to: in the law, or in the unit's own rule. */
const DUTY_OF: Partial<Readonly<Record<PressDeadlineSource, DutyKey>>> = {
  UNIT_RULE: "PRESS_ITEM_HANDLING",
  URGENT: "PRESS_ITEM_URGENT",
  PRESS_FORWARDED: "PRESS_ANSWER",
};

interface Assigned {
  readonly unitId: string;
  readonly source: PressDeadlineSource;
  readonly runsFrom: Instant | null;
}
interface Known {
  readonly facts: Facts;
  readonly law: LawBook;
  readonly meta: { readonly occurredAt: Instant };
}
function assignedTo(
  { unitId, source, runsFrom }: Assigned,
  { facts, law, meta }: Known,
): Found<DeadlineKnown & { readonly unit: UnitFact }> {
  const unit = facts.unit(unitId);
  if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitId"]) };
  const duty = DUTY_OF[source];
  const on = localDateOf(runsFrom ?? meta.occurredAt);
  const byLaw = (duty && law.duty(duty, on)) ?? null;
  const own = (duty && facts.unitRule(unitId, duty, on)) ?? null;
  return { data: { unit, law: byLaw, own, calendar: law.calendar } };
}

/** What is looked up for the steps of a press item. */
const lookups: LookupsOf<typeof pressItem> = {
  CapturePressItem(said, { facts, newId }) {
    const source = sourceOf(said, said.publishedOn, facts);
    if ("refusal" in source) return source;
    const addresses = (said.addresses ?? []).map((one, nth) => ({ addressId: newId(`address ${nth}`), ...one }));
    return { data: { ...source.data, addresses } };
  },
  ClassifyPressItem: ({ claims }, { newId }) => ({
    data: { claims: (claims ?? []).map((what, nth) => ({ claimId: newId(`claim ${nth}`), what })) },
  }),
  AssignPressItem: assignedTo,
  ReassignPressItem: assignedTo,
  LinkPressItemConsequences: ({ recordIds }, { facts }) => ({
    data: {
      missing: recordIds.findIndex((one) => {
        const named = referenceIn(one);
        return !named || !facts.exists(named);
      }),
    },
  }),
  JoinPressItem({ headId }, { facts, id }) {
    const head = facts.pressItem(headId);
    return head
      ? { data: { head, hasMembers: facts.pressItemHasMembers(id) } }
      : { refusal: pressItemRefusals.PRESS_ITEM_NOT_FOUND(["headId"]) };
  },
  CorrectPressItem: (said, { facts, state }) => sourceOf(said, said.publishedOn ?? state.publishedOn, facts),
  VoidPressItem: (_, { facts, id }) => ({ data: { hasMembers: facts.pressItemHasMembers(id) } }),
};

export const pressItemSpecs = specsOf(pressItem, lookups);
