import { expect } from "chai";
import { type GraphQLFieldConfig, GraphQLObjectType, GraphQLSchema, GraphQLString, graphql } from "graphql";
import type { Role } from "../../src/domain/kernel/actor.js";
import { NOBODY, OFFENDERS, PAPERS } from "../../src/domain/kernel/fields.js";
import { maskTexts } from "../../src/graphql/derive/shown.js";

const SHOWN = { open: "Báo Thanh Hóa", note: "Nguyễn Văn A nộp chậm", number: "IBT 00123" };

function schemaOf(names: Readonly<Record<string, string | undefined>>): GraphQLSchema {
  const fields = Object.fromEntries(
    Object.entries(names).map(([name, whom]): [string, GraphQLFieldConfig<unknown, unknown>] => [
      name,
      { type: GraphQLString, extensions: whom === undefined ? {} : { names: whom } },
    ]),
  );
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields }) });
}

async function shownTo(role: Role | undefined): Promise<unknown> {
  const schema = schemaOf({ open: NOBODY, note: OFFENDERS, number: PAPERS });
  maskTexts(schema, ["Query"]);
  const principal = role && { subject: "s", role, unitId: null };
  const { data } = await graphql({
    schema,
    source: "{ open note number }",
    rootValue: SHOWN,
    contextValue: { principal },
  });
  return { ...data };
}

describe("texts that the API shows", () => {
  it("are masked as they are declared, for each reader", async () => {
    expect(await shownTo("INSPECTOR")).to.deep.equal(SHOWN);
    expect(await shownTo("OVERSIGHT")).to.deep.equal({ ...SHOWN, number: "•••• 123" });
    for (const role of ["ANALYST", "CLERK", "PUBLIC", undefined] as const) {
      expect(await shownTo(role), role).to.deep.equal({ open: SHOWN.open, note: null, number: "•••• 123" });
    }
  });

  it("are shown with the part in which they stand, or not at all", async () => {
    const slip = new GraphQLObjectType({ name: "Slip", fields: { what: { type: GraphQLString } } });
    const fields = { slip: { type: slip, extensions: { names: OFFENDERS } } };
    const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: "Query", fields }) });
    maskTexts(schema, ["Query"]);
    const shown = async (role: Role): Promise<unknown> => {
      const contextValue = { principal: { subject: "s", role, unitId: null } };
      const rootValue = { slip: { what: SHOWN.note } };
      return (await graphql({ schema, source: "{ slip { what } }", rootValue, contextValue })).data?.["slip"];
    };
    expect(await shown("INSPECTOR")).to.deep.equal({ what: SHOWN.note });
    expect(await shown("ANALYST")).to.equal(null);
  });

  it("keep the program from starting where one does not say whom it names", () => {
    expect(() => maskTexts(schemaOf({ open: NOBODY, note: undefined }), ["Query"])).to.throw("Query.note");
  });
});
