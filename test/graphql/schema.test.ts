import { readFileSync } from "node:fs";
import { expect } from "chai";
import {
  buildSchema,
  getIntrospectionQuery,
  type GraphQLObjectType,
  type GraphQLSchema,
  graphqlSync,
  isInputObjectType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from "graphql";
import { getMetadataStorage } from "class-validator";
import { noResolverBesidesGetters } from "../../src/graphql/schema.js";
import { sdlOf } from "../../src/graphql/sdl.js";
import { RECORDS } from "../../src/domain/records.js";
import { FIGURE_BOOKS } from "../../src/projections/readModel/figureBooks.js";
import { ledgerSchema } from "../support/api.js";

/** The law is not in the log: it is asked by the day on which it was in force. */
const LAW = [
  "deadline",
  "deadlineRules",
  "finingPowers",
  "dutyRules",
  "lawParameters",
  "legalInstruments",
  "remoteAreas",
  "violationRules",
  "workCalendar",
];

/** They are asked from one moment to another. */
const MOVEMENTS = ["recordDifference", ...FIGURE_BOOKS.map(({ name }) => `${name}FigureMovement`)];

describe("the schema", () => {
  it("is not built where a resolver stands beside a getter of its field, and so would not be asked", () => {
    class Party {
      get name(): string {
        return "Nguyễn Văn A";
      }
    }
    class PartyResolver {}
    const resolverClasses = [{ target: PartyResolver, getObjectType: () => Party }];
    const resolving = (methodName: string) => () => {
      const fieldResolvers = [{ kind: "external", target: PartyResolver, methodName }];
      noResolverBesidesGetters({ fieldResolvers, resolverClasses });
    };
    expect(resolving("name")).to.throw("Party.name is a getter");
    expect(resolving("initials")).not.to.throw();
  });

  it("is the one that docs/schema.graphql shows (npm run sdl writes it)", async () => {
    const shown = readFileSync("docs/schema.graphql", "utf8");
    const schema = await ledgerSchema();
    // The order of its text is for people; in whatever order, it says all of the schema and no more.
    const inOneOrder = (one: GraphQLSchema): string => printSchema(lexicographicSortSchema(one));
    expect(inOneOrder(buildSchema(shown))).to.equal(inOneOrder(schema));
    expect(sdlOf(schema)).to.equal(shown);
  });

  it("is shown in the order of its subjects: each record's type comes first under its heading", () => {
    const groups = readFileSync("docs/schema.graphql", "utf8")
      .split(/^# ── /m)
      .slice(1);
    const first = groups.map((group) => /^(?:type|interface|enum|input|scalar|union) (\w+)/m.exec(group)?.[1]);
    const kinds = RECORDS.map(({ kind }) => kind);
    expect(first.slice(2, 2 + kinds.length)).to.deep.equal(kinds);
    expect(groups[0])
      .to.match(/^type Query /m)
      .and.to.match(/^type Mutation /m);
  });

  it("tells itself whole when it is introspected, and breaks no rule of GraphQL", async () => {
    const schema = await ledgerSchema();
    expect(validateSchema(schema)).to.deep.equal([]);
    const { data, errors } = graphqlSync({ schema, source: getIntrospectionQuery() });
    expect(errors).to.equal(undefined);
    expect(data?.["__schema"]).to.be.an("object");
  });

  it("tells first what a record is declared to be, in that order, and then what is shown besides", async () => {
    const fields = await fieldsOf("Inspection");
    const declared = ["id", "status", "kind", "plan", "decidedOn", "duplicateOf", "findings", "nextSteps"];
    expect(fields.filter((field) => declared.includes(field))).to.deep.equal(declared);
  });

  it("gives every list a cap: connections are asked with first, after, last and before", async () => {
    const schema = await ledgerSchema();
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      for (const field of Object.values(type.getFields())) {
        if (!String(field.type).endsWith("Connection!")) continue;
        const names = field.args.map((arg) => arg.name);
        expect(names, `${type.name}.${field.name}`).to.include.members(["first", "after", "last", "before"]);
      }
    }
  });

  it("says of every list how many it has", async () => {
    const types = Object.values((await ledgerSchema()).getTypeMap()).filter(isObjectType);
    const connections = types.filter(({ name }) => name.endsWith("Connection"));
    expect(connections).to.not.be.empty;
    for (const connection of connections) {
      const count = connection.getFields()["totalCount"];
      expect(String(count?.type), connection.name).to.equal("TotalCount!");
      // It may rest on many rows, so it is priced, and asked by queries only.
      expect(count?.extensions, connection.name).to.include.keys("looksFar", "complexity");
    }
  });

  it("gives every question about records an asOf; questions about the law say on which day instead", async () => {
    const query = (await ledgerSchema()).getQueryType() as GraphQLObjectType;
    const without = Object.values(query.getFields()).filter((field) => !field.args.some((arg) => arg.name === "asOf"));
    expect(without.map((field) => field.name).sort()).to.deep.equal(
      ["ledger", "viewer", "vocabulary", ...LAW, ...MOVEMENTS].sort(),
    );
  });

  it("gives every mutation one input, with a commandId, and a result whose refusals are all UserErrors", async () => {
    const schema = await ledgerSchema();
    for (const mutation of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect(
        mutation.args.map((arg) => arg.name),
        mutation.name,
      ).to.deep.equal(["input"]);
      const inputName = `${mutation.name.charAt(0).toUpperCase()}${mutation.name.slice(1)}Input`;
      expect(String(mutation.args[0]?.type)).to.equal(`${inputName}!`);
      const input = schema.getType(inputName);
      expect(isInputObjectType(input) && Object.keys(input.getFields())).to.include.members([
        "commandId",
        "expectedRevision",
        "occurredAt",
        "lateEntryReason",
      ]);
      const result = schema.getType(String(mutation.type).replace("!", ""));
      if (!isUnionType(result)) return expect.fail(`${mutation.name} answers with no union`);
      const successes = result
        .getTypes()
        .filter((member) => !member.getInterfaces().some(({ name }) => name === "UserError"));
      expect(successes.map((member) => member.getInterfaces().map(({ name }) => name))).to.deep.equal([
        ["CommandDone"],
      ]);
    }
  });

  it("has a rule of class-validator on every field of every command's input", async () => {
    await ledgerSchema();
    const rules = getMetadataStorage();
    const bare: string[] = [];
    for (const { name, target } of inputClasses()) {
      const ruled = new Set(
        rules.getTargetValidationMetadatas(target, "", true, false).map((rule) => rule.propertyName),
      );
      const fields = await fieldsOf(name);
      bare.push(...fields.filter((field) => !ruled.has(field)).map((field) => `${name}.${field}`));
    }
    expect(bare).to.deep.equal([]);
  });
});

type InputClass = abstract new () => object;

/** Filters are no commands: what they hold is matched, never written. */
function inputClasses(): { name: string; target: InputClass }[] {
  const storage = (globalThis as unknown as { TypeGraphQLMetadataStorage: Storage }).TypeGraphQLMetadataStorage;
  return storage.inputTypes.filter(({ name }) => name.endsWith("Input"));
}
interface Storage {
  readonly inputTypes: { name: string; target: InputClass }[];
}

async function fieldsOf(name: string): Promise<string[]> {
  const type = (await ledgerSchema()).getType(name);
  return isInputObjectType(type) || isObjectType(type) ? Object.keys(type.getFields()) : [];
}
