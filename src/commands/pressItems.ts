import { type Instant, localDateOf, type LocalDate, nameOn } from "../domain/kernel/time.js";
import type { DutyKey } from "../domain/law/duties.js";
import type { DeadlineKnown } from "../domain/pressItem/deadline.js";
import { pressItem } from "../domain/pressItem/record.js";
import type { Source } from "../domain/pressItem/steps.js";
import type { PressDeadlineSource } from "../domain/pressItem/terms.js";
import type { UnitFact } from "../domain/unit/unit.js";
import type { Finder } from "./finder.js";
import { type LookupContext, type LookupsOf, specsOf } from "./stepSpec.js";

interface Named {
  readonly agencyId: string | null;
  readonly outletName: string | null;
  readonly reporterId: string | null;
  readonly authorName: string | null;
  readonly unitIds: readonly string[] | null;
  readonly visitId: string | null;
}

/** The outlet and the author, as the registers called them on the day; all else that is named is there. */
function sourceOf(said: Named, on: LocalDate, the: Finder): Source {
  said.unitIds?.forEach((id, at) => the.unit(id, "unitIds", at));
  the.visit(said.visitId, "visitId");
  const agency = the.pressAgency(said.agencyId, "agencyId");
  const reporter = the.reporter(said.reporterId, "reporterId");
  const outletName = agency ? nameOn(agency.names, on) : said.outletName;
  const authorName = said.authorName ?? reporter?.name ?? null;
  return {
    outlet: outletName === null ? null : { agencyId: said.agencyId, outletName },
    author: authorName === null ? null : { reporterId: said.reporterId, authorName },
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

function assignedTo(
  { unitId, source, runsFrom }: Assigned,
  { the, facts, law, meta }: LookupContext,
): DeadlineKnown & { readonly unit: UnitFact } {
  const unit = the.unit(unitId, "unitId");
  const duty = DUTY_OF[source];
  const on = localDateOf(runsFrom ?? meta.occurredAt);
  const byLaw = (duty && law.duty(duty, on)) ?? null;
  const own = (duty && facts.unitRule(unitId, duty, on)) ?? null;
  return { unit, law: byLaw, own, calendar: law.calendar };
}

/** What is looked up for the steps of a press item. */
const lookups: LookupsOf<typeof pressItem> = {
  CapturePressItem: (said, { the, newId }) => ({
    ...sourceOf(said, said.publishedOn, the),
    addresses: (said.addresses ?? []).map((one, nth) => ({ addressId: newId(`address ${nth}`), ...one })),
  }),
  ClassifyPressItem: ({ claims }, { newId }) => ({
    claims: (claims ?? []).map((what, nth) => ({ claimId: newId(`claim ${nth}`), what })),
  }),
  AssignPressItem: assignedTo,
  ReassignPressItem: assignedTo,
  LinkPressItemConsequences: ({ recordIds }, { the }) => ({ missing: the.firstMissing(recordIds) }),
  JoinPressItem: ({ headId }, { the, facts, id }) => ({
    head: the.pressItem(headId, "headId"),
    hasMembers: facts.pressItemHasMembers(id),
  }),
  CorrectPressItem: (said, { the, state }) => sourceOf(said, said.publishedOn ?? state.publishedOn, the),
  VoidPressItem: (_, { facts, id }) => ({ hasMembers: facts.pressItemHasMembers(id) }),
};

export const pressItemSpecs = specsOf(pressItem, lookups);
