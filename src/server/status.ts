import type { GraphQLFormattedError } from "graphql";

/** The two forms of an answer, as GraphQL over HTTP names them. */
export const JSON_ANSWER = "application/json; charset=utf-8";
export const GRAPHQL_ANSWER = "application/graphql-response+json; charset=utf-8";
export type AnswerType = typeof JSON_ANSWER | typeof GRAPHQL_ANSWER;

/** Faults that a caller should notice before reading the body. */
const SPEAKING: Readonly<Record<string, number>> = {
  INTERNAL_SERVER_ERROR: 500,
  LEDGER_UNAVAILABLE: 503,
  CLOCK_WRONG: 503,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
};

/**
 * The status of an answer. As GraphQL over HTTP has it: any data at all is a success; without data the newer media
 * type says what happened, while `application/json` answers 200 to whatever was a well-formed request.
 */
export function statusOf(errors: readonly GraphQLFormattedError[], data: unknown, type: AnswerType): number {
  if (errors.length === 0 || (data !== undefined && data !== null)) return 200;
  const codes = errors.map(codeOf);
  for (const [code, status] of Object.entries(SPEAKING)) {
    if (codes.includes(code)) return status;
  }
  if (codes.includes("COST_LIMIT_EXCEEDED") || codes.includes("BAD_REQUEST")) return 400;
  return data === undefined && type === GRAPHQL_ANSWER ? 400 : 200;
}

export const codeOf = (error: GraphQLFormattedError): string => String(error.extensions?.["code"]);

/** The form of answer that an Accept header prefers; undefined when it takes neither. */
export function answerType(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept.trim() === "") return JSON_ANSWER;
  const ranges = accept.split(",").map(rangeOf);
  const json = preference(ranges, "application/json");
  const graphql = preference(ranges, "application/graphql-response+json");
  if (json.quality === 0 && graphql.quality === 0) return undefined;
  if (json.quality !== graphql.quality) return json.quality > graphql.quality ? JSON_ANSWER : GRAPHQL_ANSWER;
  // Equally liked: the one named first; under a wildcard, the one that everybody reads.
  return graphql.place < json.place ? GRAPHQL_ANSWER : JSON_ANSWER;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangeOf(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const value = quality === undefined ? 1 : Number(quality.slice(2));
  return { type, quality: value >= 0 && value <= 1 ? value : 0 };
}

/** How much a type is liked, by the most exact range that covers it, and where that range stands in the header. */
function preference(ranges: readonly Range[], type: string): { quality: number; place: number } {
  for (const covering of [type, "application/*", "*/*"]) {
    const place = ranges.findIndex((range) => range.type === covering);
    if (place >= 0) return { quality: ranges[place]?.quality ?? 0, place };
  }
  return { quality: 0, place: ranges.length };
}
