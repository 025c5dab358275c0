import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from "graphql";
import type { Principal } from "../commands/bus.js";
import type { Ledger } from "../ledger.js";
import type { Ask, GraphQLAnswer } from "./commandSender.js";

/** Asks the API itself, without a server between. */
export class InProcess {
  private readonly documents = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ledger: Ledger,
  ) {}

  /** Asks as this principal; as nobody without one. */
  as(principal: Principal | undefined): Ask {
    return async (query, variableValues) => {
      const { bus, reads, log, law, now } = this.ledger;
      const document = this.documentOf(query);
      const contextValue = { principal, now: now().toISOString(), bus, reads, log, law };
      const { data, errors } = await execute({ schema: this.schema, document, variableValues, contextValue });
      // An error thrown by a resolver is a fault of the program here: no caller could have caused it. One without a path
      // was found in the variables, before any resolver ran.
      const unforeseen = errors?.find(
        ({ originalError, path, extensions }) => originalError && path && extensions["code"] === undefined,
      );
      if (unforeseen?.originalError) throw unforeseen.originalError;
      return { data, errors } as GraphQLAnswer;
    };
  }

  private documentOf(query: string): DocumentNode {
    let document = this.documents.get(query);
    if (!document) {
      document = parse(query);
      const [error] = validate(this.schema, document);
      if (error) throw error;
      this.documents.set(query, document);
    }
    return document;
  }
}
