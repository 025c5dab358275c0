import type { ReporterEvent } from "../../src/domain/reporter/events.js";
import type { NewPressCard } from "../../src/domain/reporter/papers.js";
import { reporter as record } from "../../src/domain/reporter/record.js";
import { agencyFact, card, reporterFact, unitFact } from "../support/facts.js";
import { given, type Said, type Told } from "../support/given.js";

/** Events and commands of one reporter, from which the scripts on reporters are made. */

export const REPORTER = { reporterId: "r-1" };
export const daily = agencyFact("a-daily", "Báo Hằng ngày");
export const weekly = agencyFact("a-weekly", "Báo Hằng tuần");
export const ended = { endsOn: "2015-01-01" };
export const health = unitFact("u-health", "Sở Y tế");
export const land = unitFact("u-land", "Sở Tài nguyên và Môi trường");

/** The same card, as it came with a duplicate. */
export const brought = [{ ...card, withdrawnOn: null }];

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
  data: { ...REPORTER, number: card.number, card: { number: rightCard.number, validTo: rightCard.validTo } },
  reason: "Gõ nhầm số",
};
/** As older logs tell it: all that is printed on the card. */
export const wholeCardAmended: Event = { ...cardAmended, data: { ...cardAmended.data, card: rightCard } };
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

export type ReporterCommand = Parameters<(typeof record)["decider"]["decide"]>[0];
type CommandOf<T extends ReporterCommand["type"]> = Extract<ReporterCommand, { type: T }>;
type DataOf<T extends ReporterCommand["type"]> = CommandOf<T>["data"];

/** Of a reference the rules are asked about what it leads to, so a script leaves the id itself out. */
const command = <T extends ReporterCommand["type"]>(type: T, data: Partial<DataOf<T>>): Said<CommandOf<T>> =>
  ({ type, data: { ...REPORTER, ...data } }) as unknown as Said<CommandOf<T>>;

export const register = (more: Partial<DataOf<"RegisterReporter">> = {}): Said<CommandOf<"RegisterReporter">> =>
  command("RegisterReporter", {
    name: "Nguyễn Văn An",
    kind: "CARD_HOLDER",
    agency: daily,
    since: "2015-01-01",
    card: null,
    holderId: null,
    ...more,
  });
export const amend = (more: Partial<DataOf<"AmendReporter">> = {}): Said<CommandOf<"AmendReporter">> =>
  command("AmendReporter", { name: "Nguyễn Văn Ân", kind: null, reason: "Sai dấu", ...more });
export const recordCard = (more: Partial<DataOf<"RecordPressCard">> = {}): Said<CommandOf<"RecordPressCard">> =>
  command("RecordPressCard", { ...card, holderId: null, brought: [], ...more });
export const amendCard = (
  to: Partial<NewPressCard> = {},
  more: Partial<DataOf<"AmendPressCard">> = {},
): Said<CommandOf<"AmendPressCard">> =>
  command("AmendPressCard", {
    number: card.number,
    card: { ...rightCard, ...to },
    holderId: null,
    brought: [],
    reason: "Gõ nhầm số",
    ...more,
  });
export const withdraw = (
  more: Partial<DataOf<"RecordPressCardWithdrawal">> = {},
): Said<CommandOf<"RecordPressCardWithdrawal">> =>
  command("RecordPressCardWithdrawal", {
    number: card.number,
    withdrawnOn: "2019-08-01",
    legalBasis: "QĐ 1/QĐ-BTTTT",
    brought: [],
    ...more,
  });
export const letter = (
  more: Partial<DataOf<"RecordIntroductionLetter">> = {},
): Said<CommandOf<"RecordIntroductionLetter">> =>
  command("RecordIntroductionLetter", {
    number: "12/GGT",
    agency: daily,
    issuedOn: "2019-09-01",
    validTo: "2019-09-30",
    units: [health, land],
    content: "Công tác phòng dịch",
    broughtLetters: [],
    ...more,
  });
export const transfer = (more: Partial<DataOf<"TransferReporter">> = {}): Said<CommandOf<"TransferReporter">> =>
  command("TransferReporter", {
    to: weekly,
    oneWithTo: [(more.to ?? weekly).agencyId],
    effectiveOn: "2019-09-15",
    ...more,
  });
export const merge = (more: Partial<DataOf<"MergeReporter">> = {}): Said<CommandOf<"MergeReporter">> =>
  command("MergeReporter", { into: reporterFact("r-2", "Nguyễn Văn An"), reason: "Nhập hai lần", ...more });

export const takeBack = (
  more: Partial<DataOf<"TakeBackReporterMerger">> = {},
): Said<CommandOf<"TakeBackReporterMerger">> =>
  command("TakeBackReporterMerger", { reason: "Hai người trùng tên", brought: [], changesAbove: [], ...more });

export const nothing = given(record.decider);
export const reporter = (...more: Event[]): ReturnType<typeof given<typeof record.decider>> =>
  given(record.decider, registered, ...more);
