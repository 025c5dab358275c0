import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The words of the law as data. Lists are closed; a law that brings a new word brings a new value. */

export const LAW_FIELDS = terms("LawField", "Lĩnh vực: báo chí; xuất bản; công nghệ thông tin, viễn thông.", {
  PRESS: say("báo chí", "press"),
  PUBLISHING: say("xuất bản", "publishing"),
  IT: say("công nghệ thông tin, viễn thông", "IT and telecommunications"),
});
export type LawField = TermOf<typeof LAW_FIELDS>;

/** For whom a frame is written (mức phạt áp dụng đối với tổ chức / cá nhân). */
export const SUBJECT_BASES = terms(
  "SubjectBasis",
  "For whom a frame is written. An individual is fined half of what an organisation is.",
  {
    ORGANISATION: say("tổ chức", "organisation"),
    INDIVIDUAL: say("cá nhân", "individual"),
  },
);
export type SubjectBasis = TermOf<typeof SUBJECT_BASES>;

export const SUBJECT_KINDS = terms(
  "SubjectKind",
  "Who is sanctioned. Cá nhân; hộ kinh doanh (fined as an individual); tổ chức; cơ quan nhà nước, for what belongs to " +
    "its state task: not fined but passed on for discipline (for anything else it is an ORGANISATION); không xác định " +
    "được: then only confiscation and remedies.",
  {
    INDIVIDUAL: say("cá nhân", "individual"),
    HOUSEHOLD_BUSINESS: say("hộ kinh doanh", "household business"),
    ORGANISATION: say("tổ chức", "organisation"),
    STATE_BODY: say("cơ quan nhà nước", "state body"),
    UNKNOWN: say("không xác định được", "unknown"),
  },
);
export type SubjectKind = TermOf<typeof SUBJECT_KINDS>;

/** For the fine, a household business is an individual. */
export const basisOf = (kind: Exclude<SubjectKind, "UNKNOWN">): SubjectBasis =>
  isPerson(kind) ? "INDIVIDUAL" : "ORGANISATION";

/** Whether there is somebody to fine. */
export const isFineable = (kind: SubjectKind): kind is Exclude<SubjectKind, "UNKNOWN" | "STATE_BODY"> =>
  kind !== "UNKNOWN" && kind !== "STATE_BODY";

/** What bears a person's name: a person, or a household business. */
export const isPerson = (kind: SubjectKind): boolean => kind === "INDIVIDUAL" || kind === "HOUSEHOLD_BUSINESS";

/** Posts that sign sanction decisions. */
export const SIGNER_POSTS = terms(
  "SignerPost",
  "Người có thẩm quyền xử phạt: thanh tra viên; trưởng đoàn thanh tra; Chánh Thanh tra sở; Giám đốc sở; Chủ tịch UBND xã, huyện, tỉnh.",
  {
    INSPECTOR: say("thanh tra viên", "inspector"),
    INSPECTION_TEAM_HEAD: say("trưởng đoàn thanh tra", "head of an inspection team"),
    DEPARTMENT_CHIEF_INSPECTOR: say("Chánh Thanh tra sở", "chief inspector of a department"),
    DEPARTMENT_DIRECTOR: say("Giám đốc sở", "director of a department"),
    COMMUNE_CHAIR: say("Chủ tịch UBND xã", "chair of a commune"),
    DISTRICT_CHAIR: say("Chủ tịch UBND huyện", "chair of a district"),
    PROVINCE_CHAIR: say("Chủ tịch UBND tỉnh", "chair of the province"),
  },
);
export type SignerPost = TermOf<typeof SIGNER_POSTS>;

/** How far a post's power to sanction goes. */
export const POWER_EXTENTS = terms(
  "PowerExtent",
  "What the law says of a post's power to sanction in a field. UNKNOWN: there is some power, how far it goes is not in " +
    "the rows; check the decree.",
  {
    UP_TO: say("có thẩm quyền đến mức ghi ở đây", "up to the amounts given"),
    NONE: say("không có thẩm quyền", "none"),
    UNKNOWN: say("có thẩm quyền, chưa rõ mức", "some, to an extent that is not known here"),
  },
);
export type PowerExtent = TermOf<typeof POWER_EXTENTS>;

