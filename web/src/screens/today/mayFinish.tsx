import { useState } from "preact/hooks";
import { MayFinishAtTheDoor, MayFinishInspecting, MayFinishSupervising } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital, kindOf, termWords } from "../../catalog.ts";
import { numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { href } from "../../place.ts";
import { type Role, useViewer } from "../../viewer.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** Steps by which a matter comes to an end, or is ripe for the next hand. */
const FINISHING = new Set([
  ...["confirmVisit", "recordVisitOutcome", "closeVisit", "recordNoShow", "fulfilPromise"],
  ...["closeInformationRequest", "closePressItem"],
  ...["endFieldwork", "recordCheckDone", "concludeInspection", "publishConclusion", "closeInspection"],
  ...["serveSanction", "publishSanction"],
  ...["confirmOversightRecommendation", "publishOversightConclusion", "sendOversightConclusion", "endOversight"],
]);
const AT_FIRST = 10;
/** Of a visit whose reporters are still there, what comes next is what ends it. */
const ALONG_THE_WAY: Readonly<Record<string, readonly string[]>> = {
  ARRIVED: ["checkDocuments"],
  REGISTERED: ["recordArrival"],
  CONFIRMED: ["recordArrival"],
};

interface Open {
  readonly __typename: string;
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly nextSteps?: readonly {
    readonly mutation: string;
    readonly allowed: boolean;
    readonly words: Readonly<Record<Language, string>>;
  }[];
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

const stepsOf = ({ status, nextSteps = [] }: Open): NonNullable<Open["nextSteps"]> =>
  nextSteps.filter(
    ({ mutation, allowed }) => allowed && (FINISHING.has(mutation) || ALONG_THE_WAY[status]?.includes(mutation)),
  );

function Finishable({ open }: { readonly open: readonly Open[] }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const isNow = useAsOf() === null;
  const [whole, setWhole] = useState(false);
  // Of cases the ledger tells no next steps: they were asked for by where they stand.
  const rows = open.filter((one) => one.nextSteps === undefined || stepsOf(one).length > 0);
  if (rows.length === 0) return <p class="quiet">{own.noFinish}</p>;
  const columns: readonly Column<Open>[] = [
    { head: words.common.record, text: ({ title }) => title, cell: (one) => <RecordLink of={one} /> },
    { head: own.recordKind, text: ({ __typename: kind }) => capital(kindOf(kind)?.words[language] ?? "") },
    {
      head: words.common.status,
      text: ({ __typename: kind, status }) => termWords(statusList(kind), status, language),
    },
    {
      head: own.steps,
      text: (one) =>
        stepsOf(one)
          .map(({ words: does }) => capital(does[language]))
          .join("; "),
      cell: (one) => (
        <ul class="plain">
          {stepsOf(one).map(({ mutation, words: does }) => (
            <li key={mutation}>
              {isNow ? (
                <a href={href(`/record/${one.id}`, { do: mutation })}>{capital(does[language])}</a>
              ) : (
                capital(does[language])
              )}
            </li>
          ))}
        </ul>
      ),
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
