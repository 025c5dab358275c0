import { useMemo } from "preact/hooks";
import { WorkCalendarOfYear, type WorkCalendarOfYearQuery } from "../../../../generated/documents.ts";
import { capital, termWords } from "../../../catalog.ts";
import { dayText } from "../../../format.ts";
import { useAnswer } from "../../../ledger/useAnswer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { type Column, DataTable } from "../../../parts/dataTable.tsx";
import { useLanguage, usePair } from "../../../words/words.ts";
import { Source } from "./lawTable.tsx";
import { LAW_WORDS } from "./words.ts";

type SpecialDay = WorkCalendarOfYearQuery["workCalendar"]["specialDays"][number];

/** The days off and the days worked for them, of the year of the day. */
export function WorkCalendar({ on }: { readonly on: string }) {
  const law = usePair(LAW_WORDS);
  const language = useLanguage();
  const year = Number(on.slice(0, 4));
  const answer = useAnswer(WorkCalendarOfYear, { year }, { title: law.tables.calendar, still: true });
  const columns = useMemo((): readonly Column<SpecialDay>[] => {
    const term = (list: string, value: string): string => capital(termWords(list, value, language));
    return [
      { head: law.day, text: ({ day }) => dayText(day), cell: ({ day }) => <span class="value">{dayText(day)}</span> },
      { head: law.kind, text: ({ kind }) => term("SpecialDayKind", kind) },
      { head: law.holiday, text: ({ name }) => name[language] },
      {
        head: law.confidence,
        text: ({ confidence }) => term("Confidence", confidence),
        cell: ({ confidence }) => (
          <span class={confidence === "HIGH" ? undefined : "fault"}>{term("Confidence", confidence)}</span>
        ),
      },
      {
        head: law.source,
        text: ({ source }) => source,
        cell: ({ source }) => (
          <details>
            <summary>{law.source}</summary>
            <p class="source">
              <Source text={source} />
            </p>
          </details>
        ),
      },
    ];
  }, [law, language]);
  return (
    <Answered answer={answer}>
      {({ workCalendar: { isKnown, specialDays } }) => (
        <>
          {!isKnown && <p class="notice">{law.unknown}</p>}
          <DataTable
            title={`${law.tables.calendar} ${year}`}
            columns={columns}
            rows={specialDays}
            keyOf={({ day }) => day}
            rowClass={({ confidence }) => (confidence === "HIGH" ? undefined : "weak")}
          />
        </>
      )}
    </Answered>
  );
}
