import { join } from "node:path";
import { Child } from "../lib/child.mjs";
import { interleaved, line, median, perSecond } from "../lib/figures.mjs";

/** The embedded store against a raw loop on the same table. */
export async function append({ dist, seed, quick, scratch }) {
  const child = await Child.start("servers/append.mjs", { dist, seed, folder: join(scratch, "append") });
  const count = quick ? 6_400 : 32_000;
  const side = (name) => async () => (await child.ask({ side: name, count })).perSecond;
  await interleaved(1, [side("ours"), side("floor")]);
  const [ours, floor] = await interleaved(5, [side("ours"), side("floor")]);
  await child.stop();
  const [a, b] = [median(ours), median(floor)];
  return [
    line({
      what: "append: embedded store, 64 in flight / raw better-sqlite3, transactions of 64, both FULL",
      ours: perSecond(a),
      against: perSecond(b),
      ratio: a / b,
      atLeast: 0.5,
    }),
  ];
}
