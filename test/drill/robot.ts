import { RECORDS } from "../../src/domain/records.js";
import { play } from "../properties/robot/sequence.js";
import { type Drill, Findings } from "./findings.js";

const SEQUENCES = 200;
const ACTS = 150;
/** By turns many records are begun, and few go far. */
const SHARES = [0, 0.4, 0.7];

/** Random steps of all subjects, with all that must hold of any ledger; `--runs` sequences. */
export const drill: Drill = async ({ seed, runs = SEQUENCES }) => {
  const findings = new Findings();
  for (let nth = 0; nth < runs; nth++) {
    try {
      const { robot, leftOut } = await play(seed + nth, ACTS, SHARES[(seed + nth) % SHARES.length]);
      findings.ended("sequence", "held");
      for (const { kind } of RECORDS) {
        const steps = robot.taken.filter((one) => one.kind === kind);
        for (const { mutation } of steps) findings.ended(kind, mutation);
      }
      if (leftOut > 0) findings.ended("sequence with something taken back", "held");
    } catch (error) {
      findings.found("sequence", `--seed ${seed + nth} --runs 1: ${(error as Error).message}`);
    }
  }
  return findings;
};
