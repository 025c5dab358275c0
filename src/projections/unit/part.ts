import { found, foundNames } from "../table/foundTexts.js";
import { recordPart } from "../table/recordPart.js";
import { onesOf } from "../table/ones.js";
import { unitCalendars, unitGoesOn, unitTable } from "./table.js";

export const unitsPart = recordPart({
  name: "units",
  source: import.meta.url,
  table: unitTable,
  followers: [unitGoesOn, unitCalendars],
  ownRows: [onesOf("Unit")],
  found: {
    by: (state) => ({
      since: state.startsOn,
      texts: [...foundNames(state.names), ...found("CODE", state.code, { sort: "SERIAL" })],
    }),
  },
});
