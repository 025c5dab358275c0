import { latestName } from "../../domain/pressAgency/pressAgency.js";
import { pressAgencyTable } from "./table.js";
import { recordPart } from "../table/recordPart.js";

export const pressAgenciesPart = recordPart({
  name: "pressAgencies",
  source: import.meta.url,
  table: pressAgencyTable,
  found: {
    kind: "PRESS_AGENCY",
    by: (state) => ({ title: latestName(state), also: state.names.map(({ name }) => name) }),
  },
});
