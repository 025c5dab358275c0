/** The closed lists of words with which visits are told. */

export const VISIT_STATUSES = [
  "REGISTERED",
  "CONFIRMED",
  "DECLINED",
  "REDIRECTED",
  "ARRIVED",
  "DOCUMENTS_CHECKED",
  "IN_SESSION",
  "COMPLETED",
  "FOLLOW_UP_OPEN",
  "CLOSED",
  "NO_SHOW",
  "CANCELLED",
  "VOIDED",
] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

export const VISIT_TOPICS = [
  "LAND",
  "ENVIRONMENT",
  "CONSTRUCTION",
  "TRANSPORT",
  "HEALTH",
  "EDUCATION",
  "SOCIAL_POLICY",
  "AGRICULTURE",
  "INDUSTRY_AND_TRADE",
  "CULTURE_AND_TOURISM",
  "SECURITY",
  "ADMINISTRATION",
  "FINANCE",
  "OTHER",
] as const;
/** The field (lĩnh vực) that the reporters came about. */
export type VisitTopic = (typeof VISIT_TOPICS)[number];

/** Grounds for declining. Press Law 2016, Art. 38 for the refusal of information; the first two concern the visit itself. */
export const DECLINE_GROUNDS = [
  "DOCUMENTS_INSUFFICIENT",
  "NOT_COMPETENT",
  "SECRET",
  "UNDER_INVESTIGATION",
  "INSPECTION_WITHOUT_CONCLUSION",
  "COMPLAINT_IN_PROGRESS",
  "OTHER",
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

export const DOCUMENT_KINDS = ["PRESS_CARD", "INTRODUCTION_LETTER", "IDENTITY_PAPER", "OTHER"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const ANSWER_FORMS = ["ORAL", "WRITTEN", "DOCUMENTS_GIVEN", "NONE"] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];

export const DUPLICATE_VERDICTS = ["DUPLICATE", "DISTINCT"] as const;
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number];
