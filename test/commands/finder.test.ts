import { expect } from "chai";
import type { Facts } from "../../src/commands/facts.js";
import { finderIn, refusalIn, Refused, refuseWith } from "../../src/commands/finder.js";
import type { ResolveContext } from "../../src/commands/spec.js";
import { type LookupsOf, specsOf } from "../../src/commands/stepSpec.js";
import type { RecordReference } from "../../src/domain/kernel/fields.js";
import type { Path, Refusal } from "../../src/domain/kernel/refusal.js";
import { uncapital } from "../../src/domain/kernel/words.js";
import { RECORDS } from "../../src/domain/records.js";
import { note, noteRefusals } from "../domain/kernel/pressNote.js";
import { unitFact } from "../support/facts.js";
import { specIn } from "../support/steps.js";

const HOUSE = unitFact("u-1", "Sở Nội vụ");

/** Facts of one unit and of one visit, in which each question is counted. */
function facts(): Facts & { readonly asked: string[] } {
  const asked: string[] = [];
  const known: Partial<Facts> = {
    unit: (id) => (id === HOUSE.unitId ? HOUSE : undefined),
    exists: ({ kind, id }: RecordReference) => kind === "Visit" && id === "v-1",
  };
  return new Proxy({ asked } as unknown as Facts & { readonly asked: string[] }, {
    get(own, name) {
      if (name in own) return Reflect.get(own, name) as unknown;
      return (...args: unknown[]) => {
        asked.push(String(name));
        return (Reflect.get(known, name) as ((...of: unknown[]) => unknown) | undefined)?.(...args);
      };
    },
  });
}

function refusalOf(look: () => unknown): Refusal {
  try {
    look();
  } catch (error) {
    return refusalIn(error);
  }
  return expect.fail("It was found.");
}

describe("what a look-up finds", () => {
  it("is the fact, or the refusal that the record's kind declares, where the command names it", () => {
    const the = finderIn(facts());
    expect(the.unit("u-1", "unitId")).to.equal(HOUSE);
    const { firstMissing, records, ...byId } = the;
    expect([firstMissing, records]).not.to.include(undefined);
    const kinds = new Map(RECORDS.map((one) => [uncapital(one.kind), one]));
    expect(byId).to.include.all.keys("unit", "visit", "sanction");
    for (const [name, find] of Object.entries<(id: string, ...path: Path) => unknown>(byId)) {
      const expected = kinds.get(name)?.refusals.notFound(["lines", 2, "id"]);
      expect(
        refusalOf(() => find("nobody", "lines", 2, "id")),
        name,
      ).to.deep.equal(expected);
    }
  });

  it("is null where none is named, and nothing is asked", () => {
    const known = facts();
    const the = finderIn(known);
    expect([the.unit(null, "unitId"), the.visit(null, "visitId")]).to.deep.equal([null, null]);
    expect(known.asked).to.deep.equal([]);
  });

  it("tells which of several is not there", () => {
    const the = finderIn(facts());
    const units = (ids: readonly string[]) => ids.map((id, at) => the.unit(id, "hostIds", at));
    expect(units(["u-1", "u-1"])).to.deep.equal([HOUSE, HOUSE]);
    expect(refusalOf(() => units(["u-1", "u-2", "u-3"])).path).to.deep.equal(["hostIds", 1]);
  });

  it("is of any kind where a step says so, and refused in its words", () => {
    const the = finderIn(facts());
    const look = (ids: readonly string[] | null) => the.records(ids, "aboutIds", noteRefusals.NOTE_NOT_FOUND);
    expect([look(null), look([]), look(["Visit:v-1"])]).to.deep.equal([null, [], ["Visit:v-1"]]);
    for (const wrong of ["Visit:v-2", "Unit:v-1", "Nothing:v-1", "v-1"]) {
      const refused = noteRefusals.NOTE_NOT_FOUND(["aboutIds", 1]);
      expect(
        refusalOf(() => look(["Visit:v-1", wrong])),
        wrong,
      ).to.deep.equal(refused);
      expect(the.firstMissing(["Visit:v-1", wrong]), wrong).to.equal(1);
    }
    expect(the.firstMissing(["Visit:v-1"])).to.equal(-1);
  });

  it("is found by one finder for all commands that know the same", () => {
    const known = facts();
    expect(finderIn(known)).to.equal(finderIn(known));
    expect(finderIn(known)).not.to.equal(finderIn(facts()));
  });
});

describe("a step whose look-up", () => {
  const written = { status: "WRITTEN", noteId: "n-1", title: "Đèo Mây", publishedOn: "2026-01-05", finding: null };
  const context = { state: written, story: [], facts: facts(), number: null } as unknown as ResolveContext;
  const resolve = (CheckNote: LookupsOf<typeof note>["CheckNote"]) =>
    specIn(specsOf(note, { CheckNote }), "CheckNote").resolve(
      { commandId: "c-1", noteId: "n-1", finding: "TRUE" },
      context,
    );

  it("finds what it needs has it beside what was said", () => {
    const resolved = resolve((_said, { the, state }) => ({
      source: `${state.title}, ${the.unit("u-1", "unitId").unitId}`,
    }));
    expect(resolved).to.deep.equal({ data: { noteId: "n-1", finding: "TRUE", source: "Đèo Mây, u-1" } });
  });

  it("does not, or refuses, is answered with that refusal", () => {
    const unknown = resolve((_said, { the }) => ({ source: the.unit("u-2", "unitId").unitId }));
    expect(unknown).to.have.nested.property("refusal.code", "UNIT_NOT_FOUND");
    const refusal = noteRefusals.NOTE_FALSE(["finding"]);
    expect(resolve(() => refuseWith(refusal))).to.deep.equal({ refusal });
  });

  it("fails, fails", () => {
    const broken = new Error("The disk is full.");
    const failing = () => {
      throw broken;
    };
    expect(() => resolve(failing)).to.throw(broken);
    expect(broken).not.to.be.instanceOf(Refused);
  });
});
