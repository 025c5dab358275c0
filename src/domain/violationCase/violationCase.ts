import {
  asIn,
  blankOf,
  choice,
  count,
  type DataOf,
  day,
  id,
  lines,
  many,
  NOBODY,
  noted,
  OFFENDERS,
  one,
  optional,
  orElse,
  paperNumber,
  part,
  ref,
  shownAs,
  text,
  yes,
} from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { LawReference, ViolationRule } from "../law/lawBook.js";
import { type ACT, madeBy, madeOn, PARTIES, PARTY_GIVEN, partyId, partyName, reason, transferredOn } from "./fields.js";
import {
  CASE_PROCEDURES,
  type CaseStatus,
  CLOSING_GROUNDS,
  EXPLANATION_FORMS,
  type ExplanationState,
  MINUTES_GROUNDS,
} from "./terms.js";

/**
 * A violation case (vụ việc vi phạm hành chính), from its detection up to, not including, the sanction decision. Law on
 * Handling Administrative Violations 2012, Art. 55–66, as amended in 2020.
 */

// Parties and acts ---------------------------------------------------------------------------------------------------

/** A party as recorded; of its identity number only the end is kept. */
export const CASE_PARTY = part(
  "CaseParty",
  {
    partyId: shownAs("id", noted(partyId, "Give it to the commands that speak of a party.")),
    kind: PARTY_GIVEN.kind,
    name: partyName,
    minor: PARTY_GIVEN.minor,
    idNumberEnd: optional(text(say("số cuối giấy tờ tùy thân", "end of the identity number"), 3, OFFENDERS)),
    ...asIn(PARTY_GIVEN, "taxCode", "address"),
  },
  "Whom the case is about (cá nhân, tổ chức vi phạm), as recorded or as last verified.",
);
export type RecordedParty = DataOf<typeof CASE_PARTY.fields>;
/** Who is said to have done it. */
export type CaseParty = Pick<RecordedParty, "partyId" | "kind" | "name"> & Partial<Pick<RecordedParty, "minor">>;

/** An act as the minutes have it. */
export interface CaseViolation extends DataOf<typeof ACT> {
  readonly violationId: string;
  readonly partyId: string;
  readonly detectedOn: LocalDate;
}

/** What of the law's row the case itself needs, frozen with the reference to the row. */
export interface ActRule extends Pick<ViolationRule, "field" | "fine" | "basis"> {
  readonly law: LawReference;
  readonly maySuspend: boolean;
}

/** An act with what the law said of it on the day of the act. */
export interface RecordedViolation extends CaseViolation {
  readonly rule: ActRule;
}

/** All parties and violations of a case. */
export interface Found {
  readonly parties: readonly RecordedParty[];
  /** As the minutes have them, or as last verified. */
  readonly violations: readonly RecordedViolation[];
}

// Papers --------------------------------------------------------------------------------------------------------------

/** What is written in the minutes (biên bản vi phạm hành chính), besides the violations. */
export const MINUTES = {
  number: paperNumber(say("số biên bản", "number of the minutes"), 100, NOBODY),
  madeOn,
  madeBy,
  copies: count(say("số bản", "copies"), { max: 20 }, "In how many copies; at least two."),
  offenderSigned: yes(say("người vi phạm đã ký", "the offender signed")),
  refusalReason: optional(
    text(say("lý do không ký", "why not signed"), 500, OFFENDERS, "Compulsory when the offender did not sign."),
  ),
  witness: optional(
    text(
      say("người chứng kiến", "witness"),
      200,
      OFFENDERS,
      "The commune's representative or a witness; compulsory when the offender did not sign.",
    ),
  ),
  explanationStated: yes(
    say("biên bản nêu quyền và thời hạn giải trình", "the minutes tell of the right to explain and its period"),
  ),
};
/** The minutes as they were drawn up: never changed. */
export interface Minutes extends DataOf<typeof MINUTES> {
  readonly violations: readonly RecordedViolation[];
}

/** What is written in a verification record (biên bản xác minh), besides the case as verified. */
export const VERIFICATION = {
  recordId: shownAs("id", id(say("biên bản xác minh", "verification record"))),
  madeOn,
  madeBy,
  corrects: lines(say("nội dung xác minh lại", "what it corrects"), 2000, OFFENDERS),
  reason,
};
export type Verification = DataOf<typeof VERIFICATION> & Found;

