import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LaidFigureNow, LaidFigureThen } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayOf, dayText, momentText, numberText } from "../../format.ts";
import { ask, faultWords } from "../../ledger/ask.ts";
import { allRows } from "../../ledger/pages.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { actorText, sentence } from "../../parts/event.ts";
import { noteTable } from "../../parts/questions.ts";
import { goTo, href, hrefWith, usePlace } from "../../place.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { amountText, differenceText, type Entry, type LaidFigure, type Moved, pageOf, told } from "./moved.ts";
import { WORDS } from "./words.ts";

/** The entries whose sum a figure is, and those that came in between: each opens to what was entered. */

const PAGE = 100;
const MOST_ROWS = 10_000;

type Own = (typeof WORDS)["vi"];
const headsOf = (own: Own): readonly string[] => [own.countsOn, own.unit, own.entry, own.cause, own.amount];

export const summaryOf = ({ event }: Entry, language: Language): string => sentence(event, language);
const calledOf = (entry: Entry, language: Language): string => entry.record?.title ?? summaryOf(entry, language);

interface Asking {
  readonly id: string;
  readonly figure: LaidFigure;
  readonly isMoney: boolean;
  readonly side: "laid" | "today";
}

/** The entries of a figure, as it was laid or as it is, a hundred at a time. */
export function OpenedEntries({ sum, ...asking }: Asking & { readonly sum: string }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const asOf = useAsOf();
  const { id, figure, isMoney, side } = asking;
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const [next, setNext] = useState<string | null>(null);
  const [known, setKnown] = useState(0);
  const title = side === "laid" ? own.laidPanel(figure.label) : own.todayPanel(figure.label);
  useEffect(
    () =>
      noteTable({
        title,
        rows: async () => {
          const all = await allRows<Entry>(asOf, MOST_ROWS, async (asOf, after) => {
            const asked = { id, figureId: figure.figureId, asOf, after };
            const { oversight, units } = await ask(side === "laid" ? LaidFigureThen : LaidFigureNow, asked);
            return oversight?.figure ? { ...pageOf(oversight.figure.opened), basis: units.basis } : undefined;
          });
          return [[...headsOf(own), own.recordedAt, own.by, own.reason], ...all.map((one) => rowOf(one, language))];
        },
      }),
    [title, asOf, language],
  );
  return (
    <>
      <h3>{title}</h3>
      {known > 0 && (
        <p class="quiet">
          {own.sumOf(
            amountText(sum, isMoney, language),
            next === null ? numberText(known, language) : `${numberText(known, language)}+`,
          )}
        </p>
      )}
      <EntryTable title={title}>
        {pages.map((after, at) => (
          <EntryPage
            key={after ?? ""}
            {...asking}
            after={after}
            onPage={(number, more) => {
              setKnown(at * PAGE + number);
              setNext(more);
            }}
          />
        ))}
      </EntryTable>
      {next !== null && (
        <p>
          <button type="button" onClick={() => setPages([...pages, next])}>
            {own.more}
          </button>
        </p>
      )}
    </>
  );
}

