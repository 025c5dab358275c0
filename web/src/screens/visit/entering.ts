import { type RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Form } from "../../catalog.ts";
import { newCommandId } from "../../forms/command.ts";
import { keep, keptOf } from "../../kept.ts";
import { commandOrKeep } from "../../forms/outbox.tsx";
import { faultWords } from "../../ledger/ask.ts";
import { useViewer } from "../../viewer.ts";
import { type Language, usePair, useWords } from "../../words/words.ts";
import { blankDraft, type Draft, isBlank, placeOf, visitInput } from "./draft.ts";
import type { SavedVisit } from "./saved.tsx";
import { WORDS } from "./words.ts";

/** Under which a draft is kept on the device. */
const DRAFT = "draft:registerVisit";
const SAVED_SHOWN = 5;

export type Both = Readonly<Record<Language, string>>;

/** A draft on its way into the ledger, and what the ledger says to it. */
export function useEntering(form: Form, element: RefObject<HTMLFormElement | null>) {
  const own = usePair(WORDS);
  const words = useWords();
  const { subject, role } = useViewer();
  const kept = useMemo(() => (subject === null ? null : keptOf<Draft>(subject, DRAFT)), [subject]);
  const [draft, setDraft] = useState<Draft>(kept ?? blankDraft());
  const [faults, setFaults] = useState<Readonly<Record<string, Both>>>({});
  const [said, setSaid] = useState<Both | string>();
  const [told, setTold] = useState<string>();
  const [sending, setSending] = useState(false);
  const [saved, setSaved] = useState<readonly SavedVisit[]>([]);
  const latest = useRef(draft);
  latest.current = draft;

  const change = (part: Partial<Draft>): void => {
    const changed = { ...latest.current, ...part };
    latest.current = changed;
    setDraft(changed);
    if (subject !== null) keep(subject, DRAFT, isBlank(changed) ? null : changed);
  };
  const begin = (next: Draft): void => {
    change(next);
    setFaults({});
    setSaid(undefined);
    focusFirst(element.current);
  };
  useEffect(() => focusFirst(element.current), []);
  useEffect(() => {
    const path = Object.keys(faults)[0];
    if (path === undefined) return;
    const wrong = element.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (wrong ?? element.current?.querySelector<HTMLElement>(`[data-part="${path.split(".")[0]}"] select`))?.focus();
  }, [faults]);

  const submit = async (): Promise<void> => {
    const draft = latest.current;
    if (sending) return;
    setSaid(undefined);
    setFaults({});
    if (draft.newReporter !== null) {
      return element.current?.querySelector<HTMLButtonElement>("[data-register]")?.click();
    }
    if (!element.current?.checkValidity()) {
      setSaid(words.form.problems);
      element.current?.querySelector<HTMLElement>("[aria-invalid=true], :invalid:not(fieldset)")?.focus();
      return;
    }
    setSending(true);
    try {
      const title = draft.subject ?? "";
      const typed = { path: "/visit/new", what: DRAFT, draft: { ...draft, commandId: newCommandId() } };
      const outcome = await commandOrKeep({ mutation: "registerVisit", input: visitInput(draft), title, typed });
      if (outcome.is === "REFUSED") {
        // What is sent next has another body, so it is another command.
        change({ commandId: newCommandId() });
        const place = placeOf(draft, outcome.path);
        if (isOnForm(form, place)) setFaults({ [place]: outcome.says });
        else setSaid(outcome.says);
        return;
      }
      const id = outcome.is === "DONE" ? outcome.id : null;
      setTold(outcome.is === "KEPT" ? own.kept(title) : undefined);
      if (id !== null) setSaved((before) => [{ id, title }, ...before].slice(0, SAVED_SHOWN));
      begin(blankDraft(role === "CLERK" ? [] : draft.hosts));
    } catch (error) {
      setSaid(faultWords(error, words));
    } finally {
      setSending(false);
    }
  };

  return { draft, change, latest, kept, begin, submit, faults, said, told, setTold, sending, saved };
}

const isOnForm = (form: Form, path: string): boolean =>
  ["occurredAt", "lateEntryReason"].includes(path) || form.fields.some(({ name }) => name === path.split(".")[0]);

export const focusFirst = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>("[data-name=people]")?.focus();
