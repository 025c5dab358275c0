import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions, Field, getMetadataStorage } from "type-graphql";
import { NAMED, type Naming, OFFENDERS, PAPERS } from "../../domain/kernel/fields.js";
import { mayRead } from "../shared/access.js";
import type { LedgerContext } from "../shared/context.js";
import { INITIALS_ONLY, MASKED, OFFENDERS_ONLY, shownNumber } from "../shared/mask.js";
import type { FieldDecorator } from "../shared/decorators.js";

/**
 * Every text that the API shows says whom it may name, and is masked by that alone: nobody has to remember to. A text
 * that says nothing keeps the program from starting.
 */

/** MASKED_HERE: who may see what of it depends on more than the reader, so the field itself masks it. */
export type Shown = Naming | "MASKED_HERE";
export const MASKED_HERE = "MASKED_HERE";

/** What knows whom its record is about says who may read the texts in it that name them; else who may read of offenders. */
export interface JudgesNames {
  readonly mayReadNames?: ((context: LedgerContext) => boolean) | undefined;
}

interface TextOptions {
  readonly nullable?: boolean;
  readonly description?: string;
  /** A list of texts. */
  readonly list?: boolean;
  readonly name?: string;
}

/** What is said of texts that not everyone reads as they are. */
const MASKS: Readonly<Partial<Record<Shown, string>>> = {
  OFFENDERS: OFFENDERS_ONLY,
  NAMED: `${OFFENDERS_ONLY} Of organisations only, everyone sees it.`,
  SUBJECTS: INITIALS_ONLY,
  PAPERS: MASKED,
};

/** A field that shows text. One that may name offenders is null to those who may not read their names. */
export const TextField = (names: Shown, { list, ...options }: TextOptions = {}): FieldDecorator =>
  NamingField(names, () => (list ? [String] : String), options);

/** A field that shows text, or a part of which whoever may not read names is shown nothing. */
export function NamingField(
  names: Shown,
  type: () => unknown,
  { description, ...options }: Omit<TextOptions, "list">,
): FieldDecorator {
  const said = [description, MASKS[names]].filter((one) => one !== undefined).join(" ");
  const declared = {
    ...options,
    ...(names === OFFENDERS || names === NAMED ? { nullable: true } : {}),
    ...(said === "" ? {} : { description: said }),
  };
  return (target, key, descriptor) => {
    Field(() => type() as never, declared)(target, key, descriptor as PropertyDescriptor);
    Extensions({ names })(target, key);
  };
}

/**
 * Masks the texts of a schema as they are declared.
 * @param names of the types that are ours
 * @throws when a text is not declared.
 */
export function maskTexts(
  schema: GraphQLSchema,
  names: readonly string[] = getMetadataStorage().objectTypes.map(({ name }) => name),
): void {
  const undeclared: string[] = [];
  for (const name of names) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const whom = field.extensions["names"];
      if (whom === undefined && /^\[?String\b/.test(String(field.type))) undeclared.push(`${name}.${field.name}`);
      if (whom === OFFENDERS || whom === NAMED || whom === PAPERS) mask(field, whom);
    }
  }
  if (undeclared.length > 0) throw new Error(`Whom do these texts name? ${[...new Set(undeclared)].join(", ")}`);
}

function mask(field: GraphQLField<unknown, LedgerContext>, names: Exclude<Naming, "NOBODY" | "SUBJECTS">): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { principal } = context;
    if (names === PAPERS) {
      const number: unknown = resolve(source, args, context, info);
      return typeof number === "string" ? shownNumber(number, principal) : number;
    }
    const judges = names === NAMED ? (source as JudgesNames) : {};
    const may = judges.mayReadNames?.(context) ?? mayRead(principal, "offenders");
    return may ? (resolve(source, args, context, info) as unknown) : null;
  };
}
