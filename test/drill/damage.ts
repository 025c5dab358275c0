import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "../../src/eventstore/embedded/sqlite.js";
import { playScene } from "../../src/cli/scene/play.js";
import { CannotOpenLedger } from "../../src/eventstore/embedded/schema.js";
import { type Ledger, openLedger } from "../../src/ledger.js";
import { OtherLog } from "../../src/projections/readModel/continuity.js";
import { openForWriting, readModelPath } from "../../src/projections/readModel/readModelFile.js";
import { contentHash } from "../../src/projections/readModel/rebuild.js";
import { DAMAGES } from "./damages.js";
import { chanceOf, type Drill, Findings } from "./findings.js";

/**
 * Damages of the log and of the read model, each on a copy of the scene's ledger. A damaged log must be refused in one
 * line, or hold every event that it held; a damaged read model must never be in the way.
 */
const READ_MODEL_RUNS = 200;
const PATIENCE_MS = 60_000;

export const drill: Drill = async ({ seed, runs = READ_MODEL_RUNS }) => {
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-drill-"));
  try {
    const scene = await prepare(folder);
    const findings = new Findings();
    for (const [kind, harm] of Object.entries(logHarms(scene, seed))) await tryLog(scene, kind, harm, findings);
    const chance = chanceOf(seed);
    const kinds = Object.keys(DAMAGES);
    for (let run = 0; run < runs; run++) {
      await tryReadModel(scene, kinds[run % kinds.length] ?? "", chance, findings);
    }
    return findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Scene {
  /** A closed ledger, its read model up to date. */
  readonly folder: string;
  /** As a power cut leaves it: the last events are in the write-ahead log alone. */
  readonly open: string;
  /** The same ledger some events earlier. */
  readonly earlier: string;
  readonly head: number;
  readonly events: readonly string[];
  /** What the read model holds. */
  readonly hash: string;
  newFolder(): string;
}

async function prepare(base: string): Promise<Scene> {
  const [folder, open, earlier] = ["scene", "open", "earlier"].map((name) => join(base, name)) as [
    string,
    string,
    string,
  ];
  await playScene({ folder });
  await settled(folder);
  cpSync(folder, earlier, { recursive: true });
  const ledger = await openLedger({ folder });
  const last = (await ledger.log.readAll({ limit: 1 })).events[0];
  if (!last) throw new Error("The scene has no events.");
  for (let n = 0; n < 21; n++) await appendNoted(ledger, last, n);
  const head = await ledger.log.head();
  await ledger.reads.reached(head, PATIENCE_MS);
  const events = await everyEvent(ledger);
  cpSync(folder, open, { recursive: true });
  await ledger.close();
  const hash = await settled(folder);
  let made = 0;
  return { folder, open, earlier, head, events, hash, newFolder: () => join(base, `try-${made++}`) };
}

/** One more event, of a type of which nothing else follows. */
async function appendNoted(ledger: Ledger, like: { readonly metadata: string }, n: number): Promise<void> {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
  const data = "{}";
  await ledger.log.append(`drill-${n}`, "no_stream", [{ id, type: "NotedByADrill", data, metadata: like.metadata }]);
}

/** Takes in what is missing; what the read model then holds. */
async function settled(folder: string): Promise<string> {
  const ledger = await openLedger({ folder });
  await ledger.reads.reached(await ledger.log.head(), PATIENCE_MS);
  await ledger.close();
  return hashOf(folder);
}

function hashOf(folder: string): string {
  const db = openForWriting(readModelPath(folder));
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
}

/** Of the log. `open`: begins from the state after a power cut. */
interface Harm {
  readonly from?: "open";
  readonly does: (folder: string) => void;
}

function logHarms({ earlier }: Scene, seed: number): Readonly<Record<string, Harm>> {
  const log = (folder: string): string => join(folder, "ledger.db");
  const sql = (text: string): Harm => ({
    does: (folder) => {
      const db = new Database(log(folder));
      db.exec(`DROP TRIGGER events_are_not_deleted; DROP TRIGGER events_are_not_changed; ${text}`);
      db.close();
    },
  });
  const file = (does: (path: string) => void, from?: "open"): Harm => ({
    ...(from ? { from } : {}),
    does: (folder) => does(log(folder)),
  });
  const damages = Object.entries(DAMAGES).map(([kind, damage], n) => [
    `log: ${kind}`,
    file((path) => damage(path, chanceOf(seed + n))),
  ]);
  return {
    "log: deleted": file((path) => rmSync(path)),
    "log: deleted, its write-ahead log left": file((path) => rmSync(path), "open"),
    "log: empty, its write-ahead log left": file((path) => writeFileSync(path, ""), "open"),
    "log: write-ahead log deleted": file((path) => rmSync(`${path}-wal`), "open"),
    "log: write-ahead log cut": file((path) => DAMAGES["cut off at any byte"]?.(`${path}-wal`, chanceOf(seed)), "open"),
    "log: write-ahead log with a byte flipped": file(
      (path) => DAMAGES["one byte flipped"]?.(`${path}-wal`, chanceOf(seed)),
      "open",
    ),
    "log: an older backup": file((path) => cpSync(join(earlier, "ledger.db"), path)),
    "log: an event deleted": sql("DELETE FROM events WHERE position = 400"),
    "log: the first event deleted": sql("DELETE FROM events WHERE position = 1"),
    "log: the last event deleted": sql("DELETE FROM events WHERE position = (SELECT max(position) FROM events)"),
    "log: an event deleted, the others moved up": sql(
      `DELETE FROM events WHERE position = 400; UPDATE events SET position = -position WHERE position > 400;
       UPDATE events SET position = -position - 1 WHERE position < 0;
       UPDATE sqlite_sequence SET seq = seq - 1`,
    ),
    "log: a revision changed": sql("UPDATE events SET revision = revision + 500 WHERE position = 300"),
    "log: of a newer format": sql("PRAGMA user_version = 99"),
    ...(Object.fromEntries(damages) as Record<string, Harm>),
  };
}

async function tryLog(scene: Scene, kind: string, { from, does }: Harm, findings: Findings): Promise<void> {
  const folder = scene.newFolder();
  cpSync(from === "open" ? scene.open : scene.folder, folder, { recursive: true });
  does(folder);
  let ledger: Ledger | undefined;
  try {
    ledger = await openLedger({ folder });
    const there = await everyEvent(ledger);
    const lost = scene.events.length - there.length;
    const altered = scene.events.filter((event, n) => event !== there[n]).length;
    if (lost > 0) findings.found(kind, `opened, though ${lost} events are lost`);
    else if (altered === 0) findings.ended(kind, "opened with every event");
    // That each event says what it said is for proofs over what events say; a start does not promise it.
    else findings.ended(kind, isSound(folder) ? "an event altered: not seen" : "an event altered: found by verify");
  } catch (error) {
    const { message } = error as Error;
    if (!(error instanceof CannotOpenLedger || error instanceof OtherLog)) findings.found(kind, String(error));
    else if (message.includes("\n")) findings.found(kind, `more than one line: ${message}`);
    else findings.ended(kind, "refused in one line");
  } finally {
    await ledger?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whoever asks is answered, from the whole log. */
async function isServed({ reads }: Ledger, head: number): Promise<boolean> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (reads.isServing && reads.isWhole && reads.position >= head) return true;
    await setTimeout(10);
  }
  return false;
}

/** Each event as a text, in order. */
async function everyEvent({ log }: Ledger): Promise<readonly string[]> {
  const events: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await log.readAll({ ...(after === undefined ? {} : { after }), limit: 1_000 });
    events.push(...page.events.map((event) => JSON.stringify(event)));
    if (page.atEnd) return events;
    after = page.checkpoint;
  }
}

/** What `npm run verify` asks SQLite besides. */
function isSound(folder: string): boolean {
  const db = new Database(join(folder, "ledger.db"), { readonly: true });
  try {
    return db.pragma("integrity_check(1)", { simple: true }) === "ok";
  } finally {
    db.close();
  }
}

async function tryReadModel(scene: Scene, kind: string, chance: () => number, findings: Findings): Promise<void> {
  const folder = scene.newFolder();
  cpSync(scene.folder, folder, { recursive: true });
  const name = `read model: ${kind}`;
  DAMAGES[kind]?.(readModelPath(folder), chance);
  const said: string[] = [];
  try {
    const ledger = await openLedger({ folder, say: (line) => said.push(line) });
    await ledger.reads.checked;
    const served = await isServed(ledger, scene.head);
    const { reason } = ledger.reads;
    await ledger.close();
    const aside = readdirSync(folder).filter((one) => /\.set-aside-\d+$/.test(one));
    if (!served) return findings.found(name, `never ready: ${reason ?? "no reason"}`);
    if (aside.length !== said.length) return findings.found(name, `set aside ${aside.length}, said ${said.length}`);
    const same = hashOf(folder) === scene.hash;
    if (aside.length > 0) {
      if (same) findings.ended(name, "set aside and built anew");
      else findings.found(name, "built anew, and not what the log makes of it");
    } else if (same) findings.ended(name, "nothing lost by it");
    // SQLite keeps no sums over values: a changed value looks like any other until the log is asked.
    else findings.ended(name, "a value changed: not seen at the start, found by verify");
  } catch (error) {
    findings.found(name, `${String(error)}; said: ${said.join(" ")}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
