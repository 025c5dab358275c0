import { canonicalJson } from "../../eventstore/canonicalJson.js";
import type { FeedPage } from "../../projections/readModel/feedPages.js";
import type { EventRow } from "../../projections/timeline/eventIndex.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import type { Position } from "../../eventstore/contract.js";
import type { LedgerContext } from "../shared/context.js";
import { type AskedFilter, filterAt } from "./filter.js";
import { withOnes } from "./subjects.js";

type Reads = LedgerContext["reads"];

/** What passes of a page of the log: about any of the subjects (null: whatever it is about), under the filter. */
export type Passing<T> = (
  page: FeedPage,
  subjects: readonly Subject[] | null,
  filter: AskedFilter,
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
      const rows = stretchesOf(events, reads).flatMap(({ after, upTo }) => {
        const basis = reads.basisAt(upTo);
        const about = subjects && withOnes(subjects, reads, basis);
        return reads.timeline.passing(about, filterAt(filter, reads, basis), after, upTo);
      });
      ofPage.set(asked, (items = rows.map((row) => make(row, reads))));
    }
    return items;
  };
}

/** The events of a page in stretches of one day, in each of which nothing changes of who is one: all of it, as a rule. */
function stretchesOf(
  events: FeedPage["events"],
  reads: Reads,
): readonly { readonly after: Position; readonly upTo: Position }[] {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return [];
  const all = { after: first.position - 1, upTo: last.position };
  const isOneDay = reads.basisAt(first.position).today === reads.basisAt(last.position).today;
  if (isOneDay && !reads.ones.changeBetween(all.after, all.upTo)) return [all];
  return events.map(({ position }, index) => ({ after: events[index - 1]?.position ?? all.after, upTo: position }));
}
