import { expect } from "chai";
import { GraphQLError, parse } from "graphql";
import { loadConfig } from "../../src/config.js";
import { areErrors, Checker } from "../../src/server/checker.js";
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

describe("what may rest on any number of entries", () => {
  for (const [what, text] of [
    ["ledTo", "subscription { ledgerEvents { ... on LedgerEventItem { item { ledTo { isWhole } } } } }"],
    [
      "evidence",
      `subscription { visitFigureChanges(period: { from: "2019-01-01", to: "2019-12-31" }) {
        ... on VisitFigureChange { table { rows { visits { evidence(first: 1) { nodes { amount } } } } } }
      } }`,
    ],
  ] as const) {
    it(`is answered to a query, not in a feed, whose items are made where requests are taken in: ${what}`, async () => {
      const gate = new Gate(await ledgerSchema(), loadConfig({}).limits, "development", { isWhole: true });
      const document = new Checker(await ledgerSchema(), loadConfig({}).limits).read(text);
      if (areErrors(document)) throw new Error(document.map(({ message }) => message).join());
      const admit = (): unknown => gate.admit({ document, operationName: null, variables: {} }, "socket", undefined);
      expect(admit).to.throw(GraphQLError, `\`${what}\``).with.nested.property("extensions.code", "BAD_REQUEST");
    });
  }
});
