import type { Due } from "../due/due.js";
import { localDateOf } from "../kernel/time.js";
import type { Oversight } from "./oversight.js";

/** Reports that have not come, and recommendations that are not carried out. */
export function oversightOwes({
  status,
  decidedOn,
  concludedOn,
  reports,
  recommendations,
  sessionAt,
}: Oversight): readonly Due[] {
  if (status === "VOIDED" || status === "CANCELLED") return [];
  const session = sessionAt === null ? null : localDateOf(sessionAt);
  return [
    ...reports.flatMap(({ reportId: partId, unitId, dueOn: by, receivedOn }) =>
      receivedOn === null && concludedOn === null
        ? [{ kind: "OVERSIGHT_REPORT", partId, unitIds: [unitId], since: decidedOn ?? by, by, rule: null } as const]
        : [],
    ),
    ...recommendations.flatMap(({ recommendationId: partId, unitId, dueOn, plannedFor, progress, response }) => {
      const by = dueOn ?? plannedFor;
      const isOpen = progress === "OPEN" || progress === "PLANNED";
      const since = concludedOn ?? session ?? by;
      return by === null || since === null || !isOpen || response === "CONTESTED"
        ? []
        : [{ kind: "OVERSIGHT_RECOMMENDATION", partId, unitIds: [unitId], since, by, rule: null } as const];
    }),
  ];
}
