import { reporterDecider } from "../../src/domain/reporter/decider.js";
import type {
  AmendPressCard,
  AmendReporter,
  CardToRecord,
  MergeReporter,
  RecordIntroductionLetter,
  RegisterReporter,
  ReporterEvent,
  TransferReporter,
} from "../../src/domain/reporter/reporter.js";
import { agencyFact, card, reporterFact, unitFact } from "../support/facts.js";
import { given, type Said, type Told } from "../support/given.js";

/** Events and commands of one reporter, from which the scripts on reporters are made. */

export const REPORTER = { reporterId: "r-1" };
export const daily = agencyFact("a-daily", "Báo Hằng ngày");
export const weekly = agencyFact("a-weekly", "Báo Hằng tuần");
export const ended = { endsOn: "2015-01-01" };
export const health = unitFact("u-health", "Sở Y tế");
export const land = unitFact("u-land", "Sở Tài nguyên và Môi trường");

export type Event = Told<ReporterEvent>;
export const at = (agencyId: string, agencyName: string) => ({ agencyId, agencyName });
export const registered: Event = {
  type: "ReporterRegistered",
  data: {
    ...REPORTER,
    name: "Nguyễn Văn An",
    kind: "CARD_HOLDER",
    ...at("a-daily", "Báo Hằng ngày"),
    since: "2015-01-01",
  },
};
export const carded: Event = { type: "PressCardRecorded", data: { ...REPORTER, ...card } };
/** What should have been entered instead. */
export const rightCard = { ...card, number: "IBT00124", validTo: "2020-06-30" };
export const cardAmended: Event = {
  type: "PressCardAmended",
  data: { ...REPORTER, number: card.number, card: rightCard },
  reason: "Gõ nhầm số",
};
export const withdrawn: Event = {
  type: "PressCardWithdrawn",
  data: { ...REPORTER, number: card.number, withdrawnOn: "2019-08-01", legalBasis: "QĐ 1/QĐ-BTTTT" },
};
export const lettered: Event = {
  type: "IntroductionLetterRecorded",
  data: {
    ...REPORTER,
    number: "12/GGT",
    ...at("a-daily", "Báo Hằng ngày"),
    issuedOn: "2019-09-01",
    validTo: "2019-09-30",
    units: [
      { unitId: "u-health", unitName: "Sở Y tế" },
      { unitId: "u-land", unitName: "Sở Tài nguyên và Môi trường" },
    ],
    content: "Công tác phòng dịch",
  },
};
export const transferred: Event = {
  type: "ReporterTransferred",
  data: { ...REPORTER, ...at("a-weekly", "Báo Hằng tuần"), effectiveOn: "2019-09-15" },
};
export const merged: Event = {
  type: "ReporterMerged",
  data: { ...REPORTER, intoId: "r-2", intoName: "Nguyễn Văn An" },
  reason: "Nhập hai lần",
};

export const register = (more: Partial<RegisterReporter["data"]> = {}): Said<RegisterReporter> => ({
  type: "RegisterReporter",
  data: {
    ...REPORTER,
    name: "Nguyễn Văn An",
    kind: "CARD_HOLDER",
    agency: daily,
    since: "2015-01-01",
    card: null,
    ...more,
  },
});
export const amend = (more: Partial<AmendReporter["data"]> = {}): Said<AmendReporter> => ({
  type: "AmendReporter",
  data: { ...REPORTER, name: "Nguyễn Văn Ân", kind: null, reason: "Sai dấu", ...more },
});
export const recordCard = (more: Partial<CardToRecord> = {}) =>
  ({ type: "RecordPressCard", data: { ...REPORTER, ...card, holderId: null, ...more } }) as const;
export const amendCard = (
  to: Partial<CardToRecord> = {},
  more: Partial<AmendPressCard["data"]> = {},
): Said<AmendPressCard> => ({
  type: "AmendPressCard",
  data: {
    ...REPORTER,
    number: card.number,
    card: { ...rightCard, holderId: null, ...to },
    known: [],
    reason: "Gõ nhầm số",
    ...more,
  },
});
export const withdraw = (more: object = {}) =>
  ({
    type: "RecordPressCardWithdrawal",
    data: { ...withdrawn.data, known: [], ...more },
  }) as const;
export const letter = (more: Partial<RecordIntroductionLetter["data"]> = {}): Said<RecordIntroductionLetter> => ({
  type: "RecordIntroductionLetter",
  data: {
    ...REPORTER,
    number: "12/GGT",
    agency: daily,
    issuedOn: "2019-09-01",
    validTo: "2019-09-30",
    units: [health, land],
    content: "Công tác phòng dịch",
    ...more,
  },
});
export const transfer = (more: Partial<TransferReporter["data"]> = {}): Said<TransferReporter> => ({
  type: "TransferReporter",
  data: { ...REPORTER, to: weekly, effectiveOn: "2019-09-15", ...more },
});
export const merge = (more: Partial<MergeReporter["data"]> = {}): Said<MergeReporter> => ({
  type: "MergeReporter",
  data: { ...REPORTER, into: reporterFact("r-2", "Nguyễn Văn An"), reason: "Nhập hai lần", ...more },
});

export const nothing = given(reporterDecider);
export const reporter = (...more: Event[]): ReturnType<typeof given<typeof reporterDecider>> =>
  given(reporterDecider, registered, ...more);
