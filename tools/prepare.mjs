#!/usr/bin/env node
/**
 * Makes the program ready to run: packages installed, sources built. Used by every npm script, so that a clone made a
 * moment ago works at once, and one that is up to date loses next to no time. Plain Node, because nothing is
 * installed yet. Everything it says goes to stderr: stdout belongs to the program that runs next.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];
const INSTALL_STAMP = join(ROOT, "node_modules", ".press-ledger-stamp");
const BUILD_STAMP = join(ROOT, "dist", ".press-ledger-stamp");
const PAGE_STAMP = join(ROOT, "dist", "web", ".press-ledger-stamp");
/** A folder under a name that git and every other tool here already ignores. */
const LOCK = join(ROOT, "dist.lock");
const HOLDER = join(LOCK, "pid");
const SOURCES = ["src", "test"];
/** What the page is made of: its own sources, and the schema by which its questions are typed. */
const PAGE_SOURCES = [
  "web/src",
  "web/build.mjs",
  "web/questionTexts.mjs",
  "web/worker.js",
  "web/index.html",
  "docs/schema.graphql",
];
const LINE_EVERY_MS = 1_900;
const KEPT_OUTPUT_CHARS = 6_000;

const quiet = process.argv.includes("--quiet");
const say = (line) => quiet || process.stderr.write(`${line}\n`);

class Failed extends Error {}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Failed(`press-ledger needs Node ${OLDEST_NODE.join(".")} or later; this is Node ${process.versions.node}.`);
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
const hash = (text) => createHash("sha256").update(text).digest("hex");
const lockfile = () => readFileSync(join(ROOT, "package-lock.json"), "utf8");

/** What the packages depend on: the lockfile, and the Node version that native ones were made for. */
const installKey = () => hash(`${process.versions.modules} ${process.platform} ${process.arch} ${lockfile()}`);

const installed = () => read(INSTALL_STAMP) === installKey();

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Whether somebody ran `npm ci` or `npm install` since: npm keeps its own account of what lies in node_modules. */
function installedByHand() {
  const account = join(ROOT, "node_modules", ".package-lock.json");
  if (changedAt(account) <= changedAt(INSTALL_STAMP)) return false;
  const present = JSON.parse(read(account)).packages;
  return Object.entries(JSON.parse(lockfile()).packages).every(
    ([path, { version, optional, peer }]) => path === "" || optional || peer || present[path]?.version === version,
  );
}

async function install() {
  if (installed()) return;
  if (!installedByHand()) {
    say("Installing packages (once; up to two minutes where the SQLite driver must be compiled).");
    const npm = process.env.npm_execpath;
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
    const underNode = npm !== undefined && /\.c?js$/.test(npm);
    await run("installing packages", underNode ? process.execPath : "npm", underNode ? [npm, ...args] : args);
  }
  writeFileSync(INSTALL_STAMP, installKey());
}

/** Every source file with its time and size: enough to see a change, and quick. */
function sourcesKey() {
  return keyOf([...SOURCES, "tsconfig.json"]);
}

function keyOf(places) {
  const lines = places
    .flatMap((place) => filesIn(join(ROOT, place)))
    .map((file) => {
      const { mtimeMs, size } = statSync(file);
      return `${relative(ROOT, file)} ${mtimeMs} ${size}`;
    });
  return hash(`${installKey()}\n${lines.sort().join("\n")}`);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const pageKey = () => keyOf(PAGE_SOURCES);
const built = () => read(BUILD_STAMP) === sourcesKey() && read(PAGE_STAMP) === pageKey();

async function build() {
  const key = sourcesKey();
  if (read(BUILD_STAMP) === key) return;
  say("Building.");
  await run("building", process.execPath, [join(ROOT, "node_modules", "typescript", "lib", "tsc.js"), "-p", "."]);
  removeOrphans();
  // The key from before: what changed meanwhile is built next time.
  writeFileSync(BUILD_STAMP, key);
}

async function buildPage() {
  const key = pageKey();
  if (read(PAGE_STAMP) === key) return;
  await run("building the page", process.execPath, [join(ROOT, "web", "build.mjs")]);
  writeFileSync(PAGE_STAMP, key);
}

/** What was built from a source that is no more would still run: a deleted test, for one. */
function removeOrphans() {
  for (const folder of SOURCES) {
    for (const file of filesIn(join(ROOT, "dist", folder))) {
      const source = join(ROOT, relative(join(ROOT, "dist"), file)).replace(/\.js(\.map)?$/, ".ts");
      if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(file);
    }
  }
}

/**
 * Runs a command, and tells all it said if it fails. Who watches hears every two seconds that it still runs; a pipe or a
 * file has the line that it began, and one at its end.
 */
function run(what, command, args) {
  const startedAt = Date.now();
  const tell = (end) => say(`  ${what}, ${Math.round((Date.now() - startedAt) / 1_000)} s${end}`);
  const { isTTY } = process.stderr;
  const progress = isTTY ? setInterval(() => tell(" …"), LINE_EVERY_MS) : undefined;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, shell: process.platform === "win32" && command === "npm" });
    let output = "";
    const keep = (chunk) => (output = `${output}${chunk}`.slice(-KEPT_OUTPUT_CHARS));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Failed(`${what} failed: ${error.message}`)));
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Failed(`${output.trim()}\n${what} failed.`))));
  })
    .then(() => isTTY || tell("."))
    .finally(() => clearInterval(progress));
}

/** One run at a time prepares; another that comes meanwhile waits, and then finds all done. */
async function alone(work) {
  for (let waited = 0; !take(); waited++) {
    if (waited === 0 || (process.stderr.isTTY && waited % 8 === 0))
      say("Another run is preparing here; waiting for it …");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function take() {
  // The folder is made whole under a name of our own: renamed onto an existing, filled one it would fail.
  const mine = `${LOCK}.${process.pid}`;
  mkdirSync(mine, { recursive: true });
  writeFileSync(join(mine, "pid"), String(process.pid));
  try {
    renameSync(mine, LOCK);
    return true;
  } catch {
    rmSync(mine, { recursive: true, force: true });
    removeIfDead();
    return false;
  }
}

/** A holder that was killed leaves its lock behind. */
function removeIfDead() {
  const pid = Number(read(HOLDER));
  if (!(pid > 0) || isAlive(pid)) return;
  const aside = `${LOCK}.dead.${process.pid}`;
  try {
    renameSync(LOCK, aside);
  } catch {
    return;
  }
  // Somebody may have taken it anew between the look and the grasp: then it goes back.
  const taken = Number(read(join(aside, "pid")));
  if (taken !== pid && !existsSync(LOCK)) renameSync(aside, LOCK);
  else rmSync(aside, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

try {
  requireNode();
  if (!installed() || !built()) {
    await alone(async () => {
      await install();
      await build();
      await buildPage();
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Failed ? error.message : error.stack}\n`);
  process.exit(1);
}
