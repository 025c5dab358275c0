import { VisitorFacts } from "../../../generated/documents.ts";
import { type Form } from "../../catalog.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { ChoiceInput, TextInput, YesInput } from "../../forms/inputs.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { dayOfVisit, inLedger, NO_PAPER, type ShownPaper } from "./draft.ts";
import { labelIn } from "./newReporter.tsx";
import type { PartProps } from "./people.tsx";
import { WORDS } from "./words.ts";

/** What each of them showed. Nothing is taken for shown that the clerk has not said. */
export function Papers({ draft, change, faultAt, form }: PartProps & { readonly form: Form }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const ids = inLedger(draft.reporters);
  const variables = ids.length === 0 ? null : { ids, on: dayOfVisit(draft) };
  const { data } = useAnswer(variables && VisitorFacts, variables, { still: true, noted: false });
  const label = (path: string): string => labelIn(form.fields, path.split("."), language);
  const whole = faultAt("documents");
  const isAlone = draft.reporters.length === 1;
  if (draft.reporters.length === 0 && !whole) return null;
  return (
    <fieldset class="papers" data-part="documents">
      <legend>{label("documents")}</legend>
      {whole && !isAlone && (
        <p class="wrong" role="alert">
          {whole}
        </p>
      )}
      {draft.reporters.map(({ id, title }) => {
        const facts = data?.nodes.find((node) => node && "kind" in node && node.id === id);
        const known = facts && "kind" in facts ? facts : undefined;
        const given = draft.documents[id] ?? [NO_PAPER];
        const set = (papers: readonly ShownPaper[]): void =>
          change({ documents: { ...draft.documents, [id]: papers } });
        const last = given.at(-1);
        return (
          <div key={id} class="papers-of">
            {given.map((paper, at) => (
              <Paper
                key={at}
                name={title}
                paper={paper}
                first={known?.kind === "FOREIGN" ? "FOREIGN_PERMIT" : undefined}
                note={
                  at > 0 || !known || known.kind === "FOREIGN"
                    ? null
                    : known.hasValidCard
                      ? own.cardIsValid
                      : own.noValidCard
                }
                onPaper={(changed) => set(given.map((one, index) => (index === at ? changed : one)))}
                faultAt={(field) =>
                  faultAt(["documents", id, at, field].filter((one) => one !== "").join(".")) ??
                  // Where there is only one paper of one person, it is the one that is meant.
                  (field === "" && at === 0 && isAlone ? whole : undefined)
                }
                label={label}
              />
            ))}
            {last?.kind && (
              <button
                type="button"
                class="quiet-button"
                onClick={({ currentTarget: { parentElement } }) => {
                  set([...given, NO_PAPER]);
                  queueMicrotask(() => [...(parentElement?.querySelectorAll("select") ?? [])].at(-1)?.focus());
                }}
              >
                {own.anotherDocument(title)}
              </button>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Paper({
  name,
  paper,
  first,
  note,
  onPaper,
  faultAt,
  label,
}: {
  readonly name: string;
  readonly paper: ShownPaper;
  readonly first: string | undefined;
  readonly note: string | null;
  readonly onPaper: (paper: ShownPaper) => void;
  readonly faultAt: (field: string) => string | undefined;
  readonly label: (path: string) => string;
}) {
  const own = usePair(WORDS);
  const isDated = paper.kind !== null && paper.kind !== "PRESS_CARD";
  return (
    <div class="row paper">
      <ChoiceInput
        label={own.document(name)}
        note={note}
        list="DocumentKind"
        none={own.notChecked}
        first={first}
        value={paper.kind}
        onChoice={(kind) => onPaper({ ...paper, kind })}
        fault={faultAt("") ?? faultAt("kind")}
      />
      {paper.kind !== null && (
        <TextInput
          label={label("documents.number")}
          max={100}
          value={paper.number}
          onText={(number) => onPaper({ ...paper, number })}
          fault={faultAt("number")}
        />
      )}
      {isDated && (
        <DayInput
          label={label("documents.validTo")}
          required={paper.kind === "FOREIGN_PERMIT"}
          value={paper.validTo}
          onDay={(validTo) => onPaper({ ...paper, validTo })}
          fault={faultAt("validTo")}
        />
      )}
    </div>
  );
}

/** What came of it, where it is over already. */
export function OutcomeFields({ draft, change, faultAt, form }: PartProps & { readonly form: Form }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { outcome } = draft;
  const label = (path: string): string => labelIn(form.fields, ["outcome", path], language);
  const set = (part: Partial<typeof outcome>): void => change({ outcome: { ...outcome, ...part } });
  return (
    <fieldset class="outcome">
      <legend>{labelIn(form.fields, ["outcome"], language)}</legend>
      <ChoiceInput
        label={label("answerForm")}
        list="AnswerForm"
        none={own.noOutcome}
        value={outcome.answerForm}
        onChoice={(answerForm) => set({ answerForm })}
        fault={faultAt("outcome.answerForm") ?? faultAt("outcome")}
      />
      {outcome.answerForm !== null && (
        <>
          <TextInput
            label={label("summary")}
            required
            multiline
            max={2000}
            value={outcome.summary}
            onText={(summary) => set({ summary })}
            fault={faultAt("outcome.summary")}
          />
          <div class="row">
            <TextInput
              label={label("peopleMet")}
              max={500}
              value={outcome.peopleMet}
              onText={(peopleMet) => set({ peopleMet })}
              fault={faultAt("outcome.peopleMet")}
            />
            <YesInput
              label={label("recordingAllowed")}
              value={outcome.recordingAllowed}
              onYes={(recordingAllowed) => set({ recordingAllowed })}
              fault={faultAt("outcome.recordingAllowed")}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}
