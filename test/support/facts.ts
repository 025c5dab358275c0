import type { PressAgencyFact } from "../../src/domain/pressAgency/pressAgency.js";
import type { NewPressCard } from "../../src/domain/reporter/papers.js";
import type { ReporterFact } from "../../src/domain/reporter/reporter.js";
import type { UnitFact } from "../../src/domain/unit/unit.js";

/** What a command may have looked up about others, for the scripts of the domain. */

/** With the only name that it has. */
export type Named<F> = F & { readonly name: string };

export const agencyFact = (
  agencyId: string,
  name: string,
  more: Partial<PressAgencyFact> = {},
): Named<PressAgencyFact> => ({
  agencyId,
  name,
  names: [{ name, from: "2010-01-01" }],
  registeredOn: "2010-01-01",
  endsOn: null,
  mergedIntoId: null,
  heir: null,
  ...more,
});

export const reporterFact = (reporterId: string, name: string, more: Partial<ReporterFact> = {}): ReporterFact => ({
  reporterId,
  name,
  kind: "REGULARLY_INTRODUCED",
  engagements: [{ agencyId: "a-daily", from: "2015-01-01" }],
  mergedIntoId: null,
  cards: [],
  letters: [],
  ...more,
});

export const unitFact = (unitId: string, name: string, more: Partial<UnitFact> = {}): Named<UnitFact> => ({
  unitId,
  kind: "DEPARTMENT",
  code: null,
  name,
  names: [{ name, from: "2010-01-01" }],
  startsOn: "2010-01-01",
  endsOn: null,
  heirs: [],
  ...more,
});

export const card: NewPressCard = {
  number: "IBT00123",
  issue: "2016-2020",
  issuedOn: "2016-01-01",
  validTo: "2020-12-31",
};
