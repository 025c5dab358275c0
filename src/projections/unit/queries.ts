import type { Database } from "better-sqlite3";
import { choices, day, type FilterOf, ref } from "../../domain/kernel/fields.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { heirsOf } from "../../domain/unit/heirs.js";
import { hasEndedBy, inHandsOf, parentOn } from "../../domain/unit/succession.js";
import { UNIT_KINDS } from "../../domain/unit/terms.js";
import type { Unit, UnitFact } from "../../domain/unit/unit.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "../table/basis.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, standsAt } from "../table/temporal.js";
import { unitTable, type UnitVersion } from "./table.js";

/** By what the list may be narrowed. */
export const UNIT_FILTER = {
  kinds: choices(UNIT_KINDS, say("loại", "kinds")),
  parentId: ref(
    "Unit",
    say("đơn vị cấp trên", "parent unit"),
    "Only units that stand under this one on the day of the answer's basis; see `parent`.",
  ),
  activeOn: day(say("hoạt động vào ngày", "active on"), "Only units that exist on this day."),
};
export type UnitFilter = FilterOf<typeof UNIT_FILTER> & {
  /** Only units that had begun by this day. */
  readonly begunBy?: LocalDate | undefined;
};

/** A unit, the day from which and the day up to which (null: still) its children stand under another. */
type Stretch = readonly [id: string, from: LocalDate, until: LocalDate | null];

/** As `parentOn` has it in the domain: a unit that is no more stays where it stood on its last day. */
const WHERE_IT_STOOD = "CASE WHEN r.ends_on <= :standing THEN date(r.ends_on, '-1 day') ELSE :standing END";
const within = (stretch: string): string =>
  `${stretch}.value ->> 1 <= ${WHERE_IT_STOOD} AND (${stretch}.value ->> 2 IS NULL OR ${stretch}.value ->> 2 > ${WHERE_IT_STOOD})`;
const STANDS_UNDER = `
  EXISTS (SELECT 1 FROM json_each(:under) u JOIN json_each(r.placed_json) p ON p.value ->> 0 = u.value ->> 0
    WHERE ${within("u")} AND ${within("p")})`;

export class UnitQueries {
  private readonly reader: RecordReader<Unit>;
  private readonly order;
  private readonly cameInto;
  private readonly coded;
  private readonly under;
  private readonly calendar;

  constructor(db: Database) {
    this.reader = new RecordReader(db, unitTable);
    this.order = db.prepare(`SELECT u.sort_name FROM unit u WHERE u.id = :id AND ${standsAt("u")}`).pluck();
    this.cameInto = db
      .prepare(
        `SELECT l.unit_id FROM unit_link l WHERE l.kind = 'SUCCESSOR' AND l.ref = :id AND ${standsAt("l")}
         ORDER BY l.unit_id`,
      )
      .pluck();
    this.under = db
      .prepare(`SELECT r.rowid FROM unit r WHERE ${standsAt("r")} AND ${STANDS_UNDER} ORDER BY r.sort_name, r.id`)
      .pluck();
    this.calendar = db.prepare(
      `SELECT c.unit_id AS unitId, c.calendar_id AS calendarId FROM unit_calendar c
       WHERE c.secret_hash = :hash AND ${standsAt("c")}`,
    );
    this.coded = db
      .prepare(`SELECT u.rowid FROM unit u WHERE u.state_json ->> '$.code' = :code AND ${standsAt("u")} ORDER BY u.id`)
      .pluck();
  }

  get(id: string, at: Position): UnitVersion | undefined {
    return this.reader.get(id, at);
  }

  /** In order of name. */
  list(
    filter: UnitFilter,
    direction: Direction,
    window: Window,
    { position: at, today }: Pick<Basis, "position" | "today">,
  ): Rows<UnitVersion> {
    const { kinds, parentId, activeOn, begunBy } = filter;
    const conditions = new Conditions()
      .oneOf("r.kind", "kinds", kinds)
      .between("r.starts_on", "begun", undefined, begunBy);
    if (parentId) {
      conditions.add(STANDS_UNDER, "under", JSON.stringify(this.childrenGoTo(parentId, at, today)));
      conditions.params["standing"] = today;
    }
    if (activeOn) {
      conditions.add(`r.starts_on <= :day AND (r.ends_on IS NULL OR r.ends_on > :day)`, "day", activeOn);
    }
    return this.reader.list({ ...conditions, direction, window, at });
  }

