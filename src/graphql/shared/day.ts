import { type LocalDate, localDateOf } from "../../domain/kernel/time.js";
import type { Basis } from "../../projections/basis.js";

/**
 * The day in Vietnam on which an answer's basis was recorded: "today" for what has no day of its own. It is no clock's
 * today, so that the same question as of the same position has the same answer for ever.
 */
export const dayOf = ({ recordedAt }: Basis): LocalDate => (recordedAt === null ? BEFORE_ALL : localDateOf(recordedAt));

/** An empty ledger has nothing that could stand on any day. */
const BEFORE_ALL = "0001-01-01";
