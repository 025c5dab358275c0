import { oversightSpecs } from "../../commands/oversight.js";
import { OVERSIGHT } from "../../domain/oversight/oversight.js";
import { oversight } from "../../domain/oversight/record.js";
import { supervisions } from "../../projections/oversight/records.js";
import { ITS_FIELD } from "../derive/recordNode.js";
import { subjectOf } from "../derive/subject.js";

export const oversightApi = subjectOf(oversight, OVERSIGHT, supervisions, oversightSpecs, {
  description:
    "A supervision by the people's council or its committee (giám sát của Hội đồng nhân dân), with the figures that were " +
    "laid before it, its findings and recommendations, and what became of them.",
  title: ITS_FIELD,
  list: { name: "supervisions", description: "Supervisions by their day, latest first.", order: "DESC" },
});
