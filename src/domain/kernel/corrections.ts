import {
  type AnyField,
  type CorrectionSaid,
  type EachOptional,
  eachOptional,
  type Field,
  type Fields,
  lines,
  NOBODY,
} from "./fields.js";
import { catalog, type Refusal } from "./refusal.js";
import { sameData } from "./same.js";
import { type Bilingual, say } from "./words.js";

/**
 * A record's correction: what was entered wrongly is said anew, field by field, with the reason. What is left out stays as it
 * is, and of what is said only that is told which differs from what is recorded; so too within a part of the record (a
 * card, a line of an inventory), which is named. The whole record, if it was entered in error, is voided. A subject declares
 * both with `correction` and `voiding` (./steps.ts), `corrects` and `voids` (./history.ts). What a paper changes, from its day
 * on and by its own number, is no correction but a step: the record was right before.
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

export type NoFields = Readonly<Record<never, never>>;
/** What a person fills in; `N`: by which a part is named. */
export type CorrectionFields<F extends Fields, N extends Fields = NoFields> = N & {
  readonly reason: Field<string>;
} & EachOptional<F>;
/** Each of a correction's changes as it is to be, a part as it was said; undefined: it stays. */
export type Wanted<C, F extends Fields = NoFields> = {
  readonly [K in keyof C]?: C[K] | (K extends keyof F ? PartSaid<F, K> : never) | undefined;
};
type PartSaid<F extends Fields, K extends keyof F> = F[K] extends { readonly told?: unknown }
  ? CorrectionSaid<F>[K]
  : never;

export const correctionFields = (fields: Fields, reason: Field<string> = REASON, names: Fields = {}): Fields => ({
  ...names,
  reason,
  ...eachOptional(fields),
});

type Values = Readonly<Record<string, unknown>>;
interface Asked {
  readonly state: object;
  readonly data: object;
}
/** How a subject finds what a correction changes, its own types set aside. */
export interface Correcting {
  readonly fields: Fields;
  readonly wanted?: ((asked: never) => object) | undefined;
  readonly recorded?: ((state: never, asked: never) => object) | undefined;
  readonly follows?: ((asked: never) => object) | undefined;
}

/** What a correction changes: of what is wanted that which differs from what is recorded, and what follows from it. */
export function changesOf({ fields, wanted, recorded, follows }: Correcting, asked: Asked): Values {
  const said = saidIn(fields, asked.data as Values);
  const known = (recorded?.(asked.state as never, asked as never) ?? asked.state) as Values;
  const changes = different(fields, wanted ? (wanted({ ...asked, said } as never) as Values) : said, known);
  return isEmpty(changes) ? changes : { ...changes, ...follows?.({ ...asked, changes } as never) };
}

export const changesSomething = (changes: object): Refusal | undefined =>
  isEmpty(changes) ? correctionRefusals.CORRECTION_CHANGES_NOTHING([]) : undefined;

const isEmpty = (values: object): boolean => Object.keys(values).length === 0;

/** What of these values differs from what is known. */
function different(fields: Fields, wanted: Values, known: Values): Values {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const change = value === undefined ? undefined : changeOf(fields[name], value, known[name]);
    if (change !== undefined) changes[name] = change;
  }
  return changes;
}

function changeOf(field: AnyField | undefined, wanted: unknown, known: unknown): unknown {
  if (!field?.fieldwise || !("part" in field)) return isSame(field, wanted, known) ? undefined : wanted;
  const { part, fieldwise } = field;
  const changesIn = (said: Values, is: Values | undefined): Values =>
    is === undefined ? {} : different(part.fields, saidIn(part.fields, said), is);
  if (fieldwise === true) {
    const changes = changesIn(wanted as Values, known as Values | undefined);
    return isEmpty(changes) ? undefined : changes;
  }
  const { by } = fieldwise;
  const told = (wanted as readonly Values[]).flatMap(({ [by]: which, ...said }) => {
    const changes = changesIn(
      said,
      (known as readonly Values[]).find((one) => one[by] === which),
    );
    return isEmpty(changes) ? [] : [{ [by]: which, changes }];
  });
  return told.length === 0 ? undefined : told;
}

function saidIn(fields: Fields, data: Values): Values {
  const said: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if ((data[name] ?? null) !== null) said[name] = data[name];
  return said;
}

/** Terms of a list are the same in whatever order. */
function isSame(field: AnyField | undefined, said: unknown, known: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    field?.shape === "choices" && Array.isArray(value) ? [...(value as readonly unknown[])].sort() : value;
  return sameData(sorted(said), sorted(known));
}
