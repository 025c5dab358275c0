import { Arg } from "type-graphql";
import { GraphQLLocalDate } from "./scalars.js";

/** The argument of what is judged by a day: `on`, or else the day of the answer's basis. */
export const ByDay = (): ReturnType<typeof Arg> =>
  Arg("on", () => GraphQLLocalDate, { nullable: true, description: "By this day; the basis's day if absent." });
