import { TERM_UNITS } from "../domain/kernel/termUnits.js";
import { DUTY_KEYS } from "../domain/law/duties.js";
import type { DutyRule } from "../domain/law/lawBook.js";
import { UNIT_KINDS } from "../domain/unit/terms.js";
import type { Fields } from "./fields.js";

const MOST = 10_000;

/** What is read of a row of duties besides what all rows say of themselves. Duties run by the hour, too. */
export function dutyOf(fields: Fields): Pick<DutyRule, "key" | "term" | "unitKinds"> {
  const key = fields.oneOf("key", DUTY_KEYS.values);
  const term = fields.inner("term");
  const read = { amount: term.whole("amount", 1, MOST), unit: term.oneOf("unit", TERM_UNITS.values) };
  term.nothingElse();
  return { key, term: read, unitKinds: fields.someOf("unitKinds", UNIT_KINDS.values, 1) };
}
