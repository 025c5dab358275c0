/** Which of two keys of the same terms comes first, term by term, as texts are ordered. For `sort`. */
export function compareKeys(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((term, index) => term !== b[index]);
  return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}
