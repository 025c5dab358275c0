import type { SeizureEvent } from "../../domain/seizure/events.js";
import { totalsOf } from "../../domain/seizure/quantities.js";
import type { Seizure } from "../../domain/seizure/seizure.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";
import { dayOfStep } from "./steps.js";

const BY = ["UNIT"] as const;
const MEASURES = {
  TITLES_SEIZED: count(BY, "Đầu ấn phẩm tạm giữ", "Lines of the inventories of what was seized, one for each title."),
  COPIES_SEIZED: count(BY, "Bản tạm giữ", "Copies seized."),
  TITLES_RETURNED: count(BY, "Đầu ấn phẩm trả lại", "Titles of which copies were returned."),
  COPIES_RETURNED: count(BY, "Bản trả lại", "Copies returned."),
  TITLES_CONFISCATED: count(BY, "Đầu ấn phẩm tịch thu", "Titles of which copies were confiscated."),
  COPIES_CONFISCATED: count(BY, "Bản tịch thu", "Copies confiscated."),
  TITLES_DESTROYED: count(BY, "Đầu ấn phẩm tiêu hủy", "Titles of which copies were destroyed."),
  COPIES_DESTROYED: count(BY, "Bản tiêu hủy", "Copies destroyed."),
};

type Entry = EntryOf<typeof MEASURES>;

const KINDS = ["SEIZED", "RETURNED", "CONFISCATED", "DESTROYED"] as const;
const QUANTITY = {
  SEIZED: "seized",
  RETURNED: "returned",
  CONFISCATED: "confiscated",
  DESTROYED: "destroyed",
} as const;

/** What was seized counts on the day of the seizure, also when it is corrected; the rest on the day of the step. */
export const seizureTally: Tally<Seizure, Recorded<SeizureEvent>, Entry> = {
  record: "Seizure",
  streams: ["seizure"],
  measures: MEASURES,
  causes: {
    InventoryCorrected: "CORRECTED",
    ExhibitsCounted: "CORRECTED",
    ExhibitLotsMerged: "CORRECTED",
    ConfiscationRevoked: "ANNULLED",
    SeizureVoided: "VOIDED",
  },
  idOf: ({ seizureId }) => seizureId,
  dayOf: dayOfStep,
  counts(seizure) {
    if (seizure.status === "VOIDED") return [];
    return KINDS.flatMap((kind): Entry[] => {
      const { titles, copies } = countsOf(seizure, QUANTITY[kind]);
      const common = { UNIT: seizure.unitId, ...(kind === "SEIZED" ? { on: seizure.seizedOn } : {}) };
      return [
        { measure: `TITLES_${kind}`, amount: titles, ...common },
        { measure: `COPIES_${kind}`, amount: copies, ...common },
      ];
    });
  },
};

/**
 * The copies of publications, and the titles of which there is any. A title stands for one line of the minutes, whatever
 * lots it was split into. Sheets and other items are no copies.
 */
function countsOf({ lines }: Seizure, quantity: (typeof QUANTITY)[keyof typeof QUANTITY]) {
  const byTitle = new Map<string, number>();
  for (const line of lines) {
    const copies = line.unit === "COPY" ? totalsOf(line)[quantity] : 0;
    byTitle.set(line.rootId, (byTitle.get(line.rootId) ?? 0) + copies);
  }
  const counts = [...byTitle.values()];
  return {
    titles: counts.filter((copies) => copies > 0).length,
    copies: counts.reduce((total, copies) => total + copies, 0),
  };
}
