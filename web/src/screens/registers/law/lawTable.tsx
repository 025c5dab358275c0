import { useMemo } from "preact/hooks";
import type { LawRowPartsFragment } from "../../../../generated/documents.ts";
import { capital, termWords } from "../../../catalog.ts";
import { dayText, numberText } from "../../../format.ts";
import type { Document } from "../../../ledger/document.ts";
import { Answered } from "../../../parts/answered.tsx";
import { type Column, DataTable } from "../../../parts/dataTable.tsx";
import { type Language, useLanguage, usePair } from "../../../words/words.ts";
import { Count, Total, useShown, useText } from "../tools.tsx";
import { matches } from "../unitBook.ts";
import { useWhole } from "../whole.ts";
import { LAW_WORDS } from "./words.ts";

/** What every row of law has: from where it comes, how long it holds, how sure it is. */

export type LawRow = LawRowPartsFragment & { readonly instrument?: string };
export type LawWords = (typeof LAW_WORDS)["vi"];

export interface Telling {
  readonly law: LawWords;
  readonly language: Language;
  /** The name of an instrument by its key. */
  readonly nameOf: (key: string) => string;
}

interface LawPage<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface LawVariables {
  readonly on?: string | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** One table of law on a day, narrowed by text; what is not certain is marked. */
export function LawTable<Asked, Row extends LawRow>({
  document,
  rowsOf,
  title,
  on,
  own,
  telling,
}: {
  readonly document: Document<Asked, LawVariables>;
  readonly rowsOf: (answer: Asked) => LawPage<Row>;
  readonly title: string;
  readonly on: string;
  readonly own: (telling: Telling) => readonly Column<Row>[];
  readonly telling: Telling;
}) {
  const law = usePair(LAW_WORDS);
  const language = useLanguage();
  const text = useText();
  const answer = useWhole(document, { on }, rowsOf, { title, still: true });
  const columns = useMemo(() => [...own(telling), ...lawColumns<Row>(telling)], [own, telling]);
  const rows = useMemo(
    () =>
      (answer.data?.rows ?? []).filter(
        (row) => text === "" || matches(text, ...columns.map((column) => column.text(row))),
      ),
    [answer.data?.rows, columns, text],
  );
  const weak = rows.filter(isWeak).length;
  const { shown, more } = useShown(rows);
  return (
    <Answered answer={answer}>
      {() => (
        <>
          <Total number={rows.length} />
          {weak > 0 && <p class="notice">{law.weak(numberText(weak, language))}</p>}
          <DataTable
            title={title}
            titleHidden
            columns={columns}
            rows={shown}
            keyOf={(_, at) => at}
            all={() => Promise.resolve(rows)}
            rowClass={(row) => (isWeak(row) ? "weak" : undefined)}
          />
          <Count shown={shown.length} all={rows.length} more={more} />
        </>
      )}
    </Answered>
  );
}

const isWeak = ({ confidence }: LawRow): boolean => confidence !== "HIGH";

function provisionText({ provision }: LawRow, law: LawWords): string {
  return provision ? law.article(provision.article, provision.clause ?? "", provision.point ?? "") : "";
}

/** Kind and number: what the instrument is about stands in the table of the instruments. */
const shortName = (name: string): string => /^.*?\d+\/\d{4}\/[^\s,;]+/.exec(name)?.[0] ?? name;

function lawColumns<Row extends LawRow>({ law, language, nameOf }: Telling): readonly Column<Row>[] {
  const instrumentText = (row: Row): string => (row.instrument === undefined ? "" : shortName(nameOf(row.instrument)));
  return [
    {
      head: law.provision,
      text: (row) => [provisionText(row, law), instrumentText(row)].filter((text) => text !== "").join(", "),
    },
    {
      head: law.inForce,
      text: ({ validFrom, validTo }) => law.period(dayText(validFrom), dayText(validTo ?? "")),
    },
    {
      head: law.confidence,
      text: ({ confidence }) => capital(termWords("Confidence", confidence, language)),
      cell: (row) => <Confidence row={row} />,
    },
    { head: law.source, text: ({ source }) => source, only: "FILE" },
  ];
}

function Confidence({ row }: { readonly row: LawRow }) {
  const law = usePair(LAW_WORDS);
  const language = useLanguage();
  return (
    <>
      <span class={isWeak(row) ? "fault" : undefined}>
        {capital(termWords("Confidence", row.confidence, language))}
      </span>
      <details>
        <summary>{law.source}</summary>
        <p class="source">
          <Source text={row.source} />
        </p>
      </details>
    </>
  );
}

/** Where it was read, its addresses as links. */
export function Source({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/[^\s;]+)/).map((part, at) =>
        /^https?:/.test(part) ? (
          <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
