import { openEventStoreDb } from "../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { startDouble } from "../support/eventstoredb/double.js";
import { hurtProcesses } from "../support/eventstoredb/serverProcesses.js";
import type { OpenedStore } from "../support/storeConformance.js";
import { describeStoreConformance } from "../support/storeConformance.js";

const TRAITS = { idsUniqueInLog: false };

async function onUrl(url: string, stop: () => Promise<void>): Promise<OpenedStore> {
  let store = await openEventStoreDb({ url });
  return {
    store,
    close: async () => {
      await store.close();
      await stop();
    },
    reopen: async () => {
      await store.close();
      store = await openEventStoreDb({ url });
      return store;
    },
  };
}

async function onDouble(options: Parameters<typeof startDouble>[0]): Promise<OpenedStore> {
  const double = await startDouble(options);
  return onUrl(double.url, () => double.stop());
}

describeStoreConformance("EventStoreDB double", () => onDouble({}), TRAITS);
describeStoreConformance("EventStoreDB double of three nodes", () => onDouble({ nodes: 3 }), TRAITS);
describeStoreConformance("EventStoreDB double without the batch call", () => onDouble({ batches: false }), TRAITS);

// A real server, where one is named: one that runs, or one that the command starts.
const url = process.env["EVENTSTORE_URL"];
const command = process.env["EVENTSTORE_RUN_COMMAND"];
async function onServer(address: string): Promise<OpenedStore> {
  const server = command === undefined ? undefined : await hurtProcesses(address, command);
  return onUrl(address, async () => server?.stop());
}
if (url !== undefined) describeStoreConformance("EventStoreDB server", () => onServer(url), TRAITS);
