import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  HeaderMap,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Limits } from "../config.js";
import { areErrors, MAX_ERRORS } from "./checker.js";
import type { RequestContext } from "./context.js";
import type { Documents } from "./documents.js";
import type { ErrorFormatter, Report } from "./errors.js";
import type { Admitted, Gate } from "./gate.js";
import { Answers, askerOf, refusal, textOf } from "./reading/answers.js";
import type { ReadingThreads } from "./reading/readingThreads.js";
import { type AnswerType, codeOf, GRAPHQL_ANSWER, JSON_ANSWER, statusOf } from "./status.js";

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly formatter: ErrorFormatter;
  readonly documents: Documents;
  readonly limits: Limits;
  readonly logger: Logger;
  /** Answer queries; absent: Apollo does it here. */
  readonly threads: ReadingThreads | undefined;
  readonly report: Report;
}

type Logger = Record<"debug" | "info" | "warn" | "error", (message?: unknown) => void>;

/** Apollo behind our gate: its own tracing, reporting, landing page, caching and persisted queries are all off. */
export async function startApollo({
  schema,
  gate,
  formatter,
  documents,
  limits,
  logger,
  threads,
  report,
}: ApolloParts): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    logger,
    // Apollo would read NODE_ENV itself, and be open with stack traces where that says anything else.
    nodeEnv: "production",
    // Whether introspection is allowed depends on the caller: the gate decides.
    introspection: true,
    parseOptions: { maxTokens: limits.maxTokens },
    // They are checked before they run, but elsewhere; see Documents.
    dangerouslyDisableValidation: true,
    stringifyResult: textOf,
    formatError: (_formatted, error) => formatter.format(error),
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    executionOptions: { maxCoercionErrors: MAX_ERRORS },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      gatePlugin(gate, formatter, documents, threads && new Answers(threads, formatter, report)),
    ],
  });
  await apollo.start();
  return apollo;
}

function gatePlugin(
  gate: Gate,
  formatter: ErrorFormatter,
  documents: Documents,
  answers: Answers | undefined,
): ApolloServerPlugin<RequestContext> {
  const hooks = (): GraphQLRequestListener<RequestContext> => {
    let admitted: Admitted | undefined;
    return {
      async didResolveOperation({ document, request, contextValue }) {
        const { operationName, variables } = request;
        admitted = gate.admit({ document, operationName, variables }, "http", contextValue.principal);
        contextValue.notes.operation = admitted.operation.operation;
      },
      async responseForOperation(asked) {
        if (answers && admitted?.operation.operation === "query") return answers.to(asked, admitted);
        const { source, contextValue } = asked;
        const read = await documents.read(source, askerOf(contextValue)).catch((error: unknown) => [error]);
        return areErrors(read) ? refusal(read.map((error) => formatter.format(error))) : null;
      },
      async willSendResponse({ request, response, contextValue }) {
        if (response.body.kind !== "single") return;
        const { errors = [], data } = response.body.singleResult;
        // Apollo has set 405 where a mutation came by GET; that knows more than we do here.
        if (response.http.status === 405) return;
        response.http.status = statusOf(errors, data, requestedType(request.http?.headers.get("accept")));
        if (errors.length === 0) return;
        contextValue.notes.codes = errors.map(codeOf);
        contextValue.notes.errorIds = errors.flatMap((error) => String(error.extensions?.["errorId"] ?? "") || []);
      },
    };
  };
  return {
    requestDidStart: () => Promise.resolve(hooks()),
    async unexpectedErrorProcessingRequest({ error }) {
      formatter.format(error);
    },
  };
}

const requestedType = (accept: string | undefined): AnswerType =>
  accept === GRAPHQL_ANSWER ? GRAPHQL_ANSWER : JSON_ANSWER;

/** A request as Fastify has taken it apart. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Headers that mean something to Apollo; the others need not be copied. */
const APOLLOS_HEADERS = ["content-type", "apollo-require-preflight", "x-apollo-operation-name"];

export function runHttp(
  apollo: ApolloServer<RequestContext>,
  request: PlainRequest,
  answer: AnswerType,
  context: RequestContext,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap([["accept", answer]]);
  for (const name of APOLLOS_HEADERS) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const { method, url, body } = request;
  const question = url.indexOf("?");
  const search = question < 0 ? "" : url.slice(question);
  return apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, body, search },
    context: () => Promise.resolve(context),
  });
}
