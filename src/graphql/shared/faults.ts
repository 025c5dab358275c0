import { GraphQLError } from "graphql";

/**
 * The closed list of codes that can stand in a top-level error. Business refusals are data in the result unions
 * (see failures.ts); these are faults of the request, of the caller's rights, or of the server.
 */
export const FAULT_CODES = [
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "COST_LIMIT_EXCEEDED",
  "TOO_MANY_SUBSCRIPTIONS",
  "POSITION_AHEAD",
  "LEDGER_UNAVAILABLE",
  "CLOCK_WRONG",
  "INTERNAL_SERVER_ERROR",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** An error whose message was written for the caller and may leave the server as it is. */
export function fault(code: FaultCode, message: string, httpStatus?: number): GraphQLError {
  const http = httpStatus === undefined ? {} : { http: { status: httpStatus } };
  return new GraphQLError(message, { extensions: { code, ...http } });
}

export const badInput = (message: string): GraphQLError => fault("BAD_USER_INPUT", message);

/** The caller must show who they are. */
export const unauthenticated = (message = "This needs a valid access token."): GraphQLError =>
  fault("UNAUTHENTICATED", message, 401);

export const forbidden = (): GraphQLError => fault("FORBIDDEN", "Your role may not read this.");

/** The ledger cannot be written or read now; the same request may be sent again. */
export const unavailable = (message: string): GraphQLError => fault("LEDGER_UNAVAILABLE", message, 503);
