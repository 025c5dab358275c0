import { dong } from "../../domain/kernel/money.js";
import { localDateOf } from "../../domain/kernel/time.js";
import { dayToldBy } from "../../domain/kernel/history.js";
import { type SanctionEvent, sanctionEvents } from "../../domain/sanction/events.js";
import { outstandingOf } from "../../domain/sanction/fine.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, money, moneyGrown, type Tally } from "../figures/measures.js";

const OF_A_DECISION = ["UNIT", "SUBJECT_KIND"] as const;
const OF_A_VIOLATION = ["UNIT", "VIOLATION_CODE", "SUBJECT_KIND"] as const;
const MEASURES = {
  DECISIONS: count(
    OF_A_DECISION,
    "Quyết định xử phạt",
    "Decisions that stand; an annulled one is taken back on the day of its annulment.",
  ),
  SUBJECTS_SANCTIONED: count(OF_A_DECISION, "Tổ chức, cá nhân bị xử phạt", "Those sanctioned, once for each decision."),
  FINES_DECIDED: money(
    OF_A_VIOLATION,
    "Tiền phạt đã quyết định",
    "Fines decided. Decided = collected + outstanding + reduced + lapsed.",
  ),
  FINES_COLLECTED: money(OF_A_DECISION, "Tiền phạt đã thu", "Fines paid, without interest."),
  FINES_OUTSTANDING: moneyGrown(OF_A_DECISION, "Tiền phạt còn phải thu", "what is unpaid of fines"),
  FINES_REDUCED: money(OF_A_DECISION, "Tiền phạt được giảm, miễn", "Fines reduced or exempted."),
  FINES_LAPSED: money(
    OF_A_DECISION,
    "Tiền phạt không còn thu được",
    "Fines that can no longer be collected (hết thời hiệu thi hành, chết, giải thể, phá sản).",
  ),
  INTEREST_COLLECTED: money(OF_A_DECISION, "Tiền chậm nộp đã thu", "Late interest paid."),
  REFUNDS_DUE: moneyGrown(OF_A_DECISION, "Tiền phải hoàn trả", "what is owed back"),
  WARNINGS: count(OF_A_VIOLATION, "Cảnh cáo", "Warnings."),
  SUSPENSIONS: count(
    OF_A_DECISION,
    "Tước quyền sử dụng giấy phép, đình chỉ hoạt động",
    "Suspensions of a licence or of the activity.",
  ),
  COMPLAINTS: count(OF_A_DECISION, "Khiếu nại, khởi kiện", "Complaints and court actions lodged."),
  COMPLAINTS_RESOLVED: count(
    OF_A_DECISION,
    "Khiếu nại, khởi kiện đã giải quyết",
    "Complaints and court actions resolved.",
  ),
};
type Entry = EntryOf<typeof MEASURES>;

/**
 * What changes counts on the event's own day. So at any position the sums are those of the decisions as they stand, and
 * decided = collected + outstanding + reduced + lapsed holds in the figures because it holds in each decision.
 */
export const sanctionTally: Tally<Sanction, Recorded<SanctionEvent>, Entry> = {
  record: "Sanction",
  streams: ["sanction"],
  measures: MEASURES,
  causes: { SanctionAmended: "CORRECTED", SanctionAnnulled: "ANNULLED" },
  idOf: ({ sanctionId }) => sanctionId,
  dayOf: (event) => dayToldBy(sanctionEvents, event) ?? localDateOf(event.occurredAt),
  counts({ status, kind, lines, measures, fine, complaints, issuer, party }) {
    const of = { UNIT: issuer.unitId, SUBJECT_KIND: party.kind };
    const suspensions = measures.filter((measure) => measure.kind === "SUSPENSION");
    // Each line is a part of its own, so that an amendment shows which of them it changed.
    const standing = lines.flatMap(({ violationId: part, code, amount, warning }): Entry[] => [
      { measure: "WARNINGS", amount: warning ? 1 : 0, part, VIOLATION_CODE: code, ...of },
      { measure: "FINES_DECIDED", amount: dong(amount), part, VIOLATION_CODE: code, ...of },
    ]);
    return [
      ...(status === "ANNULLED"
        ? []
        : ([
            { measure: "DECISIONS", amount: 1, ...of },
            { measure: "SUBJECTS_SANCTIONED", amount: kind === "SANCTION" ? 1 : 0, ...of },
            ...standing,
            { measure: "SUSPENSIONS", amount: suspensions.length, ...of },
          ] as const)),
      { measure: "FINES_OUTSTANDING", amount: outstandingOf(fine), ...of },
      { measure: "FINES_COLLECTED", amount: fine.collected, ...of },
      { measure: "FINES_REDUCED", amount: fine.reduced, ...of },
      { measure: "FINES_LAPSED", amount: fine.lapsed, ...of },
      { measure: "INTEREST_COLLECTED", amount: fine.interestCollected, ...of },
      { measure: "REFUNDS_DUE", amount: fine.refundDue, ...of },
      { measure: "COMPLAINTS", amount: complaints.length, ...of },
      {
        measure: "COMPLAINTS_RESOLVED",
        amount: complaints.filter(({ resolvedOn }) => resolvedOn !== null).length,
        ...of,
      },
    ];
  },
};
