/** A page of a list, as the API has it. */
export interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly basis: { readonly position: string; readonly today: string };
}

/** All rows of a list, for a file: the further pages are those of the same moment as the first. */
export async function allRows<Node>(
  asOf: unknown,
  most: number,
  pageOf: (asOf: never, after: string | null) => Promise<PageOf<Node> | undefined>,
): Promise<readonly Node[]> {
  const rows: Node[] = [];
  let [moment, after]: [unknown, string | null] = [asOf, null];
  while (rows.length < most) {
    const page: PageOf<Node> | undefined = await pageOf(moment as never, after);
    if (!page) break;
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) break;
    const { position, today } = page.basis;
    [moment, after] = [{ position, today }, page.pageInfo.endCursor ?? null];
  }
  return rows;
}
