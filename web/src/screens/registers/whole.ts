import { useEffect, useState } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { ask } from "../../ledger/ask.ts";
import type { Document } from "../../ledger/document.ts";
import { type Answer, useAnswer } from "../../ledger/useAnswer.ts";

const PAGE = 100;
/** A register of a province is some hundred entries; whoever has more asks the API. */
const MOST_ROWS = 5_000;

interface How {
  /** What it asks, for whoever takes the page's questions along. */
  readonly title: string;
  readonly most?: number;
  /** Law: it is the same at every moment of the ledger. */
  readonly still?: boolean;
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  /** Absent where the rows do not come from the ledger: law is the same at every moment. */
  readonly basis?: { readonly position: string; readonly today: string };
}

interface Paging {
  readonly asOf?: unknown;
  readonly first: number;
  readonly after?: string | null | undefined;
}

export interface Whole<Node> {
  readonly rows: readonly Node[];
  /** The day by which the rows are told. */
  readonly today: string | undefined;
}

/**
 * A whole register, page by page as of one moment: it is filtered, sorted and laid out as a tree as one types, and its
 * file has all of it. While it is asked anew, what was there stays.
 */
export function useWhole<Asked, Variables extends Paging, Node>(
  document: Document<Asked, Variables> | null,
  variables: Omit<Variables, keyof Paging>,
  connectionOf: (answer: Asked) => Connection<Node>,
  { title, most = MOST_ROWS, still = false }: How,
): Answer<Whole<Node>> {
  const asOf = useAsOf();
  const first = { ...variables, ...(still ? {} : { asOf }), first: PAGE, after: null } as unknown as Variables;
  const answer = useAnswer(document, document && first, { title, still });
  const [whole, setWhole] = useState<{
    readonly of: Asked;
    readonly rows: readonly Node[];
    readonly error?: unknown;
  }>();
  const { data } = answer;
  useEffect(() => {
    if (data === undefined || document === null) return;
    const gone = new AbortController();
    void furtherPages({ document, first, connectionOf, most }, data, gone.signal).then(
      (rows) => !gone.signal.aborted && setWhole({ of: data, rows }),
      (error: unknown) => !gone.signal.aborted && setWhole({ of: data, rows: connectionOf(data).nodes, error }),
    );
    return () => gone.abort();
  }, [data]);
  const isThere = whole?.of === data;
  const today = data && connectionOf(data).basis?.today;
  return {
    ...answer,
    data: whole && { rows: whole.rows, today },
    loading: answer.loading || (data !== undefined && !isThere),
    error: answer.error ?? (isThere ? whole?.error : undefined),
  };
}

interface Paged<Asked, Variables, Node> {
  readonly document: Document<Asked, Variables>;
  readonly first: Variables;
  readonly connectionOf: (answer: Asked) => Connection<Node>;
  readonly most: number;
}

async function furtherPages<Asked, Variables extends Paging, Node>(
  { document, first, connectionOf, most }: Paged<Asked, Variables, Node>,
  answer: Asked,
  signal: AbortSignal,
): Promise<readonly Node[]> {
  const rows: Node[] = [];
  let page = connectionOf(answer);
  const { basis } = page;
  for (;;) {
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || rows.length >= most || signal.aborted) return rows;
    // The further pages are those of the same moment.
    const further = { ...first, after: page.pageInfo.endCursor ?? null, ...(basis ? { asOf: ofBasis(basis) } : {}) };
    page = connectionOf(await ask(document, further, signal));
  }
}

const ofBasis = ({ position, today }: { readonly position: string; readonly today: string }): object => ({
  position,
  today,
});
