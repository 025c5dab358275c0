import { termWords } from "../../catalog.ts";
import { dayText, moneyText } from "../../format.ts";
import { DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { actText, type Case, type Decision, decisionTitle } from "./course.tsx";
import { amendedAtFirst, amendFieldsOf } from "./issue.tsx";
import { paymentFieldsOf } from "./payment.tsx";
import { DeskSteps } from "./steps.tsx";
import { WORDS } from "./words.ts";

/** A decision of the case: its acts and fines, the account of the fine, its measures, its service, its complaints. */
export function DecisionCard({ of, violationCase }: { readonly of: Decision; readonly violationCase: Case }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const title = decisionTitle(of, own);
  const heading = `d-${of.id}`;
  return (
    <article class={of.annulledOn ? "part void" : "part"} aria-labelledby={heading}>
      <h3 id={heading}>
        <RecordLink of={of}>{title}</RecordLink>
      </h3>
      <p>
        <strong class="badge">{termWords("SanctionStatus", of.status, language)}</strong>{" "}
        {of.kind !== "SANCTION" && termWords("DecisionKind", of.kind, language)}
        {of.noFineBecause && ` (${termWords("NoFineGround", of.noFineBecause, language).toLowerCase()})`}
      </p>
      {of.annulledOn && <p class="notice">{own.annulled(dayText(of.annulledOn))}</p>}
      {of.suspendedFrom && <p class="notice">{own.suspended(dayText(of.suspendedFrom))}</p>}
      <dl class="details">
        <div>
          <dt>{own.against}</dt>
          <dd>{of.party.name}</dd>
        </div>
        <div>
          <dt>{own.signer}</dt>
          <dd>
            {of.signer.name}, {termWords("SignerPost", of.signer.post, language)}
            <div class="quiet">{of.issuer.name}</div>
          </dd>
        </div>
        <div>
          <dt>{own.servedOn}</dt>
          <dd>
            {of.receivedOn ? dayText(of.receivedOn) : own.notServed}
            {of.receivedOn && of.servedBy && <div class="quiet">{termWords("ServiceWay", of.servedBy, language)}</div>}
          </dd>
        </div>
        {of.executionDueOn && (
          <div>
            <dt>{own.executeBy}</dt>
            <dd>{dayText(of.executionDueOn)}</dd>
          </div>
        )}
      </dl>
      <Lines of={of} acts={violationCase.violations} title={title} />
      {of.fine.state !== "NONE" && <Account of={of.fine} />}
      <Measures of={of.measures} />
      <Complaints of={of.complaints} />
      <DeskSteps
        of={of}
        label={`${own.next}: ${title}`}
        known={(form) => {
          if (form.mutation === "amendSanction")
            return { first: amendedAtFirst(of), fields: amendFieldsOf(form, violationCase, of) };
          return form.mutation === "recordFinePayment" ? { fields: paymentFieldsOf(form, of.id) } : {};
        }}
      />
    </article>
  );
}

function Lines({
  of,
  acts,
  title,
}: {
  readonly of: Decision;
  readonly acts: Case["violations"];
  readonly title: string;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  type Line = Decision["lines"][number];
  const actOf = ({ violationId, code }: Line): string => {
    const act = acts.find(({ id }) => id === violationId);
    return act ? actText(act, language) : code;
  };
  return (
    <DataTable
      title={`${own.acts}: ${title}`}
      titleHidden
      columns={[
        {
          head: own.act,
          text: (line) => [actOf(line), line.title].filter(Boolean).join(". "),
          cell: (line) => (
            <>
              {actOf(line)} <span class="quiet">({line.code})</span>
              {line.title && <div>“{line.title}”</div>}
            </>
          ),
        },
        {
          head: own.circumstances,
          text: ({ circumstances }) => circumstances.map((one) => termWords("Circumstance", one, language)).join("; "),
        },
        {
          head: own.frame,
          text: ({ frame }) =>
            frame ? own.range(moneyText(frame.min, language), moneyText(frame.max, language)) : own.notFined,
        },
        {
          head: own.amount,
          align: "end",
          text: ({ amount, warning }) => (warning ? own.warning : moneyText(amount, language)),
        },
      ]}
      rows={of.lines}
      keyOf={({ violationId }) => violationId}
    />
  );
}

/** Decided = collected + outstanding + reduced + lapsed, and the late interest beside it. */
function Account({ of }: { readonly of: Decision["fine"] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const sums: readonly (readonly [head: string, amount: string, always: boolean])[] = [
    [own.fineDecided, of.decided, true],
    [own.fineCollected, of.collected, true],
    [own.fineReduced, of.reduced, false],
    [own.fineLapsed, of.lapsed, false],
    [own.fineOutstanding, of.outstanding, true],
    [own.interestDue, of.interestDue, true],
    [own.interestCollected, of.interestCollected, false],
    [own.refundDue, of.refundDue, false],
  ];
  return (
    <>
      <dl class="account">
        {sums
          .filter(([, amount, always]) => always || amount !== "0")
          .map(([head, amount]) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd
                class={
                  amount !== "0" && (head === own.interestDue || (head === own.fineOutstanding && of.overdue))
                    ? "overdue"
                    : undefined
                }
              >
                {moneyText(amount, language)}
              </dd>
            </div>
          ))}
      </dl>
      <p>
        {termWords("FineState", of.state, language)}
        {of.payableUntil && of.outstanding !== "0" && `. ${own.payableUntil}: ${dayText(of.payableUntil)}`}
        {of.overdue && <span class="overdue"> ({own.overdue})</span>}
      </p>
      {of.payments.length > 0 && (
        <>
          <h4>{own.payments}</h4>
          <ul class="plain">
            {of.payments.map((payment) => (
              <li key={payment.id}>
                {dayText(payment.paidOn)}: {moneyText(payment.amount, language)}{" "}
                <span class="quiet">
                  ({own.receipt(payment.receipt.number)}
                  {payment.toInterest !== "0" && `, ${own.toInterest(moneyText(payment.toInterest, language))}`}
                  {payment.excess !== "0" && `, ${own.excess(moneyText(payment.excess, language))}`})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Measures({ of }: { readonly of: Decision["measures"] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  if (of.length === 0) return null;
  return (
    <>
      <h4>{own.measures}</h4>
      <ul class="plain">
        {of.map((measure) => (
          <li key={measure.id}>
            {measure.remedy
              ? termWords("RemedyKind", measure.remedy, language)
              : termWords("MeasureKind", measure.kind, language)}
            {measure.months !== null && ` (${own.months(String(measure.months))})`}
            {measure.description && `: ${measure.description}`}
            {" – "}
            <strong>{termWords("MeasureState", measure.state, language).toLowerCase()}</strong>
            {measure.doneOn && ` ${own.doneOn(dayText(measure.doneOn))}`}
            {measure.dueOn && !measure.doneOn && `, ${own.latestBy(dayText(measure.dueOn))}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Complaints({ of }: { readonly of: Decision["complaints"] }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  if (of.length === 0) return null;
  return (
    <>
      <h4>{own.complaints}</h4>
      <ul class="plain">
        {of.map((complaint) => (
          <li key={complaint.id}>
            {termWords("ComplaintStage", complaint.stage, language)}, {own.lodgedOn(dayText(complaint.lodgedOn))}
            {": "}
            <strong>{termWords("ComplaintStatus", complaint.status, language).toLowerCase()}</strong>
            {complaint.result && `, ${termWords("ComplaintResult", complaint.result, language).toLowerCase()}`}
            {complaint.resolvedOn && ` (${words.common.day.toLowerCase()} ${dayText(complaint.resolvedOn)})`}
            {!complaint.resolvedOn && complaint.resolutionDueOn && (
              <span class={complaint.overdue ? "overdue" : undefined}>
                , {own.answerBy(dayText(complaint.resolutionDueOn))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
