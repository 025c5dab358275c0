import type { ComponentChildren } from "preact";
import type { Form } from "../../catalog.ts";
import { daysBetween, dayText, numberText } from "../../format.ts";
import { DeclaredFields, FaultOf, type Values } from "../../forms/declared.tsx";
import type { FieldsTold } from "../../forms/stepForm.tsx";
import { DUE_WORDS } from "../../parts/dues.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { Acts, signingDay } from "./acts.tsx";
import { type Case, type Decision, standing } from "./course.tsx";
import { WORDS } from "./words.ts";

/** What one may leave out of most decisions. */
const SELDOM = ["number", "symbol", "kind", "noFineBecause", "replacesId"];

interface Told extends FieldsTold {
  readonly form: Form;
  readonly of: Case;
}

/**
 * The inputs of a decision, for a case: whose acts, who signs, and of each act the fine, with what the law has for it
 * beside the amount. What may not be is said before it is sent; the ledger judges.
 */
export const issueFieldsOf = (form: Form, of: Case) =>
  function IssueFields(told: FieldsTold): ComponentChildren {
    return <Issue form={form} of={of} {...told} />;
  };

/** The same for a decision that is amended: its acts with what was imposed, to be changed. */
export const amendFieldsOf = (form: Form, of: Case, decision: Decision) =>
  function AmendFields(told: FieldsTold): ComponentChildren {
    const post = postIn(told.values) ?? decision.signer.post;
    return (
      <>
        <Declared form={form} of={decision.id} {...told} names={["reason"]} />
        <Acts form={form} of={of} partyId={decision.party.id} post={post} kind={decision.kind} {...told} />
        <Declared
          form={form}
          of={decision.id}
          {...told}
          names={form.fields.flatMap(({ name }) => (["reason", "lines"].includes(name) ? [] : name))}
        />
      </>
    );
  };

/** An amendment says the whole content as it is to be: at first that is what there is. */
export const amendedAtFirst = ({ lines, measures }: Decision): Values => ({
  lines: lines.map(({ violationId, amount, warning, circumstances, lawOfAct, code }) => ({
    ...{ violationId, circumstances },
    ...(warning ? { warning } : { amount }),
    ...(lawOfAct && { laterCode: code }),
  })),
  // A warning comes with its act.
  measures: measures
    .filter(({ kind }) => kind !== "WARNING")
    .map(({ id: measureId, kind, remedy, months, seizures, description, dueOn }) => ({
      ...{ measureId, kind, remedy, months, description, dueOn },
      ...(seizures.length > 0 && { seizureIds: seizures.map(({ id }) => id) }),
    })),
});

const postIn = (values: Values): string | null =>
  ((values["signer"] as Values | null | undefined)?.["post"] ?? null) as string | null;

function Declared({
  form,
  of,
  names,
  values,
  onValues,
  faults,
}: FieldsTold & { readonly form: Form; readonly of: string; readonly names: readonly string[] }) {
  return (
    <DeclaredFields
      fields={form.fields.filter(({ name }) => names.includes(name))}
      values={values}
      onValues={onValues}
      faults={faults}
      recordId={of}
    />
  );
}

function Issue({ form, of, ...told }: Told) {
  const own = usePair(WORDS);
  const { values, onValues, faults, occurredAt } = told;
  const partyId = (values["partyId"] ?? null) as string | null;
  const decided = new Set(standing(of).flatMap((one) => one.lines.map(({ violationId }) => violationId)));
  const accused = of.parties.filter(({ id }) => of.violations.some(({ party }) => party?.id === id));
  const choose = (party: string): void => {
    const open = of.violations.filter((act) => act.party?.id === party && !decided.has(act.id));
    onValues({ ...values, partyId: party, lines: open.map(({ id }) => ({ violationId: id })) });
  };
  const kind = (values["kind"] as string | null | undefined) ?? "SANCTION";
  return (
    <>
      <LastDay of={of} signedOn={signingDay(occurredAt)} />
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
      <Declared form={form} of={of.id} {...told} names={["issuerId", "signer"]} />
      <Acts form={form} of={of} partyId={partyId} post={postIn(values)} kind={kind} {...told} />
      <Declared form={form} of={of.id} {...told} names={["measures"]} />
      <details open={SELDOM.some((name) => values[name] != null || faults[name] !== undefined)}>
        <summary>{own.otherFields}</summary>
        <Declared form={form} of={of.id} {...told} names={SELDOM} />
      </details>
    </>
  );
}

/** Until when the case may be decided with a fine. */
function LastDay({ of, signedOn }: { readonly of: Case; readonly signedOn: string }) {
  const own = usePair(WORDS);
  const due = usePair(DUE_WORDS);
  const language = useLanguage();
  const { decisionDueOn } = of;
  const left = decisionDueOn ? daysBetween(signedOn, decisionDueOn) : 0;
  return (
    <p class={decisionDueOn && left < 0 ? "last-day late" : "last-day"}>
      {own.lastDay}:{" "}
      {decisionDueOn ? (
        <>
          <strong>{dayText(decisionDueOn)}</strong> (
          {left < 0 ? own.dayOver : left === 0 ? due.today : due.left(numberText(left, language))})
        </>
      ) : (
        own.noLastDay
      )}
    </p>
  );
}
