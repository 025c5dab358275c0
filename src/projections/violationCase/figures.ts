import type { ViolationCaseEvent } from "../../domain/violationCase/events.js";
import type { ViolationCase } from "../../domain/violationCase/violationCase.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, type EntryOf, type Tally } from "../figures/measures.js";

const MEASURES = {
  CASES: count(["UNIT"], "Vụ việc vi phạm", "Cases in which a violation was found."),
  VIOLATIONS: count(["UNIT", "VIOLATION_CODE", "SUBJECT_KIND"], "Hành vi vi phạm", "Acts as the minutes have them."),
};
type Entry = EntryOf<typeof MEASURES>;

/**
 * A case counts for the unit that has it, from the day of its detection; a violation from the day of the minutes (on
 * the spot: of the detection). On the day of a transfer both go over.
 */
export const violationCaseTally: Tally<ViolationCase, Recorded<ViolationCaseEvent>, Entry> = {
  record: "ViolationCase",
  streams: ["violationCase"],
  measures: MEASURES,
  causes: { ViolationVerified: "CORRECTED", ViolationCaseVoided: "VOIDED" },
  idOf: ({ caseId }) => caseId,
  counts({ status, detectedOn, unit, transfers, parties, violations, minutes }) {
    if (status === "VOIDED") return [];
    const kindOf = new Map(parties.map(({ partyId, kind }) => [partyId, kind]));
    const first = transfers[0]?.from.unitId ?? unit.unitId;
    const held = (since: string, entry: (counts: Holding) => Entry): Entry[] => {
      const before = transfers.filter(({ transferredOn }) => transferredOn <= since);
      const after = transfers.filter(({ transferredOn }) => transferredOn > since);
      return [
        entry({ UNIT: before.at(-1)?.to.unitId ?? first, on: since, amount: 1 }),
        ...after.flatMap(({ from, to, transferredOn: on }) => [
          entry({ UNIT: from.unitId, on, amount: -1 }),
          entry({ UNIT: to.unitId, on, amount: 1 }),
        ]),
      ];
    };
    return [
      ...held(detectedOn, (counts) => ({ measure: "CASES", ...counts })),
      ...violations.flatMap(({ code, partyId }) =>
        held(minutes?.madeOn ?? detectedOn, (counts) => {
          return { measure: "VIOLATIONS", VIOLATION_CODE: code, SUBJECT_KIND: kindOf.get(partyId) ?? null, ...counts };
        }),
      ),
    ];
  },
};

/** By which unit something is held from a day on, or no more. */
interface Holding {
  readonly UNIT: string;
  readonly on: string;
  readonly amount: number;
}
