import { pressAgency } from "../domain/pressAgency/record.js";
import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** What is looked up for the steps of a press agency. */
const lookups: LookupsOf<typeof pressAgency> = {
  RegisterPressAgency: ({ name }, { facts }) => ({ data: { namesakes: facts.pressAgenciesNamed(name) } }),
  AmendPressAgency: ({ name }, { facts }) => ({
    data: { namesakes: name === null ? [] : facts.pressAgenciesNamed(name) },
  }),
  RenamePressAgency: ({ name }, { facts }) => ({ data: { namesakes: facts.pressAgenciesNamed(name) } }),
  TakeBackPressAgencyEntry: (_said, { state, story, facts }) => ({
    data: { story, namesakes: state.names.flatMap(({ name }) => facts.pressAgenciesNamed(name)) },
  }),
  MergePressAgency({ intoId }, { facts, id }) {
    const into = facts.pressAgency(intoId);
    if (!into) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["intoId"]) };
    return { data: { into, tookInOn: facts.pressAgencyTookInOn(id) } };
  },
  TakeBackPressAgencyMerger: (_said, { facts, state }) => ({
    data: { namesakes: state.names.flatMap(({ name }) => facts.pressAgenciesNamed(name)) },
  }),
  ClosePressAgency: (_said, { facts, id }) => ({ data: { tookInOn: facts.pressAgencyTookInOn(id) } }),
};

export const pressAgencySpecs = specsOf(pressAgency, lookups);
