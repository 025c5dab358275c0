import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { type ExecutionResult, type FormattedExecutionResult, subscribe } from "graphql";
import type { Config } from "../config.js";
import { fault, unauthenticated } from "../graphql/shared/faults.js";
import type { Callers } from "./callers.js";
import { newNotes } from "./context.js";
import { areErrors } from "./checker.js";
import { EventStream } from "./eventStream.js";
import { atExpiry } from "./expiry.js";
import type { CallerOf } from "./login/session.js";
import { originAllowed } from "./origins.js";
import { admitted, type Asked, type Caller, type SubscriptionParts } from "./subscriptions.js";
import type { Turn } from "./turn.js";

const EVENT_STREAM = "text/event-stream";

/**
 * Subscriptions as server-sent events, for callers and networks to whom a WebSocket is too much: one request, one
 * subscription. The gate, the form of errors and the numbers of connections are those of the sockets.
 */
export class EventStreams {
  /** How to end each of those that are open. */
  private readonly ends = new Set<() => void>();

  constructor(
    private readonly config: Config,
    private readonly parts: SubscriptionParts,
    private readonly callerOf: CallerOf,
    private readonly callers: Callers,
    private readonly turn: Turn,
    private readonly log: FastifyBaseLogger,
  ) {}

  get running(): number {
    return this.ends.size;
  }

  /** Answers the request with a stream. @throws a fault, before anything is sent, when there can be none. */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { headers } = request;
    if (!originAllowed(headers, this.config)) {
      throw fault("BAD_REQUEST", "Pages of this origin may not connect.", 403);
    }
    if (!takesEventStream(headers.accept)) throw fault("BAD_REQUEST", `Subscriptions are ${EVENT_STREAM}.`, 406);
    const asked = askedIn(request);
    const verified = await this.callerOf(request, reply);
    const leave = this.enter(verified?.principal);
    const lastEventId = headers["last-event-id"];
    const caller = {
      principal: verified?.principal,
      expiresAt: verified?.expiresAt,
      address: request.ip,
      lastEventId: typeof lastEventId === "string" && lastEventId !== "" ? lastEventId : undefined,
    };
    request.notes = { ...newNotes(), operation: "subscription" };
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string | string[]>),
      "content-type": `${EVENT_STREAM}; charset=utf-8`,
      // Proxies that gather answers before they pass them on are told not to.
      "x-accel-buffering": "no",
    });
    raw.flushHeaders();
    const stream = new EventStream(raw, this.turn, this.config.limits.socketPingMs);
    const openedAt = Date.now();
    stream.onceGone(() => {
      leave();
      this.log.info({ stream: "closed", cut: stream.wasCut, durationMs: Date.now() - openedAt }, "stream");
    });
    await this.run(stream, asked, caller);
  }

  /** Ends every stream, without a word: whoever reads comes again, to another node or a little later. */
  close(): void {
    for (const end of [...this.ends]) end();
  }

  private enter(principal: Caller["principal"]): () => void {
    if (this.callers.areTooMany) {
      throw fault("TOO_MANY_SUBSCRIPTIONS", "Too many connections; try again later.", 503);
    }
    const entered = this.callers.enter(principal);
    if (!entered) throw fault("TOO_MANY_SUBSCRIPTIONS", "You have too many connections; close one.", 429);
    return entered;
  }

  private async run(stream: EventStream, asked: Asked, caller: Caller): Promise<void> {
    let results: AsyncGenerator<ExecutionResult, void, void> | undefined;
    let [left, expired, stopping] = [false, false, false];
    const leave = (): void => {
      if (!left) results?.return(undefined).catch(() => undefined);
      left = true;
    };
    const calledOff = atExpiry(caller.expiresAt, () => {
      expired = true;
      leave();
    });
    const end = (): void => {
      stopping = true;
      stream.end();
      leave();
    };
    this.ends.add(end);
    stream.onceGone(leave);
    try {
      results = await this.resultsOf(asked, caller);
      // Whoever left while it was being opened is not followed into it.
      if (left) await results.return(undefined);
      for await (const result of results) await stream.next(this.told(result));
      if (expired) throw unauthenticated("The access token has expired.");
    } catch (error) {
      await stream.next({ errors: [this.parts.formatter.format(error)] });
    } finally {
      calledOff();
      this.ends.delete(end);
      if (!stopping) await stream.complete();
    }
  }

  /** What is not allowed to run has one result, its errors: a browser's EventSource shows nothing else. */
  private async resultsOf(asked: Asked, caller: Caller): Promise<AsyncGenerator<ExecutionResult, void, void>> {
    const admission = await admitted(this.parts, "stream", asked, caller);
    const result = areErrors(admission) ? { errors: admission } : await subscribe(admission);
    return Symbol.asyncIterator in result ? result : only(result);
  }

  private told({ data, errors }: ExecutionResult): FormattedExecutionResult {
    const told = errors && { errors: errors.map((error) => this.parts.formatter.format(error)) };
    return { ...(data === undefined ? {} : { data }), ...told };
  }
}

async function* only(result: ExecutionResult): AsyncGenerator<ExecutionResult, void, void> {
  yield result;
}

function takesEventStream(accept = "*/*"): boolean {
  const ranges = accept.toLowerCase().split(",");
  const wanted = ranges.filter((range) => !/;\s*q=0(\.0*)?\s*(;|$)/.test(range));
  const types = wanted.map((range) => range.split(";", 1)[0]?.trim());
  return types.some((type) => type === EVENT_STREAM || type === "text/*" || type === "*/*");
}

/** The operation, of a body by POST or a query string by GET. */
function askedIn({ method, body, query }: FastifyRequest): Asked {
  const given = (method === "GET" ? query : body) as Readonly<Record<string, unknown>> | undefined;
  const { query: text, variables: stated, operationName } = given ?? {};
  const variables = method === "GET" && typeof stated === "string" ? parsed(stated) : stated;
  if (typeof text !== "string") throw fault("BAD_REQUEST", "The request must have a `query`, a text.", 400);
  if (operationName != null && typeof operationName !== "string") {
    throw fault("BAD_REQUEST", "`operationName` must be a text.", 400);
  }
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables))) {
    throw fault("BAD_REQUEST", "`variables` must be an object.", 400);
  }
  return {
    query: text,
    variables: (variables ?? null) as Record<string, unknown> | null,
    operationName: operationName ?? null,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw fault("BAD_REQUEST", "`variables` is not JSON.", 400);
  }
}
