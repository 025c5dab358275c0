import { serve } from "../lib/child.mjs";
import { productOf } from "../lib/product.mjs";

/**
 * The product's own server on a folder. With `hollow` everything is the same but the bus: it answers at once with the
 * position of a visit that is there, and stores nothing.
 */
await serve(async ({ dist, folder, hollow, roles, limits = {} }) => {
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
    ...limits,
  });
  const key = await developmentKey(folder, config.auth);
  const token = await key.issue({ subject: "officer-1", role: "PRESS_OFFICER", unitId: null, hours: 24 });
  // Those who read, besides the officer.
  const tokens = {};
  for (const role of roles ? ["ANALYST", "OVERSIGHT"] : []) {
    const subject = `${role.toLowerCase()}-1`;
    tokens[role.toLowerCase()] = await key.issue({ subject, role, unitId: null, hours: 24 });
  }
  const opened = await openLedger({ folder });
  const ledger = hollow
    ? { ...opened, bus: { run: async (_spec, { commandId }) => ({ done: { commandId, ...hollow } }) } }
    : opened;
  const server = await startServer({ config, ledger });
  const commit = await committer(product, opened);
  return {
    ready: { url: server.url, token, tokens },
    answer: async ({ commit: input }) => (input ? commit(input) : { rssBytes: process.memoryUsage().rss }),
    stop: async () => {
      await server.close();
      await opened.close();
    },
  };
});

/** Registers a visit through the API, in process, and tells when its commit was known: milliseconds of the machine. */
async function committer(product, ledger) {
  const { InProcess } = await product.load("cli/inProcess.js");
  const { documentOf } = await product.load("cli/mutations.js");
  const { buildLedgerSchema } = await product.load("graphql/schema.js");
  let at;
  ledger.log.onCommit(() => (at = Number(process.hrtime.bigint()) / 1e6));
  const ask = new InProcess(await buildLedgerSchema(), ledger).as({
    subject: "officer-1",
    role: "PRESS_OFFICER",
    unitId: null,
  });
  return async (input) => {
    const { data, errors } = await ask(documentOf("registerVisit"), { input });
    if (errors || data.answer.code) throw new Error(JSON.stringify(errors ?? data.answer));
    return { at };
  };
}
