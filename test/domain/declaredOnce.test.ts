import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { INFORMATION_REQUEST } from "../../src/domain/informationRequest/informationRequest.js";
import type { AnyField, Fields, RecordKind } from "../../src/domain/kernel/fields.js";
import { OVERSIGHT } from "../../src/domain/oversight/oversight.js";
import { PRESS_CONFERENCE } from "../../src/domain/pressConference/pressConference.js";
import { PRESS_ITEM } from "../../src/domain/pressItem/pressItem.js";
import { RECORDS } from "../../src/domain/records.js";
import { SANCTION } from "../../src/domain/sanction/sanction.js";
import { SPOKESPERSON } from "../../src/domain/spokesperson/spokesperson.js";
import { STAFF_SNAPSHOT } from "../../src/domain/staff/snapshot.js";
import { STATEMENT } from "../../src/domain/statement/statement.js";
import { STATEMENT_DUTY } from "../../src/domain/statementDuty/statementDuty.js";
import { TRAINING_COURSE } from "../../src/domain/training/course.js";
import { UNIT_RULE } from "../../src/domain/unitRule/unitRule.js";

/** The subjects whose state is declared as fields. */
const STATES: Readonly<Partial<Record<RecordKind, Fields>>> = {
  ...{ InformationRequest: INFORMATION_REQUEST, Oversight: OVERSIGHT, PressConference: PRESS_CONFERENCE },
  ...{ PressItem: PRESS_ITEM, Spokesperson: SPOKESPERSON, StaffSnapshot: STAFF_SNAPSHOT, Statement: STATEMENT },
  ...{ Sanction: SANCTION, StatementDuty: STATEMENT_DUTY, TrainingCourse: TRAINING_COURSE, UnitRule: UNIT_RULE },
};

/** What a field takes and is called, whether or not it may be left out. */
const content = ({ optional: _, ...field }: AnyField): string =>
  JSON.stringify(field, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));

describe("a field that a record has", () => {
  it("is declared there alone: a step that asks for the same takes it from there", () => {
    const written = RECORDS.flatMap(({ kind, steps }) =>
      Object.entries(steps).flatMap(([step, { fields }]) =>
        Object.entries(fields).flatMap(([name, field]) => {
          const own = STATES[kind]?.[name];
          // What is taken from there has the very words of there.
          const isAgain = own && own.words !== field.words && content(own) === content(field);
          return isAgain ? [`${step}.${name}`] : [];
        }),
      ),
    );
    expect(written).to.deep.equal([]);
  });
});

describe("what an event tells", () => {
  const sources = readdirSync("src/domain", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join("src/domain", file), "utf8"));
  const foundIn = (pattern: RegExp): string[] => sources.flatMap((source) => source.match(pattern) ?? []);

  it("is not written out where it is what was said: the step names its `event`", () => {
    expect(
      foundIn(/\btells: \{\s*\w+: \(\{ data \}\) => \(\{\s*(\w+): data\.\1(,\s*(\w+): data\.\3)*,?\s*\}\),?\s*\}/g),
    ).to.be.empty;
    expect(foundIn(/\btells: \{\s*\w+: \(\) => \(\{\}\),?\s*\}/g)).to.be.empty;
  });

  it("has its day by the name of a field, where a field tells it", () => {
    expect(foundIn(/\bon: \(\{ (\w+) \}\) => \1\b(?!\.)/g)).to.be.empty;
  });
});
