import type { ComponentChildren } from "preact";
import { Fault, faultWords } from "../ledger/ask.ts";
import type { Answer } from "../ledger/useAnswer.ts";
import { useViewer } from "../viewer.ts";
import { useWords } from "../words/words.ts";
import { NotForYou } from "./who.tsx";

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
  const { subject } = useViewer();
  // Who is nobody yet is not helped by asking again.
  const needsLogin = subject === null && error instanceof Fault && error.code === "UNAUTHENTICATED";
  return (
    <div class="answered" aria-busy={loading}>
      {needsLogin && <NotForYou />}
      {error !== undefined && !needsLogin && (
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
