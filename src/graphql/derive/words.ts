import type { GraphQLField, GraphQLInputField } from "graphql";
import { Extensions } from "type-graphql";
import type { Bilingual } from "../../domain/kernel/words.js";
import type { FieldDecorator } from "../shared/decorators.js";

/** What a field of a type is called, told beside the field: `vocabulary` tells it to whoever shows the field. */
export const Called = ({ vi, en }: Bilingual): FieldDecorator => Extensions({ words: { vi, en } });

/** What was told beside the field; undefined: nothing. */
export function calledBeside({
  extensions,
}: Pick<GraphQLField<unknown, unknown> | GraphQLInputField, "extensions">): Bilingual | undefined {
  const words: unknown = extensions["words"];
  return isBilingual(words) ? words : undefined;
}

const isBilingual = (words: unknown): words is Bilingual =>
  typeof words === "object" && words !== null && "vi" in words && "en" in words;
