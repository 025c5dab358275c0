import {
  getNamedType,
  type GraphQLInputField,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { Fields, Part } from "../../domain/kernel/fields.js";
import type { Bilingual } from "../../domain/kernel/words.js";
import { RECORDS } from "../../domain/records.js";
import { calledBeside } from "../derive/words.js";
import { WORDS_BY_NAME } from "./shownWords.js";
import { WORDS_OF_TYPE } from "./shownWordsOfTypes.js";

/** What the fields of the API's types are called: of everything that a query can show, and by what it may be narrowed. */

type FieldedType = GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType;
type AnyGraphQLField = GraphQLField<unknown, unknown> | GraphQLInputField;

export interface FieldsOfType {
  readonly type: string;
  readonly fields: readonly { readonly name: string; readonly words: Bilingual | undefined }[];
}

/** Of each type the fields with their words, by the types' names. */
export const fieldsOfTypes = (schema: GraphQLSchema): readonly FieldsOfType[] =>
  typesOf(schema).map((type) => ({
    type: type.name,
    fields: Object.values<AnyGraphQLField>(type.getFields()).map((field) => ({
      name: field.name,
      words: wordsOf(type.name, field),
    })),
  }));

/** What the declaration of the field tells; where none does, what is told of one type, and then of any field of this name. */
const wordsOf = (type: string, field: AnyGraphQLField): Bilingual | undefined =>
  calledBeside(field) ??
  WORDS_OF_TYPE[`${type}.${field.name}`] ??
  FILLED_IN.get(type)?.get(field.name) ??
  WORDS_BY_NAME[field.name];

/**
 * What a form calls the field of the same name: of each record and part that is filled in, where all forms call it the
 * same.
 */
const FILLED_IN: ReadonlyMap<string, ReadonlyMap<string, Bilingual | undefined>> = filledIn();

function filledIn(): ReadonlyMap<string, ReadonlyMap<string, Bilingual | undefined>> {
  const all = new Map<string, Map<string, Bilingual | undefined>>();
  const seen = new Set<Part>();
  const add = (type: string, fields: Fields): void => {
    const of = all.get(type) ?? new Map<string, Bilingual | undefined>();
    all.set(type, of);
    for (const [name, field] of Object.entries(fields)) {
      const before = of.get(name);
      of.set(name, of.has(name) && before?.vi !== field.words.vi ? undefined : field.words);
      if (!("part" in field) || seen.has(field.part)) continue;
      seen.add(field.part);
      add(field.part.name.replace(/Input$/, ""), field.part.fields);
    }
  };
  for (const { kind, steps } of RECORDS) for (const { fields } of Object.values(steps)) add(kind, fields);
  return all;
}

/** Pages of lists are no things that are shown; and what the vocabulary itself is made of needs no words. */
const isOurs = ({ name }: GraphQLNamedType): boolean =>
  !/(Connection|Edge)$/.test(name) && !name.startsWith("__") && !LEFT_OUT.has(name);
const LEFT_OUT: ReadonlySet<string> = new Set(["PageInfo", "TotalCount", "Words", "Bilingual", "Vocabulary"]);
const OF_THE_VOCABULARY = "vocabulary";

/** All that queries and feeds lead to. What mutations take and answer with is told by their steps. */
function typesOf(schema: GraphQLSchema): readonly FieldedType[] {
  const found = new Map<string, GraphQLNamedType>();
  const follow = (type: GraphQLNamedType): void => {
    if (found.has(type.name)) return;
    found.set(type.name, type);
    if (isUnionType(type) || isInterfaceType(type)) schema.getPossibleTypes(type).forEach(follow);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const one of type.getInterfaces()) follow(one);
      for (const field of Object.values(type.getFields())) followField(field);
    }
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach((field) => follow(getNamedType(field.type)));
  };
  const followField = (field: GraphQLField<unknown, unknown>): void => {
    follow(getNamedType(field.type));
    for (const arg of field.args) follow(getNamedType(arg.type));
  };
  for (const root of [schema.getQueryType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {}))
      if (field.name !== OF_THE_VOCABULARY) followField(field);
  }
  return [...found.values()]
    .filter((type) => isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    .filter(isOurs)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
