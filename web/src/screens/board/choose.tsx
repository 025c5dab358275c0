import { useEffect, useMemo } from "preact/hooks";
import { UnitsToChoose, type UnitsToChooseQuery } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital, termWords, useMeasuresOf, useTerms } from "../../catalog.ts";
import { numberText } from "../../format.ts";
import { ChoiceInput } from "../../forms/inputs.tsx";
import { Chooser } from "../../forms/chooser.tsx";
import { ask } from "../../ledger/ask.ts";
import type { MadeDocument } from "../../ledger/document.ts";
import { allRows } from "../../ledger/pages.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { type Period, periodNamed, periodParams, periodText } from "../../parts/period.ts";
import { PeriodChooser, useToday } from "../../parts/periodChooser.tsx";
import { InsteadOfPresent, usePeriodShown } from "../../parts/periodShown.tsx";
import { goTo, href, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { type Board, BOOKS, speaksAlways } from "./duties.ts";
import { isDone } from "./recommendations.tsx";
import { WORDS } from "./words.ts";

/** A page of units: so many boards may be asked for in one question. */
const PAGE = 25;
const MOST_UNITS = 1_000;

type Unit = UnitsToChooseQuery["units"]["nodes"][number];

/** How a unit stands, in short. */
interface Short {
  readonly spokespersons: readonly Pick<Board["spokespersons"][number], "role">[];
  readonly due: { readonly nodes: readonly { readonly isOverdue: boolean }[] };
  readonly periodicDuties: readonly Pick<Board["periodicDuties"][number], "standing">[];
  readonly recommendations: readonly Pick<Board["recommendations"][number], "progress">[];
}
interface Row {
  readonly unit: Unit;
  readonly short: Short | undefined;
}

/** One's own unit is what one looks for; whoever has none, or wants another, chooses. */
export function Choose() {
  const { unit } = useViewer();
  const { query } = usePlace();
  const own = unit !== null && !query.has("all") ? unit.id : null;
  useEffect(() => {
    if (own !== null) goTo(href(`/board/${own}`, periodParams(periodAsked(query))), { replace: true });
  }, [own]);
  return own === null ? <AllUnits /> : null;
}

/** What the address says of a period; nothing where it says nothing. */
const periodAsked = (query: URLSearchParams): Period => periodNamed(query) ?? {};

function AllUnits() {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const asOf = useAsOf();
  const today = useToday();
  const shown = usePeriodShown(useMeasuresOf(BOOKS));
  const { period } = shown;
  const [after, kind] = [query.get("after"), query.get("kind")];
  useTerms();
  const chosen = { on: today, kinds: kind === null ? null : [kind as Unit["kind"]] };
  const answer = useAnswer(UnitsToChoose, { ...chosen, asOf, first: PAGE, after }, { title: own.choose });
  const units = answer.data?.units.nodes ?? [];
  const document = useMemo(() => shortDocument(units.length), [units.length]);
  const asked = period && units.length > 0 ? { ...shortVariables(units), period, asOf } : null;
  const short = useAnswer(document, asked, { title: own.duties });
  const shortOf = (data: unknown, at: number): Short | undefined =>
    (data as Readonly<Record<string, Short>> | undefined)?.[`b${at}`];
  const rows = units.map((unit, at): Row => ({ unit, short: short.loading ? undefined : shortOf(short.data, at) }));
  const all = (): Promise<readonly Row[]> =>
    allRows<Row>(asOf, MOST_UNITS, async (asOf, after) => {
      const { units: page } = await ask(UnitsToChoose, { ...chosen, asOf, first: PAGE, after });
      const boards = await ask(shortDocument(page.nodes.length), { ...shortVariables(page.nodes), period, asOf });
      return { ...page, nodes: page.nodes.map((unit, at) => ({ unit, short: shortOf(boards, at) })) };
    });
  if (!period) return <p class="quiet waiting">{words.common.loading}</p>;
  return (
    <article class="board">
      <h1>
        {own.duties}: {periodText(period, own)}
      </h1>
      <p class="quiet">{own.chooseLead}</p>
      <InsteadOfPresent shown={shown} says={own.noneYet} />
      <PeriodChooser shown={period} />
      <div class="choose-fields">
        <Chooser
          label={own.choose}
          kind="Unit"
          onPick={({ id }) => goTo(href(`/board/${id}`, periodParams(periodAsked(query))))}
        />
        <ChoiceInput
          label={own.kind}
          list="UnitKind"
          value={kind}
          onChoice={(value) => goTo(hrefWith({ kind: value, after: null }))}
        />
      </div>
      <Answered answer={answer}>
        {({ units: { totalCount, pageInfo } }) => (
          <div aria-busy={short.loading}>
            <p class="quiet">{words.common.total(numberText(totalCount.value, language))}</p>
            <Units rows={rows} all={all} period={periodAsked(query)} />
            <p class="pages">
              {after !== null && <a href={hrefWith({ after: null })}>{words.common.first}</a>}
              {pageInfo.hasNextPage && <a href={hrefWith({ after: pageInfo.endCursor })}>{words.common.next}</a>}
            </p>
          </div>
        )}
      </Answered>
    </article>
  );
}

function Units({
  rows,
  all,
  period,
}: {
  readonly rows: readonly Row[];
  readonly all: () => Promise<readonly Row[]>;
  readonly period: Period;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const boardOf = (unit: Unit): string => href(`/board/${unit.id}`, periodParams(period));
  const number = (head: string, of: (short: Short) => number, isBad: boolean): Column<Row> => ({
    head,
    align: "end",
    text: ({ short }) => (short ? String(of(short)) : ""),
    cell: ({ unit, short }) => {
      if (!short) return "…";
      const text = numberText(of(short), language);
      if (of(short) === 0) return <span class="quiet">{text}</span>;
      return (
        <a class={isBad ? "overdue" : undefined} href={boardOf(unit)} aria-label={`${unit.name}, ${head}: ${text}`}>
          {text}
        </a>
      );
    },
  });
  const columns: readonly Column<Row>[] = [
    {
      head: own.unit,
      text: ({ unit }) => unit.name,
      cell: ({ unit }) => <a href={boardOf(unit)}>{unit.name}</a>,
    },
    { head: own.kind, text: ({ unit }) => capital(termWords("UnitKind", unit.kind, language)) },
    {
      head: own.speaks,
      text: ({ short }) => (short ? (speaksAlways(short) ? own.hasSpeaker : own.noSpeaker) : ""),
      cell: ({ short }) => {
        if (!short) return "…";
        return speaksAlways(short) ? own.hasSpeaker : <strong class="overdue">{own.noSpeaker}</strong>;
      },
    },
    number(own.overdue, ({ due }) => due.nodes.filter(({ isOverdue }) => isOverdue).length, true),
    number(own.missedPeriods, ({ periodicDuties }) => periodicDuties.filter(isNotKept).length, true),
    number(own.notDone, ({ recommendations }) => recommendations.filter((one) => !isDone(one)).length, false),
  ];
  return (
    <DataTable title={own.duties} titleHidden columns={columns} rows={rows} keyOf={({ unit }) => unit.id} all={all} />
  );
}

const isNotKept = ({ standing }: Short["periodicDuties"][number]): boolean =>
  standing === "MISSED" || standing === "LATE";

/** The boards of so many units in short, in one question. */
function shortDocument(units: number): MadeDocument {
  const each = Array.from({ length: units }, (_, at) => at);
  const variables = each.map((at) => `$u${at}: UnitId!`).join(", ");
  const boards = each.map((at) => `b${at}: unitBoard(unitId: $u${at}, period: $period, asOf: $asOf) { ...Short }`);
  return `query (${variables} $period: Period!, $asOf: AsOf) { ${boards.join(" ")} }
    fragment Short on UnitBoard { spokespersons { role } due(first: 100) { nodes { isOverdue } }
      periodicDuties { standing } recommendations { progress } }` as MadeDocument;
}

const shortVariables = (units: readonly Unit[]): Readonly<Record<string, string>> =>
  Object.fromEntries(units.map(({ id }, at) => [`u${at}`, id]));
