import type { Example, WhatThereIs } from "./example.js";
import { feedExamples } from "./feedExamples.js";
import { firstEntry, registerUnit } from "./mutationExamples.js";

/**
 * Operations to begin with: the explorer opens with them. Each fits the ledger that is open: its days are those of which
 * the ledger has something, its records exist, and what it registers can be registered. A test runs every one.
 */
export function examplesFor(there: WhatThereIs): readonly Example[] {
  const writing = [registerUnit(there), firstEntry(there)].filter((one) => one !== undefined);
  const reading = [VISITS, visitFigures(there), enforcementFigures(there)];
  // A list of nothing is a poor beginning.
  const registers = there.unit === undefined ? [...writing, UNITS] : [UNITS, ...writing];
  return [...registers, ...reading, ...aboutRecords(there), ...feedExamples(there)];
}

const UNITS: Example = {
  name: "Units",
  query: `# Units as they stand now. Give \`asOf: { endOf: "…" }\`, a day, to see the register as it was known then.
query Units {
  units(first: 20) {
    nodes {
      id
      name
      kind
      startsOn
      endsOn
      ending
      successors {
        kind
        effectiveOn
        unit {
          name
        }
      }
    }
    basis {
      position
      recordedAt
    }
  }
}
`,
  variables: {},
};

const VISITS: Example = {
  name: "Visits",
  query: `# Visits of reporters, the latest first, under the names of that day. This needs a token: see the tab "Headers".
query Visits {
  visits(first: 20) {
    nodes {
      id
      day
      status
      topic
      subject
      hosts {
        name
      }
      reporters {
        name
        agencyName
      }
      promises {
        what
        dueOn
        fulfilledAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    basis {
      position
    }
  }
}
`,
  variables: {},
};

const visitFigures = (there: WhatThereIs): Example => ({
  name: "VisitFigures",
  query: `# A figure as it was known at the end of the day in \`asOf\`, down to the events that make it.
# Take \`asOf\` out of the variables for the same figure as it is known now.
query VisitFigures($period: Period!, $asOf: AsOf) {
  visitFigures(period: $period, asOf: $asOf, groupBy: [UNIT]) {
    rows {
      unit {
        name
      }
      visits {
        value
      }
      reporterTurns {
        value
        evidence(first: 10) {
          nodes {
            amount
            cause
            occurredOn
            record {
              ... on Visit {
                subject
              }
            }
            event {
              type
              recordedAt
              reason
            }
          }
        }
      }
    }
    basis {
      position
      recordedAt
    }
  }
}
`,
  variables: { period: there.period, asOf: { endOf: there.knownBy } },
});

const enforcementFigures = (there: WhatThereIs): Example => ({
  name: "EnforcementFigures",
  query: `# What was decided, confiscated and paid, and where the department only took part, as it was known then. Sums of money
# are text, as they may be larger than a number of JSON; an annulment is an entry below zero on its own day.
query EnforcementFigures($period: Period!, $asOf: AsOf) {
  enforcementFigures(period: $period, asOf: $asOf, groupBy: [UNIT]) {
    rows {
      unit {
        name
      }
      inspectionsCoordinated {
        value
      }
      decisions {
        value
      }
      finesCollected {
        value
      }
      finesOutstanding {
        value
      }
      copiesConfiscated {
        value
      }
      finesDecided {
        value
        evidence(first: 10) {
          nodes {
            amount
            cause
            occurredOn
            violationCode
            record {
              ... on Sanction {
                number {
                  text
                }
                signedOn
              }
            }
            event {
              type
              recordedAt
              reason
            }
          }
        }
      }
    }
    basis {
      position
      recordedAt
    }
  }
}
`,
  variables: { period: there.period, asOf: { endOf: there.knownBy } },
});

/** Nothing where there is no record yet. */
function aboutRecords(there: WhatThereIs): readonly Example[] {
  const { began, changed } = there;
  return began === undefined || changed === undefined ? [] : [ledTo(began), recordViews(there, changed)];
}

const ledTo = (began: string): Example => ({
  name: "LedTo",
  query: `# What the latest event of a record led to, an inspection down to the money: by the causes that were named (causedBy), and
# by how the records are linked. Any record can be asked.
query LedTo($subjects: [ID!]!) {
  timeline(subjects: $subjects, first: 1) {
    nodes {
      summary
      summaryVi
      ledTo {
        isWhole
        items(first: 50) {
          nodes {
            link
            item {
              position
              occurredAt
              summary
              summaryVi
            }
          }
        }
      }
    }
  }
}
`,
  variables: { subjects: [began] },
});

const recordViews = (there: WhatThereIs, changed: string): Example => ({
  name: "RecordViews",
  query: `# Any record by its global id: as it stands, and each field with all its values. Give \`validAt: "${there.period.from}"\`
# besides for what was true on that day, as known now.
query RecordViews($id: ID!) {
  record(id: $id) {
    compiled {
      path
      value
    }
    versioned {
      fields {
        path
        values {
          value
          event {
            type
            occurredAt
            recordedAt
            actor {
              subject
              role
            }
          }
        }
      }
    }
  }
}
`,
  variables: { id: changed },
});
