import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError, Kind } from "graphql";
import type { Mode } from "../config.js";
import { StoreUnavailable } from "../eventstore/contract.js";
import { FAULT_CODES, type FaultCode } from "../graphql/shared/faults.js";
import { syntaxWording, validationWording, variableWording, withoutSuggestions } from "./wording.js";

/** Takes the original of an error that the caller is told nothing about. */
export type Report = (errorId: string, original: TellableError) => void;

const UNAVAILABLE = "The ledger cannot be reached now. Send the same request again in a moment.";
const INTERNAL = "Something went wrong on the server. It is logged under this errorId.";

interface Told {
  readonly code: FaultCode;
  readonly message: string;
  readonly errorId?: string;
}

/** What the operator is told of an error, as plain data: nothing of the request. */
export interface TellableError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string;
}

export function tellable({ name, message, stack, ...rest }: TellableError): TellableError {
  const { code } = rest as { code?: unknown };
  return { name, message, stack, ...(typeof code === "string" ? { code } : {}) };
}

/** Formatted where it came up. */
export class FormattedError extends GraphQLError {
  constructor(readonly formatted: GraphQLFormattedError) {
    super(formatted.message);
  }
}

/** Makes every error of either transport fit to leave: a code of the closed list, a message without values, no more. */
export class ErrorFormatter {
  constructor(
    private readonly mode: Mode,
    private readonly report: Report,
  ) {}

  format(thrown: unknown): GraphQLFormattedError {
    if (thrown instanceof FormattedError) return thrown.formatted;
    const error = thrown instanceof GraphQLError ? thrown : undefined;
    const { code, message, errorId } = this.told(thrown);
    return {
      message: this.mode === "production" ? withoutSuggestions(message) : message,
      ...(error?.locations ? { locations: error.locations } : {}),
      ...(error?.path ? { path: error.path } : {}),
      extensions: { code, ...(errorId === undefined ? {} : { errorId }) },
    };
  }

  private told(thrown: unknown): Told {
    const original = originalOf(thrown);
    if (original instanceof StoreUnavailable) return { code: "LEDGER_UNAVAILABLE", message: UNAVAILABLE };
    if (thrown instanceof GraphQLError && original instanceof GraphQLError) {
      const told = this.toldOf(thrown);
      if (told) return told;
    }
    const errorId = randomUUID();
    this.report(errorId, original);
    return { code: "INTERNAL_SERVER_ERROR", message: INTERNAL, errorId };
  }

  /** Undefined for an error whose message was not written for callers. */
  private toldOf(error: GraphQLError): Told | undefined {
    const { message, nodes } = error;
    const code = codeOf(error);
    if (nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION && message.startsWith("Variable ") && !isValidation(code)) {
      return { code: "BAD_USER_INPUT", message: variableWording(error) };
    }
    switch (code) {
      case "INTERNAL_SERVER_ERROR":
        return undefined;
      case "GRAPHQL_PARSE_FAILED":
        return { code, message: syntaxWording(message) };
      case "GRAPHQL_VALIDATION_FAILED":
        return { code, message: validationWording(message, nodes) };
      case undefined:
        return argumentFault(error) ?? manyFaults(error);
      default:
        return { code, message };
    }
  }
}

const isValidation = (code: FaultCode | undefined): boolean => code === "GRAPHQL_VALIDATION_FAILED";

function codeOf(error: GraphQLError): FaultCode | undefined {
  const code = error.extensions["code"];
  // Apollo's clients go by the message of these, and then send the whole query.
  if (code === "PERSISTED_QUERY_NOT_SUPPORTED" || code === "PERSISTED_QUERY_NOT_FOUND") return "BAD_REQUEST";
  return FAULT_CODES.find((known) => known === code);
}

/** graphql-js finds some wrong arguments only while it executes, and gives them no code. */
function argumentFault(error: GraphQLError): Told | undefined {
  if (error.originalError?.message !== undefined && error.originalError.message !== error.message) return undefined;
  if (!/^Argument "\w+" (has invalid value|of (required|non-null) type) /.test(error.message)) return undefined;
  return { code: "BAD_USER_INPUT", message: validationWording(error.message, undefined) };
}

/** After so many wrong values graphql-js looks at no more of them, and says so without a code. */
function manyFaults({ message }: GraphQLError): Told | undefined {
  return message.startsWith("Too many errors processing variables") ? { code: "BAD_USER_INPUT", message } : undefined;
}

/** What was thrown, under the wrappings of graphql-js and Apollo. */
function originalOf(thrown: unknown): Error {
  let error: unknown = thrown;
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error instanceof Error ? error : new Error(`Something that is no error was thrown: ${typeof error}`);
}
