/** A list of names as the enum object that type-graphql wants. */
export const enumOf = <T extends string>(names: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
