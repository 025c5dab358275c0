import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLSchema,
} from "graphql";

/**
 * A selection of all that a type shows, and of what that shows in turn: every field that needs no argument, but none
 * that leads back to a type that it came from.
 */
export function everythingOf(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`There is no object type ${typeName}.`);
  return selectionOf(schema, type, []) ?? "{ __typename }";
}

function selectionOf(schema: GraphQLSchema, of: GraphQLOutputType, path: readonly string[]): string | undefined {
  const type = getNamedType(of);
  if (isLeafType(type)) return "";
  if (path.includes(type.name)) return undefined;
  const below = [...path, type.name];
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type).filter(({ name }) => !below.includes(name));
    const some = members.map((one) => `... on ${one.name} ${selectionOf(schema, one, below) ?? "{ __typename }"}`);
    return `{ __typename ${some.join(" ")} }`;
  }
  const fields = Object.values(isObjectType(type) ? type.getFields() : {}).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const selection = selectionOf(schema, field.type, below);
    // Fields of one name may differ in type from member to member of a union: each goes by a name of its own.
    return selection === undefined ? [] : [`${type.name}_${field.name}: ${field.name}${firstOf(field)} ${selection}`];
  });
  return `{ ${fields.join(" ")} }`;
}

const firstOf = ({ args }: GraphQLField<unknown, unknown>): string =>
  args.some(({ name }) => name === "first") ? "(first: 50)" : "";
