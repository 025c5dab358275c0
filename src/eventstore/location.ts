import { openEmbeddedReader } from "./embedded/embeddedReader.js";
import { openEventStoreDbReader } from "./eventstoredb/eventStoreDbReader.js";
import type { NotifiedReader } from "./contract.js";

/** Where the log is; plain data, so that it can be told to another thread. */
export type LogLocation =
  | { readonly kind: "embedded"; readonly folder: string }
  | { readonly kind: "eventstoredb"; readonly url: string; readonly categories?: readonly string[] };

export function openReader(location: LogLocation): NotifiedReader {
  switch (location.kind) {
    case "embedded":
      return openEmbeddedReader({ folder: location.folder });
    case "eventstoredb":
      return openEventStoreDbReader(location);
  }
}
