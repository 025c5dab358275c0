import { onesOf } from "../table/ones.js";
import { pressAgencyGoesOn, pressAgencyTable } from "./table.js";
import { found, foundNames, foundNumber } from "../table/foundTexts.js";
import { recordPart } from "../table/recordPart.js";

export const pressAgenciesPart = recordPart({
  name: "pressAgencies",
  source: import.meta.url,
  table: pressAgencyTable,
  followers: [pressAgencyGoesOn],
  ownRows: [onesOf("PressAgency")],
  found: {
    by: ({ names, governingBody, licenceNumber, registeredOn }) => ({
      since: registeredOn,
      texts: [
        ...foundNames(names),
        ...found("GOVERNING_BODY", governingBody, { sort: "BODY" }),
        ...foundNumber("LICENCE_NUMBER", licenceNumber),
      ],
    }),
  },
});
