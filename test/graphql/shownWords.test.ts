import { expect } from "chai";
import { isEnumType } from "graphql";
import { termsInUse } from "../../src/graphql/derive/enums.js";
import { fieldsOfTypes } from "../../src/graphql/vocabulary/typeWords.js";
import { WORDS_BY_NAME } from "../../src/graphql/vocabulary/shownWords.js";
import { WORDS_OF_TYPE } from "../../src/graphql/vocabulary/shownWordsOfTypes.js";
import { ledgerSchema } from "../support/api.js";

/** As programs write names: `camelCase`, `UPPER_SNAKE`, or something set off as code. */
const LOOKS_LIKE_CODE = /\p{Ll}\p{Lu}|[A-Z]_[A-Z]|[`{}<>]/u;

describe("the words of what is shown", () => {
  it("are there for every field of every type that a query leads to", async () => {
    const all = fieldsOfTypes(await ledgerSchema());
    const bare = all.flatMap(({ type, fields }) =>
      fields.filter(({ words }) => words === undefined).map(({ name }) => `${type}.${name}`),
    );
    expect(bare).to.deep.equal([]);
    expect(all.map(({ type }) => type)).to.include.members([
      "Visit",
      "FineAccount",
      "SanctionFilter",
      "EnforcementFigureRow",
      "CountEntry",
      "MoneyChange",
      "Due",
      "TimelineItem",
      "LedgerEvent",
      "SearchResult",
      "UnitBoard",
      "ViolationRule",
    ]);
  });

  it("are words in both languages, begin as words do within a sentence, and name no code", async () => {
    const wrong: string[] = [];
    for (const { type, fields } of fieldsOfTypes(await ledgerSchema())) {
      for (const { name, words } of fields) {
        if (!words) continue;
        const { vi, en } = words;
        const isRight =
          vi.trim() !== "" && en.trim() !== "" && vi !== en && [vi, en].every((text) => !LOOKS_LIKE_CODE.test(text));
        if (!isRight || /^\p{Lu}\p{Ll}/u.test(vi) || /\.$/.test(vi + en)) wrong.push(`${type}.${name}: ${vi} · ${en}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it("are there for every term that is shown or asked for", async () => {
    const schema = await ledgerSchema();
    const listed = new Set(termsInUse().map(({ name }) => name));
    const bare = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith("__"));
    // Codes of refusals have a list of their own; the others are for programs.
    const others = bare.map(({ name }) => name).filter((name) => !listed.has(name));
    expect(others.sort()).to.deep.equal(["FeedStart", "FieldShape", "RefusalCode"]);
  });

  it("are told of no field that there is not, and not where a declaration tells them", async () => {
    const all = fieldsOfTypes(await ledgerSchema());
    const used = new Set(all.flatMap(({ fields }) => fields.map(({ words }) => words)));
    const idle = [...Object.entries(WORDS_BY_NAME), ...Object.entries(WORDS_OF_TYPE)].filter(
      ([, words]) => !used.has(words),
    );
    expect(idle.map(([name]) => name)).to.deep.equal([]);
  });
});
