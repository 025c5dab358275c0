import { useState } from "preact/hooks";
import { EventDetails, type EventDetailsQuery } from "../../../generated/documents.ts";
import type { AsOf } from "../../asOf.ts";
import { termWords } from "../../catalog.ts";
import { dayOf, dayText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { sentence } from "../../parts/event.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { href, hrefWith } from "../../place.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { type Entry, EntryText } from "./entry.tsx";
import { daysLate } from "./late.ts";
import { WORDS } from "./words.ts";

/** The list beneath the picture: all that the picture tells, and more. */
export function Entries({
  entries,
  marked,
  asOf,
}: {
  readonly entries: readonly Entry[];
  /** The positions of what the picture points at. */
  readonly marked: ReadonlySet<string>;
  readonly asOf: AsOf;
}) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li
          key={entry.position}
          id={entry.position}
          tabIndex={-1}
          class={[daysLate(entry) > 0 ? "late" : "", marked.has(entry.position) ? "marked" : ""].join(" ").trim()}
        >
          <EntryText entry={entry} />
          <More entry={entry} asOf={asOf} />
        </li>
      ))}
    </ol>
  );
}

function More({ entry, asOf }: { readonly entry: Entry; readonly asOf: AsOf }) {
  const own = usePair(WORDS);
  const [open, setOpen] = useState(false);
  const { commandId } = entry.event;
  const answer = useAnswer(open ? EventDetails : null, open ? { commandId, asOf } : null, { title: own.ledTo });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{own.more}</summary>
      {open && <Answered answer={answer}>{(data) => <Told entry={entry} data={data} />}</Answered>}
      <ul class="ways">
        <li>
          <a href={hrefWith({ asof: entry.position, after: null })}>{own.asKnown}</a>
        </li>
        <li>
          <a href={hrefWith({ types: [entry.type], after: null })}>{own.sameType}</a>
        </li>
        <li>
          <a href={href("/timeline", { commandId })}>{own.sameCommand}</a>
        </li>
      </ul>
    </details>
  );
}

function Told({ entry, data }: { readonly entry: Entry; readonly data: EventDetailsQuery }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const event = data.ledgerTimeline.nodes.find(({ position }) => position === entry.position)?.event;
  const { isWhole, items } = data.consequences;
  return (
    <>
      {event?.cause && (
        <p>
          {own.cause}: {sentence(event.cause, language)}
        </p>
      )}
      {event?.takesBack.map((taken) => (
        <p key={taken.position}>
          {own.takesBack}: {sentence(taken, language)}
        </p>
      ))}
      {items.nodes.length === 0 ? (
        <p class="quiet">{own.ledToNothing}</p>
      ) : (
        <>
          <p>{own.ledTo}:</p>
          <ul class="led-to">
            {items.nodes.map(({ link, item }) => (
              <li key={item.position}>
                {dayText(dayOf(item.occurredAt))} · {sentence(item, language)}{" "}
                {item.subjects[0] && <RecordLink of={item.subjects[0]} />}{" "}
                <span class="quiet">({termWords("ConsequenceLink", link, language).toLowerCase()})</span>
              </li>
            ))}
          </ul>
          {(!isWhole || items.pageInfo.hasNextPage) && <p class="quiet">{own.ledToMore}</p>}
        </>
      )}
    </>
  );
}
