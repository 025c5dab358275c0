import { Field, ObjectType, registerEnumType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { type TermOf, terms } from "../../domain/kernel/terms.js";
import { say } from "../../domain/kernel/words.js";
import { enumType } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import { enumOf } from "./enums.js";
import { PositionScalar } from "./scalars.js";

/** What every feed has besides its own items. */

const FEED_STARTS = ["NOW", "BEGINNING"] as const;
export type FeedStart = (typeof FEED_STARTS)[number];
export const FeedStartEnum = enumOf(FEED_STARTS);
registerEnumType(FeedStartEnum, { name: "FeedStart", description: "Where a feed begins that is given no cursor." });

export const AFTER = "A cursor that this feed gave out, for the same arguments: what came after it, and not it itself.";

@ObjectType({ description: "Everything up to now has been delivered; what follows is news." })
export class CaughtUp {
  @TextField(NOBODY, { description: "Resume with it: the feed goes on from here." })
  readonly cursor: string;

  constructor(cursor: string) {
    this.cursor = cursor;
  }
}

const FEED_DELAYS = terms(
  "FeedDelay",
  "Why a feed stands still. LOG_UNREACHABLE: the event log does not answer. NODE_BEHIND: this node is late in reading it, " +
    "or too busy. Both pass by themselves, and the feed goes on without being opened again.",
  {
    LOG_UNREACHABLE: say("chưa đọc được sổ sự kiện", "the event log does not answer"),
    NODE_BEHIND: say("máy chủ chưa đọc kịp sổ sự kiện", "this node is late in reading it"),
  },
);
export type FeedDelay = TermOf<typeof FEED_DELAYS>;
export const FeedDelayEnum = enumType(FEED_DELAYS);

@ObjectType({
  description:
    "For some time there was nothing to deliver; the feed lives, and its cursor has moved on with the ledger. Also sent " +
    "when the feed is delayed, and when it goes on.",
})
export class Heartbeat {
  @TextField(NOBODY, { description: "Resume with it: what was looked at is not looked at again." })
  readonly cursor: string;
  @Field(() => PositionScalar, { description: "Everything up to here has been looked at." })
  readonly position: number;

  @Field(() => FeedDelayEnum, {
    nullable: true,
    description: "Why there may be news that is not told yet. Null: there is none.",
  })
  readonly delayedBy: FeedDelay | null;

  constructor(cursor: string, position: number, delayedBy: FeedDelay | null) {
    this.cursor = cursor;
    this.position = position;
    this.delayedBy = delayedBy;
  }
}