/** Remedial measures. */
export const REMEDY_KINDS = terms(
  "RemedyKind",
  "Biện pháp khắc phục hậu quả: cải chính, xin lỗi; gỡ bỏ; thu hồi; tiêu hủy; nộp lại số lợi bất hợp pháp; khôi phục tình trạng ban đầu; trả lại phương tiện, tài liệu.",
  {
    CORRECTION_APOLOGY: say("cải chính, xin lỗi", "correction and apology"),
    TAKE_DOWN: say("gỡ bỏ", "taking down"),
    RECALL: say("thu hồi", "recall"),
    DESTROY: say("tiêu hủy", "destruction"),
    RETURN_ILLEGAL_GAINS: say("nộp lại số lợi bất hợp pháp", "return of illegal gains"),
    RESTORE: say("khôi phục tình trạng ban đầu", "restoration"),
    RETURN_ITEMS: say("trả lại phương tiện, tài liệu", "return of equipment and documents"),
  },
);
export type RemedyKind = TermOf<typeof REMEDY_KINDS>;

/** How sure a row of law is. What is not HIGH is to be checked against the text before relying on it. */
export const CONFIDENCES = terms(
  "Confidence",
  "How sure the row is. What is not HIGH is to be checked against the text before relying on it.",
  {
    HIGH: say("chắc chắn", "high"),
    MEDIUM: say("khá chắc chắn, cần đối chiếu văn bản", "medium, to be checked against the text"),
    LOW: say("chưa chắc chắn, phải đối chiếu văn bản", "low, to be checked against the text"),
  },
);
export type Confidence = TermOf<typeof CONFIDENCES>;

export const LAW_ORIGINS = terms("LawOrigin", "Whether the row came with the product, or is the operator's own.", {
  SHIPPED: say("đi kèm sản phẩm", "shipped with the product"),
  OPERATOR: say("do đơn vị vận hành nhập", "the operator's own"),
});
export type LawOrigin = TermOf<typeof LAW_ORIGINS>;

