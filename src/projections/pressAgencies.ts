import { nameOrder } from "../domain/kernel/nameOrder.js";
import { nameKey } from "../domain/kernel/names.js";
import type { DatedName, LocalDate } from "../domain/kernel/time.js";
import type {
  PressAgencyEnding,
  PressAgencyEvent,
  PressAgencyLevel,
  PressAgencyRegistered,
  PressAgencyStatus,
  Suspension,
} from "../domain/pressAgency/pressAgency.js";
import type { LedgerEvent, Recorded } from "../eventstore/codec.js";
import type { Position } from "../eventstore/contract.js";
import { type ReadModelPart, when } from "./part.js";
import { TEMPORAL_COLUMNS, TemporalTable } from "./temporal.js";
import { foundAs } from "./searchPart.js";

/** A version of a press agency. JSON columns are told in their names. */
export interface PressAgencyRow {
  id: string;
  /** The name recorded last; `names_json` has all, with their days. */
  name: string;
  /** What all spellings of the name have in common. */
  name_key: string;
  /** By what lists are ordered. */
  sort_name: string;
  names_json: string;
  kinds_json: string;
  level: PressAgencyLevel;
  governing_body: string;
  licence_number: string | null;
  registered_on: string;
  /** As last recorded; a recorded end may lie ahead. */
  status: PressAgencyStatus;
  suspensions_json: string;
  ends_on: string | null;
  ending: PressAgencyEnding | null;
  merged_into_id: string | null;
  /** Of the successor, on the day of the merger. */
  merged_into_name: string | null;
  /** What the last change rests on; null while there was none. */
  legal_basis: string | null;
  /** What each change rests on, with the day from which it holds, in the order recorded. */
  changes_json: string;
  revision: number;
}

export interface DatedChange {
  readonly on: LocalDate;
  readonly legalBasis: string;
}

/** A suspension, with what it and its lifting rest on. */
export interface RecordedSuspension extends Suspension {
  readonly legalBasis: string;
  readonly liftingBasis: string | null;
}

const COLUMNS = [
  "name",
  "name_key",
  "sort_name",
  "names_json",
  "kinds_json",
  "level",
  "governing_body",
  "licence_number",
  "registered_on",
  "status",
  "suspensions_json",
  "ends_on",
  "ending",
  "merged_into_id",
  "merged_into_name",
  "legal_basis",
  "changes_json",
  "revision",
] as const;

export const namesOf = (row: PressAgencyRow): DatedName[] => JSON.parse(row.names_json) as DatedName[];
export const changesOf = (row: PressAgencyRow): DatedChange[] => JSON.parse(row.changes_json) as DatedChange[];
export const suspensionsOf = (row: PressAgencyRow): RecordedSuspension[] =>
  JSON.parse(row.suspensions_json) as RecordedSuspension[];

