import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const BENCH = resolve(REPOSITORY, "bench");

/** The built product under test: what is imported is what is served, never the sources. */
export function productOf(dist) {
  const root = resolve(REPOSITORY, dist, "src");
  if (!existsSync(resolve(root, "main.js"))) {
    throw new Error(
      `There is no built product in ${resolve(REPOSITORY, dist)}: run \`npm run start\` once, or \`npx tsc -p .\`.`,
    );
  }
  return { root, load: (path) => import(pathToFileURL(resolve(root, path)).href) };
}
