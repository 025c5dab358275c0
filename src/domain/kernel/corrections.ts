import { type AnyField, type EachOptional, eachOptional, type Field, type Fields, lines, NOBODY } from "./fields.js";
import { catalog, type Refusal } from "./refusal.js";
import { type Bilingual, say } from "./words.js";

/**
 * A record's correction: what was entered wrongly is said anew, field by field, with the reason. What is left out stays as it
 * is, and of what is said only that is told which differs from what is recorded. The whole record, if it was entered in
 * error, is voided. A subject declares both with `correction` and `voiding` (./steps.ts), `corrects` and `voids` (./history.ts).
 */

export const correctionRefusals = catalog({
  CORRECTION_CHANGES_NOTHING: () =>
    say("Nội dung đính chính không khác gì hồ sơ đã ghi.", "The correction says nothing that differs from the record."),
});

export const CORRECT: Bilingual = say("đính chính hồ sơ", "correct the record");
export const STAYS = "What is absent stays as it is.";
export const VOID: Bilingual = say("hủy hồ sơ nhập nhầm", "void the record");
export const VOIDED_NOTE = "It was entered in error, and counts for nothing any more.";
/** Why, of a correction that names nobody. */
export const REASON: Field<string> = lines(say("lý do", "reason"), 1000, NOBODY);

/** What a person fills in. */
export type CorrectionFields<F extends Fields> = { readonly reason: Field<string> } & EachOptional<F>;
/** Each of a correction's changes as it is to be; undefined: it stays. */
export type Wanted<C> = { readonly [K in keyof C]?: C[K] | undefined };

export function correctionFields<F extends Fields>(fields: F, reason?: Field<string>): CorrectionFields<F>;
export function correctionFields(fields: Fields, reason: Field<string> = REASON): Fields {
  return { reason, ...eachOptional(fields) };
}

type Values = Readonly<Record<string, unknown>>;
interface Asked {
  readonly state: object;
  readonly data: object;
}
/** How a subject finds what a correction changes, its own types set aside. */
export interface Correcting {
  readonly fields: Fields;
  readonly wanted?: ((asked: never) => object) | undefined;
  readonly recorded?: ((state: never) => object) | undefined;
  readonly follows?: ((asked: never) => object) | undefined;
}

/** What a correction changes: of what is wanted that which differs from what is recorded, and what follows from it. */
export function changesOf({ fields, wanted, recorded, follows }: Correcting, asked: Asked): Values {
  const said = saidIn(fields, asked.data as Values);
  const known = (recorded?.(asked.state as never) ?? asked.state) as Values;
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted ? wanted({ ...asked, said } as never) : said)) {
    if (value !== undefined && !isSame(fields[name], value, known[name])) changes[name] = value;
  }
  const nothing = Object.keys(changes).length === 0;
  return nothing ? changes : { ...changes, ...follows?.({ ...asked, changes } as never) };
}

export const changesSomething = (changes: object): Refusal | undefined =>
  Object.keys(changes).length === 0 ? correctionRefusals.CORRECTION_CHANGES_NOTHING([]) : undefined;

function saidIn(fields: Fields, data: Values): Values {
  const said: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if ((data[name] ?? null) !== null) said[name] = data[name];
  return said;
}

/** Terms of a list are the same in whatever order. */
function isSame(field: AnyField | undefined, said: unknown, known: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    field?.shape === "choices" && Array.isArray(value) ? [...(value as readonly unknown[])].sort() : value;
  return JSON.stringify(sorted(said)) === JSON.stringify(sorted(known));
}
