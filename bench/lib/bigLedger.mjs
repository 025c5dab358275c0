import { join } from "node:path";
import { filledLedger } from "../fill.mjs";

/** The large ledger of the terms that read: 300,000 events, or a tenth with --quick. */
export async function bigLedger({ dist, seed, quick, scratch }, name) {
  const folder = join(scratch, name);
  const events = quick ? 30_000 : 300_000;
  const manifest = await filledLedger({
    dist,
    to: folder,
    seed,
    events,
    units: 60,
    agencies: 40,
    reporters: 800,
    days: 1_600,
  });
  return { folder, manifest, middle: `P1-${Math.floor(manifest.head / 2)}` };
}
