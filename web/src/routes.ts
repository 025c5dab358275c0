import type { ComponentType } from "preact";
import type { Viewer } from "./viewer.ts";
import type { Words } from "./words/words.ts";

/** The screens: their addresses, and the part of the program that each needs. */
export interface Route {
  /** `:id` stands for one part of the path. */
  readonly path: string;
  readonly title: (words: Words) => string;
  readonly load: () => Promise<ComponentType>;
  /** For whom it is; for everybody when absent. */
  readonly needs?: keyof Pick<Viewer, "mayRead" | "mayWrite">;
}

export const ROUTES: readonly Route[] = [
  {
    path: "/",
    title: (words) => words.nav.figures,
    load: async () => (await import("./screens/figures/overview.tsx")).Overview,
  },
  {
    path: "/figures/changes",
    title: (words) => words.asOf.changes,
    load: async () => (await import("./screens/figures/changes.tsx")).FigureChanges,
    needs: "mayRead",
  },
  {
    path: "/figures/:book",
    title: (words) => words.nav.figures,
    load: async () => (await import("./screens/figures/table.tsx")).FigureTable,
  },
  {
    path: "/figures/:book/:measure",
    title: (words) => words.nav.figures,
    load: async () => (await import("./screens/figures/entries.tsx")).FigureEntries,
    needs: "mayRead",
  },
  {
    path: "/today",
    title: (words) => words.nav.today,
    load: async () => (await import("./screens/today/today.tsx")).Today,
    needs: "mayRead",
  },
  {
    path: "/visit/new",
    title: (words) => words.nav.newVisit,
    load: async () => (await import("./screens/visit/newVisit.tsx")).NewVisit,
    needs: "mayWrite",
  },
  {
    path: "/desk",
    title: (words) => words.nav.desk,
    load: async () => (await import("./screens/desk/cases.tsx")).Cases,
    needs: "mayRead",
  },
  {
    path: "/desk/:id",
    title: (words) => words.nav.desk,
    load: async () => (await import("./screens/desk/caseFile.tsx")).CaseFile,
    needs: "mayRead",
  },
  {
    path: "/dossier",
    title: (words) => words.nav.dossiers,
    load: async () => (await import("./screens/dossier/dossiers.tsx")).Dossiers,
    needs: "mayRead",
  },
  {
    path: "/dossier/:id",
    title: (words) => words.nav.dossiers,
    load: async () => (await import("./screens/dossier/dossier.tsx")).DossierPage,
    needs: "mayRead",
  },
  {
    path: "/registers",
    title: (words) => words.nav.registers,
    load: async () => (await import("./screens/registers/registers.tsx")).Registers,
  },
  {
    path: "/registers/:register",
    title: (words) => words.nav.registers,
    load: async () => (await import("./screens/registers/register.tsx")).Register,
  },
  {
    path: "/timeline",
    title: (words) => words.nav.timeline,
    load: async () => (await import("./screens/timeline/timeline.tsx")).TimelinePage,
    needs: "mayRead",
  },
  {
    path: "/live",
    title: (words) => words.nav.live,
    load: async () => (await import("./screens/live/live.tsx")).Live,
  },
  {
    path: "/records",
    title: (words) => words.nav.records,
    load: async () => (await import("./screens/records/kinds.tsx")).Kinds,
    needs: "mayRead",
  },
  {
    path: "/records/:kind",
    title: (words) => words.nav.records,
    load: async () => (await import("./screens/records/list.tsx")).RecordList,
  },
  {
    path: "/record/:id",
    title: (words) => words.common.record,
    load: async () => (await import("./screens/record/record.tsx")).RecordPage,
  },
  {
    path: "/new/:mutation",
    title: (words) => words.common.add,
    load: async () => (await import("./screens/record/begin.tsx")).BeginPage,
    needs: "mayWrite",
  },
  {
    path: "/search",
    title: (words) => words.search.results,
    load: async () => (await import("./screens/search/search.tsx")).SearchPage,
    needs: "mayRead",
  },
];

/** The parts of a path that stand where the route has names: `/record/:id` of `/record/Visit:1` → `{ id: "Visit:1" }`. */
export function partsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [names, parts] = [pattern.split("/"), path.replace(/(.)\/$/, "$1").split("/")];
  if (names.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const part = decodeURIComponent(parts[at] ?? "");
    if (name.startsWith(":")) found[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return found;
}

export const routeOf = (path: string): Route | undefined => ROUTES.find((route) => partsOf(route.path, path));

/** The part of the present path with this name; empty where there is none. */
export function partOf(name: string, path: string = location.pathname): string {
  const route = routeOf(path);
  return (route && partsOf(route.path, path)?.[name]) ?? "";
}
