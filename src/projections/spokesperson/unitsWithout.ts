import type { Database } from "better-sqlite3";
import type { LocalDate } from "../../domain/kernel/time.js";
import type { UnitKind } from "../../domain/unit/terms.js";
import type { Unit } from "../../domain/unit/unit.js";
import type { Basis } from "../table/basis.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { standsAt } from "../table/temporal.js";
import { unitTable, type UnitVersion } from "../unit/table.js";

/**
 * The unit has nobody who was published by the day and may speak for it then: its head or its regular spokesperson, neither
 * ended nor suspended. Whoever is authorised for one matter does not count. As `speaksOn` has it in the domain.
 */
const NOBODY_SPEAKS = `
  NOT EXISTS (SELECT 1 FROM spokesperson s
    WHERE s.unit_id = r.id AND ${standsAt("s")} AND s.status <> 'VOIDED' AND s.role IN ('HEAD', 'REGULAR')
      AND s.starts_on <= :day AND (s.last_on IS NULL OR s.last_on >= :day) AND s.published_on <= :day
      AND NOT EXISTS (SELECT 1 FROM json_each(s.suspended_json) t
        WHERE t.value ->> 0 <= :day AND (t.value ->> 1 IS NULL OR t.value ->> 1 > :day)))`;

/** Reads the units that nobody speaks for. */
export class UnitsWithoutSpokesperson {
  private readonly reader: RecordReader<Unit>;

  constructor(db: Database) {
    this.reader = new RecordReader(db, unitTable);
  }

  /** Of the units that are there on the day, in order of name. */
  list(
    { on, kinds }: { readonly on: LocalDate; readonly kinds: readonly UnitKind[] | null },
    {
      direction,
      window,
      basis,
    }: { readonly direction: Direction; readonly window: Window; readonly basis: Pick<Basis, "position"> },
  ): Rows<UnitVersion> {
    const asked = new Conditions()
      .oneOf("r.kind", "kinds", kinds)
      .add("r.starts_on <= :day AND (r.ends_on IS NULL OR r.ends_on > :day)", "day", on)
      .add(NOBODY_SPEAKS, "day", on);
    return this.reader.list({ ...asked, direction, window, at: basis.position });
  }
}
