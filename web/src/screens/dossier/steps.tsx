import type { Form, FormField } from "../../catalog.ts";
import { useAsOf } from "../../asOf.ts";
import type { Values } from "../../forms/declared.tsx";
import { NotNow, theirs } from "../../forms/notNow.tsx";
import { type KnownOf, type Part, Steps } from "../../forms/steps.tsx";
import { todayInVietnam } from "../../format.ts";
import { usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { usePair, useWords } from "../../words/words.ts";
import type { Oversight } from "./moved.ts";
import { WORDS } from "./words.ts";

/** Steps about the supervision, or about a part of it, where one looks at what they are about. */
export function StepButtons({
  oversight,
  of,
  part,
  first = {},
}: {
  readonly oversight: Oversight;
  readonly of: readonly string[];
  readonly part?: Part;
  readonly first?: Values;
}) {
  const known = useKnown(oversight);
  const knownHere: KnownOf = (form) => {
    const told = known(form);
    return { ...told, first: { ...told.first, ...first } };
  };
  return <Steps of={oversight} only={of} known={knownHere} {...(part && { part })} />;
}

/** Which of these steps about a part the address asks for without saying of which part: it is chosen in the form. */
export function useOfSomePart(steps: readonly string[]): readonly string[] {
  const { query } = usePlace();
  return query.has("of") ? [] : steps.filter((one) => one === query.get("do"));
}

/** What is known here is not asked; a measure is chosen by its name, and filters are units. */
function useKnown(oversight: Oversight): KnownOf {
  const { ofUnits } = usePair(WORDS);
  return (form) => {
    const first = firstOf(form, oversight);
    if (form.begins) {
      return {
        first,
        form: { ...form, fields: form.fields.filter(({ name }) => name !== "oversightId") },
        adds: () => ({ oversightId: oversight.id, expectedRevision: oversight.revision }),
      };
    }
    if (form.mutation !== "layOversightFigure") return { first };
    const fields = form.fields.map((field): FormField => {
      if (field.name === "measure") return { ...field, shape: "CHOICE", choices: { name: "FigureMeasure" } };
      if (field.name !== "filters") return field;
      const words = { vi: ofUnits, en: ofUnits };
      const { fields: _fields, ...bare } = field;
      return { ...bare, name: UNITS, words, shape: "REFS", recordType: "Unit", choices: null };
    });
    return { first, form: { ...form, fields }, adds: filtersOf };
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
export function NextSteps({ oversight }: { readonly oversight: Oversight }) {
  const own = usePair(WORDS);
  const words = useWords();
  const isNow = useAsOf() === null;
  const { mayWrite } = useViewer();
  const known = useKnown(oversight);
  const steps = theirs(oversight.nextSteps);
  if (steps.length === 0) return null;
  if (!isNow) return <p class="quiet no-print">{words.form.onlyNow}</p>;
  const whole = [...MAIN, ...CORRECTIONS];
  if (!mayWrite || steps.every(({ mutation, allowed }) => allowed && !whole.includes(mutation))) return null;
  return (
    <section aria-labelledby="next" class="card next">
      <h2 id="next">{own.next}</h2>
      <Steps of={oversight} only={whole} fold={{ order: MAIN, further: () => own.corrections }} known={known} />
      <NotNow steps={steps} />
    </section>
  );
}
