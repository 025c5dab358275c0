import type { Database } from "better-sqlite3";
import { choices, day, type FilterOf, NOBODY, ref, text, yes } from "../../domain/kernel/fields.js";
import { sumOf, vnd } from "../../domain/kernel/money.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { basisOf, SUBJECT_KINDS } from "../../domain/law/terms.js";
import type { SanctionFact } from "../../domain/sanction/decision.js";
import { receiptKey, type ReceiptElsewhere } from "../../domain/sanction/fine.js";
import { SANCTION, type Sanction } from "../../domain/sanction/sanction.js";
import { DECISION_KINDS, SANCTION_STATUSES } from "../../domain/sanction/terms.js";
import type { Position } from "../../eventstore/contract.js";
import { unpaddedPaperNumber } from "../../domain/kernel/paperNumber.js";
import { fold } from "../table/fold.js";
import type { Direction, Rows, Window } from "../table/paging.js";
import { type SanctionVersion, sanctionTable } from "./table.js";
import type { One } from "../table/ones.js";
import { Conditions, RecordReader } from "../table/recordReader.js";
import { NOW, OPEN, standsAt } from "../table/temporal.js";

/** By what the list may be narrowed. */
export const SANCTION_FILTER = {
  issuerId: ref("Unit", SANCTION.issuer.words),
  caseId: SANCTION.caseId,
  subjectKinds: choices(SUBJECT_KINDS, say("loại đối tượng", "kinds of subjects")),
  statuses: choices(SANCTION_STATUSES, say("trạng thái", "statuses")),
  kinds: choices(DECISION_KINDS, say("loại quyết định", "kinds of decisions")),
  violationCode: text(
    say("mã hành vi", "code of the violation"),
    40,
    NOBODY,
    "The code of a violation that a line is about, e.g. `119.29.2`.",
  ),
  signedFrom: day(say("ký từ ngày", "signed from"), "The first day of signing."),
  signedTo: day(say("ký đến ngày", "signed up to"), "The last day of signing."),
  number: text(
    say("số", "number"),
    100,
    NOBODY,
    "The number as it is written, or its beginning, with or without marks: `12/QĐ`, `12/qd-xp`.",
  ),
  outstandingOnly: yes(
    say("chỉ quyết định chưa nộp đủ", "outstanding only"),
    "Only those of whose fine some is still owed.",
  ),
  overdueOn: day(
    say("quá hạn vào ngày", "overdue on"),
    "Only those of whose fine some is still owed though the last day for it lies before this day.",
  ),
};
export type SanctionFilter = Omit<FilterOf<typeof SANCTION_FILTER>, "issuerId"> & {
  readonly issuer?: One | undefined;
  /** Only what may have begun by this day. */
  readonly begunBy?: LocalDate | undefined;
};

const MAX_OF_CASE = 1_000;

export class SanctionQueries {
  private readonly reader: RecordReader<Sanction>;
  private readonly ofCaseAt;
  private readonly replacing;
  private readonly receipts;

  constructor(db: Database) {
    this.reader = new RecordReader(db, sanctionTable);
    this.ofCaseAt = db
      .prepare(
        `SELECT s.rowid FROM sanction s WHERE s.case_id = :caseId AND ${standsAt("s")}
         ORDER BY s.signed_on, s.id LIMIT ${MAX_OF_CASE}`,
      )
      .pluck();
    // A replacement may have been annulled and replaced in its turn: the latest one counts.
    this.replacing = db
      .prepare(
        `SELECT s.rowid FROM sanction s WHERE s.replaces_id = :id AND ${standsAt("s")}
         ORDER BY s.signed_on DESC, s.rowid DESC LIMIT 1`,
      )
      .pluck();
    this.receipts = db.prepare(
      `SELECT used, total FROM sanction_receipt
       WHERE receipt = :receipt AND to_position = ${OPEN} AND sanction_id <> :except
       ORDER BY sanction_id`,
    );
  }

  get(id: string, at: Position): SanctionVersion | undefined {
    return this.reader.get(id, at);
  }

  /** The decisions of a case by day of signing, annulled ones too. */
  ofCase(caseId: string, at: Position): readonly SanctionVersion[] {
    return (this.ofCaseAt.all({ caseId, at }) as number[]).map((rowid) => this.reader.version(rowid));
  }

  /** The decision that replaces this one. */
  replacementOf(id: string, at: Position): SanctionVersion | undefined {
    const rowid = this.replacing.get({ id, at }) as number | undefined;
    return rowid === undefined ? undefined : this.reader.version(rowid);
  }

  /** Decisions by day of signing. */
  list(filter: SanctionFilter, direction: Direction, window: Window, at: Position): Rows<SanctionVersion> {
    const { violationCode } = filter;
    const links = violationCode ? [{ kinds: ["VIOLATION"], refs: [violationCode] }] : [];
    return this.reader.list({ ...conditionsOf(filter), links, direction, window, at });
  }

  /** What commands may know of a decision, now. */
  fact(id: string): SanctionFact | undefined {
    const decision = this.get(id, NOW);
    return decision && this.factOf(decision);
  }

  factsOfCase(caseId: string): readonly SanctionFact[] {
    return this.ofCase(caseId, NOW).map((decision) => this.factOf(decision));
  }

  /** What other decisions hold of a receipt, now. */
  receiptElsewhere(number: string, issuedBy: string, except: string): ReceiptElsewhere | null {
    const rows = this.receipts.all({ receipt: receiptKey({ number, issuedBy }), except }) as {
      used: number;
      total: number;
    }[];
    const [first] = rows;
    return first ? { used: vnd(sumOf(rows.map((row) => BigInt(row.used)))), total: vnd(BigInt(first.total)) } : null;
  }

  private factOf({ id, state }: SanctionVersion): SanctionFact {
    const { party, status, issuer, signer, number, signedOn, annulledOn, lines } = state;
    const measures = status === "ANNULLED" ? [] : state.measures;
    return {
      sanctionId: id,
      caseId: state.caseId,
      partyId: party.partyId,
      status,
      issuerId: issuer.unitId,
      signerPost: signer.post,
      numberText: number.text,
      signedOn,
      annulledOn,
      replacedById: this.replacementOf(id, NOW)?.id ?? null,
      violationIds: lines.map((line) => line.violationId),
      confiscates: measures.flatMap((measure) => (measure.kind === "CONFISCATION" ? measure.seizureIds : [])),
      ordersDestruction: measures.some((measure) => measure.remedy === "DESTROY"),
      basis: party.kind === "UNKNOWN" ? null : basisOf(party.kind),
    };
  }
}

function conditionsOf(filter: SanctionFilter): Conditions {
  const { issuer, caseId, subjectKinds, statuses, kinds, signedFrom, signedTo, number } = filter;
  const conditions = new Conditions()
    .oneOf("r.issuer_id", "issuer", issuer?.ids)
    .is("r.case_id", "caseId", caseId)
    .oneOf("r.subject_kind", "subjectKinds", subjectKinds)
    .oneOf("r.status", "statuses", statuses)
    .oneOf("r.kind", "kinds", kinds)
    .between("r.signed_on", "signedOn", signedFrom, signedTo)
    .between("r.signed_on", "begun", null, filter.begunBy);
  if (number)
    conditions.add(
      `substr(r.number_folded, 1, length(:number)) = :number`,
      "number",
      fold(unpaddedPaperNumber(number)),
    );
  if (filter.outstandingOnly) conditions.where.push("r.outstanding > 0");
  if (filter.overdueOn) conditions.add("r.payable_until < :overdueOn", "overdueOn", filter.overdueOn);
  return conditions;
}
