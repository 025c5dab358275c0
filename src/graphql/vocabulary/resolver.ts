import { Arg, Query, Resolver } from "type-graphql";
import { REFUSAL_WORDS } from "../../commands/refusalCodes.js";
import { RECORDS } from "../../domain/records.js";
import { termsInUse } from "../derive/enums.js";
import { RecordWords, TermList, TermWords, Vocabulary } from "./types.js";

const REFUSALS = [...REFUSAL_WORDS].map(([code, words]) => new TermWords(code, words));

@Resolver()
export class VocabularyResolver {
  @Query(() => Vocabulary, {
    description: "The words of everything that the API has a code or a name for. It changes with the program only.",
  })
  vocabulary(
    @Arg("termLists", () => [String], { nullable: true, description: "Only these lists of terms; all, if absent." })
    names: string[] | undefined,
    @Arg("recordTypes", () => [String], { nullable: true, description: "Only these types; all, if absent." })
    types: string[] | undefined,
  ): Vocabulary {
    return {
      terms: termsInUse()
        .filter(({ name }) => names?.includes(name) ?? true)
        .map((list) => new TermList(list)),
      records: RECORDS.filter(({ kind }) => types?.includes(kind) ?? true).map((one) => new RecordWords(one)),
      refusals: REFUSALS,
    };
  }
}
