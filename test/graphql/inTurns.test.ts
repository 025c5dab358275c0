import { expect } from "chai";
import { inTurns } from "../../src/graphql/shared/inTurns.js";

describe("long work in turns", () => {
  it("is done one piece at a time in the order asked, and between two pieces others have their turn", async () => {
    const happened: string[] = [];
    const piece = (name: string): Promise<void> =>
      inTurns(() => {
        happened.push(name);
        setImmediate(() => happened.push("others"));
      });
    await Promise.all([piece("first"), piece("second"), piece("third")]);
    expect(happened.slice(0, 5)).to.deep.equal(["first", "others", "second", "others", "third"]);
  });

  it("goes on after a piece that fails, and does not wait for one that goes on later", async () => {
    let finish: (value: string) => void = () => undefined;
    const later = inTurns(() => new Promise<string>((resolve) => (finish = resolve)));
    const failed = inTurns(() => {
      throw new Error("no");
    }).catch((error: unknown) => (error as Error).message);
    expect(await inTurns(() => "done")).to.equal("done");
    expect(await failed).to.equal("no");
    finish("finished");
    expect(await later).to.equal("finished");
  });
});
