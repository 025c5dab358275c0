import { registerEnumType } from "type-graphql";
import {
  ANSWER_FORMS,
  DECLINE_GROUNDS,
  DOCUMENT_KINDS,
  DUPLICATE_VERDICTS,
  VISIT_STATUSES,
  VISIT_TOPICS,
} from "../../domain/visit/terms.js";
import { enumOf } from "../shared/enums.js";

export const VisitStatusEnum = enumOf(VISIT_STATUSES);
registerEnumType(VisitStatusEnum, {
  name: "VisitStatus",
  description: "Where a visit stands. VOIDED ones count for nothing.",
});

export const VisitTopicEnum = enumOf(VISIT_TOPICS);
registerEnumType(VisitTopicEnum, { name: "VisitTopic", description: "Lĩnh vực: what the reporters came about." });

export const DeclineGroundEnum = enumOf(DECLINE_GROUNDS);
registerEnumType(DeclineGroundEnum, {
  name: "DeclineGround",
  description: "Căn cứ từ chối. Press Law 2016, Art. 38; the first two concern the visit itself.",
});

export const DocumentKindEnum = enumOf(DOCUMENT_KINDS);
registerEnumType(DocumentKindEnum, {
  name: "DocumentKind",
  description: "Thẻ nhà báo, giấy giới thiệu, giấy tờ tùy thân. A holder of a press card never needs a letter.",
});

export const AnswerFormEnum = enumOf(ANSWER_FORMS);
registerEnumType(AnswerFormEnum, { name: "AnswerForm" });

export const DuplicateVerdictEnum = enumOf(DUPLICATE_VERDICTS);
registerEnumType(DuplicateVerdictEnum, { name: "DuplicateVerdict" });
