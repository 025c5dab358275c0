import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The words of exhibits (tang vật, phương tiện vi phạm hành chính) in temporary seizure (tạm giữ). */

/** What is still to be done. That the time for it is over is no state: it follows from the day that is asked. */
export const SEIZURE_STATUSES = terms(
  "SeizureStatus",
  "What is still to be done with the exhibits of a seizure. VOIDED ones count for nothing.",
  {
    IN_CUSTODY: say("còn tang vật chờ quyết định xử lý", "open: exhibits in custody wait for a decision"),
    CONFISCATED: say(
      "chỉ còn tang vật đã tịch thu chờ xử lý",
      "past custody: what is held was confiscated and waits for disposal",
    ),
    CLOSED: say("đã xử lý xong tang vật", "closed: nothing is held any more"),
    VOIDED: say("đã hủy vì nhập nhầm", "voided, as it was entered in error"),
  },
);
export type SeizureStatus = TermOf<typeof SEIZURE_STATUSES>;
/** Exhibits are in the store: in custody, or confiscated and not disposed of. */
export const HELD = ["IN_CUSTODY", "CONFISCATED"] as const satisfies readonly SeizureStatus[];
export const NOT_VOIDED = SEIZURE_STATUSES.values.filter((status) => status !== "VOIDED");

export const SEIZURE_GROUNDS = terms(
  "SeizureGround",
  "Căn cứ tạm giữ: for what alone exhibits may be seized (Law on Handling Administrative Violations 2012, Art. 125.1).",
  {
    VERIFICATION: say(
      "xác minh tình tiết làm căn cứ ra quyết định xử phạt",
      "to verify facts without which no decision can be made",
    ),
    STOP_ACT: say("ngăn chặn ngay hành vi vi phạm", "to stop the violation"),
    SECURE_EXECUTION: say("bảo đảm thi hành quyết định xử phạt", "to secure the execution of the decision"),
  },
);
export type SeizureGround = TermOf<typeof SEIZURE_GROUNDS>;

export const EXHIBIT_UNITS = terms("ExhibitUnit", "Đơn vị tính: what is counted. Figures count copies.", {
  COPY: say("bản", "copies of a publication"),
  SHEET: say("tờ", "sheets of a semi-finished one"),
  ITEM: say("chiếc", "other items"),
});
export type ExhibitUnit = TermOf<typeof EXHIBIT_UNITS>;

export const SEIZURE_EXTENSIONS = terms(
  "SeizureExtension",
  "Kéo dài thời hạn tạm giữ: each once, in this order; the first of them only where the file was passed on.",
  {
    TRANSFERRED: say(
      "thời hạn khi hồ sơ được chuyển đến người có thẩm quyền",
      "the time where the file was passed to the one with power",
    ),
    ORDINARY: say("kéo dài thời hạn tạm giữ", "the first extension"),
    COMPLEX: say("kéo dài thời hạn tạm giữ vì vụ việc phức tạp", "the extension for complex cases"),
  },
);
export type SeizureExtensionKind = TermOf<typeof SEIZURE_EXTENSIONS>;

export const DISCREPANCY_KINDS = terms(
  "ExhibitDiscrepancyKind",
  "Chênh lệch: in what the exhibits differ from the record.",
  {
    MISSING: say("thiếu", "missing"),
    SURPLUS: say("thừa", "found beyond the number minuted"),
    DAMAGED: say("hư hỏng đến mức không còn gì", "ruined so that nothing is left"),
  },
);
export type DiscrepancyKind = TermOf<typeof DISCREPANCY_KINDS>;

export const COUNT_DIFFERENCES = terms("ExhibitCountDifference", "What a count means that differs from the record.", {
  CORRECTION: say("đính chính số đã ghi", "the record was wrong from the first day"),
  DISCREPANCY: say("chênh lệch phát sinh", "copies came to be missing, or were found, since"),
});
export type CountDifference = TermOf<typeof COUNT_DIFFERENCES>;

export const CUSTODY_STEPS = terms(
  "CustodyStepKind",
  "The steps by which the chain of custody is told. New kinds may be added.",
  {
    SEIZED: say("tạm giữ", "seized"),
    EXTENDED: say("kéo dài thời hạn tạm giữ", "extended"),
    COUNTED: say("kiểm đếm", "counted"),
    MOVED: say("bàn giao, chuyển kho", "moved"),
    UNSEALED: say("mở niêm phong", "unsealed"),
    RESEALED: say("niêm phong lại", "sealed again"),
    ANNOUNCED: say("thông báo tìm chủ sở hữu", "announced to an owner whom nobody knows"),
    RETURNED: say("trả lại", "returned"),
    CONFISCATED: say("tịch thu", "confiscated"),
    DISCREPANCY: say("ghi nhận chênh lệch", "found to differ"),
    DESTROYED: say("tiêu hủy", "destroyed"),
    TRANSFERRED: say("chuyển giao", "handed over"),
    SOLD: say("bán đấu giá", "sold"),
    REVOKED: say("hủy việc tịch thu", "confiscation revoked"),
    SPLIT: say("tách lô", "split"),
    MERGED: say("gộp lô", "merged"),
    CORRECTED: say("đính chính bảng kê", "inventory corrected"),
    TAKEN_BACK: say("hủy bỏ mục ghi nhầm", "entry taken back"),
    VOIDED: say("hủy hồ sơ nhập nhầm", "voided"),
  },
);
export type CustodyStepKind = TermOf<typeof CUSTODY_STEPS>;
