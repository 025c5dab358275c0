import { useEffect, useRef, useState } from "preact/hooks";
import type { Form } from "../../../catalog.ts";
import { DeclaredFields, FaultOf, type Values } from "../../../forms/declared.tsx";
import { type FieldsTold, StepForm } from "../../../forms/stepForm.tsx";
import type { Linked } from "../../../parts/shown.tsx";
import { usePair } from "../../../words/words.ts";
import { DUPLICATE_WORDS } from "./words.ts";

/** A visit of a pair, with what is shown of it. */
export interface ShownVisit extends Linked {
  readonly revision: number;
  readonly nextSteps: readonly { readonly mutation: string; readonly allowed: boolean }[];
  readonly [field: string]: unknown;
}

/** What may be said of a pair; a duplicate is voided, the other one stands. */
const CHOICES = [
  { key: "1", words: "keepFirst", verdict: "DUPLICATE" },
  { key: "2", words: "keepSecond", verdict: "DUPLICATE" },
  { key: "3", words: "distinct", verdict: "DISTINCT" },
] as const;

const chosenIn = ({ choice }: Values) => CHOICES.find(({ key }) => key === choice);

/** The verdict on a pair, in place and by keyboard: a key chooses, the reason is written, Enter saves. */
export function JudgeForm({
  form,
  first,
  second,
  onJudged,
}: {
  readonly form: Form;
  readonly first: ShownVisit;
  readonly second: ShownVisit;
  readonly onJudged: (what: string) => void;
}) {
  const own = usePair(DUPLICATE_WORDS);
  const sent = useRef("");
  return (
    <div class="panel judge">
      <StepForm
        form={form}
        record={null}
        about={`${first.id}:${second.id}`}
        fields={(told) => <Verdict form={form} {...told} />}
        adds={(values) => {
          const chosen = chosenIn(values);
          const [judged, other] = chosen?.key === "1" ? [second, first] : [first, second];
          sent.current = chosen ? own[chosen.words] : "";
          return {
            ...{ visitId: judged.id, expectedRevision: judged.revision },
            ...{ otherVisitId: other.id, verdict: chosen?.verdict },
          };
        }}
        onDone={() => onJudged(sent.current)}
      />
      <p class="quiet">{own.keys}</p>
    </div>
  );
}

function Verdict({ form, values, onValues, faults }: FieldsTold & { readonly form: Form }) {
  const own = usePair(DUPLICATE_WORDS);
  const [isMissing, setMissing] = useState(false);
  const reason = useRef<HTMLDivElement>(null);
  const chosen = chosenIn(values);
  const choose = (choice: string): void => {
    setMissing(false);
    onValues({ ...values, choice });
  };
  const write = (): void => reason.current?.querySelector("input")?.focus();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const found = CHOICES.find(({ key }) => key === event.key);
      if (!found || event.ctrlKey || event.altKey || event.metaKey || isTypedInto(event.target)) return;
      event.preventDefault();
      choose(found.key);
      write();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [values]);
  return (
    <>
      <fieldset class="choices">
        <legend>{own.verdict}</legend>
        {CHOICES.map(({ key, words }) => (
          <label key={key}>
            <input
              type="radio"
              name="verdict"
              required
              checked={key === chosen?.key}
              onInvalid={(event) => {
                event.preventDefault();
                setMissing(true);
              }}
              onChange={() => choose(key)}
            />
            <kbd>{key}</kbd> {own[words]}
          </label>
        ))}
        <FaultOf
          says={isMissing ? own.chooseOne : (faults["verdict"] ?? faults["visitId"] ?? faults["otherVisitId"])}
        />
      </fieldset>
      <div ref={reason}>
        <DeclaredFields
          // One line: Enter saves.
          fields={form.fields.flatMap((field) => (field.name === "reason" ? { ...field, multiline: false } : []))}
          values={values}
          onValues={onValues}
          faults={faults}
          recordId={null}
        />
      </div>
      {chosen && (
        <p class="usual">
          <span class="quiet">{own.reasonsLabel}: </span>
          {own.reasons[chosen.verdict].map((usual) => (
            <button
              key={usual}
              type="button"
              class="quiet-button"
              onClick={() => {
                onValues({ ...values, reason: usual });
                write();
              }}
            >
              {usual}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !["radio", "checkbox", "range"].includes(target.type));
