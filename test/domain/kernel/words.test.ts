import { expect } from "chai";
import { enCount, enDay, enMoment, enVnd, viCount, viDay, viMoment, viVnd } from "../../../src/domain/kernel/words.js";

describe("how days, moments, sums and counts are written", () => {
  it("a day: two digits, and of the months the first two (Decree 30/2020)", () => {
    expect(["2025-07-01", "2025-02-09", "2019-11-18"].map(viDay)).to.deep.equal([
      "01/7/2025",
      "09/02/2025",
      "18/11/2019",
    ]);
    expect(enDay("2025-07-01")).to.equal("1 July 2025");
  });

  it("a moment by the clocks of Vietnam, over midnight too", () => {
    expect(viMoment("2019-09-10T03:05:00.000Z")).to.equal("10:05 ngày 10/9/2019");
    expect(viMoment("2019-09-10T18:30:00.000Z")).to.equal("01:30 ngày 11/9/2019");
    expect(enMoment("2019-12-31T23:00:00.000Z")).to.equal("06:00 on 1 January 2020");
  });

  it("sums and counts in groups of three", () => {
    expect([viVnd("115000000"), enVnd(3_000_000n), viCount(1964), enCount(12)]).to.deep.equal([
      "115.000.000 đồng",
      "3,000,000 đồng",
      "1.964",
      "12",
    ]);
  });

  it("leaves what is none of them as it is", () => {
    expect([viDay("…"), enDay("…"), viMoment("…"), viCount("…")]).to.deep.equal(["…", "…", "…", "…"]);
  });
});
