import { expect } from "chai";
import { progress } from "../../src/cli/terminal.js";

describe("the progress of a long task", () => {
  /** What is said of a task of ten steps, each of which takes so long. */
  function said(watched: boolean, stepMs: number): string[] {
    const lines: string[] = [];
    let now = 0;
    const step = progress("read", 10, { watched, say: (line) => lines.push(line), now: () => now });
    for (let done = 1; done <= 10; done += 1) {
      now += stepMs;
      step(done);
    }
    return lines;
  }

  it("is told every second to who watches", () => {
    expect(said(true, 500)).to.deep.equal([2, 4, 6, 8].map((done) => `${done} of 10 read…`).concat("10 of 10 read."));
  });

  it("is two lines in a pipe: when it turns out long, and at its end", () => {
    expect(said(false, 500)).to.deep.equal(["2 of 10 read…", "10 of 10 read."]);
  });

  it("is nothing where nobody has to wait", () => {
    expect([said(true, 50), said(false, 50)]).to.deep.equal([[], []]);
  });
});
