import { UnitBoardFigures, UnitBoardOf } from "../../../generated/documents.ts";
import { partOf } from "../../addresses.ts";
import { useAsOf } from "../../asOf.ts";
import { useMeasuresOf, useTerms } from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { Chooser } from "../../forms/chooser.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { AHEAD, duesOfPage } from "../../parts/dues.tsx";
import { type Period, periodParams, periodText } from "../../parts/period.ts";
import { PeriodChooser } from "../../parts/periodChooser.tsx";
import { InsteadOfPresent, type PeriodShown, usePeriodShown } from "../../parts/periodShown.tsx";
import { goTo, href } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { Answers } from "./answers.tsx";
import { Coming } from "./coming.tsx";
import { DoneInPeriod } from "./done.tsx";
import { type Board as BoardOf, BOOKS } from "./duties.ts";
import { Glance } from "./glance.tsx";
import { hasMoreLate, lateOf } from "./late.ts";
import { LateList } from "./lateList.tsx";
import { Periodic } from "./periodic.tsx";
import { Recommendations } from "./recommendations.tsx";
import { WORDS } from "./words.ts";

/** With `AHEAD` as many as may be asked for at once. */
const MOST_DUE = 90;

/** What a unit owes and has done in a period, under all its duties. */
export function Board() {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  useTerms();
  const unitId = partOf("id");
  const asOf = useAsOf();
  const shown = usePeriodShown(useMeasuresOf(BOOKS));
  const { period } = shown;
  const asked = period && { unitId, period, asOf, due: MOST_DUE + AHEAD };
  const answer = useAnswer(UnitBoardOf, asked, { title: own.duties });
  const figures = useAnswer(UnitBoardFigures, period && { unitIds: [unitId], period, asOf }, { title: own.figures });
  if (!period) return <p class="quiet waiting">{words.common.loading}</p>;
  return (
    <article class="board">
      <Answered answer={answer}>
        {({ unitBoard, supervisions }) => {
          if (!unitBoard?.unit) return <p class="notice">{own.notThere}</p>;
          const board = { ...unitBoard, due: duesOfPage(unitBoard.due, MOST_DUE, language) };
          const late = lateOf(board, figures.data, own, language);
          return (
            <>
              <Head board={board} shown={shown} period={period} />
              <Glance board={board} late={late} />
              <LateList
                late={late}
                due={board.due}
                unitId={unitId}
                hasMore={figures.data !== undefined && hasMoreLate(figures.data)}
              />
              <Coming due={board.due.nodes} />
              <section aria-labelledby="done">
                <h2 id="done">{own.figures}</h2>
                <Answered answer={figures}>
                  {(data) => <DoneInPeriod figures={data} unitId={unitId} period={period} />}
                </Answered>
              </section>
              <Answers answers={board.daysToAnswer} />
              <Periodic duties={board.periodicDuties} />
              <Recommendations board={board} supervisions={supervisions.nodes} />
            </>
          );
        }}
      </Answered>
    </article>
  );
}

function Head({
  board,
  shown,
  period,
}: {
  readonly board: BoardOf;
  readonly shown: PeriodShown;
  readonly period: Period;
}) {
  const own = usePair(WORDS);
  const { unit, on } = board;
  if (!unit) return null;
  const ended = unit.endsOn !== null && unit.endsOn <= on ? unit.endsOn : null;
  const heirs = unit.successors.flatMap(({ unit: next, effectiveOn }) => (next && effectiveOn <= on ? [next] : []));
  return (
    <>
      <div class="board-head">
        <div>
          <p class="kind">
            <a href={href("/board", { ...periodParams(period), all: 1 })}>{own.duties}</a>
          </p>
          <h1>
            {unit.name}: {periodText(period, own)}
          </h1>
        </div>
        <div class="another">
          <Chooser
            label={own.another}
            kind="Unit"
            onPick={({ id }) => goTo(href(`/board/${id}`, periodParams(period)))}
          />
        </div>
      </div>
      {ended !== null && (
        <p class="notice">
          {own.ended(dayText(ended))}
          {heirs.length > 0 && (
            <>
              {" "}
              {own.goesOnAs}:{" "}
              {heirs.map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 && ", "}
                  <a href={href(`/board/${id}`, periodParams(period))}>{name}</a>
                </span>
              ))}
            </>
          )}
        </p>
      )}
      <InsteadOfPresent shown={shown} says={own.noneYet} />
      <PeriodChooser shown={period} />
      <p class="quiet links">
        <span>{own.judgedOn(dayText(on))}</span>
        <a href={href(`/record/${unit.id}`)}>{own.unitRecord}</a>
        <a href={href("/today", { unit: unit.id, days: "any" })}>{own.allDue}</a>
        <a href={href("/records/Visit", { hostId: unit.id })}>{own.visits}</a>
      </p>
    </>
  );
}
