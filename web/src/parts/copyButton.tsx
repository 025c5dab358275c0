import { useState } from "preact/hooks";
import { useWords } from "../words/words.ts";

/** Copies a text. Over plain http browsers let no page do that: there it is not offered, and the text can be selected. */
export function CopyButton({ text }: { readonly text: string }) {
  const words = useWords();
  const [copied, setCopied] = useState<string>();
  if (!("clipboard" in navigator)) return null;
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => undefined,
    );
  return (
    <button type="button" onClick={copy}>
      {copied === text ? words.tools.copied : words.tools.copy}
    </button>
  );
}
