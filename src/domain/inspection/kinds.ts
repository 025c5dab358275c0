import type { LocalDate } from "../kernel/time.js";
import type { UnitKind } from "../unit/terms.js";
import type { InspectionKind } from "./terms.js";

interface KindRule {
  /** First and last day on which such an inspection can be decided; null: no bound. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** Which units of the register may lead it. */
  readonly leads: readonly UnitKind[];
}

/**
 * Until 30 June 2025 departments and districts had inspectorates (Laws on Inspection 2010 and 2022). Since 1 July 2025
 * there is inspection (thanh tra) at the Government's and the province's level only, and departments make specialised
 * checks (Law 84/2025/QH15). The provincial inspectorate (Thanh tra tỉnh) is registered as a SECTOR, not a DEPARTMENT.
 * What was decided before goes on under the kind it was decided as.
 */
const RULES: Readonly<Record<InspectionKind, KindRule>> = {
  ADMINISTRATIVE_INSPECTION: {
    validFrom: null,
    validTo: "2025-06-30",
    leads: ["PROVINCE", "SECTOR", "DEPARTMENT", "DISTRICT"],
  },
  SPECIALISED_INSPECTION: { validFrom: null, validTo: "2025-06-30", leads: ["SECTOR", "DEPARTMENT"] },
  INSPECTION: { validFrom: "2025-07-01", validTo: null, leads: ["PROVINCE", "SECTOR"] },
  CHECK: { validFrom: null, validTo: null, leads: ["PROVINCE", "SECTOR", "DEPARTMENT", "DISTRICT", "COMMUNE"] },
  SPECIALISED_CHECK: { validFrom: "2025-07-01", validTo: null, leads: ["SECTOR", "DEPARTMENT"] },
};

export function isInForce(kind: InspectionKind, on: LocalDate): boolean {
  const { validFrom, validTo } = RULES[kind];
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

export const mayLead = (kind: InspectionKind, unitKind: UnitKind): boolean => RULES[kind].leads.includes(unitKind);

/** A kiểm tra is no thanh tra: it may end with minutes (biên bản), without report and conclusion. */
export const isCheck = (kind: InspectionKind): boolean => kind === "CHECK" || kind === "SPECIALISED_CHECK";
