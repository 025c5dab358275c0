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
export function Dues({
  id,
  asOf,
  saysNone = false,
}: {
  readonly id: string;
  readonly asOf: AsOf;
  /** That nothing is due is said too. */
  readonly saysNone?: boolean;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { data } = useAnswer(RecordDue, { id, asOf }, { title: own.dues });
  const due = data?.due.nodes ?? [];
  if (due.length === 0) return data && saysNone ? <p class="quiet">{capital(own.nothingDue)}.</p> : null;
  // Several parts of a record, as its measures, may owe the same by the same day.
  const alike = new Map<string, (typeof due)[number][]>();
  for (const one of due) {
    const text = dueText(one, own, language);
    alike.set(text, [...(alike.get(text) ?? []), one]);
  }
  return (
    <ul class="plain dues" aria-label={own.dues}>
      {[...alike].map(([text, [one, ...others]]) => (
        <li key={text}>
          {one && <DueText due={one} />}
          {others.length > 0 && ` × ${others.length + 1}`}
        </li>
      ))}
    </ul>
  );
}
