import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../src/config.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import type { Json } from "../support/api.js";

const MAIN = fileURLToPath(new URL("../../src/main.js", import.meta.url));

/** Each thread that answers loads the program anew; where their number proves nothing, one makes a start half as dear. */
export const ONE_THREAD = { LEDGER_READING_THREADS: "1" };

/** The program itself, as a user starts it, on a folder and a free port. */
export class Program {
  private constructor(
    readonly process: ChildProcess,
    readonly url: string,
    readonly token: string,
  ) {}

  static async start(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Program> {
    const env = {
      ...process.env,
      // As in the image.
      MALLOC_ARENA_MAX: "2",
      PORT: "0",
      LOG_LEVEL: "error",
      NODE_ENV: "development",
      ...settings,
      DATA_DIR: folder,
    };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /GraphQL (http:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once("exit", (code) => reject(new Error(`The program ended with ${code}: ${said}`)));
    });
    const key = await developmentKey(folder, loadConfig({ DATA_DIR: folder }).auth);
    const token = await key.issue({ subject: "officer-1", role: "PRESS_OFFICER", unitId: null, hours: 24 });
    return new Program(child, url, token);
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Json> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Json;
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Without a word: as a power cut would. One that is gone stays gone. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await gone;
  }

  /** As an operator stops it. Answers with the exit code. */
  async stop(): Promise<number> {
    const gone = once(this.process, "exit");
    this.process.kill("SIGTERM");
    const [code] = (await gone) as [number];
    return code;
  }
}
