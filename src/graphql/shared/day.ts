import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { Basis } from "../../projections/table/basis.js";

/**
 * "Today" for what has no day of its own: the day that is asked about, or else the day in Vietnam on which the answer's
 * basis was recorded. It is no clock's today, so that the same question as of the same position has the same answer for
 * ever.
 */
export const dayOf = ({ validAt, recordedAt }: Basis): LocalDate =>
  validAt ?? (recordedAt === null ? BEFORE_ALL : localDateOf(recordedAt));

/** An empty ledger has nothing that could stand on any day. */
const BEFORE_ALL = "0001-01-01";
