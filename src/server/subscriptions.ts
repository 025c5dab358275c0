import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from "graphql";
import { type Context, makeServer, type Server, type SubscribePayload } from "graphql-ws";
import type { Principal } from "../commands/bus.js";
import type { Limits } from "../config.js";
import { fault } from "../graphql/shared/faults.js";
import type { Ledger } from "../ledger.js";
import type { FigurePasses } from "../projections/figures/passes.js";
import { type Authenticator, bearerOf } from "./auth.js";
import { followingContext } from "./context.js";
import type { ErrorFormatter } from "./errors.js";
import { hasEnded } from "./expiry.js";
import { areErrors } from "./checker.js";
import type { Documents } from "./documents.js";
import type { Gate } from "./gate.js";
import { requireText } from "./wellFormed.js";
import { askerOf } from "./reading/answers.js";

/** What the protocol asks of the socket it runs on. */
export interface Session {
  /** Undefined: nobody showed a token. Set when the connection is acknowledged. */
  principal?: Principal | undefined;
  /** When the caller's token ends, in milliseconds since 1970; undefined without one. */
  expiresAt?: number | undefined;
  /** Those that run on it now, by id. Set together with the principal. */
  subscriptions?: Readonly<Record<string, unknown>>;
  /** Where it comes from. */
  readonly address: string;
  /** Takes the caller in, or closes the socket and says false. */
  admit(principal: Principal | undefined, expiresAt: number | undefined): boolean;
  close(code: number, reason: string): void;
}

export interface SubscriptionParts {
  readonly schema: GraphQLSchema;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly documents: Documents;
  readonly auth: Authenticator;
  readonly formatter: ErrorFormatter;
  readonly limits: Limits;
  readonly passes: FigurePasses | undefined;
}

/** Close codes: 4403 is the protocol's own for "you may not"; 1013 tells clients to come again later. */
export const FORBIDDEN = 4403;
export const TRY_LATER = 1013;

type Connection = Context<Record<string, unknown>, { session: Session }>;

/** The graphql-transport-ws protocol, with the same gate and the same error form as HTTP. */
export function subscriptionServer(parts: SubscriptionParts): Server<{ session: Session }> {
  const { formatter, limits } = parts;
  return makeServer<Record<string, unknown>, { session: Session }>({
    connectionInitWaitTimeout: limits.socketInitTimeoutMs,
    onConnect: (connection) => connect(parts.auth, connection),
    onSubscribe: (connection, _id, payload) => subscribeArgs(parts, connection, payload),
    onNext: (_connection, _id, _payload, _args, { data, errors }) => {
      if (!errors) return undefined;
      const told = errors.map((error) => formatter.format(error));
      return data === undefined ? { errors: told } : { errors: told, data };
    },
    onError: (_connection, _id, _payload, errors) => errors.map((error) => formatter.format(error)),
  });
}

async function connect(auth: Authenticator, { extra, connectionParams, subscriptions }: Connection): Promise<boolean> {
  const { session } = extra;
  try {
    const token = tokenOf(connectionParams ?? {});
    const verified = token === undefined ? undefined : await auth.verify(token);
    session.principal = verified?.principal;
    session.expiresAt = verified?.expiresAt;
    session.subscriptions = subscriptions;
    return session.admit(verified?.principal, verified?.expiresAt);
  } catch (error) {
    const unauthenticated = error instanceof GraphQLError && error.extensions["code"] === "UNAUTHENTICATED";
    if (unauthenticated) session.close(FORBIDDEN, "Forbidden");
    else session.close(TRY_LATER, "Access tokens cannot be checked now");
    return true;
  }
}

/** Browsers cannot set headers on a socket, so the token comes as a parameter, in one of the usual spellings. */
function tokenOf(params: Readonly<Record<string, unknown>>): string | undefined {
  const { Authorization, authorization, token } = params;
  const header =
    Authorization ?? authorization ?? (token === undefined || token === null ? undefined : `Bearer ${String(token)}`);
  return header === undefined || header === null ? undefined : bearerOf(String(header));
}

function subscribeArgs(
  parts: SubscriptionParts,
  connection: Connection,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> | readonly GraphQLError[] {
  const { maxSubscriptionsPerSocket: most } = parts.limits;
  // The new one is in the list already.
  if (Object.keys(connection.subscriptions).length > most) {
    return [fault("TOO_MANY_SUBSCRIPTIONS", `At most ${most} subscriptions may run on one connection.`)];
  }
  const { principal, expiresAt, address } = connection.extra.session;
  return admitted(parts, "socket", payload, { principal, expiresAt, address });
}

/** What a caller asks for, over either transport. */
export type Asked = Pick<SubscribePayload, "query" | "variables" | "operationName">;

/** Who asks. */
export interface Caller {
  readonly principal: Principal | undefined;
  /** Milliseconds since 1970; undefined without a token. */
  readonly expiresAt: number | undefined;
  /** Where it comes from. */
  readonly address: string;
  readonly lastEventId?: string | undefined;
}

/** The subscription, ready to run, once it has passed the gate; else the reasons why it may not. */
export async function admitted(
  { schema, gate, documents, ledger, limits, passes }: SubscriptionParts,
  transport: "socket" | "stream",
  { query, variables, operationName }: Asked,
  { principal, expiresAt, lastEventId, address }: Caller,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    requireText(query);
    const document = await documents.read(query, askerOf({ principal, address }));
    if (areErrors(document)) return document;
    gate.admit({ document, operationName, variables }, transport, principal);
    const { heartbeatMs } = limits;
    const subscriber = { expired: () => hasEnded(expiresAt), heartbeatMs, lastEventId };
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? {},
      contextValue: followingContext(ledger, principal, subscriber, passes),
    };
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error })];
  }
}
