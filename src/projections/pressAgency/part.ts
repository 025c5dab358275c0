import { latestName } from "../../domain/pressAgency/pressAgency.js";
import { onesOf } from "../table/ones.js";
import { pressAgencyGoesOn, pressAgencyTable } from "./table.js";
import { recordPart } from "../table/recordPart.js";

export const pressAgenciesPart = recordPart({
  name: "pressAgencies",
  source: import.meta.url,
  table: pressAgencyTable,
  followers: [pressAgencyGoesOn],
  ownRows: [onesOf("PressAgency")],
  found: {
    kind: "PRESS_AGENCY",
    by: (state) => ({ title: latestName(state), also: state.names.map(({ name }) => name) }),
  },
});
