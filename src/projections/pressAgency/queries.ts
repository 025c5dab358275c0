import type { Database } from "better-sqlite3";
import { choices, day, type FilterOf, noted } from "../../domain/kernel/fields.js";
import { nameKey } from "../../domain/kernel/names.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { PRESS_AGENCY, type PressAgency, type PressAgencyFact } from "../../domain/pressAgency/pressAgency.js";
import { PRESS_AGENCY_LEVELS, PRESS_AGENCY_STATUSES } from "../../domain/pressAgency/terms.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "../table/basis.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import { pressAgencyTable, type PressAgencyVersion } from "./table.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, standsAt } from "../table/temporal.js";

/** By what the list may be narrowed. */
export const PRESS_AGENCY_FILTER = {
  kinds: noted(PRESS_AGENCY.kinds, "Of any of these kinds."),
  levels: choices(PRESS_AGENCY_LEVELS, say("cấp", "levels")),
  statuses: choices(
    PRESS_AGENCY_STATUSES,
    say("trạng thái", "statuses"),
    {},
    "As they stand on the day of the answer's basis.",
  ),
  liveOn: day(say("hoạt động vào ngày", "at work on"), "Registered, and not merged or closed, on this day."),
};
export type PressAgencyFilter = FilterOf<typeof PRESS_AGENCY_FILTER> & {
  /** Only agencies that had been registered by this day. */
  readonly begunBy?: LocalDate | undefined;
};

/** As `statusOn` has it in the domain. */
const STATUS = `
  CASE WHEN r.ends_on <= :today THEN r.ending
    WHEN EXISTS (SELECT 1 FROM json_each(r.suspensions_json) s
      WHERE s.value ->> 0 <= :today AND (s.value ->> 1 IS NULL OR s.value ->> 1 >= :today)) THEN 'SUSPENDED'
    ELSE 'ACTIVE' END`;

const OF_KINDS =
  "EXISTS (SELECT 1 FROM json_each(r.kinds_json) k WHERE k.value IN (SELECT value FROM json_each(:kinds)))";

export class PressAgencyQueries {
  private readonly reader: RecordReader<PressAgency>;
  private readonly order;
  private readonly predecessors;
  private readonly byName;
  private readonly lastTakenIn;

  constructor(db: Database) {
    this.reader = new RecordReader(db, pressAgencyTable);
    const from = `FROM press_agency a WHERE ${standsAt("a")}`;
    this.order = db.prepare(`SELECT a.sort_name ${from} AND a.id = :id`).pluck();
    this.byName = db
      .prepare(
        `SELECT a.rowid FROM press_agency_link l JOIN press_agency a ON a.id = l.press_agency_id AND ${standsAt("a")}
         WHERE l.kind = 'NAME' AND l.ref = :key AND ${standsAt("l")} ORDER BY a.id`,
      )
      .pluck();
    this.predecessors = db
      .prepare(`SELECT a.rowid ${from} AND a.merged_into_id = :id ORDER BY a.ends_on, a.id`)
      .pluck();
    this.lastTakenIn = db.prepare(`SELECT max(a.ends_on) ${from} AND a.merged_into_id = :id`).pluck();
  }

  get(id: string, at: Position): PressAgencyVersion | undefined {
    return this.reader.get(id, at);
  }

  /** In order of name. */
  list(
    filter: PressAgencyFilter,
    direction: Direction,
    window: Window,
    { position: at, today }: Pick<Basis, "position" | "today">,
  ): Rows<PressAgencyVersion> {
    const { kinds, levels, statuses, liveOn, begunBy } = filter;
    const conditions = new Conditions()
      .oneOf("r.level", "levels", levels)
      .oneOf(STATUS, "statuses", statuses)
      .between("r.registered_on", "begun", undefined, begunBy);
    if (statuses) conditions.params["today"] = today;
    if (kinds) conditions.add(OF_KINDS, "kinds", JSON.stringify(kinds));
    if (liveOn) {
      conditions.add(`r.registered_on <= :day AND (r.ends_on IS NULL OR r.ends_on > :day)`, "day", liveOn);
    }
    return this.reader.list({ ...conditions, direction, window, at });
  }

  /** By what it is ordered among press agencies. */
  orderAt(id: string, at: Position): string {
    return (this.order.get({ id, at }) as string | undefined) ?? "";
  }

  /** The agencies that were merged into this one, or are to be, in the order in which they ended. */
  mergedInto(id: string, at: Position): readonly PressAgencyVersion[] {
    return this.versions(this.predecessors.all({ id, at }));
  }

  /** What commands may know of it. */
  fact(id: string, at: Position = NOW): PressAgencyFact | undefined {
    const version = this.get(id, at);
    return version && this.factOf(version, at);
  }

  /** Those that bear, have borne or are to bear the same name, ended ones too, now. */
  named(name: string): readonly PressAgencyFact[] {
    return this.versions(this.byName.all({ key: nameKey(name), at: NOW })).map((one) => this.factOf(one, NOW));
  }

  /** The last day on which another agency was merged into this one, now. */
  tookInOn(id: string): LocalDate | null {
    return this.lastTakenIn.get({ id, at: NOW }) as LocalDate | null;
  }

  private factOf({ id, state }: PressAgencyVersion, at: Position): PressAgencyFact {
    const { names, registeredOn, endsOn, mergedIntoId } = state;
    const into = mergedIntoId === null ? undefined : this.get(mergedIntoId, at);
    const heir = into ? this.factOf(into, at) : null;
    return { agencyId: id, names, registeredOn, endsOn, mergedIntoId, heir };
  }

  private versions(rowids: readonly unknown[]): readonly PressAgencyVersion[] {
    return (rowids as readonly number[]).map((rowid) => this.reader.version(rowid));
  }
}
