import type { FigureMeasure } from "../../../generated/documents.ts";
import { capital, catalog, type FigureSheet, measureName, useFigureSheet } from "../../catalog.ts";
import { useAsOf } from "../../asOf.ts";
import { moneyText, numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { DataTable } from "../../parts/dataTable.tsx";
import { href, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { type Figure, type FigureTable, tableDocument, variablesFor } from "./asking.ts";
import { type Period, periodParams, periodText } from "../../parts/period.ts";
import { PeriodChooser } from "../../parts/periodChooser.tsx";
import { InsteadOfPresent, usePeriodShown } from "../../parts/periodShown.tsx";
import { WORDS } from "./words.ts";

/** What a province's report begins with. */
const FIRST: readonly (readonly [book: string, measure: FigureMeasure])[] = [
  ["visit", "REPORTER_TURNS"],
  ["enforcement", "INSPECTIONS_COORDINATED"],
  ["enforcement", "FINES_DECIDED"],
  ["enforcement", "COPIES_CONFISCATED"],
];
const FIRST_MEASURES = FIRST.map(([, measure]) => measure);

/** The first page: the figures of all subjects in a period; each opens to its entries. */
export function Overview() {
  const own = usePair(WORDS);
  const words = useWords();
  const shown = usePeriodShown(null, FIRST_MEASURES);
  const { period } = shown;
  if (!period) {
    return (
      <>
        <h1>{own.overview}</h1>
        <p class="quiet waiting">{words.common.loading}</p>
      </>
    );
  }
  return (
    <>
      <h1>
        {own.overview}: {periodText(period, own)}
      </h1>
      <InsteadOfPresent shown={shown} says={own.noneYet} />
      <PeriodChooser shown={period} />
      <ul class="first-figures">
        {FIRST.map(([book, measure]) => (
          <FirstFigure key={measure} book={book} measure={measureName(measure)} period={period} />
        ))}
      </ul>
      <div class="books">
        {catalog.figures.map(({ book }) => (
          <Book key={book} book={book} period={period} />
        ))}
      </div>
    </>
  );
}

function useTable(
  book: string,
  period: Period,
): { readonly sheet: FigureSheet | undefined; readonly answer: ReturnType<typeof useAnswer> } {
  const sheet = useFigureSheet(book);
  const { query } = usePlace();
  const asOf = useAsOf();
  const language = useLanguage();
  const variables = sheet ? variablesFor(sheet, [], period, asOf, query) : null;
  const answer = useAnswer(sheet ? tableDocument(sheet, []) : null, variables, {
    title: sheet ? capital(sheet.words[language]) : "",
  });
  return { sheet, answer };
}

const rowOf = (data: unknown, book: string): Readonly<Record<string, unknown>> =>
  (data as Record<string, FigureTable>)[`${book}Figures`]?.rows[0] ?? {};

function FirstFigure({
  book,
  measure,
  period,
}: {
  readonly book: string;
  readonly measure: string;
  readonly period: Period;
}) {
  const language = useLanguage();
  const { mayRead } = useViewer();
  const { sheet, answer } = useTable(book, period);
  const told = sheet?.measures.find(({ name }) => name === measure);
  if (!sheet || !told) return <li class="first-figure" aria-busy="true" />;
  const value =
    answer.data === undefined ? undefined : ((rowOf(answer.data, book)[measure] as Figure | null)?.value ?? 0);
  const text = value === undefined ? "…" : told.as === "VND" ? moneyText(value, language) : numberText(value, language);
  return (
    <li class="first-figure" aria-busy={answer.loading}>
      <span class="label">{capital(told.words[language])}</span>
      {mayRead ? (
        <a class="number" href={href(`/figures/${book}/${measure}`, periodParams(period))}>
          {text}
        </a>
      ) : (
        <span class="number">{text}</span>
      )}
    </li>
  );
}

function Book({ book, period }: { readonly book: string; readonly period: Period }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { mayRead } = useViewer();
  const { sheet, answer } = useTable(book, period);
  if (!sheet) return null;
  const title = capital(sheet.words[language]);
  return (
    <section>
      <h2>
        <a href={href(`/figures/${book}`, periodParams(period))}>{title}</a>
      </h2>
      <Answered answer={answer}>
        {(data) => {
          const row = rowOf(data, book);
          const rows = sheet.measures.map((measure) => ({
            ...measure,
            value: (row[measure.name] as Figure | null | undefined)?.value ?? 0,
          }));
          return (
            <DataTable
              title={title}
              titleHidden
              rows={rows}
              keyOf={({ name }) => name}
              columns={[
                { head: own.figure, text: ({ words }) => capital(words[language]) },
                {
                  head: own.amount,
                  align: "end",
                  text: ({ value }) => String(value),
                  cell: ({ name, as, value, words }) => {
                    const text = as === "VND" ? moneyText(value, language) : numberText(value, language);
                    return mayRead && Number(value) !== 0 ? (
                      <a
                        href={href(`/figures/${book}/${name}`, periodParams(period))}
                        aria-label={`${capital(words[language])}: ${text}`}
                      >
                        {text}
                      </a>
                    ) : (
                      text
                    );
                  },
                },
              ]}
            />
          );
        }}
      </Answered>
    </section>
  );
}
