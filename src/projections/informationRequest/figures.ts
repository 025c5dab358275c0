import type { InformationRequestEvent } from "../../domain/informationRequest/events.js";
import { firstReceivedOn, type InformationRequest } from "../../domain/informationRequest/informationRequest.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const BY = ["UNIT", "REGIME", "CHANNEL"] as const;
const REFUSED_BY = [...BY, "GROUND"] as const;

/** The median of working days is no sum, so it is no figure: see ./daysToAnswer.ts. */
const MEASURES = {
  INFORMATION_REQUESTS: count(BY, "Số yêu cầu cung cấp thông tin", "Each once, at the unit that received it first."),
  INFORMATION_REQUESTS_TAKEN_OVER: count(BY, "Yêu cầu nhận do nơi khác chuyển đến", "Received from another unit."),
  INFORMATION_REQUESTS_FORWARDED: count(BY, "Yêu cầu đã chuyển đến nơi có thông tin", "By the unit that passed it on."),
  INFORMATION_REQUESTS_ANSWERED: count(BY, "Yêu cầu đã trả lời", "Answers in whole, by who gave them."),
  INFORMATION_REQUESTS_PARTLY_ANSWERED: count(BY, "Yêu cầu trả lời một phần", "Answers in part."),
  INFORMATION_REQUESTS_REFUSED: count(REFUSED_BY, "Yêu cầu bị từ chối", "Refusals, by their ground."),
  INFORMATION_REQUESTS_ON_TIME: count(
    BY,
    "Trả lời, từ chối đúng hạn",
    "Answers in whole and refusals by their day. What had none counts as neither on time nor late.",
  ),
  INFORMATION_REQUESTS_LATE: count(BY, "Trả lời, từ chối quá hạn", "Answers in whole and refusals after their day."),
  INFORMATION_REQUESTS_EXTENDED: count(BY, "Yêu cầu được gia hạn", "Extended, on the day on which the asker was told."),
};

type Entry = EntryOf<typeof MEASURES>;

const MEASURE_OF = {
  ANSWERED: "INFORMATION_REQUESTS_ANSWERED",
  PARTLY_ANSWERED: "INFORMATION_REQUESTS_PARTLY_ANSWERED",
} as const;

export const informationRequestTally: Tally<Version<InformationRequest>, Recorded<InformationRequestEvent>, Entry> = {
  record: "InformationRequest",
  streams: ["informationRequest"],
  measures: MEASURES,
  causes: { InformationRequestCorrected: "CORRECTED", InformationRequestVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts({ state }) {
    const { status, regime: REGIME, channel: CHANNEL, forwards, outcomes, extendedOn, unitId } = state;
    if (status === "VOIDED") return [];
    const common = { REGIME, CHANNEL, amount: 1 };
    const first = { UNIT: forwards[0]?.fromUnitId ?? unitId, on: firstReceivedOn(state) };
    return [
      { measure: "INFORMATION_REQUESTS", ...first, ...common } as const,
      ...forwards.flatMap(({ fromUnitId, toUnitId, on, receivedOn }, index): Entry[] => {
        const part = String(index);
        const forwarded = { measure: "INFORMATION_REQUESTS_FORWARDED", UNIT: fromUnitId, on, part, ...common } as const;
        if (receivedOn === null) return [forwarded];
        const received = { UNIT: toUnitId, on: receivedOn, part, ...common };
        return [forwarded, { measure: "INFORMATION_REQUESTS_TAKEN_OVER", ...received }];
      }),
      ...outcomes.flatMap(({ kind, on, unitId: UNIT, dueOn, ground: GROUND }, index): Entry[] => {
        const counted = { UNIT, on, part: String(index), ...common };
        const outcome: Entry =
          kind === "REFUSED"
            ? { measure: "INFORMATION_REQUESTS_REFUSED", GROUND, ...counted }
            : { measure: MEASURE_OF[kind], ...counted };
        if (kind === "PARTLY_ANSWERED" || dueOn === null) return [outcome];
        const inTime = on <= dueOn ? "INFORMATION_REQUESTS_ON_TIME" : "INFORMATION_REQUESTS_LATE";
        return [outcome, { measure: inTime, ...counted }];
      }),
      ...(extendedOn === null
        ? []
        : [{ measure: "INFORMATION_REQUESTS_EXTENDED", UNIT: unitId, on: extendedOn, ...common } as const]),
    ];
  },
};
