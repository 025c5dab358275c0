import type { Due } from "../due/due.js";
import { localDateOf } from "../kernel/time.js";
import type { StatementDuty } from "./statementDuty.js";

/** An urgent statement that has not been made. */
export function statementDutyOwes({ status, unitId, since, dueAt, ground }: StatementDuty): readonly Due[] {
  if (status !== "OPEN" || since === null || dueAt === null) return [];
  return [{ kind: "URGENT_STATEMENT", unitIds: [unitId], since: localDateOf(since), by: dueAt, rule: ground }];
}
