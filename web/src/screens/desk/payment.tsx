import type { ComponentChildren } from "preact";
import { OwedOn } from "../../../generated/documents.ts";
import type { Form } from "../../catalog.ts";
import { dayText, moneyText, todayInVietnam } from "../../format.ts";
import { DeclaredFields } from "../../forms/declared.tsx";
import type { FieldsTold } from "../../forms/stepForm.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** The declared inputs of a payment, and beside them what is owed on the day that is typed. */
export const paymentFieldsOf = (form: Form, sanctionId: string) =>
  function PaymentFields(told: FieldsTold): ComponentChildren {
    return (
      <div class="beside">
        <div>
          <DeclaredFields
            fields={form.fields}
            values={told.values}
            onValues={told.onValues}
            faults={told.faults}
            recordId={sanctionId}
          />
        </div>
        <Owed sanctionId={sanctionId} {...told} />
      </div>
    );
  };

function Owed({ sanctionId, values, onValues }: FieldsTold & { readonly sanctionId: string }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const on = (values["paidOn"] as string | null | undefined) ?? todayInVietnam();
  const { data } = useAnswer(OwedOn, { id: sanctionId, on }, { title: own.owed });
  const fine = data?.sanction?.fine;
  if (!fine) return <aside class="aid" aria-label={own.owed} aria-busy="true" />;
  const together = BigInt(fine.outstanding) + BigInt(fine.interestDue);
  const typed = values["amount"] as string | null | undefined;
  const rest = typed == null ? null : together - BigInt(typed);
  const money = (amount: bigint | string): string => moneyText(String(amount), language);
  const take = (): void => {
    const receipt = (values["receipt"] ?? {}) as Record<string, unknown>;
    const total = String(together);
    onValues({ ...values, amount: total, receipt: { ...receipt, total: receipt["total"] ?? total } });
  };
  return (
    <aside class="aid" aria-label={own.owed}>
      <dl>
        <dt>{own.owed}</dt>
        <dd>{money(fine.outstanding)}</dd>
        <dt>{own.owedOn(dayText(on))}</dt>
        <dd>{money(fine.interestDue)}</dd>
        <dt>{own.owedTogether}</dt>
        <dd>
          <strong>{money(together)}</strong>
        </dd>
        {fine.payableUntil && (
          <>
            <dt>{own.payableUntil}</dt>
            <dd class={fine.overdue ? "overdue" : undefined}>
              {dayText(fine.payableUntil)}
              {fine.overdue && ` (${own.overdue})`}
            </dd>
          </>
        )}
      </dl>
      <p class="verdict" role="status">
        {rest !== null &&
          (rest === 0n ? own.paysAll : rest > 0n ? own.paysPart(money(rest)) : own.paysMore(money(-rest)))}
      </p>
      {together > 0n && rest !== 0n && (
        <button type="button" onClick={take}>
          {own.take(money(together))}
        </button>
      )}
    </aside>
  );
}
