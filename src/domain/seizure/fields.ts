import {
  choice,
  count,
  type DataOf,
  day,
  fieldsOfEach,
  id,
  many,
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
import { MOST_COPIES } from "./quantities.js";
import { EXHIBIT_UNITS } from "./terms.js";

/** Fields that several steps of a seizure have in common. */

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

const title = text(say("tên tang vật", "title"), 300, NOBODY);
const author = text(say("tác giả", "author"), 200, NOBODY);
const publisher = text(say("nhà xuất bản", "publisher"), 200, NOBODY);
const isbn = written("ISBN", say("mã ISBN", "ISBN"), 17, NOBODY, "ISBN-10 or ISBN-13.");
const year = count(say("năm xuất bản", "year of publication"), { min: 1800, max: 2200 }, "As printed.");
const condition = text(say("tình trạng", "condition"), 300, OFFENDERS);
const estimatedValue = vnd(say("giá trị ước tính", "estimated value"), "Of all the copies of the line together.");

export const EXHIBIT_LINE = part(
  "ExhibitLineInput",
  {
    title,
    author: optional(author),
    publisher: optional(publisher),
    isbn: optional(isbn),
    year: optional(year),
    unit: orElse(choice(EXHIBIT_UNITS, say("đơn vị tính", "unit of counting")), "COPY"),
    copies,
    estimated: orElse(
      yes(
        say("số lượng ước tính", "the number is an estimate"),
        "Not counted yet (“about 2,600”): they are counted before they are returned or confiscated.",
      ),
      false,
    ),
    condition,
    estimatedValue: optional(estimatedValue),
    sealNumber: optional(noted(sealNumber, "Absent: not sealed.")),
  },
  "One line of the inventory (bảng kê tang vật): one title, or another kind of thing.",
);
/** A line as the officer enters it. */
export type LineGiven = DataOf<typeof EXHIBIT_LINE.fields>;

export const LINE_COPIES = part("LineCopiesInput", { lineId, copies }, "Some copies of a line.");
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
      ...{ title, author, publisher, isbn, year, condition, estimatedValue },
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
