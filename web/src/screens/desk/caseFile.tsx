import { CaseFile as CaseFileQuestion } from "../../../generated/documents.ts";
import { type AsOf, useAsOf } from "../../asOf.ts";
import { termWords, useTerms } from "../../catalog.ts";
import { dayText, moneyText, numberText, todayInVietnam } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import type { Beginning } from "../../forms/steps.tsx";
import { DataTable } from "../../parts/dataTable.tsx";
import { Dues, type Owing } from "../../parts/dues.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { href, usePlace } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { type Act, actText, type Case, Course, decisionTitle, standing } from "./course.tsx";
import { DecisionCard } from "./decision.tsx";
import { issueFieldsOf } from "./issue.tsx";
import { SeizureCard, seizureTitle } from "./seizure.tsx";
import { DeskSteps } from "./steps.tsx";
import { WORDS } from "./words.ts";

/** The day by which what is asked of a day is reckoned; null: that of the position. */
function dayIn(asOf: AsOf): string | null {
  if (asOf === null) return todayInVietnam();
  return "endOf" in asOf ? asOf.endOf : (asOf.today ?? null);
}

/** A case from its minutes to the last payment, on one page, and what may be done about any part of it. */
export function CaseFile() {
  const id = partOf("id");
  const own = usePair(WORDS);
  const asOf = useAsOf();
  useTerms();
  const on = dayIn(asOf);
  const answer = useAnswer(CaseFileQuestion, { id, asOf, on, day: on ?? todayInVietnam() }, { title: own.theCase });
  return (
    <article class="record desk">
      <p class="kind">
        <a href={href("/desk")}>{own.allCases}</a>
      </p>
      <Answered answer={answer}>
        {({ violationCase }) =>
          violationCase ? <Opened of={violationCase} asOf={asOf} /> : <p class="notice">{own.notThere}</p>
        }
      </Answered>
    </article>
  );
}

function Opened({ of, asOf }: { readonly of: Case; readonly asOf: AsOf }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { mayWrite } = useViewer();
  const { query } = usePlace();
  const away = of.prosecutions.find(({ returnedOn }) => returnedOn === null);
  const isOver = of.closed !== null || of.status === "VOIDED";
  return (
    <>
      <h1>{of.title}</h1>
      <p>
        <strong class="badge">{termWords("ViolationCaseStatus", of.status, language)}</strong> {of.handledBy.name}
        {" · "}
        <a href={href(`/record/${of.id}`)}>{own.wholeRecord}</a>
      </p>
      {of.status === "VOIDED" && (
        <p class="notice">
          {own.voided}
          {of.voidedBecause && `: ${of.voidedBecause}`}
        </p>
      )}
      {away && <p class="notice">{own.away(away.body, dayText(away.since))}</p>}
      <Course of={of} />
      <section aria-labelledby="next">
        <h2 id="next">{own.toDo}</h2>
        <Dues of={owingOf(of, own)} asOf={asOf} saysNone />
        {mayWrite && asOf !== null && <p class="quiet">{words.form.onlyNow}</p>}
        <DeskSteps
          of={of}
          label={own.next}
          beginnings={isOver ? [] : beginningsOf(of, query.getAll("part"))}
          known={(form) => (form.mutation === "issueSanction" ? { fields: issueFieldsOf(form, of) } : {})}
        />
      </section>
      <What of={of} />
      <section aria-labelledby="decisions">
        <h2 id="decisions">{own.decisions}</h2>
        {of.sanctions.length === 0 && <p class="quiet">{own.noDecision}</p>}
        {of.sanctions.map((decision) => (
          <DecisionCard key={decision.id} of={decision} violationCase={of} />
        ))}
      </section>
      <section aria-labelledby="seizures">
        <h2 id="seizures">{own.seizures}</h2>
        {of.seizures.length === 0 && <p class="quiet">{own.noSeizure}</p>}
        {of.seizures.map((seizure) => (
          <SeizureCard key={seizure.id} of={seizure} />
        ))}
      </section>
    </>
  );
}

