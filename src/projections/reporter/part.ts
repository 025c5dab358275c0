import { reporterDuplicates } from "./duplicates.js";
import { introductionLetters, reporterEngagements, reporterTable } from "./table.js";
import { recordPart } from "../table/recordPart.js";

/** Reporters with their papers. An entry is found with the names of its duplicates, which its own state does not have. */
export const reportersPart = recordPart({
  name: "reporters",
  source: import.meta.url,
  table: reporterTable,
  found: "BY_A_FOLLOWER",
  followers: [reporterEngagements, introductionLetters, reporterDuplicates],
});
