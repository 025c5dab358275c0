import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { buildLedgerSchema } from "../graphql/schema.js";
import { sdlOf } from "../graphql/sdl.js";

/** Writes the API's schema to docs/schema.graphql, which is kept so that every change of the contract shows in a diff. */
export async function writeSdl(): Promise<void> {
  const file = fileURLToPath(new URL("../../../docs/schema.graphql", import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sdlOf(await buildLedgerSchema()));
  process.stdout.write(`Written: ${file}\n`);
}
