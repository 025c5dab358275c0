import "reflect-metadata";
import { expect } from "chai";
import { type GraphQLFieldConfig, GraphQLObjectType, GraphQLSchema, GraphQLString, graphql } from "graphql";
import type { Role } from "../../src/domain/kernel/actor.js";
import { NAMED, NOBODY, OFFENDERS, PAPERS } from "../../src/domain/kernel/fields.js";
import { CASE_PARTY } from "../../src/domain/violationCase/violationCase.js";
import { type JudgesNames, maskTexts } from "../../src/graphql/derive/shown.js";
import { shownPart } from "../../src/graphql/derive/shownFields.js";
import type { LedgerContext } from "../../src/graphql/shared/context.js";
import { ledgerSchema } from "../support/api.js";

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

async function shownTo(
  role: Role | undefined,
  names: Readonly<Record<string, string>> = { open: NOBODY, note: OFFENDERS, number: PAPERS },
  judging: JudgesNames = {},
): Promise<unknown> {
  const schema = schemaOf(names);
  maskTexts(schema, ["Query"]);
  const principal = role && { subject: "s", role, unitId: null };
  const { data } = await graphql({
    schema,
    source: `{ ${Object.keys(names).join(" ")} }`,
    rootValue: { ...SHOWN, ...judging },
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

  it("are read by whom their record says, where they name those whom it is about, and only there", async () => {
    const names = { note: NAMED, open: OFFENDERS };
    const ofOrganisations = { mayReadNames: () => true };
    const ofPersons = { mayReadNames: ({ principal }: LedgerContext) => principal?.role === "OVERSIGHT" };
    for (const [role, judging, note, open] of [
      ["ANALYST", ofOrganisations, SHOWN.note, null],
      ["ANALYST", ofPersons, null, null],
      ["OVERSIGHT", ofPersons, SHOWN.note, SHOWN.open],
      ["ANALYST", {}, null, null],
      ["INSPECTOR", {}, SHOWN.note, SHOWN.open],
    ] as const) {
      expect(await shownTo(role, names, judging)).to.deep.equal({ note, open });
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

  it("are not read off what is shown where they are the name of whom it is about: its resolver masks them", async () => {
    const read = Object.getOwnPropertyNames(shownPart(CASE_PARTY).prototype);
    expect(read).to.include("address").and.not.include("name");
    const field = (await ledgerSchema()).getType("CaseParty");
    expect(field instanceof GraphQLObjectType && field.getFields()["name"]?.description).to.contain("initials only");
  });
});

describe("the fields of a record", () => {
  it("begin with what its state declares, in that order: so the page shows them", async () => {
    const type = (await ledgerSchema()).getType("ViolationCase");
    const names = type instanceof GraphQLObjectType ? Object.keys(type.getFields()) : [];
    const some = ["status", "handledBy", "detectedOn", "minutes", "closed", "minutesDueOn", "recordedAt", "seizures"];
    expect(names.filter((name) => some.includes(name))).to.deep.equal(some);
  });
});
