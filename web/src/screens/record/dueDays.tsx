import { RecordDue } from "../../../generated/documents.ts";
import type { AsOf } from "../../asOf.ts";
import { capital } from "../../catalog.ts";
import { dayText, momentText, numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** What the record still owes, and by when. */
export function DueDays({ id, asOf }: { readonly id: string; readonly asOf: AsOf }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { data } = useAnswer(RecordDue, { id, asOf }, { title: own.due });
  const due = data?.due.nodes ?? [];
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="due">
      <h2 id="due">{own.due}</h2>
      <ul class="plain due">
        {due.map((one) => (
          <li key={one.id} class={one.isOverdue ? "overdue" : undefined}>
            {capital(one.what[language])}: {own.by}{" "}
            <strong>{one.isByTheHour ? momentText(one.byMoment) : dayText(one.by)}</strong>
            {one.isOverdue && <> ({own.overdue(numberText(one.overdueWorkingDays, language))})</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
