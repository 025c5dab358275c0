import type { LocalDate } from "../../domain/kernel/time.js";
import type { ViolationCaseEvent } from "../../domain/violationCase/events.js";
import type { ViolationCase } from "../../domain/violationCase/violationCase.js";
import type { Recorded } from "../../eventstore/codec.js";
import type { DayRules } from "../onDay/standing.js";

type Event = Recorded<ViolationCaseEvent>;

/**
 * The right to explain begins and ends with the paper that gives or takes it. A verification corrects the minutes: by a
 * day on which they were not drawn up yet it tells nothing.
 */
export const violationCaseDays: DayRules<ViolationCase, ViolationCaseEvent> = {
  dayOf(event, story) {
    if (event.type !== "ExplanationOpened" && event.type !== "ExplanationDropped") return undefined;
    return story
      .filter(({ commandId }) => commandId === event.commandId)
      .flatMap(dayOfPaper)
      .at(0);
  },
  bySteps: (event, { missing }) =>
    event.type === "ViolationVerified" && missing.has("ViolationMinutesDrawnUp") ? undefined : event,
};

function dayOfPaper({ type, data }: Event): readonly LocalDate[] {
  if (type === "ViolationMinutesDrawnUp") return [data.minutes.madeOn];
  return type === "ViolationVerified" ? [data.record.madeOn] : [];
}
