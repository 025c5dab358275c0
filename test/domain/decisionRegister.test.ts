import { expect } from "chai";
import { decisionRegisterDecider } from "../../src/domain/decisionRegister/decider.js";
import type { DecisionRegisterCommand } from "../../src/domain/decisionRegister/decisionRegister.js";
import type { DecisionRegisterEvent } from "../../src/domain/decisionRegister/events.js";
import { isAccepted } from "../../src/domain/kernel/decider.js";
import { CLOCK, commandMeta, given } from "../support/given.js";

/** The register of one body, year and symbol. Paper `p-1` is numbered in attempt `a-1`, and so on. */

const NAME = { registerId: "r-1", issuerId: "u-1", year: 2019, symbol: "QĐ-XPVPHC" };

const ids = (n: number): { forId: string; attemptId: string } => ({ forId: `p-${n}`, attemptId: `a-${n}` });

const drawing = (
  n: number,
  more: Partial<Extract<DecisionRegisterCommand, { type: "DrawDecisionNumber" }>["data"]> = {},
) =>
  ({
    type: "DrawDecisionNumber",
    data: { ...NAME, ...ids(n), recordId: `s-${n}`, number: null, ...more },
    meta: commandMeta(),
  }) as const;
const releasing = (n: number, attemptId = `a-${n}`) =>
  ({
    type: "ReleaseDecisionNumber",
    data: { registerId: "r-1", forId: `p-${n}`, attemptId },
    meta: commandMeta(),
  }) as const;

const drawn = (n: number, number: string, isGiven = false): DecisionRegisterEvent => ({
  type: "DecisionNumberDrawn",
  data: { ...NAME, ...ids(n), sanctionId: `s-${n}`, number, given: isGiven },
  occurredAt: CLOCK,
});
const takenOver = (n: number, number: string, attemptId: string): DecisionRegisterEvent => ({
  type: "DecisionNumberTakenOver",
  data: { registerId: "r-1", forId: `p-${n}`, attemptId, number },
  occurredAt: CLOCK,
});
const released = (n: number, number: string): DecisionRegisterEvent => ({
  type: "DecisionNumberReleased",
  data: { registerId: "r-1", ...ids(n), number },
  occurredAt: CLOCK,
});

const register = (...events: DecisionRegisterEvent[]) => given(decisionRegisterDecider, ...events);

