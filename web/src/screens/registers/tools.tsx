import { useEffect, useState } from "preact/hooks";
import { capital, useTerms } from "../../catalog.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { Labelled } from "../../forms/labelled.tsx";
import { SelectInput } from "../../forms/selectInput.tsx";
import { numberText } from "../../format.ts";
import { type Column } from "../../parts/dataTable.tsx";
import { noteTable } from "../../parts/questions.ts";
import { goTo, hrefWith, type Params, usePlace } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** What narrows a register down: in the address, as everything that the page shows. */

const PAUSE_MS = 120;
export const narrow = (params: Params): void => goTo(hrefWith(params), { replace: true });

/** The text that one types; the list follows as one types. */
export function TextFilter() {
  const own = usePair(WORDS);
  const given = usePlace().query.get("text") ?? "";
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text === given) return;
    const timer = setTimeout(() => narrow({ text: text.trim() === "" ? null : text, more: null }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Labelled label={own.text}>
      {({ onInput, ...props }) => (
        <input
          {...props}
          type="search"
          autocomplete="off"
          placeholder={own.textHint}
          value={text}
          onInput={(event) => {
            onInput();
            setText(event.currentTarget.value);
          }}
        />
      )}
    </Labelled>
  );
}

export const useText = (): string => (usePlace().query.get("text") ?? "").trim();

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The day that is asked in the address; null: the day of the answer. */
export function useOn(): string | null {
  const on = usePlace().query.get("on") ?? "";
  return DAY.test(on) ? on : null;
}

export function DayFilter({ today }: { readonly today: string | undefined }) {
  const own = usePair(WORDS);
  const on = useOn();
  return (
    <DayInput
      label={own.day}
      value={on ?? today ?? null}
      onDay={(day) => narrow({ on: day === today ? null : day, more: null, open: null })}
    />
  );
}

/** One of a few things, each with its words; the first is what holds where nothing is chosen. */
export function Choice({
  label,
  name,
  choices,
  usual = "",
}: {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly usual?: string;
}) {
  const value = usePlace().query.get(name) ?? usual;
  return (
    <SelectInput
      label={label}
      none={null}
      options={choices.map(([code, text]) => ({ value: code, text }))}
      value={value}
      onValue={(chosen) => narrow({ [name]: chosen === usual ? null : chosen, more: null })}
    />
  );
}

export function TermChoice({
  label,
  name,
  list,
}: {
  readonly label: string;
  readonly name: string;
  readonly list: string;
}) {
  const words = useWords();
  const language = useLanguage();
  const terms = Object.entries(useTerms()?.[list] ?? {});
  const choices = terms.map(([code, called]) => [code, capital(called[language])] as const);
  return <Choice label={label} name={name} choices={[["", words.common.all], ...choices]} />;
}

const SHOWN = 100;
/** So many rows at first: a register of a thousand is there at once. */
export function useShown<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly more: number } {
  const more = Math.max(1, Number(usePlace().query.get("more") ?? 1) || 1);
  const shown = rows.length <= SHOWN * more ? rows : rows.slice(0, SHOWN * more);
  return { shown, more };
}

export function Count({ shown, all, more }: { readonly shown: number; readonly all: number; readonly more: number }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  if (shown === all) return null;
  return (
    <p class="pages">
      <span class="quiet">{own.shown(numberText(shown, language), numberText(all, language))}</span>
      <a href={hrefWith({ more: more + 1 })}>{words.common.more}</a>
    </p>
  );
}

export function Total({ number }: { readonly number: number }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <p class="quiet" role="status">
      {words.common.total(numberText(number, language))}
    </p>
  );
}

/** What is not laid out as a table is taken along as one all the same. */
export function useTaken<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  useEffect(
    () =>
      noteTable({
        title,
        rows: () => {
          const told = columns.filter(({ only }) => only !== "PAGE");
          return Promise.resolve([
            told.map(({ head }) => head),
            ...rows.map((row) => told.map(({ text }) => text(row))),
          ]);
        },
      }),
    [title, columns, rows],
  );
}
