import { OFFENDERS } from "../kernel/fields.js";
import { nameKey, sameName } from "../kernel/names.js";
import { record } from "../kernel/record.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Story } from "../kernel/takeBack.js";
import { custodySteps } from "./custodySteps.js";
import { disposalSteps } from "./disposalSteps.js";
import { type SeizureEvent, seizureHistory } from "./events.js";
import { inventorySteps } from "./inventorySteps.js";
import { conserved } from "./quantities.js";
import { seizureRefusals } from "./refusals.js";
import type { Seizure, SeizureFact } from "./seizure.js";

const { takeBack } = stepsOf<Seizure, SeizureEvent, "seizureId">();

/**
 * A temporary seizure of exhibits: its state (./seizure.ts), its events (./events.ts) with what they do to the inventory
 * (./lines.ts, ./quantities.ts), and its steps by concept, with the rules that they have in common (./rules.ts).
 */
export const seizure = record(seizureHistory, {
  may: ["INSPECTOR", "ADMIN"],
  steps: {
    ...custodySteps,
    ...disposalSteps,
    ...inventorySteps,
    TakeBackSeizureEntry: takeBack({
      naming: OFFENDERS,
      event: "SeizureEntryTakenBack",
      looked: looked<{
        readonly story: Story;
        /** Of the same case. */
        readonly others: readonly SeizureFact[];
      }>(),
      rules: [
        function minutesAreStillItsOwn({ state: { seizureId }, data: { without, others } }) {
          const known = others.some(
            (other) =>
              other.seizureId !== seizureId &&
              other.status !== "VOIDED" &&
              sameName(other.minutesNumber, without.minutesNumber),
          );
          return known ? seizureRefusals.SEIZURE_RECORDED_ALREADY(["entryId"]) : undefined;
        },
      ],
      // A record that is void no more has its minutes again.
      claims: ({ state: { caseId, minutesNumber } }) => [
        { kind: "SEIZURE_MINUTES", key: `${caseId}|${nameKey(minutesNumber)}` },
      ],
    }),
  },
  since: ({ seizedOn }) => seizedOn,
  check: conserved,
  leansOn: ({ caseId }) => [{ kind: "ViolationCase", id: caseId }],
  refusals: { notFound: seizureRefusals.SEIZURE_NOT_FOUND, statusForbids: "SEIZURE_STATUS_FORBIDS" },
});