describe("the register of decision numbers", () => {
  it("counts from one", () => {
    register().when(drawing(1)).then(drawn(1, "1"));
    register(drawn(1, "1"), drawn(2, "2")).when(drawing(3)).then(drawn(3, "3"));
  });

  it("gives a paper that is tried again the number it has, to the new attempt", () => {
    register(drawn(1, "1"), drawn(2, "2"))
      .when(drawing(1, { attemptId: "a-1b" }))
      .then(takenOver(1, "1", "a-1b"));
  });

  it("takes the number that stands on a paper entered late, with its letter, and counts on from the highest", () => {
    register(drawn(1, "1"))
      .when(drawing(2, { number: "12a" }))
      .then(drawn(2, "12a", true));
    register(drawn(1, "1"), drawn(2, "12a", true))
      .when(drawing(3))
      .then(drawn(3, "13"));
    register(drawn(1, "1"), drawn(2, "12a", true))
      .when(drawing(3, { number: "12" }))
      .then(drawn(3, "12", true));
  });

  it("never gives a number twice", () => {
    register(drawn(1, "1"))
      .when(drawing(2, { number: "1" }))
      .thenRefused("NUMBER_TAKEN", ["number"]);
    register(drawn(1, "12a", true))
      .when(drawing(2, { number: "12a" }))
      .thenRefused("NUMBER_TAKEN", ["number"]);
    register(drawn(1, "1"))
      .when(drawing(1, { number: "7" }))
      .thenRefused("ANOTHER_NUMBER_DRAWN", ["number"]);
  });

  it("draws a number that was given back before any other, the lowest first", () => {
    const three = [drawn(1, "1"), drawn(2, "2"), drawn(3, "3")];
    register(...three)
      .when(releasing(2))
      .then(released(2, "2"));
    register(...three, released(2, "2"), released(1, "1"))
      .when(drawing(4))
      .then(drawn(4, "1"));
    register(...three, released(2, "2"), drawn(4, "2"))
      .when(drawing(5))
      .then(drawn(5, "4"));
    register(...three, released(2, "2"))
      .when(drawing(2))
      .then(drawn(2, "2"));
    register(...three, released(2, "2"), drawn(4, "2", true))
      .when(drawing(5))
      .then(drawn(5, "4"));
  });

  it("forgets a given number that was given back", () => {
    register(drawn(1, "1"), drawn(2, "57", true), released(2, "57"))
      .when(drawing(3))
      .then(drawn(3, "2"));
    register(drawn(1, "1"), drawn(2, "57", true), released(2, "57"))
      .when(drawing(3, { number: "57" }))
      .then(drawn(3, "57", true));
  });

  it("takes no number back that a paper may bear: from another attempt, or once tried again", () => {
    register(drawn(1, "1")).when(releasing(1, "a-other")).thenRefused("NUMBER_IN_USE", ["forId"]);
    const again = [drawn(1, "1"), takenOver(1, "1", "a-1b")];
    register(...again)
      .when(releasing(1))
      .thenRefused("NUMBER_IN_USE", ["forId"]);
    register(...again)
      .when(releasing(1, "a-1b"))
      .thenRefused("NUMBER_IN_USE", ["forId"]);
    register(drawn(1, "1")).when(releasing(2)).thenRefused("NUMBER_NOT_HELD", ["forId"]);
  });

  it("knows numbers and symbols by their form", () => {
    for (const number of ["0", "a", "12ab", "-1", "1.5", "1234567", "QĐ-XPVPHC", ""]) {
      register().when(drawing(1, { number })).thenRefused("NUMBER_MISFORMED", ["number"]);
    }
    for (const symbol of ["", "/QĐ", "-QĐ", "QĐ XP", "Q".repeat(31)]) {
      register().when(drawing(1, { symbol })).thenRefused("SYMBOL_MISFORMED", ["symbol"]);
    }
  });

  it("reads a number as its paper bears it, with its symbol and year", () => {
    const forms = ["12", "012", "Số: 12/QĐ-XPVPHC", "QĐ số 0012 / qd – xpvphc ngày 5/10/2019", "12/2019/QĐ-XPVPHC"];
    for (const number of forms) {
      register()
        .when(drawing(1, { number }))
        .then(drawn(1, "12", true));
    }
    register()
      .when(drawing(1, { number: "12A/QĐ-XPVPHC" }))
      .then(drawn(1, "12a", true));
    register(drawn(1, "12"))
      .when(drawing(2, { number: "0012/QĐ-XPVPHC" }))
      .thenRefused("NUMBER_TAKEN", ["number"]);
    register()
      .when(drawing(1, { number: "12/QĐ-KPHQ" }))
      .thenRefused("SYMBOLS_DIFFER", ["number"]);
    register()
      .when(drawing(1, { number: "12/2018/QĐ-XPVPHC" }))
      .thenRefused("NUMBER_OF_ANOTHER_YEAR", ["number"]);
  });

  it("has numbers to go on with after any that it is given", () => {
    register()
      .when(drawing(1, { number: "999999" }))
      .thenRefused("NUMBER_MISFORMED", ["number"]);
    register(drawn(1, "99999", true))
      .when(drawing(2))
      .then(drawn(2, "100000"));
  });

  it("holds as many numbers as papers, each once, whatever is drawn and given back", () => {
    const seed = 20190910;
    let random = seed;
    const next = (below: number): number => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((random / 2_147_483_648) * below);
    };
    let state = decisionRegisterDecider.initial;
    const papers = new Map<string, string>();
    for (let n = 1; n <= 400; n++) {
      const drawnNow = papers.size === 0 || next(3) > 0;
      const paper = drawnNow ? n : Number([...papers.keys()][next(papers.size)]?.slice(2));
      const command = drawnNow ? drawing(paper) : releasing(paper);
      const decision = decisionRegisterDecider.decide(command, state);
      if (!isAccepted(decision)) throw new Error(`seed ${seed}, step ${n}: ${JSON.stringify(decision)}`);
      for (const event of decision.events) {
        state = decisionRegisterDecider.evolve(state, event);
        if (drawnNow) papers.set(event.data.forId, event.data.number);
        else papers.delete(event.data.forId);
      }
      const numbers = [...papers.values()];
      expect(new Set(numbers).size, `seed ${seed}, step ${n}`).to.equal(papers.size);
      const inUseOrFree = [...numbers.map(Number), ...state.released].sort((a, b) => a - b);
      expect(inUseOrFree, "without a gap").to.deep.equal(inUseOrFree.map((_, index) => index + 1));
    }
  });
});
