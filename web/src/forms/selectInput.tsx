import { useWords } from "../words/words.ts";
import { Labelled, type LabelProps } from "./labelled.tsx";

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** One of a few, by a list that opens. */
export function SelectInput({
  options,
  none,
  value,
  onValue,
  ...told
}: LabelProps & {
  readonly options: readonly Option[];
  /** What it is where nothing is chosen, by default that one is to choose; null: something is chosen always. */
  readonly none?: string | null | undefined;
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}) {
  const words = useWords();
  return (
    <Labelled {...told}>
      {({ onInput, ...props }) => (
        <select
          {...props}
          value={value ?? ""}
          onChange={({ currentTarget: { value: chosen } }) => {
            onInput();
            onValue(chosen === "" ? null : chosen);
          }}
        >
          {none !== null && <option value="">{none ?? words.form.choose}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
