import { someOf, type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The words of sanction decisions (quyết định xử phạt). */

/** REMEDY_ONLY: the time for a fine has passed, or the offender is unknown or gone (the Law, Art. 65). */
export const DECISION_KINDS = terms(
  "DecisionKind",
  "Quyết định xử phạt; or REMEDY_ONLY: no fine any more, but confiscation and remedies (quyết định áp dụng biện pháp khắc phục hậu quả).",
  {
    SANCTION: say("quyết định xử phạt", "sanction decision"),
    REMEDY_ONLY: say("quyết định áp dụng biện pháp khắc phục hậu quả", "decision of remedies only"),
  },
);
export type DecisionKind = TermOf<typeof DECISION_KINDS>;

/** A decision as such; what became of its fine and its measures is told by each of them. */
export const SANCTION_STATUSES = terms(
  "SanctionStatus",
  "Where a decision stands. EXECUTED: nothing of the fine is outstanding and every measure is done with.",
  {
    SIGNED: say("đã ký, chưa giao", "signed and not served yet"),
    SERVED: say("đã giao, đang thi hành", "served and being carried out"),
    EXECUTED: say("đã thi hành xong", "carried out"),
    ANNULLED: say("đã bị hủy bỏ", "annulled"),
  },
);
export type SanctionStatus = TermOf<typeof SANCTION_STATUSES>;

export const NO_FINE_GROUNDS = terms(
  "NoFineGround",
  "Why there is no fine: hết thời hiệu; quá thời hạn ra quyết định; không rõ người vi phạm; không còn.",
  {
    TIME_BARRED: say("hết thời hiệu xử phạt", "the act is time-barred"),
    DEADLINE_PASSED: say("quá thời hạn ra quyết định", "the time for the decision has passed"),
    OFFENDER_UNKNOWN: say("không xác định được người vi phạm", "the offender is unknown"),
    OFFENDER_GONE: say("người vi phạm đã chết, tổ chức đã giải thể hoặc phá sản", "the offender is gone"),
  },
);
export type NoFineGround = TermOf<typeof NO_FINE_GROUNDS>;

/** How a decision came to the offender, or counts as having come (the Law, Art. 70). */
export const SERVICE_WAYS = terms(
  "ServiceWay",
  "Giao quyết định: handed over or signed for at the post; or deemed to be served: refused before witnesses, returned from " +
    "its third sending, posted up, evaded (Law on Handling Administrative Violations, Art. 70).",
  {
    HANDED_OVER: say("giao trực tiếp", "handed over"),
    POST: say("gửi qua bưu điện bằng hình thức bảo đảm, có ký nhận", "by registered post, signed for"),
    REFUSED: say("cố tình không nhận, đã lập biên bản", "refused, with minutes of the refusal"),
    RETURNED: say("bưu điện trả lại sau lần gửi thứ ba", "returned from its third sending by post"),
    POSTED_UP: say("niêm yết", "posted up"),
    EVADED: say("có căn cứ cho rằng trốn tránh không nhận", "its receipt was evaded"),
  },
);
export type ServiceWay = TermOf<typeof SERVICE_WAYS>;
export const DEEMED_SERVICE: readonly ServiceWay[] = ["REFUSED", "RETURNED", "POSTED_UP", "EVADED"];

export const ANNULMENT_GROUNDS = terms("AnnulmentGround", "Căn cứ hủy bỏ quyết định.", {
  WRONG_POWER: say("sai thẩm quyền", "issued without the power"),
  WRONG_PROCEDURE: say("sai thủ tục", "wrong procedure"),
  WRONG_SUBJECT: say("sai đối tượng", "wrong subject"),
  FALSIFIED_FILE: say("hồ sơ bị giả mạo, làm sai lệch", "falsified file"),
  PROSECUTED: say("vụ việc bị khởi tố", "the matter is prosecuted"),
  COMPLAINT_UPHELD: say("theo kết quả giải quyết khiếu nại", "a complaint was upheld"),
  COURT_JUDGMENT: say("theo bản án, quyết định của tòa án", "a court's judgment"),
});
export type AnnulmentGround = TermOf<typeof ANNULMENT_GROUNDS>;

/** What moves a fine within its frame: how far, their number says. Law on Handling Administrative Violations, Art. 9 and 10. */
export const CIRCUMSTANCES = terms(
  "Circumstance",
  "Tình tiết giảm nhẹ, tăng nặng: their number decides where in its frame the fine lies.",
  {
    MITIGATING_COOPERATION: say("giảm nhẹ: tự nguyện khai báo, thành thật hối lỗi", "mitigating: cooperation"),
    MITIGATING_REMEDIED: say("giảm nhẹ: đã ngăn chặn, khắc phục hậu quả", "mitigating: the harm was remedied"),
    MITIGATING_HARDSHIP: say("giảm nhẹ: hoàn cảnh đặc biệt khó khăn", "mitigating: hardship"),
    MITIGATING_PROVOKED: say("giảm nhẹ: bị kích động về tinh thần do hành vi trái pháp luật", "mitigating: provoked"),
    MITIGATING_COERCED: say(
      "giảm nhẹ: bị ép buộc, bị lệ thuộc về vật chất, tinh thần",
      "mitigating: coerced or dependent",
    ),
    MITIGATING_FRAILTY: say(
      "giảm nhẹ: phụ nữ mang thai, già yếu, có bệnh hoặc khuyết tật",
      "mitigating: pregnant, old, ill or disabled",
    ),
    MITIGATING_BACKWARDNESS: say("giảm nhẹ: vi phạm do trình độ lạc hậu", "mitigating: out of backwardness"),
    MITIGATING_OTHER: say("giảm nhẹ: tình tiết khác", "mitigating: another"),
    AGGRAVATING_ORGANISED: say("tăng nặng: vi phạm có tổ chức", "aggravating: organised"),
    AGGRAVATING_REPEATED: say("tăng nặng: vi phạm nhiều lần", "aggravating: repeated"),
    AGGRAVATING_RELAPSE: say("tăng nặng: tái phạm", "aggravating: relapse"),
    AGGRAVATING_CONCEALMENT: say("tăng nặng: trốn tránh, che giấu", "aggravating: concealment"),
    AGGRAVATING_LARGE_SCALE: say("tăng nặng: quy mô lớn", "aggravating: large scale"),
    AGGRAVATING_INCITED_OTHERS: say(
      "tăng nặng: xúi giục, lôi kéo người khác, sử dụng người chưa thành niên",
      "aggravating: incited others, or used minors",
    ),
    AGGRAVATING_USED_THE_ILL: say(
      "tăng nặng: sử dụng người bị bệnh tâm thần, mất khả năng nhận thức",
      "aggravating: used the mentally ill",
    ),
    AGGRAVATING_INSULTED_OFFICER: say(
      "tăng nặng: lăng mạ, phỉ báng người thi hành công vụ",
      "aggravating: insulted an officer on duty",
    ),
    AGGRAVATING_ABUSED_OFFICE: say("tăng nặng: lợi dụng chức vụ, quyền hạn", "aggravating: abused an office"),
    AGGRAVATING_ABUSED_DISASTER: say(
      "tăng nặng: lợi dụng chiến tranh, thiên tai, dịch bệnh",
      "aggravating: took advantage of a war, a disaster or an epidemic",
    ),
    AGGRAVATING_WHILE_SENTENCED: say(
      "tăng nặng: vi phạm trong thời gian đang chấp hành án hoặc biện pháp xử lý hành chính",
      "aggravating: while serving a sentence or a measure",
    ),
    AGGRAVATING_CONTINUED: say(
      "tăng nặng: tiếp tục vi phạm dù đã bị yêu cầu chấm dứt",
      "aggravating: went on though told to stop",
    ),
    AGGRAVATING_VULNERABLE_VICTIMS: say(
      "tăng nặng: vi phạm đối với nhiều người, trẻ em, người già, người khuyết tật, phụ nữ mang thai",
      "aggravating: against many people, children, the old, the disabled or the pregnant",
    ),
    AGGRAVATING_OTHER: say("tăng nặng: tình tiết khác", "aggravating: another"),
  },
);
export type Circumstance = TermOf<typeof CIRCUMSTANCES>;

export const SUBJECT_FACTORS = terms(
  "SubjectFactor",
  "An individual is fined half of what an organisation is; frames are written for one of the two.",
  {
    FULL: say("bằng khung", "the frame itself"),
    HALF: say("bằng một nửa khung", "half of the frame"),
    DOUBLE: say("gấp đôi khung", "twice the frame"),
  },
);
export type SubjectFactor = TermOf<typeof SUBJECT_FACTORS>;

/** What a decision orders besides the fine; each has its own state of execution. */
export const MEASURE_KINDS = terms(
  "MeasureKind",
  "Cảnh cáo; đình chỉ, tước quyền sử dụng giấy phép; tịch thu; biện pháp khắc phục hậu quả.",
  {
    WARNING: say("cảnh cáo", "warning"),
    SUSPENSION: say("đình chỉ hoạt động, tước quyền sử dụng giấy phép", "suspension"),
    CONFISCATION: say("tịch thu tang vật", "confiscation"),
    REMEDY: say("biện pháp khắc phục hậu quả", "remedy"),
  },
);
export type MeasureKind = TermOf<typeof MEASURE_KINDS>;
export const ORDERED_MEASURE_KINDS = someOf(
  MEASURE_KINDS,
  "OrderedMeasureKind",
  "What can be ordered besides the fine. A warning is said on the line that it is for.",
  "SUSPENSION",
  "CONFISCATION",
  "REMEDY",
);
export const MEASURE_STATES = terms("MeasureState", "How far a measure is carried out.", {
  ORDERED: say("chưa thi hành", "not carried out yet"),
  PARTLY_DONE: say("đã thi hành một phần", "carried out in part"),
  DONE: say("đã thi hành xong", "carried out"),
  NOT_DONE: say("không thi hành", "not complied with"),
  DROPPED: say("không còn phải thi hành", "dropped"),
});
export type MeasureState = TermOf<typeof MEASURE_STATES>;

/** Every version of the content stays readable on its paper. */
export const DECISION_PAPERS = terms("DecisionPaperKind", "Quyết định xử phạt; đính chính; sửa đổi, bổ sung; hủy bỏ.", {
  DECISION: say("quyết định", "decision"),
  CORRECTION: say("đính chính", "correction"),
  AMENDMENT: say("sửa đổi, bổ sung", "amendment"),
  ANNULMENT: say("hủy bỏ", "annulment"),
});
export type DecisionPaperKind = TermOf<typeof DECISION_PAPERS>;

// The fine ----------------------------------------------------------------------------------------------------------

/** OVERDUE is no state: it follows from the day that is asked. */
export const FINE_STATES = terms(
  "FineState",
  "How the fine stands. DROPPED: the decision was annulled. Whether it is overdue is asked of a day.",
  {
    NONE: say("không phạt tiền", "no fine"),
    DUE: say("chưa nộp", "not paid"),
    PARTLY_PAID: say("đã nộp một phần", "paid in part"),
    PAID: say("đã nộp đủ", "paid"),
    LAPSED: say("không còn phải thi hành", "lapsed"),
    DROPPED: say("đã hủy cùng quyết định", "dropped with the decision"),
  },
);
export type FineState = TermOf<typeof FINE_STATES>;

/** What was asked, granted or done about a fine besides its payment. */
export const FINE_STEPS = terms(
  "FineStepKind",
  "Hoãn; đề nghị, không cho, cho nộp nhiều lần; đề nghị giảm, không giảm, giảm hoặc miễn; cưỡng chế; trốn tránh; hết hiệu lực.",
  {
    POSTPONED: say("hoãn thi hành", "postponed"),
    INSTALMENTS_REQUESTED: say("đề nghị nộp nhiều lần", "instalments requested"),
    INSTALMENTS_REFUSED: say("không cho nộp nhiều lần", "instalments refused"),
    INSTALMENTS_GRANTED: say("cho nộp nhiều lần", "instalments granted"),
    REDUCTION_REQUESTED: say("đề nghị giảm, miễn", "reduction requested"),
    REDUCTION_REFUSED: say("không giảm, miễn", "reduction refused"),
    REDUCED: say("giảm, miễn", "reduced"),
    ENFORCEMENT_STARTED: say("cưỡng chế", "enforcement begun"),
    EVASION: say("trốn tránh, trì hoãn", "evasion"),
    LAPSED: say("không còn phải thi hành", "lapsed"),
  },
);
export type FineStepKind = TermOf<typeof FINE_STEPS>;

/** Why a fine is not collected any more. */
export const LAPSE_GROUNDS = terms("LapseGround", "Hết thời hiệu thi hành; người bị phạt chết; giải thể; phá sản.", {
  EXECUTION_LIMITATION: say("hết thời hiệu thi hành", "the time for execution has passed"),
  DEATH: say("người bị phạt chết", "death"),
  DISSOLUTION: say("tổ chức giải thể", "dissolution"),
  BANKRUPTCY: say("tổ chức phá sản", "bankruptcy"),
});
export type LapseGround = TermOf<typeof LAPSE_GROUNDS>;

export const COERCIVE_MEASURES = terms("CoerciveMeasure", "Biện pháp cưỡng chế.", {
  SALARY_DEDUCTION: say("khấu trừ lương, thu nhập", "deduction from the salary"),
  ACCOUNT_DEDUCTION: say("khấu trừ tiền từ tài khoản", "deduction from the account"),
  PROPERTY_SEIZURE: say("kê biên tài sản", "seizure of property"),
  OTHER: say("biện pháp cưỡng chế khác", "another measure"),
});
export type CoerciveMeasure = TermOf<typeof COERCIVE_MEASURES>;

// Complaints --------------------------------------------------------------------------------------------------------

export const COMPLAINT_STATUSES = terms("ComplaintStatus", "Where a complaint or a court action stands.", {
  LODGED: say("đã nộp, chưa thụ lý", "lodged and not accepted yet"),
  ACCEPTED: say("đã thụ lý, đang giải quyết", "accepted and being resolved"),
  REJECTED: say("không được thụ lý", "not accepted"),
  RESOLVED: say("đã được giải quyết", "resolved"),
  WITHDRAWN: say("đã rút", "withdrawn"),
  IN_COURT: say("đang được tòa án giải quyết", "before the court"),
  JUDGED: say("đã được tòa án xét xử", "judged"),
});
export type ComplaintStatus = TermOf<typeof COMPLAINT_STATUSES>;
export const COMPLAINT_STAGES = terms("ComplaintStage", "Khiếu nại lần đầu, lần hai; khởi kiện tại tòa án.", {
  FIRST: say("khiếu nại lần đầu", "first complaint"),
  SECOND: say("khiếu nại lần hai", "second complaint"),
  COURT: say("khởi kiện tại tòa án", "court action"),
});
export type ComplaintStage = TermOf<typeof COMPLAINT_STAGES>;
export const COMPLAINT_RESULTS = terms(
  "ComplaintResult",
  "What became of the decision complained about: it stands (UPHELD), is amended, or cancelled.",
  {
    UPHELD: say("giữ nguyên quyết định", "the decision stands"),
    AMENDED: say("sửa đổi quyết định", "the decision is amended"),
    CANCELLED: say("hủy bỏ quyết định", "the decision is cancelled"),
  },
);
export type ComplaintResult = TermOf<typeof COMPLAINT_RESULTS>;
export const COMPLAINT_REJECTIONS = terms("ComplaintRejection", "Lý do không thụ lý.", {
  OUT_OF_TIME: say("hết thời hiệu", "out of time"),
  NOT_ENTITLED: say("người khiếu nại không có quyền, lợi ích liên quan", "the decision does not touch who lodged it"),
  OTHER: say("lý do khác", "another reason"),
});
export type ComplaintRejection = TermOf<typeof COMPLAINT_REJECTIONS>;
