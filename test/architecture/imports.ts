import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export const SRC = resolve("src");

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(".ts") && statSync(file).isFile());
}

/** Whatever a file imports or hands on, types alone too: our files by their path in src, packages by their name. */
export function importsOf(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(?:[^"'`;]*?from\s+)?"([^"]+)";/gm);
  return [...found].map(([, to = ""]) =>
    to.startsWith(".") ? relative(SRC, resolve(dirname(file), to)).replace(/\.js$/, ".ts") : to,
  );
}

export const isOurs = (to: string): boolean => to.endsWith(".ts");
