import { canonicalJson } from "../../eventstore/canonicalJson.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "../../projections/basis.js";
import type { FeedPage } from "../../projections/feedPages.js";
import { needsToRead, needsValidToken } from "./access.js";
import type { LedgerContext } from "./context.js";
import { EventType } from "./event.js";
import { badInput, unavailable } from "./faults.js";
import { type FeedItem, openFeed } from "./feed.js";
import { linesOf } from "./figures.js";
import { SpareTime } from "./spareTime.js";

/** A live figure: its value, then each change of it. */
export interface FigureFeed<Question, Line> {
  /** The subscription's name and its arguments: its cursors belong to them. */
  readonly binding: readonly unknown[];
  /** The streams whose events may move the figure. */
  readonly categories: readonly string[];
  /** Whether lines are counted under units that others succeed: then any event of the units may move them. */
  readonly bySuccessor: boolean;
  readonly admit: () => void;
  readonly questionAt: (basis: Basis) => Question;
  readonly figures: Figures<Question, Line>;
  readonly item: (question: Question, lines: readonly Line[], basis: Basis, movedBy: MovedBy) => object;
}

/** The ledger of figures that is asked. */
interface Figures<Question, Line> {
  lines(question: Question, limit: number, at: Position): readonly Line[];
  movedAt(question: Question, since: Position, limit: number, at: Position): readonly Position[];
}

/** The events that moved a figure since it was last told. */
export type MovedBy = (first: number, context: LedgerContext) => EventType[];

export const MOVED_BY =
  "The first of the events that moved the figures since they were last told; none with the first value. For those who " +
  "may read the records.";

const UNITS = "unitRegister";
const MOST_EVENTS = 100;

/** Public as the figures are; what moved them is for those who work with the records. */
export function openFigureFeed<Question, Line>(
  context: LedgerContext,
  after: string | null | undefined,
  feed: FigureFeed<Question, Line>,
): Promise<AsyncIterable<object>> {
  const resumed = (context.subscriber?.lastEventId ?? after) != null;
  const value = new LiveFigure(context, feed, resumed);
  const admit = (): void => {
    feed.admit();
    needsValidToken(context);
  };
  const categories = feed.bySuccessor ? [...feed.categories, UNITS] : feed.categories;
  const options = { binding: feed.binding, categories, admit, items: value.items.bind(value) };
  return openFeed(context, { after: after ?? null }, options);
}

/** What a subscriber knows of the figure, and what it is told next. */
class LiveFigure<Question, Line> {
  /** Undefined: not even the first value. */
  private told: { readonly lines: string; readonly at: Position } | undefined;

  constructor(
    private readonly context: LedgerContext,
    private readonly feed: FigureFeed<Question, Line>,
    private readonly resumed: boolean,
  ) {}

  async *items(page: FeedPage, after: Position): AsyncGenerator<FeedItem, void, undefined> {
    const { reads } = this.context;
    if (!(await reads.reached(page.position)))
      throw unavailable("This node is late in reading; resume with your last cursor.");
    if (!this.told && this.resumed) this.told = { lines: textOf(await this.lines(reads.basisAt(after))), at: after };
    const basis = reads.basisAt(page.position);
    if (this.told && !(await this.mayHaveMoved(page, basis))) return;
    const lines = await this.lines(basis);
    const text = textOf(lines);
    if (text === this.told?.lines) return;
    const since = this.told?.at;
    this.told = { lines: text, at: page.position };
    const question = this.feed.questionAt(basis);
    const item = this.feed.item(question, lines, basis, (first, context) =>
      since === undefined ? [] : this.eventsOf(question, since, basis, first, context),
    );
    yield { position: page.position, item };
  }

  private async mayHaveMoved({ events }: FeedPage, basis: Basis): Promise<boolean> {
    if (events.length === 0) return false;
    if (this.feed.bySuccessor && events.some(({ stream }) => stream.startsWith(UNITS))) return true;
    const { questionAt, figures } = this.feed;
    const since = this.told?.at ?? 0;
    const moved = await this.inSpareTime(`moved since ${since}`, basis, () =>
      figures.movedAt(questionAt(basis), since, 1, basis.position),
    );
    return moved.length > 0;
  }

  private lines(basis: Basis): Promise<readonly Line[]> {
    const { questionAt, figures } = this.feed;
    return this.inSpareTime("lines", basis, () =>
      linesOf((limit) => figures.lines(questionAt(basis), limit, basis.position)),
    );
  }

  private inSpareTime<T extends object>(what: string, { position }: Basis, work: () => T): Promise<T> {
    return spareTimeOf(this.context.reads).ask(canonicalJson([what, position, this.feed.binding]), work);
  }

  private eventsOf(
    question: Question,
    since: Position,
    basis: Basis,
    first: number,
    context: LedgerContext,
  ): EventType[] {
    needsToRead(context, "records");
    if (first < 1 || first > MOST_EVENTS) throw badInput(`\`first\` is from 1 to ${MOST_EVENTS}.`);
    return this.feed.figures.movedAt(question, since, first, basis.position).map((position) => {
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
