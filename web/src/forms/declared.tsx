import { useRef } from "preact/hooks";
import { capital, type FormField } from "../catalog.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ChoiceInput, ChoicesInput, NumberInput, TextInput, YesInput } from "./inputs.tsx";
import { DayInput } from "./dayInput.tsx";
import { MomentInput } from "./momentInput.tsx";
import { RefInput, RefsInput } from "./refInput.tsx";
import { PartOfRecordInput } from "./partOfRecord.tsx";
import type { Standing } from "./standing.ts";

/** The inputs of declared fields: a new field of a step appears on the page without a line of its own. */

export type Values = Readonly<Record<string, unknown>>;
/** What the ledger says against a field, by its path: `fines.0.amount`. */
export type Faults = Readonly<Record<string, string>>;

interface Told {
  readonly field: FormField;
  readonly path: string;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
  readonly faults: Faults;
  /** The record that the form is about: of its parts the ids are chosen. */
  readonly recordId: string | null;
  /** What the record says, where the form is to change it. */
  readonly standing?: Standing;
}

export function DeclaredFields({
  fields,
  values,
  onValues,
  faults,
  path = "",
  recordId,
  standing = NOTHING,
}: {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly onValues: (values: Values) => void;
  readonly faults: Faults;
  readonly path?: string;
  readonly recordId: string | null;
  readonly standing?: Standing;
}) {
  return (
    <>
      {fields.map((field) => (
        <DeclaredField
          key={field.name}
          field={field}
          path={path === "" ? field.name : `${path}.${field.name}`}
          value={values[field.name] ?? null}
          onValue={(value) => onValues({ ...values, [field.name]: value })}
          faults={faults}
          recordId={recordId}
          standing={standing}
        />
      ))}
    </>
  );
}

/** Their label is that of several inputs, so that what is to be known of them stands below all of them. */
const OF_SEVERAL: readonly FormField["shape"][] = ["CHOICES", "REFS", "RECORDS", "IDS", "TEXTS", "MANY", "ONE"];

const NOTHING: Standing = {};

export function DeclaredField({ standing = NOTHING, ...one }: Told) {
  const words = useWords();
  const language = useLanguage();
  const stands = standing[one.path];
  const now = stands === undefined ? null : words.form.stands(stands);
  const note = language === "en" ? one.field.note : null;
  if (now === null || !OF_SEVERAL.includes(one.field.shape))
    return <OneField {...one} standing={standing} note={now && note ? `${now} · ${note}` : (now ?? note)} />;
  return (
    <>
      <OneField {...one} standing={standing} note={note} />
      <p class="note">{now}</p>
    </>
  );
}

type OneTold = Told & { readonly note: string | null };
function OneField({ field, path, value, onValue, faults, recordId, standing = NOTHING, note }: OneTold) {
  const language = useLanguage();
  const words = useWords();
  const told = { label: capital(field.words[language]), required: field.required, fault: faults[path], note };
  const list = (value ?? []) as readonly unknown[];
  switch (field.shape) {
    case "TEXT":
      return (
        <TextInput
          {...told}
          value={value as string | null}
          onText={onValue}
          max={field.max}
          multiline={field.multiline}
        />
      );
    case "DAY":
      return <DayInput {...told} value={value as string | null} onDay={onValue} />;
    case "MOMENT":
      return <MomentInput {...told} value={value as string | null} onMoment={onValue} />;
    case "VND":
      return (
        <NumberInput
          {...told}
          value={value as string | null}
          onNumber={onValue}
          unit={language === "vi" ? "đồng" : "VND"}
        />
      );
    case "COUNT":
      return (
        <NumberInput
          {...told}
          value={value === null ? null : String(value as number)}
          onNumber={(digits) => onValue(digits === null ? null : Number(digits))}
          max={field.max}
        />
      );
    case "YES":
      return <YesInput {...told} value={value as boolean | null} onYes={onValue} />;
    case "CHOICE":
      return (
        <ChoiceInput {...told} list={field.choices?.name ?? ""} value={value as string | null} onChoice={onValue} />
      );
    case "CHOICES":
      return (
        <ChoicesInput
          {...told}
          list={field.choices?.name ?? ""}
          values={list as readonly string[]}
          onChoices={onValue}
        />
      );
    case "REF":
      return <RefInput {...told} kind={field.recordType} value={value as string | null} onValue={onValue} />;
    case "REFS":
      return <RefsInput {...told} kind={field.recordType} values={list as readonly string[]} onValues={onValue} />;
    case "RECORDS":
      return <RefsInput {...told} kind={null} values={list as readonly string[]} onValues={onValue} />;
    case "ID":
      return (
        <PartOfRecordInput
          {...told}
          name={field.name}
          recordId={recordId}
          values={value === null ? [] : [value as string]}
          onValues={(ids) => onValue(ids[0] ?? null)}
        />
      );
    case "IDS":
      return (
        <PartOfRecordInput
          {...told}
          name={field.name}
          recordId={recordId}
          several
          values={list as readonly string[]}
          onValues={onValue}
        />
      );
    case "TEXTS":
      return (
        <Several {...told} entries={list} most={field.most} onEntries={onValue} blank={() => null}>
          {(entry, onEntry, at) => (
            <TextInput
              label={`${told.label} ${at + 1}`}
              value={entry as string | null}
              onText={onEntry}
              max={field.max}
              fault={faults[`${path}.${at}`]}
            />
          )}
        </Several>
      );
    case "MANY":
      return (
        <Several {...told} entries={list} most={field.most} least={field.least} onEntries={onValue} blank={() => ({})}>
          {(entry, onEntry, at) => (
            <>
              <FaultOf says={faults[`${path}.${at}`]} />
              <DeclaredFields
                fields={field.fields ?? []}
                values={(entry ?? {}) as Values}
                onValues={onEntry}
                faults={faults}
                path={`${path}.${at}`}
                recordId={recordId}
                standing={standing}
              />
            </>
          )}
        </Several>
      );
    case "ONE":
      return (
        <Together
          {...told}
          field={field}
          path={path}
          value={value as Values | null}
          onValue={onValue}
          faults={faults}
          recordId={recordId}
          standing={standing}
        />
      );
    default:
      return <p class="fault">{words.faults.BAD_REQUEST}</p>;
  }
}

