import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export const SRC = resolve("src");

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && statSync(file).isFile());
}

/** Whatever a file imports or hands on, types alone too: our files by their path in the tree, packages by their name. */
export function importsOf(file: string, root = SRC): string[] {
  const found = readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(?:[^"'`;]*?from\s+)?"([^"]+)";/gm);
  return [...found].map(([, to = ""]) =>
    to.startsWith(".") ? relative(root, resolve(dirname(file), to)).replace(/\.js$/, ".ts") : to,
  );
}

export const isOurs = (to: string): boolean => /\.tsx?$/.test(to);

export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** One way round each knot of arrows that lead back to where they came from. */
export function circlesOf(arrows: Arrows): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (at: string, path: readonly string[]): void => {
    const before = path.indexOf(at);
    if (before >= 0) circles.push([...path.slice(before), at].join(" → "));
    if (before >= 0 || done.has(at)) return;
    for (const next of arrows.get(at) ?? []) walk(next, [...path, at]);
    done.add(at);
  };
  for (const at of arrows.keys()) walk(at, []);
  return circles;
}

/** The arrows between the places of a tree: its files, or the rooms that they stand in. */
export function arrowsBetween(placeOf: (file: string) => string, root = SRC): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const path of filesUnder(root)) {
    const from = placeOf(relative(root, path));
    const to = importsOf(path, root).filter(isOurs).map(placeOf);
    arrows.set(from, new Set([...(arrows.get(from) ?? []), ...to.filter((one) => one !== from)]));
  }
  return arrows;
}
