/** What a correction may change, each as it is to be; null: it stays. */
type Said<S, K extends keyof S> = { readonly [N in K]: S[N] | null };

/** Of the named fields those that were said and differ from what is recorded. */
export function changesOf<S extends object, const K extends keyof S>(
  state: S,
  said: Said<S, K>,
  names: readonly K[],
): Partial<Pick<S, K>> {
  const changes: Partial<Pick<S, K>> = {};
  for (const name of names) {
    const value = said[name];
    if (value !== null && JSON.stringify(value) !== JSON.stringify(state[name])) changes[name] = value;
  }
  return changes;
}
