import {
  choice,
  count,
  type DataOf,
  day,
  id,
  lines,
  NOBODY,
  noted,
  OFFENDERS,
  optional,
  part,
  SUBJECTS,
  text,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { SUBJECT_KINDS } from "../law/terms.js";
import { MINOR_AGES } from "./terms.js";

/** Fields that several steps of a case have in common. */

const MAX_PARTIES = 20;
export const PARTIES = { most: MAX_PARTIES };
export const VIOLATIONS = { most: 100 };

export const theParties = say("người vi phạm", "parties");
export const theViolations = say("hành vi vi phạm", "violations");

export const madeOn = day(say("ngày lập", "made on"));
export const madeBy = text(say("người lập biên bản", "made by"), 200, NOBODY);
export const transferredOn = day(say("ngày chuyển", "transferred on"));
export const reason = lines(say("lý do", "reason"), 1000, OFFENDERS);
export const partyId = id(say("người vi phạm", "party"), "The id of the party, as the case shows it.");
export const violationId = id(say("hành vi", "violation"), "The id of the violation, as the case shows it.");

export const partyName = text(say("tên", "name"), 300, SUBJECTS);
/** What is said of a party. */
export const PARTY_GIVEN = {
  kind: choice(SUBJECT_KINDS, say("loại đối tượng", "kind"), "UNKNOWN: nobody is known; then it is the only party."),
  name: optional(noted(partyName, "Compulsory unless UNKNOWN.")),
  idNumber: optional(
    text(say("số định danh", "identity number"), 30, OFFENDERS, "Only its last three characters are kept."),
  ),
  taxCode: optional(text(say("mã số thuế, mã số doanh nghiệp, hộ kinh doanh", "tax code"), 30, OFFENDERS)),
  address: optional(text(say("địa chỉ", "address"), 300, OFFENDERS)),
  minor: optional(choice(MINOR_AGES, say("độ tuổi chưa thành niên", "age of a minor"), "Only of an individual.")),
};

export const PARTY = part("CasePartyInput", PARTY_GIVEN, "Whom the case is about (cá nhân, tổ chức vi phạm).");
export const VERIFIED_PARTY = part("VerifiedPartyInput", { partyId, ...PARTY_GIVEN }, "A party, told whole.");

/** A party as the officer enters it. */
export type PartyGiven = DataOf<typeof VERIFIED_PARTY.fields>;

/** An act as the officer enters it, whosever it is, and as the case has it. */
export const ACT = {
  code: text(
    say("mã hành vi", "code of the violation"),
    40,
    NOBODY,
    "As the law has it on the day of the act, e.g. `119.29.2`.",
  ),
  actEndedOn: optional(
    day(say("ngày chấm dứt hành vi", "end of the act"), "None: it was still going on when it was detected."),
  ),
  title: optional(text(say("tên xuất bản phẩm", "title"), 500, NOBODY, "One violation for each title.")),
  copies: optional(
    count(say("số bản", "copies"), {}, "Of that title; where the code is for a band of copies, it decides."),
  ),
  description: lines(say("mô tả hành vi", "description"), 2000, OFFENDERS),
};
export type ActGiven = DataOf<typeof ACT>;

export const ON_THE_SPOT_VIOLATION = part(
  "OnTheSpotViolationInput",
  {
    party: count(
      say("người vi phạm", "party"),
      { max: MAX_PARTIES - 1 },
      "Whose it is: the place in `parties`, from 0.",
    ),
    ...ACT,
  },
  "A violation dealt with on the spot.",
);
export const MINUTED_VIOLATION = part("MinutedViolationInput", { partyId, ...ACT }, "An act as the minutes have it.");
export const VERIFIED_VIOLATION = part(
  "VerifiedViolationInput",
  { violationId, partyId, ...ACT },
  "A violation, told whole.",
);
