import { inspectionHistory } from "../../domain/inspection/events.js";
import { type Inspection, type InspectionTarget, sortOn, unitIdsOf } from "../../domain/inspection/inspection.js";
import { nameKey } from "../../domain/kernel/names.js";
import { isPerson } from "../../domain/law/terms.js";
import { fold } from "../table/fold.js";
import { maybeText, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type InspectionVersion = Version<Inspection>;

/** By what a target is known again in another inspection: its entry in the register, or else its kind and name. */
export function targetRef({ kind, name, unitId, pressAgencyId }: InspectionTarget): string {
  if (unitId !== null) return `unit ${unitId}`;
  if (pressAgencyId !== null) return `agency ${pressAgencyId}`;
  return `${kind} ${nameKey(name)}`;
}

/** Of each target its id, whether it is a person (1) or none (0), and its name, folded. */
const targetNames = ({ targets }: Inspection): string =>
  JSON.stringify(targets.map(({ targetId, kind, name }) => [targetId, Number(isPerson(kind)), fold(name)]));

const leading = ({ lead }: Inspection): string[] => unitIdsOf([lead]);
const coordinating = ({ coordinators }: Inspection): string[] => unitIdsOf(coordinators);

export const inspectionTable = recordTable(inspectionHistory, {
  name: "inspection",
  columns: {
    status: textColumn((state) => state.status),
    kind: textColumn((state) => state.kind),
    decided_on: maybeText((state) => state.decidedOn),
    sort_on: textColumn(sortOn),
    begun_on: textColumn((state) => state.begunOn),
    targets: textColumn(targetNames),
  },
  order: "sort_on",
  links: {
    kinds: {
      LEAD: leading,
      COORDINATOR: coordinating,
      // In either role: a list is walked along links of one kind, in their order.
      TAKES_PART: (state) => [...leading(state), ...coordinating(state)],
      TARGET: ({ targets }) => targets.map(targetRef),
      REINSPECTS: ({ reinspectsId }) => (reinspectsId === null ? [] : [reinspectsId]),
    },
    unchanged: (before, after) =>
      (["lead", "coordinators", "targets", "decidedOn", "onSite"] as const).every(
        (name) => before[name] === after[name],
      ),
  },
});
