import { capital, useTerms } from "../../catalog.ts";
import { Labelled, type LabelProps } from "../../forms/labelled.tsx";
import { useLanguage } from "../../words/words.ts";

/** One of a list of terms: its first letter chooses it. */
export function Select({
  list,
  value,
  none,
  onChoice,
  first,
  ...told
}: LabelProps & {
  readonly list: string;
  readonly value: string | null;
  /** What it says where none is chosen. */
  readonly none: string;
  readonly onChoice: (value: string | null) => void;
  /** The one that is likeliest stands first. */
  readonly first?: string | undefined;
}) {
  const language = useLanguage();
  const terms = Object.entries(useTerms()?.[list] ?? {});
  const ordered = [...terms.filter(([code]) => code === first), ...terms.filter(([code]) => code !== first)];
  return (
    <Labelled {...told}>
      {({ onInput, ...props }) => (
        <select
          {...props}
          value={value ?? ""}
          onChange={(event) => {
            onInput();
            onChoice(event.currentTarget.value === "" ? null : event.currentTarget.value);
          }}
        >
          <option value="">{none}</option>
          {ordered.map(([code, called]) => (
            <option key={code} value={code}>
              {capital(called[language])}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
