import { onesOf } from "../table/ones.js";
import { pressAgencyGoesOn, pressAgencyTable } from "./table.js";
import { found, foundNames, foundNumber } from "../table/foundTexts.js";
import { pressAgencyOwes } from "../../domain/pressAgency/dues.js";
import { owed, owedBy } from "../table/due.js";
import { recordPart } from "../table/recordPart.js";

export const pressAgenciesPart = recordPart({
  name: "pressAgencies",
  source: import.meta.url,
  table: pressAgencyTable,
  followers: [pressAgencyGoesOn, owed("PressAgency", pressAgencyOwes)],
  ownRows: [onesOf("PressAgency"), owedBy("PressAgency")],
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
