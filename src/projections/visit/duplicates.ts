import type { Database } from "better-sqlite3";
import { addDays, type LocalDate, startOfDay } from "../../domain/kernel/time.js";
import type { DuplicateVerdict } from "../../domain/visit/terms.js";
import { type JudgedDuplicate, type Visit, visitDay } from "../../domain/visit/visit.js";
import type { Position } from "../../eventstore/contract.js";
import type { Basis } from "../table/basis.js";
import { keptUpTo } from "../table/kept.js";
import { type Direction, readPage, type Rows, type Window } from "../table/paging.js";
import { ALL_ALONG, type OneKind, Ones } from "../table/ones.js";
import type { Follower } from "../table/recordPart.js";
import type { Change } from "../table/recordTable.js";
import type { StandingRecords } from "../table/standingRecords.js";
import { OPEN, type SqlValue, standsAt, TEMPORAL_COLUMNS, TemporalTable } from "../table/temporal.js";
import type { VisitVersion } from "./table.js";

/**
 * Two visits of the same reporter to the same unit, at most a day apart, and what somebody said of them. Who is merged is
 * the same: two entries of one person; a unit and the one in whose hands it was on the day of the later visit.
 */
export interface DuplicateRow {
  /** The smaller id of the two, so that a pair is one row. */
  visit_a: string;
  visit_b: string;
  verdict: DuplicateVerdict | null;
  reason: string | null;
}

const DUPLICATES_DDL = `
  CREATE TABLE visit_duplicate (
    visit_a TEXT NOT NULL,
    visit_b TEXT NOT NULL,
    ${TEMPORAL_COLUMNS},
    verdict TEXT,
    reason TEXT,
    PRIMARY KEY (visit_a, visit_b, from_position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX visit_duplicate_b ON visit_duplicate (visit_b);
`;

/** Visits of a day are found in the order of the links; only those to come are ordered by another day than theirs. */
const VISITS_TO_COME_DDL = `
  CREATE INDEX visit_link_to_come ON visit_link (ref, day, visit_id)
    WHERE kind = 'REPORTER' AND to_position = ${OPEN} AND is_to_come = 1;
`;

/** The visits of the reporter to one of the hosts, on one of the days. */
const visitsWhere = (which: string): string =>
  `SELECT l.visit_id FROM visit_link l
   WHERE l.kind = 'REPORTER' AND l.ref = :reporterId AND ${which} AND l.day BETWEEN :from AND :to
     AND l.to_position = ${OPEN} AND l.visit_id <> :id AND EXISTS (
       SELECT 1 FROM visit_link h WHERE h.kind = 'HOST' AND h.ref IN (SELECT value FROM json_each(:hostIds))
         AND h.sort_at = l.sort_at AND h.visit_id = l.visit_id AND h.to_position = ${OPEN})`;

interface Asked {
  readonly id: string;
  readonly reporterId: string;
  readonly hostIds: string;
  /** Days, both included; and the moments of their beginning and end. */
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly until: string;
}

/** As what a visit is linked with those of whom several may be one. */
const LINKED_AS: Readonly<Partial<Record<OneKind, string>>> = { Reporter: "REPORTER", Unit: "HOST" };
const CHANGES_WHO_IS_ONE = /^(reporter|unitRegister)-/;

/** Of those who meet again and again, some hundred bytes each. */
const KEPT_ALONE = 4_000;

/** Somebody who enters one visit a thousand times shall not make a million pairs. */
const MAX_SUSPECTS = 20;

/** Keeps the pairs of visits that may be one. */
export const visitDuplicates: Follower<Visit> = {
  ddl: VISITS_TO_COME_DDL + DUPLICATES_DDL,
  open({ db }, visits) {
    const pairs = new Pairs(db, visits);
    return {
      changed: (change) => pairs.follow(change),
      other(event) {
        if (CHANGES_WHO_IS_ONE.test(event.stream)) pairs.whoIsOneChanged(event.position);
      },
    };
  },
};

/** Keeps the pairs true after each change of a visit, and of who is one. */
class Pairs {
  private readonly ones;
  /** By their own ids those who were asked for and were alone, since somebody was last merged. */
  private readonly alone = keptUpTo<string, readonly string[]>(KEPT_ALONE);
  private readonly pairs;
  private readonly ofVisit;
  private readonly any;
  private readonly near;
  private readonly linkedWith;

