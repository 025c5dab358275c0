import { RECORDS } from "../../src/domain/records.js";
import { mutationOf } from "../../src/domain/kernel/steps.js";
import { type Beginning, midScene, play, smallWorld } from "../properties/robot/sequence.js";
import type { Habits } from "../properties/robot/robot.js";
import { type Drill, Findings } from "./findings.js";

const SEQUENCES = 200;
const ACTS = 150;
/** By turns many records are begun, few go far, and those of the scene go on. */
const WAYS: readonly (readonly [Habits, Beginning])[] = [
  [{ share: 0, among: 4 }, smallWorld],
  [{ share: 0.4, among: 4 }, smallWorld],
  [{ share: 0.7, among: 4 }, smallWorld],
  [{ share: 0.4, among: 100 }, midScene],
];

/** Random steps of all subjects, with all that must hold of any ledger; `--runs` sequences. */
export const drill: Drill = async ({ seed, runs = SEQUENCES }) => {
  const findings = new Findings();
  const never = new Set(
    RECORDS.flatMap(({ steps }) => Object.entries(steps).map(([name, step]) => mutationOf(name, step))),
  );
  for (let nth = 0; nth < runs; nth++) {
    try {
      const { robot, leftOut } = await play(seed + nth, ACTS, ...WAYS[(seed + nth) % WAYS.length]!);
      for (const { mutation } of robot.taken) never.delete(mutation);
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
  console.log(`Steps that no sequence took: ${[...never].join(", ") || "none"}.`);
  return findings;
};
