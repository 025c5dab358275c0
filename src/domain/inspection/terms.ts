/** The closed lists of words with which inspections and checks are told. */

/**
 * ADMINISTRATIVE_INSPECTION (thanh tra hành chính) and SPECIALISED_INSPECTION (thanh tra chuyên ngành) until 30 June
 * 2025; one INSPECTION (thanh tra) since; CHECK (kiểm tra) always; SPECIALISED_CHECK (kiểm tra chuyên ngành), with
 * which departments without an inspectorate go on since 1 July 2025. When each holds, and who leads it: ./kinds.ts.
 */
export const INSPECTION_KINDS = [
  "ADMINISTRATIVE_INSPECTION",
  "SPECIALISED_INSPECTION",
  "INSPECTION",
  "CHECK",
  "SPECIALISED_CHECK",
] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** DONE: a check that ended with minutes instead of a report and a conclusion. */
export const INSPECTION_STATUSES = [
  "PLANNED",
  "DECIDED",
  "ANNOUNCED",
  "IN_PROGRESS",
  "SUSPENDED",
  "FIELDWORK_ENDED",
  "REPORTED",
  "DRAFTED",
  "CONCLUDED",
  "PUBLISHED",
  "IMPLEMENTING",
  "DONE",
  "CLOSED",
  "CANCELLED",
  "VOIDED",
] as const;
export type InspectionStatus = (typeof INSPECTION_STATUSES)[number];

/** What a coordinating body (cơ quan phối hợp) gives: people for the team, expertise, forces on the spot, information. */
export const COORDINATION_ROLES = ["TEAM_MEMBERS", "EXPERTISE", "LOCAL_FORCES", "INFORMATION", "OTHER"] as const;
export type CoordinationRole = (typeof COORDINATION_ROLES)[number];

/** Trưởng đoàn, phó trưởng đoàn, thư ký, thành viên. */
export const TEAM_ROLES = ["HEAD", "DEPUTY_HEAD", "SECRETARY", "MEMBER"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** Who is inspected (đối tượng thanh tra, kiểm tra). */
export const TARGET_KINDS = ["ORGANISATION", "HOUSEHOLD_BUSINESS", "INDIVIDUAL"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** How a conclusion is made public (hình thức công khai). */
export const PUBLICATION_FORMS = ["PORTAL", "MEETING", "MEDIA", "POSTING"] as const;
export type PublicationForm = (typeof PUBLICATION_FORMS)[number];

/** How far a recommendation (kiến nghị) has been followed. */
export const RECOMMENDATION_STATES = [
  "ISSUED",
  "ASSIGNED",
  "IN_PROGRESS",
  "DONE",
  "PARTLY",
  "NOT_DONE",
  "VERIFIED",
] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];
