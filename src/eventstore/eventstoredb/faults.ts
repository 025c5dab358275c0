import { NotLeaderError, StreamDeletedError, UnavailableError, convertToCommandError } from "@eventstore/db-client";

/** What a call that failed tells us. */
export interface Fault {
  readonly error: Error;
  /** Worth asking again, perhaps of another node. False: the same question would get the same answer. */
  readonly passing: boolean;
  /** True when the request surely never reached a server that acts on it. */
  readonly unsent: boolean;
  /** The connection leads nowhere, or to the wrong node: the next call needs another one. */
  readonly reconnect: boolean;
  /** What the operator should know, where the error itself tells the cause. */
  readonly explanation?: string | undefined;
}

/** gRPC's numbers for what these servers send. */
const CODE = {
  invalidArgument: 3,
  permissionDenied: 7,
  failedPrecondition: 9,
  unimplemented: 12,
  unavailable: 14,
  unauthenticated: 16,
} as const;

const FINAL_CODES: ReadonlySet<unknown> = new Set([
  CODE.invalidArgument,
  CODE.permissionDenied,
  CODE.failedPrecondition,
  CODE.unimplemented,
  CODE.unauthenticated,
]);

/** The server keeps a request in none of these cases; the first two are gRPC's own words before anything was sent. */
const UNSENT =
  /No connection established|Name resolution failed|Server Is Not Ready|Server Is (?:Too )?Busy|No leader info/i;

/** The client gave up looking for a node. */
const UNDISCOVERED = /^Failed to discover/;

/** Judges a failed gRPC call, or a failed search for a node. The errors carry types, codes or only words: all are read. */
export function judge(thrown: unknown): Fault {
  const original = thrown instanceof Error ? thrown : new Error(String(thrown));
  const error = converted(original);
  const code = "code" in original ? original.code : undefined;
  if (error instanceof NotLeaderError) return { error, passing: true, unsent: false, reconnect: true };
  if (FINAL_CODES.has(code)) {
    return { error, passing: false, unsent: true, reconnect: false, explanation: explanationOf(code) ?? error.message };
  }
  if (finalError(error) !== undefined) return { error, passing: false, unsent: true, reconnect: false };
  const unsent = UNSENT.test(error.message) || UNDISCOVERED.test(error.message);
  // A node that is not ready answers with the same code as a dead connection; there, too, another node may do better.
  return { error, passing: true, unsent, reconnect: code === CODE.unavailable || unsent || isCut(original) };
}

export const NOT_ALLOWED =
  "EventStoreDB does not let the user of EVENTSTORE_URL do this; reading $all needs a user of the group $admins";

/** In one line for the operator, of a code of gRPC that tells the cause. */
export function explanationOf(code: unknown): string | undefined {
  if (code === CODE.unauthenticated) return "EventStoreDB does not take the user or the password of EVENTSTORE_URL";
  return code === CODE.permissionDenied ? NOT_ALLOWED : undefined;
}

/** The stream was deleted for ever, by an operator's hand: the ledger never does that. */
export class StreamTombstoned extends Error {
  override readonly name = "StreamTombstoned";
  constructor(options?: ErrorOptions) {
    super("The stream was deleted for ever in EventStoreDB: it can be neither read nor written.", options);
  }
}

/** A final fault in the contract's words, where it has some. */
export function finalError(error: Error): Error | undefined {
  if (error instanceof StreamDeletedError) return new StreamTombstoned({ cause: error });
  if (/InvalidPosition/.test(error.message)) return new RangeError("The log has no such place.", { cause: error });
  return undefined;
}

/** Nothing came from the server for so long that the call was given up. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  constructor(readonly waitedMs: number) {
    super(`EventStoreDB did not answer within ${waitedMs} ms.`);
  }
}

/** What makes the client leave its channel, whatever the true cause. */
export function asReconnect(error: Error): Error {
  if (error instanceof NotLeaderError) return error;
  return Object.assign(new UnavailableError(undefined, error.message), { cause: error });
}

/** A reset HTTP/2 stream or a socket error has other codes than "unavailable". */
function isCut(error: Error): boolean {
  return (
    error instanceof NoAnswer ||
    /RST_STREAM|ECONNRESET|Connection dropped|write after end|Channel has been shut down/.test(error.message)
  );
}

/** The client's own conversion throws for a not-leader answer without an address. */
function converted(error: Error): Error {
  try {
    return convertToCommandError(error as Parameters<typeof convertToCommandError>[0]);
  } catch {
    return error;
  }
}
