import { type Both, capital } from "../catalog.ts";
import { useLanguage, useWords } from "../words/words.ts";

/** A step that a record offers, as the API tells it. */
export interface OfferedStep {
  readonly mutation: string;
  readonly words: Both;
  readonly allowed: boolean;
  readonly refusal: { readonly code: string; readonly message: string; readonly messageVi: string } | null;
}

/** What a role may never do is not there. */
export const theirs = (steps: readonly OfferedStep[]): readonly OfferedStep[] =>
  steps.filter(({ refusal }) => refusal?.code !== "NOT_ALLOWED");

/** What may not be done now says why. */
export function NotNow({ steps }: { readonly steps: readonly OfferedStep[] }) {
  const words = useWords();
  const language = useLanguage();
  const mayNot = theirs(steps).filter(({ allowed }) => !allowed);
  if (mayNot.length === 0) return null;
  return (
    <details>
      <summary>{words.form.notNow}</summary>
      <dl class="details">
        {mayNot.map(({ mutation, words: does, refusal }) => (
          <div key={mutation}>
            <dt>{capital(does[language])}</dt>
            <dd>{language === "vi" ? refusal?.messageVi : refusal?.message}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
