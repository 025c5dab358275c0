import { pressAgency } from "../domain/pressAgency/record.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a press agency. */
const lookups: LookupsOf<typeof pressAgency> = {
  RegisterPressAgency: ({ name }, { facts }) => ({ namesakes: facts.pressAgenciesNamed(name) }),
  AmendPressAgency: ({ name }, { facts }) => ({
    namesakes: name === null ? [] : facts.pressAgenciesNamed(name),
  }),
  RenamePressAgency: ({ name }, { facts }) => ({ namesakes: facts.pressAgenciesNamed(name) }),
  TakeBackPressAgencyEntry: (_said, { state, story, facts }) => ({
    story,
    namesakes: state.names.flatMap(({ name }) => facts.pressAgenciesNamed(name)),
  }),
  MergePressAgency: ({ intoId }, { the, facts, id }) => ({
    into: the.pressAgency(intoId, "intoId"),
    tookInOn: facts.pressAgencyTookInOn(id),
  }),
  TakeBackPressAgencyMerger: (_said, { facts, state }) => ({
    namesakes: state.names.flatMap(({ name }) => facts.pressAgenciesNamed(name)),
  }),
  ClosePressAgency: (_said, { facts, id }) => ({ tookInOn: facts.pressAgencyTookInOn(id) }),
};

export const pressAgencySpecs = specsOf(pressAgency, lookups);
