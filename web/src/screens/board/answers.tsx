import { dayText, numberText } from "../../format.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink, titleOf } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import type { Board } from "./duties.ts";
import { WORDS } from "./words.ts";

type Answer = Board["daysToAnswer"]["slowest"][number];

/** How long those waited who asked the unit for information, and which answers make it. */
export function Answers({
  answers: { answers, medianWorkingDays, slowest },
}: {
  readonly answers: Board["daysToAnswer"];
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const number = (value: number): string => numberText(value, language);
  const columns: readonly Column<Answer>[] = [
    {
      head: own.request,
      text: ({ request }) => titleOf(request),
      cell: ({ request }) => <RecordLink of={request} />,
    },
    { head: own.answeredOn, text: ({ on }) => dayText(on) },
    {
      head: own.workingDays,
      align: "end",
      text: ({ workingDays }) => String(workingDays),
      cell: ({ workingDays }) => number(workingDays),
    },
  ];
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{own.answers}</h2>
      {medianWorkingDays === null ? (
        <p class="quiet">{own.noAnswers}</p>
      ) : (
        <>
          <p>{own.median(number(medianWorkingDays), number(answers))}</p>
          <details>
            <summary>{own.whichAnswers}</summary>
            <DataTable title={own.answers} titleHidden columns={columns} rows={slowest} keyOf={(_answer, at) => at} />
            {answers > slowest.length && <p class="quiet">{own.slowestOnly(number(slowest.length))}</p>}
          </details>
        </>
      )}
    </section>
  );
}
