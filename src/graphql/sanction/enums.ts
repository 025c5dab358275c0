import { registerEnumType } from "type-graphql";
import {
  ANNULMENT_GROUNDS,
  CIRCUMSTANCES,
  COERCIVE_MEASURES,
  COMPLAINT_REJECTIONS,
  COMPLAINT_RESULTS,
  COMPLAINT_STAGES,
  COMPLAINT_STATUSES,
  DECISION_KINDS,
  FINE_STATES,
  LAPSE_GROUNDS,
  MEASURE_KINDS,
  MEASURE_STATES,
  SANCTION_STATUSES,
} from "../../domain/sanction/terms.js";
import { DECISION_PAPERS, FINE_STEPS } from "../../projections/sanctionRow.js";
import { enumOf } from "../shared/enums.js";

export const DecisionKindEnum = enumOf(DECISION_KINDS);
registerEnumType(DecisionKindEnum, {
  name: "DecisionKind",
  description:
    "Quyết định xử phạt; or REMEDY_ONLY: no fine any more, but confiscation and remedies (quyết định áp dụng biện pháp khắc phục hậu quả).",
});

export const SanctionStatusEnum = enumOf(SANCTION_STATUSES);
registerEnumType(SanctionStatusEnum, {
  name: "SanctionStatus",
  description: "Where a decision stands. EXECUTED: nothing of the fine is outstanding and every measure is done with.",
});

export const FineStateEnum = enumOf(FINE_STATES);
registerEnumType(FineStateEnum, {
  name: "FineState",
  description: "How the fine stands. DROPPED: the decision was annulled. Whether it is overdue is asked of a day.",
});

export const AnnulmentGroundEnum = enumOf(ANNULMENT_GROUNDS);
registerEnumType(AnnulmentGroundEnum, { name: "AnnulmentGround", description: "Căn cứ hủy bỏ quyết định." });

export const CircumstanceEnum = enumOf(CIRCUMSTANCES);
registerEnumType(CircumstanceEnum, { name: "Circumstance", description: "Tình tiết giảm nhẹ, tăng nặng." });

export const MeasureKindEnum = enumOf(MEASURE_KINDS);
registerEnumType(MeasureKindEnum, {
  name: "MeasureKind",
  description: "Cảnh cáo; đình chỉ, tước quyền sử dụng giấy phép; tịch thu; biện pháp khắc phục hậu quả.",
});

export const OrderedMeasureKindEnum = enumOf(["SUSPENSION", "CONFISCATION", "REMEDY"]);
registerEnumType(OrderedMeasureKindEnum, {
  name: "OrderedMeasureKind",
  description: "What can be ordered besides the fine. A warning is said on the line that it is for.",
});

export const MeasureStateEnum = enumOf(MEASURE_STATES);
registerEnumType(MeasureStateEnum, { name: "MeasureState" });

export const LapseGroundEnum = enumOf(LAPSE_GROUNDS);
registerEnumType(LapseGroundEnum, {
  name: "LapseGround",
  description: "Hết thời hiệu thi hành; người bị phạt chết; giải thể; phá sản.",
});

export const CoerciveMeasureEnum = enumOf(COERCIVE_MEASURES);
registerEnumType(CoerciveMeasureEnum, { name: "CoerciveMeasure", description: "Biện pháp cưỡng chế." });

export const ComplaintStatusEnum = enumOf(COMPLAINT_STATUSES);
registerEnumType(ComplaintStatusEnum, { name: "ComplaintStatus" });

export const ComplaintStageEnum = enumOf(COMPLAINT_STAGES);
registerEnumType(ComplaintStageEnum, {
  name: "ComplaintStage",
  description: "Khiếu nại lần đầu, lần hai; khởi kiện tại tòa án.",
});

export const ComplaintResultEnum = enumOf(COMPLAINT_RESULTS);
registerEnumType(ComplaintResultEnum, {
  name: "ComplaintResult",
  description: "What became of the decision complained about: it stands (UPHELD), is amended, or cancelled.",
});

export const ComplaintRejectionEnum = enumOf(COMPLAINT_REJECTIONS);
registerEnumType(ComplaintRejectionEnum, { name: "ComplaintRejection", description: "Lý do không thụ lý." });

export const DecisionPaperKindEnum = enumOf(DECISION_PAPERS);
registerEnumType(DecisionPaperKindEnum, {
  name: "DecisionPaperKind",
  description: "Quyết định xử phạt; đính chính; sửa đổi, bổ sung; hủy bỏ.",
});

export const FineStepKindEnum = enumOf(FINE_STEPS);
registerEnumType(FineStepKindEnum, {
  name: "FineStepKind",
  description: "Hoãn; nộp nhiều lần; đề nghị giảm, không giảm, giảm hoặc miễn; cưỡng chế; trốn tránh; hết hiệu lực.",
});

export const NO_FINE_GROUNDS = ["TIME_BARRED", "DEADLINE_PASSED", "OFFENDER_UNKNOWN", "OFFENDER_GONE"] as const;
export const NoFineGroundEnum = enumOf(NO_FINE_GROUNDS);
registerEnumType(NoFineGroundEnum, {
  name: "NoFineGround",
  description: "Why there is no fine: hết thời hiệu; quá thời hạn ra quyết định; không rõ người vi phạm; không còn.",
});

export const SUBJECT_FACTORS = ["FULL", "HALF", "DOUBLE"] as const;
export const SubjectFactorEnum = enumOf(SUBJECT_FACTORS);
registerEnumType(SubjectFactorEnum, {
  name: "SubjectFactor",
  description: "An individual is fined half of what an organisation is; frames are written for one of the two.",
});
