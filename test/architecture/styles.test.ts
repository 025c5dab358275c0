import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

const WEB = join(process.cwd(), "web", "src");

/** The sheets of the page's screens, by their folder: all of them are one sheet in the end. */
function classesByScreen(): ReadonlyMap<string, ReadonlySet<string>> {
  const sheets = readdirSync(join(WEB, "screens"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".css"),
  );
  const classes = new Map<string, Set<string>>();
  for (const sheet of sheets) {
    const screen = sheet.split(/[\\/]/)[0] ?? "";
    const text = readFileSync(join(WEB, "screens", sheet), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    // A rule that begins with a class is for it wherever it stands; what hangs below another class is not.
    const first = [...text.matchAll(/(?:^|[},])\s*\.([a-z][\w-]*)/g)].map(([, name]) => name ?? "");
    classes.set(screen, new Set([...(classes.get(screen) ?? []), ...first]));
  }
  return classes;
}

describe("the styles of the page's screens", () => {
  it("name no class that another screen's name as well: the sheets are one, and the later would win", () => {
    const owners = new Map<string, string[]>();
    for (const [screen, classes] of classesByScreen()) {
      for (const name of classes) owners.set(name, [...(owners.get(name) ?? []), screen]);
    }
    expect([...owners].filter(([, screens]) => screens.length > 1)).to.deep.equal([]);
    expect(owners.size).to.be.greaterThan(20);
  });
});
