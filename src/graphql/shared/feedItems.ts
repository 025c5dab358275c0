import { Field, ObjectType, registerEnumType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
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

@ObjectType({
  description:
    "For some time there was nothing to deliver; the feed lives, and its cursor has moved on with the ledger.",
})
export class Heartbeat {
  @TextField(NOBODY, { description: "Resume with it: what was looked at is not looked at again." })
  readonly cursor: string;
  @Field(() => PositionScalar, { description: "Everything up to here has been looked at." })
  readonly position: number;

  constructor(cursor: string, position: number) {
    this.cursor = cursor;
    this.position = position;
  }
}
