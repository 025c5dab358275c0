/**
 * Which fields stand in the list of a kind beside its title, where not just the first few: a choice of taste, not of what
 * there is. A kind that is not here has a list all the same.
 */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Unit: ["kind", "status", "effectiveOn"],
  PressAgency: ["kind", "status"],
  Reporter: ["agency", "status"],
  RepresentativeOffice: ["agency", "status", "address"],
  Visit: ["day", "status", "topic", "hosts", "reporters"],
  Inspection: ["kind", "status", "leadUnit", "decidedOn"],
  ViolationCase: ["status", "detectedOn", "handledBy"],
  Sanction: ["status", "signedOn", "issuer", "party"],
  Seizure: ["status", "seizedOn", "number"],
  InformationRequest: ["status", "unit", "receivedOn", "dueOn"],
  PressItem: ["status", "publishedOn", "outlet", "tone"],
  Oversight: ["status", "kind", "period"],
};
export const USUAL_COLUMNS = 4;
