import { NOBODY } from "../kernel/fields.js";
import { record } from "../kernel/record.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Story } from "../kernel/takeBack.js";
import { type ReporterEvent, reporterHistory } from "./events.js";
import { paperSteps } from "./paperSteps.js";
import { reporterRefusals } from "./refusals.js";
import type { Reporter } from "./reporter.js";
import { isNoDuplicate } from "./rules.js";
import { reporterSteps } from "./steps.js";

const { takeBack } = stepsOf<Reporter, ReporterEvent, "reporterId">();

/** A reporter: the state (./reporter.ts), the events (./events.ts), the steps and their rules (./steps.ts, ./paperSteps.ts). */
export const reporter = record(reporterHistory, {
  may: ["PRESS_OFFICER", "ADMIN"],
  steps: {
    ...reporterSteps,
    ...paperSteps,
    TakeBackReporterEntry: takeBack({
      naming: NOBODY,
      event: "ReporterEntryTakenBack",
      when: [isNoDuplicate],
      looked: looked<{
        readonly story: Story;
        /** The numbers of cards that somebody else holds by now, among all that were ever recorded here. */
        readonly heldByOthers: readonly string[];
      }>(),
      rules: [
        function cardsAreStillItsOwn({ data: { without, heldByOthers } }) {
          const lost = without.cards.some(({ number }) => heldByOthers.includes(number));
          return lost ? reporterRefusals.PRESS_CARD_TAKEN(["entryId"]) : undefined;
        },
      ],
    }),
  },
  /** What became of its cards since is recorded there. */
  leansOn: ({ mergedIntoId }) => (mergedIntoId === null ? [] : [{ kind: "Reporter", id: mergedIntoId }]),
  refusals: { notFound: reporterRefusals.REPORTER_NOT_FOUND },
});
