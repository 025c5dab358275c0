import { pressConferenceSpecs } from "../../commands/pressConferences.js";
import { PRESS_CONFERENCE } from "../../domain/pressConference/pressConference.js";
import { pressConference } from "../../domain/pressConference/record.js";
import { pressConferences } from "../../projections/pressConference/records.js";
import { ITS_FIELD } from "../derive/recordNode.js";
import { subjectOf } from "../derive/subject.js";

export const pressConferenceApi = subjectOf(pressConference, PRESS_CONFERENCE, pressConferences, pressConferenceSpecs, {
  description:
    "A press conference (họp báo): a unit's own, or one of others of which written notice was given at least 24 hours " +
    "before (Press Law 2016, Art. 41).",
  title: ITS_FIELD,
  list: {
    name: "pressConferences",
    description: "Press conferences by their day, latest first: units' own, and the register of others' notices.",
    order: "DESC",
  },
});
