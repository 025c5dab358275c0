import type { Form } from "../catalog.ts";
import { useLanguage, useWords } from "../words/words.ts";

/** What mends the record: people take one such step for another. */
export const MENDING: readonly Form["kind"][] = ["CORRECTS", "VOIDS", "TAKES_BACK"];

/** What is to be known of a step before its form is filled in. */
export function Explained({ form: { kind, note, fields } }: { readonly form: Form }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <>
      {MENDING.includes(kind) && (
        <p class="note">
          {words.form.kinds[kind]}
          {kind === "CORRECTS" && fields.some(({ required }) => !required) && ` ${words.form.emptyStays}`}
        </p>
      )}
      {language === "en" && note && <p class="note">{note}</p>}
    </>
  );
}
