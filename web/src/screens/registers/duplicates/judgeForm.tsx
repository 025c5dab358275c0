import { useEffect, useRef, useState } from "preact/hooks";
import { capital, type Form } from "../../../catalog.ts";
import { command, newCommandId } from "../../../forms/command.ts";
import { Labelled } from "../../../forms/labelled.tsx";
import { Fault, faultWords } from "../../../ledger/ask.ts";
import type { Linked } from "../../../parts/shown.tsx";
import { useLanguage, usePair, useWords } from "../../../words/words.ts";
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
type ChoiceKey = (typeof CHOICES)[number]["key"];

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
  const words = useWords();
  const language = useLanguage();
  const [key, setKey] = useState<ChoiceKey>();
  const [reason, setReason] = useState("");
  const [commandId, setCommandId] = useState(newCommandId);
  const [said, setSaid] = useState<string>();
  const [sending, setSending] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const chosen = CHOICES.find((one) => one.key === key);
  const choose = (one: ChoiceKey): void => {
    setKey(one);
    setSaid(undefined);
    setCommandId(newCommandId());
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const found = CHOICES.find((one) => one.key === event.key);
      if (!found || event.ctrlKey || event.altKey || event.metaKey || isTypedInto(event.target)) return;
      event.preventDefault();
      choose(found.key);
      input.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const submit = async (): Promise<void> => {
    if (!chosen) return setSaid(own.chooseOne);
    if (!element.current?.checkValidity()) return input.current?.focus();
    const [told, other] = chosen.key === "1" ? [second, first] : [first, second];
    setSending(true);
    setSaid(undefined);
    try {
      const outcome = await command(form.mutation, {
        ...{ commandId, visitId: told.id, otherVisitId: other.id, expectedRevision: told.revision },
        ...{ verdict: chosen.verdict, reason: reason.trim() },
      });
      if (outcome.is === "DONE") return onJudged(own[chosen.words]);
      // What is sent next has another body, so it is another command.
      setCommandId(newCommandId());
      setSaid(outcome.says[language]);
    } catch (error) {
      setSaid(faultWords(error, words));
      if (error instanceof Fault && error.code === "BAD_USER_INPUT") setCommandId(newCommandId());
    } finally {
      setSending(false);
    }
  };

  const reasonField = form.fields.find(({ name }) => name === "reason");
  return (
    <form
      ref={element}
      class="panel judge"
      noValidate
      aria-label={capital(form.words[language])}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset class="choices">
        <legend>{own.verdict}</legend>
        {CHOICES.map((one) => (
          <label key={one.key}>
            <input
              type="radio"
              name="verdict"
              value={one.key}
              checked={key === one.key}
              onChange={() => choose(one.key)}
            />
            <kbd>{one.key}</kbd> {own[one.words]}
          </label>
        ))}
      </fieldset>
      <Labelled label={capital(reasonField?.words[language] ?? own.reason)} required={reasonField?.required ?? true}>
        {({ onInput, ...props }) => (
          <input
            {...props}
            ref={input}
            type="text"
            autocomplete="off"
            maxLength={reasonField?.max ?? undefined}
            value={reason}
            onInput={(event) => {
              onInput();
              setReason(event.currentTarget.value.normalize("NFC"));
              setCommandId(newCommandId());
            }}
          />
        )}
      </Labelled>
      {chosen && (
        <p class="usual">
          <span class="quiet">{own.reasonsLabel}: </span>
          {own.reasons[chosen.verdict].map((usual) => (
            <button
              key={usual}
              type="button"
              class="quiet-button"
              onClick={() => {
                setReason(usual);
                setCommandId(newCommandId());
                input.current?.focus();
              }}
            >
              {usual}
            </button>
          ))}
        </p>
      )}
      {said && (
        <p class="notice fault" role="alert">
          {said}
        </p>
      )}
      <p class="buttons">
        <button type="submit" class="main" disabled={sending}>
          {sending ? words.form.sending : words.common.save}
        </button>
      </p>
      <p class="quiet">{own.keys}</p>
    </form>
  );
}

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !["radio", "checkbox", "range"].includes(target.type));