// Explanation ---------------------------------------------------------------------------------------------------------

export const form = choice(EXPLANATION_FORMS, say("hình thức giải trình", "form"));
export const ANSWER = part(
  "CaseExplanationAnswer",
  {
    partyId,
    form: optional(noted(form, "Null: the right was waived.")),
    on: day(say("ngày giải trình", "explained on"), "When it came in, or was heard."),
    summary: optional(lines(say("nội dung giải trình", "summary"), 4000, OFFENDERS)),
  },
  "What a party explained, or that it waived its right.",
);
export type ExplanationAnswer = DataOf<typeof ANSWER.fields>;

export const HEARING = part(
  "CaseHearing",
  {
    partyId,
    requestedOn: day(say("ngày yêu cầu", "requested on")),
    noticeDueOn: day(
      say("hạn thông báo phiên giải trình", "notice due on"),
      "The last day for the notice of its time and place.",
    ),
    notifiedOn: optional(day(say("ngày thông báo", "notified on"))),
    heldOn: optional(day(say("ngày tổ chức phiên giải trình", "held on"), "As the last notice has it.")),
    place: optional(text(say("địa điểm", "place"), 300, NOBODY, "As the last notice has it.")),
  },
  "Phiên giải trình trực tiếp that a party asked for.",
);
/** A hearing (phiên giải trình trực tiếp) that a party asked for. */
export interface Hearing extends DataOf<typeof HEARING.fields> {
  readonly law: LawReference;
}

export const EXPLANATION = {
  dueOn: optional(day(say("hạn giải trình", "to be explained by"), "The last day as notified; null: not notified.")),
  oralRequestDueOn: optional(
    day(
      say("hạn yêu cầu giải trình trực tiếp", "hearing to be asked for by"),
      "Until when a hearing may be asked for.",
    ),
  ),
  extended: yes(say("được gia hạn", "extended")),
  hearings: many(HEARING, say("phiên giải trình trực tiếp", "hearings"), { ...PARTIES, least: 0 }),
  answers: many(ANSWER, say("ý kiến giải trình", "explanations"), { ...PARTIES, least: 0 }),
};
export interface Explanation extends DataOf<typeof EXPLANATION> {
  /** Who may explain; empty: nobody. */
  readonly partyIds: readonly string[];
  /** The day of the paper that brought the right: of the minutes, or of a verification record. */
  readonly since: LocalDate | null;
  /** The period of which `dueOn` is the last day. */
  readonly law: LawReference | null;
  readonly hearings: readonly Hearing[];
}
/** Who may explain, and until when as far as they have been told. */
export interface Right extends Pick<Explanation, "partyIds" | "dueOn" | "oralRequestDueOn"> {
  /** The day of the verification record that brings the right to somebody; absent: as before, or of the minutes. */
  readonly since?: LocalDate;
  /** All that it rests on. */
  readonly law: readonly LawReference[];
}
export const NO_EXPLANATION: Explanation = {
  ...blankOf(EXPLANATION),
  partyIds: [],
  since: null,
  law: null,
  extended: false,
};

// The case ------------------------------------------------------------------------------------------------------------

const CASE_UNIT = part(
  "CaseUnit",
  {
    unitId: ref("Unit", say("đơn vị", "unit"), "The unit itself, as of the answer's basis."),
    name: text(say("tên đơn vị", "name of the unit"), 300, NOBODY),
  },
  "A unit that has or had the case, under its name on the day.",
);
export type HandlingUnit = DataOf<typeof CASE_UNIT.fields>;

const TRANSFER = part(
  "CaseTransfer",
  {
    from: one(CASE_UNIT, say("cơ quan chuyển", "transferred by")),
    to: one(CASE_UNIT, say("cơ quan nhận", "transferred to")),
    transferredOn,
    reason,
  },
  "Chuyển hồ sơ to another competent unit.",
);

export const PROSECUTION = part(
  "CaseProsecution",
  {
    body: text(say("cơ quan tiến hành tố tụng", "investigating body"), 300, NOBODY),
    document: text(
      say("văn bản chuyển hồ sơ", "document"),
      200,
      NOBODY,
      "The number and day of the paper with which the file was handed over.",
    ),
    since: day(say("từ ngày", "since")),
    returnedOn: optional(day(say("ngày trả hồ sơ", "returned on"))),
    returnDocument: optional(
      text(say("văn bản trả hồ sơ", "document of the return"), 200, NOBODY, "E.g. the decision not to prosecute."),
    ),
  },
  "A stay of the file with the investigating body; the decision has a time of its own from its return.",
);

