import { useEffect, useRef, useState } from "preact/hooks";
import { dayOf, momentIn, timeOf, timeTyped } from "../format.ts";
import { useWords } from "../words/words.ts";
import { DayInput } from "./dayInput.tsx";
import { Labelled, type LabelProps } from "./labelled.tsx";

/** A day and a time in Vietnam, whatever the machine's own zone. Without a time it is no moment. */
export function MomentInput({
  value,
  onMoment,
  ...told
}: LabelProps & { readonly value: string | null; readonly onMoment: (moment: string | null) => void }) {
  const words = useWords();
  const [day, setDay] = useState<string | null>(value && dayOf(value));
  const [time, setTime] = useState(value ? timeOf(value) : "");
  const typed = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (value === null) return;
    setDay(dayOf(value));
    // While somebody types `8h3`, it stays as it is typed.
    setTime((now) => (timeTyped(now) === timeOf(value) ? now : timeOf(value)));
  }, [value]);
  const wrong = day !== null && timeTyped(time) === null;
  useEffect(() => {
    typed.current?.setCustomValidity(wrong ? words.form.badTime : "");
  }, [wrong, words]);
  const tell = (newDay: string | null, newTime: string): void => {
    const clock = timeTyped(newTime);
    onMoment(newDay !== null && clock !== null ? momentIn(newDay, clock) : null);
  };
  return (
    <fieldset class="moment">
      <legend>
        {told.label}
        {told.required && <span class="must"> *</span>}
      </legend>
      <DayInput
        {...told}
        label={words.common.day}
        value={day}
        onDay={(newDay) => {
          setDay(newDay);
          tell(newDay, time);
        }}
      />
      <Labelled label={words.form.timeHint} required={told.required || day !== null}>
        {({ onInput, ...props }) => (
          <input
            {...props}
            ref={typed}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            class="time"
            placeholder="17:05"
            value={time}
            onInput={(event) => {
              onInput();
              setTime(event.currentTarget.value);
              tell(day, event.currentTarget.value);
            }}
            onChange={(event) => {
              const clock = timeTyped(event.currentTarget.value);
              if (clock !== null) setTime(clock);
            }}
          />
        )}
      </Labelled>
    </fieldset>
  );
}
