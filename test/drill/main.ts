import { parseArgs } from "node:util";
import { helpAsked } from "../../src/cli/terminal.js";
import type { Drill } from "./findings.js";

/**
 * `npm run drill -- <name> [--seed n] [--runs n]`: does on purpose what fate does by chance, and says what it tried and what
 * it found. Exit code 1 when something was found that should not be.
 */
const DRILLS: Readonly<Record<string, () => Promise<{ readonly drill: Drill }>>> = {
  clock: () => import("./clock.js"),
  damage: () => import("./damage.js"),
  disk: () => import("./disk.js"),
  fuzz: () => import("./fuzz.js"),
  kill: () => import("./kill.js"),
  robot: () => import("./robot.js"),
  soak: () => import("./soak.js"),
};

const USAGE = `Usage: npm run drill -- <${Object.keys(DRILLS).join(" | ")}> [--seed n] [--runs n]`;
if (helpAsked(USAGE)) process.exit(0);
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string" }, runs: { type: "string" } },
});
const [name = ""] = positionals;
const load = DRILLS[name];
if (!load) {
  console.error(USAGE);
  process.exit(2);
}
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
const { drill } = await load();
console.log(`Drill ${name}, seed ${seed}. The same again: npm run drill -- ${name} --seed ${seed}`);
const report = await drill({ seed, ...(values.runs === undefined ? {} : { runs: Number(values.runs) }) });
report.print();
process.exit(report.findings.length > 0 ? 1 : 0);
