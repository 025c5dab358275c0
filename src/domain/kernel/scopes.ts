import { type TIMELINE_KINDS } from "./history.js";
import type { TermOf } from "./terms.js";

/** What somebody who only subscribes is told of. */
export interface Scopes {
  /** Events of these kinds of records. */
  readonly subjects: readonly TermOf<typeof TIMELINE_KINDS>[];
  /** And of them those that are about one of these units, or about one that these have succeeded; null: whatever they are about. */
  readonly unitIds: readonly string[] | null;
}

export const MAX_SCOPE_UNITS = 50;
