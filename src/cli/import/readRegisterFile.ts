import { PRESS_AGENCY_KINDS, PRESS_AGENCY_LEVELS } from "../../domain/pressAgency/terms.js";
import { REPORTER_KINDS } from "../../domain/reporter/terms.js";
import { UNIT_FUNCTIONS, UNIT_KINDS } from "../../domain/unit/terms.js";
import { Fields } from "../../reference/fields.js";
import {
  AGENCY_CHANGE_KINDS,
  type AgencyChangeEntry,
  CHANGE_KINDS,
  type ChangeEntry,
  CONFIDENCES,
  FORMAT,
  type PressAgencyEntry,
  type RegisterFile,
  type ReporterEntry,
  type UnitEntry,
} from "./registerFile.js";

/** The file cannot be loaded; each problem names the entry and the field. */
export class BadRegisterFile extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const LISTS = ["units", "changes", "pressAgencies", "agencyChanges", "reporters"] as const;
type ListName = (typeof LISTS)[number];

/**
 * Reads a register file. It is taken whole or not at all, so that a mistake on its last line leaves nothing half loaded.
 * @throws BadRegisterFile with all problems that were found.
 */
export function readRegisterFile(text: string): RegisterFile {
  const problems: string[] = [];
  const file = new Fields(parsed(text), "file", problems);
  const format = file.text("format");
  if (problems.length === 0 && format !== FORMAT) file.problem(`format: expected "${FORMAT}", found "${format}"`);
  // In another format nothing below would mean what it seems to.
  if (problems.length > 0) throw new BadRegisterFile(problems);

  const register = file.key("register");
  const title = file.text("title", 500);
  file.list("notes");
  const sources = file.has("sources") ? sourcesOf(file.inner("sources")) : [];
  const opening = file.has("opening") ? openingOf(file.inner("opening")) : undefined;
  const entries = <T>(name: ListName, read: (fields: Fields) => T): T[] =>
    file.list(name).map((value, index) => {
      const fields = new Fields(value, nameOf(name, index, value), problems);
      const entry = read(fields);
      fields.nothingElse();
      return entry;
    });
  const common = (fields: Fields) => ({
    key: fields.key("key"),
    source: known(fields, "source", sources),
    confidence: fields.oneOf("confidence", CONFIDENCES),
  });

  const units = entries("units", (fields): UnitEntry => ({ ...common(fields), ...unitOf(fields, opening) }));
  const changes = entries("changes", (fields): ChangeEntry => ({ ...common(fields), ...changeOf(fields) }));
  const pressAgencies = entries("pressAgencies", (fields): PressAgencyEntry => ({
    ...common(fields),
    ...agencyOf(fields),
  }));
  const agencyChanges = entries("agencyChanges", (fields): AgencyChangeEntry => ({
    ...common(fields),
    ...agencyChangeOf(fields),
  }));
  const reporters = entries("reporters", (fields): ReporterEntry => ({ ...common(fields), ...reporterOf(fields) }));
  file.nothingElse();

  const result = { register, title, units, changes, pressAgencies, agencyChanges, reporters };
  problems.push(...problemsBetween(result));
  if (problems.length > 0) throw new BadRegisterFile(problems);
  return result;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadRegisterFile([`file: not JSON: ${(error as Error).message}.`]);
  }
}

const nameOf = (list: ListName, index: number, value: unknown): string => {
  const key = (value as { key?: unknown } | null)?.key;
  return typeof key === "string" ? `${list} "${key}"` : `${list}[${index}]`;
};

function sourcesOf(fields: Fields): readonly string[] {
  for (const name of fields.names()) fields.text(name, 1_000);
  return fields.names();
}

interface Opening {
  readonly startsOn: string;
  readonly legalBasis: string;
}

function openingOf(fields: Fields): Opening {
  const opening = { startsOn: fields.day("startsOn"), legalBasis: fields.text("legalBasis") };
  fields.nothingElse();
  return opening;
}

function known(fields: Fields, name: string, keys: readonly string[]): string {
  const key = fields.text(name);
  if (key !== "" && !keys.includes(key)) fields.problem(`${name}: "${key}" is not among the file's sources`);
  return key;
}

const unitOf = (fields: Fields, opening: Opening | undefined) => ({
  kind: fields.oneOf("kind", UNIT_KINDS.values),
  name: fields.text("name", 200),
  code: fields.optionalText("code", 30),
  parent: fields.optionalText("parent"),
  functions: fields.someOf("functions", UNIT_FUNCTIONS.values, 0),
  startsOn: opening && !fields.has("startsOn") ? opening.startsOn : fields.day("startsOn"),
  legalBasis: opening && !fields.has("legalBasis") ? opening.legalBasis : fields.text("legalBasis"),
});

