import { join } from "node:path";
import { Child } from "../lib/child.mjs";
import { cpuRatio, interleaved, line, median, perSecond } from "../lib/figures.mjs";
import { bigLedger } from "../lib/bigLedger.mjs";

/** All read models from the log, against raw inserts of the same rows into the same tables. */
export async function rebuild(run) {
  const { folder, manifest } = await bigLedger(run, "rebuild");
  // Each side has a process of its own: neither lives with what the other left in memory.
  const ours = await Child.start("servers/rebuild.mjs", {
    dist: run.dist,
    folder,
    side: "ours",
    to: join(folder, "ours.db"),
  });
  const floor = await Child.start("servers/rebuild.mjs", {
    dist: run.dist,
    folder,
    side: "floor",
    from: join(folder, "ours.db"),
    to: join(folder, "floor.db"),
  });
  const [built, inserted] = await interleaved(3, [() => ours.ask({}), () => floor.ask({})]);
  await ours.stop();
  await floor.stop();
  const [a, b] = [built, inserted].map((rounds) => median(rounds.map((one) => one.seconds)));
  const { rows } = inserted[0];
  return [
    line({
      what: `rebuild: all read models from ${manifest.head.toLocaleString("en")} events (${a.toFixed(1)} s) / raw inserts of the same ${rows.toLocaleString("en")} rows (${b.toFixed(1)} s, ${cpuRatio(built, inserted)})`,
      ours: perSecond(manifest.head / a),
      against: perSecond(manifest.head / b),
      ratio: b / a,
      atLeast: 0.4,
    }),
  ];
}
