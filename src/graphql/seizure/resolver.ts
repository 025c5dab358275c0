import { seizureSpecs } from "../../commands/seizures.js";
import { seizure } from "../../domain/seizure/record.js";
import { choices, day, NOBODY, ref, text } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { SEIZURE_STATUSES } from "../../domain/seizure/terms.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { seizureAt, SeizureChanged, seizureOf, SeizureType } from "./types.js";

const SeizureFilter = filterType("SeizureFilter", {
  caseId: ref("ViolationCase", say("vụ việc vi phạm", "violation case")),
  unitId: ref("Unit", say("cơ quan tạm giữ", "unit that seized")),
  statuses: choices(SEIZURE_STATUSES, say("trạng thái", "statuses")),
  seizedFrom: day(say("tạm giữ từ ngày", "seized from"), "The first day of seizure."),
  seizedTo: day(say("tạm giữ đến ngày", "seized up to"), "The last day of seizure."),
  title: text(
    say("tên tang vật", "title"),
    300,
    NOBODY,
    "A text that stands in the title of one of its lines, with or without Vietnamese marks.",
  ),
  overdueOn: day(
    say("quá hạn vào ngày", "overdue on"),
    "Copies are in custody, and the last day for that lies before this day.",
  ),
});

export const SeizureQueryResolver = queriesOf(seizure, {
  type: SeizureType,
  called: "seizure of exhibits",
  at: seizureAt,
  of: seizureOf,
  list: {
    name: "seizures",
    description: "Seizures by their day, latest first.",
    filter: SeizureFilter,
    order: "DESC",
    standing: ["statuses", "overdueOn"],
    read: ({ unitId, ...filter }, { direction, window, basis }, { reads }) => {
      const unit = reads.ones.of("Unit", unitId, basis);
      return reads.seizures.list({ ...filter, unit }, direction, window, basis.position);
    },
  },
});

export const SeizureMutationResolver = mutationsOf(seizure, seizureSpecs, SeizureChanged);
