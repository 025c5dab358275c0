import { expect } from "chai";
import fc from "fast-check";
import { isAccepted } from "../../src/domain/kernel/decider.js";
import type { None } from "../../src/domain/kernel/history.js";
import type { ViolationCaseEvent } from "../../src/domain/violationCase/events.js";
import { violationCase } from "../../src/domain/violationCase/record.js";
import type { ViolationCase } from "../../src/domain/violationCase/violationCase.js";
import { ENFORCEMENT_FIGURES } from "../../src/projections/readModel/figureBooks.js";
import * as c from "../domain/violationCase/facts.js";
import { unitFact } from "../support/facts.js";
import { TestReadModel } from "../support/readModel.js";
import { allEntries } from "../support/figures.js";

const RUNS = 150;
const RULES = [c.rule(), c.rule({ code: "159.2.2" })];
const UNITS = ["u-dic", "u-province", "u-police"].map((id) => unitFact(id, `Đơn vị ${id}`));

const day = fc.integer({ min: 2, max: 10 }).map((date) => `2019-09-${String(date).padStart(2, "0")}`);
const violationId = fc.constantFrom("v-1", "v-2", "v-3");
const stated = fc
  .record({ violationId, rule: fc.constantFrom(...RULES), partyId: fc.constantFrom("p-1", "p-2") })
  .map(({ rule, ...act }) => c.stated({ ...act, title: `Sách ${act.violationId}` }, rule));
const several = fc.uniqueArray(stated, { maxLength: 3, selector: ({ violation }) => violation.violationId });

const command: fc.Arbitrary<c.CaseCommand> = fc.oneof(
  fc.record({ madeOn: day, violations: several }).map((data) => c.drawUp(data)),
  fc
    .record({ changed: several, removed: fc.uniqueArray(violationId, { maxLength: 2 }) })
    .map((verified) => c.verify(verified, { madeOn: "2019-09-10" })),
  fc
    .record({ kind: fc.constantFrom("INDIVIDUAL" as const, "ORGANISATION" as const) })
    .map(({ kind }) => c.verify({ parties: [{ ...c.household, kind }] }, { madeOn: "2019-09-10" })),
  fc
    .record({ to: fc.constantFrom(...UNITS), transferredOn: day })
    .map((data) => c.step("TransferCase", { ...data, reason: "Chuyển" })),
  fc.constant(c.step("VoidCase", { reason: "Nhập nhầm", decisions: [], seizureIds: [] })),
);

/** What the case counts for as it stands, per unit, measure, code and kind. */
function recount(state: ViolationCase | None): Record<string, number> {
  if (state.status === "NONE" || state.status === "VOIDED") return {};
  const counts: Record<string, number> = { [`${state.unit.unitId} CASES - -`]: 1 };
  for (const { partyId, code } of state.violations) {
    const kind = state.parties.find((party) => party.partyId === partyId)?.kind;
    const key = `${state.unit.unitId} VIOLATIONS ${code} ${kind}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

interface Entry {
  readonly key: string;
  readonly day: string;
  readonly amount: number;
}
const entriesOf = (model: TestReadModel): Entry[] =>
  allEntries(model.db, ENFORCEMENT_FIGURES).map(({ measure, values, on: day, amount }) => {
    const { UNIT, VIOLATION_CODE = null, SUBJECT_KIND = null } = values;
    return { key: `${UNIT} ${measure} ${VIOLATION_CODE ?? "-"} ${SUBJECT_KIND ?? "-"}`, day, amount: Number(amount) };
  });

function sums(entries: readonly Entry[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { key, amount } of entries) total[key] = (total[key] ?? 0) + amount;
  return Object.fromEntries(Object.entries(total).filter(([, amount]) => amount !== 0));
}

describe("the figures of a violation case, after any sequence of its commands", function () {
  this.timeout(60_000);
  it("are a recount of the case as it stands, and by no day does a unit have less than nothing", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        const model = new TestReadModel();
        let state: ViolationCase | None = violationCase.decider.initial;
        const record = c.record({ parties: [c.household, c.company] });
        for (const one of [record, ...commands]) {
          const decision = violationCase.decider.decide(one, state);
          if (!isAccepted(decision)) continue;
          state = decision.events.reduce<ViolationCase | None>(
            (before, event) => violationCase.decider.evolve(before, event),
            state,
          );
          model.tell<ViolationCaseEvent>(`violationCase-${c.CASE}`, ...decision.events);
          const entries = entriesOf(model);
          expect(sums(entries)).to.deep.equal(recount(state));
          for (const { day } of entries) {
            const byThen = sums(entries.filter((entry) => entry.day <= day));
            for (const [key, amount] of Object.entries(byThen)) expect(amount, `${key} by ${day}`).to.be.above(0);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
