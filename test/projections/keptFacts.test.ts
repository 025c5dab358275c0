import { expect } from "chai";
import { KeptFacts } from "../../src/projections/readModel/keptFacts.js";
import type { Touched } from "../../src/projections/readModel/projectorHost.js";

describe("facts that are kept", () => {
  const setUp = () => {
    let tell: (touched: Touched) => void = () => undefined;
    const kept = new KeptFacts({ onProgress: (listener) => ((tell = listener), () => undefined) });
    const asked: string[] = [];
    const fact = kept.keep("reporter", (id) => {
      asked.push(id);
      return id === "nobody" ? undefined : { id };
    });
    return { fact, asked, tell: (touched: Touched) => tell(touched) };
  };

  it("are read once, until an event of their category has been taken in", () => {
    const { fact, asked, tell } = setUp();
    fact("one");
    fact("one");
    tell(["visit"]);
    fact("one");
    expect(asked).to.deep.equal(["one"]);
    tell(["visit", "reporter"]);
    fact("one");
    expect(asked).to.deep.equal(["one", "one"]);
  });

  it("are read again when nobody knows what was taken in: the projector was started again", () => {
    const { fact, asked, tell } = setUp();
    fact("one");
    tell(null);
    fact("one");
    expect(asked).to.deep.equal(["one", "one"]);
  });

  it("of one category may be of several sorts", () => {
    let tell: (touched: Touched) => void = () => undefined;
    const kept = new KeptFacts({ onProgress: (listener) => ((tell = listener), () => undefined) });
    let read = 0;
    const sorts = [1, 2].map((sort) => kept.keep("reporter", (id) => ({ id, sort, nth: ++read })));
    const ask = () => sorts.map((sort) => sort("one"));
    const first = ask();
    expect(ask()).to.deep.equal(first);
    tell(["reporter"]);
    expect(ask().map((one) => one?.nth)).to.deep.equal([3, 4]);
  });

  it("do not keep that somebody is unknown", () => {
    const { fact, asked } = setUp();
    fact("nobody");
    fact("nobody");
    expect(asked).to.have.length(2);
  });
});
