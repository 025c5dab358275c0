import { expect } from "chai";
import {
  asIn,
  many,
  meantEmpty,
  needed,
  NOBODY,
  optional,
  orElse,
  part,
  saidIn,
  text,
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

  it("has what is meant otherwise for a list that is empty, null or absent", () => {
    const fields = { some: orElse(optional(persons), []) };
    for (const said of [{ some: [] }, { some: null }, {}]) expect(saidIn(fields, said)).to.deep.equal({ some: [] });
  });
});

describe("the fields of a record", () => {
  const { name, also } = PERSON.fields;

  it("are taken by their names, in the order that is asked", () => {
    expect(Object.entries(asIn(PERSON.fields, "also", "name"))).to.deep.equal(Object.entries({ also, name }));
  });

  it("may be left out where the record may lack them, unless they are needed", () => {
    const missing = { name: "An" };
    expect(saidIn(asIn(PERSON.fields, "name", "also"), missing)).to.deep.equal({ name: "An", also: null });
    expect(needed(PERSON.fields, "also").also).not.to.have.property("optional");
    expect(also).to.have.property("optional", true);
  });
});
