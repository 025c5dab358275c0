import type { Due } from "../due/due.js";
import { NOBODY } from "../kernel/fields.js";
import { record, stepsOf } from "../kernel/record.js";
import { localDateOf } from "../kernel/time.js";
import { type OversightEvent, oversightHistory } from "./events.js";
import { type Oversight, unitsOf } from "./oversight.js";
import { oversightRefusals } from "./refusals.js";
import { oversightSteps } from "./steps.js";

const { takeBack } = stepsOf<Oversight, OversightEvent, "oversightId">();

/**
 * A supervision: state (./oversight.ts), events (./events.ts), steps and their rules (./steps.ts). The committee writes
 * it; the units report, comment, answer and carry out.
 */
export const oversight = record(oversightHistory, {
  may: ["OVERSIGHT", "ADMIN"],
  steps: {
    ...oversightSteps,
    TakeBackOversightEntry: takeBack({ naming: NOBODY, event: "OversightEntryTakenBack" }),
  },
  leansOn: (state) => unitsOf(state).map((id) => ({ kind: "Unit", id }) as const),
  refusals: { notFound: oversightRefusals.OVERSIGHT_NOT_FOUND, statusForbids: "OVERSIGHT_STATUS_FORBIDS" },
});

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
