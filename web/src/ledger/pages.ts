/** A page of a list, as the API has it. */
export interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  /** Absent where the rows do not come from the ledger: law is the same at every moment. */
  readonly basis?: Moment;
}

interface Moment {
  readonly position: string;
  readonly today: string;
  /** Asked for where the rows are judged by it: what is due by the hour. */
  readonly moment?: string;
}

const momentOf = ({ position, today, moment }: Moment): Moment => ({ position, today, ...(moment && { moment }) });

type PageAfter<Node> = (asOf: never, after: string | null) => Promise<PageOf<Node> | undefined>;

/** All rows of a list, for a file. */
export async function allRows<Node>(asOf: unknown, most: number, pageOf: PageAfter<Node>): Promise<readonly Node[]> {
  return rowsFrom(await pageOf(asOf as never, null), most, pageOf);
}

/** The rows of a first page and of those after it, which are of the same moment. */
export async function rowsFrom<Node>(
  first: PageOf<Node> | undefined,
  most: number,
  pageOf: PageAfter<Node>,
): Promise<readonly Node[]> {
  const rows: Node[] = [];
  for (let page = first; page;) {
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || rows.length >= most) break;
    const { basis, pageInfo } = page;
    page = await pageOf((basis && momentOf(basis)) as never, pageInfo.endCursor ?? null);
  }
  return rows;
}
