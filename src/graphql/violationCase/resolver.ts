import { violationCaseSpecs } from "../../commands/violationCases.js";
import { violationCase } from "../../domain/violationCase/record.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { ViolationCaseFilter } from "./filter.js";
import { violationCaseAt, ViolationCaseChanged, violationCaseOf, ViolationCaseType } from "./types.js";

export const ViolationCaseQueryResolver = queriesOf(violationCase, {
  type: ViolationCaseType,
  called: "violation case",
  at: violationCaseAt,
  of: violationCaseOf,
  list: {
    name: "violationCases",
    description: "Violation cases by their day of detection, latest first.",
    filter: ViolationCaseFilter,
    order: "DESC",
    standing: ["statuses", "decisionOverdueOn"],
    read: ({ unitId, ...filter }, { direction, window, basis }, { reads, law }) => {
      const unit = reads.ones.of("Unit", unitId, basis);
      return reads.violationCases.list({ ...filter, unit }, direction, window, basis.position, law);
    },
  },
});

export const ViolationCaseMutationResolver = mutationsOf(violationCase, violationCaseSpecs, ViolationCaseChanged);
