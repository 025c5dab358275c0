import { reporterSpecs } from "../../commands/reporters.js";
import { choices, day, ref, yes } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { reporter } from "../../domain/reporter/record.js";
import { REPORTER_KINDS } from "../../domain/reporter/terms.js";
import { filterType } from "../derive/inputs.js";
import { mutationsOf } from "../derive/mutations.js";
import { queriesOf } from "../derive/queries.js";
import { reporterAt, ReporterChanged, reporterOf, ReporterType } from "./types.js";

const ReporterFilter = filterType("ReporterFilter", {
  agencyId: ref("PressAgency", say("cơ quan báo chí", "press agency"), "Who works for this agency on `agencyOn`."),
  agencyOn: day(
    say("công tác tại cơ quan vào ngày", "working for the agency on"),
    "If absent, the day of the answer's basis.",
  ),
  kinds: choices(REPORTER_KINDS, say("loại phóng viên", "kinds of reporters")),
  hasCardValidOn: day(
    say("có thẻ nhà báo còn hạn vào ngày", "holds a card valid on"),
    "Only who holds a press card that is valid on this day.",
  ),
  includeMerged: yes(say("gồm cả hồ sơ đã gộp", "with merged entries"), "Duplicates too; they are left out otherwise."),
});

export const ReporterQueryResolver = queriesOf(reporter, {
  type: ReporterType,
  at: reporterAt,
  of: reporterOf,
  list: {
    name: "reporters",
    description: "Reporters in order of given name, then family name.",
    filter: ReporterFilter,
    order: "ASC",
    read: ({ agencyId, ...filter }, { direction, window, basis: { position, today } }, { reads }) => {
      const agencyOn = filter.agencyOn ?? today;
      // Who worked for a merged agency works for the other from that day on, and not before.
      const agency = reads.ones.of("PressAgency", agencyId, { position, today: agencyOn });
      return reads.reporters.list({ ...filter, agency, agencyOn }, direction, window, position);
    },
  },
});

export const ReporterMutationResolver = mutationsOf(reporter, reporterSpecs, ReporterChanged);
