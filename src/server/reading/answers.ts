import { createHash } from "node:crypto";
import type { GraphQLRequestContextResponseForOperation, GraphQLResponse } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import { LRUCache } from "lru-cache";
import type { RequestContext } from "../context.js";
import type { ErrorFormatter, Report } from "../errors.js";
import type { Admitted } from "../gate.js";
import type { QueryAnswer } from "./messages.js";
import type { Asker, ReadingThreads } from "./readingThreads.js";

/** The whole schema as JSON has some hundred thousand characters. */
const KEPT_SCHEMA_CHARS = 5_000_000;

export type AskedQuery = GraphQLRequestContextResponseForOperation<RequestContext>;

/** Answers queries by the threads that read, in the form in which Apollo hands answers on. */
export class Answers {
  /** What the API is stays the same while the process runs. */
  private readonly ofSchema = new LRUCache<string, string>({
    maxSize: KEPT_SCHEMA_CHARS,
    sizeCalculation: (json) => json.length + 1,
  });

  constructor(
    private readonly threads: ReadingThreads,
    private readonly formatter: ErrorFormatter,
    private readonly report: Report,
  ) {}

  async to({ request, contextValue, source }: AskedQuery, { cost, isOfSchema }: Admitted): Promise<GraphQLResponse> {
    const { operationName = null, variables = {} } = request;
    const key = isOfSchema ? hashOf(JSON.stringify([source, operationName, variables])) : "";
    const known = isOfSchema ? this.ofSchema.get(key) : undefined;
    if (known !== undefined) return response([], known);
    try {
      const { principal, now } = contextValue;
      const work = {
        kind: "query",
        text: source,
        operationName,
        variables,
        principal,
        now,
      } as const;
      const answer = await this.threads.query(work, cost, askerOf(contextValue), contextValue.gone());
      if (isOfSchema && answer.data !== undefined && answer.errors.length === 0) this.ofSchema.set(key, answer.data);
      return this.told(answer);
    } catch (error) {
      return response([this.formatter.format(error)], undefined);
    }
  }

  private told({ data, errors, reports }: QueryAnswer): GraphQLResponse {
    for (const { errorId, error } of reports) this.report(errorId, error);
    return response(errors, data);
  }
}

export const askerOf = ({ principal, address }: Pick<RequestContext, "principal" | "address">): Asker =>
  principal ? { name: `subject ${principal.subject}`, isAnonymous: false } : { name: address, isAnonymous: true };

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Data that stand as JSON already: they are not taken apart to be put together again. */
class Written {
  constructor(readonly json: string) {}
}

function response(errors: readonly GraphQLFormattedError[], data: string | undefined): GraphQLResponse {
  const singleResult: FormattedExecutionResult = {
    ...(errors.length === 0 ? {} : { errors }),
    // `null` as data says something else than a text of it: there is nothing, because of the errors.
    ...(data === undefined ? {} : { data: data === "null" ? null : (new Written(data) as unknown as Json) }),
  };
  return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult } };
}

export const refusal = (errors: readonly GraphQLFormattedError[]): GraphQLResponse => response(errors, undefined);

type Json = Record<string, unknown>;

/** An answer as it is sent. */
export function textOf({ data, ...rest }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof Written))
    return `${JSON.stringify({ ...rest, ...(data === undefined ? {} : { data }) })}\n`;
  const others = JSON.stringify(rest).slice(1, -1);
  return `{${others === "" ? "" : `${others},`}"data":${(data as unknown as Written).json}}\n`;
}
