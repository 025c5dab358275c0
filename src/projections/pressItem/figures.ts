import { localDateOf } from "../../domain/kernel/time.js";
import type { PressItemEvent } from "../../domain/pressItem/events.js";
import { inTime, type PressItem, unitOf } from "../../domain/pressItem/pressItem.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const BY = ["UNIT", "AGENCY", "TOPIC"] as const;
const WITH_TONE = [...BY, "PRESS_TONE"] as const;
const WITH_VERDICT = [...BY, "PRESS_VERDICT"] as const;

/** Whatever is handled is so at the head of a cluster: a cluster counts once there. */
const MEASURES = {
  PRESS_ITEMS: count(WITH_TONE, "Tin, bài", "Every item that was captured, on the day of its publication."),
  PRESS_CLUSTERS: count(WITH_TONE, "Nhóm tin, bài", "The same, an item with all its reprints counted once."),
  PRESS_CLUSTERS_VERIFIED: count(WITH_VERDICT, "Nhóm tin, bài đã xác minh", "By the verdict on the whole item."),
  PRESS_CLAIMS_VERIFIED: count(WITH_VERDICT, "Nội dung đã xác minh", "Each claim, by the verdict on it."),
  PRESS_ASSIGNMENTS: count(BY, "Lượt giao xử lý", "Each assignment to a unit, on its day."),
  PRESS_HANDLED_IN_TIME: count(BY, "Xử lý đúng hạn", "Assignments handled by their deadline."),
  PRESS_HANDLED_LATE: count(BY, "Xử lý quá hạn", "Assignments handled after their deadline."),
  PRESS_REPLIES_SENT: count(BY, "Phản hồi đã gửi", "Replies that press agencies were asked to publish."),
  PRESS_REPLIES_PUBLISHED: count(BY, "Phản hồi được đăng", "Those that were published."),
  PRESS_REPLIES_REFUSED: count(BY, "Phản hồi không được đăng", "Those that were refused."),
  PRESS_CORRECTIONS_ASKED: count(BY, "Yêu cầu cải chính", "Corrections that were asked for."),
  PRESS_CORRECTIONS_PUBLISHED: count(BY, "Cải chính đã đăng", "Those that were published."),
  PRESS_CORRECTIONS_REFUSED: count(BY, "Cải chính không được đăng", "Those that were refused."),
};
type Entry = EntryOf<typeof MEASURES>;

const ASKED = { REPLY: "PRESS_REPLIES_SENT", CORRECTION: "PRESS_CORRECTIONS_ASKED" } as const;
const ANSWERED = {
  REPLY: { PUBLISHED: "PRESS_REPLIES_PUBLISHED", REFUSED: "PRESS_REPLIES_REFUSED" },
  CORRECTION: { PUBLISHED: "PRESS_CORRECTIONS_PUBLISHED", REFUSED: "PRESS_CORRECTIONS_REFUSED" },
} as const;

function countsOf(item: PressItem): readonly Entry[] {
  const { agencyId: AGENCY, topic: TOPIC, tone, verdict, verifiedOn, publishedOn, headId } = item;
  if (item.status === "VOIDED") return [];
  const by = { UNIT: unitOf(item), AGENCY, TOPIC };
  const published = { ...by, PRESS_TONE: tone, on: publishedOn, amount: 1 };
  const counted = { measure: "PRESS_ITEMS", ...published } as const;
  if (headId !== null) return [counted];
  const verified = verifiedOn === null ? null : { ...by, on: verifiedOn, amount: 1 };
  return [
    counted,
    { measure: "PRESS_CLUSTERS", ...published },
    ...(verified ? [{ measure: "PRESS_CLUSTERS_VERIFIED", ...verified, PRESS_VERDICT: verdict } as const] : []),
    ...item.claims.flatMap(({ claimId: part, verdict: PRESS_VERDICT }) =>
      verified && PRESS_VERDICT
        ? [{ measure: "PRESS_CLAIMS_VERIFIED", ...verified, PRESS_VERDICT, part } as const]
        : [],
    ),
    ...item.assignments.flatMap((one, nth): readonly Entry[] => {
      const whose = { UNIT: one.unitId, AGENCY, TOPIC, amount: 1, part: String(nth) };
      const assigned = { measure: "PRESS_ASSIGNMENTS", ...whose, on: localDateOf(one.assignedAt) } as const;
      if (one.handledOn === null) return [assigned];
      const measure = inTime(one) ? "PRESS_HANDLED_IN_TIME" : "PRESS_HANDLED_LATE";
      return [assigned, { measure, ...whose, on: one.handledOn }];
    }),
    ...item.requests.flatMap(({ requestId: part, kind, sentOn, outcome, answeredOn }): readonly Entry[] => {
      const asked = { measure: ASKED[kind], ...by, on: sentOn, amount: 1, part };
      if (outcome === "PENDING" || answeredOn === null) return [asked];
      return [asked, { measure: ANSWERED[kind][outcome], ...by, on: answeredOn, amount: 1, part }];
    }),
  ];
}

export const pressItemTally: Tally<Version<PressItem>, Recorded<PressItemEvent>, Entry> = {
  record: "PressItem",
  streams: ["pressItem"],
  measures: MEASURES,
  causes: {
    PressItemCorrected: "CORRECTED",
    PressItemVerdictCorrected: "CORRECTED",
    PressItemJoined: "MERGED",
    PressItemSplit: "CORRECTED",
    PressItemVoided: "VOIDED",
  },
  idOf: ({ id }) => id,
  counts: ({ state }) => countsOf(state),
};
