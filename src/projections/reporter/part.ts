import { reporterDuplicates } from "./duplicates.js";
import { introductionLetters, reporterEngagements, reporterGoesOn, reporterTable } from "./table.js";
import { onesOf } from "../table/ones.js";
import { recordPart } from "../table/recordPart.js";

/** Reporters with their papers. An entry is found with the names of its duplicates, which its own state does not have. */
export const reportersPart = recordPart({
  name: "reporters",
  source: import.meta.url,
  table: reporterTable,
  found: "BY_A_FOLLOWER",
  followers: [reporterGoesOn, reporterEngagements, introductionLetters, reporterDuplicates],
  ownRows: [onesOf("Reporter")],
});
