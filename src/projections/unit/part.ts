import { latestName } from "../../domain/unit/unit.js";
import { recordPart } from "../table/recordPart.js";
import { onesOf } from "../table/ones.js";
import { unitGoesOn, unitTable } from "./table.js";

export const unitsPart = recordPart({
  name: "units",
  source: import.meta.url,
  table: unitTable,
  followers: [unitGoesOn],
  ownRows: [onesOf("Unit")],
  found: {
    kind: "UNIT",
    by: (state) => ({ title: latestName(state), also: [...state.names.map(({ name }) => name), state.code ?? ""] }),
  },
});
