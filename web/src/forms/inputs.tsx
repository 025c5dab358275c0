import { useEffect, useRef, useState } from "preact/hooks";
import { capital, useTerms } from "../catalog.ts";
import { numberText } from "../format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { Labelled, type LabelProps } from "./labelled.tsx";
import { SelectInput } from "./selectInput.tsx";

/** The plain inputs of a form: text, numbers, sums, terms, yes or no. */

export function TextInput({
  value,
  onText,
  max,
  multiline,
  ...told
}: LabelProps & {
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
  readonly max?: number | null;
  readonly multiline?: boolean;
}) {
  const Box = multiline ? "textarea" : "input";
  return (
    <Labelled {...told}>
      {({ onInput, ...props }) => (
        <Box
          {...(props as object)}
          {...(multiline ? { rows: 3 } : { type: "text" })}
          maxLength={max ?? undefined}
          autocomplete="off"
          value={value ?? ""}
          onInput={(event: { currentTarget: { value: string } }) => {
            onInput();
            const text = event.currentTarget.value.normalize("NFC");
            onText(text === "" ? null : text);
          }}
        />
      )}
    </Labelled>
  );
}

/** A whole number, or a sum in đồng: digits, with or without points between thousands. */
export function NumberInput({
  value,
  onNumber,
  max,
  unit,
  ...told
}: LabelProps & {
  /** Its digits. */
  readonly value: string | null;
  readonly onNumber: (digits: string | null) => void;
  readonly max?: number | null;
  readonly unit?: string;
}) {
  const words = useWords();
  const language = useLanguage();
  const [text, setText] = useState(value === null ? "" : numberText(value, language));
  const input = useRef<HTMLInputElement>(null);
  const digits = text.replace(/[.,\s]/g, "");
  const wrong = digits !== "" && !/^\d{1,15}$/.test(digits);
  useEffect(() => {
    const tooMuch = !wrong && max != null && Number(digits) > max;
    input.current?.setCustomValidity(wrong ? words.form.badNumber : tooMuch ? `≤ ${numberText(max, language)}` : "");
  }, [text, words]);
  useEffect(() => setText(value === null ? (wrong ? text : "") : numberText(value, language)), [value]);
  return (
    <Labelled {...told}>
      {({ onInput, ...props }) => (
        <span class="number">
          <input
            {...props}
            ref={input}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={text}
            onInput={(event) => {
              onInput();
              const typed = event.currentTarget.value;
              const plain = typed.replace(/[.,\s]/g, "");
              setText(/^\d{4,15}$/.test(plain) ? numberText(plain, language) : typed);
              onNumber(/^\d{1,15}$/.test(plain) ? plain : null);
            }}
          />
          {unit && <span class="unit">{unit}</span>}
        </span>
      )}
    </Labelled>
  );
}

export function ChoiceInput({
  list,
  none,
  first,
  value,
  onChoice,
  ...told
}: LabelProps & {
  /** The list of terms. */
  readonly list: string;
  /** What it is where nothing is chosen. */
  readonly none?: string;
  /** The one that is likeliest stands first. */
  readonly first?: string | undefined;
  readonly value: string | null;
  readonly onChoice: (value: string | null) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const terms = Object.entries(useTerms()?.[list] ?? {});
  const ordered = [...terms.filter(([code]) => code === first), ...terms.filter(([code]) => code !== first)];
  return (
    <SelectInput
      {...told}
      none={none ?? (told.required ? undefined : words.common.none)}
      options={ordered.map(([code, called]) => ({ value: code, text: capital(called[language]) }))}
      value={value}
      onValue={onChoice}
    />
  );
}

export function ChoicesInput({
  list,
  values,
  onChoices,
  label,
  required,
  fault,
}: LabelProps & {
  readonly list: string;
  readonly values: readonly string[];
  readonly onChoices: (values: readonly string[]) => void;
}) {
  const language = useLanguage();
  const terms = Object.entries(useTerms()?.[list] ?? {});
  return (
    <fieldset class="choices">
      <legend>
        {label}
        {required && <span class="must"> *</span>}
      </legend>
      {terms.map(([code, called]) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={values.includes(code)}
            onChange={(event) =>
              onChoices(event.currentTarget.checked ? [...values, code] : values.filter((one) => one !== code))
            }
          />
          {capital(called[language])}
        </label>
      ))}
      {fault && (
        <p class="wrong" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

export function YesInput({
  value,
  onYes,
  ...told
}: LabelProps & { readonly value: boolean | null; readonly onYes: (value: boolean | null) => void }) {
  const words = useWords();
  return (
    <SelectInput
      {...told}
      none={told.required ? undefined : words.common.none}
      options={[
        { value: "yes", text: words.common.yes },
        { value: "no", text: words.common.no },
      ]}
      value={value === null ? null : value ? "yes" : "no"}
      onValue={(chosen) => onYes(chosen === null ? null : chosen === "yes")}
    />
  );
}
