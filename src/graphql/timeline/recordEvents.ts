import type { Basis } from "../../projections/table/basis.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import { connect, type ConnectionOf, type PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import type { OrderDirection } from "../shared/order.js";

/** The events of one record; whoever asks, its cursors are the same. */
export const eventsOf = (
  reads: LedgerContext["reads"],
  subject: Subject,
  direction: OrderDirection,
  args: PageArgs,
  basis: Basis,
): ConnectionOf<EventType> =>
  connect(
    args,
    basis,
    ["recordEvents", subject, direction],
    (window) => reads.timeline.ofRecord(subject, direction, window, basis.position),
    (row) => EventType.ofRow(row),
  );
