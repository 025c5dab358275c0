import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { capital, type Form, type FormField } from "../../catalog.ts";
import { Chooser } from "../../forms/chooser.tsx";
import type { Found } from "../../forms/found.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { ChoiceInput, TextInput } from "../../forms/inputs.tsx";
import { commandOrKeep, madeBy } from "../../forms/outbox.tsx";
import { newCommandId } from "../../forms/command.ts";
import { faultWords } from "../../ledger/ask.ts";
import { useViewer } from "../../viewer.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { type NewReporter, periodOf, reporterInput } from "./draft.ts";
import { know, knownOf } from "./known.ts";
import { WORDS } from "./words.ts";

type Both = Readonly<Record<Language, string>>;

/** Somebody who is not in the register: entered beside the visit, and then one of its reporters. */
export function NewReporterFields({
  one,
  change,
  form,
  onRegistered,
  onCancel,
}: {
  readonly one: NewReporter;
  readonly change: (part: Partial<NewReporter>) => void;
  readonly form: Form;
  readonly onRegistered: (option: Found, isKept: boolean) => void;
  readonly onCancel: () => void;
}) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { subject } = useViewer();
  const [faults, setFaults] = useState<Readonly<Record<string, Both>>>({});
  const [said, setSaid] = useState<string>();
  const [sending, setSending] = useState(false);
  const fields = useRef<HTMLFieldSetElement>(null);
  // Before the next key.
  useLayoutEffect(() => {
    const [name, kind] = fields.current?.querySelectorAll<HTMLElement>("input, select") ?? [];
    (one.name === null ? name : kind)?.focus();
  }, []);
  useEffect(() => {
    if (Object.keys(faults).length > 0) fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);

  const label = (path: string): string => labelIn(form.fields, path.split("."), language);
  const fault = (path: string): string | undefined => faults[path]?.[language];
  const register = async (): Promise<void> => {
    const wrong = fields.current?.querySelectorAll<HTMLInputElement>(":invalid:not(fieldset)") ?? [];
    for (const input of wrong) input.checkValidity();
    if (wrong[0]) return wrong[0].focus();
    setSending(true);
    setSaid(undefined);
    try {
      const input = reporterInput(one);
      const name = one.name ?? "";
      const outcome = await commandOrKeep({
        mutation: "registerReporter",
        input,
        title: `${own.newReporter}: ${name}`,
      });
      if (outcome.is === "REFUSED") {
        change({ commandId: newCommandId() });
        const path = outcome.path.filter((part) => part !== "input").join(".");
        if (path === "" || label(path) === "") setSaid(outcome.says[language]);
        else setFaults({ [path]: outcome.says });
        return;
      }
      const id = outcome.is === "KEPT" ? madeBy(input.commandId) : (outcome.id ?? madeBy(input.commandId));
      if (outcome.is === "DONE" && one.agency) know(subject, "PressAgency", [one.agency]);
      onRegistered({ id, title: name, more: one.agency?.title ?? "" }, outcome.is === "KEPT");
    } catch (error) {
      setSaid(faultWords(error, words));
    } finally {
      setSending(false);
    }
  };

  return (
    <fieldset class="new-reporter" ref={fields}>
      <legend>{own.newReporter}</legend>
      <TextInput
        label={label("name")}
        required
        value={one.name}
        onText={(name) => change({ name })}
        fault={fault("name")}
        max={100}
      />
      <ChoiceInput
        label={label("kind")}
        required
        list="ReporterKind"
        value={one.kind}
        onChoice={(kind) => change({ kind })}
        fault={fault("kind")}
      />
      <Chooser
        label={label("agencyId")}
        required
        kind="PressAgency"
        known={knownOf(subject, "PressAgency")}
        chosen={one.agency}
        onPick={(agency) => change({ agency })}
        onClear={() => change({ agency: null })}
        fault={fault("agencyId")}
      />
      <DayInput
        label={label("since")}
        required
        value={one.since}
        onDay={(since) => change({ since })}
        fault={fault("since")}
      />
      <CardFields one={one} change={change} label={label} fault={fault} />
      {said && (
        <p class="notice fault" role="alert">
          {said}
        </p>
      )}
      <p class="buttons">
        <button type="button" disabled={sending} data-register onClick={() => void register()}>
          {sending ? words.form.sending : own.registerAndPick}
        </button>
        <button type="button" class="quiet-button" onClick={onCancel}>
          {words.common.cancel}
        </button>
      </p>
    </fieldset>
  );
}

function CardFields({
  one,
  change,
  label,
  fault,
}: {
  readonly one: NewReporter;
  readonly change: (part: Partial<NewReporter>) => void;
  readonly label: (path: string) => string;
  readonly fault: (path: string) => string | undefined;
}) {
  const own = usePair(WORDS);
  const hasCard = one.number !== null || one.issuedOn !== null || one.validTo !== null || one.issue !== null;
  return (
    <>
      <h3>{own.cardParts}</h3>
      <div class="row">
        <TextInput
          label={label("card.number")}
          required={hasCard}
          value={one.number}
          onText={(number) => change({ number })}
          fault={fault("card.number")}
          max={100}
        />
        <DayInput
          label={label("card.issuedOn")}
          required={hasCard}
          value={one.issuedOn}
          onDay={(issuedOn) => change({ issuedOn })}
          fault={fault("card.issuedOn")}
        />
        <DayInput
          label={label("card.validTo")}
          required={hasCard}
          value={one.validTo}
          onDay={(validTo) => change({ validTo })}
          fault={fault("card.validTo")}
        />
        <TextInput
          label={label("card.issue")}
          value={one.issue ?? periodOf(one)}
          onText={(issue) => change({ issue })}
          fault={fault("card.issue")}
          max={40}
        />
      </div>
    </>
  );
}

/** How the API calls a field of a form. */
export function labelIn(fields: readonly FormField[], [first, ...rest]: readonly string[], language: Language): string {
  const field = fields.find(({ name }) => name === first);
  if (!field) return "";
  return rest.length === 0 ? capital(field.words[language]) : labelIn(field.fields ?? [], rest, language);
}
