import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { tracked } from "./stores.js";

export interface Child {
  readonly process: ChildProcess;
  readonly lines: AsyncIterableIterator<string>;
  /** Resolves when the process is gone. */
  readonly gone: Promise<unknown>;
}

/** Starts a script of this folder in a process of its own. */
export function startChild(script: string, ...args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  tracked({ close: async () => void child.kill("SIGKILL") });
  return { process: child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), gone: once(child, "exit") };
}
