import type { Principal } from "../../src/commands/bus.js";
import type { Subscriber } from "../../src/graphql/shared/context.js";
import { type Api, type Json, OFFICER } from "./api.js";

/** A subscription with one field, read item by item. */
export class FeedReader {
  private constructor(private readonly feed: AsyncIterableIterator<Json>) {}

  /** @throws what the feed is refused with. */
  static async open(
    api: Api,
    text: string,
    variables: Record<string, unknown> = {},
    principal: Principal | null = OFFICER,
    subscriber: Partial<Subscriber> = {},
  ): Promise<FeedReader> {
    return new FeedReader(await api.subscribe(text, variables, principal, subscriber));
  }

  /** The next item, waiting for it if need be; undefined at the end. */
  async next(): Promise<Json> {
    const { value, done } = await this.feed.next();
    if (done) return undefined;
    if (value.errors) throw new Error(JSON.stringify(value.errors));
    return Object.values(value.data)[0];
  }

  /** What there is up to the end as it is now. */
  async untilCaughtUp(): Promise<Json[]> {
    const items: Json[] = [];
    for (let item = await this.next(); item.__typename !== "CaughtUp"; item = await this.next()) items.push(item);
    return items;
  }

  async leave(): Promise<void> {
    await this.feed.return?.();
  }
}
