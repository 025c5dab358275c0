import { useMemo } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import {
  capital,
  catalog,
  type FigureDimension,
  type FigureSheet,
  useFigureSheet,
  useMeasuresOf,
} from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { SelectInput } from "../../forms/selectInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { goTo, href, hrefWith, usePlace } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import {
  type Figure,
  type FigureRow,
  type FigureTable as Table,
  tableDocument,
  unitBasisOf,
  variablesFor,
} from "./asking.ts";
import { dimensionColumns, dimensionText, entriesHref, figureText } from "./cells.tsx";
import { Comparison, MeasureChoice } from "./comparison.tsx";
import { Narrowing } from "./narrowing.tsx";
import { type Period, periodParams, periodText } from "../../parts/period.ts";
import { PeriodChooser } from "../../parts/periodChooser.tsx";
import { InsteadOfPresent, usePeriodShown } from "../../parts/periodShown.tsx";
import { WORDS } from "./words.ts";

/** The figures of a book: grouped, narrowed, compared; each cell opens to its entries. */
export function FigureTable() {
  const book = partOf("book");
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const sheet = useFigureSheet(book);
  const shown = usePeriodShown(useMeasuresOf([book]));
  const { period } = shown;
  if (!catalog.figures.some((one) => one.book === book)) return <p class="notice">{own.notThere}</p>;
  if (!sheet || !period) return <p class="quiet waiting">{words.common.loading}</p>;
  const dimensions = query.getAll("by").flatMap((name) => sheet.dimensions.find((one) => one.name === name) ?? []);
  const compares = query.get("compare") === "1";
  return (
    <>
      <p class="kind">
        <a href={href("/", periodParams(period))}>{own.back}</a>
      </p>
      <h1>
        {capital(sheet.words[language])}: {periodText(period, own)}
      </h1>
      <InsteadOfPresent shown={shown} says={own.noneYetHere} />
      <PeriodChooser shown={period} />
      <Grouping sheet={sheet} dimensions={dimensions} />
      <Narrowing sheet={sheet} />
      {compares ? (
        <Comparison sheet={sheet} dimensions={dimensions} period={period} />
      ) : (
        <Plain sheet={sheet} dimensions={dimensions} period={period} />
      )}
    </>
  );
}

function Grouping({
  sheet,
  dimensions,
}: {
  readonly sheet: FigureSheet;
  readonly dimensions: readonly FigureDimension[];
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const [first, second] = dimensions;
  const select = (label: string, at: number, chosen: FigureDimension | undefined) => (
    <SelectInput
      label={label}
      none={own.noGroup}
      options={sheet.dimensions.map(({ name, words }) => ({ value: name, text: capital(words[language]) }))}
      value={chosen?.name ?? null}
      onValue={(value) => {
        const by = [first?.name, second?.name];
        by[at] = value ?? undefined;
        goTo(hrefWith({ by: [...new Set(by.filter((one): one is string => !!one))] }));
      }}
    />
  );
  return (
    <div class="period-fields">
      {select(own.groupBy, 0, first)}
      {first && select(own.thenBy, 1, second)}
      {first && query.get("compare") === "1" && <MeasureChoice sheet={sheet} />}
      <label class="check">
        <input
          type="checkbox"
          checked={query.get("compare") === "1"}
          onChange={({ currentTarget: { checked } }) => goTo(hrefWith({ compare: checked ? 1 : null }))}
        />
        {own.compare}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={unitBasisOf(query) === "AS_SUCCESSOR"}
          onChange={({ currentTarget: { checked } }) => goTo(hrefWith({ basis: checked ? "successor" : null }))}
        />
        {own.successor}
      </label>
    </div>
  );
}

function Plain({
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
  const by = dimensions.map(({ name }) => name);
  const document = useMemo(() => tableDocument(sheet, dimensions), [sheet, by.join()]);
  const variables = variablesFor(sheet, dimensions, period, asOf, query);
  const answer = useAnswer(document, variables, { title: capital(sheet.words[language]) });
  return (
    <Answered answer={answer}>
      {(data) => {
        const { rows, from, to } = data[`${sheet.book}Figures`] as Table;
        // A measure that this grouping cannot have, or that is nothing everywhere, would be an empty column.
        const measures = sheet.measures.filter(({ name }) =>
          rows.some((row) => Number((row[name] as Figure | null)?.value ?? 0) !== 0),
        );
        const shown = measures.length > 0 ? measures : sheet.measures.slice(0, 1);
        const most = new Map(
          shown.map(({ name }) => [
            name,
            Math.max(...rows.map((row) => Number((row[name] as Figure | null)?.value ?? 0))),
          ]),
        );
        const columns: readonly Column<FigureRow>[] = [
          ...dimensionColumns(dimensions, language, own),
          ...shown.map(({ name, as, words }): Column<FigureRow> => ({
            head: capital(words[language]),
            align: "end",
            text: (row) => String((row[name] as Figure | null)?.value ?? ""),
            cell: (row) => {
              const figure = row[name] as Figure | null;
              if (!figure) return "—";
              const text = figureText(as, figure.value, language);
              const to =
                mayRead && Number(figure.value) !== 0 ? entriesHref(sheet, name, row, dimensions, period, query) : null;
              return (
                <>
                  {to ? <a href={to}>{text}</a> : text}
                  {dimensions.length > 0 && <Bar value={Number(figure.value)} most={most.get(name) ?? 0} />}
                </>
              );
            },
          })),
        ];
        return (
          <>
            <p class="quiet">{own.days(dayText(from), dayText(to))}</p>
            <DataTable
              title={`${capital(sheet.words[language])}, ${periodText(period, own)}`}
              columns={columns}
              rows={rows}
              keyOf={(row, at) => `${at} ${dimensions.map((one) => dimensionText(one, row, language, own)).join(" ")}`}
            />
            {!mayRead && <p class="quiet">{own.needsRole}</p>}
          </>
        );
      }}
    </Answered>
  );
}

/** How much of the largest a figure is: to be seen, not read. */
function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  if (most <= 0 || value <= 0) return null;
  return (
    <span class="bar" aria-hidden="true">
      <span style={{ width: `${Math.round((value / most) * 100)}%` }} />
    </span>
  );
}
