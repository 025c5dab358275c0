import type { SanctionEvent } from "../../domain/sanction/sanction.js";
import type { SummariesOf } from "./summary.js";

export const OF_SANCTIONS: SummariesOf<SanctionEvent> = {
  SanctionIssued: ["The sanction decision was issued.", "Ban hành quyết định xử phạt."],
  SanctionServed: ["The decision was served.", "Giao quyết định xử phạt."],
  SanctionCorrected: ["A slip in the decision was corrected.", "Đính chính quyết định xử phạt."],
  SanctionAmended: ["The decision was amended.", "Sửa đổi, bổ sung quyết định xử phạt."],
  SanctionAnnulled: ["The decision was annulled.", "Hủy bỏ quyết định xử phạt."],
  SanctionMeasureRecorded: [
    "The execution of a measure was recorded.",
    "Ghi nhận việc thực hiện một hình thức hoặc biện pháp.",
  ],
  SanctionExecutionSuspended: ["The execution was suspended.", "Tạm đình chỉ thi hành quyết định."],
  SanctionExecutionResumed: ["The execution was resumed.", "Tiếp tục thi hành quyết định."],
  FinePaymentRecorded: ["A payment of the fine was recorded.", "Ghi nhận tiền nộp phạt."],
  FineRefunded: ["Money was given back.", "Hoàn trả tiền đã nộp."],
  FinePostponed: ["The fine was postponed.", "Hoãn thi hành phạt tiền."],
  FineInstalmentsGranted: ["Payment in instalments was granted.", "Cho nộp tiền phạt nhiều lần."],
  FineReductionRequested: ["A reduction of the fine was asked for.", "Đề nghị giảm, miễn tiền phạt."],
  FineReductionRefused: ["The reduction of the fine was refused.", "Không chấp nhận giảm, miễn tiền phạt."],
  FineReduced: ["The fine was reduced.", "Giảm, miễn tiền phạt."],
  FineEnforcementStarted: ["Coercive enforcement began.", "Cưỡng chế thi hành quyết định."],
  FineEvasionRecorded: ["Evasion of the execution was recorded.", "Ghi nhận việc trốn tránh, trì hoãn thi hành."],
  FineLapsed: ["The fine lapsed.", "Chấm dứt việc thi hành phạt tiền."],
  ComplaintLodged: ["A complaint was lodged.", "Tiếp nhận khiếu nại hoặc khởi kiện."],
  ComplaintAccepted: ["The complaint was accepted.", "Thụ lý khiếu nại."],
  ComplaintRejected: ["The complaint was not accepted.", "Không thụ lý khiếu nại."],
  ComplaintWithdrawn: ["The complaint was withdrawn.", "Rút khiếu nại."],
  ComplaintResolved: ["The complaint was resolved.", "Giải quyết khiếu nại."],
};
