import { Extensions, Ctx, Field } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { type Bilingual, say, uncapital } from "../../domain/kernel/words.js";
import { Called } from "../derive/words.js";
import type { LedgerContext } from "../shared/context.js";

interface Shown {
  readonly type: () => object;
  readonly description: string;
  readonly words: Bilingual;
}

/** A field of a class of the schema that is read with the context, and may be null. */
export function linkField<T extends object>(
  prototype: T,
  name: string,
  { type, description, words }: Shown,
  read: (of: T, context: LedgerContext) => unknown,
): void {
  const descriptor: PropertyDescriptor = {
    configurable: true,
    value(this: T, context: LedgerContext) {
      return read(this, context);
    },
  };
  Object.defineProperty(prototype, name, descriptor);
  Ctx()(prototype, name, 0);
  Field(type, { nullable: true, description })(prototype, name, descriptor);
  namesNobody(prototype, name);
  Called(words)(prototype, name);
}

/** A field of a class of the schema that its object has by itself, and that may be null. */
export function ownField<T extends object>(
  prototype: T,
  name: string,
  { type, description, words }: Shown,
  read: (of: T) => unknown,
): void {
  const descriptor: PropertyDescriptor = {
    configurable: true,
    get(this: T) {
      return read(this);
    },
  };
  Object.defineProperty(prototype, name, descriptor);
  Field(type, { nullable: true, description })(prototype, name, descriptor);
  namesNobody(prototype, name);
  Called(words)(prototype, name);
}

/** The values of dimensions are codes, days and records: a person is shown by the record alone. */
const namesNobody = Extensions({ names: NOBODY });

/** As the head of a column has it: a measure's and a dimension's English name is its code, in words. */
export const headOf = (code: string, { vi, grows }: Pick<Bilingual, "vi"> & { readonly grows?: true }): Bilingual =>
  say(uncapital(vi), code.toLowerCase().replaceAll("_", " ") + (grows ? ": change in the period" : ""));
