import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which the state of the staff is told. */

export const STAFF_SNAPSHOT_STATUSES = terms("StaffSnapshotStatus", "Whether a snapshot of the staff counts.", {
  RECORDED: say("đã ghi nhận", "recorded"),
  VOIDED: say("đã hủy do nhập nhầm", "void, as it was entered in error"),
});
export type StaffSnapshotStatus = TermOf<typeof STAFF_SNAPSHOT_STATUSES>;

export const IT_USES = terms("ItUse", "In what information technology is used.", {
  DOCUMENTS_ELECTRONIC: say("văn bản xử lý trên môi trường mạng", "documents handled electronically"),
  DOCUMENTS_SIGNED: say("văn bản đi ký số", "outgoing documents signed digitally"),
  FILES_ONLINE: say("hồ sơ thủ tục hành chính tiếp nhận trực tuyến", "files of procedures taken in online"),
  OFFICIALS_WITH_COMPUTER: say("cán bộ, công chức có máy tính làm việc", "officials with a computer"),
  OFFICIALS_WITH_MAIL: say("cán bộ, công chức dùng thư điện tử công vụ", "officials who use official e-mail"),
});
export type ItUse = TermOf<typeof IT_USES>;

export const STAFF_ASSESSORS = terms("StaffAssessor", "Who assesses the staff of a unit.", {
  COMMITTEE: say("ban của Hội đồng nhân dân", "a committee of the people's council"),
  DEPARTMENT: say("cơ quan quản lý nhà nước về công nghệ thông tin", "the department that manages it"),
});

export const RATINGS = terms("Rating", "How something is rated.", {
  GOOD: say("tốt", "good"),
  FAIR: say("khá", "fair"),
  SUFFICIENT: say("đạt yêu cầu", "sufficient"),
  WEAK: say("chưa đạt yêu cầu", "not sufficient"),
});
export type Rating = TermOf<typeof RATINGS>;
