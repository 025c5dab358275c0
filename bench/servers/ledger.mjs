import { serve } from "../lib/child.mjs";
import { productOf } from "../lib/product.mjs";

/**
 * The product's own server on a folder. With `hollow` everything is the same but the bus: it answers at once with the
 * position of a visit that is there, and stores nothing.
 */
await serve(async ({ dist, folder, hollow }) => {
  const product = productOf(dist);
  const { loadConfig } = await product.load("config.js");
  const { openLedger } = await product.load("ledger.js");
  const { startServer } = await product.load("server/server.js");
  const { developmentKey } = await product.load("server/developmentKey.js");
  const config = loadConfig({
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "warn",
    LEDGER_MODE: "development",
    LEDGER_EXPLORER: "off",
  });
  const key = await developmentKey(folder, config.auth);
  const token = await key.issue({ subject: "officer-1", role: "PRESS_OFFICER", unitId: null, hours: 24 });
  const opened = await openLedger({ folder });
  const ledger = hollow
    ? { ...opened, bus: { run: async (_spec, { commandId }) => ({ done: { commandId, ...hollow } }) } }
    : opened;
  const server = await startServer({ config, ledger });
  return {
    ready: { url: server.url, token },
    answer: async () => ({ rssBytes: process.memoryUsage().rss }),
    stop: async () => {
      await server.close();
      await opened.close();
    },
  };
});
