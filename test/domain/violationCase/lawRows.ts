import type { DeadlineRule, LawReference, ParameterRule, ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { DeadlineKey, ParameterKey } from "../../../src/domain/law/terms.js";
import type { ExplanationPeriods } from "../../../src/domain/violationCase/looked.js";

/** Rows of a law made for the scripts on violation cases. */

/** The last day to explain, as the periods below have it. */
export const DUE = "2019-09-11";

const row = {
  instrument: "SANC-PRESS-159",
  validFrom: "2014-01-01",
  validTo: null,
  source: "test",
  confidence: "HIGH",
  origin: "SHIPPED",
} as const;

export const reference = (key: string): LawReference => ({
  key,
  instrument: row.instrument,
  validFrom: row.validFrom,
  origin: row.origin,
  confidence: row.confidence,
});

/** An act fined 3 to 5 million when an organisation does it, whatever the copies. */
export const rule = (more: Partial<ViolationRule> = {}): ViolationRule => ({
  ...row,
  code: "159.1.1",
  field: "PUBLISHING",
  act: { vi: "Hành vi", en: "An act" },
  fine: { min: "3000000", max: "5000000" },
  basis: "ORGANISATION",
  warningAllowed: false,
  suspensionMonths: null,
  confiscation: true,
  remedies: [],
  copies: null,
  ...more,
});

export const parameter = (key: ParameterKey, value: bigint): ParameterRule => ({
  ...row,
  key,
  what: { vi: "Ngưỡng", en: "A threshold" },
  value,
});
export const deadline = (key: DeadlineKey, amount: number): DeadlineRule => ({
  ...row,
  key,
  what: { vi: "Thời hạn", en: "A period" },
  term: { amount, unit: "WORKING_DAYS" },
});

export const thresholds = {
  individual: parameter("EXPLANATION_FROM_INDIVIDUAL", 15_000_000n),
  organisation: parameter("EXPLANATION_FROM_ORGANISATION", 30_000_000n),
};
export const periods: ExplanationPeriods = {
  written: deadline("EXPLANATION_WRITTEN", 5),
  oral: deadline("EXPLANATION_ORAL_REQUEST", 2),
  dueOn: DUE,
  oralRequestDueOn: "2019-09-06",
};
