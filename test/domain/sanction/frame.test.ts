import { expect } from "chai";
import type { ViolationRule } from "../../../src/domain/law/lawBook.js";
import type { SubjectKind } from "../../../src/domain/law/terms.js";
import { amountIn, averageOf, factorFor, frameFor, liesIn, rangeIn } from "../../../src/domain/sanction/frame.js";
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
  type Ends = ReturnType<typeof rangeIn>["ends"];
  type Range = readonly [string, readonly Circumstance[], bigint, bigint, Ends, amount: bigint | null];
  const leaves = (toFrameEnd: bigint, ranges: readonly Range[]): void => {
    for (const [what, circumstances, min, max, ends, amount] of ranges) {
      it(`leaves a fine with ${what}`, () => {
        const range = rangeIn(frame, circumstances, toFrameEnd);
        expect(range).to.deep.equal({ min, max, ends });
        expect(amountIn(range, frame)).to.equal(amount);
      });
    }
  };

  describe("before 2022 (the Law, Art. 23.4)", () => {
    leaves(0n, [
      ["nothing said: the average", [], 7n, 7n, "EXACT", 7n],
      ["mitigating only: up to the average", ["MITIGATING_REMEDIED", "MITIGATING_COOPERATION"], 4n, 7n, "INCLUDED", 7n],
      ["aggravating only: from the average", ["AGGRAVATING_REPEATED"], 7n, 10n, "INCLUDED", 7n],
      ["both: anywhere", ["AGGRAVATING_REPEATED", "MITIGATING_HARDSHIP"], 4n, 10n, "INCLUDED", 7n],
    ]);
  });

  describe("since 2022 (Decree 118/2021, Art. 9.1)", () => {
    leaves(2n, [
      ["nothing said: the average", [], 7n, 7n, "EXACT", 7n],
      ["two mitigating: the minimum", ["MITIGATING_REMEDIED", "MITIGATING_COOPERATION"], 4n, 4n, "EXACT", 4n],
      [
        "three aggravating against one: the maximum",
        ["AGGRAVATING_REPEATED", "AGGRAVATING_RELAPSE", "MITIGATING_HARDSHIP", "AGGRAVATING_ORGANISED"],
        10n,
        10n,
        "EXACT",
        10n,
      ],
      ["one of each: the average", ["AGGRAVATING_REPEATED", "MITIGATING_HARDSHIP"], 7n, 7n, "EXACT", 7n],
      ["one mitigating left: below the average", ["MITIGATING_HARDSHIP"], 4n, 7n, "EXCLUDED", null],
      ["one aggravating left: above the average", ["AGGRAVATING_REPEATED"], 7n, 10n, "EXCLUDED", null],
    ]);
    it("does not take the ends of what lies strictly between", () => {
      const range = rangeIn(frame, ["MITIGATING_HARDSHIP"], 2n);
      expect([4n, 5n, 6n, 7n].map((amount) => liesIn(amount, range))).to.deep.equal([false, true, true, false]);
    });
  });
});
