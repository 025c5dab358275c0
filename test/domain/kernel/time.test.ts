import { expect } from "chai";
import fc from "fast-check";
import { localDateOf, startOfDay } from "../../../src/domain/kernel/time.js";

describe("days in Vietnam", () => {
  it("begin at five in the afternoon of the day before, in UTC", () => {
    expect(localDateOf("2019-12-31T16:59:59.999Z")).to.equal("2019-12-31");
    expect(localDateOf("2019-12-31T17:00:00.000Z")).to.equal("2020-01-01");
    expect(localDateOf("2020-02-28T23:59:59.999Z")).to.equal("2020-02-29");
    expect(localDateOf("2020-03-01T00:00:00.000Z")).to.equal("2020-03-01");
  });

  it("hold every instant from their first on", () => {
    const instants = fc.date({
      min: new Date("1975-01-01T00:00:00Z"),
      max: new Date("2999-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const day = localDateOf(instant.toISOString());
        const sinceItBegan = instant.getTime() - Date.parse(startOfDay(day));
        expect(sinceItBegan).to.be.within(0, 86_399_999);
      }),
    );
  });
});
