import { resolve } from "node:path";
import { Misused, run } from "./commandLine.js";

/**
 * `npm run backup -- --to <folder> [--read-model]`: copies the embedded ledger into a new folder, while the server runs
 * or not, and reads the copy back. With `--read-model` this program's read model comes along (and alone, where the log
 * is in EventStoreDB), so that another node need not build it.
 */
await run({
  usage: "Usage: npm run backup -- --to <a folder that does not exist yet> [--read-model]",
  flags: { options: { to: { type: "string" }, "read-model": { type: "boolean", default: false } } },
  asked({ values }) {
    if (!values.to) throw new Misused("--to says where the backup goes.");
    return { to: resolve(values.to), withReadModel: values["read-model"] };
  },
  does: async () => (await import("./copyLedger.js")).copyLedger,
});
