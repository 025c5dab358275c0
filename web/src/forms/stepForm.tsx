import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { capital, type Form } from "../catalog.ts";
import { dayOf, todayInVietnam } from "../format.ts";
import { Fault, faultWords } from "../ledger/ask.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { command, type Input, inputOf, newCommandId, type Outcome } from "./command.ts";
import { type Draft, useDraft } from "./draft.ts";
import { DeclaredFields, type Faults, type Values } from "./declared.tsx";
import { MomentInput } from "./momentInput.tsx";
import { TextInput } from "./inputs.tsx";
import { Explained } from "./explained.tsx";
import { useStanding } from "./standing.ts";

/** What a form shaped by hand is told, in the place of its declared inputs. */
export interface FieldsTold {
  readonly values: Values;
  readonly onValues: (values: Values) => void;
  readonly faults: Faults;
  /** What stands at the path was changed otherwise than by typing: what was said against it is over. */
  readonly answered: (path: string) => void;
  /** When it happened, where that was not now. */
  readonly occurredAt: string | null;
}

/** The form of a step, made of its declaration. What is typed is kept on the device until it is in the ledger. */
export function StepForm({
  form,
  record,
  first = {},
  about = "",
  fields,
  adds,
  onDone,
  onCancel,
}: {
  readonly form: Form;
  /** The record that it is about, with the revision that was read. */
  readonly record: { readonly id: string; readonly revision: number } | null;
  /** What stands in the fields at first. */
  readonly first?: Values;
  /** Of what it is, besides its record: a part of it, or what led to a new one. Each has a draft of its own. */
  readonly about?: string;
  /** Its inputs, where they are not simply the declared ones. */
  readonly fields?: (told: FieldsTold) => ComponentChildren;
  /** What is sent besides what is asked: the part that it is about, or what follows from what was typed. */
  readonly adds?: (values: Values) => Values;
  readonly onDone: (outcome: Extract<Outcome, { is: "DONE" }>) => void;
  readonly onCancel?: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const of = `${record?.id ?? ""}${about === "" ? "" : `:${about}`}`;
  const { draft, isKept, change, forget } = useDraft(`draft:${form.mutation}:${of}`, first);
  const [late, setLate] = useState(draft.occurredAt !== null);
  const [faults, setFaults] = useState<Faults>({});
  const [said, setSaid] = useState<string>();
  const [sending, setSending] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const standing = useStanding(form, record?.id ?? null, draft.values);
  const submit = async (): Promise<void> => {
    if (!element.current?.checkValidity()) {
      setSaid(words.form.problems);
      element.current?.querySelector<HTMLElement>("[aria-invalid=true], :invalid:not(fieldset)")?.focus();
      return;
    }
    setSending(true);
    setSaid(undefined);
    setFaults({});
    try {
      const outcome = await command(form.mutation, {
        ...commandInput(form, record, draft),
        ...adds?.(draft.values),
      });
      if (outcome.is === "DONE") {
        forget();
        onDone(outcome);
        return;
      }
      // What is sent next has another body, so it is another command.
      change({ commandId: newCommandId() });
      const path = outcome.path.filter((part) => part !== "input").join(".");
      const says = outcome.says[language];
      if (!isOnForm(form, path, record !== null)) setSaid(says);
      else {
        if (WHEN.includes(path)) setLate(true);
        setFaults({ [path]: says });
      }
    } catch (error) {
      setSaid(faultWords(error, words));
      // It may have been done: the same command is sent again as it is.
      if (error instanceof Fault && error.code === "BAD_USER_INPUT") change({ commandId: newCommandId() });
    } finally {
      setSending(false);
    }
  };
  useEffect(() => {
    if (Object.keys(faults).length > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);

  const told = { values: draft.values, onValues: (values: Values): void => change({ values }), faults };
  const answered = (path: string): void =>
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => name !== path)));
  return (
    <form
      ref={element}
      class="step"
      noValidate
      aria-label={capital(form.words[language])}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || sending) return;
        event.preventDefault();
        // What stands in the field is taken first, as when it is left.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        queueMicrotask(() => element.current?.requestSubmit());
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {isKept && <p class="quiet">{words.form.draft}</p>}
      <Explained form={form} />
      {fields ? (
        fields({ ...told, answered, occurredAt: draft.occurredAt })
      ) : (
        <DeclaredFields
          fields={record ? form.fields.filter(({ name }) => name !== form.recordField) : form.fields}
          {...{ ...told, standing }}
          recordId={record?.id ?? null}
        />
      )}
      <details class="late" open={late} onToggle={(event) => setLate(event.currentTarget.open)}>
        <summary>{words.form.late}</summary>
        <MomentInput
          label={words.form.occurredAt}
          value={draft.occurredAt}
          onMoment={(occurredAt) => change({ occurredAt })}
          fault={faults["occurredAt"]}
        />
        {draft.occurredAt !== null && dayOf(draft.occurredAt) !== todayInVietnam() && (
          <TextInput
            label={words.form.lateReason}
            required
            max={500}
            value={draft.lateEntryReason}
            onText={(lateEntryReason) => change({ lateEntryReason })}
            fault={faults["lateEntryReason"]}
          />
        )}
      </details>
      {said && (
        <p class="notice fault" role="alert">
          {said}
        </p>
      )}
      <p class="buttons">
        <button type="submit" class="main" disabled={sending}>
          {sending ? words.form.sending : words.common.save}
        </button>
        {onCancel && (
          <button
            type="button"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {words.common.cancel}
          </button>
        )}
      </p>
    </form>
  );
}

function commandInput(
  form: Form,
  record: { readonly id: string; readonly revision: number } | null,
  draft: Draft,
): Input {
  return {
    ...inputOf(form, draft.values),
    commandId: draft.commandId,
    ...(record && form.recordField ? { [form.recordField]: record.id, expectedRevision: record.revision } : {}),
    ...(draft.occurredAt === null ? {} : { occurredAt: draft.occurredAt }),
    ...(draft.lateEntryReason === null ? {} : { lateEntryReason: draft.lateEntryReason }),
  };
}

const WHEN: readonly string[] = ["occurredAt", "lateEntryReason"];

/** Whether a refusal can stand beside its field; else it stands below the form. */
const isOnForm = (form: Form, path: string, isAbout: boolean): boolean =>
  WHEN.includes(path) ||
  (form.fields.some(({ name }) => name === path.split(".")[0]) && !(isAbout && path === form.recordField));
