import { DueNow, type DueNowQuery } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital } from "../../catalog.ts";
import { numberText } from "../../format.ts";
import { ask } from "../../ledger/ask.ts";
import { allRows } from "../../ledger/pages.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { timesText } from "../../parts/alike.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import {
  AHEAD,
  DUE_WORDS,
  DueRule,
  duesOfPage,
  dueState,
  duesToldOnce,
  lastDay,
  ruleText,
  Settling,
} from "../../parts/dues.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { hrefWith, usePlace } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

const PAGE = 15;
const MOST_ROWS = 2_000;

/** What is chosen of all that is due. */
export interface Chosen {
  readonly unitId: string | null;
  readonly kind: string | null;
  readonly withinDays: number | null;
}

/** In a file each is a line of its own. */
type Due = DueNowQuery["due"]["nodes"][number] & { readonly times?: number; readonly partIds?: readonly string[] };

/** What is overdue first, the longest first; then what is due, by day: so the ledger tells it. */
export function DueList({ chosen: { unitId, kind, withinDays } }: { readonly chosen: Chosen }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const asOf = useAsOf();
  const after = usePlace().query.get("after");
  const filter = { unitId, withinDays, kinds: kind === null ? null : [kind as never] } as never;
  const answer = useAnswer(
    DueNow,
    { filter, asOf: asOf as never, first: PAGE + AHEAD, after, steps: asOf === null },
    { title: own.due },
  );
  const columns: readonly Column<Due>[] = [
    {
      head: own.what,
      text: ({ what }) => capital(what[language]),
      cell: (due) => (
        <>
          {timesText(due.times)}
          {capital(due.what[language])}
          <DueRule due={due} />
          <Settling due={due} />
        </>
      ),
    },
    { head: DUE_WORDS[language].rule, text: (due) => ruleText(due, language), only: "FILE" },
    {
      head: words.common.record,
      text: ({ record }) => record?.title ?? "",
      cell: ({ record, recordId }) => <RecordLink of={record ?? { id: recordId }} />,
    },
    ...(unitId === null ? [{ head: own.unit, text: ({ unit }: Due) => unit?.name ?? "" }] : []),
    { head: own.by, text: lastDay },
    {
      head: own.state,
      text: (due) => dueState(due, language),
      cell: (due) => <strong>{dueState(due, language)}</strong>,
    },
  ];
  const all = (): Promise<readonly Due[]> =>
    allRows<Due>(
      asOf,
      MOST_ROWS,
      async (asOf, after) => (await ask(DueNow, { filter, asOf, first: 100, after, steps: false })).due,
    );
  return (
    <section aria-labelledby="due">
      <h2 id="due">{own.due}</h2>
      <Answered answer={answer}>
        {({ due }) => {
          const { nodes, edges, totalCount, pageInfo } = duesOfPage(due, PAGE, language);
          if (nodes.length === 0) return <p class="quiet">{own.noDue}</p>;
          const next = pageInfo.hasNextPage ? edges[nodes.length - 1]?.cursor : undefined;
          return (
            <>
              <p class="quiet">
                {totalCount.isExact
                  ? words.common.total(numberText(totalCount.value, language))
                  : words.common.atLeast(numberText(totalCount.value, language))}
              </p>
              <DataTable
                title={own.due}
                titleHidden
                columns={columns}
                rows={duesToldOnce(nodes, language)}
                keyOf={({ id }) => id}
                all={all}
                rowClass={({ isOverdue }) => (isOverdue ? "late-row" : undefined)}
              />
              <p class="pages">
                {after !== null && <a href={hrefWith({ after: null })}>{words.common.first}</a>}
                {next !== undefined && <a href={hrefWith({ after: next })}>{words.common.next}</a>}
              </p>
            </>
          );
        }}
      </Answered>
    </section>
  );
}
