import type { DueDayFragment } from "../../../generated/documents.ts";
import { RecordDue } from "../../../generated/documents.ts";
import type { AsOf } from "../../asOf.ts";
import { capital } from "../../catalog.ts";
import { dayText, momentText, numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { type Language, type Pair, useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

type Words = typeof WORDS extends Pair<infer T> ? T : never;
type Told = Omit<DueDayFragment, "dueIn" | "id">;

/** What is due, in one figure of text for the page and the file. */
export function dueText(due: Told, own: Words, language: Language): string {
  const text = own.by(capital(due.what[language]), due.isByTheHour ? momentText(due.byMoment) : dayText(due.by));
  return due.isOverdue ? `${text} (${own.overdueBy(numberText(due.overdueWorkingDays, language))})` : text;
}

export function DueText({ due }: { readonly due: Told }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  return <span class={due.isOverdue ? "overdue" : undefined}>{dueText(due, own, language)}</span>;
}

/** What a record still owes, where it owes something. */
export function Dues({ id, asOf }: { readonly id: string; readonly asOf: AsOf }) {
  const own = usePair(WORDS);
  const due = useAnswer(RecordDue, { id, asOf }, { title: own.dues }).data?.due.nodes ?? [];
  if (due.length === 0) return null;
  return (
    <ul class="plain dues" aria-label={own.dues}>
      {due.map((one) => (
        <li key={one.id}>
          <DueText due={one} />
        </li>
      ))}
    </ul>
  );
}
