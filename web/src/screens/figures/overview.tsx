import { type FigureMeasure, LastFigureDays } from "../../../generated/documents.ts";
import { capital, catalog, type FigureSheet, measureName, useSheet } from "../../catalog.ts";
import { useAsOf } from "../../asOf.ts";
import { moneyText, numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { DataTable } from "../../parts/dataTable.tsx";
import { href, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { type Figure, type FigureTable, tableDocument, variablesFor } from "./asking.ts";
import { type Period, periodNamed, periodParams, periodText, yearTo } from "../../parts/period.ts";
import { PeriodChooser, useToday } from "../../parts/periodChooser.tsx";
import { WORDS } from "./words.ts";

/** What a province's report begins with. */
const FIRST: readonly (readonly [book: string, measure: FigureMeasure])[] = [
  ["visit", "REPORTER_TURNS"],
  ["enforcement", "INSPECTIONS_COORDINATED"],
  ["enforcement", "FINES_DECIDED"],
  ["enforcement", "COPIES_CONFISCATED"],
];

/** The first page: the figures of all subjects in a period; each opens to its entries. */
export function Overview() {
  const own = usePair(WORDS);
  const words = useWords();
  const { period, insteadOf } = usePeriodWithFigures();
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
      {insteadOf && (
        <p class="notice">
          {own.noneYet(periodText(insteadOf, own), periodText(period, own))}{" "}
          <a href={hrefWith(periodParams(insteadOf))}>{own.presentPeriod}</a>
        </p>
      )}
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

interface Chosen {
  /** Null: it is not known yet. */
  readonly period: Period | null;
  /** The present one, in which nothing counts yet. */
  readonly insteadOf?: Period;
}

/**
 * The period that the address names. Else the present year, or, as long as nothing at all counts in that, the latest in which
 * the first figures have something, so that one does not meet zeros.
 */
function usePeriodWithFigures(): Chosen {
  const { query } = usePlace();
  const asOf = useAsOf();
  const present = yearTo(useToday());
  const named = periodNamed(query);
  const { data, error, loading } = useAnswer(
    LastFigureDays,
    named ? null : { asOf, first: FIRST.map(([, measure]) => measure) },
    { noted: false },
  );
  if (named) return { period: named };
  if (error !== undefined) return { period: present };
  if (loading || !data) return { period: null };
  const last = data.first ?? data.any;
  if (last === null || (data.any ?? "") >= (present.from ?? "")) return { period: present };
  return { period: { kind: "YEAR", year: Number(last.slice(0, 4)) }, insteadOf: present };
}

function useTable(
  book: string,
  period: Period,
): { readonly sheet: FigureSheet | undefined; readonly answer: ReturnType<typeof useAnswer> } {
  const sheet = useSheet<FigureSheet>(catalog.figures.find((one) => one.book === book)?.sheet);
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
