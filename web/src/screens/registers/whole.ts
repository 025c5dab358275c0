import { useEffect, useState } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { ask } from "../../ledger/ask.ts";
import type { Document } from "../../ledger/document.ts";
import { type PageOf, rowsFrom } from "../../ledger/pages.ts";
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
  connectionOf: (answer: Asked) => PageOf<Node>,
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
    const pageAfter = async (asOf: unknown, after: string | null): Promise<PageOf<Node> | undefined> => {
      if (gone.signal.aborted) return undefined;
      return connectionOf(await ask(document, { ...first, after, ...(asOf ? { asOf } : {}) }, gone.signal));
    };
    void rowsFrom(connectionOf(data), most, pageAfter).then(
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
