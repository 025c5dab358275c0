import type { ComponentProps } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAsOf } from "../asOf.ts";
import { type Both, capital, type Form, kindOf, kindOfId, type KindSheet, useSheet } from "../catalog.ts";
import { goTo, hrefWith, usePlace } from "../place.ts";
import { useViewer } from "../viewer.ts";
import { useLanguage, useWords } from "../words/words.ts";
import type { Values } from "./declared.tsx";
import { MENDING } from "./explained.tsx";
import { NotNow, type OfferedStep, theirs } from "./notNow.tsx";
import { useSavedThoughGone } from "./saved.tsx";
import { StepForm } from "./stepForm.tsx";

/** The part of a record that a step is about: it is not asked for. */
export interface Part {
  readonly field: string;
  readonly id: string;
  /** Which it is, for those who hear the page. */
  readonly called: string;
}

/** A step that begins another record for this one: a decision or a seizure of a case. */
export interface Beginning {
  readonly kind: string;
  readonly first: Values;
}

/** What a page knows of a step, or has its own inputs for. */
export type KnownOf = (
  form: Form,
) => Partial<Pick<ComponentProps<typeof StepForm>, "form" | "first" | "fields" | "adds">>;

export interface StepsProps {
  readonly of: { readonly id: string; readonly revision: number; readonly nextSteps: readonly OfferedStep[] };
  /** Some of its steps: then what may not be done now is told elsewhere. */
  readonly only?: readonly string[];
  readonly part?: Part;
  /** The record is one of several on its page. */
  readonly among?: boolean;
  readonly beginnings?: readonly Beginning[];
  /** Which stand there as buttons, in this order; the further ones are one click away. */
  readonly fold?: {
    readonly order: readonly string[];
    readonly most?: number;
    readonly further: (number: string) => string;
  };
  readonly known?: KnownOf;
  readonly label?: string;
}

interface Offered {
  readonly mutation: string;
  readonly words: Both;
  readonly kind: string;
  /** Of one that begins another record. */
  readonly first?: Values;
}

function offeredOf({ of, only, beginnings = [], fold }: StepsProps): readonly Offered[] {
  const kind = kindOfId(of.id)?.kind ?? "";
  const all = [
    ...beginnings.flatMap(({ kind: begun, first }) =>
      (kindOf(begun)?.begins ?? []).map((one) => ({ ...one, first, kind: begun })),
    ),
    ...of.nextSteps
      .filter(({ mutation, allowed }) => allowed && (only?.includes(mutation) ?? true))
      .map(({ mutation, words }) => ({ mutation, words, kind })),
  ];
  const order = fold?.order ?? [];
  const rank = ({ mutation }: Offered): number => (order.includes(mutation) ? order.indexOf(mutation) : order.length);
  return all.sort((one, other) => rank(one) - rank(other));
}

/** The address in which no form is open. */
const CLOSED = { do: null, of: null, part: null };

/** Whether it mends what was entered, and how. */
const mendingOf = (one: Offered, forms: readonly Form[]): readonly (readonly [Offered, (typeof MENDING)[number]])[] =>
  MENDING.filter((kind) => forms.some((form) => form.mutation === one.mutation && form.kind === kind)).map((kind) => [
    one,
    kind,
  ]);

/**
 * What may be done next about a record or a part of it, as buttons; the form of the chosen one opens beneath them. Which
 * it is stands in the address: `?do=serveSanction`, of which of several `&of=Sanction:…`, and about which part of it, where
 * that is known already, `&part=…`; of several parts one is to be chosen among them.
 */
