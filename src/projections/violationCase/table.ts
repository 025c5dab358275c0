import { decisionDeadlineOf, decisionRunsFrom } from "../../domain/violationCase/deadlines.js";
import { violationCaseHistory } from "../../domain/violationCase/events.js";
import { factOf } from "../../domain/violationCase/standing.js";
import type { ShownCaseStatus } from "../../domain/violationCase/terms.js";
import type { ViolationCase } from "../../domain/violationCase/violationCase.js";
import { maybeText, numberColumn, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type CaseVersion = Version<ViolationCase>;

/** A version of a case, with its status as its decisions make it at the same position, or by the same day. */
export interface ShownCase extends CaseVersion {
  readonly shown: ShownCaseStatus;
}

const listed = (values: readonly string[]): string => JSON.stringify([...new Set(values)]);

export const violationCaseTable = recordTable(violationCaseHistory, {
  name: "violation_case",
  columns: {
    /** By itself; what its decisions make of it is told by them. */
    status: textColumn((state) => state.status),
    unit_id: textColumn((state) => state.unit.unitId),
    inspection_id: maybeText((state) => state.inspectionId),
    detected_on: textColumn((state) => state.detectedOn),
    minutes_made_on: maybeText((state) => state.minutes?.madeOn ?? null),
    /** What the last day for the decision follows from, with the law. */
    decision_from: maybeText((state) => decisionRunsFrom(factOf(state))),
    decision_key: textColumn((state) => decisionDeadlineOf(factOf(state))),
    parties: numberColumn((state) => state.parties.length),
    /** JSON lists. */
    party_kinds: textColumn((state) => listed(state.parties.map(({ kind }) => kind))),
    codes: textColumn((state) => listed(state.violations.map(({ code }) => code))),
  },
  order: "detected_on",
  indexes: {
    of_unit: ["unit_id", "detected_on", "id"],
    of_inspection: ["inspection_id", "detected_on", "id"],
  },
});
