import { useEffect, useRef, useState } from "preact/hooks";
import { dayText, dayTyped } from "../format.ts";
import { useWords } from "../words/words.ts";
import { Labelled, type LabelProps } from "./labelled.tsx";

/**
 * A day, typed as people write it: `5/10/2019`, `05-10-2019`, `051019`. The browser's own day field shows days in the
 * order of the machine's language; it only lends its calendar.
 */
export function DayInput({
  value,
  onDay,
  ...told
}: LabelProps & { readonly value: string | null; readonly onDay: (day: string | null) => void }) {
  const words = useWords();
  const [text, setText] = useState(value ? dayText(value) : "");
  const typed = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  useEffect(
    () => setText((now) => (dayTyped(now) === value && now !== "" ? now : value ? dayText(value) : "")),
    [value],
  );
  useEffect(() => {
    typed.current?.setCustomValidity(text.trim() !== "" && dayTyped(text) === null ? words.form.badDay : "");
  }, [text, words]);
  const leave = (): void => {
    const day = dayTyped(text);
    if (day !== null) setText(dayText(day));
    if (day !== value && (day !== null || text.trim() === "")) onDay(day);
  };
  return (
    <Labelled {...told}>
      {({ onInput, ...props }) => (
        <span class="day">
          <input
            {...props}
            ref={typed}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            placeholder={words.form.dayHint}
            value={text}
            onInput={(event) => {
              onInput();
              setText(event.currentTarget.value);
            }}
            onChange={leave}
            onKeyDown={(event) => event.key === "Enter" && leave()}
          />
          <button
            type="button"
            class="calendar"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => calendar.current?.showPicker?.()}
          >
            ▾
          </button>
          <input
            ref={calendar}
            type="date"
            class="hidden-picker"
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ""}
            onInput={(event) => event.currentTarget.value && onDay(event.currentTarget.value)}
          />
        </span>
      )}
    </Labelled>
  );
}