/** What the ledger says against several inputs together. */
export const FaultOf = ({ says }: { readonly says: string | undefined }) =>
  says === undefined ? null : (
    <p class="wrong" role="alert">
      {says}
    </p>
  );

/** Fields that go together. Those that may be left out are asked for first. */
function Together({
  label,
  required,
  fault,
  field,
  path,
  value,
  onValue,
  faults,
  recordId,
  standing = NOTHING,
}: Omit<Told, "value"> & {
  readonly label: string;
  readonly required: boolean;
  readonly fault: string | undefined;
  readonly value: Values | null;
}) {
  const words = useWords();
  const open = required || value !== null;
  return (
    <fieldset>
      <legend>{label}</legend>
      <FaultOf says={fault} />
      {open && (
        <DeclaredFields
          fields={field.fields ?? []}
          values={value ?? {}}
          onValues={onValue}
          faults={faults}
          path={path}
          recordId={recordId}
          standing={standing}
        />
      )}
      {!required && (
        <button type="button" class="quiet-button" onClick={() => onValue(open ? null : {})}>
          {open ? words.common.remove : words.common.add}
        </button>
      )}
    </fieldset>
  );
}

/** A key for each entry, which stays with it when one before it is taken away: half-typed text stands in its input alone. */
function useKeys(number: number): number[] {
  const keys = useRef<number[]>([]);
  const given = useRef(0);
  while (keys.current.length < number) keys.current.push(given.current++);
  keys.current.length = number;
  return keys.current;
}

/** A list of entries, each with fields of its own. */
function Several({
  label,
  required,
  fault,
  entries,
  most,
  onEntries,
  blank,
  children,
}: {
  readonly label: string;
  readonly required: boolean;
  readonly fault: string | undefined;
  readonly entries: readonly unknown[];
  readonly most: number | null;
  readonly least?: number | null;
  readonly onEntries: (entries: readonly unknown[]) => void;
  readonly blank: () => unknown;
  readonly children: (entry: unknown, onEntry: (value: unknown) => void, at: number) => preact.ComponentChildren;
}) {
  const words = useWords();
  const shown = entries.length === 0 && required ? [blank()] : entries;
  const keys = useKeys(shown.length);
  return (
    <fieldset>
      <legend>{label}</legend>
      <FaultOf says={fault} />
      {shown.map((entry, at) => (
        <div class="entry" key={keys[at]}>
          {children(entry, (value) => onEntries(shown.map((one, index) => (index === at ? value : one))), at)}
          <button
            type="button"
            class="quiet-button"
            aria-label={`${words.common.remove}: ${label} ${at + 1}`}
            onClick={() => {
              keys.splice(at, 1);
              onEntries(shown.filter((_, index) => index !== at));
            }}
          >
            {words.common.remove}
          </button>
        </div>
      ))}
      {(most === null || shown.length < most) && (
        <button type="button" class="quiet-button" onClick={() => onEntries([...shown, blank()])}>
          {words.common.add}
        </button>
      )}
    </fieldset>
  );
}
