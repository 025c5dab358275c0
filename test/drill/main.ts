import { clock } from "./clock.js";
import { fuzz } from "./fuzz.js";

/** `npm run drill -- <name> [arguments]`: tries what a test has no time for. It ends with 1 when it has found something. */

/** Each says what it tries and finds, and answers with the number of findings. */
type Drill = (args: readonly string[]) => Promise<number>;

const DRILLS: Readonly<Record<string, Drill>> = {
  clock,
  fuzz,
};

const [name = "", ...args] = process.argv.slice(2);
const drill = Object.hasOwn(DRILLS, name) ? DRILLS[name] : undefined;
if (drill) {
  process.exit((await drill(args)) === 0 ? 0 : 1);
} else {
  process.stderr.write(`Usage: npm run drill -- <${Object.keys(DRILLS).join(" | ")}> [arguments]\n`);
  process.exit(2);
}
