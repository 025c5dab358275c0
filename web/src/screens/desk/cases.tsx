import { useMemo } from "preact/hooks";
import {
  type DeskCaseFragment,
  DeskCases,
  DeskDue,
  type DeskDueQuery,
  DeskInspections,
} from "../../../generated/documents.ts";
import { type AsOf, useAsOf } from "../../asOf.ts";
import { capital, kindOf, termWords, useTerms } from "../../catalog.ts";
import { dayText, numberText } from "../../format.ts";
import { ChoiceInput } from "../../forms/inputs.tsx";
import { RefInput } from "../../forms/refInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { DUE_WORDS, dueText, DueText } from "../../parts/dues.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { goTo, href, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

const PAGE = 100;
/** What is over: nobody waits for anything there. */
const OVER = { cases: ["CLOSED", "VOIDED"], inspections: ["CLOSED", "DONE", "CANCELLED", "VOIDED"] };
/** What of a case, its decisions and its seizures somebody must do by a day. */
const DUTIES = [
  ...["CASE_MINUTES", "CASE_EXPLANATION", "CASE_HEARING_NOTICE", "CASE_HEARING", "CASE_DECISION", "CASE_LIMITATION"],
  ...["SANCTION_SENDING", "SANCTION_PAYMENT", "SANCTION_INSTALMENT", "SANCTION_MEASURE", "SANCTION_POSTPONEMENT_ENDS"],
  ...["COMPLAINT_ACCEPTANCE", "COMPLAINT_RESOLUTION", "SEIZURE_CUSTODY"],
];
/** What of an inspection. */
const INSPECTION_DUTIES = [
  ...["INSPECTION_ON_SITE", "INSPECTION_DRAFT_ASSIGNMENT", "INSPECTION_DRAFT_CONCLUSION", "INSPECTION_CONCLUSION"],
  ...["INSPECTION_PUBLICATION", "INSPECTION_IMPLEMENTATION", "INSPECTION_RECOMMENDATION"],
];

type Due = DeskDueQuery["due"]["nodes"][number];

interface Row extends DeskCaseFragment {
  readonly due: Due | undefined;
}

/** The case that something due belongs to, if it belongs to one. */
function caseOf({ record }: Due): DeskCaseFragment | null {
  switch (record?.__typename) {
    case "ViolationCase":
      return record;
    case "Sanction":
    case "Seizure":
      return record.violationCase;
    default:
      return null;
  }
}

/** The cases of the page with what is due next of each: what is overdue first, then by day, then by detection. */
function rowsOf(cases: readonly DeskCaseFragment[], dues: readonly Due[], isFirstPage: boolean): readonly Row[] {
  const next = new Map<string, Due>();
  const late = new Map<string, DeskCaseFragment>();
  for (const due of dues) {
    const found = caseOf(due);
    if (!found) continue;
    if (!next.has(found.id)) next.set(found.id, due);
    if (due.isOverdue) late.set(found.id, found);
  }
  // One that is overdue is not left for a later page.
  const listed = new Set(cases.map(({ id }) => id));
  const before = isFirstPage ? [...late.values()].filter(({ id }) => !listed.has(id)) : [];
  const rows = [...before, ...cases].map((one) => ({ ...one, due: next.get(one.id) }));
  const moment = ({ due }: Row): string => due?.byMoment ?? "9999";
  return rows.sort((one, other) => moment(one).localeCompare(moment(other)));
}

/** The inspector's desk: what is under way, what is late, and what begins a case. */
export function Cases() {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const { mayWrite } = useViewer();
  const asOf = useAsOf();
  const words = useWords();
  const unitId = query.get("unitId");
  const status = query.get("status");
  const begins = kindOf("ViolationCase")?.begins ?? [];
  return (
    <>
      <h1>{own.title}</h1>
      {mayWrite && asOf === null && (
        <p class="buttons">
          {begins.map(({ mutation, words: does }) => (
            <a key={mutation} class="button main" href={href(`/new/${mutation}`)}>
              {capital(does[language])}
            </a>
          ))}
        </p>
      )}
      <div class="desk-filter" role="group" aria-label={words.common.filter}>
        <ChoiceInput
          label={words.common.status}
          list="ViolationCaseStatus"
          none={own.anyOpen}
          value={status}
          onChoice={(chosen) => goTo(hrefWith({ status: chosen, after: null }))}
        />
        <RefInput
          label={own.unit}
          kind="Unit"
          value={unitId}
          onValue={(chosen) => goTo(hrefWith({ unitId: chosen, after: null }))}
        />
      </div>
      <CaseList asOf={asOf} unitId={unitId} status={status} after={query.get("after")} />
      <Inspections asOf={asOf} unitId={unitId} />
    </>
  );
}

interface Asked {
  readonly asOf: AsOf;
  readonly unitId: string | null;
}

function CaseList({
  asOf,
  unitId,
  status,
  after,
}: Asked & { readonly status: string | null; readonly after: string | null }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const terms = useTerms()?.["ViolationCaseStatus"];
  const statuses =
    status === null ? (terms ? Object.keys(terms).filter((one) => !OVER.cases.includes(one)) : null) : [status];
  const title = status === null ? own.underWay : own.chosen;
  const filter = { statuses: statuses as never, unitId };
  const cases = useAnswer(DeskCases, statuses && { filter, asOf, first: PAGE, after }, { title });
  const due = useAnswer(DeskDue, { kinds: DUTIES as never, unitId, asOf }, { title: own.nextDue });
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        head: own.theCase,
        text: (row) => row.title,
        cell: (row) => <a href={href(`/desk/${row.id}`)}>{row.title}</a>,
      },
      nextDue(own.nextDue, language),
      { head: own.party, text: ({ parties }) => parties.map(({ name }) => name).join("; ") },
      { head: words.common.status, text: (row) => termWords("ViolationCaseStatus", row.status, language) },
      { head: own.unit, text: ({ handledBy }) => handledBy.name },
      { head: own.detectedOn, text: (row) => dayText(row.detectedOn) },
    ],
    [own, language, words, terms],
  );
  const page = cases.data?.violationCases;
  const rows = useMemo(
    () => (page && due.data ? rowsOf(page.nodes, due.data.due.nodes, after === null && status === null) : []),
    [page, due.data, after, status],
  );
  const late = rows.filter((row) => row.due?.isOverdue).length;
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{title}</h2>
      {statuses === null && <p class="quiet waiting">{words.common.loading}</p>}
      <Answered answer={cases}>
        {({ violationCases: { pageInfo, totalCount } }) => (
          <Answered answer={due}>
            {() => (
              <>
                <p class="quiet">
                  {(totalCount.isExact ? words.common.total : words.common.atLeast)(
                    numberText(totalCount.value, language),
                  )}
                  {late > 0 && `. ${own.someOverdue(numberText(late, language))}`}
                </p>
                <DataTable title={title} titleHidden columns={columns} rows={rows} keyOf={({ id }) => id} />
                <p class="pages">
                  {after !== null && <a href={hrefWith({ after: null })}>{words.common.first}</a>}
                  {pageInfo.hasNextPage && <a href={hrefWith({ after: pageInfo.endCursor })}>{words.common.next}</a>}
                </p>
              </>
            )}
          </Answered>
        )}
      </Answered>
    </section>
  );
}

