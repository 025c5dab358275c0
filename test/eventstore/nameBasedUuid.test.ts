import { expect } from "chai";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";

const DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/** As Python's `uuid.uuid5` gives them. */
const VECTORS = {
  "0": "6af613b6-569c-5c22-9c37-2ed93f31d3af",
  "1": "b04965e6-a9bb-591f-8f8a-1adcb2c8dc39",
  "2": "4b166dbe-d99d-5091-abdd-95b83330ed3a",
  "3": "98123fde-012f-5ff3-8b50-881449dac91a",
  Visit: "5163eb64-463d-56ba-86d6-ed0251c9d286",
  "Sở Tư pháp": "65e98bba-e6e3-5bc8-b847-868ada4d4911",
};

describe("a UUID made of a name", () => {
  it("is the one of RFC 9562 (appendix A.4)", () => {
    expect(nameBasedUuid("www.example.com", DNS)).to.equal("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("is what other makers of them give, for names beyond ASCII and every variant digit", () => {
    for (const [name, expected] of Object.entries(VECTORS)) expect(nameBasedUuid(name, DNS)).to.equal(expected);
  });

  it("needs a namespace", () => {
    for (const namespace of ["", "x", DNS.slice(1), `${DNS}00`]) {
      expect(() => nameBasedUuid("x", namespace)).to.throw(RangeError);
    }
  });
});
