import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { capital, type Form } from "../catalog.ts";
import { dayOf, todayInVietnam } from "../format.ts";
import { Fault, faultWords } from "../ledger/ask.ts";
import { useViewer } from "../viewer.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { command, type Input, inputOf, newCommandId, type Outcome } from "./command.ts";
import { DeclaredFields, type Faults, type Values } from "./declared.tsx";
import { keep, keptOf } from "./kept.ts";
import { MomentInput } from "./momentInput.tsx";
import { TextInput } from "./inputs.tsx";

interface Draft {
  readonly commandId: string;
  readonly values: Values;
  readonly occurredAt: string | null;
  readonly lateEntryReason: string | null;
}

const blankDraft = (values: Values): Draft => ({
  commandId: newCommandId(),
  values,
  occurredAt: null,
  lateEntryReason: null,
});

/** The form of a step, made of its declaration. What is typed is kept on the device until it is in the ledger. */
export function StepForm({
  form,
  record,
  first = {},
  about = "",
  adds,
  onDone,
  onCancel,
}: {
  readonly form: Form;
  /** The record that it is about, with the revision that was read. */
  readonly record: { readonly id: string; readonly revision: number } | null;
  /** What stands in the fields at first. */
  readonly first?: Values;
  /** Of what part of the record it is, where it is of one: each has a draft of its own. */
  readonly about?: string;
  /** What is sent besides what is asked: the part that it is about, or what follows from what was typed. */
  readonly adds?: (values: Values) => Values;
  readonly onDone: (outcome: Extract<Outcome, { is: "DONE" }>) => void;
  readonly onCancel?: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const { subject } = useViewer();
  const what = `draft:${form.mutation}:${record?.id ?? ""}${about && `:${about}`}`;
  const kept = useMemo(() => (subject === null ? null : keptOf<Draft>(subject, what)), [what, subject]);
  const [draft, setDraft] = useState<Draft>(kept ?? blankDraft(first));
  const [late, setLate] = useState(draft.occurredAt !== null);
  const [faults, setFaults] = useState<Faults>({});
  const [said, setSaid] = useState<string>();
  const [sending, setSending] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Draft>): void => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    if (subject !== null) keep(subject, what, changed);
  };
  const forget = (): void => void (subject !== null && keep(subject, what, null));

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
      if (path === "" || path === form.recordId || path === "expectedRevision" || !isOnForm(form, path)) setSaid(says);
      else setFaults({ [path]: says });
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

  return (
    <form
      ref={element}
      class="step"
      noValidate
      aria-label={capital(form.words[language])}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {kept && <p class="quiet">{words.form.draft}</p>}
      {language === "en" && form.note && <p class="note">{form.note}</p>}
      <DeclaredFields
        fields={form.fields}
        values={draft.values}
        onValues={(values) => change({ values })}
        faults={faults}
        recordId={record?.id ?? null}
      />
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
    ...(record && form.recordId ? { [form.recordId]: record.id, expectedRevision: record.revision } : {}),
    ...(draft.occurredAt === null ? {} : { occurredAt: draft.occurredAt }),
    ...(draft.lateEntryReason === null ? {} : { lateEntryReason: draft.lateEntryReason }),
  };
}

const isOnForm = (form: Form, path: string): boolean =>
  ["occurredAt", "lateEntryReason"].includes(path) || form.fields.some(({ name }) => name === path.split(".")[0]);
