/** The addresses of the page's screens, the first that fits; `:id` stands for one part of the path. */
export const ADDRESSES = [
  "/",
  "/figures/changes",
  "/figures/:book",
  "/figures/:book/:measure",
  "/today",
  "/visit/new",
  "/desk",
  "/desk/:id",
  "/dossier",
  "/dossier/:id",
  "/board",
  "/board/:id",
  "/registers",
  "/registers/:register",
  "/timeline",
  "/live",
  "/records",
  "/records/:kind",
  "/record/:id",
  "/new/:mutation",
  "/search",
] as const;
export type Address = (typeof ADDRESSES)[number];

/** The parts of a path that stand where an address has names: `/record/:id` of `/record/Visit:1` → `{ id: "Visit:1" }`. */
function partsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [names, parts] = [pattern.split("/"), path.replace(/(.)\/$/, "$1").split("/")];
  if (names.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const part = decoded(parts[at] ?? "");
    if (part === undefined) return undefined;
    if (name.startsWith(":")) found[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return found;
}

/** @returns undefined where it is no text: `%E0`, which is at no address of ours. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

export const addressOf = (path: string): Address | undefined => ADDRESSES.find((address) => partsOf(address, path));

/** The part of the present path with this name; empty where there is none. */
export function partOf(name: string): string {
  const { pathname } = location;
  const address = addressOf(pathname);
  return (address && partsOf(address, pathname)?.[name]) ?? "";
}