export const CLOSING = part(
  "CaseClosing",
  {
    ground: choice(CLOSING_GROUNDS, say("căn cứ", "ground")),
    on: day(say("ngày kết thúc", "closed on")),
    reason,
  },
  "Why and when a case was closed.",
);

/** What is known of a case from its detection on. */
export const DETECTION = {
  procedure: orElse(choice(CASE_PROCEDURES, say("thủ tục", "procedure")), "WITH_MINUTES"),
  unit: shownAs(
    "handledBy",
    one(CASE_UNIT, say("cơ quan thụ lý vụ việc", "handled by"), "The unit that has the case."),
  ),
  inspectionId: optional(
    ref("Inspection", say("cuộc thanh tra, kiểm tra", "inspection"), "The inspection or check in which it was found."),
  ),
  detectedOn: day(say("ngày phát hiện", "detected on")),
  detected: lines(say("nội dung phát hiện", "what was found"), 2000, OFFENDERS),
};

/** What is known of its course. */
export const COURSE = {
  minutesGround: optional(
    choice(MINUTES_GROUNDS, say("căn cứ kéo dài thời hạn lập biên bản", "why the minutes have longer")),
  ),
  minutesResultOn: optional(
    day(say("ngày có kết quả", "day of the result"), "Compulsory for APPRAISAL: the minutes have their time from it."),
  ),
  verificationWanted: optional(lines(say("tình tiết cần xác minh", "what is to be verified"), 1000, OFFENDERS)),
  isComplex: yes(say("vụ việc đặc biệt nghiêm trọng, phức tạp", "very serious or complex case")),
  transfers: many(TRANSFER, say("các lần chuyển hồ sơ", "transfers"), { most: 100, least: 0 }),
  prosecutions: many(PROSECUTION, say("chuyển cơ quan tiến hành tố tụng", "stays with investigators"), {
    most: 100,
    least: 0,
  }),
  pausedDays: count(
    say("số ngày tạm dừng thời hạn", "days the time stood still"),
    {},
    "For how many days the file was with the investigating body in all.",
  ),
  closed: optional(one(CLOSING, say("việc kết thúc vụ việc", "closing"))),
  voidedBecause: optional(lines(say("lý do hủy hồ sơ", "why it was voided"), 1000, OFFENDERS)),
  lateEntryReason: optional(
    lines(say("lý do nhập muộn", "why it was entered late"), 1000, OFFENDERS, "On a later day than it happened."),
  ),
};

export interface ViolationCase extends DataOf<typeof DETECTION & typeof COURSE>, Found {
  readonly caseId: string;
  /** By itself; what its decisions make of it is told by them. */
  readonly status: CaseStatus;
  readonly minutes: Minutes | null;
  readonly verifications: readonly Verification[];
  readonly explanation: Explanation;
}

/** What a case has none of at first. */
export const BLANK = {
  ...blankOf(COURSE),
  minutes: null,
  verifications: [],
  explanation: NO_EXPLANATION,
  isComplex: false,
  pausedDays: 0,
} as const satisfies Partial<ViolationCase>;

/** What sanction decisions and exhibits may know of a case, now. */
export interface CaseFact extends Pick<
  ViolationCase,
  "caseId" | "status" | "procedure" | "inspectionId" | "detectedOn" | "isComplex"
> {
  /** The unit that has the case now. */
  readonly unitId: string;
  readonly parties: readonly CaseParty[];
  readonly violations: readonly CaseViolation[];
  readonly minutesMadeOn: LocalDate | null;
  readonly explanation: Pick<Explanation, "dueOn"> & {
    readonly state: ExplanationState;
    /** The offender has asked to explain, or has explained: the decision has more time then. */
    readonly asked: boolean;
    /** The last day of a hearing that was asked for and not held yet; UNSET: none was notified; null: none is wanted. */
    readonly hearingOn: LocalDate | "UNSET" | null;
  };
  /** What lengthens the time for the decision. */
  readonly transferredToUs: boolean;
  readonly needsVerification: boolean;
  /** When the investigating body gave the file back last: the decision has a time of its own from then. */
  readonly returnedOn: LocalDate | null;
  readonly inCriminalProceedings: boolean;
}
