import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import { isRecord, type WordsOf } from "./shapes.js";
import type { FigureDimension, FigureMeasure, FigureSheet } from "./sheets.js";

const BOOKS: Readonly<Record<string, Bilingual>> = {
  visit: say("phóng viên đến tác nghiệp", "visits of reporters"),
  enforcement: say("thanh tra, kiểm tra và xử phạt", "inspections and sanctions"),
  statement: say("phát ngôn, cung cấp thông tin cho báo chí", "statements to the press"),
  pressItem: say("tin, bài báo chí phản ánh", "what the press reports"),
  informationRequest: say("yêu cầu, đề nghị cung cấp thông tin", "requests for information"),
  oversight: say("giám sát của Hội đồng nhân dân", "the council's oversight"),
  staff: say("nhân lực và tập huấn", "staff and training"),
};

const PERIODS = ["YEAR", "HALF_YEAR", "QUARTER", "MONTH"];

export function figuresOf(schema: GraphQLSchema, words: WordsOf): readonly FigureSheet[] {
  return Object.keys(schema.getQueryType()?.getFields() ?? {}).flatMap((query) => {
    const book = /^(\w+)Figures$/.exec(query)?.[1];
    return book === undefined ? [] : [sheetOf(schema, book, words)];
  });
}

function sheetOf(schema: GraphQLSchema, book: string, words: WordsOf): FigureSheet {
  const called = BOOKS[book];
  if (!called) throw new Error(`What are the figures of ${book} called?`);
  const name = book.charAt(0).toUpperCase() + book.slice(1);
  const row = schema.getType(`${name}FigureRow`);
  if (!isObjectType(row)) throw new Error(`There is no row of ${book} figures.`);
  const filter = schema.getType(`${name}FigureFilter`) as GraphQLInputObjectType;
  const dimensions = (schema.getType(`${name}FigureDimension`) as GraphQLEnumType).getValues();
  const fields = row.getFields();
  const movement = (schema.getType(`${name}FigureMovementRow`) as GraphQLObjectType).getFields();
  return {
    book,
    words: called,
    dimensions: dimensions.map(({ name: dimension }): FigureDimension => {
      const field = dimension.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      const type = getNamedType(fields[field]?.type);
      const narrowing = Object.values(filter.getFields()).find(({ name: narrowed }) =>
        [`${field}Ids`, `${field}s`].includes(narrowed),
      );
      return {
        ...{ name: dimension, field, words: words(row.name, field) },
        ...(isObjectType(type) && isRecord(type)
          ? { as: "LINK" as const }
          : type?.name !== "String"
            ? { as: "TERM" as const, terms: String(type?.name) }
            : { as: "TEXT" as const }),
        filter: PERIODS.includes(dimension)
          ? null
          : filterName(narrowing?.name, field, Object.keys(filter.getFields())),
      };
    }),
    measures: Object.values(fields).flatMap((field) => {
      const as = MEASURES[getNamedType(field.type).name];
      return as
        ? [{ name: field.name, words: words(row.name, field.name), as, moves: hasCauses(movement[field.name]?.type) }]
        : [];
    }),
  };
}

/** What has no parts that add up has moved, too, but not by causes. */
function hasCauses(type: GraphQLOutputType | undefined): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && "causes" in named.getFields();
}

/** `agency` is narrowed by `agencyIds`, `topic` by `topics`. */
function filterName(found: string | undefined, field: string, all: readonly string[]): string {
  const name = found ?? all.find((one) => one.startsWith(field));
  if (name === undefined) throw new Error(`Nothing narrows figures by ${field}.`);
  return name;
}

const MEASURES: Readonly<Record<string, FigureMeasure["as"]>> = { CountFigure: "COUNT", MoneyFigure: "VND" };
