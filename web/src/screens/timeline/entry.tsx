import { momentText, numberText } from "../../format.ts";
import { actorText, sentence } from "../../parts/event.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { daysLate, type TwoTimes } from "./late.ts";
import { WORDS } from "./words.ts";

/** An event as a list tells it. */
export interface Entry extends TwoTimes {
  readonly position: string;
  readonly type: string;
  readonly summary: string;
  readonly summaryVi: string;
  readonly actor: { readonly subject: string; readonly role: string; readonly unitName: string | null };
  readonly subjects: readonly { readonly id: string; readonly title: string }[];
  readonly event: {
    readonly commandId: string;
    readonly enteredAt: string | null;
    readonly reason: string | null;
  };
}

/** More than these would hide the sentence itself. */
const SUBJECTS = 6;

/** What happened, to whom, when, when it was known, who did it, and why. */
export function EntryText({ entry }: { readonly entry: Entry }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { occurredAt, recordedAt, subjects, event, actor } = entry;
  const late = daysLate(entry);
  const [happened, known] = [momentText(occurredAt), momentText(recordedAt)];
  return (
    <>
      <p class={subjects.length === 0 ? "what minor" : "what"}>{sentence(entry, language)}</p>
      <p class="times">
        <span>
          {own.happened} {happened}
        </span>
        {happened !== known && (
          <>
            {" · "}
            <span>
              {own.known} {known}
            </span>
          </>
        )}
        {late > 0 && (
          <>
            {" "}
            <strong class="late-by">{own.late(numberText(late, language))}</strong>
          </>
        )}
        {" · "}
        <span class="quiet">{actorText(actor, language)}</span>
      </p>
      {subjects.length > 0 && (
        <ul class="subjects">
          {subjects.slice(0, SUBJECTS).map((subject) => (
            <li key={subject.id}>
              <RecordLink of={subject} />
            </li>
          ))}
          {subjects.length > SUBJECTS && (
            <li class="quiet">{own.others(numberText(subjects.length - SUBJECTS, language))}</li>
          )}
        </ul>
      )}
      {event.reason && (
        <p>
          {own.reason}: {event.reason}
        </p>
      )}
      {event.enteredAt && <p class="quiet">{own.enteredAt(momentText(event.enteredAt))}</p>}
    </>
  );
}
