import { type DataOf, day, type Field, many, NOBODY, part, text } from "./fields.js";
import type { DatedName } from "./time.js";
import { say } from "./words.js";

/** Fields that registers have in common: of units, of press agencies with their offices and reporters. */

export const name = text(say("tên", "name"), 200, NOBODY);

/** The names of a record, each with its day. `called`: what the API calls one of them. */
export const datedNames = (called: string): Field<readonly DatedName[]> =>
  many(
    part(called, { name, from: day(say("từ ngày", "from")) }, "A name and the day from which it was in force."),
    say("các tên gọi", "names"),
    { most: 100 },
    "All its names, in the order in which they were recorded.",
  );

/** Why something is corrected or taken back. */
export const reason = text(say("lý do", "reason"), 500, NOBODY);

export const legalBasis = text(
  say("căn cứ", "legal basis"),
  300,
  NOBODY,
  "The decision or resolution on which it rests, as cited: `NQ 1686/NQ-UBTVQH15`.",
);

/** What a change is entered with. */
export const CHANGE = {
  legalBasis,
  effectiveOn: day(say("ngày có hiệu lực", "effective on"), "The day on which it takes effect; it may lie ahead."),
};
export type Change = DataOf<typeof CHANGE>;
