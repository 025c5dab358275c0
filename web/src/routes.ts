import type { ComponentType } from "preact";
import { type Address, addressOf } from "./addresses.ts";
import type { Viewer } from "./viewer.ts";
import type { Words } from "./words/words.ts";

/** A screen: what it is called, and the part of the program that it needs. */
export interface Route {
  readonly title: (words: Words) => string;
  readonly load: () => Promise<ComponentType>;
  /** For whom it is; for everybody when absent. */
  readonly needs?: keyof Pick<Viewer, "mayRead" | "mayWrite">;
}

const ROUTES: Readonly<Record<Address, Route>> = {
  "/": {
    title: (words) => words.nav.figures,
    load: async () => (await import("./screens/figures/overview.tsx")).Overview,
  },
  "/figures/changes": {
    title: (words) => words.asOf.changes,
    load: async () => (await import("./screens/figures/changes.tsx")).FigureChanges,
    needs: "mayRead",
  },
  "/figures/:book": {
    title: (words) => words.nav.figures,
    load: async () => (await import("./screens/figures/table.tsx")).FigureTable,
  },
  "/figures/:book/:measure": {
    title: (words) => words.nav.figures,
    load: async () => (await import("./screens/figures/entries.tsx")).FigureEntries,
    needs: "mayRead",
  },
  "/today": {
    title: (words) => words.nav.today,
    load: async () => (await import("./screens/today/today.tsx")).Today,
    needs: "mayRead",
  },
  "/visit/new": {
    title: (words) => words.nav.newVisit,
    load: async () => (await import("./screens/visit/newVisit.tsx")).NewVisit,
    needs: "mayWrite",
  },
  "/desk": {
    title: (words) => words.nav.desk,
    load: async () => (await import("./screens/desk/cases.tsx")).Cases,
    needs: "mayRead",
  },
  "/desk/:id": {
    title: (words) => words.nav.desk,
    load: async () => (await import("./screens/desk/caseFile.tsx")).CaseFile,
    needs: "mayRead",
  },
  "/dossier": {
    title: (words) => words.nav.dossiers,
    load: async () => (await import("./screens/dossier/dossiers.tsx")).Dossiers,
    needs: "mayRead",
  },
  "/dossier/:id": {
    title: (words) => words.nav.dossiers,
    load: async () => (await import("./screens/dossier/dossier.tsx")).DossierPage,
    needs: "mayRead",
  },
  "/board": {
    title: (words) => words.nav.board,
    load: async () => (await import("./screens/board/choose.tsx")).Choose,
    needs: "mayRead",
  },
  "/board/:id": {
    title: (words) => words.nav.board,
    load: async () => (await import("./screens/board/board.tsx")).Board,
    needs: "mayRead",
  },
  "/registers": {
    title: (words) => words.nav.registers,
    load: async () => (await import("./screens/registers/registers.tsx")).Registers,
  },
  "/registers/:register": {
    title: (words) => words.nav.registers,
    load: async () => (await import("./screens/registers/register.tsx")).Register,
  },
  "/timeline": {
    title: (words) => words.nav.timeline,
    load: async () => (await import("./screens/timeline/timeline.tsx")).TimelinePage,
    needs: "mayRead",
  },
  "/live": {
    title: (words) => words.nav.live,
    load: async () => (await import("./screens/live/live.tsx")).Live,
  },
  "/records": {
    title: (words) => words.nav.records,
    load: async () => (await import("./screens/records/kinds.tsx")).Kinds,
    needs: "mayRead",
  },
  "/records/:kind": {
    title: (words) => words.nav.records,
    load: async () => (await import("./screens/records/list.tsx")).RecordList,
  },
  "/record/:id": {
    title: (words) => words.common.record,
    load: async () => (await import("./screens/record/record.tsx")).RecordPage,
  },
  "/new/:mutation": {
    title: (words) => words.common.add,
    load: async () => (await import("./screens/record/begin.tsx")).BeginPage,
    needs: "mayWrite",
  },
  "/search": {
    title: (words) => words.search.results,
    load: async () => (await import("./screens/search/search.tsx")).SearchPage,
    needs: "mayRead",
  },
};

export function routeOf(path: string): Route | undefined {
  const address = addressOf(path);
  return address && ROUTES[address];
}
