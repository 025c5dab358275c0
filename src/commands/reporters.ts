import { reporter } from "../domain/reporter/record.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import type { Facts } from "./facts.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** The entry that goes on for this one. */
export const survivorIdOf = (reporterId: string, facts: Facts): string =>
  facts.reporter(reporterId)?.mergedIntoId ?? reporterId;

/** What is looked up for the steps of a reporter. */
const lookups: LookupsOf<typeof reporter> = {
  RegisterReporter: ({ agencyId, card }, { the, facts }) => ({
    agency: the.pressAgency(agencyId, "agencyId"),
    holderId: card ? (facts.reporterWithCard(card.number) ?? null) : null,
  }),
  TakeBackReporterEntry: (_said, { id, story, facts }) => ({
    story,
    heldByOthers: cardNumbersIn(story).filter((number) => {
      const holderId = facts.reporterWithCard(number);
      return holderId !== undefined && holderId !== id;
    }),
  }),
  TransferReporter: ({ toAgencyId, effectiveOn }, { the, facts }) => ({
    to: the.pressAgency(toAgencyId, "toAgencyId"),
    oneWithTo: facts.oneWith("PressAgency", toAgencyId, effectiveOn),
  }),
  RecordPressCard: ({ number }, { facts, id }) => ({
    holderId: facts.reporterWithCard(number) ?? null,
    brought: facts.cardsOfDuplicates(id),
  }),
  AmendPressCard: ({ card }, { facts, id }) => ({
    holderId: card?.number == null ? null : (facts.reporterWithCard(card.number) ?? null),
    brought: facts.cardsOfDuplicates(id),
  }),
  RecordPressCardWithdrawal: (_said, { facts, id }) => ({ brought: facts.cardsOfDuplicates(id) }),
  RecordIntroductionLetter: ({ agencyId, unitIds }, { the, facts, id }) => ({
    agency: the.pressAgency(agencyId, "agencyId"),
    units: unitIds.map((unitId, at) => the.unit(unitId, "unitIds", at)),
    broughtLetters: facts.lettersOfDuplicates(id),
  }),
  MergeReporter: ({ intoId }, { the }) => ({ into: the.reporter(intoId, "intoId") }),
  TakeBackReporterMerger: (_said, { facts, id }) => ({
    brought: facts.cardsOfDuplicates(id),
    changesAbove: facts.cardChangesAbove(id),
  }),
};

export const reporterSpecs = specsOf(reporter, lookups);

/** All numbers of cards that a reporter's story tells, however they were corrected since. */
const cardNumbersIn = (story: readonly LedgerEvent[]): readonly string[] =>
  story.flatMap(({ data }) => {
    const { number, card } = data as { readonly number?: string; readonly card?: { readonly number?: string } };
    return [number, card?.number].filter((one) => one !== undefined);
  });
