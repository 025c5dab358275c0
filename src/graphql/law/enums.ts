import { registerEnumType } from "type-graphql";
import {
  DEADLINE_KEYS,
  LAW_FIELDS,
  PARAMETER_KEYS,
  REMEDY_KINDS,
  SIGNER_POSTS,
  SUBJECT_BASES,
  SUBJECT_KINDS,
} from "../../domain/law/terms.js";
import { enumType } from "../derive/enums.js";
import { enumOf } from "../shared/enums.js";

export const LawFieldEnum = enumOf(LAW_FIELDS);
registerEnumType(LawFieldEnum, {
  name: "LawField",
  description: "Lĩnh vực: báo chí; xuất bản; công nghệ thông tin, viễn thông.",
});

export const SubjectBasisEnum = enumOf(SUBJECT_BASES);
registerEnumType(SubjectBasisEnum, {
  name: "SubjectBasis",
  description: "For whom a frame is written. An individual is fined half of what an organisation is.",
});

export const SubjectKindEnum = enumType(SUBJECT_KINDS);

export const SignerPostEnum = enumType(SIGNER_POSTS);

export const RemedyKindEnum = enumType(REMEDY_KINDS);

export const DeadlineKeyEnum = enumOf(DEADLINE_KEYS);
registerEnumType(DeadlineKeyEnum, { name: "DeadlineKey", description: "Thời hạn, thời hiệu that the ledger knows." });

export const ParameterKeyEnum = enumOf(PARAMETER_KEYS);
registerEnumType(ParameterKeyEnum, {
  name: "ParameterKey",
  description: "Thresholds and rates that the ledger knows.",
});

export const ConfidenceEnum = enumOf(["HIGH", "MEDIUM", "LOW"]);
registerEnumType(ConfidenceEnum, {
  name: "Confidence",
  description: "How sure the row is. What is not HIGH is to be checked against the text before relying on it.",
});

export const LawOriginEnum = enumOf(["SHIPPED", "OPERATOR"]);
registerEnumType(LawOriginEnum, {
  name: "LawOrigin",
  description: "Whether the row came with the product, or is the operator's own.",
});

export const TermUnitEnum = enumOf(["HOURS", "CALENDAR_DAYS", "WORKING_DAYS", "MONTHS", "YEARS"]);
registerEnumType(TermUnitEnum, { name: "TermUnit" });

export const SpecialDayKindEnum = enumOf(["OFF", "WORKED"]);
registerEnumType(SpecialDayKindEnum, {
  name: "SpecialDayKind",
  description: "A day off (nghỉ lễ, nghỉ bù, hoán đổi), or a Saturday or Sunday worked for one (làm bù).",
});
