import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { NextStepOfFragment } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { type Both, capital, type Form, kindOf, kindOfId, type KindSheet, useSheet } from "../../catalog.ts";
import type { Values } from "../../forms/declared.tsx";
import { NotNow } from "../../forms/notNow.tsx";
import { type FieldsTold, StepForm } from "../../forms/stepForm.tsx";
import { goTo, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** So many steps stand there as buttons; the others are one click further. */
const AT_HAND = 5;
/** Which stand first, where they may be taken: a choice of taste, by what is done most days. */
const FIRST: readonly string[] = [
  ...["issueSanction", "drawUpMinutes", "submitExplanation", "waiveExplanation", "notifyHearing", "seizeExhibits"],
  ...["notifyRightToExplain", "closeCase"],
  ...["serveSanction", "recordFinePayment", "recordSanctionMeasure", "lodgeComplaint", "resolveComplaint"],
  ...["acceptComplaint", "publishSanction"],
  ...["countExhibits", "returnExhibits", "confiscateExhibits", "destroyExhibits", "sellExhibits", "moveExhibits"],
];
const rank = ({ mutation }: Pick<Offered, "mutation">): number => {
  const at = FIRST.indexOf(mutation);
  return at < 0 ? FIRST.length : at;
};

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
  /** What stands in the form of a step of its own at first. */
  readonly firstOf?: (mutation: string) => Values | undefined;
  readonly label: string;
}

/**
 * What may be done next about a record, as buttons; the form of the chosen one opens beneath them. Which it is stands in
 * the address: `?do=serveSanction&of=Sanction:…`.
 */
export function Steps({ of, beginnings = [], fieldsOf, firstOf, label }: Told) {
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
  const all: readonly Offered[] = [
    ...beginnings.flatMap(({ kind: begun, first }) =>
      (kindOf(begun)?.begins ?? []).map((one) => ({ ...one, first, kind: begun })),
    ),
    ...of.nextSteps
      .filter(({ allowed }) => allowed)
      .map(({ mutation, words: does }) => ({ mutation, words: does, kind })),
  ];
  const offered = all.toSorted((one, other) => rank(one) - rank(other));
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
          firstOf={firstOf}
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
  firstOf,
  onDone,
  onCancel,
}: {
  readonly of: Told["of"];
  readonly chosen: Offered;
  readonly fieldsOf: FieldsOf | undefined;
  readonly firstOf: Told["firstOf"];
  readonly onDone: (replayed: boolean) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const sheet = useSheet<KindSheet>(kindOf(chosen.kind)?.sheet);
  const form = sheet?.forms.find(({ mutation }) => mutation === chosen.mutation);
  if (!form) return <p class="quiet waiting">{words.common.loading}</p>;
  const fields = fieldsOf?.(form);
  const first = chosen.first ?? firstOf?.(chosen.mutation);
  return (
    <div class="panel">
      <h3>{capital(form.words[language])}</h3>
      <StepForm
        form={form}
        record={form.recordField === null ? null : { id: of.id, revision: of.revision }}
        about={of.id}
        {...(first && { first })}
        {...(fields && { fields })}
        onDone={({ replayed }) => onDone(replayed)}
        onCancel={onCancel}
      />
    </div>
  );
}
