import { createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { capital, type Form, type FormField } from "../../catalog.ts";
import { NotNow } from "../../forms/notNow.tsx";
import { StepForm } from "../../forms/stepForm.tsx";
import type { Values } from "../../forms/declared.tsx";
import { todayInVietnam } from "../../format.ts";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import type { Oversight } from "./moved.ts";
import { WORDS } from "./words.ts";

/** What may be done about the supervision, by whom looks at it: buttons that open the declared forms where they stand. */

export interface Doing {
  readonly oversight: Oversight;
  readonly forms: readonly Form[];
  /** Nothing is entered while one looks at the past, nor by who only reads. */
  readonly mayWrite: boolean;
  readonly onDone: (replayed: boolean) => void;
}

export const DoingContext = createContext<Doing | null>(null);

/** The part of the record that a step is about: it is not asked for. */
interface Part {
  readonly field: string;
  readonly id: string;
  /** Which it is, for those who hear the page. */
  readonly called: string;
}

/** Steps about the supervision, or about a part of it; nothing where none of them may be taken. */
export function StepButtons({
  of,
  part,
  first = {},
}: {
  readonly of: readonly string[];
  readonly part?: Part;
  readonly first?: Values;
}) {
  const doing = useContext(DoingContext);
  const language = useLanguage();
  const { query } = usePlace();
  if (!doing?.mayWrite) return null;
  const { oversight, forms } = doing;
  const may = oversight.nextSteps.filter(({ mutation, allowed }) => allowed && of.includes(mutation));
  if (may.length === 0) return null;
  const isHere = (mutation: string): boolean =>
    query.get("do") === mutation && (query.get("part") ?? "") === (part?.id ?? "");
  const chosen = may.find(({ mutation }) => isHere(mutation));
  const form = forms.find(({ mutation }) => mutation === chosen?.mutation);
  return (
    <div class="doing">
      <ul class="steps">
        {may.map(({ mutation, words }) => (
          <li key={mutation}>
            <a
              class={/^(withdraw|reopen)/.test(mutation) ? "button small" : "button"}
              href={hrefWith(isHere(mutation) ? { do: null, part: null } : { do: mutation, part: part?.id ?? null })}
              aria-current={isHere(mutation) ? "true" : undefined}
            >
              {capital(words[language])}
              {part && <span class="only-read">: {part.called}</span>}
            </a>
          </li>
        ))}
      </ul>
      {form && <StepPanel key={form.mutation} form={form} doing={doing} part={part} first={first} />}
    </div>
  );
}

function StepPanel({
  form,
  doing,
  part,
  first,
}: {
  readonly form: Form;
  readonly doing: Doing;
  readonly part: Part | undefined;
  readonly first: Values;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { oversight, onDone } = doing;
  const shown = shownForm(form, part, own.ofUnits);
  const close = (): void => goTo(hrefWith({ do: null, part: null }), { replace: true });
  return (
    <div class="panel">
      <h3 ref={heading} tabIndex={-1}>
        {capital(form.words[language])}
        {part && <>: {part.called}</>}
      </h3>
      <StepForm
        form={shown}
        record={form.begins ? null : { id: oversight.id, revision: oversight.revision }}
        first={{ ...firstOf(shown, oversight), ...first }}
        about={part?.id ?? (form.begins ? oversight.id : "")}
        adds={(values) => ({
          ...(part ? { [part.field]: part.id } : {}),
          ...(form.begins ? { oversightId: oversight.id, expectedRevision: oversight.revision } : {}),
          ...(form.mutation === "layOversightFigure" ? filtersOf(values) : {}),
        })}
        onDone={({ replayed }) => {
          close();
          onDone(replayed);
        }}
        onCancel={close}
      />
    </div>
  );
}

/** The declared form without what is known here; a measure is chosen by its name, and filters are units. */
function shownForm(form: Form, part: Part | undefined, ofUnits: string): Form {
  const known = [part?.field, form.begins ? "oversightId" : undefined];
  const fields = form.fields.filter(({ name }) => !known.includes(name));
  if (form.mutation !== "layOversightFigure") return { ...form, fields };
  return {
    ...form,
    fields: fields.map((field): FormField => {
      if (field.name === "measure") return { ...field, shape: "CHOICE", choices: { name: "FigureMeasure" } };
      if (field.name !== "filters") return field;
      const words = { vi: ofUnits, en: ofUnits };
      const { fields: _fields, ...bare } = field;
      return { ...bare, name: UNITS, words, shape: "REFS", recordType: "Unit", choices: null };
    }),
  };
}

const UNITS = "ofUnits";

function filtersOf(values: Values): Values {
  const ids = (values[UNITS] ?? []) as readonly string[];
  const filters = [{ dimension: "UNIT", values: ids.map((id) => id.replace(/^.*:/, "")) }];
  // What is asked under another name is not a field of the command.
  return { [UNITS]: undefined, ...(ids.length > 0 ? { filters } : {}) };
}

/** Whoever reports something mostly does so on the day; a figure is mostly laid for the period of the one before. */
function firstOf({ mutation, fields, begins }: Form, oversight: Oversight): Values {
  const days = fields.filter(({ shape, required, name }) => shape === "DAY" && required && /^on$|On$/.test(name));
  const past = days.filter(({ name }) => name !== "dueOn");
  const today = Object.fromEntries(past.map(({ name }) => [name, todayInVietnam()]));
  if (begins) {
    const { title, committee, matters, superviseds } = oversight;
    return { ...today, title, committee, matters, supervisedIds: superviseds.map(({ id }) => id) };
  }
  if (mutation !== "layOversightFigure") return today;
  const last = oversight.figures.at(-1);
  return { from: last?.from ?? oversight.examinedFrom, to: last?.to ?? oversight.examinedTo, bySuccessor: false };
}

const MAIN = [
  ...["decideOversight", "notifyOversight", "holdOversightSession", "draftOversightReport", "concludeOversight"],
  ...["sendOversightConclusion", "publishOversightConclusion", "endOversight"],
];
const CORRECTIONS = ["correctOversight", "cancelOversight", "takeBackOversightEntry", "voidOversight"];

/** What may be done about the supervision as a whole, and what may not be done yet and why. */
export function NextSteps({ isNow }: { readonly isNow: boolean }) {
  const own = usePair(WORDS);
  const words = useWords();
  const { query } = usePlace();
  const doing = useContext(DoingContext);
  if (!doing) return null;
  const { oversight, mayWrite } = doing;
  const steps = oversight.nextSteps.filter(({ refusal }) => refusal?.code !== "NOT_ALLOWED");
  if (steps.length === 0) return null;
  if (!mayWrite) return isNow ? null : <p class="quiet no-print">{words.form.onlyNow}</p>;
  const mayCorrect = steps.some(({ mutation, allowed }) => allowed && CORRECTIONS.includes(mutation));
  const mayGoOn = steps.some(({ mutation, allowed }) => allowed && MAIN.includes(mutation));
  if (!mayGoOn && !mayCorrect && steps.every(({ allowed }) => allowed)) return null;
  return (
    <section aria-labelledby="next" class="card next">
      <h2 id="next">{own.next}</h2>
      <StepButtons of={MAIN} />
      {mayCorrect && (
        <details open={CORRECTIONS.includes(query.get("do") ?? "")}>
          <summary>{own.corrections}</summary>
          <StepButtons of={CORRECTIONS} />
        </details>
      )}
      <NotNow steps={steps} />
    </section>
  );
}
