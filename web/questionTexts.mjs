import { parse, print } from "graphql";

/** The operations of all files, each with the fragments that it uses, of whichever file. */
export function textsOf(source) {
  const { definitions } = parse(source, { noLocation: true });
  // Printed, not cut out: in one line the rest of a question would be part of a comment inside it.
  const textOf = (definition) => print(definition).replace(/\s+/g, " ");
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === "FragmentDefinition").map((one) => [one.name.value, textOf(one)]),
  );
  const withFragments = (text, seen = new Set()) => {
    for (const [, name] of text.matchAll(/\.\.\.\s?(\w+)/g)) {
      if (name === "on" || seen.has(name) || !fragments.has(name)) continue;
      seen.add(name);
      withFragments(fragments.get(name), seen);
    }
    return seen;
  };
  return definitions
    .filter(({ kind }) => kind === "OperationDefinition")
    .map((one) => {
      const text = textOf(one);
      const used = [...withFragments(text)].map((name) => fragments.get(name));
      const kind = one.operation.charAt(0).toUpperCase() + one.operation.slice(1);
      return { name: one.name.value, kind, text: [text, ...used].join(" ") };
    });
}