/** What of the file may owe something: the case, its decisions that stand, its seizures. */
const owingOf = (of: Case, own: (typeof WORDS)["vi"]): readonly Owing[] => [
  { id: of.id },
  ...standing(of).map((decision) => ({ id: decision.id, called: decisionTitle(decision, own) })),
  ...of.seizures.map((seizure) => ({ id: seizure.id, called: seizureTitle(seizure, own) })),
];

/**
 * A decision on a party with all its acts that wait for one, and a seizure in the case.
 * @param asked whom among them; else, or of several, the first that waits for a decision
 */
function beginningsOf(of: Case, asked: readonly string[]): readonly Beginning[] {
  const decided = new Set(standing(of).flatMap(({ lines }) => lines.map(({ violationId }) => violationId)));
  const open = of.violations.filter(({ id }) => !decided.has(id));
  const known = of.parties.find(({ id }) => asked.length === 1 && asked.includes(id))?.id;
  const party = known ?? open[0]?.party?.id ?? null;
  const caseAndUnit = { caseId: of.id, unitId: of.handledBy.unit?.id ?? null };
  const lines = open.filter((one) => one.party?.id === party).map(({ id }) => ({ violationId: id }));
  return [
    ...(open.length > 0
      ? [{ kind: "Sanction", first: { caseId: of.id, issuerId: caseAndUnit.unitId, partyId: party, lines } }]
      : []),
    { kind: "Seizure", first: caseAndUnit },
  ];
}

/** What was detected, of whom, and the acts as the minutes have them. */
function What({ of }: { readonly of: Case }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { minutes, inspection } = of;
  const decided = new Set(standing(of).flatMap(({ lines }) => lines.map(({ violationId }) => violationId)));
  return (
    <section aria-labelledby="file">
      <h2 id="file">{own.file}</h2>
      <dl class="details">
        {of.detected && (
          <div class="whole">
            <dt>{own.detected}</dt>
            <dd class="text">{of.detected}</dd>
          </div>
        )}
        <div>
          <dt>{own.parties}</dt>
          <dd>
            <ul class="plain">
              {of.parties.map((party) => (
                <li key={party.id}>
                  {party.name}{" "}
                  <span class="quiet">
                    ({termWords("SubjectKind", party.kind, language).toLowerCase()}
                    {party.minor && `, ${termWords("MinorAge", party.minor, language).toLowerCase()}`})
                  </span>
                  {party.address && <div class="quiet">{party.address}</div>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        {minutes && (
          <div>
            <dt>{own.minutes}</dt>
            <dd>
              {minutes.number}, {dayText(minutes.madeOn)}
              <div class="quiet">
                {own.madeBy}: {minutes.madeBy}
                {!minutes.offenderSigned && `; ${own.notSigned}`}
              </div>
            </dd>
          </div>
        )}
        {inspection && (
          <div>
            <dt>{own.inspection}</dt>
            <dd>
              <RecordLink of={inspection} />
            </dd>
          </div>
        )}
      </dl>
      {of.violations.length > 0 && (
        <DataTable
          title={own.acts}
          columns={[
            {
              head: own.act,
              text: (act) => [actText(act, language), act.title, act.description].filter(Boolean).join(". "),
              cell: (act) => (
                <>
                  {actText(act, language)} <span class="quiet">({act.code})</span>
                  {act.title && <div>“{act.title}”</div>}
                  {act.description && <div class="quiet">{act.description}</div>}
                </>
              ),
            },
            ...(of.parties.length > 1 ? [{ head: own.party, text: (act: Act) => act.party?.name ?? "" }] : []),
            {
              head: own.copies,
              align: "end",
              text: ({ copies }) => (copies === null ? "" : numberText(copies, language)),
            },
            { head: own.actDay, text: ({ actEndedOn }) => (actEndedOn ? dayText(actEndedOn) : "") },
            {
              head: own.frame,
              text: ({ fining: { frame } }) =>
                frame ? own.range(numberText(frame.min, language), moneyText(frame.max, language)) : own.notFined,
            },
            {
              head: own.limitation,
              text: (act) =>
                decided.has(act.id)
                  ? own.decided
                  : dayText(act.limitationEndsOn) + (act.isTimeBarred ? ` (${own.barred})` : ""),
            },
          ]}
          rows={of.violations}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  );
}
