import { reporterDuplicates } from "./duplicates.js";
import { introductionLetters, reporterEngagements, reporterGoesOn, reporterTable } from "./table.js";
import { onesOf } from "../table/ones.js";
import { reporterOwes } from "../../domain/reporter/dues.js";
import { owed, owedBy } from "../table/due.js";
import { recordPart } from "../table/recordPart.js";

/** Reporters with their papers. An entry is found with the names of its duplicates, which its own state does not have. */
export const reportersPart = recordPart({
  name: "reporters",
  source: import.meta.url,
  table: reporterTable,
  found: "BY_A_FOLLOWER",
  followers: [
    reporterGoesOn,
    reporterEngagements,
    introductionLetters,
    reporterDuplicates,
    owed("Reporter", reporterOwes),
  ],
  ownRows: [onesOf("Reporter"), owedBy("Reporter")],
});
