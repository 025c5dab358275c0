import { Field, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "./enums.js";

/** What every feed has besides its own items. */

const FEED_STARTS = ["NOW", "BEGINNING"] as const;
export type FeedStart = (typeof FEED_STARTS)[number];
export const FeedStartEnum = enumOf(FEED_STARTS);
registerEnumType(FeedStartEnum, { name: "FeedStart", description: "Where a feed begins that is given no cursor." });

@ObjectType({ description: "Everything up to now has been delivered; what follows is news." })
export class CaughtUp {
  @Field(() => String, { description: "Resume with it: the feed goes on from here." })
  cursor!: string;
}
