import type { ClientReadableStream, Metadata } from "@grpc/grpc-js";
import { EventStoreDBClient } from "@eventstore/db-client";
import grpc from "@eventstore/db-client/generated/streams_grpc_pb.js";
import type { StreamsClient } from "@eventstore/db-client/generated/streams_grpc_pb.js";
import { StoreUnavailable } from "../contract.js";
import type { ReadRequest, ReadResponse } from "./messages.js";
import { diagnose } from "./diagnosis.js";
import type { Fault } from "./faults.js";
import { asReconnect } from "./faults.js";

/** The stubs on one channel. Another object means another connection, perhaps to another node. */
export type Channel = StreamsClient;

/** How the store stands with the server. */
export type ConnectionState =
  | { readonly kind: "connected" }
  /**
   * `since`: RFC 3339 UTC, of the first failure after the last answer. `reason`: the cause, in one line for the
   * operator; absent while it is looked for.
   */
  | { readonly kind: "reconnecting"; readonly since: string; readonly reason?: string };

type CallOptions = Parameters<StreamsClient["read"]>[2];

/**
 * The parts of the client that it keeps for its own commands: node discovery, the channel and its replacement, TLS and
 * credentials. They are `protected` in its types and have been the same since version 3; version 6.2.1 is its last.
 */
interface ClientCore {
  execute<T>(stubs: typeof StreamsClient, name: string, action: (client: StreamsClient) => Promise<T>): Promise<T>;
  handleError(client: StreamsClient, error: Error): Promise<void>;
  callArguments(base: { readonly requiresLeader?: boolean }, options: { deadline: number }): [Metadata, CallOptions];
  supports(method: unknown): Promise<boolean>;
  dispose(): Promise<void>;
}

/** A server that does not answer: since when, and why as far as is known. */
interface Failing {
  readonly since: Date;
  error: Error;
  reason: string | undefined;
}

const FIRST_ANSWER_MS = 1_000;

/** While the server is away, its nodes are looked at so often for the cause: as long as it is not known, and after that. */
const LOOK_MS = 500;
const LOOK_AGAIN_MS = 5_000;

/** Defaults for a ledger, unless the URL has others: a dead peer is noticed in 13 s, a silent seed node in 2. */
const DEFAULTS = { keepAliveTimeout: "3000", gossipTimeout: "2", connectionName: "press-ledger" };

/**
 * One client, and what its callers found out about the connection. The client replaces its channel itself when told of
 * an error that asks for it; everything else (deadlines, retries, resubscribing) it leaves to its callers.
 */
export class Connection {
  private readonly core: ClientCore;
  private readonly replaced = new Set<() => void>();
  private readonly url: string;
  private failing: Failing | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private batching: { readonly channel: Channel; readonly supported: boolean } | undefined;
  private proven: Channel | undefined;
  private closed = false;
  private used = false;

  /** @throws RangeError when the URL is not a connection string. */
  constructor(url: string) {
    this.url = withDefaults(url);
    this.core = clientFor(this.url) as unknown as ClientCore;
  }

  /** The channel of now; finds a node first when there is none. */
  async channel(): Promise<Channel> {
    if (this.closed) throw new StoreUnavailable("The log is closed.", "nothing-written");
    return this.find();
  }

  read(channel: Channel, request: ReadRequest, requiresLeader: boolean): ClientReadableStream<ReadResponse> {
    return channel.read(request, ...this.arguments(requiresLeader));
  }

  /** Metadata and options of a call. No gRPC deadline: the callers keep time, and cancel. */
  arguments(requiresLeader: boolean): [Metadata, CallOptions] {
    return this.core.callArguments({ requiresLeader }, { deadline: Number.POSITIVE_INFINITY });
  }

  /** Whether the server of this channel takes many appends in one call. */
  async supportsBatches(channel: Channel): Promise<boolean> {
    if (this.batching?.channel !== channel) {
      const supported = await this.core.supports(grpc.StreamsService.batchAppend);
      this.batching = { channel, supported };
    }
    return this.batching.supported;
  }

  /** A call was answered, be it with a refusal: the server is there. */
  answered(channel: Channel): void {
    this.failing = undefined;
    this.proven = channel;
  }

