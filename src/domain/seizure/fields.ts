import {
  asIn,
  choice,
  count,
  type DataOf,
  day,
  fieldsOfEach,
  id,
  many,
  needed,
  NOBODY,
  noted,
  OFFENDERS,
  optional,
  orElse,
  paperNumber,
  part,
  ref,
  text,
  vnd,
  written,
  yes,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { EXHIBIT_UNITS } from "./terms.js";

/** Fields that several steps of a seizure have in common. */

/**
 * More copies than any store holds: beyond it stands a slip of the hand. A seizure has no more, minuted and found, so
 * that no sum of its quantities outgrows what can be shown.
 */
export const MOST_COPIES = 10_000_000;

export const LINES = { most: 200 };
export const PERSONS = { most: 20, max: 200 };

export const copies = count(say("số lượng", "number of copies, sheets or items"), { min: 1, max: MOST_COPIES });
export const place = text(say("nơi bảo quản", "where they are kept"), 300, OFFENDERS);
export const custodian = text(say("người bảo quản", "custodian"), 200, OFFENDERS);
export const sealNumber = text(say("số niêm phong", "number of the seal"), 60, NOBODY);
export const decisionNumber = paperNumber(say("số quyết định", "number of the decision"), 100, NOBODY);
export const minutesNumber = paperNumber(say("số biên bản", "number of the minutes"), 100, NOBODY);
export const document = text(say("văn bản, biên bản", "document or minutes"), 200, NOBODY);
export const reason = text(say("lý do", "reason"), 500, OFFENDERS);
export const lineId = id(say("mục trong bảng kê", "line of the inventory"), "As the line's `id` gives it.");

/** What is in the inventory under one number: one title, or another kind of thing. */
export const EXHIBIT = {
  title: text(say("tên tang vật", "title"), 300, NOBODY),
  author: optional(text(say("tác giả", "author"), 200, NOBODY)),
  publisher: optional(text(say("nhà xuất bản", "publisher"), 200, NOBODY)),
  isbn: optional(written("ISBN", say("mã ISBN", "ISBN"), 17, NOBODY, "ISBN-10 or ISBN-13.")),
  year: optional(count(say("năm xuất bản", "year of publication"), { min: 1800, max: 2200 }, "As printed.")),
  unit: orElse(choice(EXHIBIT_UNITS, say("đơn vị tính", "unit of counting")), "COPY"),
  condition: text(say("tình trạng", "condition"), 300, OFFENDERS),
  estimatedValue: optional(vnd(say("giá trị ước tính", "estimated value"), "Of all the copies of the line together.")),
};

export const EXHIBIT_LINE = part(
  "ExhibitLineInput",
  {
    ...asIn(EXHIBIT, "title", "author", "publisher", "isbn", "year", "unit"),
    copies,
    estimated: orElse(
      yes(
        say("số lượng ước tính", "the number is an estimate"),
        "Not counted yet (“about 2,600”): they are counted before they are returned or confiscated.",
      ),
      false,
    ),
    ...asIn(EXHIBIT, "condition", "estimatedValue"),
    sealNumber: optional(noted(sealNumber, "Absent: not sealed.")),
  },
  "One line of the inventory (bảng kê tang vật): one title, or another kind of thing.",
);
/** A line as the officer enters it. */
export type LineGiven = DataOf<typeof EXHIBIT_LINE.fields>;
/** A line as the minutes have it. */
export type MinutedLine = LineGiven & { readonly lineId: string };

export const LINE_COPIES = part("LineCopiesInput", { lineId, copies }, "Some copies of a line.");
/** Some copies of a line. */
export type LineCopies = DataOf<typeof LINE_COPIES.fields>;
export const lines = many(LINE_COPIES, say("các mục và số lượng", "lines, and how many of each"), LINES);

export const LINE_COUNT = part(
  "LineCountInput",
  { lineId, copies: count(say("số đếm được", "number counted"), { max: MOST_COPIES }) },
  "What was found of a line; 0 if nothing was.",
);

export const SEAL = part("SealInput", { lineId, sealNumber });

/** Lines of which the minutes should have said something else. */
export const correctedLines = fieldsOfEach(
  { lineId },
  part(
    "LineCorrectionInput",
    {
      ...needed(EXHIBIT, "title", "author", "publisher", "isbn", "year", "condition", "estimatedValue"),
      copies: noted(copies, "The number that was seized."),
    },
    "What a line should have said; what is absent stays.",
  ),
  say("các mục đính chính", "corrected lines"),
  LINES.most,
);

/** The decision by which it is done. */
export const confiscatedBy = ref(
  "Sanction",
  say("quyết định xử phạt", "sanction decision"),
  "The decision that confiscates them.",
);
export const seizedOn = day(
  say("ngày tạm giữ", "day of the seizure"),
  "The day of the actual seizure, from which its time runs.",
);
