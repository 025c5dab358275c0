import { playScene } from "../../src/cli/scene/play.js";
import { removed, temporaryFolder } from "../cli/support.js";
import { fuzz as fuzzed } from "../support/fuzz/fuzz.js";

const REQUESTS = 50_000;
const MOST_SHOWN = 3_000;
const LINE_EVERY = 5_000;

/** `npm run drill -- fuzz [requests] [seed]`: the scene's ledger is asked what its schema allows, and much that it does not. */
export async function fuzz([requests = String(REQUESTS), given]: readonly string[]): Promise<number> {
  const seed = given === undefined ? Date.now() % 1_000_000 : Number(given);
  const folder = temporaryFolder();
  try {
    await playScene({ folder });
    console.log(`fuzz: ${requests} requests, seed ${seed}.`);
    const progress = (done: number): void => void (done % LINE_EVERY === 0 && console.log(`${done} asked`));
    const { answers, refusals, entered, findings } = await fuzzed({
      folder,
      requests: Number(requests),
      seed,
      progress,
    });
    console.log("Answers:", answers, `${entered} events entered. Refused:`, refusals);
    for (const { what, seen, request } of findings)
      console.log(`\nFOUND, ${seen} times: ${what}\n  ${request.slice(0, MOST_SHOWN)}`);
    console.log(`${findings.length} kinds of findings.`);
    return findings.length;
  } finally {
    removed(folder);
  }
}
