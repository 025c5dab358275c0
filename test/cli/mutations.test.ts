import { expect } from "chai";
import { parse, validate } from "graphql";
import { documentOf, MUTATION_NAMES } from "../../src/cli/mutations.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";

describe("the mutations that the programs send", () => {
  it("are mutations of the API, every one", async () => {
    const schema = await buildLedgerSchema();
    const wrong = MUTATION_NAMES.flatMap((name) =>
      validate(schema, parse(documentOf(name))).map(({ message }) => message),
    );
    expect(wrong).to.deep.equal([]);
  });
});
