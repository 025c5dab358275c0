import { expect } from "chai";
import { GraphQLError, parse } from "graphql";
import { loadConfig } from "../../src/config.js";
import { Gate } from "../../src/server/gate.js";
import { ledgerSchema } from "../support/api.js";

describe("the gate of a node that builds a part of its read model anew", () => {
  it("admits nothing, on whatever transport, until the part has caught up", async () => {
    const reads = { isWhole: false };
    const { limits } = loadConfig({});
    const gate = new Gate(await ledgerSchema(), limits, "development", reads);
    const ask = parse(`{ units { nodes { name } } }`);
    const write = parse(`mutation { registerUnit(input: {}) { __typename } }`);
    const follow = parse(`subscription { visitEvents { __typename } }`);
    for (const [document, transport] of [
      [ask, "http"],
      [write, "http"],
      [follow, "socket"],
      [follow, "stream"],
    ] as const) {
      const admit = (): unknown => gate.admit({ document, operationName: null, variables: {} }, transport, undefined);
      reads.isWhole = false;
      expect(admit).to.throw(GraphQLError).with.deep.property("extensions", unavailable);
      reads.isWhole = true;
      expect(admit).not.to.throw();
    }
  });
});

const unavailable = { code: "LEDGER_UNAVAILABLE", http: { status: 503 } };
