import type { UnitBoardFiguresQuery } from "../../../generated/documents.ts";
import { capital, useFigureSheet } from "../../catalog.ts";
import { dayText, numberText, signedText } from "../../format.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { type Period, periodParams } from "../../parts/period.ts";
import { href } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { type Done, doneIn, type Measure } from "./duties.ts";
import { WORDS } from "./words.ts";

interface Of {
  readonly unitId: string;
  readonly period: Period;
}

/** What the unit has done under each of its four duties, beside the period before; each number opens to its entries. */
export function DoneInPeriod({ figures, ...of }: Of & { readonly figures: UnitBoardFiguresQuery }) {
  const own = usePair(WORDS);
  const { before } = figures.statementFigureComparison;
  return (
    <>
      <p class="quiet">{own.beforeIs(own.days(dayText(before.from), dayText(before.to)))}</p>
      <div class="duties">
        {doneIn(figures).map((done) => (
          <OneDuty key={done.group} done={done} {...of} />
        ))}
      </div>
    </>
  );
}

/** What was nothing in both periods takes no room on paper. */
const quietOf = ({ compared: { figure, before } }: Measure): string | undefined =>
  figure.value === 0 && before.figure.value === 0 ? "nothing" : undefined;

function OneDuty({ done: { group, book, measures }, unitId, period }: Of & { readonly done: Done }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const sheet = useFigureSheet(book);
  // As the board counts them: with what units had that it has succeeded.
  const asked = { unitIds: [unitId], basis: "successor", ...periodParams(period) };
  const nameOf = ({ name }: Measure): string => {
    const words = sheet?.measures.find((one) => one.name === name)?.words;
    return words ? capital(words[language]) : "…";
  };
  const columns: readonly Column<Measure>[] = [
    { head: own.figure, text: nameOf },
    {
      head: own.inPeriod,
      align: "end",
      text: ({ compared }) => String(compared.figure.value),
      cell: (measure) => {
        const { value } = measure.compared.figure;
        const text = numberText(value, language);
        if (value === 0) return <span class="quiet">{text}</span>;
        return (
          <a
            class={measure.isLate ? "overdue" : undefined}
            href={href(`/figures/${book}/${measure.name}`, asked)}
            aria-label={own.openFigure(nameOf(measure), text)}
          >
            {text}
          </a>
        );
      },
    },
    {
      head: own.before,
      align: "end",
      text: ({ compared }) => String(compared.before.figure.value),
      cell: ({ compared }) => numberText(compared.before.figure.value, language),
    },
    {
      head: own.difference,
      align: "end",
      text: ({ compared }) => String(compared.before.difference),
      cell: ({ compared }) => signedText(compared.before.difference, language),
    },
  ];
  const title = own.groups[group];
  return (
    <section>
      <h3>
        <a href={href(`/figures/${book}`, { ...asked, compare: 1 })}>{title}</a>
      </h3>
      <DataTable
        title={title}
        titleHidden
        columns={columns}
        rows={measures}
        keyOf={({ name }) => name}
        rowClass={quietOf}
      />
    </section>
  );
}
