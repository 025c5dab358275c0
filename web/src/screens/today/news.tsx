import { useRef } from "preact/hooks";
import { LateEntries } from "../../../generated/documents.ts";
import { type AsOf, useAsOf } from "../../asOf.ts";
import { addDays, momentIn, momentText, numberText, todayInVietnam } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { roleText, sentence } from "../../parts/event.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { href } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

const PAGE = 30;

const todayOf = (asOf: AsOf): string =>
  asOf === null ? todayInVietnam() : "endOf" in asOf ? asOf.endOf : (asOf.today ?? todayInVietnam());

/** What the ledger took since yesterday began in Vietnam, the latest first; what comes while one looks is marked. */
export function News({ unitId }: { readonly unitId: string | null }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const asOf = useAsOf();
  const recordedFrom = momentIn(addDays(todayOf(asOf), -1), "00:00");
  const filter = { recordedFrom, unitId } as never;
  const answer = useAnswer(LateEntries, { filter, asOf: asOf as never, first: PAGE }, { title: own.news });
  // What was there when one came, of these very entries.
  const first = useRef<{ readonly of: string; readonly seen: ReadonlySet<string> } | undefined>(undefined);
  const of = JSON.stringify([filter, asOf]);
  if (first.current?.of !== of) first.current = undefined;
  if (answer.data && !answer.loading) {
    first.current ??= { of, seen: new Set(answer.data.ledgerTimeline.nodes.map(({ position }) => position)) };
  }
  const isFresh = (position: string): boolean => first.current !== undefined && !first.current.seen.has(position);
  const fresh = (answer.data?.ledgerTimeline.nodes ?? []).filter(({ position }) => isFresh(position)).length;
  return (
    <section aria-labelledby="news" class="news">
      <h2 id="news">{own.news}</h2>
      <p role="status" class="only-read">
        {fresh > 0 ? own.freshSaid(numberText(fresh, language)) : ""}
      </p>
      <Answered answer={answer}>
        {({ ledgerTimeline: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <p class="quiet">{own.noNews}</p>
          ) : (
            <>
              <ol class="plain-list">
                {nodes.map(({ position, recordedAt, summary, summaryVi, actor, subjects: [subject] }) => (
                  <li key={position} class={isFresh(position) ? "fresh" : undefined}>
                    <p>
                      {isFresh(position) && <span class="tag">{own.fresh}</span>}{" "}
                      {sentence({ summary, summaryVi }, language)}
                      {subject && (
                        <>
                          {" "}
                          – <RecordLink of={subject} />
                        </>
                      )}
                    </p>
                    <p class="quiet">
                      {momentText(recordedAt)} · {roleText(actor, language)}
                    </p>
                  </li>
                ))}
              </ol>
              {pageInfo.hasNextPage && (
                <p>
                  <a href={href("/timeline")}>{own.allNews}</a>
                </p>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}
