import { join } from "node:path";
import { existsSync } from "node:fs";
import { filledLedger, manifestOf } from "../fill.mjs";

/** The large ledger of the terms that read: 300,000 events, or a tenth with --quick. */
export const bigLedger = (run, name) => ledgerOf(run, name, run.quick ? 30_000 : 300_000);

/** A ledger with so many events, in which the same units, agencies and reporters are the busy ones. */
export async function ledgerOf({ dist, seed, scratch }, name, events) {
  const folder = join(scratch, name);
  // Terms that only read share a folder, and with it the read model that the first of them built.
  if (existsSync(folder)) return told(folder, manifestOf(folder));
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
  return told(folder, manifest);
}

const told = (folder, manifest) => ({ folder, manifest, middle: `P1-${Math.floor(manifest.head / 2)}` });
