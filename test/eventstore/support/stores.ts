import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmbeddedReader } from "../../../src/eventstore/embedded/embeddedReader.js";
import { openEmbeddedReader } from "../../../src/eventstore/embedded/embeddedReader.js";
import type { EmbeddedStoreOptions } from "../../../src/eventstore/embedded/embeddedStore.js";
import { IdleThreads } from "../../../src/eventstore/idleThreads.js";
import { EmbeddedStore, openEmbeddedStore } from "../../../src/eventstore/embedded/embeddedStore.js";

const folders: string[] = [];
const opened: { close(): Promise<void> }[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-test-"));
  folders.push(folder);
  return folder;
}

/** A store, in a fresh folder unless one is named. */
export async function openStore(options: Partial<EmbeddedStoreOptions> = {}): Promise<EmbeddedStore> {
  return tracked(await openEmbeddedStore({ folder: newFolder(), ...options }));
}

/** A store whose writer's thread is a script of this folder. */
export async function openStoreWith(writer: string): Promise<EmbeddedStore> {
  return tracked(await EmbeddedStore.open(newFolder(), Date.now, new IdleThreads(new URL(writer, import.meta.url))));
}

export function openReader(folder: string): EmbeddedReader {
  return tracked(openEmbeddedReader({ folder }));
}

/** Closes what a test left open, so that the run can end, and takes the folders away. */
export async function cleanUp(): Promise<void> {
  for (const one of opened.splice(0)) await one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Closes it after the test, should the test not have come to it. */
export function tracked<T extends { close(): Promise<void> }>(one: T): T {
  opened.push(one);
  return one;
}