export function Steps(props: StepsProps) {
  const { of, only, part, among = false, fold, label } = props;
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const { mayWrite } = useViewer();
  const isNow = useAsOf() === null;
  const forms = useSheet<KindSheet>(kindOfId(of.id)?.sheet)?.forms ?? [];
  const [done, setDone] = useState<boolean>();
  const keep = useSavedThoughGone();
  const say = (replayed: boolean | undefined): void => {
    setDone(replayed);
    keep(replayed);
  };
  if (!mayWrite || !isNow) return null;
  // Whoever may do nothing about the record begins nothing for it either.
  if (theirs(of.nextSteps).length === 0 && done === undefined) return null;
  const offered = offeredOf(props);
  if (only && offered.length === 0 && done === undefined) return null;
  const here = part?.id ?? (among ? of.id : null);
  const chosen = query.get("of") === here ? offered.find(({ mutation }) => mutation === query.get("do")) : undefined;
  const close = (): void => goTo(hrefWith(CLOSED), { replace: true });
  const button = (one: Offered) => (
    <a
      class={/^(withdraw|reopen)/.test(one.mutation) ? "button small" : "button"}
      href={hrefWith(one === chosen ? CLOSED : { ...CLOSED, do: one.mutation, of: here })}
      aria-current={one === chosen ? "true" : undefined}
      onClick={() => say(undefined)}
    >
      {capital(one.words[language])}
      {part && <span class="only-read">: {part.called}</span>}
    </a>
  );
  const buttons = (some: readonly Offered[]) => (
    <ul class="steps">
      {some.map((one) => (
        <li key={one.mutation}>{button(one)}</li>
      ))}
    </ul>
  );
  const atHand = fold
    ? (fold.most ?? offered.filter(({ mutation }) => fold.order.includes(mutation)).length)
    : Infinity;
  // Where all steps of a record stand together, those that mend stand apart from those that lead on.
  const mends = new Map(offered.flatMap((one) => (only || fold ? [] : mendingOf(one, forms))));
  const [near, further] = [offered.slice(0, atHand).filter((one) => !mends.has(one)), offered.slice(atHand)];
  return (
    <div class="doing" role={label ? "group" : undefined} aria-label={label}>
      {done !== undefined && (
        <p class="notice done" role="status">
          {done ? words.form.savedAlready : words.form.saved}
        </p>
      )}
      {near.length > 0 && buttons(near)}
      {mends.size > 0 && (
        <>
          <h3>{words.form.mending}</h3>
          <dl class="mending">
            {[...mends].map(([one, kind]) => (
              <div key={one.mutation}>
                <dt>{button(one)}</dt>
                <dd class="quiet">{words.form.kinds[kind]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {fold && further.length > 0 && (
        <details open={chosen !== undefined && further.includes(chosen)}>
          <summary>{fold.further(String(further.length))}</summary>
          {buttons(further)}
        </details>
      )}
      {chosen && (
        <OpenedForm
          key={[chosen.mutation, ...query.getAll("part")].join()}
          {...props}
          chosen={chosen}
          asked={query.getAll("part")}
          onDone={(replayed) => {
            say(replayed);
            close();
          }}
          onCancel={close}
        />
      )}
      {!only && <NotNow steps={of.nextSteps} />}
    </div>
  );
}

function OpenedForm({
  of,
  part,
  known,
  chosen,
  asked,
  onDone,
  onCancel,
}: StepsProps & {
  readonly chosen: Offered;
  /** The parts of which it is about one. */
  readonly asked: readonly string[];
  readonly onDone: (replayed: boolean) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const sheet = useSheet<KindSheet>(kindOf(chosen.kind)?.sheet);
  const declared = sheet?.forms.find(({ mutation }) => mutation === chosen.mutation);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = declared !== undefined;
  useEffect(() => heading.current?.focus(), [isThere]);
  if (!declared) return <p class="quiet waiting">{words.common.loading}</p>;
  const { form = declared, adds, ...told } = known?.(declared) ?? {};
  const parts = part || declared.partField === null ? [] : asked;
  const named = declared.partField !== null && parts.length === 1 ? { [declared.partField]: parts[0] } : {};
  return (
    <div class="panel">
      <h3 ref={heading} tabIndex={-1}>
        {capital(form.words[language])}
        {part && <>: {part.called}</>}
      </h3>
      <StepForm
        {...told}
        form={{ ...form, fields: form.fields.filter(({ name }) => name !== part?.field) }}
        record={chosen.first ? null : of}
        about={part?.id ?? [chosen.first ? of.id : [], parts].flat().join(":")}
        first={{ ...chosen.first, ...told.first, ...named }}
        adds={(values) => ({ ...(part && { [part.field]: part.id }), ...adds?.(values) })}
        onDone={({ replayed }) => onDone(replayed)}
        onCancel={onCancel}
      />
    </div>
  );
}
