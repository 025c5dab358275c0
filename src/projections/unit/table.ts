import { nameOrder } from "../../domain/kernel/nameOrder.js";
import { unitHistory } from "../../domain/unit/events.js";
import { latestName, type Unit } from "../../domain/unit/unit.js";
import { maybeText, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type UnitVersion = Version<Unit>;

export const unitTable = recordTable(unitHistory, {
  name: "unit",
  columns: {
    kind: textColumn((state) => state.kind),
    parent_id: maybeText((state) => state.parentId),
    sort_name: textColumn((state) => nameOrder(latestName(state))),
    starts_on: textColumn((state) => state.startsOn),
    ends_on: maybeText((state) => state.endsOn),
  },
  order: "sort_name",
  links: {
    kinds: { SUCCESSOR: ({ successorIds }) => successorIds },
    unchanged: (before, after) => before.successorIds === after.successorIds && before.names === after.names,
  },
});
