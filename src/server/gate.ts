import { type DocumentNode, getOperationAST, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { Limits, Mode } from "../config.js";
import type { Principal } from "../commands/bus.js";
import { fault, unauthenticated, unavailable } from "../graphql/shared/faults.js";
import type { ReadModel } from "../projections/readModel/readModel.js";
import { costOf, measure, type Measure } from "./measure.js";
import { STREAM_PATH } from "./paths.js";
import { requireText } from "./wellFormed.js";

export type Transport = "http" | "socket" | "stream";

const NAMES = { socket: "WebSocket", stream: "an event stream" } as const;

export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

/** An operation that may run, and what it costs. */
export interface Admitted {
  readonly operation: OperationDefinitionNode;
  readonly cost: number;
  /** It asks what the API is, and nothing else. */
  readonly isOfSchema: boolean;
}

/** What may be asked, of either transport: nothing reaches the executor around this. */
export class Gate {
  private readonly measures = new WeakMap<OperationDefinitionNode, Measure>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
    private readonly mode: Mode,
    private readonly reads: Pick<ReadModel, "isWhole">,
  ) {}

  /**
   * Whether this caller may run the operation now, on this transport, with these variables.
   * @throws GraphQLError with a code of the closed list.
   */
  admit(request: OperationRequest, transport: Transport, principal: Principal | undefined): Admitted {
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
    const isQuery = operation.operation === "query";
    if (!isQuery && measured.looksFar !== undefined) {
      const message = `\`${measured.looksFar}\` looks at many entries: ask for it by a query, as of the position that is answered here.`;
      throw fault("BAD_REQUEST", message, 400);
    }
    const cost = costOf(measured, request.variables ?? {});
    const most = isQuery ? this.limits.maxCost : this.limits.maxItemCost;
    if (cost > most) {
      const message = `The operation costs ${Math.ceil(cost)}; at most ${most} is allowed. Ask for shorter pages.`;
      throw fault("COST_LIMIT_EXCEEDED", message, 400);
    }
    return { operation, cost, isOfSchema: measured.introspects && measured.fields === 0 };
  }

  private measureOf(document: DocumentNode, operation: OperationDefinitionNode): Measure {
    let known = this.measures.get(operation);
    if (!known) {
      known = measure(this.schema, document, operation, this.limits.maxSelections);
      this.measures.set(operation, known);
    }
    return known;
  }
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
