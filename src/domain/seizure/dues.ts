import type { Due } from "../due/due.js";
import type { Seizure } from "./seizure.js";

/** By the end of custody exhibits are returned or confiscated, or their time is extended. */
export function seizureOwes({ status, unitId, seizedOn, dueOn, law }: Seizure): readonly Due[] {
  if (status !== "IN_CUSTODY") return [];
  return [{ kind: "SEIZURE_CUSTODY", unitIds: [unitId], since: seizedOn, by: dueOn, rule: law }];
}
