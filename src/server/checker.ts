import {
  type DefinitionNode,
  type DocumentNode,
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
import type { Limits } from "../config.js";
import type { FaultCode } from "../graphql/shared/faults.js";
import { measure } from "./measure.js";
import { mayLackItsField } from "./subscriptionRoot.js";

export const MAX_ERRORS = 20;
/** Characters of query text whose documents are kept; a parsed document takes some fifty times its text. */
const KEPT_DOCUMENT_CHARS = 1_000_000;

/** Documents that were found good, by their text. */
export const keptDocuments = (): LRUCache<string, DocumentNode> =>
  new LRUCache({ maxSize: KEPT_DOCUMENT_CHARS, sizeCalculation: (_document, text) => text.length + 1 });

/** Parses documents, and says what is wrong with them: by the rules of GraphQL and by the limits. Keeps those that are good. */
export class Checker {
  private readonly good = keptDocuments();
  private readonly rules: readonly ValidationRule[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
  ) {
    this.rules = [...specifiedRules, (context) => this.limitsRule(context)];
  }

  /** The document, or the errors that say why it is no good. */
  read(text: string): DocumentNode | readonly GraphQLError[] {
    const known = this.good.get(text);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: this.limits.maxTokens });
    } catch (error) {
      if (error instanceof GraphQLError) return [coded(error, "GRAPHQL_PARSE_FAILED")];
      throw error;
    }
    const errors = validate(this.schema, document, this.rules, { maxErrors: MAX_ERRORS });
    if (errors.length > 0) return errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
    this.good.set(text, document);
    return document;
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
    const { depth, aliases, directives, selections } = measure(this.schema, document, operation, limits.maxSelections);
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

function coded(error: GraphQLError, code: FaultCode): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError: error, extensions: { code } });
}

export const areErrors = <T>(result: T | readonly GraphQLError[]): result is readonly GraphQLError[] =>
  Array.isArray(result);
