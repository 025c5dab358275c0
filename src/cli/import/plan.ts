import { nameBasedUuid } from "../../eventstore/nameBasedUuid.js";
import type { IdOf, PlannedCommand } from "../commandSender.js";
import { isGlobalId } from "./readRegisterFile.js";
import type {
  AgencyChangeEntry,
  ChangeEntry,
  Confidence,
  PressAgencyEntry,
  RegisterFile,
  ReporterEntry,
  UnitEntry,
} from "./registerFile.js";

/** Never to be changed: the ids of all commands that were ever imported derive from it. */
const IMPORTS = "6d2f6a0e-5f0b-4c57-9d64-2b8f3d5f5d11";

/** The file as it was on a day: without what takes effect, begins or was registered later. */
export function fileUntil(file: RegisterFile, day: string): RegisterFile {
  const inTime = ({ effectiveOn }: { readonly effectiveOn: string }): boolean => effectiveOn <= day;
  return {
    ...file,
    units: file.units.filter(({ startsOn }) => startsOn <= day),
    changes: file.changes.filter(inTime),
    pressAgencies: file.pressAgencies.filter(({ registeredOn }) => registeredOn <= day),
    agencyChanges: file.agencyChanges.filter(inTime),
  };
}

/** The commands that load the file, in an order in which each finds what it speaks of. */
export function planOf(file: RegisterFile): PlannedCommand[] {
  const told: Told[] = [
    ...file.units.map(unitCommand),
    ...file.changes.flatMap(changeCommands),
    ...file.pressAgencies.map(agencyCommand),
    ...file.agencyChanges.flatMap(agencyChangeCommands),
    ...file.reporters.map(reporterCommand),
  ];
  return told.map(({ name, ...command }) => ({
    ...command,
    commandId: nameBasedUuid(`${file.register}/${name}`, IMPORTS),
  }));
}

interface Told extends Omit<PlannedCommand, "commandId"> {
  /** Within the register. The same name is the same command, whichever file it stands in. */
  readonly name: string;
}

function unitCommand(unit: UnitEntry): Told {
  const { key, kind, name, code, parent, functions, startsOn, confidence } = unit;
  return {
    name: `unit/${key}`,
    entry: `units "${key}"`,
    mutation: "registerUnit",
    makes: `unit:${key}`,
    input: (idOf) => ({
      unit: { kind, name, code, parentId: parent && unitId(parent, idOf), functions },
      effectiveOn: startsOn,
      legalBasis: marked(unit.legalBasis, confidence),
    }),
  };
}

function changeCommands(change: ChangeEntry): Told[] {
  const { key, effectiveOn, confidence } = change;
  const common = { name: `change/${key}`, entry: `changes "${key}"` };
  const stamp = { effectiveOn, legalBasis: marked(change.legalBasis, confidence) };
  switch (change.kind) {
    case "RENAME": {
      const { unit, name } = change;
      return [{ ...common, mutation: "renameUnit", input: (idOf) => ({ unitId: unitId(unit, idOf), name, ...stamp }) }];
    }
    case "MERGE": {
      const { units, into } = change;
      const fromIds = (idOf: IdOf): string[] => units.map((unit) => unitId(unit, idOf));
      const input = (idOf: IdOf) => ({ fromIds: fromIds(idOf), intoId: unitId(into, idOf), ...stamp });
      return [{ ...common, mutation: "mergeUnits", input }];
    }
    case "SPLIT": {
      const { unit, into } = change;
      const intoIds = (idOf: IdOf): string[] => into.map((one) => unitId(one, idOf));
      const input = (idOf: IdOf) => ({ fromId: unitId(unit, idOf), intoIds: intoIds(idOf), ...stamp });
      return [{ ...common, mutation: "splitUnit", input }];
    }
    case "ABOLISH":
      return eachOf(common, change.units, (unit) => ({
        mutation: "abolishUnit",
        input: (idOf) => ({ unitId: unitId(unit, idOf), ...stamp }),
      }));
    case "PLACE":
      return eachOf(common, change.units, (unit) => ({
        mutation: "placeUnit",
        input: (idOf) => ({ unitId: unitId(unit, idOf), parentId: unitId(change.under, idOf), ...stamp }),
      }));
    case "MOVE_FUNCTION": {
      const { from, to, function: moved } = change;
      const input = (idOf: IdOf) => ({ function: moved, fromId: unitId(from, idOf), toId: unitId(to, idOf), ...stamp });
      return [{ ...common, mutation: "moveUnitFunction", input }];
    }
  }
}

/** One entry that is several commands, each named after what it changes. */
const eachOf = (
  { name, entry }: Pick<Told, "name" | "entry">,
  keys: readonly string[],
  told: (key: string) => Pick<Told, "mutation" | "input">,
): Told[] => keys.map((key) => ({ name: `${name}/${key}`, entry: `${entry} (${key})`, ...told(key) }));

function agencyChangeCommands(change: AgencyChangeEntry): Told[] {
  const { key, effectiveOn, confidence } = change;
  const common = { name: `agency-change/${key}`, entry: `agencyChanges "${key}"` };
  const stamp = { effectiveOn, legalBasis: marked(change.legalBasis, confidence) };
  switch (change.kind) {
    case "RENAME": {
      const { agency, name } = change;
      const input = (idOf: IdOf) => ({ agencyId: agencyId(agency, idOf), name, ...stamp });
      return [{ ...common, mutation: "renamePressAgency", input }];
    }
    case "MERGE":
      return eachOf(common, change.agencies, (agency) => ({
        mutation: "mergePressAgency",
        input: (idOf) => ({ agencyId: agencyId(agency, idOf), intoId: agencyId(change.into, idOf), ...stamp }),
      }));
    case "CLOSE":
      return eachOf(common, change.agencies, (agency) => ({
        mutation: "closePressAgency",
        input: (idOf) => ({ agencyId: agencyId(agency, idOf), ...stamp }),
      }));
  }
}

function agencyCommand(agency: PressAgencyEntry): Told {
  const { key, name, kinds, level, governingBody, licenceNumber, registeredOn } = agency;
  return {
    name: `press-agency/${key}`,
    entry: `pressAgencies "${key}"`,
    mutation: "registerPressAgency",
    makes: `agency:${key}`,
    input: () => ({ name, kinds, level, governingBody, licenceNumber, registeredOn }),
  };
}

function reporterCommand(reporter: ReporterEntry): Told {
  const { key, name, kind, agency, since, card } = reporter;
  return {
    name: `reporter/${key}`,
    entry: `reporters "${key}"`,
    mutation: "registerReporter",
    makes: `reporter:${key}`,
    input: (idOf) => ({ name, kind, agencyId: agencyId(agency, idOf), since, card }),
  };
}

const agencyId = (agency: string, idOf: IdOf): string => (isGlobalId(agency) ? agency : idOf(`agency:${agency}`));
const unitId = (unit: string, idOf: IdOf): string => (isGlobalId(unit) ? unit : idOf(`unit:${unit}`));

/** The ledger has no field for how sure an entry is, and a doubt must not be lost on the way into it. */
const marked = (legalBasis: string, confidence: Confidence): string =>
  confidence === "HIGH" ? legalBasis : `${legalBasis} (${MARKS[confidence]})`;

const MARKS: Readonly<Record<Exclude<Confidence, "HIGH">, string>> = {
  MEDIUM: "cần đối chiếu văn bản gốc",
  LOW: "chưa kiểm chứng",
};
