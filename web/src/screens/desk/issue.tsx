import type { ComponentChildren } from "preact";
import { capital, type Form, type FormField, termWords } from "../../catalog.ts";
import { dayOf, dayText, numberText, todayInVietnam } from "../../format.ts";
import { DeclaredField, DeclaredFields, FaultOf, type Values } from "../../forms/declared.tsx";
import type { FieldsTold } from "../../forms/stepForm.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { actText } from "./caseFile.tsx";
import { type Case, standing } from "./course.tsx";
import { FineAid } from "./fineAid.tsx";
import { WORDS } from "./words.ts";

/** What one may leave out of most decisions. */
const SELDOM = ["number", "symbol", "kind", "noFineBecause", "replacesId"];

/**
 * The inputs of a decision, for a case: whose acts, who signs, and of each act the fine, with what the law has for it
 * beside the amount. What may not be is said before it is sent; the ledger judges.
 */
export const issueFieldsOf = (form: Form, of: Case) =>
  function IssueFields(told: FieldsTold): ComponentChildren {
    return <Issue form={form} of={of} {...told} />;
  };

interface Told extends FieldsTold {
  readonly form: Form;
  readonly of: Case;
}

interface LineValues extends Values {
  readonly violationId?: string;
}

function Issue({ form, of, values, onValues, faults, occurredAt }: Told) {
  const own = usePair(WORDS);
  const partyId = values["partyId"] as string | null;
  const lines = (values["lines"] ?? []) as readonly LineValues[];
  const signedOn = occurredAt === null ? todayInVietnam() : dayOf(occurredAt);
  const post = ((values["signer"] as Values | null)?.["post"] ?? null) as string | null;
  const decided = new Set(standing(of).flatMap((one) => one.lines.map(({ violationId }) => violationId)));
  const acts = of.violations.filter(({ party }) => party?.id === partyId);
  const accused = of.parties.filter(({ id }) => of.violations.some(({ party }) => party?.id === id));
  const field = (name: string) => form.fields.find((one) => one.name === name);
  const declared = (name: string): ComponentChildren => {
    const found = field(name);
    return (
      found && (
        <DeclaredField
          field={found}
          path={name}
          value={values[name] ?? null}
          onValue={(value) => onValues({ ...values, [name]: value })}
          faults={faults}
          recordId={of.id}
        />
      )
    );
  };
  const choose = (party: string): void => {
    const open = of.violations.filter((act) => act.party?.id === party && !decided.has(act.id));
    onValues({ ...values, partyId: party, lines: open.map(({ id }) => ({ violationId: id })) });
  };
  const lineFields = field("lines")?.fields?.filter(({ name }) => name !== "violationId") ?? [];
  return (
    <>
      <LastDay of={of} signedOn={signedOn} />
      <FaultOf says={faults["caseId"]} />
      <fieldset class="choices">
        <legend>{own.whoseActs}</legend>
        {accused.map((party) => (
          <label key={party.id}>
            <input type="radio" name="party" checked={party.id === partyId} onChange={() => choose(party.id)} />
            {party.name}
          </label>
        ))}
        <FaultOf says={faults["partyId"]} />
      </fieldset>
      {declared("issuerId")}
      {declared("signer")}
      <FaultOf says={faults["lines"]} />
      <FaultOf says={faults["signer.post"]} />
      {partyId !== null && acts.length === 0 && <p class="quiet">{own.noActs}</p>}
      {acts.map((act) => {
        const at = lines.findIndex(({ violationId }) => violationId === act.id);
        return (
          <Act
            key={act.id}
            {...{ of, act, at, faults, signedOn, post }}
            fields={lineFields}
            values={lines[at]}
            isDecided={decided.has(act.id)}
            kind={(values["kind"] as string | null | undefined) ?? "SANCTION"}
            onValues={(line) =>
              onValues({
                ...values,
                lines:
                  line === null
                    ? lines.filter(({ violationId }) => violationId !== act.id)
                    : at < 0
                      ? [...lines, line]
                      : lines.map((one, index) => (index === at ? line : one)),
              })
            }
          />
        );
      })}
      {declared("measures")}
      <details open={SELDOM.some((name) => values[name] != null || faults[name] !== undefined)}>
        <summary>{own.otherFields}</summary>
        <DeclaredFields
          fields={form.fields.filter(({ name }) => SELDOM.includes(name))}
          values={values}
          onValues={onValues}
          faults={faults}
          recordId={of.id}
        />
      </details>
    </>
  );
}

/** Until when the case may be decided with a fine. */
function LastDay({ of, signedOn }: { readonly of: Case; readonly signedOn: string }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { decisionDueOn } = of;
  const left = decisionDueOn ? Math.round((Date.parse(decisionDueOn) - Date.parse(signedOn)) / 86_400_000) : 0;
  return (
    <p class={decisionDueOn && left < 0 ? "last-day late" : "last-day"}>
      {own.lastDay}:{" "}
      {decisionDueOn ? (
        <>
          <strong>{dayText(decisionDueOn)}</strong> (
          {left < 0 ? own.dayOver : left === 0 ? own.dueToday : own.daysLeft(numberText(left, language))})
        </>
      ) : (
        own.noLastDay
      )}
    </p>
  );
}

function Act({
  of,
  act,
  at,
  fields,
  values,
  onValues,
  faults,
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
  readonly signedOn: string;
  readonly post: string | null;
  readonly kind: string;
  readonly isDecided: boolean;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const path = `lines.${at}`;
  const late = fields.filter(({ name }) => name === "laterCode");
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
        {isDecided && <span class="quiet"> ({own.decided})</span>}
      </label>
      {values && (
        <>
          <FaultOf says={faults[path] ?? faults[`${path}.violationId`]} />
          <div class="beside">
            <div>
              <DeclaredFields
                fields={fields.filter(({ name }) => name !== "laterCode")}
                values={values}
                onValues={(changed) => onValues({ ...changed, violationId: act.id })}
                faults={faults}
                path={path}
                recordId={of.id}
              />
              <details open={values["laterCode"] != null || faults[`${path}.laterCode`] !== undefined}>
                <summary>{own.laterLaw}</summary>
                <DeclaredFields
                  fields={late}
                  values={values}
                  onValues={(changed) => onValues({ ...changed, violationId: act.id })}
                  faults={faults}
                  path={path}
                  recordId={of.id}
                />
              </details>
            </div>
            <FineAid
              of={of}
              act={act}
              signedOn={signedOn}
              post={post}
              postWords={post === null ? null : termWords("SignerPost", post, language)}
              line={values}
              isFined={kind === "SANCTION"}
              onAmount={(amount) => onValues({ ...values, amount, violationId: act.id })}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}
