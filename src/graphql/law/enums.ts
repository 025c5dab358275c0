import { TERM_UNITS } from "../../domain/kernel/termUnits.js";
import { SPECIAL_DAY_KINDS } from "../../domain/kernel/workCalendar.js";
import {
  CONFIDENCES,
  DEADLINE_KEYS,
  LAW_FIELDS,
  LAW_ORIGINS,
  PARAMETER_KEYS,
  POWER_EXTENTS,
  REMEDY_KINDS,
  SIGNER_POSTS,
  SUBJECT_BASES,
  SUBJECT_KINDS,
} from "../../domain/law/terms.js";
import { enumType } from "../derive/enums.js";

export const LawFieldEnum = enumType(LAW_FIELDS);
export const SubjectBasisEnum = enumType(SUBJECT_BASES);
export const SubjectKindEnum = enumType(SUBJECT_KINDS);
export const SignerPostEnum = enumType(SIGNER_POSTS);
export const PowerExtentEnum = enumType(POWER_EXTENTS);
export const RemedyKindEnum = enumType(REMEDY_KINDS);
export const DeadlineKeyEnum = enumType(DEADLINE_KEYS);
export const ParameterKeyEnum = enumType(PARAMETER_KEYS);
export const ConfidenceEnum = enumType(CONFIDENCES);
export const LawOriginEnum = enumType(LAW_ORIGINS);
export const TermUnitEnum = enumType(TERM_UNITS);
export const SpecialDayKindEnum = enumType(SPECIAL_DAY_KINDS);
