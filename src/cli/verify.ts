import { run } from "./commandLine.js";

/** `npm run verify`: proves that the log is whole and the read model nothing but the log, while no server runs on the folder. */
await run({
  usage: "Usage: npm run verify, while no server runs on the DATA_DIR",
  flags: {},
  asked: () => undefined,
  does: async () => (await import("./verifyLedger.js")).verifyLedger,
});
