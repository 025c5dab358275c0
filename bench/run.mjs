import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Child } from "./lib/child.mjs";
import { BENCH, productOf } from "./lib/product.mjs";
import { append } from "./terms/append.mjs";
import { delivery } from "./terms/delivery.mjs";
import { figures } from "./terms/figures.mjs";
import { history } from "./terms/history.mjs";
import { memory } from "./terms/memory.mjs";
import { neighbours } from "./terms/neighbours.mjs";
import { page } from "./terms/page.mjs";
import { rebuild } from "./terms/rebuild.mjs";
import { register } from "./terms/register.mjs";

/** `node bench/run.mjs [--quick] [--seed n] [--dist folder] [names…]`: measures and prints one table. */

const TERMS = { register, append, rebuild, page, memory, figures, history, delivery, neighbours };
const USAGE = `Usage: node bench/run.mjs [--quick] [--seed <n>] [--dist <folder>] [${Object.keys(TERMS).join("] [")}]`;

async function main() {
  if (process.argv.slice(2).includes("--help")) return void console.log(USAGE);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      seed: { type: "string", default: "20190901" },
      dist: { type: "string", default: "dist" },
    },
  });
  const unknown = positionals.find((name) => !(name in TERMS));
  if (unknown) throw new Error(`There is no term "${unknown}".\n${USAGE}`);
  const { quick, dist } = values;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number.\n${USAGE}`);
  productOf(dist);
  // On the disk of the repository: the system's temporary folder may be in memory, where a flush costs nothing.
  mkdirSync(join(BENCH, "data"), { recursive: true });
  const scratch = mkdtempSync(join(BENCH, "data", "run-"));
  const lines = [];
  const before = machineLoad();
  const clean = () => {
    Child.endAll();
    rmSync(scratch, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (clean(), process.exit(1)));
  for (const name of positionals.length > 0 ? positionals : Object.keys(TERMS)) {
    process.stderr.write(`${name} …\n`);
    try {
      const measured = await TERMS[name]({ dist, seed, quick, scratch });
      for (const { what, ratio, verdict } of measured) process.stderr.write(`  ${what}: ${ratio} ${verdict}\n`);
      lines.push(...measured);
    } catch (error) {
      process.stderr.write(`${error?.stack ?? error}\n`);
      lines.push({ what: name, ours: "–", against: "–", ratio: "–", target: "–", verdict: "**failed**" });
      process.exitCode = 1;
      Child.endAll();
    }
  }
  clean();
  print(lines);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}`;
  process.stdout.write(
    `\nSeed ${seed}${quick ? ", quick" : ""}. ${machine}. Load ${before} before, ${machineLoad()} after.\n`,
  );
}

const machineLoad = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

function print(lines) {
  const columns = {
    what: "what",
    ours: "ours",
    against: "floor/rival",
    ratio: "ratio",
    target: "target",
    verdict: "verdict",
  };
  const cells = (row) =>
    `| ${Object.keys(columns)
      .map((key) => row[key])
      .join(" | ")} |\n`;
  process.stdout.write(
    cells(columns) +
      `| ${Object.keys(columns)
        .map(() => "---")
        .join(" | ")} |\n`,
  );
  for (const row of lines) process.stdout.write(cells(row));
}

main().catch((error) => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
