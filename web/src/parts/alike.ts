/** Rows that say the same are told once, with how often. */
export function toldOnce<Row extends object>(
  rows: readonly Row[],
  says: (row: Row) => string,
): readonly (Row & { readonly times: number })[] {
  const alike = new Map<string, Row & { readonly times: number }>();
  for (const row of rows) {
    const first = alike.get(says(row));
    alike.set(says(row), first ? { ...first, times: first.times + 1 } : { ...row, times: 1 });
  }
  return [...alike.values()];
}

/** `2 × `, where there are several. */
export const timesText = (times = 1): string => (times > 1 ? `${times} × ` : "");
