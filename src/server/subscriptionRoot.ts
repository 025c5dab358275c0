import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode } from "graphql";

/**
 * Whether the one field of a subscription may be left out by `@skip` or `@include`, its own or those of a fragment around
 * it. Then there would be nothing to subscribe to, which the GraphQL specification forbids and graphql-js does not look at.
 */
export function mayLackItsField(document: DocumentNode, { operation, selectionSet }: OperationDefinitionNode): boolean {
  if (operation !== "subscription") return false;
  const seen = new Set<string>();
  const conditional = (selection: SelectionNode): boolean => {
    if (selection.directives?.some(({ name }) => name.value === "skip" || name.value === "include")) return true;
    if (selection.kind === Kind.FIELD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections.some(conditional);
    const { value: name } = selection.name;
    if (seen.has(name)) return false;
    seen.add(name);
    return document.definitions.some(
      (one) =>
        one.kind === Kind.FRAGMENT_DEFINITION &&
        one.name.value === name &&
        one.selectionSet.selections.some(conditional),
    );
  };
  return selectionSet.selections.some(conditional);
}