export const pressAgenciesPart: ReadModelPart = {
  name: "pressAgencies",
  source: import.meta.url,
  ddl: `
    CREATE TABLE press_agency (
      id TEXT NOT NULL,
      ${TEMPORAL_COLUMNS},
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      sort_name TEXT NOT NULL,
      names_json TEXT NOT NULL,
      kinds_json TEXT NOT NULL,
      level TEXT NOT NULL,
      governing_body TEXT NOT NULL,
      licence_number TEXT,
      registered_on TEXT NOT NULL,
      status TEXT NOT NULL,
      suspensions_json TEXT NOT NULL,
      ends_on TEXT,
      ending TEXT,
      merged_into_id TEXT,
      merged_into_name TEXT,
      legal_basis TEXT,
      changes_json TEXT NOT NULL,
      revision INTEGER NOT NULL,
      PRIMARY KEY (id, from_position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX press_agency_by_name ON press_agency (sort_name, id);
    CREATE INDEX press_agency_by_key ON press_agency (name_key, id);
    CREATE INDEX press_agency_by_successor ON press_agency (merged_into_id) WHERE merged_into_id IS NOT NULL;
  `,
  ownRows: [foundAs("PRESS_AGENCY")],
  open({ db, search }) {
    const agencies = new TemporalTable<PressAgencyRow>(db, "press_agency", ["id"], COLUMNS);

    const change = (event: LedgerEvent, id: string, fields: (row: PressAgencyRow) => Partial<PressAgencyRow>): void => {
      const row = agencies.get({ id });
      if (row) agencies.put(event.position, { ...row, ...fields(row), revision: event.revision });
    };
    const indexNames = (at: Position, id: string): void => {
      const row = agencies.get({ id });
      const names = row ? namesOf(row).map((dated) => dated.name) : [];
      if (row) search.put(at, "PRESS_AGENCY", id, row.name, names);
    };

    return when<PressAgencyEvent>({
      PressAgencyRegistered(event) {
        agencies.put(event.position, firstRow(event));
        indexNames(event.position, event.data.agencyId);
      },
      PressAgencyRenamed(event) {
        const { agencyId, name, effectiveOn, legalBasis } = event.data;
        change(event, agencyId, (row) => {
          const names = [...namesOf(row), { name, from: effectiveOn }];
          const named = { ...namedBy(name), names_json: JSON.stringify(names) };
          return { ...named, ...based(row, effectiveOn, legalBasis) };
        });
        indexNames(event.position, agencyId);
      },
      PressAgencySuspended(event) {
        const { agencyId, from, until, legalBasis } = event.data;
        change(event, agencyId, (row) => {
          const added: RecordedSuspension = { from, until, liftedOn: null, legalBasis, liftingBasis: null };
          const suspensions_json = JSON.stringify([...suspensionsOf(row), added]);
          return { status: row.ending ?? "SUSPENDED", suspensions_json, ...based(row, from, legalBasis) };
        });
      },
      PressAgencyReinstated(event) {
        const { agencyId, effectiveOn, legalBasis } = event.data;
        change(event, agencyId, (row) => {
          const before = suspensionsOf(row);
          const lifted = before.slice(-1).map((one) => ({ ...one, liftedOn: effectiveOn, liftingBasis: legalBasis }));
          const suspensions_json = JSON.stringify([...before.slice(0, -1), ...lifted]);
          return { status: row.ending ?? "ACTIVE", suspensions_json, ...based(row, effectiveOn, legalBasis) };
        });
      },
      PressAgencyMerged(event) {
        const { agencyId, intoId, intoName, effectiveOn, legalBasis } = event.data;
        change(event, agencyId, (row) => ({
          status: "MERGED",
          ending: "MERGED",
          ends_on: effectiveOn,
          merged_into_id: intoId,
          merged_into_name: intoName,
          ...based(row, effectiveOn, legalBasis),
        }));
      },
      PressAgencyClosed(event) {
        const { agencyId, effectiveOn, legalBasis } = event.data;
        const ended = { status: "CLOSED", ending: "CLOSED", ends_on: effectiveOn } as const;
        change(event, agencyId, (row) => ({ ...ended, ...based(row, effectiveOn, legalBasis) }));
      },
    });
  },
};

const namedBy = (name: string): Pick<PressAgencyRow, "name" | "name_key" | "sort_name"> => ({
  name,
  name_key: nameKey(name),
  sort_name: nameOrder(name),
});

const based = (row: PressAgencyRow, on: LocalDate, legalBasis: string): Partial<PressAgencyRow> => ({
  legal_basis: legalBasis,
  changes_json: JSON.stringify([...changesOf(row), { on, legalBasis }]),
});

function firstRow({ data, revision }: Recorded<PressAgencyRegistered>): PressAgencyRow {
  return {
    id: data.agencyId,
    ...namedBy(data.name),
    names_json: JSON.stringify([{ name: data.name, from: data.registeredOn }]),
    kinds_json: JSON.stringify(data.kinds),
    level: data.level,
    governing_body: data.governingBody,
    licence_number: data.licenceNumber,
    registered_on: data.registeredOn,
    status: "ACTIVE",
    suspensions_json: "[]",
    ends_on: null,
    ending: null,
    merged_into_id: null,
    merged_into_name: null,
    legal_basis: null,
    changes_json: "[]",
    revision,
  };
}