function EntryPage({
  id,
  figure,
  isMoney,
  side,
  after,
  onPage,
}: Asking & { readonly after: string | null; readonly onPage: (number: number, next: string | null) => void }) {
  const words = useWords();
  const asOf = useAsOf();
  const document = side === "laid" ? LaidFigureThen : LaidFigureNow;
  const { data, error, loading } = useAnswer(
    document,
    { id, figureId: figure.figureId, asOf, after },
    { title: figure.label, still: side === "laid" },
  );
  const opened = data?.oversight?.figure?.opened;
  const page = opened && pageOf(opened);
  useEffect(
    () => page && onPage(page.nodes.length, page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    [data],
  );
  return (
    <tbody aria-busy={loading}>
      {error !== undefined && (
        <tr>
          <td colSpan={5} class="fault" role="alert">
            {faultWords(error, words)}
          </td>
        </tr>
      )}
      {!page && loading && (
        <tr>
          <td colSpan={5} class="quiet waiting">
            {words.common.loading}
          </td>
        </tr>
      )}
      {page?.nodes.map((entry) => (
        <EntryRows key={entry.id} {...{ entry, isMoney }} />
      ))}
    </tbody>
  );
}

/** Why a figure differs from what was laid: what was recorded since, by cause. */
export function MovedEntries({ figure, moved }: { readonly figure: LaidFigure; readonly moved: Moved }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const title = own.movedPanel(figure.label);
  useEffect(
    () =>
      noteTable({
        title,
        rows: () =>
          Promise.resolve([
            [...headsOf(own), own.recordedAt, own.by, own.reason],
            ...told(moved).flatMap(({ entries }) => entries.map((one) => rowOf(one, language))),
          ]),
      }),
    [title, moved, language],
  );
  return (
    <>
      <h3>{title}</h3>
      {told(moved).map(({ cause, sum, entries, hasMore }) => (
        <section key={cause}>
          <h4>
            {termWords("MovementCause", cause, language)}: {differenceText(sum, moved.isMoney, language)}
          </h4>
          <EntryTable title={termWords("MovementCause", cause, language)}>
            <tbody>
              {entries.map((entry) => (
                <EntryRows key={entry.id} entry={entry} isMoney={moved.isMoney} tellsWhy />
              ))}
            </tbody>
          </EntryTable>
          {hasMore && <p class="quiet">{own.moreThere}</p>}
        </section>
      ))}
    </>
  );
}

const rowOf = (entry: Entry, language: Language): readonly string[] => [
  dayText(entry.occurredOn),
  entry.unitName ?? "",
  calledOf(entry, language),
  termWords("FigureCause", entry.cause, language),
  entry.amount,
  momentText(entry.event.recordedAt),
  actorText(entry.event.actor, language),
  entry.event.reason ?? "",
];

function EntryTable({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const own = usePair(WORDS);
  const heads = headsOf(own);
  return (
    <div class="table-box">
      <table class="entries">
        <caption class="only-read">{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={head === own.amount ? "end" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

/** An entry, and below it the event that made it, once it is opened. */
function EntryRows({
  entry,
  isMoney,
  tellsWhy = false,
}: {
  readonly entry: Entry;
  readonly isMoney: boolean;
  /** When it was recorded and why stand in the row already. */
  readonly tellsWhy?: boolean;
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const isOpen = query.get("entry") === entry.id;
  const { event } = entry;
  return (
    <>
      <tr>
        <td data-head={own.countsOn}>{dayText(entry.occurredOn)}</td>
        <td data-head={own.unit}>{entry.unitName ?? "—"}</td>
        <td data-head={own.entry}>
          <button
            type="button"
            class="opens text"
            aria-expanded={isOpen}
            onClick={() => goTo(hrefWith({ entry: isOpen ? null : entry.id }))}
          >
            {calledOf(entry, language)}
          </button>
          {tellsWhy && (
            <span class="of">
              {own.recordedAt.toLowerCase()} {dayText(dayOf(event.recordedAt))}
              {event.reason !== null && <>: {event.reason}</>}
            </span>
          )}
        </td>
        <td data-head={own.cause}>{termWords("FigureCause", entry.cause, language)}</td>
        <td data-head={own.amount} class="end">
          {tellsWhy ? differenceText(entry.amount, isMoney, language) : amountText(entry.amount, isMoney, language)}
        </td>
      </tr>
      {isOpen && (
        <tr class="opened event">
          <td colSpan={5}>
            <EventOf entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What was entered: who, when, why. */
function EventOf({ entry }: { readonly entry: Entry }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { event, record } = entry;
  const told: readonly (readonly [string, string])[] = [
    [own.happened, momentText(event.occurredAt)],
    [own.recordedAt, momentText(event.recordedAt)],
    [own.by, actorText(event.actor, language)],
    ...(event.reason === null ? [] : [[own.reason, event.reason] as const]),
  ];
  return (
    <>
      <p class="what">
        <strong>{capital(summaryOf(entry, language))}</strong>
      </p>
      <dl class="details">
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {record && (
        <p class="ways">
          <a href={href(`/record/${record.id}`)}>
            {own.toRecord}
            <span class="only-read">: {record.title}</span>
          </a>
          <a href={href(`/record/${record.id}`, { asof: event.position })}>
            {own.asOfThen}
            <span class="only-read">: {record.title}</span>
          </a>
        </p>
      )}
    </>
  );
}
