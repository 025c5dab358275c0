import { useMemo, useState } from "preact/hooks";
import { type AsOf, asOfIn } from "../../asOf.ts";
import { capital, catalog, type FigureSheet, termWords, useFigureSheet } from "../../catalog.ts";
import { signedText } from "../../format.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { asOfText } from "../../parts/asOfBar.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { filterOf, movedDocument, movementDocument, unitBasisOf } from "./asking.ts";
import { figureText } from "./cells.tsx";
import { type Entry, EntryTable } from "./entryTable.tsx";
import { type Period, periodNamed, periodText, yearTo } from "../../parts/period.ts";
import { PeriodChooser, useToday } from "../../parts/periodChooser.tsx";
import { WORDS } from "./words.ts";

interface Moved {
  readonly before: number | string;
  readonly after: number | string;
  readonly difference: number | string;
  readonly causes: readonly { readonly cause: string; readonly sum: number | string }[];
}

/** What has changed in the figures since a moment, why, and by which entries. */
export function FigureChanges() {
  const own = usePair(WORDS);
  const words = useWords();
  const { query } = usePlace();
  const today = useToday();
  const since = asOfIn({ query: new URLSearchParams({ asof: query.get("since") ?? "" }) });
  const last = since && "endOf" in since ? since.endOf : today;
  const period = periodNamed(query) ?? yearTo(last);
  return (
    <>
      <h1>
        {own.changes}: {periodText(period, own)}
      </h1>
      <p>
        {own.since} {asOfText(since, words)}
      </p>
      <div class="period-fields">
        <DayInput
          label={own.sinceDay}
          value={since && "endOf" in since ? since.endOf : null}
          onDay={(day) => day && goTo(hrefWith({ since: day }))}
        />
      </div>
      <PeriodChooser shown={period} last={last} laidAs="since" />
      {since && catalog.figures.map(({ book }) => <BookChanges key={book} book={book} since={since} period={period} />)}
    </>
  );
}

function BookChanges({
  book,
  since,
  period,
}: {
  readonly book: string;
  readonly since: AsOf;
  readonly period: Period;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const until = asOfIn(usePlace());
  const sheet = useFigureSheet(book);
  const document = useMemo(() => (sheet ? movementDocument(sheet) : null), [sheet]);
  const filter = sheet ? filterOf(sheet, query) : {};
  const variables = { period, filter, since, until, unitBasis: unitBasisOf(query) };
  const answer = useAnswer(document, document && variables, { title: own.changes });
  const [open, setOpen] = useState<string | null>(null);
  if (!sheet) return null;
  return (
    <section>
      <h2>{capital(sheet.words[language])}</h2>
      <Answered answer={answer}>
        {(data) => {
          const [row = {}] = (
            data[`${book}FigureMovement`] as { readonly rows: readonly Record<string, Moved | null>[] }
          ).rows;
          const moved = sheet.measures.flatMap((measure) => {
            const figure = row[measure.name];
            return figure && figure.causes.some(({ sum }) => Number(sum) !== 0) ? [{ ...measure, figure }] : [];
          });
          if (moved.length === 0) return <p class="quiet">{own.notMoved}</p>;
          const columns: readonly Column<(typeof moved)[number]>[] = [
            { head: own.figure, text: ({ words }) => capital(words[language]) },
            {
              head: own.then,
              align: "end",
              text: ({ figure }) => String(figure.before),
              cell: ({ as, figure }) => figureText(as, figure.before, language),
            },
            {
              head: own.now,
              align: "end",
              text: ({ figure }) => String(figure.after),
              cell: ({ as, figure }) => figureText(as, figure.after, language),
            },
            {
              head: capital(own.difference),
              align: "end",
              text: ({ figure }) => String(figure.difference),
              cell: ({ figure }) => signedText(figure.difference, language),
            },
            {
              head: own.why,
              text: ({ figure }) =>
                figure.causes
                  .filter(({ sum }) => Number(sum) !== 0)
                  .map(
                    ({ cause, sum }) => `${termWords("MovementCause", cause, language)} ${signedText(sum, language)}`,
                  )
                  .join("; "),
              cell: ({ name, figure, words }) => (
                <button
                  type="button"
                  class="quiet-button"
                  aria-expanded={open === name}
                  aria-label={own.open(capital(words[language]))}
                  onClick={() => setOpen(open === name ? null : name)}
                >
                  {figure.causes
                    .filter(({ sum }) => Number(sum) !== 0)
                    .map(
                      ({ cause, sum }) => `${termWords("MovementCause", cause, language)} ${signedText(sum, language)}`,
                    )
                    .join("; ")}
                </button>
              ),
            },
          ];
          return (
            <>
              <DataTable
                title={capital(sheet.words[language])}
                titleHidden
                columns={columns}
                rows={moved}
                keyOf={({ name }) => name}
              />
              {open !== null && <MovedEntries sheet={sheet} measure={open} variables={variables} />}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function MovedEntries({
  sheet,
  measure,
  variables,
}: {
  readonly sheet: FigureSheet;
  readonly measure: string;
  readonly variables: Record<string, unknown>;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const document = useMemo(() => movedDocument(sheet, measure), [sheet, measure]);
  const answer = useAnswer(document, variables, { title: own.entries });
  return (
    <Answered answer={answer}>
      {(data) => {
        const [row] = (
          data[`${sheet.book}FigureMovement`] as {
            readonly rows: readonly Record<
              string,
              {
                readonly causes: readonly {
                  readonly cause: string;
                  readonly entries: { readonly nodes: readonly Entry[] };
                }[];
              }
            >[];
          }
        ).rows;
        return (
          <>
            {row?.[measure]?.causes
              .filter(({ entries }) => entries.nodes.length > 0)
              .map(({ cause, entries }) => (
                <EntryTable key={cause} title={termWords("MovementCause", cause, language)} entries={entries.nodes} />
              ))}
          </>
        );
      }}
    </Answered>
  );
}
