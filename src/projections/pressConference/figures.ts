import { localDateOf } from "../../domain/kernel/time.js";
import type { PressConferenceEvent } from "../../domain/pressConference/events.js";
import type { PressConference } from "../../domain/pressConference/pressConference.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import type { Version } from "../table/recordTable.js";

const MEASURES = {
  PRESS_CONFERENCES_HELD: count(["UNIT"], "Cuộc họp báo", "Press conferences that units themselves held."),
  CONFERENCE_NOTICES: count(
    ["UNIT"],
    "Thông báo họp báo của nơi khác",
    "Written notices of others, by who keeps the register, on the day of the notice.",
  ),
  CONFERENCE_NOTICES_LATE: count(["UNIT"], "Thông báo họp báo muộn", "Those that came later than the law allows."),
};

type Counted = Version<PressConference>;

export const pressConferenceTally: Tally<Counted, Recorded<PressConferenceEvent>, EntryOf<typeof MEASURES>> = {
  record: "PressConference",
  streams: ["pressConference"],
  measures: MEASURES,
  causes: { PressConferenceCorrected: "CORRECTED", PressConferenceVoided: "VOIDED" },
  idOf: ({ id }) => id,
  counts({ state: { status, heldBy, unitId: UNIT, heldAt, noticedAt, noticeLate } }) {
    if (status === "VOIDED") return [];
    if (heldBy === "UNIT") {
      const on = localDateOf(heldAt);
      return status === "HELD" ? [{ measure: "PRESS_CONFERENCES_HELD", UNIT, on, amount: 1 } as const] : [];
    }
    const on = localDateOf(noticedAt ?? heldAt);
    return [
      { measure: "CONFERENCE_NOTICES", UNIT, on, amount: 1 } as const,
      ...(noticeLate === true ? [{ measure: "CONFERENCE_NOTICES_LATE", UNIT, on, amount: 1 } as const] : []),
    ];
  },
};
