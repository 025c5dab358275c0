import { choices, day } from "../../domain/kernel/fields.js";
import { addDays, type LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { spokespersonHistory } from "../../domain/spokesperson/events.js";
import { spokespersonOwes } from "../../domain/spokesperson/dues.js";
import { type Spokesperson, SPOKESPERSON, speaksOn } from "../../domain/spokesperson/spokesperson.js";
import { SPOKESPERSON_STATUSES } from "../../domain/spokesperson/terms.js";
import type { Position } from "../../eventstore/contract.js";
import { among, type DeclaredReader, declaredRecords, equal, since, until } from "../declared/declaredRecords.js";
import { found } from "../table/foundTexts.js";
import { maybeText, textColumn, type Version } from "../table/recordTable.js";
import { spokespersonTally } from "./figures.js";

/** The last day on which the person speaks, as far as it is known. */
function lastDayOf({ to, endedOn }: Spokesperson): LocalDate | null {
  const ended = endedOn === null ? null : addDays(endedOn, -1);
  return to === null || (ended !== null && ended < to) ? ended : to;
}

/** Who speaks for units, by the day from which they do. */
export const spokespersons = declaredRecords(spokespersonHistory, {
  name: "spokesperson",
  source: import.meta.url,
  columns: {
    unit_id: textColumn(({ unitId }) => unitId),
    status: textColumn(({ status }) => status),
    role: textColumn(({ role }) => role),
    starts_on: textColumn(({ from }) => from),
    published_on: maybeText(({ publishedOn }) => publishedOn),
    last_on: maybeText(lastDayOf),
    suspended_json: textColumn(({ suspensions }) => JSON.stringify(suspensions.map(({ from, to }) => [from, to]))),
  },
  order: "starts_on",
  indexes: { by_unit: ["unit_id", "starts_on", "id"] },
  filter: {
    unitId: among("unit_id", SPOKESPERSON.unitId),
    role: equal("role", SPOKESPERSON.role),
    statuses: among("status", choices(SPOKESPERSON_STATUSES, say("trạng thái", "statuses")), true),
    from: since("starts_on", day(say("bắt đầu từ ngày", "starting from"))),
    to: until("starts_on", day(say("bắt đầu đến ngày", "starting up to"))),
  },
  owes: spokespersonOwes,
  counts: spokespersonTally,
  found: { by: ({ name, from }) => ({ since: from, texts: found("SPOKESPERSON", name) }) },
});

/**
 * Who may speak for the unit on the day: of all that it had appointed by then those who were not suspended, and had not ended.
 * Whoever speaks for a unit that it has taken in speaks for it once it has appointed them.
 */
export const speakersOn = (
  appointments: DeclaredReader<Spokesperson>,
  unitId: string,
  on: LocalDate,
  position: Position,
): readonly Version<Spokesperson>[] =>
  appointments
    .all({ unitId, to: on }, { direction: "DESC", basis: { position, today: on } })
    .filter(({ state }) => state.unitId === unitId && speaksOn(state, on));
