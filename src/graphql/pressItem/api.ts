import { pressItemSpecs } from "../../commands/pressItems.js";
import { PRESS_ITEM } from "../../domain/pressItem/pressItem.js";
import { pressItem } from "../../domain/pressItem/record.js";
import { pressItems } from "../../projections/pressItem/records.js";
import { ITS_FIELD } from "../derive/recordNode.js";
import { subjectOf } from "../derive/subject.js";

export const pressItemApi = subjectOf(pressItem, PRESS_ITEM, pressItems, pressItemSpecs, {
  description:
    "What the press published and somebody must look at (thông tin báo chí nêu): where it stood, what it claims, who " +
    "handles it by when and where that deadline comes from, what verification found, and what became of it.",
  title: ITS_FIELD,
  list: {
    name: "pressItems",
    description: "Press items by the day of their publication, latest first.",
    order: "DESC",
  },
});
