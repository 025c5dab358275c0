import { violationCaseSpecs } from "../../commands/violationCases.js";
import { choices, day, noted, ref } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { SUBJECT_KINDS } from "../../domain/law/terms.js";
import { ACT } from "../../domain/violationCase/fields.js";
import { violationCase } from "../../domain/violationCase/record.js";
import { SHOWN_CASE_STATUSES } from "../../domain/violationCase/terms.js";
import { DETECTION } from "../../domain/violationCase/violationCase.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { violationCaseAt, ViolationCaseChanged, violationCaseOf, ViolationCaseType } from "./types.js";

const ViolationCaseFilter = filterType("ViolationCaseFilter", {
  unitId: ref("Unit", say("cơ quan thụ lý vụ việc", "handled by"), "The unit that has the case."),
  inspectionId: DETECTION.inspectionId,
  statuses: choices(SHOWN_CASE_STATUSES, say("trạng thái", "statuses")),
  partyKinds: choices(
    SUBJECT_KINDS,
    say("loại đối tượng", "kinds of parties"),
    {},
    "Cases with a party of one of these kinds.",
  ),
  violationCode: noted(ACT.code, "Cases with a violation of this code."),
  detectedFrom: day(say("phát hiện từ ngày", "detected from"), "The first day of detection."),
  detectedTo: day(say("phát hiện đến ngày", "detected up to"), "The last day of detection."),
  decisionOverdueOn: day(
    say("quá hạn ra quyết định vào ngày", "decision overdue on"),
    "Cases that still wait for a decision, with the last day for it before this one.",
  ),
});

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
