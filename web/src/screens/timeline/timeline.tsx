import { useEffect, useMemo, useState } from "preact/hooks";
import { type AsOf, useAsOf } from "../../asOf.ts";
import { termWords } from "../../catalog.ts";
import { dayOf, momentText, numberText } from "../../format.ts";
import { RefsInput } from "../../forms/refInput.tsx";
import { ask } from "../../ledger/ask.ts";
import { allRows } from "../../ledger/pages.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { sentence } from "../../parts/event.ts";
import { noteTable } from "../../parts/questions.ts";
import { goTo, href, hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import {
  FILTER_NAMES,
  filterIn,
  MOST_SUBJECTS,
  type Order,
  orderIn,
  PAGE,
  type Part,
  partIn,
  type Question,
  questionOf,
} from "./asked.ts";
import { Entries } from "./entries.tsx";
import type { Entry } from "./entry.tsx";
import { ChosenEvents, TimelineFilters } from "./filter.tsx";
import { daysLate } from "./late.ts";
import type { Shown } from "./marks.ts";
import { TwoTracks } from "./picture.tsx";
import { WORDS } from "./words.ts";

/** Of a file that is taken along. */
const MOST_ROWS = 5_000;
const ANEW = { after: null } as const;

/** Any records in one line of time, or the whole ledger: what happened, and what was known. */
export function TimelinePage() {
  const own = usePair(WORDS);
  const { query } = usePlace();
  const asOf = useAsOf();
  const of = query.getAll("of").slice(0, MOST_SUBJECTS);
  const filter = filterIn(query);
  const question = questionOf(of, { filter, ...orderIn(query, of.length > 0), asOf: asOf as never });
  const variables = { ...question.variables, first: PAGE, after: query.get("after") };
  const answer = useAnswer(question.document, variables, { title: own.title });
  return (
    <>
      <h1>{own.title}</h1>
      <Subjects of={of} />
      <TimelineFilters anew={ANEW} />
      <ChosenEvents anew={ANEW} />
      <Answered answer={answer}>{(data) => <Shows part={partIn(data)} question={question} asOf={asOf} />}</Answered>
    </>
  );
}

function Subjects({ of }: { readonly of: readonly string[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { mayFollow } = useViewer();
  const { query } = usePlace();
  const asLive = Object.fromEntries(FILTER_NAMES.map((name) => [name, query.getAll(name)]));
  return (
    <section class="of" aria-label={own.ofChosen}>
      {of.length === 0 && (
        <p>
          <strong>{own.ofAll}</strong>
          {mayFollow && (
            <span class="not-on-paper">
              {" · "}
              <a href={href("/live", { ...asLive, asof: null })}>{own.live}</a>
            </span>
          )}
        </p>
      )}
      <RefsInput
        label={own.choose}
        kind={null}
        values={of}
        note={of.length >= MOST_SUBJECTS ? own.tooMany(numberText(MOST_SUBJECTS, language)) : null}
        onValues={(ids) => goTo(hrefWith({ of: ids.slice(0, MOST_SUBJECTS), ...ANEW }))}
      />
    </section>
  );
}

function Shows({ part, question, asOf }: { readonly part: Part; readonly question: Question; readonly asOf: AsOf }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const [marked, setMarked] = useState<readonly Shown[]>([]);
  const nodes: readonly Entry[] = part.nodes;
  useEffect(() => setMarked([]), [part]);
  useTaken(question, asOf);
  const { value, isExact } = part.totalCount;
  const count = numberText(value, language);
  const positions = useMemo(() => new Set(marked.map(({ position }) => position)), [marked]);
  const mark = (events: readonly Shown[]): void => {
    setMarked(events);
    const chosen = new Set(events.map(({ position }) => position));
    const first = document.getElementById(nodes.find(({ position }) => chosen.has(position))?.position ?? "");
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: "center" });
  };
  return (
    <>
      {nodes.length > 0 && (
        <section class="picture" aria-labelledby="picture">
          <h2 id="picture">{own.picture}</h2>
          <TwoTracks events={nodes} onMark={mark} />
          <Legend events={nodes} />
        </section>
      )}
      <h2>{own.list}</h2>
      <p class="quiet">{isExact ? words.common.total(count) : words.common.atLeast(count)}</p>
      <div class="list-head">
        <OrderChoice now={question.variables as unknown as Order} />
        {(query.has("firstDay") || query.has("lastDay")) && (
          <a href={hrefWith({ firstDay: null, lastDay: null, ...ANEW })}>{own.allDays}</a>
        )}
      </div>
      {marked.length > 0 && <Marked events={marked} onUnmark={() => setMarked([])} />}
      {nodes.length === 0 && <p class="quiet">{words.common.empty}</p>}
      <Entries entries={nodes} marked={positions} asOf={asOf} />
      <p class="pages">
        {query.has("after") && <a href={hrefWith(ANEW)}>{words.common.first}</a>}
        {part.pageInfo.hasNextPage && <a href={hrefWith({ after: part.pageInfo.endCursor })}>{words.common.next}</a>}
      </p>
    </>
  );
}

/** The same in words, for whoever does not see the picture or wants the number. */
function Legend({ events }: { readonly events: readonly Shown[] }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const late = events.map(daysLate).filter((days) => days > 0);
  const all = numberText(events.length, language);
  return (
    <p class="legend">
      <span class="key on-time">{own.onTime}</span> <span class="key late">{own.lateMark}</span>{" "}
      <span>
        {late.length === 0
          ? own.noneLate(all)
          : `${own.ofPage(numberText(late.length, language), all)}, ${own.lateUpTo(numberText(Math.max(...late), language))}.`}
      </span>
    </p>
  );
}

function OrderChoice({ now: { order, direction } }: { readonly now: Order }) {
  const own = usePair(WORDS);
  const choices = [
    ["OCCURRED-ASC", own.occurredAsc],
    ["OCCURRED-DESC", own.occurredDesc],
    ["RECORDED-ASC", own.recordedAsc],
    ["RECORDED-DESC", own.recordedDesc],
  ] as const;
  return (
    <label class="order">
      {own.order}{" "}
      <select
        value={`${order}-${direction}`}
        onChange={(event) => {
          const [by, to] = event.currentTarget.value.split("-");
          goTo(hrefWith({ order: by, direction: to, ...ANEW }));
        }}
      >
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the picture points at, and the way to see those days alone. */
function Marked({ events, onUnmark }: { readonly events: readonly Shown[]; readonly onUnmark: () => void }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const days = events.map(({ occurredAt }) => dayOf(occurredAt)).sort();
  return (
    <p class="pointing" role="status">
      {own.marked(numberText(events.length, language))}.{" "}
      <a href={hrefWith({ firstDay: days[0], lastDay: days.at(-1), ...ANEW })}>{own.zoom}</a>{" "}
      <button type="button" class="quiet-button" onClick={onUnmark}>
        {own.unmark}
      </button>
    </p>
  );
}

/** All pages of the list, as a table for a file. */
function useTaken({ document, variables }: Question, asOf: AsOf): void {
  const own = usePair(WORDS);
  const language = useLanguage();
  useEffect(() => {
    const head = [
      ...[own.happened, own.known, own.lateBy, own.what, own.about],
      ...[own.who, own.role, own.unitOfWho, own.reason],
    ];
    const rowOf = (entry: Entry): readonly string[] => [
      momentText(entry.occurredAt),
      momentText(entry.recordedAt),
      String(daysLate(entry)),
      sentence(entry, language),
      entry.subjects.map(({ title }) => title).join("; "),
      entry.actor.subject,
      termWords("Role", entry.actor.role, language),
      entry.actor.unitName ?? "",
      entry.event.reason ?? "",
    ];
    const rows = async (): Promise<readonly (readonly string[])[]> => {
      const taken = await allRows<Entry>(asOf, MOST_ROWS, async (asOf, after) =>
        partIn(await ask(document, { ...variables, asOf, first: PAGE, after })),
      );
      return [head, ...taken.map(rowOf)];
    };
    return noteTable({ title: own.title, rows });
  }, [document, JSON.stringify(variables), language]);
}
