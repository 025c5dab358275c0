/** The categories of the ledger's streams: on a server that other programs use too, nothing else is read. */
import { RECORDS } from "../domain/records.js";

export const AGGREGATE_CATEGORIES: readonly string[] = [
  ...RECORDS.map(({ category }) => category),
  "unitRegister",
  "pressAgency",
  "representativeOffice",
  "reporter",
  "inspection",
  "violationCase",
  "seizure",
  "sanction",
  "decisionRegister",
];
