import { useMemo } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { capital, type FigureDimension, type FigureSheet } from "../../catalog.ts";
import { dayText, numberText, signedText } from "../../format.ts";
import { SelectInput } from "../../forms/selectInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { comparisonDocument, type Figure, type FigureRow, variablesFor } from "./asking.ts";
import { dimensionColumns, entriesHref, figureText } from "./cells.tsx";
import { type Period, periodText } from "../../parts/period.ts";
import { WORDS } from "./words.ts";

interface Change {
  readonly difference: number | string;
  readonly growth: number | null;
  readonly figure: Figure;
}
interface Compared {
  readonly share: number | null;
  readonly figure: Figure;
  readonly before: Change;
  readonly yearBefore: Change;
}
interface Days {
  readonly from: string;
  readonly to: string;
}
interface ComparisonTable {
  readonly period: Days;
  readonly before: Days;
  readonly yearBefore: Days;
  readonly rows: readonly FigureRow[];
}

/** A line of the table: a measure of a row of the answer. */
interface Line {
  readonly row: FigureRow;
  readonly measure: FigureSheet["measures"][number];
  readonly compared: Compared;
}

const chosenMeasure = (sheet: FigureSheet, query: URLSearchParams): FigureSheet["measures"][number] | undefined =>
  sheet.measures.find(({ name }) => name === query.get("measure")) ?? sheet.measures[0];

/** Which one is compared, where the table is grouped: chosen beside what it is grouped by. */
export function MeasureChoice({ sheet }: { readonly sheet: FigureSheet }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  return (
    <SelectInput
      label={own.figure}
      none={null}
      options={sheet.measures.map(({ name, words }) => ({ value: name, text: capital(words[language]) }))}
      value={chosenMeasure(sheet, query)?.name ?? null}
      onValue={(value) => goTo(hrefWith({ measure: value }))}
    />
  );
}

/** The figures beside the period before and the same a year before: all measures, or one where the table is grouped. */
export function Comparison({
  sheet,
  dimensions,
  period,
}: {
  readonly sheet: FigureSheet;
  readonly dimensions: readonly FigureDimension[];
  readonly period: Period;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const { mayRead } = useViewer();
  const asOf = useAsOf();
  const isGrouped = dimensions.length > 0;
  const chosen = chosenMeasure(sheet, query);
  const measures = isGrouped && chosen ? [chosen] : sheet.measures;
  const by = dimensions.map(({ name }) => name);
  const names = measures.map(({ name }) => name);
  const document = useMemo(() => comparisonDocument(sheet, names, dimensions), [sheet, names.join(), by.join()]);
  const variables = variablesFor(sheet, dimensions, period, asOf, query);
  const answer = useAnswer(document, variables, { title: own.compare });
  const percent = (part: number | null): string =>
    part === null ? "—" : `${part > 0 ? "+" : ""}${numberText(Math.round(part * 1000) / 10, language)} %`;
  return (
    <>
      <Answered answer={answer}>
        {(data) => {
          const table = data[`${sheet.book}FigureComparison`] as ComparisonTable;
          const lines = table.rows.flatMap((row) =>
            measures.flatMap((measure): Line[] => {
              const compared = row[measure.name] as Compared | null;
              return compared ? [{ row, measure, compared }] : [];
            }),
          );
          const change = (head: string, of: (line: Line) => Change): readonly Column<Line>[] => [
            {
              head,
              align: "end",
              text: (line) => String(of(line).figure.value),
              cell: (line) => figureText(line.measure.as, of(line).figure.value, language),
            },
            {
              head: `${capital(own.difference)} (${head.toLowerCase()})`,
              align: "end",
              text: (line) => String(of(line).difference),
              cell: (line) => `${signedText(of(line).difference, language)} (${percent(of(line).growth)})`,
            },
          ];
          const columns: readonly Column<Line>[] = [
            ...(isGrouped ? [] : [{ head: own.figure, text: ({ measure }: Line) => capital(measure.words[language]) }]),
            ...dimensionColumns(dimensions, language, own).map(({ head, text, cell }): Column<Line> => ({
              head,
              text: ({ row }) => text(row),
              ...(cell ? { cell: ({ row }) => cell(row) } : {}),
            })),
            {
              head: own.inPeriod,
              align: "end",
              text: ({ compared }) => String(compared.figure.value),
              cell: ({ row, measure, compared }) => {
                const text = figureText(measure.as, compared.figure.value, language);
                const to =
                  mayRead && Number(compared.figure.value) !== 0
                    ? entriesHref(sheet, measure.name, row, dimensions, period, query)
                    : null;
                return to ? <a href={to}>{text}</a> : text;
              },
            },
            ...change(own.before, ({ compared }) => compared.before),
            ...change(own.yearBefore, ({ compared }) => compared.yearBefore),
          ];
          const days = ({ from, to }: Days): string => own.days(dayText(from), dayText(to));
          return (
            <>
              <p class="quiet">
                {own.inPeriod}: {days(table.period)} · {own.before}: {days(table.before)} · {own.yearBefore}:{" "}
                {days(table.yearBefore)}
              </p>
              <DataTable
                title={
                  isGrouped && chosen
                    ? `${capital(chosen.words[language])}, ${periodText(period, own)}: ${own.compare.toLowerCase()}`
                    : `${periodText(period, own)}: ${own.compare.toLowerCase()}`
                }
                columns={columns}
                rows={lines}
                keyOf={({ measure }, at) => `${measure.name} ${at}`}
              />
            </>
          );
        }}
      </Answered>
    </>
  );
}
