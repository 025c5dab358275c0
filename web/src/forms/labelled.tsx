import type { ComponentChildren, TargetedEvent } from "preact";
import { useId, useState } from "preact/hooks";
import { useWords } from "../words/words.ts";

export interface LabelProps {
  readonly label: string;
  readonly required?: boolean | undefined;
  /** What else is to be known of it. */
  readonly note?: string | null | undefined;
  /** What the ledger says against it. */
  readonly fault?: string | undefined;
  /** One line, with a label that is read out only. */
  readonly compact?: boolean | undefined;
}

/** What each input needs so that it is named, described and told wrong. */
export interface InputProps {
  readonly id: string;
  readonly required: boolean;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
  readonly onInvalid: (event: TargetedEvent<HTMLElement, Event>) => void;
  readonly onInput: () => void;
}

/**
 * A label, an input, and what is wrong with it beside it. The browser's own validation tells what is missing or
 * mistyped (`setCustomValidity`); its bubbles, in the browser's language, are not shown.
 */
export function Labelled({
  label,
  required = false,
  note,
  fault,
  compact,
  children,
}: LabelProps & { readonly children: (props: InputProps) => ComponentChildren }) {
  const words = useWords();
  const id = useId();
  const [told, setTold] = useState<string>();
  const [hidden, setHidden] = useState<string>();
  const wrong = told ?? (fault === hidden ? undefined : fault);
  const described = [note ? `${id}-note` : "", wrong ? `${id}-wrong` : ""].filter((one) => one !== "").join(" ");
  const onInvalid = (event: TargetedEvent<HTMLElement, Event>): void => {
    event.preventDefault();
    const { validity, validationMessage } = event.currentTarget as HTMLInputElement;
    setTold(validity.valueMissing ? words.form.missing : validationMessage);
  };
  const onInput = (): void => {
    setTold(undefined);
    // What the ledger said was about what stood there.
    setHidden(fault);
  };
  return (
    <div class={compact ? "field compact" : "field"}>
      <label for={id} class={compact ? "only-read" : undefined}>
        {label}
        {required && (
          <span class="must" title={words.form.required}>
            {" *"}
          </span>
        )}
      </label>
      {children({
        id,
        required,
        "aria-invalid": wrong !== undefined,
        "aria-describedby": described || undefined,
        onInvalid,
        onInput,
      })}
      {note && (
        <p class="note" id={`${id}-note`}>
          {note}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
