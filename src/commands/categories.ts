/** The categories of the ledger's streams: on a server that other programs use too, nothing else is read. */
export const AGGREGATE_CATEGORIES = [
  "unitRegister",
  "pressAgency",
  "representativeOffice",
  "reporter",
  "visit",
  "inspection",
  "violationCase",
  "seizure",
  "sanction",
  "decisionRegister",
] as const;
