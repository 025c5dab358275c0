import {
  choice,
  choices,
  count,
  type DataOf,
  day,
  id,
  lines,
  many,
  NOBODY,
  OFFENDERS,
  one,
  optional,
  orElse,
  paperNumber,
  part,
  ref,
  refs,
  text,
  vnd,
  written,
  yes,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { REMEDY_KINDS, SIGNER_POSTS } from "../law/terms.js";
import { CIRCUMSTANCES, ORDERED_MEASURE_KINDS } from "./terms.js";

// A paper and who signs it --------------------------------------------------------------------------------------------

export const signer = say("người ký", "signer");
export const SIGNER = part(
  "SignerInput",
  {
    name: text(signer, 200, NOBODY),
    post: choice(SIGNER_POSTS, say("chức danh", "post")),
    delegation: optional(
      one(
        part(
          "SigningDelegationInput",
          {
            number: paperNumber(say("số quyết định giao quyền", "number of the delegation"), 100, NOBODY),
            decidedOn: day(say("ngày giao quyền", "decided on")),
          },
          "Quyết định giao quyền.",
        ),
        say("giao quyền", "delegation"),
        "Absent: in the signer's own power.",
      ),
    ),
  },
  "Who signed, in which post.",
);

/** How a paper gets its number: the next one of the register, or the one it has on paper already. */
export const NUMBERED = {
  number: optional(
    paperNumber(
      say("số", "number"),
      100,
      NOBODY,
      "As on paper, for a decision entered late: `12`, `012`, `12a`, with its symbol or without: `Số: 12/QĐ-XPVPHC`. " +
        "Absent: the next number of the issuer's register.",
    ),
  ),
  symbol: optional(
    written(
      "SYMBOL",
      say("ký hiệu", "symbol"),
      40,
      NOBODY,
      "What stands after the number, e.g. `QĐ-XPVPHC`; absent: the one in `number`, or else the usual one of such a paper.",
    ),
  ),
};
export const reason = lines(say("lý do", "reason"), 1000, OFFENDERS);
/** Which paper says it. */
export const document = text(say("số, ngày của văn bản", "number and day of the paper"), 200, NOBODY);
export const complaintId = id(say("khiếu nại, khởi kiện", "complaint"), "As the decision shows it.");
/** Of a paper about a decision. */
export const PAPER = {
  ...NUMBERED,
  issuerId: optional(ref("Unit", say("cơ quan ban hành", "issuer"), "Absent: the unit that issued the decision.")),
  reason,
};

// The content of a decision -------------------------------------------------------------------------------------------

/** A decision names at most so many acts: an inspection of a large store may find some hundred titles. */
export const LINES = { most: 500 };
export const MEASURES = { most: 50, least: 0 };

export const LINE = part(
  "SanctionLineInput",
  {
    violationId: id(say("hành vi", "act"), "The act as the case has it."),
    amount: optional(
      vnd(
        say("mức phạt", "amount"),
        "Absent: what the circumstances make it: the average, the minimum or the maximum of the frame.",
      ),
    ),
    warning: orElse(optional(yes(say("phạt cảnh cáo", "warning"), "Instead of a fine.")), false),
    circumstances: orElse(
      optional(
        choices(
          CIRCUMSTANCES,
          say("tình tiết giảm nhẹ, tăng nặng", "circumstances"),
          { least: 0 },
          "They decide where in the frame the fine lies (Decree 118/2021, Art. 9.1; before 2022 the Law, Art. 23.4).",
        ),
      ),
      [],
    ),
    laterCode: optional(
      text(
        say("mã hành vi theo văn bản ban hành sau có lợi hơn", "code in the more favourable later law"),
        40,
        NOBODY,
        "Where a text that came into force after the act is more favourable (Decree 119/2020, Art. 43): the act's code in " +
          "it, as in force on the day of signing. Absent: the law of the day of the act.",
      ),
    ),
  },
  "One act of the minutes. The law of its day is looked up; only what is decided is given.",
);
export type LineGiven = DataOf<typeof LINE.fields>;

export const MEASURE = part(
  "SanctionMeasureInput",
  {
    kind: choice(ORDERED_MEASURE_KINDS, say("loại", "kind")),
    remedy: optional(choice(REMEDY_KINDS, say("biện pháp khắc phục hậu quả", "remedy"), "Of a remedy.")),
    months: optional(count(say("số tháng", "months"), { min: 1, max: 120 }, "Of a suspension.")),
    seizureIds: orElse(
      optional(refs("Seizure", say("tang vật tịch thu", "seizures"), { most: 50, least: 0 }, "Of a confiscation.")),
      [],
    ),
    description: optional(lines(say("mô tả", "description"), 1000, OFFENDERS)),
    dueOn: optional(day(say("hạn thi hành", "due on"))),
  },
  "What is ordered besides the fine.",
);
const AMENDED_MEASURE = part(
  "AmendedMeasureInput",
  {
    ...MEASURE.fields,
    measureId: optional(id(say("biện pháp đã có", "measure"), "Of a measure that was ordered already and stays.")),
  },
  "What is ordered besides the fine: what stays as it is, and what is new.",
);
export type MeasureGiven = DataOf<typeof MEASURE.fields> & { readonly measureId?: string | null };

export const acts = say("các hành vi", "acts");
export const measures = say("hình thức xử phạt bổ sung, biện pháp khắc phục hậu quả", "measures");

/** Of a new decision. */
export const CONTENT = {
  lines: many(LINE, acts, LINES, "One for each act; of publications without invoices, for each title."),
  measures: orElse(optional(many(MEASURE, measures, MEASURES)), []),
};
/** Of one that is amended: the whole content as it is from then on. */
export const AMENDED = {
  lines: many(LINE, acts, LINES),
  measures: orElse(optional(many(AMENDED_MEASURE, measures, MEASURES)), []),
};
export const AMENDED_CONTENT = part("AmendedContentInput", AMENDED, "The whole content as it is from now on.");
export type ContentGiven = Readonly<{ lines: readonly LineGiven[]; measures: readonly MeasureGiven[] }>;
