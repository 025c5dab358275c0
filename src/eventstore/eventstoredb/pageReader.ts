import type { Position } from "../contract.js";
import { StoreUnavailable } from "../contract.js";
import type { Channel, Connection } from "./connection.js";
import type { Deadlines } from "./deadlines.js";
import { NoAnswer } from "./faults.js";
import type { WireEvent } from "./messages.js";
import { headRequest, pageRequest } from "./messages.js";
import type { Place } from "./place.js";
import { isAfter } from "./place.js";
import { readCall } from "./readCall.js";
import { isWanted, placeOfEvent, streamPattern } from "./wireEvent.js";

export const BEGINNING: Place = { commit: 0, prepare: 0 };

/** So many events are looked at here when the server, filtering, finds nothing for too long. */
const UNFILTERED_PAGE = 2_000;

export interface PageQuery {
  readonly after: Place;
  readonly limit: number;
  readonly categories: readonly string[] | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface WirePage {
  readonly events: readonly WireEvent[];
  readonly place: Place;
  readonly atEnd: boolean;
}

/**
 * Reads pages of `$all` that the server filters. Such a page ends with its last event that matched; how far the server
 * looked beyond, it does not say. So at the end of the log its head is needed, and needed from *before* the page was
 * read and from the *same node*: another node may hold less than the one that the head came from, and then events
 * between would be passed over. What is known of the head is therefore kept with the channel it came over.
 */
export class PageReader {
  private seen: { readonly channel: Channel; readonly head: Place } | undefined;
  private reachedOn: Channel | undefined;
  private sparse = false;

  constructor(
    private readonly connection: Connection,
    private readonly deadlines: Deadlines,
  ) {}

  /** @param hint the log is known, from wherever, to go at least so far */
  async page(channel: Channel, query: PageQuery, hint: Position): Promise<WirePage> {
    const floor = this.seenOn(channel);
    const first = await this.read(channel, query);
    if (!first.atEnd) return first;
    if (isAfter(floor, first.place)) return { ...first, place: floor };
    if (hint <= first.place.commit) {
      if (first.events.length === 0) await this.requireReach(channel, query.after, query.signal);
      return first;
    }
    const head = await this.head(channel, query.signal);
    if (!isAfter(head, first.place)) return first;
    return this.readOn(channel, query, first, head);
  }

  /** The place of the last event of the whole log, the system's included. */
  async head(channel: Channel, signal?: AbortSignal, requiresLeader = false): Promise<Place> {
    const { answerMs } = this.deadlines;
    const { events } = await readCall(this.connection, channel, headRequest(), { requiresLeader, answerMs, signal });
    const head = events[0] === undefined ? BEGINNING : placeOfEvent(events[0]);
    this.remember(channel, head);
    return head;
  }

  /** What is there between the first answer and a head read after it. */
  private async readOn(channel: Channel, query: PageQuery, first: WirePage, head: Place): Promise<WirePage> {
    const limit = query.limit - first.events.length;
    if (limit === 0) return { ...first, atEnd: false };
    const rest = await this.read(channel, { ...query, after: first.place, limit });
    const events = [...first.events, ...rest.events];
    return { ...rest, events, place: rest.atEnd && isAfter(head, rest.place) ? head : rest.place };
  }

  private async read(channel: Channel, query: PageQuery): Promise<WirePage> {
    if (this.sparse) return this.readUnfiltered(channel, query);
    try {
      const page = await this.ask(channel, query, query.limit, streamPattern(query.categories));
      const last = page.events.at(-1);
      return { ...page, place: last === undefined ? query.after : placeOfEvent(last) };
    } catch (error) {
      // The server may be hung, or may be walking over a long stretch where nothing matches. Asked for that stretch
      // itself, it answers in the second case, and the page gets somewhere.
      if (!(error instanceof NoAnswer)) throw error;
      this.connection.doubt(channel);
      return this.readUnfiltered(channel, query);
    }
  }

  private async readUnfiltered(channel: Channel, query: PageQuery): Promise<WirePage> {
    const page = await this.ask(channel, query, Math.max(UNFILTERED_PAGE, query.limit), undefined);
    const wanted = page.events.filter((event) => isWanted(event, query.categories));
    const events = wanted.slice(0, query.limit);
    // Where nothing matched, filtering would take long again; where something did, or at the end, it will not.
    this.sparse = wanted.length === 0 && !page.atEnd;
    const last = events.length < wanted.length ? events.at(-1) : page.events.at(-1);
    const place = last === undefined ? query.after : placeOfEvent(last);
    return { events, place, atEnd: page.atEnd && events.length === wanted.length };
  }

  /** One call: the events after the place, up to a count; `atEnd` when the server had no more. */
  private async ask(
    channel: Channel,
    { after, signal, categories }: PageQuery,
    count: number,
    pattern: string | undefined,
  ): Promise<{ readonly events: readonly WireEvent[]; readonly atEnd: boolean }> {
    const fromStart = after.commit === BEGINNING.commit;
    // The server begins with the place itself, which has been seen.
    const request = pageRequest(fromStart ? "start" : after, fromStart ? count : count + 1, pattern);
    const { answerMs } = this.deadlines;
    const options = { requiresLeader: false, answerMs, signal, partial: true };
    const answer = await readCall(this.connection, channel, request, options);
    const atEnd = answer.complete && answer.events.length < count + (fromStart ? 0 : 1);
    const news = answer.events.filter((event) => isAfter(placeOfEvent(event), after)).slice(0, count);
    const last = news.at(-1);
    if (last !== undefined) this.remember(channel, placeOfEvent(last));
    if (pattern === undefined) return { events: news, atEnd };
    return { events: news.filter((event) => isWanted(event, categories)), atEnd };
  }

  /**
   * A place after the end of the log: the node lags behind the one that was read before, or this is another log, reset
   * or restored. Without this look such a reader would wait for ever, and nobody would know.
   */
  private async requireReach(channel: Channel, place: Place, signal: AbortSignal | undefined): Promise<void> {
    if (this.reachedOn === channel || place.commit === BEGINNING.commit) return;
    if (isAfter(place, await this.head(channel, signal))) {
      if (isAfter(place, await this.head(channel, signal, true))) {
        throw new RangeError("The log ends before this place: it is not the log that the place was read from.");
      }
      throw new StoreUnavailable("The node lags behind the place to read from.", "nothing-written");
    }
    this.reachedOn = channel;
  }

  private seenOn(channel: Channel): Place {
    return this.seen?.channel === channel ? this.seen.head : BEGINNING;
  }

  private remember(channel: Channel, place: Place): void {
    if (isAfter(place, this.seenOn(channel)) || this.seen?.channel !== channel) this.seen = { channel, head: place };
  }
}
