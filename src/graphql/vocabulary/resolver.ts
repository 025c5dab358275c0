import type { GraphQLResolveInfo, GraphQLSchema } from "graphql";
import { Arg, Info, Query, Resolver } from "type-graphql";
import { REFUSAL_WORDS } from "../../commands/refusalCodes.js";
import { RECORDS } from "../../domain/records.js";
import { termsInUse } from "../derive/enums.js";
import { fieldsOfTypes } from "./typeWords.js";
import { RecordWords, TermList, TermWords, TypeWords, Vocabulary } from "./types.js";

/** All the words that there are. They change with the program only, so they are put together once. */
const MADE = new WeakMap<GraphQLSchema, Vocabulary>();

function all(schema: GraphQLSchema): Vocabulary {
  const known = MADE.get(schema);
  if (known) return known;
  const made: Vocabulary = {
    terms: termsInUse().map((list) => new TermList(list)),
    records: RECORDS.map((one) => new RecordWords(one)),
    types: fieldsOfTypes(schema).map((one) => new TypeWords(one)),
    refusals: [...REFUSAL_WORDS].map(([code, words]) => new TermWords(code, words)),
  };
  MADE.set(schema, made);
  return made;
}

@Resolver()
export class VocabularyResolver {
  @Query(() => Vocabulary, {
    description: "The words of everything that the API has a code or a name for. It changes with the program only.",
  })
  vocabulary(
    @Arg("termLists", () => [String], { nullable: true, description: "Only these lists of terms; all, if absent." })
    names: string[] | undefined,
    @Arg("recordTypes", () => [String], { nullable: true, description: "Only these types; all, if absent." })
    recordTypes: string[] | undefined,
    @Arg("typeNames", () => [String], { nullable: true, description: "Only these types; all, if absent." })
    typeNames: string[] | undefined,
    @Info() { schema }: GraphQLResolveInfo,
  ): Vocabulary {
    const { terms, records, types, refusals } = all(schema);
    return {
      terms: terms.filter(({ name }) => names?.includes(name) ?? true),
      records: records.filter(({ type }) => recordTypes?.includes(type) ?? true),
      types: types.filter(({ type }) => typeNames?.includes(type) ?? true),
      refusals,
    };
  }
}