/** What is due next of what stands in the row. */
const nextDue = <R extends { readonly due: Due | undefined }>(head: string, language: Language): Column<R> => ({
  head,
  text: ({ due }) => (due ? dueText(due, language) : ""),
  cell: ({ due }) =>
    due ? <DueText due={due} /> : <span class="quiet">{DUE_WORDS[language].none.toLowerCase()}</span>,
});

function Inspections({ asOf, unitId }: Asked) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const terms = useTerms()?.["InspectionStatus"];
  const statuses = terms && Object.keys(terms).filter((one) => !OVER.inspections.includes(one));
  const answer = useAnswer(DeskInspections, statuses ? { statuses: statuses as never, unitId, asOf } : null, {
    title: own.inspections,
  });
  const asked = { kinds: INSPECTION_DUTIES as never, unitId, asOf };
  const due = useAnswer(DeskDue, asked, { title: own.nextDue }).data?.due.nodes ?? [];
  return (
    <section aria-labelledby="inspections">
      <h2 id="inspections">{own.inspections}</h2>
      {!statuses && <p class="quiet waiting">{words.common.loading}</p>}
      <Answered answer={answer}>
        {({ inspections: { nodes } }) => (
          <DataTable
            title={own.inspections}
            titleHidden
            columns={[
              { head: own.inspection, text: ({ title }) => title, cell: (row) => <RecordLink of={row} /> },
              nextDue(own.nextDue, language),
              { head: words.common.status, text: (row) => termWords("InspectionStatus", row.status, language) },
              { head: own.lead, text: ({ lead }) => lead.name },
              { head: own.decidedOn, text: ({ decidedOn }) => (decidedOn ? dayText(decidedOn) : "") },
            ]}
            rows={nodes.map((one) => ({ ...one, due: due.find(({ recordId }) => recordId === one.id) }))}
            keyOf={({ id }) => id}
          />
        )}
      </Answered>
      <p>
        <a href={href("/records/Inspection")}>{capital(kindOf("Inspection")?.words[language] ?? "")}</a>
      </p>
    </section>
  );
}
