import { expect } from "chai";
import { upClock } from "../../src/upClock.js";

describe("how long the machine has been up", () => {
  const setUp = () => {
    const at = { upMs: 500_000, ownMs: 2_000, wallMs: 1_575_000_000_000 };
    let asked = 0;
    const up = upClock({ upMs: () => (asked++, at.upMs), ownMs: () => at.ownMs, wallMs: () => at.wallMs });
    const pass = (ms: number, sleptMs = 0): void => {
      at.ownMs += ms;
      at.upMs += ms + sleptMs;
      at.wallMs += ms + sleptMs;
    };
    return { at, up, pass, asked: () => asked };
  };

  it("is asked of the machine once a second, and goes on by the process's own clock between", () => {
    const { up, pass, asked } = setUp();
    expect(up()).to.equal(500_000);
    pass(400);
    expect(up()).to.equal(500_400);
    pass(500);
    expect(up()).to.equal(500_900);
    expect(asked()).to.equal(1);
    pass(200);
    expect(up()).to.equal(501_100);
    expect(asked()).to.equal(2);
  });

  it("counts a sleep from the first question after it", () => {
    const { up, pass } = setUp();
    up();
    pass(10, 28_800_000);
    expect(up()).to.equal(500_010 + 28_800_000);
  });

  it("does not follow the wall's clock when that is set", () => {
    const { at, up, pass } = setUp();
    up();
    pass(10);
    at.wallMs += 86_400_000;
    expect(up()).to.equal(500_010);
  });
});
