import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { fault } from "../graphql/shared/faults.js";
import type { ErrorFormatter } from "./errors.js";
import { answerType, codeOf, JSON_ANSWER } from "./status.js";

/** What callers are told for the web server's own errors, by its codes. */
const SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "The body is too large.",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "The body must be application/json.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "The body is empty.",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "The body does not have the length that the header gives.",
  FST_ERR_CTP_INVALID_JSON_BODY: "The body is not JSON.",
};

/** Answers whatever a handler, a parser or the web server itself has thrown: JSON with a closed code, always. */
export function answerThrown(
  formatter: ErrorFormatter,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = statusOf(thrown);
  const error = formatter.format(status < 500 && !(thrown instanceof GraphQLError) ? asFault(thrown, status) : thrown);
  request.notes = {
    operation: request.notes?.operation,
    codes: [codeOf(error)],
    errorIds: error.extensions?.["errorId"] === undefined ? [] : [String(error.extensions["errorId"])],
  };
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  if (status === 405) void reply.header("allow", "GET, POST, OPTIONS");
  return reply
    .code(status)
    .type(answerType(request.headers.accept) ?? JSON_ANSWER)
    .send(bodyOf(error));
}

const bodyOf = (error: GraphQLFormattedError): string => JSON.stringify({ errors: [error] });

function statusOf(thrown: unknown): number {
  if (thrown instanceof GraphQLError) {
    const http = thrown.extensions["http"] as { status?: number } | undefined;
    return http?.status ?? 500;
  }
  const { statusCode, code } = (thrown ?? {}) as Partial<FastifyError>;
  // The caller hung up in the middle of the body: nobody is there to be answered, and nothing went wrong here.
  if ((code as string | undefined) === "ECONNRESET") return 400;
  const fastifys = typeof code === "string" && code.startsWith("FST_");
  // A parser's SyntaxError comes with a status and without a code of Fastify's.
  const parsers = thrown instanceof SyntaxError && statusCode === 400;
  return statusCode !== undefined && statusCode >= 400 && (fastifys || parsers) ? statusCode : 500;
}

function asFault(thrown: unknown, status: number): GraphQLError {
  const code = (thrown as Partial<FastifyError>).code ?? "FST_ERR_CTP_INVALID_JSON_BODY";
  return fault("BAD_REQUEST", SENTENCES[code] ?? "The request is malformed.", status);
}

const MALFORMED = bodyOf({ message: "The request is not well-formed HTTP.", extensions: { code: "BAD_REQUEST" } });

/** For requests that never become one: they are answered in the same form. */
export const answerRefusals = {
  frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    void reply.code(400).type(JSON_ANSWER).send(MALFORMED);
  },
  clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const status =
      error.code === "HPE_HEADER_OVERFLOW"
        ? "431 Request Header Fields Too Large"
        : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
          ? "408 Request Timeout"
          : "400 Bad Request";
    socket.end(rawAnswer(status, MALFORMED));
  },
};

/** An answer for where there is no reply object yet. */
export const rawAnswer = (status: string, body: string): string =>
  [
    `HTTP/1.1 ${status}`,
    "Connection: close",
    `Content-Type: ${JSON_ANSWER}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
