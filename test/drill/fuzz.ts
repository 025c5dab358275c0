import { playScene } from "../../src/cli/scene/play.js";
import { removed, temporaryFolder } from "../cli/support.js";
import { fuzz as fuzzed } from "../support/fuzz/fuzz.js";
import { type Drill, Findings } from "./findings.js";

const REQUESTS = 50_000;
const MOST_SHOWN = 3_000;
const LINE_EVERY = 5_000;

/** The scene's ledger is asked what its schema allows, and much that it does not; `--runs` requests. */
export const drill: Drill = async ({ seed, runs = REQUESTS }) => {
  const folder = temporaryFolder();
  try {
    await playScene({ folder });
    const progress = (done: number): void => void (done % LINE_EVERY === 0 && console.log(`${done} asked`));
    const told = await fuzzed({ folder, requests: runs, seed, progress });
    console.log("Answers:", told.answers, `${told.entered} events entered. Refused:`, told.refusals);
    const findings = new Findings();
    for (const { what, seen, request } of told.findings)
      findings.found("request", `${seen} times: ${what}\n  ${request.slice(0, MOST_SHOWN)}`);
    findings.ended(`${runs} requests`, `${told.findings.length} kinds of findings`);
    return findings;
  } finally {
    removed(folder);
  }
};
