import {
  blankOf,
  choice,
  type DataOf,
  day,
  lines,
  moment,
  needed,
  NOBODY,
  optional,
  records,
  ref,
  text,
  written,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { VISIT_TOPICS } from "../visit/terms.js";
import { CORRECTION_OUTCOMES, STATEMENT_FORMS, STATEMENT_OCCASIONS, STATEMENT_STATUSES } from "./terms.js";

/**
 * What a unit said to the press (phát ngôn, cung cấp thông tin), by whom, in which of the six forms of Decree 09/2017/NĐ-CP
 * Art. 4, and when; of a request to publish a reply or a correction, what came of it too. One stream each.
 */

export const occasion = choice(STATEMENT_OCCASIONS, say("trường hợp", "occasion"));
export const spokespersonId = ref("Spokesperson", say("người phát ngôn", "who speaks"));
export const aboutIds = records(say("hồ sơ liên quan", "what it is about"), { most: 20, least: 0 }, "A visit, say.");
export const outcomeOn = day(say("ngày có kết quả", "on"));

/** What is known of a statement, and shown. */
export const STATEMENT = {
  status: choice(STATEMENT_STATUSES, say("trạng thái", "status")),
  unitId: ref("Unit", say("đơn vị", "unit")),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was then."),
  form: choice(STATEMENT_FORMS, say("hình thức", "form")),
  occasion,
  spokespersonId: ref("Spokesperson", say("người phát ngôn", "who spoke")),
  spokespersonPost: text(say("chức vụ", "post"), 200, NOBODY, "Of who spoke, as it was then."),
  madeAt: moment(say("thời điểm phát ngôn", "made at")),
  topic: choice(VISIT_TOPICS, say("lĩnh vực", "topic")),
  title: text(say("nội dung phát ngôn", "title"), 500, NOBODY),
  body: optional(lines(say("toàn văn", "text"), 20_000, NOBODY)),
  url: optional(written("URL", say("địa chỉ đăng tải", "address"), 500, NOBODY)),
  document: optional(text(say("số, ký hiệu văn bản", "number of the paper"), 120, NOBODY)),
  matter: optional(
    lines(
      say("vụ việc được ủy quyền", "matter"),
      1000,
      NOBODY,
      "Of whoever speaks under an authorisation: the matter as it is named there.",
    ),
  ),
  forPeriodOf: optional(
    day(
      say("cho kỳ có ngày", "for the period of"),
      "A day of the period that a periodic statement serves, where it is made after that period; null: its own day.",
    ),
  ),
  conferenceId: optional(ref("PressConference", say("cuộc họp báo", "press conference"))),
  outletId: optional(ref("PressAgency", say("cơ quan báo chí", "press agency"))),
  aboutIds,
  outcome: optional(choice(CORRECTION_OUTCOMES, say("kết quả", "outcome"))),
  outcomeOn: optional(outcomeOn),
  outcomeUrl: optional(written("URL", say("nơi đăng", "where it was published"), 500, NOBODY)),
  withdrawnOn: optional(day(say("ngày rút lại", "withdrawn on"))),
};
export type Statement = DataOf<typeof STATEMENT>;

/** What may be corrected; with who spoke the post, as it was then. */
export const CORRECTED = {
  ...needed(STATEMENT, "occasion"),
  spokespersonId,
  ...needed(STATEMENT, "madeAt", "topic", "title", "body", "url"),
  ...needed(STATEMENT, "document", "matter", "forPeriodOf", "aboutIds"),
};
export const BLANK = blankOf(STATEMENT);

/** What other subjects may know of a statement. */
export interface StatementFact extends Statement {
  readonly statementId: string;
}