export const DEADLINE_KEYS = terms("DeadlineKey", "Thời hạn, thời hiệu that the ledger knows.", {
  LIMITATION_PRESS: say("thời hiệu xử phạt về báo chí", "limitation for violations in press"),
  LIMITATION_PUBLISHING: say("thời hiệu xử phạt về xuất bản", "limitation for violations in publishing"),
  LIMITATION_IT: say(
    "thời hiệu xử phạt về công nghệ thông tin, viễn thông",
    "limitation for violations in IT and telecommunications",
  ),
  MINUTES: say("thời hạn lập biên bản vi phạm hành chính", "minutes of the violation"),
  MINUTES_COMPLEX: say(
    "thời hạn lập biên bản khi vụ việc có nhiều tình tiết phức tạp hoặc phạm vi rộng",
    "minutes in a complex case or one of wide scope",
  ),
  MINUTES_APPRAISED: say(
    "thời hạn lập biên bản sau kết quả giám định, kiểm nghiệm, phương tiện kỹ thuật",
    "minutes after the result of an appraisal, a test or a technical device",
  ),
  EXPLANATION_WRITTEN: say("thời hạn giải trình bằng văn bản", "explaining in writing"),
  EXPLANATION_WRITTEN_EXTENSION: say("gia hạn giải trình bằng văn bản", "extension for explaining in writing"),
  EXPLANATION_ORAL_REQUEST: say("thời hạn yêu cầu giải trình trực tiếp", "asking to explain in person"),
  HEARING_NOTICE: say("thời hạn thông báo phiên giải trình trực tiếp", "notice of the hearing"),
  DECISION: say("thời hạn ra quyết định xử phạt", "sanction decision"),
  DECISION_TRANSFERRED: say(
    "thời hạn ra quyết định xử phạt khi hồ sơ được chuyển đến người có thẩm quyền",
    "sanction decision where the file was passed to the one with power",
  ),
  DECISION_EXPLAINED: say(
    "thời hạn ra quyết định xử phạt khi có giải trình hoặc phải xác minh",
    "sanction decision where there is an explanation or a verification",
  ),
  DECISION_COMPLEX: say(
    "thời hạn ra quyết định xử phạt trong vụ việc đặc biệt nghiêm trọng, phức tạp",
    "sanction decision in a very serious and complex case",
  ),
  DECISION_RETURNED: say(
    "thời hạn ra quyết định xử phạt khi cơ quan tiến hành tố tụng trả lại hồ sơ",
    "sanction decision where the investigating body gave the file back",
  ),
  DECISION_RETURNED_VERIFIED: say(
    "thời hạn ra quyết định xử phạt khi cơ quan tiến hành tố tụng trả lại hồ sơ và phải xác minh thêm",
    "sanction decision where the investigating body gave the file back and more must be verified",
  ),
  SENDING: say("thời hạn gửi quyết định xử phạt", "sending the decision"),
  SERVICE_DEEMED: say(
    "thời hạn sau lần gửi thứ ba để quyết định được coi là đã giao",
    "time after the third sending until the decision counts as served",
  ),
  SERVICE_UNPROVEN: say(
    "thời hạn nộp phạt không tính tiền chậm nộp khi không có chứng cứ giao nhận quyết định",
    "time to pay without interest where nothing proves that the decision was received",
  ),
  EXECUTION: say("thời hạn thi hành quyết định xử phạt", "carrying out the decision"),
  EXECUTION_LIMITATION: say("thời hiệu thi hành quyết định xử phạt", "limitation of carrying out the decision"),
  POSTPONEMENT: say("thời hạn hoãn thi hành quyết định phạt tiền", "postponement of the fine"),
  INSTALMENTS: say("thời hạn nộp tiền phạt nhiều lần", "paying in instalments"),
  SEIZURE: say("thời hạn tạm giữ tang vật", "temporary seizure of exhibits"),
  SEIZURE_TRANSFERRED: say(
    "thời hạn tạm giữ tang vật khi hồ sơ được chuyển đến người có thẩm quyền",
    "temporary seizure where the file was passed to the one with power",
  ),
  SEIZURE_EXTENSION: say("thời hạn tạm giữ tang vật khi được kéo dài", "temporary seizure when prolonged"),
  SEIZURE_COMPLEX_EXTENSION: say(
    "thời hạn tạm giữ tang vật khi được gia hạn trong vụ việc phức tạp",
    "temporary seizure when extended in a complex case",
  ),
  COMPLAINT_LODGING: say("thời hiệu khiếu nại lần đầu", "lodging a first complaint"),
  COMPLAINT_ACCEPTANCE: say("thời hạn thông báo thụ lý khiếu nại", "notice whether a complaint is accepted"),
  COMPLAINT_FIRST_RESOLUTION: say("thời hạn giải quyết khiếu nại lần đầu", "resolving a first complaint"),
  COMPLAINT_FIRST_RESOLUTION_COMPLEX: say(
    "thời hạn giải quyết khiếu nại lần đầu trong vụ việc phức tạp",
    "resolving a first complaint in a complex case",
  ),
  COMPLAINT_FIRST_RESOLUTION_REMOTE: say(
    "thời hạn giải quyết khiếu nại lần đầu ở vùng sâu, vùng xa",
    "resolving a first complaint in a remote area",
  ),
  COMPLAINT_FIRST_RESOLUTION_REMOTE_COMPLEX: say(
    "thời hạn giải quyết khiếu nại lần đầu ở vùng sâu, vùng xa, vụ việc phức tạp",
    "resolving a first complaint in a remote area in a complex case",
  ),
  COMPLAINT_SECOND_LODGING: say("thời hạn khiếu nại lần hai", "lodging a second complaint"),
  COMPLAINT_SECOND_LODGING_REMOTE: say(
    "thời hạn khiếu nại lần hai ở vùng sâu, vùng xa",
    "lodging a second complaint in a remote area",
  ),
  COMPLAINT_SECOND_RESOLUTION: say("thời hạn giải quyết khiếu nại lần hai", "resolving a second complaint"),
  COMPLAINT_SECOND_RESOLUTION_COMPLEX: say(
    "thời hạn giải quyết khiếu nại lần hai trong vụ việc phức tạp",
    "resolving a second complaint in a complex case",
  ),
  COMPLAINT_SECOND_RESOLUTION_REMOTE: say(
    "thời hạn giải quyết khiếu nại lần hai ở vùng sâu, vùng xa",
    "resolving a second complaint in a remote area",
  ),
  COMPLAINT_SECOND_RESOLUTION_REMOTE_COMPLEX: say(
    "thời hạn giải quyết khiếu nại lần hai ở vùng sâu, vùng xa, vụ việc phức tạp",
    "resolving a second complaint in a remote area in a complex case",
  ),
  COURT_ACTION: say("thời hiệu khởi kiện vụ án hành chính", "action in court"),
  RELAPSE_WARNING: say(
    "thời hạn được coi là chưa bị xử phạt sau khi chấp hành xong cảnh cáo",
    "counting as never sanctioned, after a warning",
  ),
  RELAPSE_OTHER: say(
    "thời hạn được coi là chưa bị xử phạt sau khi chấp hành xong hình thức xử phạt khác",
    "counting as never sanctioned, after any other sanction",
  ),
  INSPECTION_DRAFT_ASSIGNMENT: say("thời hạn giao xây dựng dự thảo kết luận", "assigning who drafts the conclusion"),
  INSPECTION_DRAFT_CONCLUSION: say("thời hạn xây dựng dự thảo kết luận", "draft of the conclusion"),
  INSPECTION_CONCLUSION: say("thời hạn ban hành kết luận thanh tra", "conclusion of an inspection"),
  INSPECTION_PUBLICATION: say("thời hạn công khai kết luận thanh tra", "publication of the conclusion"),
  INSPECTION_IMPLEMENTATION: say(
    "thời hạn ban hành văn bản thực hiện kết luận thanh tra",
    "document that carries out the conclusion",
  ),
});
export type DeadlineKey = TermOf<typeof DEADLINE_KEYS>;

