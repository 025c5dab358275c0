import { run } from "./commandLine.js";
import { DEFAULT_PORT, requireFree } from "./demo/port.js";

/**
 * `npm run demo [-- --port N]`: plays the scene of Thanh Hóa into a throw-away ledger, says its figures as
 * of 18 November 2019 and as of today, and serves the ledger until it is stopped.
 */
await run({
  usage: "Usage: npm run demo [-- --port <port>]",
  flags: { options: { port: { type: "string" } } },
  async asked({ values }) {
    const text = values.port ?? process.env["PORT"] ?? String(DEFAULT_PORT);
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65_535) {
      throw new Error(`The port must be a number from 0 to 65535, not "${text}".`);
    }
    // Before the scene is played: nobody should wait for a server that cannot start.
    await requireFree(port);
    return port;
  },
  does: async () => (await import("./demo/playAndServe.js")).playAndServe,
  failing: "The demo does not start.",
});
