import { useLayoutEffect, useRef } from "preact/hooks";
import { DayInput } from "../../forms/dayInput.tsx";
import { TextInput } from "../../forms/inputs.tsx";
import { Labelled, type LabelProps } from "../../forms/labelled.tsx";
import { timeTyped, todayInVietnam } from "../../format.ts";
import { usePair, useWords } from "../../words/words.ts";
import { isLate, type When } from "./draft.ts";
import type { PartProps } from "./people.tsx";
import { WORDS } from "./words.ts";

const CHOICES: readonly (readonly [When, "now" | "appointment" | "earlier"])[] = [
  ["NOW", "now"],
  ["APPOINTMENT", "appointment"],
  ["EARLIER", "earlier"],
];

/** They are here, or will come, or came before: arrows choose. */
export function WhenFields({ draft, change, faultAt }: PartProps) {
  const own = usePair(WORDS);
  const words = useWords();
  const { when, day, time } = draft;
  const fault = when === "APPOINTMENT" ? faultAt("appointmentAt") : faultAt("occurredAt");
  return (
    <fieldset class="when">
      <legend>{own.when}</legend>
      <div class="radios">
        {CHOICES.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="when"
              checked={when === value}
              onChange={() => change({ when: value, day: value === "EARLIER" ? (day ?? todayInVietnam()) : day })}
            />
            {own[name]}
          </label>
        ))}
      </div>
      {when !== "NOW" && (
        <div class="row">
          <DayInput
            label={words.common.day}
            required
            value={day}
            onDay={(changed) => change({ day: changed })}
            fault={fault}
          />
          <TimeInput label={own.time} required value={time} onTime={(changed) => change({ time: changed })} />
        </div>
      )}
      {when === "NOW" && fault && (
        <p class="wrong" role="alert">
          {fault}
        </p>
      )}
      {isLate(draft) && (
        <TextInput
          label={words.form.lateReason}
          required
          max={500}
          value={draft.lateEntryReason}
          onText={(lateEntryReason) => change({ lateEntryReason })}
          fault={faultAt("lateEntryReason")}
        />
      )}
    </fieldset>
  );
}

/** A time as people type it: `1705`, `17h05`, `8h`. */
function TimeInput({
  value,
  onTime,
  ...told
}: LabelProps & { readonly value: string; readonly onTime: (text: string) => void }) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.setCustomValidity(value.trim() !== "" && timeTyped(value) === null ? words.form.badTime : "");
  }, [value, words]);
  return (
    <Labelled {...told}>
      {({ onInput, ...props }) => (
        <input
          {...props}
          ref={input}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          class="time"
          placeholder="17:05"
          value={value}
          onInput={(event) => {
            onInput();
            onTime(event.currentTarget.value);
          }}
          onChange={(event) => {
            const clock = timeTyped(event.currentTarget.value);
            if (clock !== null) onTime(clock);
          }}
        />
      )}
    </Labelled>
  );
}
