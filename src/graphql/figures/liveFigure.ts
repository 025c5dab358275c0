import type { LocalDate } from "../../domain/kernel/time.js";
import { canonicalJson } from "../../eventstore/canonicalJson.js";
import type { Position } from "../../eventstore/contract.js";
import { type Basis, onDay } from "../../projections/table/basis.js";
import type { FeedPage } from "../../projections/readModel/feedPages.js";
import type { FigureBook } from "../../projections/figures/book.js";
import type { FigureQuestion } from "../../projections/figures/question.js";
import { type FigurePasses, passesOf } from "../../projections/figures/passes.js";
import type { FigureLine } from "../../projections/figures/sums.js";
import { needsToRead, needsValidToken } from "../shared/access.js";
import { type LedgerContext, todayOf } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { badInput, unavailable } from "../shared/faults.js";
import { type FeedItem, openFeed } from "../shared/feed.js";
import { SpareTime } from "../shared/spareTime.js";
import { admitQuestion, type Asked, notTooMany, questionAt } from "./question.js";

/** A live figure: its value, then each change of it. */
export interface FigureFeed {
  readonly book: FigureBook;
  readonly asked: Asked;
  readonly item: (question: FigureQuestion, lines: readonly FigureLine[], basis: Basis, movedBy: MovedBy) => object;
}

/** The events that moved a figure since it was last told. */
export type MovedBy = (first: number, context: LedgerContext) => Promise<EventType[]>;

export const MOVED_BY =
  "The first of the events that moved the figures since they were last told; none with the first value. For those who " +
  "may read the records.";

/** The streams of those that may go on in others. */
const GOING_ON = ["unitRegister", "pressAgency"];
const MOST_EVENTS = 100;

/** Public as the figures are; what moved them is for those who work with the records. */
export function openFigureFeed(
  context: LedgerContext,
  after: string | null | undefined,
  feed: FigureFeed,
): Promise<AsyncIterable<object>> {
  const { book, asked } = feed;
  const { period, groupBy, filter, unitBasis } = asked;
  const resumed = (context.subscriber?.lastEventId ?? after) != null;
  // Cursors belong to the subscription and its arguments.
  const binding = [`${book.name}FigureChanges`, period, groupBy, filter ?? null, unitBasis];
  const value = new LiveFigure(context, feed, binding, resumed);
  const admit = (): void => {
    admitQuestion(context, book, asked);
    needsValidToken(context);
  };
  const categories = isBySuccessor(asked) ? [...new Set([...book.streams, ...GOING_ON])] : book.streams;
  return openFeed(context, { after: after ?? null }, { binding, categories, admit, items: value.items.bind(value) });
}

/** Whether lines are counted under units and agencies that go on for others: then any event of these may move them. */
const isBySuccessor = ({ unitBasis }: Asked): boolean => unitBasis === "AS_SUCCESSOR";

/** What a subscriber knows of the figure, and what it is told next. */
class LiveFigure {
  private readonly passes: FigurePasses;
  /** Undefined: not even the first value. */
  private told: { readonly lines: string; readonly at: Position; readonly today: LocalDate } | undefined;

  constructor(
    private readonly context: LedgerContext,
    private readonly feed: FigureFeed,
    private readonly binding: readonly unknown[],
    private readonly resumed: boolean,
  ) {
    this.passes = context.passes ?? passesOf(context.reads.figures);
  }

  async *items(page: FeedPage, after: Position): AsyncGenerator<FeedItem, void, undefined> {
    const { reads } = this.context;
    if (!(await reads.reached(page.position)))
      throw unavailable("This node is late in reading; resume with your last cursor.");
    if (!this.told && this.resumed) this.told = await this.toldAt(reads.basisAt(after));
    const basis = onDay(reads.basisAt(page.position), todayOf(this.context));
    if (this.told && !(await this.mayHaveMoved(page, basis))) return;
    const lines = await this.lines(basis);
    const text = textOf(lines);
    const since = this.told?.at;
    if (text === this.told?.lines) {
      this.told = { ...this.told, today: basis.today };
      return;
    }
    this.told = { lines: text, at: page.position, today: basis.today };
    const question = this.questionAt(basis);
    const item = this.feed.item(question, lines, basis, async (first, context) =>
      since === undefined ? [] : this.eventsOf(question, since, basis, first, context),
    );
    yield { position: page.position, item };
  }

  /** What was told before the cursor: as of it, on its own day, as the cursor knows no other. */
  private async toldAt(basis: Basis): Promise<LiveFigure["told"]> {
    return { lines: textOf(await this.lines(basis)), at: basis.position, today: basis.today };
  }

  private async mayHaveMoved({ events }: FeedPage, basis: Basis): Promise<boolean> {
    // A day on which one goes on in another comes without an event; it is noticed with the next heartbeat.
    const isAnotherDay = basis.today !== this.told?.today;
    const goesOn = isAnotherDay || events.some(({ stream }) => GOING_ON.some((one) => stream.startsWith(`${one}-`)));
    if (isBySuccessor(this.feed.asked) && goesOn) return true;
    if (events.length === 0) return false;
    const since = this.told?.at ?? 0;
    const moved = await this.inSpareTime(`moved since ${since}`, basis, () =>
      this.passes.movedAt(this.feed.book, this.questionAt(basis), since, 1, basis.position),
    );
    return moved.length > 0;
  }

  private lines(basis: Basis): Promise<readonly FigureLine[]> {
    return this.inSpareTime("lines", basis, () =>
      notTooMany((limit) => this.passes.lines(this.feed.book, this.questionAt(basis), limit, basis.position)),
    );
  }

  private questionAt(basis: Basis): FigureQuestion {
    return questionAt(this.context, this.feed.book, this.feed.asked, basis);
  }

  private inSpareTime<T extends object>(what: string, { position, today }: Basis, work: () => Promise<T>): Promise<T> {
    return spareTimeOf(this.context.reads).ask(canonicalJson([what, position, today, this.binding]), work);
  }

  private async eventsOf(
    question: FigureQuestion,
    since: Position,
    basis: Basis,
    first: number,
    context: LedgerContext,
  ): Promise<EventType[]> {
    needsToRead(context, "records");
    if (first < 1 || first > MOST_EVENTS) throw badInput(`\`first\` is from 1 to ${MOST_EVENTS}.`);
    const moved = await this.passes.movedAt(this.feed.book, question, since, first, basis.position);
    return moved.map((position) => {
      const row = context.reads.events.at(position);
      if (!row) throw new Error("An entry stands at a position where no event stands.");
      return EventType.ofRow(row);
    });
  }
}

/** Lines as text, to be compared; sums of đồng are no JSON numbers. */
const textOf = (lines: readonly unknown[]): string =>
  JSON.stringify(lines, (_key, value: unknown) =>
    value instanceof Map ? [...value] : typeof value === "bigint" ? value.toString() : value,
  );

/** All live figures of a node share one. */
const spareTimes = new WeakMap<LedgerContext["reads"], SpareTime>();

function spareTimeOf(reads: LedgerContext["reads"]): SpareTime {
  let known = spareTimes.get(reads);
  if (!known) spareTimes.set(reads, (known = new SpareTime()));
  return known;
}