  constructor(
    db: Database,
    private readonly visits: StandingRecords<Visit>,
  ) {
    this.ones = new Ones(db);
    this.pairs = new TemporalTable<DuplicateRow>(db, "visit_duplicate", ["visit_a", "visit_b"], ["verdict", "reason"]);
    this.ofVisit = db.prepare(
      `SELECT visit_a, visit_b, verdict, reason FROM visit_duplicate
       WHERE (visit_a = :id OR visit_b = :id) AND to_position = ${OPEN}`,
    );
    const here = visitsWhere(`l.sort_at >= :since AND l.sort_at < :until AND l.is_to_come = 0`);
    const toCome = visitsWhere(`l.is_to_come = 1`);
    this.any = db.prepare(`${here} UNION ALL ${toCome} LIMIT 1`).pluck();
    this.near = [
      db.prepare(`${here} ORDER BY l.sort_at DESC, l.visit_id DESC`).pluck(),
      db.prepare(`${toCome} ORDER BY l.day DESC, l.visit_id DESC`).pluck(),
    ];
    this.linkedWith = db
      .prepare(
        `SELECT DISTINCT l.visit_id FROM visit_link l
         WHERE l.kind = :kind AND l.ref IN (SELECT value FROM json_each(:refs)) AND l.day >= :since
           AND l.to_position = ${OPEN} ORDER BY l.visit_id`,
      )
      .pluck();
  }

  follow({ event: { position }, before, after }: Change<Visit>): void {
    if (!before || affectsPairs(before.state, after.state)) this.keep(position, after, !before);
    for (const other of judgedAnew(before?.state, after.state)) this.judge(position, after, other);
  }

  /** What was judged last of the pair, from either side; where that was taken back and nothing is left, it may be one again. */
  private judge(position: Position, visit: VisitVersion, otherId: string): void {
    const pair = pairOf(visit.id, otherId);
    const standing = this.pairs.get(pair);
    const judged = [
      ...(this.visits.get(otherId)?.state.verdicts ?? []).filter((one) => one.otherVisitId === visit.id),
      ...visit.state.verdicts.filter((one) => one.otherVisitId === otherId),
    ].reduce<JudgedDuplicate | undefined>(
      (last, one) => (last && last.judgedAt > one.judgedAt ? last : one),
      undefined,
    );
    if (judged) this.pairs.put(position, { ...pair, verdict: judged.verdict, reason: judged.reason });
    else if (this.candidates(visit, position).has(otherId))
      this.pairs.put(position, { ...pair, verdict: null, reason: null });
    else if (standing) this.pairs.end(position, pair);
  }

  /** Every new pair, and every one that is none any more, has a visit of one that has moved. */
  whoIsOneChanged(position: Position): void {
    const changed = this.ones.changedAt(position);
    if (changed.length > 0) this.alone.clear();
    const found = changed.flatMap(({ kind, id, fromDay }) => {
      const link = LINKED_AS[kind];
      if (!link) return [];
      // What is one since that day is asked of the days of visits: of the later of two that may be a day apart.
      const since = fromDay === ALL_ALONG ? fromDay : addDays(fromDay, -1);
      const [now, then] = [position, position - 1].map(
        (at) => this.ones.of(kind, id, { position: at, today: fromDay }).ids,
      );
      // Without those in whom it goes on, or went on: theirs are the other visits of the pairs.
      const refs = then && now && then.length < now.length ? then : now;
      return this.linkedWith.all({ kind: link, refs: JSON.stringify(refs), since }) as string[];
    });
    for (const id of new Set(found)) {
      const visit = this.visits.get(id);
      if (visit) this.keep(position, visit);
    }
  }

  private keep(position: Position, visit: VisitVersion, isNew = false): void {
    const standing = isNew ? [] : (this.ofVisit.all({ id: visit.id }) as DuplicateRow[]);
    const wanted = this.candidates(visit, position);
    for (const pair of standing) {
      const other = pair.visit_a === visit.id ? pair.visit_b : pair.visit_a;
      // A verdict stays on record even when the pair is no pair any more.
      if (!wanted.delete(other) && pair.verdict === null) this.pairs.end(position, pair);
    }
    for (const other of wanted) {
      this.pairs.begin(position, { ...pairOf(visit.id, other), verdict: null, reason: null });
    }
  }

