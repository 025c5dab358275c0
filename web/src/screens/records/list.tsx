import { useMemo } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { capital, kindOf, type KindSheet, selectionOf, type ShownShape, useSheet } from "../../catalog.ts";
import { Beginnings } from "../../forms/beginnings.tsx";
import { numberText } from "../../format.ts";
import { ask } from "../../ledger/ask.ts";
import type { MadeDocument } from "../../ledger/document.ts";
import { allRows } from "../../ledger/pages.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink, Shown, valueText } from "../../parts/shown.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useViewer } from "../../viewer.ts";
import { type Language, useLanguage, useWords } from "../../words/words.ts";
import { COLUMNS, USUAL_COLUMNS } from "./columns.ts";
import { Filters, filterIn } from "./filters.tsx";

/** Rows of a page: the first where the address says nothing. */
const ROWS = [25, 50, 100] as const;
/** Of a file that is taken along: more is asked of the API by whoever needs it. */
const MOST_ROWS = 10_000;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

interface Page {
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly totalCount: { readonly value: number; readonly isExact: boolean };
  readonly basis: { readonly position: string; readonly today: string };
}

function columnsOf(sheet: KindSheet, language: Language, record: string): readonly Column<Row>[] {
  const shapes = shownIn(sheet);
  return [
    { head: record, text: ({ title }) => title, cell: (row) => <RecordLink of={row} /> },
    ...shapes.map((shape): Column<Row> => ({
      head: capital(shape.words[language]),
      text: (row) =>
        shape.as === "VND" ? String(row[shape.name] ?? "") : valueText(brief(shape), row[shape.name], language),
      cell: (row) => <Shown shape={brief(shape)} value={row[shape.name]} />,
      ...(shape.as === "VND" || shape.as === "COUNT" ? { align: "end" as const } : {}),
    })),
  ];
}

function shownIn({ kind, shapes }: KindSheet): readonly ShownShape[] {
  const chosen = COLUMNS[kind]?.flatMap((name) => shapes.find((shape) => shape.name === name) ?? []);
  return chosen ?? shapes.filter(({ as }) => as !== "PART" && as !== "ID").slice(0, USUAL_COLUMNS);
}

/** Of a part only what names it: a host's unit, a reporter's name. */
function brief(shape: ShownShape): ShownShape {
  if (shape.as !== "PART") return shape;
  const fields = (shape.fields ?? []).filter(({ as }) => as !== "ID" && as !== "PART");
  const links = fields.filter(({ as }) => as === "LINK");
  const [named = fields[0]] = links;
  return named ? { ...shape, fields: [named] } : shape;
}

/** The list of a kind of record: filtered, in pages, as it was at any moment. */
export function RecordList() {
  const kind = kindOf(partOf("kind"));
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const { mayWrite } = useViewer();
  const asOf = useAsOf();
  const sheet = useSheet<KindSheet>(kind?.sheet);
  const after = query.get("after");
  const rows = ROWS.find((one) => String(one) === query.get("rows")) ?? ROWS[0];
  const filter = sheet ? filterIn(query, sheet.filter) : {};
  const document = useMemo(() => (kind?.list && sheet ? listDocument(kind.list, sheet) : null), [kind, sheet]);
  const variables = { filter, asOf, first: rows, after };
  const answer = useAnswer(document, document && variables, { title: kind?.words[language] ?? "" });
  const columns = useMemo(() => (sheet ? columnsOf(sheet, language, words.common.record) : []), [sheet, language]);
  if (!kind?.list) return <p class="notice">{words.common.notFound}</p>;
  const title = capital(kind.words[language]);
  const { query: name } = kind.list;
  const all = (): Promise<readonly Row[]> =>
    allRows<Row>(asOf, MOST_ROWS, async (asOf, after) => {
      const answer = document && (await ask(document, { filter, asOf, first: 100, after }));
      return answer?.[name] as Page | undefined;
    });
  return (
    <>
      <h1>{title}</h1>
      {mayWrite && asOf === null && <Beginnings kind={kind} />}
      {sheet && <Filters fields={sheet.filter} />}
      <Answered answer={answer}>
        {(data) => {
          const page = data[name] as Page;
          const { value, isExact } = page.totalCount;
          const count = numberText(value, language);
          return (
            <>
              <p class="quiet">{isExact ? words.common.total(count) : words.common.atLeast(count)}</p>
              <DataTable
                title={title}
                titleHidden
                columns={columns}
                rows={page.nodes}
                keyOf={({ id }) => id}
                all={all}
              />
              <p class="pages">
                <RowsOfAPage chosen={rows} />
                {after !== null && <a href={hrefWith({ after: null })}>{words.common.first}</a>}
                {page.pageInfo.hasNextPage && (
                  <a href={hrefWith({ after: page.pageInfo.endCursor })}>{words.common.next}</a>
                )}
              </p>
            </>
          );
        }}
      </Answered>
    </>
  );
}

function RowsOfAPage({ chosen }: { readonly chosen: number }) {
  const words = useWords();
  return (
    <label>
      {words.common.rows}{" "}
      <select
        class="short"
        value={chosen}
        onChange={({ currentTarget: { value } }) => goTo(hrefWith({ rows: value, after: null }))}
      >
        {ROWS.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

function listDocument(
  { query, filter }: { readonly query: string; readonly filter: string },
  sheet: KindSheet,
): MadeDocument {
  const fields = shownIn(sheet)
    .map((shape) => selectionOf(brief(shape)))
    .join(" ");
  return `query ($filter: ${filter}, $asOf: AsOf, $first: Int, $after: String) {
    ${query}(filter: $filter, asOf: $asOf, first: $first, after: $after) {
      basis { position today } totalCount { value isExact } pageInfo { hasNextPage hasPreviousPage endCursor }
      nodes { __typename id title ${fields} } } }` as MadeDocument;
}
