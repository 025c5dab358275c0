import { NOBODY } from "../kernel/fields.js";
import { nameKey } from "../kernel/names.js";
import { record } from "../kernel/record.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Story } from "../kernel/takeBack.js";
import { localDateOf } from "../kernel/time.js";
import { type PressAgencyEvent, pressAgencyHistory } from "./events.js";
import { latestName, type PressAgency, type PressAgencyFact } from "./pressAgency.js";
import { pressAgencyRefusals } from "./refusals.js";
import { nameIsFree } from "./rules.js";
import { pressAgencySteps } from "./steps.js";

const { takeBack } = stepsOf<PressAgency, PressAgencyEvent, "agencyId">();

/**
 * A press agency (cơ quan báo chí): its state (./pressAgency.ts), its events (./events.ts), its steps (./steps.ts). The
 * registry of the press is kept by the department.
 */
export const pressAgency = record(pressAgencyHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: {
    ...pressAgencySteps,
    TakeBackPressAgencyEntry: takeBack({
      naming: NOBODY,
      event: "PressAgencyEntryTakenBack",
      looked: looked<{
        readonly story: Story;
        /** The agencies that bear one of the names that this one has borne. */
        readonly namesakes: readonly PressAgencyFact[];
      }>(),
      rules: [
        function nameIsStillItsOwn({ id, meta, data: { without, namesakes } }) {
          const refusal = nameIsFree(id, { name: latestName(without), namesakes }, localDateOf(meta.now));
          return refusal && { ...refusal, path: ["entryId"] };
        },
      ],
      // It bears an earlier name again, or goes on with its own.
      claims: ({ state: { names } }) => names.map(({ name }) => ({ kind: "PRESS_AGENCY_NAME", key: nameKey(name) })),
    }),
  },
  refusals: { notFound: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND },
});
