import { expect } from "chai";
import {
  many,
  meantEmpty,
  NOBODY,
  optional,
  orElse,
  part,
  saidIn,
  text,
  yes,
} from "../../../src/domain/kernel/fields.js";
import { say } from "../../../src/domain/kernel/words.js";

const words = say("tên", "name");
const PERSON = part("Person", { name: text(words, 100, NOBODY), also: optional(text(words, 100, NOBODY)) });
const persons = many(PERSON, words, { most: 9, least: 0 });

describe("what is said in fields", () => {
  it("has null for what was left out, in parts too", () => {
    const fields = { all: persons, note: optional(text(words, 100, NOBODY)) };
    expect(saidIn(fields, { all: [{ name: "An" }] })).to.deep.equal({ all: [{ name: "An", also: null }], note: null });
  });

  it("has none for an empty list that may be left out, unless the empty list is meant", () => {
    const fields = { all: persons, some: optional(persons), emptied: optional(meantEmpty(persons)) };
    expect(saidIn(fields, { all: [], some: [], emptied: [] })).to.deep.equal({ all: [], some: null, emptied: [] });
  });

  it("takes what may be left out for what it then is, if it says that: also where it is null, or an empty list", () => {
    const fields = { asked: orElse(yes(words), true), some: orElse(optional(persons), []) };
    const nothing = { asked: true, some: [] };
    expect(saidIn(fields, {})).to.deep.equal(nothing);
    expect(saidIn(fields, { asked: null, some: null })).to.deep.equal(nothing);
    expect(saidIn(fields, { some: [] })).to.deep.equal(nothing);
    const an = { name: "An", also: null };
    expect(saidIn(fields, { asked: false, some: [an] })).to.deep.equal({ asked: false, some: [an] });
  });
});
