import { catalog } from "../kernel/refusal.js";
import { termWords } from "../kernel/terms.js";
import { type Bilingual, enCount, enDay, enVnd, say, viCount, viDay, viVnd } from "../kernel/words.js";
import type { FineRange } from "./frame.js";
import { SIGNER_POSTS, type SignerPost } from "../law/terms.js";

/** Between which sums a fine lies, or which it is. */
const rangeSaid = (min: string, max: string, ends: FineRange["ends"]): Bilingual => {
  if (ends === "EXACT") return say(`đúng bằng ${viVnd(min)}`, `exactly ${enVnd(min)}`);
  return ends === "EXCLUDED"
    ? say(`trên ${viVnd(min)} và dưới ${viVnd(max)}`, `more than ${enVnd(min)} and less than ${enVnd(max)}`)
    : say(`từ ${viVnd(min)} đến ${viVnd(max)}`, `between ${enVnd(min)} and ${enVnd(max)}`);
};

/** Why a decision is not issued, or nothing is done about one. Names of persons are in none of the sentences. */
export const sanctionRefusals = catalog({
  SANCTION_NOT_FOUND: () => say("Không có quyết định này.", "There is no such decision."),
  SANCTION_DAY_IN_FUTURE: (day: string) =>
    say(
      `Ngày ${viDay(day)} còn ở tương lai.`,
      `The day ${enDay(day)} lies in the future; what has not happened is not recorded.`,
    ),
  SANCTION_DAY_BEFORE_SIGNING: (signedOn: string) =>
    say(
      `Không thể trước ngày ký ${viDay(signedOn)}.`,
      `This cannot have happened before the decision was signed on ${enDay(signedOn)}.`,
    ),

  // Its publication
  SANCTION_PUBLISHED_THERE: () =>
    say(
      "Việc công bố ở đó trong ngày này đã được ghi nhận.",
      "That it was made public there on that day is recorded already.",
    ),
  SANCTION_NOT_PUBLISHED: () =>
    say("Quyết định này chưa được ghi nhận là đã công bố công khai.", "The decision is not recorded as made public."),
  SANCTION_PUBLICATION_NOT_FOUND: () =>
    say("Quyết định không có lần công bố này.", "The decision has no such publication."),

  // The case and its party
  SANCTION_CASE_NOT_FOUND: () => say("Không có vụ việc này.", "There is no such case."),
  SANCTION_CASE_CLOSED: () => say("Vụ việc đã khép lại.", "The case is closed."),
  SANCTION_CASE_OF_OTHER_UNIT: () =>
    say(
      "Vụ việc đang ở đơn vị khác; hồ sơ phải được chuyển trước khi ra quyết định.",
      "Another unit has the case; the file is transferred before a decision is issued.",
    ),
  SANCTION_IN_CRIMINAL_PROCEEDINGS: () =>
    say(
      "Vụ việc đã chuyển cơ quan tiến hành tố tụng hình sự.",
      "The case is with the investigating body; no decision is issued until it comes back.",
    ),
  SANCTION_WITHOUT_MINUTES: () =>
    say(
      "Chưa có biên bản vi phạm hành chính (Luật Xử lý vi phạm hành chính, Điều 57).",
      "There are no minutes of the violation (Law on Handling Administrative Violations, Art. 57).",
    ),
  SANCTION_TOO_LARGE_ON_THE_SPOT: (atMost: string) =>
    say(
      `Không lập biên bản chỉ được phạt cảnh cáo hoặc phạt tiền đến ${viVnd(atMost)} (Luật Xử lý vi phạm hành chính, Điều 56).`,
      `Without minutes only a warning or a fine of up to ${enVnd(atMost)} may be decided (the Law, Art. 56).`,
    ),
  SANCTION_SIGNED_BEFORE_MINUTES: (madeOn: string) =>
    say(`Biên bản lập ngày ${viDay(madeOn)}.`, `A decision is not signed before the minutes of ${enDay(madeOn)}.`),
  SANCTION_PARTY_NOT_OF_CASE: () =>
    say("Đối tượng không thuộc vụ việc này.", "The party does not belong to this case."),
  SANCTION_OFFENDER_UNKNOWN: () =>
    say(
      "Chưa xác định được người vi phạm: chỉ ra quyết định tịch thu, áp dụng biện pháp khắc phục hậu quả (Điều 65).",
      "The offender is unknown: only confiscation and remedies may be ordered, by a decision of remedies (Art. 65).",
    ),

  SANCTION_STATE_BODY: () =>
    say(
      "Cơ quan nhà nước không bị xử phạt vì hành vi thuộc nhiệm vụ quản lý nhà nước được giao; hãy chuyển xem xét kỷ luật và kết thúc vụ việc.",
      "A state body is not sanctioned for what belongs to its state task; pass the matter on for discipline and close the case.",
    ),

  // The acts
  SANCTION_ACT_NOT_OF_PARTY: () =>
    say("Hành vi không phải của đối tượng này trong vụ việc.", "The act is not one of this party in this case."),
  SANCTION_WITHOUT_ACT: () => say("Quyết định phải nêu ít nhất một hành vi.", "A decision is about at least one act."),
  SANCTION_ACT_NAMED_TWICE: () => say("Một hành vi được nêu hai lần.", "The same act is named twice."),
  SANCTION_ACT_NOT_FORBIDDEN: (day: string) =>
    say(
      `Ngày ${viDay(day)} không có quy định nào xử phạt hành vi này.`,
      `No rule in force on ${enDay(day)} forbids this act.`,
    ),
  SANCTION_LATER_LAW_UNKNOWN: (actOn: string, signedOn: string) =>
    say(
      `Không có quy định nào mang mã này trong cùng lĩnh vực có hiệu lực sau ngày vi phạm ${viDay(actOn)} và còn hiệu lực ngày ký ${viDay(signedOn)}.`,
      `No rule of this code in the same field came into force after the act of ${enDay(actOn)} and was in force on the day of signing, ${enDay(signedOn)}.`,
    ),
  SANCTION_LATER_LAW_NOT_FAVOURABLE: () =>
    say(
      "Quy định ban hành sau không có lợi hơn cho đối tượng; hãy áp dụng quy định có hiệu lực khi vi phạm.",
      "The later rule is not more favourable to this subject; the law of the day of the act is applied.",
    ),
  SANCTION_COPIES_OUTSIDE_BAND: (from: number, to: number | null) =>
    say(
      `Khung này dành cho từ ${viCount(from)}${to === null ? " bản trở lên" : ` đến ${viCount(to)} bản`} của một tên xuất bản phẩm.`,
      `This frame is for ${enCount(from)} ${to === null ? "or more" : `to ${enCount(to)}`} copies of one title.`,
    ),
  SANCTION_ACT_ALREADY_DECIDED: () =>
    say("Hành vi này đã có quyết định còn hiệu lực.", "A standing decision covers this act already."),
  SANCTION_EXPLANATION_NOT_OFFERED: () =>
    say(
      "Đối tượng có quyền giải trình nhưng chưa được thông báo (Điều 61).",
      "The offender may explain and has not been told so yet (Art. 61).",
    ),
  SANCTION_HEARING_NOT_NOTIFIED: () =>
    say(
      "Đối tượng đã yêu cầu giải trình trực tiếp: phải thông báo thời gian, địa điểm phiên giải trình trước (Điều 61).",
      "The offender has asked for a hearing: notify its time and place first (Art. 61).",
    ),
  SANCTION_HEARING_PENDING: (heldOn: string) =>
    say(
      `Phiên giải trình trực tiếp tổ chức ngày ${viDay(heldOn)} chưa được ghi nhận.`,
      `The hearing of ${enDay(heldOn)} has not been recorded yet.`,
    ),
  SANCTION_EXPLANATION_OPEN: (dueOn: string) =>
    say(
      `Thời hạn giải trình còn đến hết ngày ${viDay(dueOn)}.`,
      `The offender may still explain until the end of ${enDay(dueOn)}.`,
    ),
  SANCTION_TIME_BARRED: (endedOn: string) =>
    say(
      `Hết thời hiệu xử phạt từ sau ngày ${viDay(endedOn)}; chỉ còn ra quyết định tịch thu, áp dụng biện pháp khắc phục hậu quả.`,
      `The act could be fined until ${enDay(endedOn)}; now only confiscation and remedies may be ordered, by a decision of remedies.`,
    ),
  SANCTION_DEADLINE_PASSED: (dueOn: string) =>
    say(
      `Hết thời hạn ra quyết định xử phạt từ sau ngày ${viDay(dueOn)}; chỉ còn ra quyết định tịch thu, áp dụng biện pháp khắc phục hậu quả.`,
      `A fine could be decided until ${enDay(dueOn)}; now only confiscation and remedies may be ordered, by a decision of remedies.`,
    ),
  SANCTION_NOT_TIME_BARRED: (endsOn: string) =>
    say(`Thời hiệu xử phạt còn đến ngày ${viDay(endsOn)}.`, `The act may still be fined until ${enDay(endsOn)}.`),
  SANCTION_DEADLINE_NOT_PASSED: () =>
    say("Chưa hết thời hạn ra quyết định xử phạt.", "The time for a decision with a fine has not passed."),
  SANCTION_OFFENDER_IS_KNOWN: () => say("Đã xác định được người vi phạm.", "The offender is known."),

  // What is imposed
  SANCTION_NO_FINE_NEEDS_GROUND: () =>
    say(
      "Quyết định áp dụng biện pháp khắc phục hậu quả phải nêu lý do không phạt tiền.",
      "A decision of remedies only says why there is no fine.",
    ),
  SANCTION_GROUND_WITHOUT_NEED: () =>
    say(
      "Chỉ quyết định không xử phạt mới nêu lý do này.",
      "Only a decision of remedies only says why there is no fine.",
    ),
  SANCTION_REMEDY_ONLY_HAS_FINE: () =>
    say(
      "Quyết định không xử phạt thì không có phạt tiền, cảnh cáo hay đình chỉ.",
      "A decision of remedies only has no fine, no warning and no suspension.",
    ),
  SANCTION_REMEDY_ONLY_IS_EMPTY: () =>
    say("Quyết định không xử phạt phải có biện pháp.", "A decision of remedies only orders something."),
  SANCTION_AMOUNT_OUTSIDE_FRAME: (min: string, max: string) =>
    say(
      `Khung phạt với đối tượng này từ ${viVnd(min)} đến ${viVnd(max)}.`,
      `For this subject the frame goes from ${enVnd(min)} to ${enVnd(max)}.`,
    ),
  SANCTION_AMOUNT_AGAINST_CIRCUMSTANCES: (min: string, max: string, ends: FineRange["ends"]) => {
    const { vi, en } = rangeSaid(min, max, ends);
    return say(
      `Với các tình tiết đã nêu, mức phạt phải ${vi}; hãy xem lại mức phạt hoặc các tình tiết giảm nhẹ, tăng nặng.`,
      `With these circumstances the fine is ${en}; look at the amount again, or at the circumstances.`,
    );
  },
  SANCTION_AMOUNT_NEEDED: (min: string, max: string, ends: FineRange["ends"]) => {
    const { vi, en } = rangeSaid(min, max, ends);
    return say(
      `Với các tình tiết đã nêu, mức phạt phải ${vi}; hãy nêu mức phạt.`,
      `With these circumstances the fine is ${en}; give the amount.`,
    );
  },
  SANCTION_ACT_NOT_FINED: () =>
    say("Hành vi này không bị phạt tiền.", "This act is not fined; a warning or nothing else may be decided for it."),
  SANCTION_WARNING_NOT_ALLOWED: () =>
    say("Hành vi này không được phạt cảnh cáo.", "The rule knows no warning for this act."),
  SANCTION_WARNING_WITH_FINE: () =>
    say("Một hành vi chỉ bị cảnh cáo hoặc phạt tiền.", "One act is warned or fined, not both."),
  SANCTION_WARNING_WITHOUT_ACT: () =>
    say("Cảnh cáo phải thuộc về một hành vi.", "A warning belongs to one of the acts; mark it there."),
  SANCTION_MINOR_ONLY_WARNED: () =>
    say(
      "Người từ 14 đến dưới 16 tuổi chỉ bị phạt cảnh cáo (Điều 135).",
      "Somebody from 14 to under 16 years old is only warned (Art. 135).",
    ),
  SANCTION_SUSPENSION_NOT_ALLOWED: () =>
    say("Không hành vi nào ở đây bị đình chỉ, tước giấy phép.", "No act of this decision leads to a suspension."),
  SANCTION_SUSPENSION_MONTHS: (min: number, max: number) =>
    say(
      `Thời hạn đình chỉ từ ${viCount(min)} đến ${viCount(max)} tháng.`,
      `The suspension lasts between ${enCount(min)} and ${enCount(max)} months.`,
    ),
  SANCTION_CONFISCATION_NOT_ALLOWED: () =>
    say("Không hành vi nào ở đây bị tịch thu tang vật.", "No act of this decision leads to a confiscation."),
  SANCTION_REMEDY_NOT_ALLOWED: () =>
    say("Không hành vi nào ở đây có biện pháp khắc phục này.", "No act of this decision leads to this remedy."),
  SANCTION_MEASURE_MISFORMED: () =>
    say(
      "Biện pháp khắc phục phải nêu biện pháp gì; đình chỉ nêu số tháng; chỉ tịch thu nêu tang vật tạm giữ.",
      "A remedy says which one, a suspension its months, and only a confiscation names seizures.",
    ),
  SANCTION_MEASURE_NAMED_TWICE: () => say("Một biện pháp được nêu hai lần.", "The same measure is named twice."),
  SANCTION_MEASURE_DUE_BEFORE_SIGNING: () =>
    say("Hạn thực hiện không thể trước ngày ký.", "A measure is not due before the decision is signed."),
  SANCTION_SEIZURE_NOT_FOUND: () => say("Không có biên bản tạm giữ này.", "There is no such seizure."),
  SANCTION_SEIZURE_OF_OTHER_CASE: () =>
    say("Tang vật tạm giữ thuộc vụ việc khác.", "The seizure belongs to another case."),

  // The signer
  SANCTION_SIGNER_WITHOUT_POWER: () =>
    say(
      "Ngày ký, chức danh này không có thẩm quyền xử phạt trong lĩnh vực.",
      "On the day of signing this post had no power to sanction in the field.",
    ),
  SANCTION_POWER_UNKNOWN: (signedOn: string) =>
    say(
      `Thẩm quyền xử phạt của chức danh này ngày ${viDay(signedOn)} đến mức nào thì dữ liệu pháp luật chưa có; hãy đối chiếu nghị định rồi nhờ quản trị hệ thống nhập mức đó.`,
      `How far this post's power to sanction went on ${enDay(signedOn)} is not in the law's data; check the decree, and have the operator enter it.`,
    ),
  SANCTION_BEYOND_POWER: (atMost: string, frameMax: string) =>
    say(
      `Vượt thẩm quyền: khung phạt đến ${viVnd(frameMax)}, chức danh được phạt đến ${viVnd(atMost)} (Điều 52).`,
      `Beyond the signer's power: the frame goes to ${enVnd(frameMax)}, the post may fine up to ${enVnd(atMost)} (Art. 52).`,
    ),
  SANCTION_CASE_GOES_UP_WHOLE: () =>
    say(
      "Một hành vi khác của đối tượng trong vụ việc vượt thẩm quyền của người ký: phải chuyển cả vụ việc đến người có thẩm quyền (Điều 52).",
      "Another act of this party in the case is beyond the signer's power: the whole case goes to who has the power (Art. 52).",
    ),
  SANCTION_MAY_NOT_CONFISCATE: () =>
    say("Chức danh này không có thẩm quyền tịch thu.", "This post may not confiscate."),
  SANCTION_CONFISCATION_BEYOND_POWER: (atMost: string, worth: string) =>
    say(
      `Vượt thẩm quyền: tang vật trị giá ${viVnd(worth)}, chức danh được tịch thu đến ${viVnd(atMost)}.`,
      `Beyond the signer's power: the exhibits are worth ${enVnd(worth)}, the post may confiscate up to ${enVnd(atMost)}.`,
    ),
  SANCTION_MAY_NOT_ORDER_REMEDY: () =>
    say(
      "Chức danh này không có thẩm quyền áp dụng biện pháp khắc phục hậu quả này.",
      "This post may not order this remedy.",
    ),
  SANCTION_MAY_NOT_SUSPEND: () =>
    say("Chức danh này không có thẩm quyền đình chỉ, tước giấy phép.", "This post may not suspend."),
  SANCTION_SIGNER_OF_OTHER_UNIT: (post: SignerPost) =>
    say(
      `Cơ quan ra quyết định không có chức danh ${termWords(SIGNER_POSTS, post).vi}; hãy chọn chức danh của chính cơ quan đó.`,
      `The body that issues the decision has no ${termWords(SIGNER_POSTS, post).en}; choose a post of its own.`,
    ),
  SANCTION_POST_NOT_DELEGATED: () =>
    say(
      "Chức danh này không được giao quyền cho người khác ký (Điều 54).",
      "This post's power cannot be delegated (Art. 54).",
    ),
  SANCTION_DELEGATED_AFTER_SIGNING: () =>
    say("Quyết định giao quyền phải có trước ngày ký.", "The delegation was decided after the signing."),

  // In place of another
  SANCTION_REPLACES_STANDING: () =>
    say(
      "Quyết định kia chưa bị hủy bỏ.",
      "The other decision has not been annulled; only an annulled one is replaced.",
    ),
  SANCTION_REPLACES_OTHER_CASE: () =>
    say("Quyết định kia thuộc vụ việc hoặc đối tượng khác.", "The other decision was on another case or party."),
  SANCTION_ALREADY_REPLACED: () => say("Quyết định kia đã được thay thế.", "The other decision is replaced already."),

  // Afterwards
  SANCTION_EXECUTION_DUE_TOO_EARLY: (lawful: string) =>
    say(
      `Thời hạn thi hành ít nhất đến ngày ${viDay(lawful)}.`,
      `The offender has at least until ${enDay(lawful)} to comply.`,
    ),
  SANCTION_SERVED_ALREADY: (receivedOn: string) =>
    say(
      `Quyết định đã được giao ngày ${viDay(receivedOn)}.`,
      `The decision was served on ${enDay(receivedOn)} already.`,
    ),
  SANCTION_SERVICE_UNPROVEN_ALREADY: () =>
    say(
      "Đã ghi nhận không có chứng cứ giao nhận quyết định.",
      "It is recorded already that nothing proves the decision's receipt.",
    ),
  SANCTION_SERVICE_NEEDS_SENDING: () =>
    say(
      "Quyết định bị bưu điện trả lại thì nêu ngày gửi lần thứ ba.",
      "Of one that came back, give the third sending.",
    ),
  SANCTION_SERVICE_TAKES_NO_SENDING: () =>
    say(
      "Chỉ nêu ngày gửi lần thứ ba khi quyết định bị bưu điện trả lại.",
      "A third sending is given only of a decision that came back.",
    ),
  SANCTION_NOT_DEEMED_SERVED_YET: (from: string) =>
    say(
      `Quyết định chỉ được coi là đã giao từ ngày ${viDay(from)} (Điều 70).`,
      `The decision counts as served from ${enDay(from)} on (Art. 70).`,
    ),
  SANCTION_AMENDMENT_CHANGES_NOTHING: () => say("Không có gì thay đổi.", "Nothing is changed."),
  SANCTION_CORRECTION_CHANGES_NOTHING: () =>
    say("Nội dung đính chính giống như cũ.", "The corrected words are the same as before."),
  SANCTION_AMENDED_ON_OTHER_CASE: () =>
    say("Vụ việc không phải của quyết định này.", "This is not the case of the decision."),
  SANCTION_MEASURE_NOT_FOUND: () => say("Quyết định không có biện pháp này.", "The decision has no such measure."),
  SANCTION_MEASURE_UNCHANGED: () => say("Biện pháp đã ở trạng thái này.", "This is how the measure stands already."),
  SANCTION_MEASURE_NEEDS_DAY: () =>
    say("Biện pháp đã thực hiện thì nêu ngày.", "For a measure carried out, in whole or in part, the day is told."),
  SANCTION_MEASURE_TAKES_NO_DAY: () =>
    say("Biện pháp chưa thực hiện thì không có ngày.", "A measure that is not carried out has no day."),
  SANCTION_SUSPENSION_NOT_OVER: (endsOn: string) =>
    say(`Đình chỉ sớm nhất hết ngày ${viDay(endsOn)}.`, `The suspension ends on ${enDay(endsOn)} at the earliest.`),
  SANCTION_EXECUTION_SUSPENDED: () => say("Việc thi hành đang tạm đình chỉ.", "Execution is suspended already."),
  SANCTION_EXECUTION_NOT_SUSPENDED: () => say("Việc thi hành không bị tạm đình chỉ.", "Execution is not suspended."),
  SANCTION_RESUMED_BEFORE_SUSPENDED: (from: string) =>
    say(
      `Đã tạm đình chỉ từ ngày ${viDay(from)}.`,
      `Execution was suspended from ${enDay(from)}; it cannot resume before.`,
    ),
  SANCTION_COMPLAINT_NOT_FOUND: () =>
    say("Quyết định không có khiếu nại, khởi kiện này.", "There is no such complaint about this decision."),
});
