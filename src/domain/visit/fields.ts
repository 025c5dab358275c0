import {
  choice,
  type DataOf,
  day,
  lines,
  many,
  meantEmpty,
  moment,
  NOBODY,
  optional,
  paperNumber,
  PAPERS,
  part,
  ref,
  refs,
  text,
  yes,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { ANSWER_FORMS, DOCUMENT_KINDS, VISIT_TOPICS } from "./terms.js";

export const DOCUMENT = part(
  "DocumentInput",
  {
    reporterId: ref("Reporter", say("phóng viên", "reporter")),
    kind: choice(DOCUMENT_KINDS, say("loại giấy tờ", "kind of document")),
    number: optional(paperNumber(say("số", "number"), 100, PAPERS, "Only its last three characters are kept.")),
    validTo: optional(
      day(
        say("có giá trị đến", "valid until"),
        "Compulsory for a permit, and for a letter that is not in the registry.",
      ),
    ),
  },
  "A document that a reporter showed.",
);
/** A document as the clerk enters it. */
export type DocumentGiven = DataOf<typeof DOCUMENT.fields>;

export const OUTCOME = part("OutcomeInput", {
  answerForm: choice(ANSWER_FORMS, say("hình thức trả lời", "form of the answer")),
  summary: lines(say("tóm tắt kết quả", "summary of the outcome"), 2000, NOBODY),
  peopleMet: optional(text(say("người tiếp", "people met"), 500, NOBODY)),
  recordingAllowed: optional(yes(say("cho phép ghi âm, ghi hình", "recording was allowed"))),
});

export const topic = choice(VISIT_TOPICS, say("lĩnh vực", "topic"));
export const subject = text(say("nội dung làm việc", "subject"), 500, NOBODY);
export const documents = say("giấy tờ đã xuất trình", "documents shown");
export const DOCUMENTS = { most: 60 };

export const hostIds = refs("Unit", say("đơn vị tiếp", "hosts"), { most: 20 });
export const reporterIds = refs("Reporter", say("phóng viên", "reporters"), { most: 30 });

/** What may be corrected. */
export const CORRECTED = {
  ...{ hostIds, reporterIds, topic, subject },
  arrivedAt: moment(say("giờ đến", "arrival")),
  appointmentAt: moment(say("lịch hẹn", "appointment")),
  documents: meantEmpty(
    many(
      DOCUMENT,
      documents,
      { ...DOCUMENTS, least: 0 },
      "What was shown, told again: needed when the reporters or the day change after the documents were checked.",
    ),
  ),
};
