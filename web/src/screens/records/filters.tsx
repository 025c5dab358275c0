import { capital, type FilterField } from "../../catalog.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { ChoiceInput, TextInput, YesInput } from "../../forms/inputs.tsx";
import { RefInput } from "../../forms/refInput.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { pair, useLanguage, usePair, useWords } from "../../words/words.ts";

const WORDS = pair({ onlyOf: (unit: string): string => `Chỉ của ${unit}` }, { onlyOf: (unit) => `Only of ${unit}` });

/** What a list is narrowed by, in the address: `?statuses=CLOSED&hostId=Unit:…`. */
export function filterIn(query: URLSearchParams, fields: readonly FilterField[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap(({ name, list, as }) => {
      const values = query.getAll(name).filter((one) => one !== "");
      if (values.length === 0) return [];
      const read = (text: string): unknown => (as === "YES" ? text === "true" : as === "COUNT" ? Number(text) : text);
      return [[name, list ? values.map(read) : read(values[0] ?? "")]];
    }),
  );
}

/** The filters of a list, made of what the API takes; each change is a new address. */
export function Filters({ fields }: { readonly fields: readonly FilterField[] }) {
  const words = useWords();
  const own = usePair(WORDS);
  const { unit } = useViewer();
  const { query } = usePlace();
  const isSet = fields.some(({ name }) => query.has(name));
  // Whoever works for a unit mostly looks for what is its.
  const ofUnit = unit && fields.find(({ as, kind, list }) => as === "LINK" && kind === "Unit" && !list);
  return (
    <>
      {ofUnit && !isSet && (
        <p>
          <a href={hrefWith({ [ofUnit.name]: unit.id, after: null })}>{own.onlyOf(unit.name)}</a>
        </p>
      )}
      <details class="filters" open={isSet}>
        <summary>{words.common.filter}</summary>
        <div class="filter-fields">
          {fields.map((field) => (
            <FilterInput key={field.name} field={field} />
          ))}
        </div>
        {isSet && (
          <a href={hrefWith({ ...Object.fromEntries(fields.map(({ name }) => [name, null])), after: null })}>
            {words.common.clear}
          </a>
        )}
      </details>
    </>
  );
}

export function FilterInput({ field }: { readonly field: FilterField }) {
  const language = useLanguage();
  const { mayRead } = useViewer();
  const value = usePlace().query.get(field.name);
  const label = capital(field.words[language]);
  const set = (text: string | null): void => goTo(hrefWith({ [field.name]: text, after: null }));
  switch (field.as) {
    case "TERM":
      return <ChoiceInput label={label} list={field.terms ?? ""} value={value} onChoice={set} />;
    case "DAY":
      return <DayInput label={label} value={value} onDay={set} />;
    case "LINK":
      // Whoever may not search cannot choose either.
      return mayRead ? <RefInput label={label} kind={field.kind ?? null} value={value} onValue={set} /> : null;
    case "YES":
      return (
        <YesInput
          label={label}
          value={value === null ? null : value === "true"}
          onYes={(yes) => set(yes === null ? null : String(yes))}
        />
      );
    default:
      return (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            set(String(new FormData(event.currentTarget).get("text") ?? "").trim() || null);
          }}
        >
          <TypedText label={label} value={value} onText={set} />
        </form>
      );
  }
}

/** Text counts when it is finished, by Enter or by leaving the field. */
function TypedText({
  label,
  value,
  onText,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
}) {
  let typed = value;
  return (
    <span onFocusOut={() => typed !== value && onText(typed)}>
      <TextInput key={value ?? ""} label={label} value={value} onText={(text) => void (typed = text)} />
    </span>
  );
}
