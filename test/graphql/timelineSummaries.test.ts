import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { TIMELINE_KINDS } from "../../src/domain/kernel/history.js";
import { eventOfType, HISTORIES } from "../../src/domain/histories.js";
import { summaryOf, typesOf } from "../../src/graphql/timeline/summaries.js";

const ofType = (type: string) => summaryOf({ type, said_json: null });

/** Every event type, as the unions of the domain's sources name them. */
function eventTypes(): string[] {
  const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" }).filter(
    // Commands are told in the same form, in files of their own where a helper type has the same name.
    (file) => file.endsWith(".ts") && !file.endsWith("commands.ts"),
  );
  const helper = /(?:DomainEvent|OnSeizure)<\s*"([A-Z][A-Za-z]+)"/g;
  const found = files.flatMap((file) =>
    [...readFileSync(join("src/domain", file), "utf8").matchAll(helper)].map(([, type = ""]) => type),
  );
  return [...new Set([...found, ...HISTORIES.flatMap(({ events }) => Object.keys(events))])].sort();
}

describe("the summaries of a timeline", () => {
  it("are there for every event type of the domain, and for nothing else", () => {
    const types = eventTypes();
    expect(types).to.have.length.above(100);
    expect([...typesOf(TIMELINE_KINDS.values)].sort()).to.deep.equal(types);
  });

  it("are one sentence each in two languages, and no two types share one", () => {
    const all = typesOf(TIMELINE_KINDS.values)
      // Those that tell of their data are read in the scene.
      .filter((type) => typeof eventOfType(type)?.says !== "function")
      .map(ofType);
    for (const language of ["vi", "en"] as const) {
      for (const sentence of all) expect(sentence[language]).to.match(/^\p{Lu}[^.]+\.$/u);
      expect(new Set(all.map((sentence) => sentence[language])).size).to.equal(all.length);
    }
  });

  it("say something of a type that a newer program wrote", () => {
    expect(ofType("SomethingNewHappened").vi).to.equal("Có sự kiện mới được ghi nhận.");
    expect(ofType("constructor")).to.deep.equal(ofType("SomethingNewHappened"));
  });
});
