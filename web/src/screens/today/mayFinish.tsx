import { useState } from "preact/hooks";
import {
  MayFinishAtTheDoor,
  MayFinishInspecting,
  MayFinishSupervising,
  type StepToTakeFragment as StepToTake,
} from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital, kindOf, termWords } from "../../catalog.ts";
import { numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { type About, StepLinks, workHref } from "../../parts/stepLinks.tsx";
import { type Role, useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** Steps by which a matter comes to an end, or is ripe for the next hand. */
const FINISHING = new Set([
  ...["confirmVisit", "recordVisitOutcome", "closeVisit", "recordNoShow", "fulfilPromise"],
  ...["closeInformationRequest", "closePressItem"],
  ...["endFieldwork", "recordCheckDone", "concludeInspection", "publishConclusion", "closeInspection"],
  ...["closeCase", "serveSanction", "publishSanction"],
  ...["confirmOversightRecommendation", "publishOversightConclusion", "sendOversightConclusion", "endOversight"],
]);
const AT_FIRST = 10;
/** Of a visit whose reporters are still there, what comes next is what ends it. */
const ALONG_THE_WAY: Readonly<Record<string, readonly string[]>> = {
  ARRIVED: ["checkDocuments"],
  REGISTERED: ["recordArrival"],
  CONFIRMED: ["recordArrival"],
};

/** Of a case that is ripe for it, what is begun for it: a decision. */
const RIPE: Readonly<Record<string, string>> = { EXPLANATION_WAIVED: "Sanction", EXPLAINED: "Sanction" };

interface Open {
  readonly __typename: string;
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly violationCase?: { readonly id: string } | null;
  readonly nextSteps: readonly StepToTake[];
}

const STATUS_TERMS: Readonly<Record<string, string>> = { Oversight: "OversightStatus" };
const statusList = (kind: string): string => STATUS_TERMS[kind] ?? `${kind}Status`;

const AT_THE_DOOR: readonly Role[] = ["CLERK", "PRESS_OFFICER", "ADMIN"];

/** What each role may bring to its end now: a clerk visits of the unit, an inspector cases, a committee supervisions. */
export function MayFinish({ unitId }: { readonly unitId: string | null }) {
  const { role } = useViewer();
  const asOf = useAsOf() as never;
  const own = usePair(WORDS);
  const isAtTheDoor = AT_THE_DOOR.includes(role);
  const asked = { title: own.finish };
  const items = role !== "CLERK" || unitId !== null;
  const door = useAnswer(isAtTheDoor ? MayFinishAtTheDoor : null, isAtTheDoor ? { unitId, asOf, items } : null, asked);
  const isInspector = role === "INSPECTOR";
  const inspecting = useAnswer(isInspector ? MayFinishInspecting : null, isInspector ? { unitId, asOf } : null, asked);
  const isCommittee = role === "OVERSIGHT";
  const supervising = useAnswer(isCommittee ? MayFinishSupervising : null, isCommittee ? { asOf } : null, asked);
  if (!isAtTheDoor && !isInspector && !isCommittee) return null;
  return (
    <section aria-labelledby="finish">
      <h2 id="finish">{own.finish}</h2>
      <p class="quiet">{own.finishNote}</p>
      {isAtTheDoor && (
        <Answered answer={door}>
          {({ visits, informationRequests, pressItems }) => (
            <Finishable
              open={[
                ...visits.nodes,
                ...informationRequests.nodes,
                ...((pressItems as typeof pressItems | undefined)?.nodes ?? []),
              ]}
            />
          )}
        </Answered>
      )}
      {isInspector && (
        <Answered answer={inspecting}>
          {({ inspections, violationCases, sanctions }) => (
            <Finishable open={[...inspections.nodes, ...violationCases.nodes, ...sanctions.nodes]} />
          )}
        </Answered>
      )}
      {isCommittee && (
        <Answered answer={supervising}>{({ supervisions }) => <Finishable open={supervisions.nodes} />}</Answered>
      )}
    </section>
  );
}

const aboutOf = ({ id, violationCase }: Open): About => ({ recordId: id, caseId: violationCase?.id });

function stepsOf({ status, nextSteps }: Open, role: Role): readonly StepToTake[] {
  const own = nextSteps.filter(({ mutation }) => FINISHING.has(mutation) || ALONG_THE_WAY[status]?.includes(mutation));
  const begun = kindOf(RIPE[status] ?? "")?.begins ?? [];
  return [...own, ...begun.map((step) => ({ ...step, allowed: step.roles.includes(role) }))].filter(
    ({ allowed }) => allowed,
  );
}

function Finishable({ open }: { readonly open: readonly Open[] }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { role } = useViewer();
  const [whole, setWhole] = useState(false);
  const rows = open.filter((one) => stepsOf(one, role).length > 0);
  if (rows.length === 0) return <p class="quiet">{own.noFinish}</p>;
  const columns: readonly Column<Open>[] = [
    {
      head: words.common.record,
      text: ({ title }) => title,
      cell: (one) => <a href={workHref(aboutOf(one))}>{one.title}</a>,
    },
    { head: own.recordKind, text: ({ __typename: kind }) => capital(kindOf(kind)?.words[language] ?? "") },
    {
      head: words.common.status,
      text: ({ __typename: kind, status }) => termWords(statusList(kind), status, language),
    },
    {
      head: own.steps,
      text: (one) =>
        stepsOf(one, role)
          .map(({ words: does }) => capital(does[language]))
          .join("; "),
      cell: (one) => <StepLinks about={aboutOf(one)} steps={stepsOf(one, role)} />,
    },
  ];
  return (
    <>
      <DataTable
        title={own.finish}
        titleHidden
        columns={columns}
        rows={whole ? rows : rows.slice(0, AT_FIRST)}
        all={async () => Promise.resolve(rows)}
        keyOf={({ id }) => id}
      />
      {!whole && rows.length > AT_FIRST && (
        <button type="button" class="quiet-button" onClick={() => setWhole(true)}>
          {words.common.more} ({numberText(rows.length - AT_FIRST, language)})
        </button>
      )}
    </>
  );
}
