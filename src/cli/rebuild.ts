import { run } from "./commandLine.js";

/** `npm run rebuild`: builds this program's read model anew from the log, while no server runs on the folder. */
await run({
  usage: "Usage: npm run rebuild, while no server runs on the DATA_DIR",
  flags: {},
  asked: () => undefined,
  does: async () => (await import("./rebuildReadModel.js")).rebuildReadModel,
});
