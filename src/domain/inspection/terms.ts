import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which inspections and checks are told. */

/** When each kind holds, and who leads it: ./kinds.ts. */
export const INSPECTION_KINDS = terms(
  "InspectionKind",
  "Thanh tra hành chính, thanh tra chuyên ngành (both until 30 June 2025), thanh tra (since 1 July 2025, at province " +
    "level and above), kiểm tra, kiểm tra chuyên ngành (since 1 July 2025, of departments without an inspectorate).",
  {
    ADMINISTRATIVE_INSPECTION: say("thanh tra hành chính", "administrative inspection"),
    SPECIALISED_INSPECTION: say("thanh tra chuyên ngành", "specialised inspection"),
    INSPECTION: say("thanh tra", "inspection"),
    CHECK: say("kiểm tra", "check"),
    SPECIALISED_CHECK: say("kiểm tra chuyên ngành", "specialised check"),
  },
);
export type InspectionKind = TermOf<typeof INSPECTION_KINDS>;

export const INSPECTION_STATUSES = terms(
  "InspectionStatus",
  "Where an inspection stands. DONE: a check that ended with minutes. VOIDED ones count for nothing.",
  {
    PLANNED: say("đã có trong kế hoạch, chưa có quyết định", "planned and not decided yet"),
    DECIDED: say("đã có quyết định, chưa công bố", "decided and not announced yet"),
    ANNOUNCED: say("đã công bố quyết định, chưa bắt đầu tiến hành", "announced and not begun yet"),
    IN_PROGRESS: say("đang được tiến hành", "in progress"),
    SUSPENDED: say("đang tạm dừng", "suspended"),
    FIELDWORK_ENDED: say(
      "đã kết thúc tiến hành trực tiếp, chưa có báo cáo kết quả",
      "over on site and not reported yet",
    ),
    REPORTED: say("đã có báo cáo kết quả", "reported, without a draft of its conclusion"),
    DRAFTED: say("đã có dự thảo kết luận", "at the draft of its conclusion"),
    CONCLUDED: say("đã có kết luận, chưa công khai", "concluded, and its conclusion is not public yet"),
    PUBLISHED: say("đã công khai kết luận", "concluded, and its conclusion is public"),
    IMPLEMENTING: say("đang ở bước thực hiện kết luận", "at the implementation of its conclusion"),
    DONE: say("đã lập biên bản, không cần kết luận", "done, with minutes instead of a conclusion"),
    CLOSED: say("đã kết thúc hồ sơ", "closed"),
    CANCELLED: say("đã bị hủy bỏ", "cancelled"),
    VOIDED: say("đã hủy vì nhập nhầm", "voided, as it was entered in error"),
  },
);
export type InspectionStatus = TermOf<typeof INSPECTION_STATUSES>;

/** What a coordinating body (cơ quan phối hợp) gives. */
export const COORDINATION_ROLES = terms(
  "CoordinationRole",
  "Cử người tham gia đoàn; chuyên môn, giám định; lực lượng tại chỗ; thông tin; khác.",
  {
    TEAM_MEMBERS: say("cử người tham gia đoàn", "people for the team"),
    EXPERTISE: say("chuyên môn, giám định", "expertise"),
    LOCAL_FORCES: say("lực lượng tại chỗ", "forces on the spot"),
    INFORMATION: say("cung cấp thông tin", "information"),
    OTHER: say("phối hợp khác", "something else"),
  },
);
export type CoordinationRole = TermOf<typeof COORDINATION_ROLES>;

export const TEAM_ROLES = terms("TeamRole", "Trưởng đoàn; phó trưởng đoàn; thư ký; thành viên.", {
  HEAD: say("trưởng đoàn", "head"),
  DEPUTY_HEAD: say("phó trưởng đoàn", "deputy head"),
  SECRETARY: say("thư ký", "secretary"),
  MEMBER: say("thành viên", "member"),
});
export type TeamRole = TermOf<typeof TEAM_ROLES>;

/** Who is inspected (đối tượng thanh tra, kiểm tra). */
export const TARGET_KINDS = terms("TargetKind", "Tổ chức; hộ kinh doanh; cá nhân.", {
  ORGANISATION: say("tổ chức", "organisation"),
  HOUSEHOLD_BUSINESS: say("hộ kinh doanh", "household business"),
  INDIVIDUAL: say("cá nhân", "individual"),
});
export type TargetKind = TermOf<typeof TARGET_KINDS>;

/** How a conclusion is made public (hình thức công khai). */
export const PUBLICATION_FORMS = terms(
  "PublicationForm",
  "Đăng trên cổng thông tin điện tử; công bố tại cuộc họp; trên phương tiện thông tin đại chúng; niêm yết.",
  {
    PORTAL: say("đăng trên cổng thông tin điện tử", "on the portal"),
    MEETING: say("công bố tại cuộc họp", "at a meeting"),
    MEDIA: say("thông báo trên phương tiện thông tin đại chúng", "in the media"),
    POSTING: say("niêm yết tại trụ sở", "by posting"),
  },
);
export type PublicationForm = TermOf<typeof PUBLICATION_FORMS>;

export const RECOMMENDATION_STATES = terms(
  "RecommendationState",
  "How far a recommendation (kiến nghị) has been followed. VERIFIED ends its follow-up.",
  {
    ISSUED: say("mới được đưa ra", "issued"),
    ASSIGNED: say("đã giao thực hiện", "assigned"),
    IN_PROGRESS: say("đang thực hiện", "in progress"),
    DONE: say("đã thực hiện xong", "done"),
    PARTLY: say("đã thực hiện một phần", "done in part"),
    NOT_DONE: say("chưa thực hiện được", "not done"),
    VERIFIED: say("đã được xác nhận kết quả", "verified"),
  },
);
export type RecommendationState = TermOf<typeof RECOMMENDATION_STATES>;

/** What a unit of the register is to an inspection. */
export const INSPECTION_UNIT_ROLES = terms("InspectionUnitRole", "Chủ trì; phối hợp.", {
  LEAD: say("chủ trì", "lead"),
  COORDINATOR: say("phối hợp", "coordinator"),
});
export type InspectionUnitRole = TermOf<typeof INSPECTION_UNIT_ROLES>;