  /** By what it is ordered among units. */
  orderAt(id: string, at: Position): string {
    return (this.order.get({ id, at }) as string | undefined) ?? "";
  }

  /** The units that have come after it by the day. */
  successorsOf(id: string, at: Position, day: LocalDate): readonly string[] {
    const unit = this.get(id, at)?.state;
    return unit && hasEndedBy(unit, day) ? unit.successorIds.toSorted() : [];
  }

  /** The unit under which it stands on the day. */
  parentOf({ state }: UnitVersion, at: Position, day: LocalDate): string | null {
    return parentOn(state, day, (id) => this.get(id, at)?.state);
  }

  /** The units that ended in it, or are to end. */
  predecessorsOf(id: string, at: Position): readonly string[] {
    return this.cameInto.all({ id, at }) as string[];
  }

  /** The unit and all that it has succeeded by the day, however far back. */
  withPredecessors(id: string, at: Position, day: LocalDate): readonly string[] {
    const found = new Set([id]);
    for (const one of found) for (const before of this.endedIn(one, at, day)) found.add(before.id);
    return [...found];
  }

  private endedIn(id: string, at: Position, day: LocalDate): readonly UnitVersion[] {
    const known = this.predecessorsOf(id, at).flatMap((one) => this.get(one, at) ?? []);
    return known.filter(({ state }) => hasEndedBy(state, day));
  }

  /** The units that stand under it on the day, in order of name. */
  private standingUnder(parentId: string, at: Position, day: LocalDate): readonly Unit[] {
    const under = JSON.stringify(this.childrenGoTo(parentId, at, day));
    const found = this.under.all({ under, standing: day, at }) as number[];
    return found.map((rowid) => this.reader.version(rowid).state);
  }

  /** Whose children stand under the unit by the day, each with the days from which and up to which they came there. */
  private childrenGoTo(id: string, at: Position, day: LocalDate): readonly Stretch[] {
    const goesOn = inHandsOf(id, day, (one) => this.get(one, at)?.state) !== id;
    const found: Stretch[] = [[id, "", goesOn ? (this.get(id, at)?.state.endsOn ?? null) : null]];
    for (const [into, from, until] of found) {
      for (const { id: before, state } of this.endedIn(into, at, day)) {
        const came = state.endsOn ?? "";
        if (state.successorIds.length === 1) found.push([before, came > from ? came : from, until]);
      }
    }
    return found;
  }

  /** The units that bear the official code on the day; where none does, those that bore it. */
  withCode(code: string, at: Position, day: LocalDate): readonly string[] {
    const all = (this.coded.all({ code, at }) as number[]).map((rowid) => this.reader.version(rowid));
    const there = all.filter(({ state }) => state.startsOn <= day && !hasEndedBy(state, day));
    return (there.length > 0 ? there : all).map(({ id }) => id);
  }

  /** The calendar that a secret opens now, by the secret's hash. */
  calendarOf(hash: string): { readonly unitId: string; readonly calendarId: string } | undefined {
    return this.calendar.get({ hash, at: NOW }) as { unitId: string; calendarId: string } | undefined;
  }

  /** What commands may know of it. */
  fact(id: string, at: Position = NOW): UnitFact | undefined {
    const unit = this.get(id, at);
    if (!unit) return undefined;
    const { kind, code, names, startsOn, endsOn } = unit.state;
    const heirs = heirsOf(unit.state, {
      find: (other) => this.get(other, at)?.state,
      under: (parentId, day) => this.standingUnder(parentId, at, day),
    });
    return { unitId: id, kind, code, names, startsOn, endsOn, heirs };
  }
}
