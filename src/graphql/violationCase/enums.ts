import { registerEnumType } from "type-graphql";
import {
  CASE_PROCEDURES,
  CLOSING_GROUNDS,
  EXPLANATION_FORMS,
  EXPLANATION_STATES,
  MINOR_AGES,
} from "../../domain/violationCase/terms.js";
import { SHOWN_CASE_STATUSES } from "../../projections/violationCaseQueries.js";
import { enumOf } from "../shared/enums.js";

export const ViolationCaseStatusEnum = enumOf(SHOWN_CASE_STATUSES);
registerEnumType(ViolationCaseStatusEnum, {
  name: "ViolationCaseStatus",
  description:
    "Where a case stands. DECIDED, IN_EXECUTION and EXECUTED follow from its decisions; EXECUTED: those of all its parties. VOIDED ones count for nothing.",
});

export const CaseProcedureEnum = enumOf(CASE_PROCEDURES);
registerEnumType(CaseProcedureEnum, {
  name: "CaseProcedure",
  description:
    "Xử phạt có lập biên bản; không lập biên bản: a warning or a small fine, decided where the act was seen.",
});

export const MinorAgeEnum = enumOf(MINOR_AGES);
registerEnumType(MinorAgeEnum, {
  name: "MinorAge",
  description: "Người chưa thành niên: from 14 to under 16, from 16 to under 18 years.",
});

export const ExplanationFormEnum = enumOf(EXPLANATION_FORMS);
registerEnumType(ExplanationFormEnum, {
  name: "ExplanationForm",
  description: "Giải trình bằng văn bản; trực tiếp, at a hearing that was asked for.",
});

export const ExplanationStateEnum = enumOf(EXPLANATION_STATES);
registerEnumType(ExplanationStateEnum, {
  name: "ExplanationState",
  description: "NONE: nobody has the right. OPEN until everybody who has it has explained or waived it.",
});

export const ClosingGroundEnum = enumOf(CLOSING_GROUNDS);
registerEnumType(ClosingGroundEnum, {
  name: "ClosingGround",
  description:
    "Không vi phạm; trường hợp không xử phạt; hết thời hiệu, thời hạn; nhắc nhở; không xác định được người vi phạm; chết; giải thể, phá sản; truy cứu hình sự; đã thi hành xong.",
});
