import { dayText } from "../../format.ts";
import { DataTable, type Column } from "../../parts/dataTable.tsx";
import { dueState } from "../../parts/dues.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { useLanguage, usePair } from "../../words/words.ts";
import { useViewer } from "../../viewer.ts";
import type { Due, Oversight } from "./moved.ts";
import { mayActFor } from "./recommendations.tsx";
import { StepButtons, useOfSomePart } from "./steps.tsx";
import { WORDS } from "./words.ts";

type Report = Oversight["reports"][number];
type Said = Oversight["comments"][number];

/** What units were asked to report, the work on site, and what was said to the draft. */
export function Reports({ oversight, due }: { readonly oversight: Oversight; readonly due: readonly Due[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const viewer = useViewer();
  const { reports, fieldWork, comments } = oversight;
  const ofSome = useOfSomePart(["receiveOversightReport"]);
  const dueOf = ({ reportId }: Report): Due | undefined => due.find(({ partId }) => partId === reportId);
  const isLate = ({ receivedOn, dueOn }: Report): boolean => receivedOn !== null && receivedOn > dueOn;
  const receivedText = (report: Report): string =>
    report.receivedOn === null
      ? own.notReceived
      : `${dayText(report.receivedOn)}${isLate(report) ? ` (${own.late})` : ""}`;
  const columns: readonly Column<Report>[] = [
    { head: own.unit, text: ({ unitName }) => unitName, cell: ({ unit, unitName }) => linked(unit, unitName) },
    { head: own.what, text: ({ what }) => what },
    {
      head: own.dueOn,
      text: ({ dueOn }) => dayText(dueOn),
      cell: (report) => {
        const late = dueOf(report);
        return (
          <>
            {dayText(report.dueOn)}
            {late?.isOverdue && <strong class="overdue"> {dueState(late, language)}</strong>}
          </>
        );
      },
    },
    {
      head: own.receivedOn,
      text: receivedText,
      cell: (report) => (
        <>
          {receivedText(report)}
          <StepButtons
            oversight={oversight}
            of={report.receivedOn === null && mayActFor(viewer, report.unit) ? ["receiveOversightReport"] : []}
            part={{ field: "reportId", id: report.reportId, called: report.unitName }}
          />
        </>
      ),
    },
    { head: own.paper, text: ({ document }) => document ?? "" },
  ];
  return (
    <section aria-labelledby="reports" class="card">
      <h2 id="reports">{own.reports}</h2>
      <h3>{own.reportsOf}</h3>
      <DataTable
        none={own.noReports}
        title={own.reportsOf}
        titleHidden
        columns={columns}
        rows={reports}
        keyOf={({ reportId }) => reportId}
        rowClass={(report) => (dueOf(report)?.isOverdue ? "is-overdue" : undefined)}
      />
      <StepButtons oversight={oversight} of={["requestOversightReport", ...ofSome]} />
      <h3>{own.fieldWork}</h3>
      <SaidList said={fieldWork} />
      <StepButtons oversight={oversight} of={["recordOversightFieldWork"]} />
      <h3>{own.comments}</h3>
      <SaidList said={comments} none={own.noComments} />
      <StepButtons
        oversight={oversight}
        of={["commentOnOversightDraft"]}
        first={viewer.unit ? { unitId: viewer.unit.id } : {}}
      />
    </section>
  );
}

const linked = (unit: { readonly id: string } | null, name: string): preact.ComponentChildren =>
  unit ? <RecordLink of={{ id: unit.id, title: name }} /> : name;

function SaidList({ said, none }: { readonly said: readonly Said[]; readonly none?: string }) {
  if (said.length === 0) return <p class="quiet">{none ?? "—"}</p>;
  return (
    <ul class="plain said-list">
      {said.map(({ on, what, unit }, at) => (
        <li key={at}>
          <span class="quiet">{dayText(on)}</span> {unit && <>{linked(unit, unit.name)}: </>}
          <span class="text">{what}</span>
        </li>
      ))}
    </ul>
  );
}
