import { openEmbeddedReader } from "./embedded/embeddedReader.js";
import type { NotifiedReader } from "./contract.js";

/** Where the log is; plain data, so that it can be told to another thread. */
export type LogLocation =
  | { readonly kind: "embedded"; readonly folder: string }
  | { readonly kind: "eventstoredb"; readonly url: string; readonly categories?: readonly string[] };

export async function openReader(location: LogLocation): Promise<NotifiedReader> {
  switch (location.kind) {
    case "embedded":
      return openEmbeddedReader({ folder: location.folder });
    case "eventstoredb": {
      // Its driver is a third of what a thread would load at its start: who has the log in a file does not wait for it.
      const { openEventStoreDbReader } = await import("./eventstoredb/eventStoreDbReader.js");
      return openEventStoreDbReader(location);
    }
  }
}
