import { endOfDay, localDateOf } from "../../../src/domain/kernel/time.js";
import { cpSync } from "node:fs";
import { playScene } from "../../../src/cli/scene/play.js";
import { readScene } from "../../../src/cli/scene/readScene.js";
import { removed, temporaryFolder } from "../../cli/support.js";
import { Api, type Json } from "../../support/api.js";
import { enforcementWorld, minutedCase } from "../../support/enforcement.js";
import { Dice } from "../../support/fuzz/dice.js";
import { builtAnewIsTheSame } from "../readModels.js";
import {
  answers,
  asOfIsAsItWas,
  figuresAddUp,
  head,
  listsCount,
  namesAreMasked,
  type Place,
  takenBackIsAsIfItHadNotBeen,
} from "./laws.js";
import { type Habits, Robot } from "./robot.js";

/** What a sequence did, so that one sees that the laws had something to hold of. */
export interface Played {
  readonly robot: Robot;
  readonly figures: number;
  readonly namesTold: number;
  readonly leftOut: number;
}

const CASES = 3;

/** What there is before the first step; of one that is like another, records have the same ids. */
export type Beginning = (like?: Api) => Promise<Api>;

/** Units, an agency, reporters, and cases with minutes, so that there is something to decide on. */
export const smallWorld: Beginning = async (like) => {
  const api = await Api.open(undefined, undefined, like);
  const world = await enforcementWorld(api);
  for (let nth = 0; nth < CASES; nth++) await minutedCase(api, world);
  return api;
};

/** A week after the session of the Council: what it recommended has yet to be answered. */
const MIDST = "2019-11-25T01:00:00.000Z";
let midst: Promise<string> | undefined;

async function playedHalf(): Promise<string> {
  const folder = temporaryFolder();
  process.once("exit", () => removed(folder));
  await playScene({ folder, commands: readScene().filter(({ at }) => at < MIDST) });
  return folder;
}

/** The scene of Thanh Hóa in the midst of it: records of every kind, many of them half done. */
export const midScene: Beginning = async (like) => {
  const folder = temporaryFolder();
  cpSync(await (midst ??= playedHalf()), folder, { recursive: true });
  return Api.in(folder, MIDST, { like });
};

const USUAL: Habits = { share: 0, among: 4 };

/** Plays a random sequence of steps of all subjects, and holds all laws against the ledger that comes of it. */
export async function play(seed: number, acts: number, habits = USUAL, begun = smallWorld): Promise<Played> {
  const dice = new Dice(seed);
  const api = await begun();
  try {
    const robot = await Robot.in(api, dice, habits);
    const looks = new Set([dice.below(acts), dice.below(acts)]);
    const then: [Place, ReadonlyMap<string, Json>][] = [];
    for (let nth = 0; nth < acts; nth++) {
      await robot.act();
      if (!looks.has(nth)) continue;
      // With the end of the day, as an answer of an earlier day tells of it.
      api.now = endOfDay(localDateOf(api.time.toISOString()));
      const place = await head(api);
      then.push([place, await answers(api, robot.looked, place)]);
      listsCount(then.at(-1)?.[1] ?? new Map());
    }
    if (robot.faults.length > 0) throw new Error(robot.faults.join("\n"));
    const figures = await figuresAddUp(api, dice);
    for (const [place, told] of then) await asOfIsAsItWas(api, place, told);
    await builtAnewIsTheSame(api, (await api.ledger.log.readAll({ limit: 100_000 })).events);
    const namesTold = await namesAreMasked(
      api,
      robot,
      then.slice(0, 1).map(([place]) => place),
    );
    const leftOut = await takenBackIsAsIfItHadNotBeen(api, robot, begun);
    return { robot, figures, namesTold, leftOut };
  } finally {
    await api.close();
  }
}
