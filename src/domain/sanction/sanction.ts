import {
  blankOf,
  choice,
  type DataOf,
  day,
  many,
  OFFENDERS,
  one,
  optional,
  ref,
  shownAs,
  text,
} from "../kernel/fields.js";
import { DECISION_NUMBER } from "../kernel/taking.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { LAW_REFERENCE } from "../law/lawBook.js";
import { COMPLAINT } from "./complaint.js";
import {
  DECISION_PAPER,
  EXECUTION_SUSPENSION,
  SANCTION_ISSUER,
  SANCTION_LINE,
  SANCTION_MEASURE,
  SANCTION_PUBLICATION,
  SANCTIONED_PARTY,
  type SanctionedParty,
} from "./decision.js";
import { acts, LINES, measures, MEASURES, SIGNER, signer } from "./fields.js";
import type { FineAccount } from "./fine.js";
import { DECISION_KINDS, NO_FINE_GROUNDS, SANCTION_STATUSES, SERVICE_WAYS } from "./terms.js";

/** Of what is added to a decision later: as many as there are. */
const LATER = { most: 100, least: 0 };

/**
 * A sanction decision with all that follows it, as it is shown: what was decided (./decision.ts), and complaints about it
 * (./complaint.ts).
 */
export const SANCTION = {
  status: choice(SANCTION_STATUSES, say("trạng thái", "status")),
  kind: choice(DECISION_KINDS, say("loại quyết định", "kind")),
  number: one(DECISION_NUMBER, say("số", "number")),
  issuer: one(SANCTION_ISSUER, say("cơ quan ban hành", "issuer")),
  signer: one(SIGNER, signer),
  power: optional(
    one(LAW_REFERENCE, say("căn cứ thẩm quyền xử phạt", "power used"), "The power that was used; null without a fine."),
  ),
  party: one(SANCTIONED_PARTY, say("người bị xử phạt", "party")),
  caseId: shownAs("violationCase", ref("ViolationCase", say("vụ việc vi phạm", "violation case"))),
  noFineBecause: optional(
    choice(NO_FINE_GROUNDS, say("lý do không phạt tiền", "why there is no fine"), "Of a REMEDY_ONLY decision."),
  ),
  lines: many(SANCTION_LINE, acts, LINES, "As they stand; earlier versions are among the papers."),
  measures: many(SANCTION_MEASURE, measures, MEASURES, "What is ordered besides the fine, as it stands."),
  signedOn: day(say("ngày ký quyết định", "signed on")),
  receivedOn: optional(day(say("ngày nhận", "received on"), "Ngày giao quyết định, or on which it counts as served.")),
  servedBy: optional(choice(SERVICE_WAYS, say("hình thức giao", "way of service"), "Null: not served.")),
  executionDueOn: optional(
    day(
      say("hạn thi hành", "to be complied with by"),
      "As notified; it does not move with the calendar. Of one that was sent without proof of its receipt, the last day to " +
        "pay without interest.",
    ),
  ),
  executionLaw: optional(one(LAW_REFERENCE, say("căn cứ của thời hạn thi hành", "law of the time for execution"))),
  suspendedFrom: optional(
    day(say("tạm đình chỉ thi hành từ ngày", "suspended from"), "Since when execution is suspended; null: it is not."),
  ),
  suspensions: many(EXECUTION_SUSPENSION, say("các lần tạm đình chỉ", "suspensions"), LATER),
  publications: many(SANCTION_PUBLICATION, say("các lần công bố công khai", "publications"), LATER),
  complaints: many(
    COMPLAINT,
    say("khiếu nại, khởi kiện", "complaints"),
    LATER,
    "In the order in which they were lodged.",
  ),
  papers: many(
    DECISION_PAPER,
    say("các văn bản", "papers"),
    LATER,
    "The decision and what was issued about it: corrections, amendments, the annulment.",
  ),
  annulledOn: optional(day(say("ngày hủy bỏ", "annulled on"))),
  replacesId: optional(
    ref("Sanction", say("quyết định được thay thế", "replaces"), "The annulled decision that this one replaces."),
  ),
  lateEntryReason: optional(text(say("lý do nhập muộn", "why it was entered late"), 1000, OFFENDERS)),
};

/** One stream, so that decided = collected + outstanding + reduced + lapsed holds at every event. */
export interface Sanction extends DataOf<typeof SANCTION> {
  readonly sanctionId: string;
  readonly party: SanctionedParty;
  /** The last day without late interest. */
  readonly interestAfter: LocalDate | null;
  /** The complaint for which it is suspended: what ends the complaint ends the suspension. */
  readonly suspendedFor: string | null;
  readonly fine: FineAccount;
}

/** What a decision has none of at first. */
export const BLANK = {
  ...blankOf(SANCTION),
  interestAfter: null,
  suspendedFor: null,
} as const satisfies Partial<Sanction>;
