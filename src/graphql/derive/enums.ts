import { Field, registerEnumType } from "type-graphql";
import type { Terms } from "../../domain/kernel/terms.js";
import type { FieldDecorator } from "../shared/decorators.js";
import { enumOf } from "../shared/enums.js";
import { described } from "./describe.js";

const MADE = new Map<string, { readonly terms: Terms; readonly type: object }>();

/**
 * The API's enum of a list of terms, each value described by its words.
 * @param notes what else a caller should know of some of them
 */
export function enumType<T extends string>(
  terms: Terms<T>,
  notes?: Readonly<Partial<Record<T, string>>>,
): { readonly [K in T]: K } {
  const known = MADE.get(terms.name);
  if (known && known.terms !== terms) throw new Error(`There are two lists of terms called ${terms.name}.`);
  if (known) return known.type as { readonly [K in T]: K };
  const type = enumOf(terms.values);
  const valuesConfig = Object.fromEntries(
    terms.values.map((value) => [value, { description: described(terms.words[value], notes?.[value]) }]),
  ) as { [K in T]: { description: string } };
  registerEnumType(type, { name: terms.name, description: terms.says, valuesConfig });
  MADE.set(terms.name, { terms, type });
  return type;
}

/** Every list of terms that the API shows, by name. */
export const termsInUse = (): readonly Terms[] => [...MADE.values()].map(({ terms }) => terms);

/** A field that shows a term. The enum is made when the class is declared: type-graphql looks for all of them at once. */
export function TermField<T extends string>(terms: Terms<T>, options: FieldOptions = {}): FieldDecorator {
  const type = enumType(terms);
  return (target, key, descriptor) => Field(() => type, options)(target, key, descriptor as PropertyDescriptor);
}

/** A field that shows some terms of a list. */
export function TermsField<T extends string>(terms: Terms<T>, options: FieldOptions = {}): FieldDecorator {
  const type = enumType(terms);
  return (target, key, descriptor) => Field(() => [type], options)(target, key, descriptor as PropertyDescriptor);
}

interface FieldOptions {
  readonly nullable?: boolean;
  readonly description?: string;
}
