import type { DecisionRegisterEvent } from "../../domain/decisionRegister/decisionRegister.js";
import type { PressAgencyEvent } from "../../domain/pressAgency/pressAgency.js";
import type { ReporterEvent } from "../../domain/reporter/reporter.js";
import type { RepresentativeOfficeEvent } from "../../domain/representativeOffice/representativeOffice.js";
import type { UnitEvent } from "../../domain/unit/unit.js";
import type { VisitEvent } from "../../domain/visit/visit.js";
import { OF_CASES, OF_INSPECTIONS, OF_SANCTIONS, OF_SEIZURES } from "./summariesOfEnforcement.js";
import type { SummariesOf, Summary } from "./summary.js";

const OF_VISITS: SummariesOf<VisitEvent> = {
  VisitRegistered: ["A visit was registered.", "Đăng ký lượt tác nghiệp."],
  VisitConfirmed: ["The appointment was confirmed.", "Xác nhận lịch hẹn."],
  VisitDeclined: ["The visit was declined.", "Từ chối tiếp phóng viên."],
  VisitRedirected: ["The visitors were sent to another unit.", "Hướng dẫn phóng viên sang cơ quan khác."],
  VisitorsArrived: ["The visitors arrived.", "Phóng viên đã đến."],
  VisitDocumentsChecked: ["The visitors' documents were checked.", "Kiểm tra giấy tờ của phóng viên."],
  VisitSessionStarted: ["The session began.", "Bắt đầu buổi làm việc."],
  VisitOutcomeRecorded: ["The outcome of the visit was recorded.", "Ghi nhận kết quả buổi làm việc."],
  VisitInformationPromised: ["Information was promised.", "Hẹn cung cấp thông tin."],
  VisitPromiseFulfilled: ["Promised information was given.", "Đã cung cấp thông tin theo hẹn."],
  VisitClosed: ["The visit was closed.", "Kết thúc lượt tác nghiệp."],
  VisitorsDidNotCome: ["The visitors did not come.", "Phóng viên không đến."],
  VisitCancelled: ["The visit was cancelled.", "Hủy lịch tác nghiệp."],
  VisitAmended: ["The record of the visit was corrected.", "Đính chính hồ sơ lượt tác nghiệp."],
  VisitDuplicateJudged: [
    "It was judged whether two visits are one.",
    "Kết luận về khả năng trùng giữa hai lượt tác nghiệp.",
  ],
  VisitVoided: ["The record of the visit was voided.", "Vô hiệu hồ sơ lượt tác nghiệp."],
  VisitPressItemLinked: ["A press item was linked to the visit.", "Gắn tin, bài với lượt tác nghiệp."],
  VisitObstacleReported: ["An obstacle to the visit was reported.", "Phản ánh việc bị cản trở tác nghiệp."],
};

const OF_UNITS: SummariesOf<UnitEvent> = {
  UnitRegistered: ["A unit was registered.", "Ghi nhận cơ quan, đơn vị mới."],
  UnitRenamed: ["The unit was renamed.", "Đổi tên cơ quan, đơn vị."],
  UnitsMerged: ["Units were merged.", "Hợp nhất, sáp nhập cơ quan, đơn vị."],
  UnitSplit: ["The unit was split.", "Chia, tách cơ quan, đơn vị."],
  UnitAbolished: ["The unit was abolished.", "Giải thể cơ quan, đơn vị."],
  UnitFunctionMoved: [
    "A function of state management moved to another unit.",
    "Chuyển chức năng quản lý nhà nước sang cơ quan khác.",
  ],
};

const OF_PRESS_AGENCIES: SummariesOf<PressAgencyEvent> = {
  PressAgencyRegistered: ["A press agency was registered.", "Ghi nhận cơ quan báo chí mới."],
  PressAgencyRenamed: ["The press agency was renamed.", "Đổi tên cơ quan báo chí."],
  PressAgencySuspended: ["The press agency was suspended.", "Đình bản, tạm đình chỉ hoạt động cơ quan báo chí."],
  PressAgencyReinstated: ["The press agency was reinstated.", "Cơ quan báo chí hoạt động trở lại."],
  PressAgencyMerged: ["The press agency was merged into another.", "Sáp nhập cơ quan báo chí."],
  PressAgencyClosed: ["The press agency was closed.", "Chấm dứt hoạt động cơ quan báo chí."],
};

