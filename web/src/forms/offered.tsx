import { capital, type Form } from "../catalog.ts";
import { hrefWith } from "../place.ts";
import { useLanguage, useWords } from "../words/words.ts";
import type { OfferedStep } from "./notNow.tsx";
import { MENDING } from "./explained.tsx";

/** The steps that may be taken: those that lead on, and apart from them those that mend, each with what it does. */
export function Offered({
  steps,
  forms,
  chosen,
  onChoose,
}: {
  readonly steps: readonly OfferedStep[];
  readonly forms: readonly Form[];
  /** The mutation whose form is open. */
  readonly chosen: string | undefined;
  readonly onChoose: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const mends = ({ mutation }: OfferedStep): Form["kind"] | undefined =>
    MENDING.find((kind) => forms.some((form) => form.mutation === mutation && form.kind === kind));
  const mending = steps.flatMap((step) => {
    const kind = mends(step);
    return kind ? [{ step, kind }] : [];
  });
  const button = ({ mutation, words: does }: OfferedStep) => (
    <a
      class="button"
      href={hrefWith({ do: chosen === mutation ? null : mutation })}
      aria-current={chosen === mutation ? "true" : undefined}
      onClick={onChoose}
    >
      {capital(does[language])}
    </a>
  );
  return (
    <>
      <ul class="steps">
        {steps
          .filter((step) => !mends(step))
          .map((step) => (
            <li key={step.mutation}>{button(step)}</li>
          ))}
      </ul>
      {mending.length > 0 && (
        <>
          <h3>{words.form.mending}</h3>
          <dl class="mending">
            {mending.map(({ step, kind }) => (
              <div key={step.mutation}>
                <dt>{button(step)}</dt>
                <dd class="quiet">{words.form.kinds[kind]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
