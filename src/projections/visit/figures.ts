import type { WhoIsOne } from "../../domain/reporter/events.js";
import type { VisitEvent } from "../../domain/visit/events.js";
import { isCounted, visitDay } from "../../domain/visit/visit.js";
import type { Recorded } from "../../eventstore/codec.js";
import { count, distinct, type EntryOf, type Tally } from "../figures/measures.js";
import type { VisitVersion } from "./table.js";

const MEASURES = {
  VISITS: count(
    ["UNIT", "AGENCY", "TOPIC"],
    "Lượt tác nghiệp",
    "Each visit once, at the host in charge and for the leading reporter's agency.",
  ),
  REPORTER_TURNS: count(
    ["UNIT", "AGENCY", "TOPIC", "REPORTER"],
    "Lượt phóng viên",
    "Each reporter of each visit, for the reporter's own agency.",
  ),
  HOST_TURNS: count(["UNIT", "AGENCY", "TOPIC"], "Lượt tiếp", "Each host unit of each visit."),
  DISTINCT_REPORTERS: distinct(
    "REPORTER",
    "REPORTER_TURNS",
    "Số phóng viên",
    "Different persons. Not a sum: lines of a table do not add up.",
  ),
};

/** What may change what a visit counts for. */
type CountedEvent = Recorded<VisitEvent | WhoIsOne>;

/** A visit as it counts: with who each of its reporters is, as two entries in the register may be one person. */
export interface CountedVisit {
  readonly visit: VisitVersion;
  readonly personOf: (reporterId: string) => string;
}

export const visitTally: Tally<CountedVisit, CountedEvent, EntryOf<typeof MEASURES>> = {
  record: "Visit",
  streams: ["visit", "reporter"],
  measures: MEASURES,
  causes: {
    VisitAmended: "CORRECTED",
    VisitVoided: "VOIDED",
    ReporterMerged: "MERGED",
    ReporterMergerTakenBack: "CORRECTED",
  },
  idOf: ({ visit }) => visit.id,
  counts({ visit, personOf }) {
    const { hosts, reporters, topic: TOPIC } = visit.state;
    const [leadHost] = hosts;
    const [leadReporter] = reporters;
    if (!isCounted(visit.state) || !leadHost || !leadReporter) return [];
    const common = { TOPIC, on: visitDay(visit.state), amount: 1 };
    const [UNIT, AGENCY] = [leadHost.unitId, leadReporter.agencyId];
    // Two entries of one person in the register are one turn once they are merged.
    const persons = new Map(reporters.map((reporter) => [personOf(reporter.reporterId), reporter] as const));
    return [
      { measure: "VISITS", UNIT, AGENCY, ...common },
      ...[...persons].map(
        ([REPORTER, { agencyId }]) =>
          ({ measure: "REPORTER_TURNS", UNIT, AGENCY: agencyId, REPORTER, ...common }) as const,
      ),
      ...hosts.map(({ unitId }) => ({ measure: "HOST_TURNS", UNIT: unitId, AGENCY, ...common }) as const),
    ];
  },
};
