import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { summaryOf, TIMELINE_KINDS, typesOf } from "../../src/graphql/timeline/summaries.js";

/** Every event type, as the unions of the domain's sources name them. */
function eventTypes(): string[] {
  const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" }).filter(
    // Commands are told in the same form, in files of their own where a helper type has the same name.
    (file) => file.endsWith(".ts") && !file.endsWith("commands.ts"),
  );
  const helper = /(?:DomainEvent|InspectionFactOf|OnSeizure)<\s*"([A-Z][A-Za-z]+)"/g;
  const found = files.flatMap((file) =>
    [...readFileSync(join("src/domain", file), "utf8").matchAll(helper)].map(([, type = ""]) => type),
  );
  return [...new Set(found)].sort();
}

describe("the summaries of a timeline", () => {
  it("are there for every event type of the domain, and for nothing else", () => {
    const types = eventTypes();
    expect(types).to.have.length.above(100);
    expect([...typesOf(TIMELINE_KINDS)].sort()).to.deep.equal(types);
  });

  it("are one sentence each in two languages, and no two types share one", () => {
    const all = typesOf(TIMELINE_KINDS).map(summaryOf);
    for (const sentence of all.flat()) expect(sentence).to.match(/^\p{Lu}[^.]+\.$/u);
    for (const language of [0, 1] as const) {
      expect(new Set(all.map((summary) => summary[language])).size).to.equal(all.length);
    }
  });

  it("say something of a type that a newer program wrote", () => {
    expect(summaryOf("SomethingNewHappened")).to.have.length(2);
    expect(summaryOf("constructor")).to.deep.equal(summaryOf("SomethingNewHappened"));
  });
});
