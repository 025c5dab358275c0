import { readdirSync } from "node:fs";

/** They wait for programs, servers and deadlines: one at a time, beside others that work. */
const WAITING = /^(program|cluster)\/|^eventstore\/eventStoreDb|^server\/(main|login|places|reading)|^web\/live/;
/** They work for seconds, the longest first: none is left to run alone at the end. */
const LONG = ["web", "properties", "cli", "server", "graphql", "projections"];

const TESTS = new URL("dist/test/", import.meta.url);
const all = readdirSync(TESTS, { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.js"))
  .sort();
const waiting = all.filter((file) => WAITING.test(file));
const working = all.filter((file) => !WAITING.test(file)).sort((a, b) => turn(a) - turn(b));

function turn(file) {
  const [folder] = file.split("/");
  return LONG.includes(folder) ? LONG.indexOf(folder) : LONG.length;
}

export default {
  spec: working.flatMap((file, nth) => [file, ...waiting.slice(nth, nth + 1)]).map((file) => `dist/test/${file}`),
  parallel: true,
  jobs: 3,
  "fail-zero": true,
  "forbid-only": true,
  "check-leaks": true,
  timeout: 60_000,
};
