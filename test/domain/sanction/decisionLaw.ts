import type {
  DeadlineRule,
  ParameterRule,
  StatedPower,
  UnstatedPower,
  ViolationRule,
} from "../../../src/domain/law/lawBook.js";

/** The law of the scripts of decisions: rows like those of the catalogue, small enough to be seen at a glance. */

const row = {
  instrument: "SANC-PRESS-119",
  validFrom: "2019-01-01",
  validTo: null,
  source: "Điều 29",
  confidence: "HIGH",
  origin: "SHIPPED",
} as const;

export const rule = (more: Partial<ViolationRule> = {}): ViolationRule => ({
  ...row,
  code: "119.29.2",
  field: "PUBLISHING",
  act: { vi: "Phát hành không có hóa đơn", en: "Distribution without invoices" },
  fine: { min: "5000000", max: "10000000" },
  basis: "ORGANISATION",
  warningAllowed: false,
  suspensionMonths: null,
  confiscation: true,
  remedies: ["DESTROY"],
  copies: { from: 50, to: 99 },
  ...more,
});
export const fewCopies = rule({
  code: "119.29.1",
  fine: { min: "3000000", max: "5000000" },
  copies: { from: 1, to: 49 },
});
export const noSource = rule({
  code: "119.8.1",
  field: "PRESS",
  fine: { min: "500000", max: "2000000" },
  warningAllowed: true,
  confiscation: false,
  remedies: ["CORRECTION_APOLOGY"],
  copies: null,
});
export const falseNews = rule({
  code: "119.8.7",
  field: "PRESS",
  fine: { min: "70000000", max: "100000000" },
  confiscation: false,
  suspensionMonths: { min: 1, max: 12 },
  remedies: ["TAKE_DOWN"],
  copies: null,
});
export const impersonation = rule({
  code: "119.6.2.a",
  field: "PRESS",
  fine: { min: "10000000", max: "20000000" },
  basis: "INDIVIDUAL",
  copies: null,
});

export const power = (more: Partial<StatedPower> = {}): StatedPower => ({
  ...row,
  instrument: "SANC-PRESS-119",
  post: "DEPARTMENT_CHIEF_INSPECTOR",
  field: "PUBLISHING",
  extent: "UP_TO",
  maxIndividual: "50000000",
  maxOrganisation: "100000000",
  mayConfiscate: true,
  confiscationUpTo: null,
  maySuspend: true,
  remedies: null,
  ...more,
});

export const unstated = (extent: UnstatedPower["extent"]): UnstatedPower => ({
  ...row,
  instrument: "SANC-PRESS-119",
  post: "DEPARTMENT_CHIEF_INSPECTOR",
  field: "PUBLISHING",
  extent,
});

export const execution: DeadlineRule = {
  ...row,
  instrument: "AVH-2012",
  key: "EXECUTION",
  what: { vi: "Thời hạn thi hành", en: "Time to comply" },
  term: { amount: 10, unit: "CALENDAR_DAYS" },
};

export const onTheSpot: ParameterRule = {
  ...row,
  instrument: "AVH-2012",
  key: "ON_THE_SPOT_UP_TO_INDIVIDUAL",
  what: { vi: "Không lập biên bản", en: "Without minutes" },
  value: 250_000n,
};

/** Before 2022 circumstances move a fine within its frame, and no number of them decides it. */
export const freely: ParameterRule = {
  ...row,
  instrument: "AVH-2012",
  key: "CIRCUMSTANCES_TO_FRAME_END",
  what: { vi: "Tình tiết", en: "Circumstances" },
  value: 0n,
};
/** Since 2022 two of a kind left over put it at the end of its frame. */
export const byNumber: ParameterRule = { ...freely, value: 2n };

/** The ledger reads the law in favour of who pays. */
export const inFavour: ParameterRule = { ...freely, key: "LATE_INTEREST_AFTER_MOVED_DUE_DAY", value: 1n };
