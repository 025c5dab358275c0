import {
  type DefinitionNode,
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { Limits, Mode } from "../config.js";
import type { Principal } from "../commands/bus.js";
import { fault, type FaultCode, unauthenticated, unavailable } from "../graphql/shared/faults.js";
import type { ReadModel } from "../projections/readModel/readModel.js";
import { costOf, measure, type Measure } from "./measure.js";
import { mayLackItsField } from "./subscriptionRoot.js";
import { STREAM_PATH } from "./paths.js";
import { requireText } from "./wellFormed.js";

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

export type Transport = "http" | "socket" | "stream";

const NAMES = { socket: "WebSocket", stream: "an event stream" } as const;

export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

const MAX_ERRORS = 20;
/** Characters of query text whose documents are kept; a parsed document takes some fifty times its text. */
const KEPT_DOCUMENT_CHARS = 1_000_000;

/** What may be asked, of either transport: nothing reaches the executor around this. */
export class Gate {
  /** Apollo parses and validates with these itself; `read` does for the socket. */
  readonly parseOptions: { readonly maxTokens: number };
  readonly validationOptions = { maxErrors: MAX_ERRORS };
  readonly rules: readonly ValidationRule[];
  /** Documents that Apollo has found valid, by their hash. */
  readonly documentStore = documentStore();
  private readonly documents = documentCache();
  private readonly measures = new WeakMap<OperationDefinitionNode, Measure>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
    private readonly mode: Mode,
    private readonly reads: Pick<ReadModel, "isWhole">,
  ) {
    this.parseOptions = { maxTokens: limits.maxTokens };
    this.rules = [(context) => this.limitsRule(context)];
  }

  /** Parses and validates a text; the errors say why it is no good. @throws BAD_USER_INPUT for what is no Unicode text. */
  read(text: string): DocumentNode | readonly GraphQLError[] {
    requireText(text);
    const known = this.documents.get(text);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(text, this.parseOptions);
    } catch (error) {
      if (error instanceof GraphQLError) return [coded(error, "GRAPHQL_PARSE_FAILED")];
      throw error;
    }
    const errors = validate(this.schema, document, [...specifiedRules, ...this.rules], this.validationOptions);
    if (errors.length > 0) return errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
    this.documents.set(text, document);
    return document;
  }

  /**
   * Whether this caller may run the operation now, on this transport, with these variables.
   * @returns the operation.
   * @throws GraphQLError with a code of the closed list.
   */
  admit(request: OperationRequest, transport: Transport, principal: Principal | undefined): OperationDefinitionNode {
    requireText(request.operationName, request.variables);
    const operation = operationOf(request);
    if (!this.reads.isWhole) {
      throw unavailable("This node builds a part of what it shows anew. Send the same request again in a moment.");
    }
    if (transport !== "http" && operation.operation !== "subscription") {
      const message = `Over ${NAMES[transport]} only subscriptions are served; send this by HTTP POST.`;
      throw fault("BAD_REQUEST", message, 400);
    }
    if (transport === "http" && operation.operation === "subscription") {
      throw fault(
        "BAD_REQUEST",
        `Subscriptions are served over WebSocket (graphql-transport-ws), on the same path, and as an event stream at ${STREAM_PATH}.`,
        400,
      );
    }
    const measured = this.measureOf(request.document, operation);
    if (measured.introspects && this.mode === "production" && principal === undefined) {
      throw unauthenticated("Introspection needs a valid access token here.");
    }
    const cost = costOf(measured, request.variables ?? {});
    if (cost > this.limits.maxCost) {
      const message = `The operation costs ${Math.ceil(cost)}; at most ${this.limits.maxCost} is allowed. Ask for shorter pages.`;
      throw fault("COST_LIMIT_EXCEEDED", message, 400);
    }
    return operation;
  }

  private measureOf(document: DocumentNode, operation: OperationDefinitionNode): Measure {
    let known = this.measures.get(operation);
    if (!known) {
      known = measure(this.schema, document, operation, this.limits.maxSelections);
      this.measures.set(operation, known);
    }
    return known;
  }

  private limitsRule(context: ValidationContext): ReturnType<ValidationRule> {
    return {
      Document: (document) => {
        const faults = document.definitions.flatMap((one) =>
          one.kind === Kind.OPERATION_DEFINITION ? this.overLimits(document, one) : [],
        );
        faults.forEach((error) => context.reportError(error));
        // The other rules, some of them dear, need not look at it any more: it is refused, and nobody else has it.
        if (faults.length > 0) (document.definitions as DefinitionNode[]).length = 0;
      },
    };
  }

  private overLimits(document: DocumentNode, operation: OperationDefinitionNode): GraphQLError[] {
    const { limits } = this;
    const { depth, aliases, directives, selections } = this.measureOf(document, operation);
    const checks: readonly [boolean, string, number][] = [
      [selections > limits.maxSelections, "too many selections", limits.maxSelections],
      [depth > limits.maxDepth, `fields ${depth} levels deep`, limits.maxDepth],
      [aliases > limits.maxAliases, `${aliases} aliases`, limits.maxAliases],
      [directives > limits.maxDirectives, `${directives} directives`, limits.maxDirectives],
    ];
    const faults = checks.flatMap(([over, what, most]) =>
      over ? [`The operation has ${what}; at most ${most} allowed.`] : [],
    );
    if (mayLackItsField(document, operation))
      faults.push("The field of a subscription can be neither skipped nor included.");
    return faults.map((message) => new GraphQLError(message, { nodes: operation }));
  }
}

const documentCache = (): LRUCache<string, DocumentNode> =>
  new LRUCache({ maxSize: KEPT_DOCUMENT_CHARS, sizeCalculation: ({ loc }) => (loc?.source.body.length ?? 0) + 1 });

function documentStore(): DocumentStore {
  const cache = documentCache();
  return {
    get: (key) => Promise.resolve(cache.get(key)),
    set: (key, document) => Promise.resolve(void cache.set(key, document)),
    delete: (key) => Promise.resolve(cache.delete(key)),
  };
}

function operationOf({ document, operationName }: OperationRequest): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  const message =
    operationName == null
      ? "The document does not have exactly one operation: say by `operationName` which one is meant."
      : "The document has no operation of the name given by `operationName`.";
  throw fault("OPERATION_RESOLUTION_FAILURE", message);
}

function coded(error: GraphQLError, code: FaultCode): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError: error, extensions: { code } });
}
