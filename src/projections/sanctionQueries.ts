import type { Database } from "better-sqlite3";
import { sumOf, type Vnd, vnd } from "../domain/kernel/money.js";
import { basisOf, type SubjectKind } from "../domain/law/terms.js";
import type { SanctionFact } from "../domain/sanction/decision.js";
import { receiptKey } from "../domain/sanction/fine.js";
import type { DecisionKind, SanctionStatus } from "../domain/sanction/terms.js";
import type { LocalDate } from "../domain/kernel/time.js";
import type { Position } from "../eventstore/contract.js";
import { fold } from "./fold.js";
import { type Direction, readPage, type Rows, type Window } from "./paging.js";
import { detailOf, type SanctionRow } from "./sanctionRow.js";
import { NOW, OPEN, type SqlValue, standsAt } from "./temporal.js";

export interface SanctionFilter {
  readonly issuerId?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  readonly subjectKinds?: readonly SubjectKind[] | null | undefined;
  readonly statuses?: readonly SanctionStatus[] | null | undefined;
  readonly kinds?: readonly DecisionKind[] | null | undefined;
  /** A line of the decision is about it. */
  readonly violationCode?: string | null | undefined;
  /** Days of signing, both included. */
  readonly signedFrom?: string | null | undefined;
  readonly signedTo?: string | null | undefined;
  /** The beginning of the number as it is written, marks and capitals aside. */
  readonly number?: string | null | undefined;
  /** Some of the fine is still owed. */
  readonly outstandingOnly?: boolean | null | undefined;
  /** Some of the fine is still owed, and the last day for it lies before this one. */
  readonly overdueOn?: string | null | undefined;
  /** Only what may have begun by this day. */
  readonly begunBy?: LocalDate | undefined;
}

const MAX_OF_CASE = 1_000;

export class SanctionQueries {
  private readonly byId;
  private readonly ofCaseAt;
  private readonly replacing;
  private readonly receipts;

  constructor(private readonly db: Database) {
    this.byId = db.prepare(`SELECT s.* FROM sanction s WHERE s.id = :id AND ${standsAt("s")}`);
    this.ofCaseAt = db.prepare(
      `SELECT s.* FROM sanction s WHERE s.case_id = :caseId AND ${standsAt("s")}
       ORDER BY s.signed_on, s.id LIMIT ${MAX_OF_CASE}`,
    );
    // A replacement may have been annulled and replaced in its turn: the latest one counts.
    this.replacing = db.prepare(
      `SELECT s.* FROM sanction s WHERE s.replaces_id = :id AND ${standsAt("s")}
       ORDER BY s.signed_on DESC, s.rowid DESC LIMIT 1`,
    );
    this.receipts = db.prepare(
      `SELECT used, total FROM sanction_receipt
       WHERE receipt = :receipt AND to_position = ${OPEN} AND sanction_id <> :except
       ORDER BY sanction_id`,
    );
  }

  get(id: string, at: Position): SanctionRow | undefined {
    return this.byId.get({ id, at }) as SanctionRow | undefined;
  }

  /** The decisions of a case by day of signing, annulled ones too. */
  ofCase(caseId: string, at: Position): readonly SanctionRow[] {
    return this.ofCaseAt.all({ caseId, at }) as SanctionRow[];
  }

  /** The decision that replaces this one. */
  replacementOf(id: string, at: Position): SanctionRow | undefined {
    return this.replacing.get({ id, at }) as SanctionRow | undefined;
  }

  /** Decisions by day of signing. */
  list(filter: SanctionFilter, direction: Direction, window: Window, at: Position): Rows<SanctionRow> {
    const params: Record<string, SqlValue> = { at };
    const where = [standsAt("s")];
    const byCode = Boolean(filter.violationCode);
    if (byCode) {
      where.push(standsAt("c"), `c.code = :code`);
      params["code"] = filter.violationCode ?? null;
    }
    narrow(filter, where, params);
    const from = byCode ? `sanction_code c CROSS JOIN sanction s ON s.id = c.sanction_id` : `sanction s`;
    const sort = { terms: byCode ? ["c.signed_on", "c.sanction_id"] : ["s.signed_on", "s.id"], direction };
    return readPage<SanctionRow>(this.db, { select: "s.*", from, where, params, sort }, window);
  }

  /** What commands may know of a decision, now. */
  fact(id: string): SanctionFact | undefined {
    const row = this.get(id, NOW);
    return row && this.factOf(row);
  }

  factsOfCase(caseId: string): readonly SanctionFact[] {
    return this.ofCase(caseId, NOW).map((row) => this.factOf(row));
  }

  /** What other decisions hold of a receipt, now. */
  receiptElsewhere(number: string, issuedBy: string, except: string): { used: Vnd; total: Vnd } | null {
    const rows = this.receipts.all({ receipt: receiptKey({ number, issuedBy }), except }) as {
      used: number;
      total: number;
    }[];
    const [first] = rows;
    return first ? { used: vnd(sumOf(rows.map((row) => BigInt(row.used)))), total: vnd(BigInt(first.total)) } : null;
  }

  private factOf(row: SanctionRow): SanctionFact {
    const { state, annulledOn, signer } = detailOf(row);
    const measures = state.status === "ANNULLED" ? [] : state.content.measures;
    return {
      sanctionId: row.id,
      caseId: row.case_id,
      partyId: row.party_id,
      status: row.status,
      issuerId: row.issuer_id,
      signerPost: signer.post,
      numberText: state.number.text,
      signedOn: row.signed_on,
      annulledOn,
      replacedById: this.replacementOf(row.id, NOW)?.id ?? null,
      violationIds: state.content.lines.map((line) => line.violationId),
      confiscates: measures.flatMap((measure) => (measure.kind === "CONFISCATION" ? measure.seizureIds : [])),
      ordersDestruction: measures.some((measure) => measure.remedy === "DESTROY"),
      basis: row.subject_kind === "UNKNOWN" ? null : basisOf(row.subject_kind),
    };
  }
}

function narrow(filter: SanctionFilter, where: string[], params: Record<string, SqlValue>): void {
  const add = (condition: string, name: string, value: SqlValue | undefined): void => {
    if (value === null || value === undefined) return;
    where.push(condition);
    params[name] = value;
  };
  const among = (column: string, name: string, values: readonly string[] | null | undefined): void =>
    add(`${column} IN (SELECT value FROM json_each(:${name}))`, name, values && JSON.stringify(values));
  add(`s.issuer_id = :issuerId`, "issuerId", filter.issuerId);
  add(`s.case_id = :caseId`, "caseId", filter.caseId);
  among(`s.subject_kind`, "subjectKinds", filter.subjectKinds);
  among(`s.status`, "statuses", filter.statuses);
  among(`s.kind`, "kinds", filter.kinds);
  add(`s.signed_on >= :signedFrom`, "signedFrom", filter.signedFrom);
  add(`s.signed_on <= :signedTo`, "signedTo", filter.signedTo);
  add(`substr(s.number_folded, 1, length(:number)) = :number`, "number", filter.number && fold(filter.number));
  if (filter.outstandingOnly) where.push(`s.outstanding > 0`);
  add(`s.payable_until < :overdueOn`, "overdueOn", filter.overdueOn);
  add(`s.signed_on <= :begunBy`, "begunBy", filter.begunBy);
}
