import { openEventStoreDb } from "../../src/eventstore/eventstoredb/eventStoreDbStore.js";
import { startDouble } from "../support/eventstoredb/double.js";
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

// A real server, where one is named.
const url = process.env["EVENTSTORE_URL"];
if (url !== undefined) describeStoreConformance("EventStoreDB server", () => onUrl(url, async () => undefined), TRAITS);
