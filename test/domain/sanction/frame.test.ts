import { expect } from "chai";
import type { ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { SubjectKind } from "../../../src/domain/law/terms.js";
import { averageOf, factorFor, frameFor, rangeIn } from "../../../src/domain/sanction/frame.js";
import type { Circumstance } from "../../../src/domain/sanction/terms.js";
import * as s from "./decisionScript.js";

const MILLION = 1_000_000n;

describe("the frame of a fine", () => {
  const cases: readonly (readonly [string, ViolationRule, SubjectKind, string, bigint, bigint])[] = [
    ["an organisation pays an organisation's frame", s.rule(), "ORGANISATION", "FULL", 5n * MILLION, 10n * MILLION],
    ["an individual pays half of it", s.rule(), "INDIVIDUAL", "HALF", 2_500_000n, 5n * MILLION],
    [
      "a household business is fined as an individual",
      s.rule(),
      "HOUSEHOLD_BUSINESS",
      "HALF",
      2_500_000n,
      5n * MILLION,
    ],
    ["an individual pays an individual's frame", s.impersonation, "INDIVIDUAL", "FULL", 10n * MILLION, 20n * MILLION],
    ["an organisation pays it twice", s.impersonation, "ORGANISATION", "DOUBLE", 20n * MILLION, 40n * MILLION],
  ];
  for (const [what, rule, kind, factor, min, max] of cases) {
    it(what, () => {
      expect(factorFor(rule, kind)).to.equal(factor);
      expect(frameFor(rule, { kind })).to.deep.equal({ min, max });
    });
  }

  it("of somebody from 16 to under 18 is at most half of an adult's", () => {
    expect(frameFor(s.impersonation, { kind: "INDIVIDUAL", minor: "FROM_16_TO_18" })).to.deep.equal({
      min: 5n * MILLION,
      max: 10n * MILLION,
    });
  });

  it("is none where the act is not fined", () => {
    expect(frameFor(s.rule({ fine: null }), { kind: "INDIVIDUAL" })).to.equal(null);
  });

  it("has its average halfway", () => {
    expect(averageOf({ min: 5n * MILLION, max: 10n * MILLION })).to.equal(7_500_000n);
  });

  const frame = { min: 4n, max: 10n };
  const ranges: readonly (readonly [string, readonly Circumstance[], bigint, bigint])[] = [
    ["nothing said: anywhere", [], 4n, 10n],
    ["mitigating only: up to the average", ["MITIGATING_REMEDIED", "MITIGATING_COOPERATION"], 4n, 7n],
    ["aggravating only: from the average", ["AGGRAVATING_REPEATED"], 7n, 10n],
    ["both are weighed: anywhere", ["AGGRAVATING_REPEATED", "MITIGATING_HARDSHIP"], 4n, 10n],
  ];
  for (const [what, circumstances, min, max] of ranges) {
    it(`leaves a fine with ${what}`, () => expect(rangeIn(frame, circumstances)).to.deep.equal({ min, max }));
  }
});
