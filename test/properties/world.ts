import type { Api, Json } from "../support/api.js";
import { SINCE } from "../support/cast.js";

/** A visit as a ten-line model remembers it: enough to recount every figure without the ledger's help. */
export interface ModelVisit {
  readonly id: string;
  hosts: string[];
  reporters: string[];
  topic: string;
  arrived: boolean;
  void: boolean;
  /** What was entered of it since it was registered and was not taken back: by which command, and what it was before. */
  readonly entered: { readonly commandId: string; readonly before: Before }[];
}
type Before = Pick<ModelVisit, "hosts" | "topic" | "arrived" | "void">;

/** What the random commands play with. */
export interface World {
  readonly units: string[];
  readonly reporters: string[];
  readonly agencies: string[];
  readonly visits: ModelVisit[];
  /** A merged reporter and the one that goes on. */
  readonly mergedInto: Map<string, string>;
}

export const TOPICS = ["LAND", "HEALTH", "EDUCATION"] as const;

export async function newWorld(api: Api): Promise<World> {
  const units: string[] = [];
  for (const name of ["Sở A", "Sở B", "Sở C"]) {
    units.push(await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name }, ...SINCE }));
  }
  const agencies: string[] = [];
  const reporters: string[] = [];
  for (const name of ["Báo Một", "Báo Hai"]) {
    const agency = await api.done("registerPressAgency", {
      name,
      kinds: ["PRINT"],
      level: "CENTRAL",
      governingBody: "Hội",
      registeredOn: "2018-01-01",
    });
    agencies.push(agency);
    for (const person of ["An", "Bình"]) {
      const input = { name: `${person} ${name}`, kind: "OCCASIONAL", agencyId: agency, since: "2018-01-01" };
      reporters.push(await api.done("registerReporter", input));
    }
  }
  return { units, reporters, agencies, visits: [], mergedInto: new Map() };
}

export const personOf = (world: World, reporter: string): string => {
  const into = world.mergedInto.get(reporter);
  return into === undefined ? reporter : personOf(world, into);
};

/** The figures of the model, counted from nothing but its visits. */
export function recount(world: World): Json {
  const counted = world.visits.filter((visit) => visit.arrived && !visit.void);
  const persons = counted.map((visit) => new Set(visit.reporters.map((reporter) => personOf(world, reporter))));
  return {
    visits: counted.length,
    reporterTurns: persons.reduce((sum, set) => sum + set.size, 0),
    hostTurns: counted.reduce((sum, visit) => sum + visit.hosts.length, 0),
    distinctReporters: new Set(persons.flatMap((set) => [...set])).size,
  };
}
