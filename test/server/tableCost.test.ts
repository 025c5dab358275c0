import { expect } from "chai";
import { type GraphQLSchema, type OperationDefinitionNode, parse } from "graphql";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { costOf, measure } from "../../src/server/measure.js";

describe("the price of a table of figures", () => {
  let schema: GraphQLSchema;
  before(async () => {
    schema = await buildLedgerSchema();
  });

  const price = (args: string, head = ""): number => {
    const period = `period: { from: "2019-09-01", to: "2019-11-18" }`;
    const document = parse(`query ${head} { visitFigures(${period}${args}) { rows { visits { value } } } }`);
    const [operation] = document.definitions as OperationDefinitionNode[];
    return costOf(measure(schema, document, operation!, 500), {});
  };

  it("is that of one line when nothing tells lines apart", () => {
    expect(price(", groupBy: []")).to.equal(price(""));
  });

  it("is that of many lines when something may, however it is said", () => {
    const many = price(", groupBy: [UNIT]");
    expect(many).to.be.greaterThan(price("") + 90);
    expect(price(", groupBy: UNIT")).to.equal(many);
    expect(price(", groupBy: $by", "($by: [FigureDimension!])")).to.equal(many);
    expect(price(", groupBy: $by", "($by: [FigureDimension!] = UNIT)")).to.equal(many);
  });
});
