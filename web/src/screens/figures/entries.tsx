import { useMemo } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { capital, catalog, measureCode, useFigureSheet } from "../../catalog.ts";
import { dayText, numberText } from "../../format.ts";
import { ask } from "../../ledger/ask.ts";
import { allRows } from "../../ledger/pages.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { href, hrefWith, usePlace } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { entriesDocument, type FigureTable, filterOf, variablesFor } from "./asking.ts";
import { figureText } from "./cells.tsx";
import { type Entry, EntryTable } from "./entryTable.tsx";
import { Narrowing } from "./narrowing.tsx";
import { periodParams, periodText } from "../../parts/period.ts";
import { PeriodChooser } from "../../parts/periodChooser.tsx";
import { InsteadOfPresent, usePeriodShown } from "../../parts/periodShown.tsx";
import { WORDS } from "./words.ts";

const PAGE = 50;
const MOST_ROWS = 10_000;

interface Opened {
  readonly value: number | string;
  readonly evidence: {
    readonly totalCount: { readonly value: number; readonly isExact: boolean };
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Entry[];
  };
}

/** A figure, and the entries whose sum it is. */
export function FigureEntries() {
  const [book, measure] = [partOf("book"), partOf("measure")];
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const asOf = useAsOf();
  const sheet = useFigureSheet(book);
  const told = sheet?.measures.find(({ name }) => name === measure);
  const shown = usePeriodShown(told && [measureCode(told.name)]);
  const { period } = shown;
  const document = useMemo(() => (sheet && told ? entriesDocument(sheet, measure) : null), [sheet, measure]);
  const after = query.get("after");
  const filter = sheet ? filterOf(sheet, query) : {};
  const variables = sheet && period ? { ...variablesFor(sheet, [], period, asOf, query), first: PAGE, after } : null;
  const answer = useAnswer(document, document && variables, { title: own.entries });
  if (!catalog.figures.some((one) => one.book === book) || (sheet && !told))
    return <p class="notice">{own.notThere}</p>;
  if (!sheet || !told || !period) return <p class="quiet waiting">{words.common.loading}</p>;
  const name = capital(told.words[language]);
  const openedIn = (data: unknown): Opened | undefined =>
    (data as Record<string, FigureTable>)[`${book}Figures`]?.rows[0]?.[measure] as Opened | undefined;
  const all = (): Promise<readonly Entry[]> =>
    allRows<Entry>(asOf, MOST_ROWS, async (asOf, after) => {
      const data = document && (await ask(document, { ...variables, asOf, first: 100, after }));
      const evidence = data ? openedIn(data)?.evidence : undefined;
      return data && evidence ? { ...evidence, basis: (data[`${book}Figures`] as FigureTable).basis } : undefined;
    });
  return (
    <>
      <p class="kind">
        <a href={href(`/figures/${book}`, { ...periodParams(period), ...filter, basis: query.get("basis") })}>
          {capital(sheet.words[language])}
        </a>
      </p>
      <h1>
        {name}: {periodText(period, own)}
      </h1>
      <Answered answer={answer}>
        {(data) => {
          const opened = openedIn(data);
          const table = data[`${book}Figures`] as FigureTable;
          return (
            <>
              <p class="figure-sum">
                <strong>{figureText(told.as, opened?.value ?? 0, language)}</strong>{" "}
                <span class="quiet">
                  {own.days(dayText(table.from), dayText(table.to))}
                  {opened && ` · ${own.ofEntries(numberText(opened.evidence.totalCount.value, language))}`}
                </span>
              </p>
              <EntryTable title={own.entries} entries={opened?.evidence.nodes ?? []} all={all} />
              <p class="pages">
                {after !== null && <a href={hrefWith({ after: null })}>{words.common.first}</a>}
                {opened?.evidence.pageInfo.hasNextPage && (
                  <a href={hrefWith({ after: opened.evidence.pageInfo.endCursor })}>{words.common.next}</a>
                )}
              </p>
            </>
          );
        }}
      </Answered>
      <InsteadOfPresent shown={shown} says={own.noneYetHere} />
      <PeriodChooser shown={period} />
      <Narrowing sheet={sheet} />
    </>
  );
}
