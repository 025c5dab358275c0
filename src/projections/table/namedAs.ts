/** As what a record names somebody: as a party to a case and its decisions, or as the target of an inspection. */
export type NamedAs = "PARTY" | "TARGET";
