import type { Due } from "../due/due.js";
import type { Spokesperson } from "./spokesperson.js";

/** An appointment is to be published as it begins; one with a last day is to be renewed or replaced by then. */
export function spokespersonOwes({ status, unitId, from, to, publishBy }: Spokesperson): readonly Due[] {
  if (status !== "APPOINTED" && status !== "PUBLISHED") return [];
  const common = { unitIds: [unitId], since: from, rule: null };
  return [
    ...(status === "APPOINTED" ? [{ kind: "APPOINTMENT_PUBLICATION", by: publishBy ?? from, ...common } as const] : []),
    ...(to === null ? [] : [{ kind: "APPOINTMENT_ENDS", by: to, ...common } as const]),
  ];
}