function changeOf(fields: Fields) {
  const kind = fields.oneOf("kind", CHANGE_KINDS);
  const change = { effectiveOn: fields.day("effectiveOn"), legalBasis: fields.text("legalBasis") };
  switch (kind) {
    case "RENAME":
      return { ...change, kind, unit: fields.text("unit"), name: fields.text("name", 200) };
    case "MERGE":
      return { ...change, kind, units: fields.texts("units", 1), into: fields.text("into") };
    case "SPLIT":
      return { ...change, kind, unit: fields.text("unit"), into: fields.texts("into", 2) };
    case "ABOLISH":
      return { ...change, kind, units: fields.texts("units", 1) };
    case "PLACE":
      return { ...change, kind, units: fields.texts("units", 1), under: fields.text("under") };
    case "MOVE_FUNCTION": {
      const moved = fields.oneOf("function", UNIT_FUNCTIONS.values);
      return { ...change, kind, function: moved, from: fields.text("from"), to: fields.text("to") };
    }
  }
}

function agencyChangeOf(fields: Fields) {
  const kind = fields.oneOf("kind", AGENCY_CHANGE_KINDS);
  const change = { effectiveOn: fields.day("effectiveOn"), legalBasis: fields.text("legalBasis") };
  switch (kind) {
    case "RENAME":
      return { ...change, kind, agency: fields.text("agency"), name: fields.text("name", 200) };
    case "MERGE":
      return { ...change, kind, agencies: fields.texts("agencies", 1), into: fields.text("into") };
    case "CLOSE":
      return { ...change, kind, agencies: fields.texts("agencies", 1) };
  }
}

const agencyOf = (fields: Fields) => ({
  name: fields.text("name", 200),
  kinds: fields.someOf("kinds", PRESS_AGENCY_KINDS.values, 1),
  level: fields.oneOf("level", PRESS_AGENCY_LEVELS.values),
  governingBody: fields.text("governingBody", 200),
  licenceNumber: fields.optionalText("licenceNumber", 100),
  registeredOn: fields.day("registeredOn"),
});

const reporterOf = (fields: Fields) => ({
  name: fields.text("name", 100),
  kind: fields.oneOf("kind", REPORTER_KINDS.values),
  agency: fields.text("agency"),
  since: fields.day("since"),
  card: fields.has("card") ? cardOf(fields.inner("card")) : undefined,
});

function cardOf(fields: Fields) {
  const card = {
    number: fields.text("number", 40),
    issue: fields.text("issue", 40),
    issuedOn: fields.day("issuedOn"),
    validTo: fields.day("validTo"),
  };
  fields.nothingElse();
  return card;
}

/** What can only be seen when all entries are read: keys given twice, references that lead nowhere, the order. */
function problemsBetween(file: RegisterFile): string[] {
  const twice = LISTS.flatMap((list) => {
    const keys = file[list].map(({ key }) => key);
    const again = keys.filter((key, index) => key !== "" && keys.indexOf(key) !== index);
    return again.map((key) => `${list} "${key}": this key stands here twice.`);
  });
  const earlier: string[] = [];
  const unitProblems = file.units.flatMap(({ key, parent }) => {
    const found = parent === undefined || isThere(parent, earlier, "Unit");
    earlier.push(key);
    return found ? [] : [`units "${key}": parent: "${parent}" is no unit that stands above it in the file.`];
  });
  const changeProblems = file.changes.flatMap((change) => {
    const unknown = unitsIn(change).filter((unit) => !isThere(unit, earlier, "Unit"));
    return unknown.map((unit) => `changes "${change.key}": "${unit}" is no unit of the file.`);
  });
  const agencies = file.pressAgencies.map(({ key }) => key);
  const agencyChangeProblems = file.agencyChanges.flatMap((change) => {
    const unknown = agenciesIn(change).filter((agency) => !isThere(agency, agencies, "PressAgency"));
    return unknown.map((agency) => `agencyChanges "${change.key}": "${agency}" is no press agency of the file.`);
  });
  const orderProblems = (["changes", "agencyChanges"] as const).flatMap((list) =>
    file[list].flatMap(({ key, effectiveOn }, index) =>
      effectiveOn < (file[list][index - 1]?.effectiveOn ?? "")
        ? [`${list} "${key}": it took effect before the change above it; put them in order.`]
        : [],
    ),
  );
  const reporterProblems = file.reporters.flatMap(({ key, agency }) =>
    isThere(agency, agencies, "PressAgency")
      ? []
      : [`reporters "${key}": agency: "${agency}" is no press agency of the file.`],
  );
  return [...twice, ...unitProblems, ...changeProblems, ...agencyChangeProblems, ...orderProblems, ...reporterProblems];
}

function agenciesIn(change: AgencyChangeEntry): readonly string[] {
  switch (change.kind) {
    case "RENAME":
      return [change.agency];
    case "MERGE":
      return [...change.agencies, change.into];
    case "CLOSE":
      return change.agencies;
  }
}

/** Something that is not in the file can be named by its global id: `Unit:…`. */
export const isGlobalId = (reference: string): boolean => reference.includes(":");

// An empty reference has been told already.
const isThere = (reference: string, keys: readonly string[], type: string): boolean =>
  reference === "" || reference.startsWith(`${type}:`) || keys.includes(reference);

function unitsIn(change: ChangeEntry): readonly string[] {
  switch (change.kind) {
    case "RENAME":
      return [change.unit];
    case "MERGE":
      return [...change.units, change.into];
    case "SPLIT":
      return [change.unit, ...change.into];
    case "ABOLISH":
      return change.units;
    case "PLACE":
      return [...change.units, change.under];
    case "MOVE_FUNCTION":
      return [change.from, change.to];
  }
}
