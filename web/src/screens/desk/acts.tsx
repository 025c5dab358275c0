import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { capital, type Form, type FormField, termWords } from "../../catalog.ts";
import { dayOf, todayInVietnam } from "../../format.ts";
import { DeclaredFields, FaultOf, type Values } from "../../forms/declared.tsx";
import type { FieldsTold } from "../../forms/stepForm.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { actText, type Case, standing } from "./course.tsx";
import { FineAid } from "./fineAid.tsx";
import { WORDS } from "./words.ts";

/** What of a line is long, and of many decisions empty. */
const FOLDED = ["circumstances", "laterCode"];

export interface LineValues extends Values {
  readonly violationId?: string;
}

/** The acts of a party, of each what is imposed for it, and beside it what the law has. */
export function Acts({
  form,
  of,
  partyId,
  post,
  kind,
  values,
  onValues,
  faults,
  answered,
  occurredAt,
}: FieldsTold & {
  readonly form: Form;
  readonly of: Case;
  readonly partyId: string | null;
  /** Whose power it is. */
  readonly post: string | null;
  readonly kind: string;
}) {
  const own = usePair(WORDS);
  const lines = (values["lines"] ?? []) as readonly LineValues[];
  const signedOn = signingDay(occurredAt);
  const decided = new Set(standing(of).flatMap((one) => one.lines.map(({ violationId }) => violationId)));
  const acts = of.violations.filter(({ party }) => party?.id === partyId);
  const lineFields = form.fields.find(({ name }) => name === "lines")?.fields ?? [];
  const changed = (id: string, at: number, line: LineValues | null): readonly LineValues[] => {
    if (line === null) return lines.filter(({ violationId }) => violationId !== id);
    return at < 0 ? [...lines, line] : lines.map((one, index) => (index === at ? line : one));
  };
  return (
    <>
      <FaultOf says={faults["lines"]} />
      {partyId !== null && acts.length === 0 && <p class="quiet">{own.noActs}</p>}
      {acts.map((act) => {
        const at = lines.findIndex(({ violationId }) => violationId === act.id);
        return (
          <Act
            key={act.id}
            {...{ of, act, at, faults, answered, signedOn, post, kind }}
            fields={lineFields.filter(({ name }) => name !== "violationId")}
            values={lines[at]}
            isDecided={decided.has(act.id)}
            onValues={(line) => onValues({ ...values, lines: changed(act.id, at, line) })}
          />
        );
      })}
    </>
  );
}

/** A decision is signed when it happens. */
export const signingDay = (occurredAt: string | null): string =>
  occurredAt === null ? todayInVietnam() : dayOf(occurredAt);

function Act({
  of,
  act,
  at,
  fields,
  values,
  onValues,
  faults,
  answered,
  signedOn,
  post,
  kind,
  isDecided,
}: {
  readonly of: Case;
  readonly act: Case["violations"][number];
  /** Its place among the lines that are sent; -1: it is not among them. */
  readonly at: number;
  readonly fields: readonly FormField[];
  readonly values: LineValues | undefined;
  readonly onValues: (values: LineValues | null) => void;
  readonly faults: FieldsTold["faults"];
  readonly answered: FieldsTold["answered"];
  readonly signedOn: string;
  readonly post: string | null;
  readonly kind: string;
  readonly isDecided: boolean;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const path = `lines.${at}`;
  const inputs = (some: readonly FormField[]): ComponentChildren => (
    <DeclaredFields
      fields={some}
      values={values ?? {}}
      onValues={(changed) => onValues({ ...changed, violationId: act.id })}
      faults={faults}
      path={path}
      recordId={of.id}
    />
  );
  return (
    <fieldset class="act">
      <legend>{act.title ?? capital(own.act)}</legend>
      <p class="quiet">
        {actText(act, language)} ({act.code})
      </p>
      {act.description && <p>{act.description}</p>}
      <label>
        <input
          type="checkbox"
          checked={values !== undefined}
          onChange={(event) => onValues(event.currentTarget.checked ? { violationId: act.id } : null)}
        />
        {own.sanctionThis}
        {isDecided && !values && <span class="quiet"> ({own.decided})</span>}
      </label>
      {values && (
        <>
          <FaultOf says={faults[path] ?? faults[`${path}.violationId`]} />
          <div class="beside">
            <div>
              {inputs(fields.filter(({ name }) => !FOLDED.includes(name)))}
              {FOLDED.map((name) => {
                const field = fields.find((one) => one.name === name);
                return (
                  field && (
                    <Folded key={name} field={field} value={values[name]} fault={faults[`${path}.${name}`]}>
                      {inputs([field])}
                    </Folded>
                  )
                );
              })}
            </div>
            <FineAid
              of={of}
              act={act}
              signedOn={signedOn}
              post={post}
              postWords={post === null ? null : termWords("SignerPost", post, language)}
              line={values}
              isFined={kind === "SANCTION"}
              onAmount={(amount) => {
                onValues({ ...values, amount, violationId: act.id });
                answered(`${path}.amount`);
              }}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}

/** A field that opens by a click, or by what stands in it; how many terms are chosen is told from outside. */
function Folded({
  field,
  value,
  fault,
  children,
}: {
  readonly field: FormField;
  readonly value: unknown;
  readonly fault: string | undefined;
  readonly children: ComponentChildren;
}) {
  const language = useLanguage();
  const number = Array.isArray(value) ? value.length : 0;
  const [open, setOpen] = useState(number > 0 || (typeof value === "string" && value !== ""));
  return (
    <details open={open || fault !== undefined} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {capital(field.words[language])}
        {number > 0 && ` (${number})`}
      </summary>
      {children}
    </details>
  );
}