const OF_OFFICES: SummariesOf<RepresentativeOfficeEvent> = {
  RepresentativeOfficeNotified: [
    "Notice of a representative office was given.",
    "Tiếp nhận thông báo đặt văn phòng đại diện.",
  ],
  RepresentativeOfficeAccepted: ["The representative office was accepted.", "Chấp thuận văn phòng đại diện."],
  RepresentativeOfficeRejected: ["The representative office was not accepted.", "Không chấp thuận văn phòng đại diện."],
  RepresentativeOfficeHeadChanged: [
    "The head of the representative office changed.",
    "Thay đổi người đứng đầu văn phòng đại diện.",
  ],
  RepresentativeOfficeClosed: ["The representative office was closed.", "Đóng văn phòng đại diện."],
};

const OF_REPORTERS: SummariesOf<ReporterEvent> = {
  ReporterRegistered: ["A reporter was registered.", "Đăng ký phóng viên."],
  ReporterAmended: ["The record of the reporter was corrected.", "Đính chính hồ sơ phóng viên."],
  PressCardRecorded: ["A press card was recorded.", "Ghi nhận thẻ nhà báo."],
  PressCardAmended: ["The record of a press card was corrected.", "Đính chính thông tin thẻ nhà báo."],
  PressCardWithdrawn: ["A press card was withdrawn.", "Thu hồi thẻ nhà báo."],
  IntroductionLetterRecorded: ["An introduction letter was recorded.", "Ghi nhận giấy giới thiệu."],
  ReporterTransferred: ["The reporter went to another press agency.", "Phóng viên chuyển sang cơ quan báo chí khác."],
  ReporterMerged: [
    "The record turned out to be a duplicate of another reporter's.",
    "Hồ sơ được xác định trùng với hồ sơ phóng viên khác.",
  ],
};

const OF_DECISION_REGISTERS: SummariesOf<DecisionRegisterEvent> = {
  DecisionNumberDrawn: ["A number was drawn for a paper.", "Cấp số cho văn bản."],
  DecisionNumberTakenOver: [
    "A paper kept its number when it was tried again.",
    "Văn bản giữ số đã cấp khi thực hiện lại.",
  ],
  DecisionNumberReleased: [
    "A number was given back, the paper was not issued.",
    "Thu lại số vì văn bản không ban hành.",
  ],
};

export const TIMELINE_KINDS = ["VISIT", "INSPECTION", "CASE", "SANCTION", "SEIZURE", "REGISTER"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

const CATALOG: Readonly<Record<TimelineKind, Readonly<Record<string, Summary>>>> = {
  VISIT: OF_VISITS,
  INSPECTION: OF_INSPECTIONS,
  CASE: OF_CASES,
  SANCTION: OF_SANCTIONS,
  SEIZURE: OF_SEIZURES,
  REGISTER: {
    ...OF_UNITS,
    ...OF_PRESS_AGENCIES,
    ...OF_OFFICES,
    ...OF_REPORTERS,
    ...OF_DECISION_REGISTERS,
  },
};

const BY_TYPE = new Map(TIMELINE_KINDS.flatMap((kind) => Object.entries(CATALOG[kind])));

/** A newer program on the same log may write types that this one has never heard of. */
const UNKNOWN: Summary = ["Something was recorded.", "Có sự kiện mới được ghi nhận."];

export const summaryOf = (type: string): Summary => BY_TYPE.get(type) ?? UNKNOWN;

/** The event types of these kinds of records. */
export const typesOf = (kinds: readonly TimelineKind[]): readonly string[] =>
  kinds.flatMap((kind) => Object.keys(CATALOG[kind]));
