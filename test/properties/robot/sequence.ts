import { RECORD_KINDS } from "../../../src/domain/kernel/fields.js";
import { endOfDay, localDateOf } from "../../../src/domain/kernel/time.js";
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
import { Robot } from "./robot.js";

/** What a sequence did, so that one sees that the laws had something to hold of. */
export interface Played {
  readonly robot: Robot;
  readonly figures: number;
  readonly namesTold: number;
  readonly leftOut: number;
}

const CASES = 3;

/** A small world: units, an agency, reporters, and cases with minutes, so that there is something to decide on. */
async function begun(like?: Api): Promise<Api> {
  const api = await Api.open(undefined, undefined, like);
  const world = await enforcementWorld(api);
  for (let nth = 0; nth < CASES; nth++) await minutedCase(api, world);
  return api;
}

/**
 * Plays a random sequence of steps of all subjects, and holds all laws against the ledger that comes of it.
 * @param share how often it goes on with the record of the step before, rather than with any
 */
export async function play(seed: number, acts: number, share = 0): Promise<Played> {
  const dice = new Dice(seed);
  const api = await begun();
  try {
    const robot = await Robot.in(api, dice, share);
    const looks = new Set([dice.below(acts), dice.below(acts)]);
    const then: [Place, ReadonlyMap<string, Json>][] = [];
    for (let nth = 0; nth < acts; nth++) {
      await robot.act();
      if (!looks.has(nth)) continue;
      // With the end of the day, as an answer of an earlier day tells of it.
      api.now = endOfDay(localDateOf(api.time.toISOString()));
      const place = await head(api);
      then.push([place, await answers(api, known(robot), place)]);
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

const known = (robot: Robot): readonly string[] => RECORD_KINDS.flatMap((kind) => robot.records(kind));
