import { useRef, useState } from "preact/hooks";
import { useWords } from "../words/words.ts";
import { CopyButton } from "./copyButton.tsx";
import { download } from "./csv.ts";
import { type Question, usePageParts } from "./questions.ts";

/** What one may take along of any page: its tables as CSV, its questions as GraphQL, itself on paper. */
export function PageTools() {
  const words = useWords();
  const { questions, tables } = usePageParts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      for (const table of tables) download(table.title, await table.rows());
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="tools" role="group" aria-label={words.tools.label}>
      {tables.length > 0 && (
        <button type="button" class="quiet-button" disabled={busy} onClick={() => void take()}>
          {busy ? words.common.loading : words.tools.csv}
        </button>
      )}
      {questions.length > 0 && (
        <button type="button" class="quiet-button" onClick={() => dialog.current?.showModal()}>
          {words.tools.question}
        </button>
      )}
      <button type="button" class="quiet-button" onClick={() => print()}>
        {words.tools.print}
      </button>
      <dialog ref={dialog} aria-label={words.tools.question} class="wide">
        {questions.map((question, at) => (
          <QuestionText key={at} question={question} />
        ))}
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.tools.close}
        </button>
      </dialog>
    </div>
  );
}

function QuestionText({ question }: { readonly question: Question }) {
  const words = useWords();
  const variables = JSON.stringify(question.variables, null, 2);
  const text = pretty(question.document);
  return (
    <section>
      {question.title !== "" && <h3>{question.title}</h3>}
      <pre tabIndex={0}>{text}</pre>
      <p>{words.tools.variables}</p>
      <pre tabIndex={0}>{variables}</pre>
      <CopyButton text={`${text}\n\n# ${words.tools.variables}\n${variables}\n`} />
    </section>
  );
}

/** One field a line: enough for reading; it stays the same question. */
function pretty(document: string): string {
  let depth = 0;
  let round = 0;
  let text = "";
  for (const [letter] of document.replace(/\s+/g, " ").matchAll(/[{}() ]|[^{}() ]+/g)) {
    const line = (): string => `\n${"  ".repeat(depth)}`;
    if (letter === "(") round++;
    if (letter === ")") round--;
    if (round === 0 && letter === "{") {
      depth++;
      text = `${text.trimEnd()} {${line()}`;
    } else if (round === 0 && letter === "}") {
      depth--;
      text = `${text.trimEnd()}${line()}}${line()}`;
    } else if (round === 0 && letter === " " && depth > 0) {
      const last = text.trimEnd();
      text =
        /(?:\.\.\.|\bon|:|@\w+)$/.test(last) || last !== text
          ? `${text}${last === text ? " " : ""}`
          : `${text}${line()}`;
    } else text += letter;
  }
  return text
    .replace(/[ ]+\n/g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
