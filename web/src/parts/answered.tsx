import type { ComponentChildren } from "preact";
import { faultWords } from "../ledger/ask.ts";
import type { Answer } from "../ledger/useAnswer.ts";
import { useWords } from "../words/words.ts";

/** What is shown of an answer: itself, that it is on its way, or why it does not come. */
export function Answered<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>;
  readonly children: (data: T) => ComponentChildren;
}) {
  const words = useWords();
  const { data, error, loading, slow, again } = answer;
  return (
    <div class="answered" aria-busy={loading}>
      {error !== undefined && (
        <p class="notice fault" role="alert">
          {faultWords(error, words)}{" "}
          <button type="button" onClick={again}>
            {words.common.again}
          </button>
        </p>
      )}
      {slow && (
        <p class="quiet" role="status">
          {words.common.slow}
        </p>
      )}
      {data === undefined ? loading && !slow && <p class="quiet waiting">{words.common.loading}</p> : children(data)}
    </div>
  );
}
