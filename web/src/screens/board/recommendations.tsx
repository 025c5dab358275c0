import type { UnitBoardOfQuery } from "../../../generated/documents.ts";
import { termWords } from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { dueState } from "../../parts/dues.tsx";
import { href } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import type { Board } from "./duties.ts";
import { WORDS } from "./words.ts";

type Recommendation = Board["recommendations"][number];
type Supervision = UnitBoardOfQuery["supervisions"]["nodes"][number];

export const isDone = ({ progress }: Pick<Recommendation, "progress">): boolean =>
  progress === "DONE" || progress === "CONFIRMED";

const since = (text: string, on: string | null): string => (on === null ? text : `${text}, ${dayText(on)}`);

/** What supervisions recommended to the unit: what it says to it, and how far it has come. */
export function Recommendations({
  board: { recommendations, due },
  supervisions,
}: {
  readonly board: Board;
  readonly supervisions: readonly Supervision[];
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const of = ({ recommendationId: id }: Recommendation): Supervision | undefined =>
    supervisions.find((one) => one.recommendations.some(({ recommendationId }) => recommendationId === id));
  const overdue = ({ recommendationId: id }: Recommendation): string => {
    const found = due.nodes.find(({ partId, isOverdue }) => partId === id && isOverdue);
    return found ? dueState(found, language) : "";
  };
  const responseText = ({ response, responseOn }: Recommendation): string =>
    since(termWords("OversightResponse", response, language), responseOn);
  const progressText = ({ progress, plannedFor, doneOn, confirmedOn }: Recommendation): string =>
    since(
      termWords("OversightProgress", progress, language),
      { OPEN: null, PLANNED: plannedFor, DONE: doneOn, CONFIRMED: confirmedOn }[progress],
    );
  const dueText = ({ dueOn }: Recommendation): string => (dueOn === null ? "—" : dayText(dueOn));
  const columns: readonly Column<Recommendation>[] = [
    {
      head: own.recommendation,
      text: ({ what }) => what,
      cell: (one) => <span class="text">{one.what}</span>,
    },
    {
      head: own.supervision,
      text: (one) => of(one)?.title ?? "",
      cell: (one) => {
        const found = of(one);
        return found ? <a href={href(`/dossier/${found.id}`)}>{found.title}</a> : "—";
      },
    },
    { head: own.response, text: responseText },
    {
      head: own.progress,
      text: progressText,
      cell: (one) => <span class={isDone(one) ? "standing fulfilled" : "standing"}>{progressText(one)}</span>,
    },
    {
      head: own.dueOn,
      text: (one) => [dueText(one), overdue(one)].filter((text) => text !== "").join(", "),
      cell: (one) => (
        <>
          <span class="value">{dueText(one)}</span>
          {overdue(one) !== "" && <strong class="overdue"> {overdue(one)}</strong>}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">{own.recommendations}</h2>
      <DataTable
        none={own.noRecommendations}
        title={own.recommendations}
        titleHidden
        columns={columns}
        rows={recommendations}
        keyOf={({ recommendationId }) => recommendationId}
      />
    </section>
  );
}