  /**
   * How long to wait for an answer on this channel. One that has never answered may lead to the very node that another
   * channel was left for: while a cluster still holds a frozen node for its leader, it sends everybody there.
   */
  patienceMs(channel: Channel, answerMs: number): number {
    return this.proven === channel ? answerMs : Math.min(answerMs, FIRST_ANSWER_MS);
  }

  /**
   * A call on this channel failed. A channel that leads nowhere is left, once, whoever finds out. Nobody waits for
   * that: the client may be looking for a node already, which can take longer than the caller has.
   */
  failed(channel: Channel | undefined, { error, reconnect, explanation }: Fault): void {
    this.failing ??= { since: new Date(), error, reason: undefined };
    this.failing.error = error;
    if (explanation === undefined) this.lookForCause(this.failing);
    else this.failing.reason = explanation;
    if (!reconnect || channel === undefined) return;
    this.doubt(channel);
    const tell = (): void => this.replaced.forEach((listener) => listener());
    this.core.handleError(channel, asReconnect(error)).then(tell, () => undefined);
  }

  /** The channel was silent for too long: the next answer is not waited for as long. */
  doubt(channel: Channel): void {
    if (this.proven === channel) this.proven = undefined;
  }

  /** Calls the listener after the channel was left; returns what ends it. */
  onReplaced(listener: () => void): () => void {
    this.replaced.add(listener);
    return () => void this.replaced.delete(listener);
  }

  get state(): ConnectionState {
    if (this.failing === undefined) return { kind: "connected" };
    const { since, reason } = this.failing;
    return { kind: "reconnecting", since: since.toISOString(), ...(reason !== undefined && { reason }) };
  }

  /** Why the server does not answer, as well as is known now. */
  reasonOf(error: Error): string {
    return this.failing?.reason ?? (error.message === "" ? error.constructor.name : error.message);
  }

  get lastError(): Error | undefined {
    return this.failing?.error;
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Callers have ended their calls before; what the client itself still holds is ended here. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.replaced.clear();
    await this.core.dispose();
    if (!this.used) return;
    // The client has no other way to close a channel than to be told that it failed.
    const leave = (channel: Channel) => this.core.handleError(channel, asReconnect(new Error("closed")));
    const left = this.find().then(leave, () => undefined);
    await Promise.race([left, soon()]);
  }

  /** The errors tell little: the nodes are asked themselves, one by one, and not for every call that fails. */
  private lookForCause(failing: Failing): void {
    const apartMs = failing.reason === undefined ? LOOK_MS : LOOK_AGAIN_MS;
    if (performance.now() < this.lookedAt + apartMs || this.closed) return;
    // One look at a time.
    this.lookedAt = Number.POSITIVE_INFINITY;
    const told = (reason: string): void => {
      failing.reason = reason;
      this.lookedAt = performance.now();
    };
    diagnose(this.url).then(
      (reason) => told(reason ?? this.reasonOf(failing.error)),
      (error: unknown) => told(error instanceof Error ? error.message : String(error)),
    );
  }

  private find(): Promise<Channel> {
    this.used = true;
    return this.core.execute(grpc.StreamsClient, "ledger", (client) => Promise.resolve(client));
  }
}

/** A search for a node may take long; closing does not wait for it. */
const soon = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, 100, undefined).unref());

function clientFor(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch (error) {
    // The client's message quotes the URL, and with it the password.
    if (error instanceof Error && /certificate|userCertFile/i.test(error.message)) throw new RangeError(error.message);
    throw new RangeError(
      "The URL of EventStoreDB is not a connection string (esdb://user:password@host:port?options).",
    );
  }
}

function withDefaults(url: string): string {
  const plain = url.trim().replace(/\/+$/, "");
  const given = (plain.split("?")[1] ?? "").toLowerCase().replace(/[_-]/g, "");
  const missing = Object.entries(DEFAULTS).filter(([key]) => !new RegExp(`(^|&)${key.toLowerCase()}=`).test(given));
  const additions = missing.map(([key, value]) => `${key}=${value}`).join("&");
  if (additions === "") return plain;
  return `${plain}${plain.includes("?") ? "&" : "?"}${additions}`;
}