  private candidates({ id, state }: VisitVersion, position: Position): Set<string> {
    const { status, hosts, reporters } = state;
    if (status === "VOIDED") return new Set();
    const day = visitDay(state);
    const [before, after] = [addDays(day, -1), addDays(day, 1)];
    // On the day of the later of the two visits: this one's, or that of one on the next day.
    const hostsOn = (today: LocalDate): string =>
      JSON.stringify([...new Set(hosts.flatMap(({ unitId }) => this.oneWith("Unit", unitId, { position, today })))]);
    const [hostIds, nextHostIds] = [hostsOn(day), hostsOn(after)];
    const stretches =
      hostIds === nextHostIds
        ? [{ hostIds, from: before, to: after }]
        : [
            { hostIds, from: before, to: day },
            { hostIds: nextHostIds, from: after, to: after },
          ];
    const persons = reporters.flatMap(({ reporterId }) =>
      this.oneWith("Reporter", reporterId, { position, today: ALL_ALONG }),
    );
    const found = stretches.flatMap(({ from, to, ...more }) => {
      const [since, until] = [startOfDay(from), startOfDay(addDays(to, 1))];
      return persons.flatMap((reporterId) => this.suspects({ id, reporterId, from, to, since, until, ...more }));
    });
    return new Set(found);
  }

  /** Nearly everybody is alone, and is asked for again and again. */
  private oneWith(kind: OneKind, id: string, on: Pick<Basis, "position" | "today">): readonly string[] {
    const alone = this.alone.get(id);
    if (alone) return alone;
    const { ids } = this.ones.of(kind, id, on);
    if (this.ones.isAlone(kind, id)) this.alone.set(id, ids);
    return ids;
  }

  private suspects(asked: Asked): string[] {
    // Nearly always there is none, and that is cheaper to learn without walking.
    if (this.any.get(asked) === undefined) return [];
    const found: string[] = [];
    for (const some of this.near) {
      for (const id of some.iterate(asked) as Iterable<string>) {
        if (this.visits.get(id)?.state.status === "VOIDED") continue;
        if (found.push(id) === MAX_SUSPECTS) return found;
      }
    }
    return found;
  }
}

const pairOf = (one: string, other: string): Pick<DuplicateRow, "visit_a" | "visit_b"> =>
  one < other ? { visit_a: one, visit_b: other } : { visit_a: other, visit_b: one };

/** The other visits of the pairs of which something else was judged than before. */
function judgedAnew(before: Visit | undefined, after: Visit): readonly string[] {
  if (before?.verdicts === after.verdicts) return [];
  const then = before?.verdicts ?? [];
  const changed = [
    ...after.verdicts.filter((one) => !then.some((known) => isSameJudgement(one, known))),
    ...then.filter((one) => !after.verdicts.some((known) => isSameJudgement(one, known))),
  ];
  return [...new Set(changed.map(({ otherVisitId }) => otherVisitId))];
}

const isSameJudgement = (one: JudgedDuplicate, other: JudgedDuplicate): boolean =>
  one.otherVisitId === other.otherVisitId && one.judgedAt === other.judgedAt && one.verdict === other.verdict;

function affectsPairs(before: Visit, after: Visit): boolean {
  return (
    before.hosts !== after.hosts ||
    before.reporters !== after.reporters ||
    (before.status === "VOIDED") !== (after.status === "VOIDED") ||
    visitDay(before) !== visitDay(after)
  );
}

export class VisitDuplicateQueries {
  private readonly ofVisit;

  constructor(private readonly db: Database) {
    this.ofVisit = db.prepare(
      `SELECT d.* FROM visit_duplicate d WHERE (d.visit_a = :id OR d.visit_b = :id) AND d.verdict IS NULL
         AND ${standsAt("d")} ORDER BY d.visit_a, d.visit_b LIMIT ${MAX_SUSPECTS}`,
    );
  }

  /** The other visits of the unjudged pairs of a visit. */
  suspectedOf(visitId: string, at: Position): readonly string[] {
    const rows = this.ofVisit.all({ id: visitId, at }) as DuplicateRow[];
    return rows.map((row) => (row.visit_a === visitId ? row.visit_b : row.visit_a));
  }

  /** @param judged only pairs with a verdict, or only those without */
  list(judged: boolean, direction: Direction, window: Window, at: Position): Rows<DuplicateRow> {
    const where = [standsAt("d"), `d.verdict IS ${judged ? "NOT NULL" : "NULL"}`];
    const params: Record<string, SqlValue> = { at };
    const sort = { terms: ["d.visit_a", "d.visit_b"], direction };
    return readPage<DuplicateRow>(this.db, { select: "d.*", from: "visit_duplicate d", where, params, sort }, window);
  }
}
