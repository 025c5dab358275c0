import { capital, type FigureSheet } from "../../catalog.ts";
import { ChoiceInput } from "../../forms/inputs.tsx";
import { RefsInput } from "../../forms/refInput.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, useWords } from "../../words/words.ts";

const KINDS: Readonly<Record<string, string>> = { unit: "Unit", agency: "PressAgency", reporter: "Reporter" };

/** What the figures are narrowed to: some units, topics, agencies. */
export function Narrowing({ sheet }: { readonly sheet: FigureSheet }) {
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const { mayRead } = useViewer();
  const fields = sheet.dimensions.filter(
    ({ filter, as }) => filter !== null && (as === "TERM" || (as === "LINK" && mayRead)),
  );
  if (fields.length === 0) return null;
  const isSet = fields.some(({ filter }) => filter !== null && query.has(filter));
  return (
    <details class="filters" open={isSet}>
      <summary>{words.common.filter}</summary>
      <div class="filter-fields">
        {fields.map(({ name, field, filter, as, terms, words: called }) => {
          const values = filter === null ? [] : query.getAll(filter);
          const set = (chosen: readonly string[]): void => goTo(hrefWith({ [filter ?? ""]: chosen }));
          return as === "LINK" ? (
            <RefsInput
              key={name}
              label={capital(called[language])}
              kind={KINDS[field] ?? null}
              values={values}
              onValues={set}
            />
          ) : (
            <ChoiceInput
              key={name}
              label={capital(called[language])}
              list={terms ?? ""}
              value={values[0] ?? null}
              onChoice={(value) => set(value === null ? [] : [value])}
            />
          );
        })}
      </div>
      {isSet && (
        <a href={hrefWith(Object.fromEntries(fields.map(({ filter }) => [filter ?? "", null])))}>
          {words.common.clear}
        </a>
      )}
    </details>
  );
}
