import { seizureHistory } from "../../domain/seizure/events.js";
import type { Seizure } from "../../domain/seizure/seizure.js";
import { counted } from "../figures/counted.js";
import { seizureTally } from "./figures.js";
import { seizureLines } from "./lines.js";
import { seizureSteps } from "./steps.js";
import { seizureTable } from "./table.js";
import { recordPart } from "../table/recordPart.js";

/** Seizures, the lines of their inventories, the chain of custody, and what they count for. */
export const seizuresPart = recordPart({
  name: "seizures",
  source: import.meta.url,
  table: seizureTable,
  found: { kind: "SEIZURE", by: titlesOf },
  followers: [seizureLines, seizureSteps, counted(seizureTally, seizureHistory)],
});

/** A seizure is found by its titles; the first one stands for it. */
function titlesOf({ lines }: Seizure): { readonly title: string; readonly also: readonly string[] } {
  const [title = "", ...also] = new Set(lines.map((line) => line.title));
  return { title, also };
}
