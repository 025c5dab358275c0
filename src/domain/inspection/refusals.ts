import { catalog } from "../kernel/refusal.js";
import { termWords } from "../kernel/terms.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";
import { INSPECTION_KINDS, type InspectionKind, RECOMMENDATION_STATES, type RecommendationState } from "./terms.js";

export const inspectionRefusals = catalog({
  INSPECTION_NOT_FOUND: () => say("Không có cuộc thanh tra, kiểm tra này.", "There is no such inspection."),
  INSPECTION_STEP_OUT_OF_ORDER: (after: string) =>
    say(
      `Bước này không thể xảy ra trước bước đã ghi ngày ${viDay(after)}.`,
      `This cannot have happened before the step recorded for ${enDay(after)}.`,
    ),
  INSPECTION_PAPER_DAY_AHEAD: () =>
    say(
      "Ngày ký văn bản không được sau ngày xảy ra việc này (hôm nay, nếu không nêu ngày khác).",
      "The day of the paper lies after the day on which this happened (today, unless another day is told).",
    ),
  // What an inspection is --------------------------------------------------------------------------------------------
  INSPECTION_KIND_NOT_IN_FORCE: (kind: InspectionKind, day: string) =>
    say(
      `Ngày ${viDay(day)} pháp luật không có ${termWords(INSPECTION_KINDS, kind).vi}; từ 01/7/2025 không còn thanh tra sở, các sở tiến hành kiểm tra chuyên ngành.`,
      `On ${enDay(day)} the law has no ${termWords(INSPECTION_KINDS, kind).en}; since 1 July 2025 departments have no inspectorate and make specialised checks.`,
    ),
  INSPECTION_LEAD_NOT_COMPETENT: (kind: InspectionKind) =>
    say(
      `Loại đơn vị này không được chủ trì ${termWords(INSPECTION_KINDS, kind).vi}; Thanh tra tỉnh được đăng ký là ban, ngành, không phải là sở.`,
      `A unit of this kind may not lead this (${termWords(INSPECTION_KINDS, kind).en}); the provincial inspectorate is registered as a sector, not as a department.`,
    ),
  INSPECTION_BODY_UNCLEAR: () =>
    say(
      "Nêu một đơn vị trong sổ, hoặc tên của cơ quan ngoài sổ, không nêu cả hai.",
      "Name a unit of the register, or a body outside it by its name: one of the two.",
    ),
  INSPECTION_TARGET_UNCLEAR: () =>
    say(
      "Nêu tên đối tượng, hoặc đơn vị, hoặc cơ quan báo chí trong sổ.",
      "Name the target: by its name, as a unit, or as a press agency (not as both).",
    ),
  INSPECTION_BODY_NAMED_TWICE: () =>
    say("Một cơ quan được nêu hai lần.", "The same body is named twice among lead and coordinators."),
  INSPECTION_WITHOUT_UNIT: () =>
    say(
      "Phải có ít nhất một đơn vị trong sổ chủ trì hoặc phối hợp.",
      "At least one unit of the register leads it or coordinates in it.",
    ),
  INSPECTION_TARGET_NAMED_TWICE: () =>
    say("Một đối tượng được nêu hai lần.", "The same target is named twice in this inspection."),
  INSPECTION_TARGET_NOT_FOUND: () =>
    say("Cuộc thanh tra, kiểm tra này không có đối tượng đó.", "This inspection has no such target."),
  INSPECTION_TARGET_HAS_FINDINGS: () =>
    say("Đối tượng đã có kết quả ghi nhận nên không bỏ được.", "A target on which there are findings stays."),
  INSPECTION_PERIOD_REVERSED: () => say("Ngày cuối trước ngày đầu.", "The period ends before it begins."),
  INSPECTION_ON_SITE_BEFORE_DECISION: () =>
    say("Không thể tiến hành trước ngày ký quyết định.", "Nobody goes on site before the decision."),
  INSPECTION_EXAMINES_FUTURE: () =>
    say(
      "Thời kỳ thanh tra không thể kéo dài quá thời gian tiến hành.",
      "The period examined cannot reach beyond the days on site.",
    ),
  INSPECTION_NEEDS_ONE_HEAD: () => say("Đoàn phải có đúng một trưởng đoàn.", "A team has exactly one head."),
  INSPECTION_NOT_DECIDED_YET: () =>
    say("Chưa có quyết định nên chưa có gì để sửa ở đây.", "There is no decision yet, so this cannot be corrected."),
  INSPECTION_DECIDED_AFTER_STEPS: (day: string) =>
    say(
      `Đã có bước thực hiện ngày ${viDay(day)}; quyết định phải có trước bước đó.`,
      `There was a step on ${enDay(day)} already; the decision came before it.`,
    ),
  // Its course -------------------------------------------------------------------------------------------------------
  INSPECTION_EXTENSION_NOT_LATER: (until: string) =>
    say(
      `Thời gian tiến hành đã đến ngày ${viDay(until)}; gia hạn phải đến một ngày muộn hơn.`,
      `It lasts until ${enDay(until)} already; an extension ends later.`,
    ),
  INSPECTION_NEEDS_CONCLUSION: () =>
    say(
      "Chỉ cuộc kiểm tra mới được kết thúc bằng biên bản; thanh tra phải có kết luận.",
      "Only a check ends with minutes; an inspection ends with a conclusion.",
    ),
  INSPECTION_DRAFT_ASSIGNED: () =>
    say("Đã giao xây dựng dự thảo kết luận.", "The draft of the conclusion has been assigned already."),
  INSPECTION_DRAFT_DUE_IN_PAST: () =>
    say("Hạn dự thảo không thể trước ngày báo cáo.", "The draft cannot be due before the report."),
  INSPECTION_FINDING_OUT_OF_TIME: () =>
    say(
      "Kết quả phải được ghi nhận từ khi bắt đầu đến khi kết luận.",
      "Findings are made from the beginning of the inspection to its conclusion.",
    ),
  INSPECTION_FINDING_NOT_FOUND: () => say("Không có kết quả ghi nhận này.", "There is no such finding."),
  REINSPECTION_OF_UNCONCLUDED: () =>
    say("Chỉ thanh tra lại cuộc đã có kết luận.", "Only a concluded inspection can be done again."),
  INSPECTION_DUPLICATE_OF_ITSELF: () => say("Không thể trùng với chính nó.", "It is no duplicate of itself."),
  OTHER_INSPECTION_VOIDED: () => say("Cuộc kia đã bị hủy bỏ.", "The other inspection is void."),
  // Recommendations --------------------------------------------------------------------------------------------------
  RECOMMENDATION_NOT_FOUND: () => say("Không có kiến nghị này.", "There is no such recommendation."),
  RECOMMENDATION_BEFORE_CONCLUSION: () =>
    say("Kiến nghị có từ ngày kết luận hoặc biên bản.", "A recommendation is made with the conclusion or later."),
  RECOMMENDATION_DUE_IN_PAST: () =>
    say("Hạn thực hiện không thể trước ngày kiến nghị.", "It cannot be due before it is made."),
  RECOMMENDATION_STATE_FORBIDS: (from: RecommendationState, to: RecommendationState) =>
    say(
      `Kiến nghị ${termWords(RECOMMENDATION_STATES, from).vi}, chưa thể ghi là ${termWords(RECOMMENDATION_STATES, to).vi}.`,
      `A recommendation that is ${termWords(RECOMMENDATION_STATES, from).en} cannot be ${termWords(RECOMMENDATION_STATES, to).en} next.`,
    ),
  RECOMMENDATION_ASSIGNMENT: () =>
    say(
      "Giao thực hiện thì phải nêu cơ quan được giao; các bước khác thì không nêu.",
      "Who assigns it names the body that it is assigned to; the other states name none.",
    ),
  RECOMMENDATION_PROGRESS_OUT_OF_ORDER: (after: string) =>
    say(
      `Việc thực hiện kiến nghị đã được ghi đến ngày ${viDay(after)}; bước này không thể sớm hơn.`,
      `The recommendation has progress recorded for ${enDay(after)}; this cannot be earlier.`,
    ),
  RECOMMENDATIONS_OPEN: (count: number) =>
    say(
      `Còn ${viCount(count)} kiến nghị chưa được xác nhận kết quả.`,
      `Recommendations that have not been verified yet: ${enCount(count)}.`,
    ),
});
