import { isUtf8 } from "node:buffer";
import type { ApolloServer } from "@apollo/server";
import fastifyCompress from "@fastify/compress";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Config } from "../config.js";
import { fault } from "../graphql/shared/faults.js";
import type { Ledger } from "../ledger.js";
import { runHttp } from "./apollo.js";
import { addCalendar } from "./calendar.js";
import { contextOf, newNotes, type RequestContext, type RequestNotes } from "./context.js";
import type { ErrorFormatter } from "./errors.js";
import type { EventStreams } from "./eventStreams.js";
import { goneBefore } from "./gone.js";
import type { CallerOf } from "./login/session.js";
import { GRAPHQL_PATH, STREAM_PATH } from "./paths.js";
import { answerRefusals, answerThrown } from "./refusals.js";
import { addHealth } from "./health.js";
import { answerType } from "./status.js";
import { requireText } from "./wellFormed.js";

/** Below this many bytes compressing costs more than it saves. */
const COMPRESS_FROM_BYTES = 1_024;
/** Longer than the usual 60 s of a proxy, so that it is the proxy who closes an idle connection. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** How often it is looked for requests that take too long to arrive. */
const LATE_REQUESTS_MS = 2_000;
const MAX_HEADER_BYTES = 16_384;

const SECURITY_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export interface HttpParts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly callerOf: CallerOf;
  readonly apollo: ApolloServer<RequestContext>;
  readonly formatter: ErrorFormatter;
  readonly streams: EventStreams;
}

declare module "fastify" {
  interface FastifyRequest {
    notes: RequestNotes | undefined;
  }
}

/** The web server, without its routes. The log gets one line a request. */
export function newFastify(config: Config, logTo: LogDestination | undefined): FastifyInstance {
  const { limits, logLevel } = config;
  const app = Fastify({
    logger: logger(logLevel, logTo),
    // Our own hook writes the line of a request; Fastify's would hold its address.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: LATE_REQUESTS_MS,
    },
    forceCloseConnections: "idle",
    // Requests that arrive on an open connection during a stop are still answered; the connection ends with them.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    ...answerRefusals,
  });
  app.decorateRequest("notes", undefined);
  app.addHook("onRequest", async (_request, reply) => void reply.headers(SECURITY_HEADERS));
  app.addHook("onResponse", async (request, reply) => logRequest(app.log, request, reply));
  return app;
}

export interface LogDestination {
  write(line: string): void;
}

/** Fastify's own lines must not carry a request's address (its query string may hold the query) or its headers. */
function logger(level: Config["logLevel"], stream: LogDestination | undefined): object {
  const req = ({ method }: { method: string }): object => ({ method });
  return { level, serializers: { req }, ...(stream ? { stream } : {}) };
}

function logRequest(log: FastifyBaseLogger, request: FastifyRequest, reply: FastifyReply): void {
  const { operation, codes = [], errorIds = [] } = request.notes ?? {};
  log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? "(none)",
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      ...(operation === undefined ? {} : { operation }),
      ...(codes.length === 0 ? {} : { codes: [...new Set(codes)] }),
      ...(errorIds.length === 0 ? {} : { errorIds }),
    },
    "request",
  );
}

export async function addRoutes(app: FastifyInstance, parts: HttpParts): Promise<void> {
  const { config, formatter, ledger } = parts;
  takeJsonOnly(app);
  app.setErrorHandler((error, request, reply) => answerThrown(formatter, error, request, reply));
  app.setNotFoundHandler((request) => {
    const path = request.url.split("?", 1)[0] ?? "";
    if (path === GRAPHQL_PATH || path === STREAM_PATH)
      throw fault("BAD_REQUEST", "GraphQL is served by POST and GET.", 405);
    throw fault("BAD_REQUEST", `There is nothing here; GraphQL is served at ${GRAPHQL_PATH}.`, 404);
  });
  allowOrigins(app, config.allowedOrigins);
  await app.register(fastifyCompress, {
    threshold: COMPRESS_FROM_BYTES,
    encodings: ["br", "gzip"],
    globalDecompression: false,
  });
  addHealth(app, ledger);
  addCalendar(app, parts);
  app.route({ method: ["GET", "POST"], url: GRAPHQL_PATH, handler: (request, reply) => answer(parts, request, reply) });
  app.route({
    method: ["GET", "POST"],
    url: STREAM_PATH,
    handler: (request, reply) => parts.streams.open(request, reply),
  });
}

/** JSON in UTF-8 is the one form of body: anything else is told apart before a garbled name can reach the ledger. */
function takeJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers["content-type"] ?? "")?.[1];
    const coding = request.headers["content-encoding"] ?? "identity";
    if ((charset !== undefined && !/^utf-?8$/i.test(charset)) || coding !== "identity") {
      return done(fault("BAD_REQUEST", "The body must be JSON in UTF-8, not compressed.", 415));
    }
    if (!isUtf8(body)) return done(fault("BAD_REQUEST", "The body is not UTF-8.", 400));
    return parseJson(request, body.toString("utf8"), done);
  });
}

/**
 * Lets pages of the listed origins read answers. This opens nothing without a token: no cookie goes with what they ask, and
 * the header without which a cookie counts for nothing (login/pageRequest.ts) is not among those that they may send.
 */
function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  app.addHook("onRequest", async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    reply.headers({
      "access-control-allow-origin": origin,
      vary: "origin",
      "cross-origin-resource-policy": "cross-origin",
    });
  });
  const preflight = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const headers = {
      allow: "GET, POST, OPTIONS",
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": "authorization, content-type, apollo-require-preflight, last-event-id",
      "access-control-max-age": "600",
    };
    return reply.code(204).headers(headers).send();
  };
  app.options(GRAPHQL_PATH, preflight);
  app.options(STREAM_PATH, preflight);
}

async function answer(parts: HttpParts, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const type = answerType(request.headers.accept);
  if (type === undefined) {
    throw fault("BAD_REQUEST", "Answers are application/graphql-response+json or application/json.", 406);
  }
  const notes = (request.notes = newNotes());
  const { ip: address } = request;
  const gone = goneBefore(reply);
  // The gate looks at the rest; Apollo parses the document before it asks the gate.
  requireText((request.body as { readonly query?: unknown } | undefined)?.query);
  const principal = (await parts.callerOf(request, reply))?.principal;
  const {
    headers,
    status = 200,
    body,
  } = await runHttp(parts.apollo, request, type, contextOf(parts.ledger, principal, { notes, address, gone }));
  if (body.kind !== "complete") throw new Error("Incremental answers are not served.");
  if (status >= 400 && notes.codes.length === 0) notes.codes = ["BAD_REQUEST"];
  void reply.code(status);
  for (const [name, value] of headers) void reply.header(name, value);
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  return body.string;
}