/** Periods that the law states in some times only: the draft's since 2025 is set for each inspection, its assignment is new. */
export const PASSING_DEADLINES = ["INSPECTION_DRAFT_ASSIGNMENT", "INSPECTION_DRAFT_CONCLUSION"] as const;
/** Those that it states on every day. */
export type SteadyDeadlineKey = Exclude<DeadlineKey, (typeof PASSING_DEADLINES)[number]>;

/** The period of limitation in a field (thời hiệu xử phạt). */
export const limitationOf = (field: LawField): SteadyDeadlineKey => `LIMITATION_${field}`;

export const PARAMETER_KEYS = terms(
  "ParameterKey",
  "Thresholds and rates that the ledger knows; and, as 1 (yes) or 0 (no), what it has chosen where the law can be read in two ways.",
  {
    LATE_INTEREST_PER_DAY: say(
      "tiền chậm nộp phạt mỗi ngày, phần vạn của số tiền chưa nộp",
      "late interest a day, in ten-thousandths of what is unpaid",
    ),
    POSTPONEMENT_FROM_INDIVIDUAL: say(
      "mức tiền phạt được hoãn thi hành, cá nhân",
      "fine from which payment may be postponed, individuals",
    ),
    POSTPONEMENT_FROM_ORGANISATION: say(
      "mức tiền phạt được hoãn thi hành, tổ chức",
      "fine from which payment may be postponed, organisations",
    ),
    INSTALMENTS_FROM_INDIVIDUAL: say(
      "mức tiền phạt được nộp nhiều lần, cá nhân",
      "fine from which it may be paid in instalments, individuals",
    ),
    INSTALMENTS_FROM_ORGANISATION: say(
      "mức tiền phạt được nộp nhiều lần, tổ chức",
      "fine from which it may be paid in instalments, organisations",
    ),
    INSTALMENTS_AT_MOST: say("số lần nộp tiền phạt tối đa", "instalments at most"),
    FIRST_INSTALMENT_PERCENT: say(
      "mức nộp lần thứ nhất tối thiểu, phần trăm tổng số tiền phạt",
      "first instalment at least, percent of the fine",
    ),
    EXPLANATION_FROM_INDIVIDUAL: say(
      "mức tối đa của khung tiền phạt từ đó được giải trình, cá nhân",
      "maximum of the frame from which the offender may explain, individuals",
    ),
    EXPLANATION_FROM_ORGANISATION: say(
      "mức tối đa của khung tiền phạt từ đó được giải trình, tổ chức",
      "maximum of the frame from which the offender may explain, organisations",
    ),
    ON_THE_SPOT_UP_TO_INDIVIDUAL: say(
      "mức tiền phạt cao nhất được xử phạt không lập biên bản, cá nhân",
      "highest fine without minutes, individuals",
    ),
    ON_THE_SPOT_UP_TO_ORGANISATION: say(
      "mức tiền phạt cao nhất được xử phạt không lập biên bản, tổ chức",
      "highest fine without minutes, organisations",
    ),
    CIRCUMSTANCES_TO_FRAME_END: say(
      "số tình tiết còn lại sau khi giảm trừ, từ đó áp dụng mức tối thiểu hoặc tối đa của khung; 0: luật không quy định",
      "circumstances left after setting off from which the fine is the minimum or maximum of the frame; 0: the law has no such number",
    ),
    LATE_INTEREST_AFTER_MOVED_DUE_DAY: say(
      "tiền chậm nộp chỉ tính sau hạn đã dời qua ngày nghỉ",
      "late interest begins only after a due day that was moved past days off",
    ),
    LATE_INTEREST_PAUSED_BY_SUSPENSION: say(
      "không tính tiền chậm nộp trong thời gian tạm đình chỉ thi hành",
      "no late interest runs while execution is suspended",
    ),
    EXPLANATION_ANEW_WHEN_TOLD_LATE: say(
      "thông báo quyền giải trình sau khi hết thời hạn thì thời hạn tính từ ngày thông báo",
      "where the right to explain is told after its period is over, the period runs from the telling",
    ),
    REPORT_MONTH_BEGINS_ON: say(
      "ngày bắt đầu kỳ số liệu báo cáo tháng: ngày này của tháng trước; 1 nếu theo lịch",
      "day on which the month of a report begins: of the month before; 1 as in the calendar",
    ),
  },
);
export type ParameterKey = TermOf<typeof PARAMETER_KEYS>;

export const PERIOD_KINDS = terms("PeriodKind", "A period of reports (kỳ báo cáo).", {
  MONTH: say("tháng", "month"),
  QUARTER: say("quý", "quarter"),
  HALF_YEAR: say("6 tháng", "half-year"),
  NINE_MONTHS: say("9 tháng", "nine months"),
  YEAR: say("năm", "year"),
});
export type PeriodKind = TermOf<typeof PERIOD_KINDS>;

export const CUT_OFFS = terms("CutOff", "By which days periods are cut off (cách chốt số liệu).", {
  CALENDAR: say("theo lịch", "as in the calendar"),
  REPORTING: say("theo kỳ chốt số liệu báo cáo", "as in periodic reports: from the fifteenth to the fourteenth"),
});
export type CutOff = TermOf<typeof CUT_OFFS>;
