import { canonicalJson } from "../../eventstore/canonicalJson.js";
import type { FeedPage } from "../../projections/readModel/feedPages.js";
import type { EventRow } from "../../projections/timeline/eventIndex.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import type { TimelineFilter } from "../../projections/timeline/timelineFilter.js";
import type { LedgerContext } from "../shared/context.js";

type Reads = LedgerContext["reads"];

/** What passes of a page of the log: about any of the subjects (null: whatever it is about), under the filter. */
export type Passing<T> = (
  page: FeedPage,
  subjects: readonly Subject[] | null,
  filter: TimelineFilter,
  reads: Reads,
) => readonly T[];

/** Each made of its event once, for all who ask the same of a page. */
export function passingAs<T>(make: (row: EventRow, reads: Reads) => T): Passing<T> {
  const known = new WeakMap<FeedPage["events"], Map<string, readonly T[]>>();
  return ({ events }, subjects, filter, reads) => {
    const [first, last] = [events[0], events.at(-1)];
    if (!first || !last) return [];
    const ofPage = known.get(events) ?? new Map<string, readonly T[]>();
    known.set(events, ofPage);
    const asked = canonicalJson([subjects, filter]);
    let items = ofPage.get(asked);
    if (!items) {
      const rows = reads.timeline.passing(subjects, filter, first.position - 1, last.position);
      ofPage.set(asked, (items = rows.map((row) => make(row, reads))));
    }
    return items;
  };
}
