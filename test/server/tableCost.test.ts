import { expect } from "chai";
import { type GraphQLSchema, type OperationDefinitionNode, parse } from "graphql";
import { DEFAULT_LIMITS } from "../../src/config.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import { FOLLOWING_COST } from "../../src/graphql/timeline/items.js";
import { costOf, measure } from "../../src/server/measure.js";

describe("the price of what is reckoned", () => {
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

  it("of a story is that of following it, however little of it is shown, once for each item of a timeline", () => {
    const cost = (text: string): number => {
      const document = parse(text);
      return costOf(measure(schema, document, document.definitions[0] as OperationDefinitionNode, 500), {});
    };
    expect(cost(`{ consequences(commandId: "x") { isWhole } }`)).to.equal(FOLLOWING_COST + 2);
    const page = (first: number): number =>
      cost(`{ timeline(subjects: ["x"], first: ${first}) { nodes { ledTo { isWhole } } } }`);
    expect(page(20)).to.be.greaterThan(20 * FOLLOWING_COST);
    expect(page(100)).to.be.greaterThan(DEFAULT_LIMITS.maxCost);
    const ofOneType = `{ timeline(subjects: ["x"], first: 50) { nodes { ... on VisitTimelineItem { ledTo { isWhole } } } } }`;
    expect(cost(ofOneType)).to.be.greaterThan(50 * FOLLOWING_COST);
  });

  it("of a table is that of one line when nothing tells lines apart", () => {
    expect(price(", groupBy: []")).to.equal(price(""));
  });

  it("of a table is that of many lines when something may, however it is said", () => {
    const many = price(", groupBy: [UNIT]");
    expect(many).to.be.greaterThan(price("") + 90);
    expect(price(", groupBy: UNIT")).to.equal(many);
    expect(price(", groupBy: $by", "($by: [VisitFigureDimension!])")).to.equal(many);
    expect(price(", groupBy: $by", "($by: [VisitFigureDimension!] = UNIT)")).to.equal(many);
  });
});

describe("the price of a record's views", () => {
  let schema: GraphQLSchema;
  before(async () => {
    schema = await buildLedgerSchema();
  });

  const price = (fields: string): number => {
    const document = parse(`query ($id: ID!) { ${fields} }`);
    const [operation] = document.definitions as OperationDefinitionNode[];
    return costOf(measure(schema, document, operation!, 500), {});
  };

  it("is that of reading it, for its fields as they stand", () => {
    expect(price("record(id: $id) { compiled { path value } }")).to.be.within(200, 500);
  });

  it("is that of reading it once for each event, for what is told of its versions, however little is shown", () => {
    expect(price("record(id: $id) { versioned { fields { path } } }")).to.be.greaterThan(3_000);
    expect(price(`recordDifference(id: $id, from: { position: "P1-0" }) { toBasis { position } }`)).to.be.greaterThan(
      3_000,
    );
    const many = Array.from({ length: 7 }, (_, nth) => `v${nth}: record(id: $id) { versioned { fields { path } } }`);
    expect(price(many.join(" "))).to.be.greaterThan(20_000);
  });
});
