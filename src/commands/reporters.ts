import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import { reporter } from "../domain/reporter/record.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a reporter. */
const lookups: LookupsOf<typeof reporter> = {
  RegisterReporter({ agencyId, card }, { facts }) {
    const agency = facts.pressAgency(agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    return { data: { agency, holderId: card ? (facts.reporterWithCard(card.number) ?? null) : null } };
  },
  TakeBackReporterEntry: (_said, { id, story, facts }) => ({
    data: {
      story,
      heldByOthers: cardNumbersIn(story).filter((number) => {
        const holderId = facts.reporterWithCard(number);
        return holderId !== undefined && holderId !== id;
      }),
    },
  }),
  TransferReporter({ toAgencyId, effectiveOn }, { facts }) {
    const to = facts.pressAgency(toAgencyId);
    if (!to) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["toAgencyId"]) };
    return { data: { to, oneWithTo: facts.oneWith("PressAgency", toAgencyId, effectiveOn) } };
  },
  RecordPressCard({ number }, { facts, id }) {
    return { data: { holderId: facts.reporterWithCard(number) ?? null, brought: facts.cardsOfDuplicates(id) } };
  },
  AmendPressCard({ card }, { facts, id }) {
    const holderId = card?.number == null ? null : (facts.reporterWithCard(card.number) ?? null);
    return { data: { holderId, brought: facts.cardsOfDuplicates(id) } };
  },
  RecordPressCardWithdrawal(_said, { facts, id }) {
    return { data: { brought: facts.cardsOfDuplicates(id) } };
  },
  RecordIntroductionLetter({ agencyId, unitIds }, { facts, id }) {
    const agency = facts.pressAgency(agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    const units: UnitFact[] = [];
    for (const [index, unitId] of unitIds.entries()) {
      const unit = facts.unit(unitId);
      if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitIds", index]) };
      units.push(unit);
    }
    return { data: { agency, units, broughtLetters: facts.lettersOfDuplicates(id) } };
  },
  MergeReporter({ intoId }, { facts }) {
    const into = facts.reporter(intoId);
    return into ? { data: { into } } : { refusal: reporterRefusals.REPORTER_NOT_FOUND(["intoId"]) };
  },
  TakeBackReporterMerger(_said, { facts, id }) {
    return { data: { brought: facts.cardsOfDuplicates(id), changesAbove: facts.cardChangesAbove(id) } };
  },
};

export const reporterSpecs = specsOf(reporter, lookups);

/** All numbers of cards that a reporter's story tells, however they were corrected since. */
const cardNumbersIn = (story: readonly LedgerEvent[]): readonly string[] =>
  story.flatMap(({ data }) => {
    const { number, card } = data as { readonly number?: string; readonly card?: { readonly number?: string } };
    return [number, card?.number].filter((one) => one !== undefined);
  });
