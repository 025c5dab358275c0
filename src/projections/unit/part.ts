import { latestName } from "../../domain/unit/unit.js";
import { recordPart } from "../table/recordPart.js";
import { unitTable } from "./table.js";

export const unitsPart = recordPart({
  name: "units",
  source: import.meta.url,
  table: unitTable,
  found: {
    kind: "UNIT",
    by: (state) => ({ title: latestName(state), also: [...state.names.map(({ name }) => name), state.code ?? ""] }),
  },
});
