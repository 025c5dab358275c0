/**
 * What a link leads to. As of a position alone it is read at once; on a day (`validAt`) a record of proceedings is folded
 * from its events, which takes a moment. GraphQL takes either.
 */
export type Found<T> = T | null | Promise<T | null>;

/** Those that are there, in the same order; at once, if each was found at once. */
export function present<T>(found: readonly Found<T>[]): T[] | Promise<T[]> {
  const later = found.some((one) => one instanceof Promise);
  return later
    ? Promise.all(found.map((one) => Promise.resolve(one))).then(withoutNulls)
    : withoutNulls(found as readonly (T | null)[]);
}

const withoutNulls = <T>(found: readonly (T | null)[]): T[] => found.flatMap((one) => (one === null ? [] : [one]));
