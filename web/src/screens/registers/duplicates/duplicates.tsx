import { useMemo } from "preact/hooks";
import {
  DuplicatePairs,
  type DuplicatePairsQuery,
  ReporterTwins,
  type ReporterTwinsQuery,
} from "../../../../generated/documents.ts";
import { capital, termWords } from "../../../catalog.ts";
import { dayText } from "../../../format.ts";
import { Answered } from "../../../parts/answered.tsx";
import { type Column, DataTable } from "../../../parts/dataTable.tsx";
import { RecordLink } from "../../../parts/shown.tsx";
import { href, hrefWith, usePlace } from "../../../place.ts";
import { useViewer } from "../../../viewer.ts";
import { useLanguage, usePair } from "../../../words/words.ts";
import { Total } from "../tools.tsx";
import { useWhole } from "../whole.ts";
import { PairsToJudge } from "./judge.tsx";
import { DUPLICATE_WORDS } from "./words.ts";

type View = keyof (typeof DUPLICATE_WORDS)["vi"]["views"];
export type Pair = DuplicatePairsQuery["probableDuplicates"]["nodes"][number];
type Twin = ReporterTwinsQuery["reporters"]["nodes"][number];

const VIEWS: readonly View[] = ["visits", "judged", "reporters"];

/** What may have been entered twice: pairs of visits one after another, those judged, and reporters. */
export function Duplicates() {
  const own = usePair(DUPLICATE_WORDS);
  const { query } = usePlace();
  const view = VIEWS.find((one) => one === query.get("view")) ?? "visits";
  return (
    <>
      <nav class="tables" aria-label={own.choose}>
        <ul>
          {VIEWS.map((one) => (
            <li key={one}>
              <a
                href={hrefWith({ view: one === "visits" ? null : one, at: null })}
                aria-current={one === view ? "page" : undefined}
              >
                {own.views[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view === "visits" ? <PairsToJudge /> : view === "judged" ? <Judged /> : <Twins />}
    </>
  );
}

function Judged() {
  const own = usePair(DUPLICATE_WORDS);
  const language = useLanguage();
  const answer = useWhole(DuplicatePairs, { judged: true }, ({ probableDuplicates }) => probableDuplicates, {
    title: own.views.judged,
  });
  const columns = useMemo((): readonly Column<Pair>[] => {
    const visit = (head: string, at: number): Column<Pair> => ({
      head,
      text: ({ visits }) => `${visits[at]?.title ?? ""}, ${dayText(visits[at]?.day ?? "")}`,
      cell: ({ visits }) => {
        const one = visits[at];
        return one ? (
          <>
            <RecordLink of={one} />
            <p class="quiet">
              {dayText(one.day)}, {capital(termWords("VisitStatus", one.status, language))}
            </p>
          </>
        ) : null;
      },
    });
    return [
      visit(own.first, 0),
      visit(own.second, 1),
      {
        head: own.who,
        text: ({ visits }) =>
          [...(visits[0]?.hosts ?? []), ...(visits[0]?.reporters ?? [])].map(({ name }) => name).join("; "),
      },
      { head: own.verdict, text: ({ verdict }) => capital(termWords("DuplicateVerdict", verdict ?? "", language)) },
      { head: own.reason, text: ({ reason }) => reason ?? "" },
    ];
  }, [own, language]);
  return (
    <>
      <h2>{own.views.judged}</h2>
      <Answered answer={answer}>
        {({ rows }) => (
          <>
            <Total number={rows.length} />
            <DataTable title={own.views.judged} titleHidden columns={columns} rows={rows} keyOf={(_, at) => at} />
          </>
        )}
      </Answered>
    </>
  );
}

interface TwinPair {
  readonly one: Pick<Twin, "id" | "name" | "agency">;
  readonly other: Pick<Twin, "id" | "name" | "agency">;
}

/** Each pair once, whichever of the two tells it. */
function twinsOf(reporters: readonly Twin[]): readonly TwinPair[] {
  const pairs = new Map<string, TwinPair>();
  for (const one of reporters)
    for (const other of one.probableDuplicates) {
      const key = [one.id, other.id].sort().join(" ");
      if (!pairs.has(key)) pairs.set(key, { one, other });
    }
  return [...pairs.values()];
}

function Twins() {
  const own = usePair(DUPLICATE_WORDS);
  const { mayWrite } = useViewer();
  const answer = useWhole(ReporterTwins, {}, ({ reporters }) => reporters, { title: own.views.reporters });
  const rows = useMemo(() => twinsOf(answer.data?.rows ?? []), [answer.data?.rows]);
  const columns = useMemo((): readonly Column<TwinPair>[] => {
    const entry = (head: string, of: (pair: TwinPair) => TwinPair["one"]): Column<TwinPair> => ({
      head,
      text: (pair) => [of(pair).name, of(pair).agency?.name].filter(Boolean).join(", "),
      cell: (pair) => (
        <>
          <RecordLink of={of(pair)}>{of(pair).name}</RecordLink>
          <p class="quiet">{of(pair).agency?.name}</p>
        </>
      ),
    });
    return [
      entry(own.one, ({ one }) => one),
      entry(own.other, ({ other }) => other),
      {
        head: own.merge,
        only: "PAGE",
        text: () => "",
        cell: ({ one }) =>
          mayWrite ? (
            <a
              class="button"
              href={href(`/record/${one.id}`, { do: "mergeReporter" })}
              aria-label={own.mergeOf(one.name)}
            >
              {own.merge}
            </a>
          ) : null,
      },
    ];
  }, [own, mayWrite]);
  return (
    <>
      <h2>{own.views.reporters}</h2>
      <p class="quiet">{own.twinsNote}</p>
      <Answered answer={answer}>
        {() =>
          rows.length === 0 ? (
            <p class="notice">{own.noTwins}</p>
          ) : (
            <DataTable title={own.views.reporters} titleHidden columns={columns} rows={rows} keyOf={(_, at) => at} />
          )
        }
      </Answered>
    </>
  );
}
