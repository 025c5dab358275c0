import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { NextStepOfFragment } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { type Both, capital, type Form, kindOf, kindOfId, type KindSheet, useSheet } from "../../catalog.ts";
import type { Values } from "../../forms/declared.tsx";
import { type FieldsTold, StepForm } from "../../forms/stepForm.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS as RECORD_WORDS } from "../record/words.ts";
import { WORDS } from "./words.ts";

/** So many steps stand there as buttons; the others are one click further. */
const AT_HAND = 5;

/** A step that begins another record for this one: a decision or a seizure of a case. */
export interface Beginning {
  readonly kind: string;
  readonly first: Values;
}

/** Inputs of a step that are more than the declared ones. */
export type FieldsOf = (form: Form) => ((told: FieldsTold) => ComponentChildren) | undefined;

interface Offered {
  readonly mutation: string;
  readonly words: Both;
  readonly first?: Values;
  readonly kind: string;
}

interface Told {
  readonly of: {
    readonly id: string;
    readonly revision: number;
    readonly nextSteps: readonly NextStepOfFragment[];
  };
  readonly beginnings?: readonly Beginning[];
  readonly fieldsOf?: FieldsOf;
  readonly label: string;
}

/**
 * What may be done next about a record, as buttons; the form of the chosen one opens beneath them. Which it is stands in
 * the address: `?do=serveSanction&of=Sanction:…`.
 */
export function Steps({ of, beginnings = [], fieldsOf, label }: Told) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const { mayWrite } = useViewer();
  const isNow = useAsOf() === null;
  const [done, setDone] = useState<boolean>();
  // Whoever may do nothing about the record begins nothing for it either.
  const isTheirs = of.nextSteps.some(({ allowed, refusal }) => allowed || refusal?.code !== "NOT_ALLOWED");
  if (!mayWrite || !isNow || !isTheirs) return null;
  const kind = kindOfId(of.id)?.kind ?? "";
  const offered: readonly Offered[] = [
    ...beginnings.flatMap(({ kind: begun, first }) =>
      (kindOf(begun)?.begins ?? []).map((one) => ({ ...one, first, kind: begun })),
    ),
    ...of.nextSteps
      .filter(({ allowed }) => allowed)
      .map(({ mutation, words: does }) => ({ mutation, words: does, kind })),
  ];
  const chosen = query.get("of") === of.id ? offered.find(({ mutation }) => mutation === query.get("do")) : undefined;
  const close = (): void => goTo(hrefWith({ do: null, of: null }), { replace: true });
  const button = (one: Offered) => (
    <li key={one.mutation}>
      <a
        class="button"
        href={hrefWith(one === chosen ? { do: null, of: null } : { do: one.mutation, of: of.id })}
        aria-current={one === chosen ? "true" : undefined}
        onClick={() => setDone(undefined)}
      >
        {capital(one.words[language])}
      </a>
    </li>
  );
  const further = offered.slice(AT_HAND);
  return (
    <div class="next" role="group" aria-label={label}>
      {done !== undefined && (
        <p class="notice done" role="status">
          {done ? words.form.savedAlready : words.form.saved}
        </p>
      )}
      <ul class="steps">{offered.slice(0, AT_HAND).map(button)}</ul>
      {further.length > 0 && (
        <details open={chosen !== undefined && further.includes(chosen)}>
          <summary>{own.moreSteps(String(further.length))}</summary>
          <ul class="steps">{further.map(button)}</ul>
        </details>
      )}
      {chosen && (
        <OpenedForm
          key={chosen.mutation}
          of={of}
          chosen={chosen}
          fieldsOf={fieldsOf}
          onDone={(replayed) => {
            setDone(replayed);
            close();
          }}
          onCancel={close}
        />
      )}
      <NotNow steps={of.nextSteps} />
    </div>
  );
}

function OpenedForm({
  of,
  chosen,
  fieldsOf,
  onDone,
  onCancel,
}: {
  readonly of: Told["of"];
  readonly chosen: Offered;
  readonly fieldsOf: FieldsOf | undefined;
  readonly onDone: (replayed: boolean) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const sheet = useSheet<KindSheet>(kindOf(chosen.kind)?.sheet);
  const form = sheet?.forms.find(({ mutation }) => mutation === chosen.mutation);
  if (!form) return <p class="quiet waiting">{words.common.loading}</p>;
  const fields = fieldsOf?.(form);
  return (
    <div class="panel">
      <h3>{capital(form.words[language])}</h3>
      <StepForm
        form={form}
        record={form.recordField === null ? null : { id: of.id, revision: of.revision }}
        about={of.id}
        {...(chosen.first && { first: chosen.first })}
        {...(fields && { fields })}
        onDone={({ replayed }) => onDone(replayed)}
        onCancel={onCancel}
      />
    </div>
  );
}

/** What may not be done now says why; what a role may never do is not there. */
function NotNow({ steps }: { readonly steps: readonly NextStepOfFragment[] }) {
  const record = usePair(RECORD_WORDS);
  const language = useLanguage();
  const mayNot = steps.filter(({ allowed, refusal }) => !allowed && refusal?.code !== "NOT_ALLOWED");
  if (mayNot.length === 0) return null;
  return (
    <details>
      <summary>{record.notNow}</summary>
      <dl class="details">
        {mayNot.map(({ mutation, words: does, refusal }) => (
          <div key={mutation}>
            <dt>{capital(does[language])}</dt>
            <dd>{language === "vi" ? refusal?.messageVi : refusal?.message}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
