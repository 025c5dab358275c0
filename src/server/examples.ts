import type { Example } from "./example.js";
import { FEED_EXAMPLES } from "./feedExamples.js";

/** Operations to begin with: the explorer opens with them, and a test runs every one. */
export const EXAMPLES: readonly Example[] = [
  {
    name: "Units",
    query: `# Units as they stand now. Give \`asOf: { time: "2025-06-30T17:00:00Z" }\` to see the register as it was known then.
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
  },
  {
    name: "RegisterUnit",
    query: `# A command is sent once, whatever the network does: the same commandId again gives the same answer.
# Another unit needs another commandId. What the rules refuse comes back as data, in English and Vietnamese.
mutation RegisterUnit($input: RegisterUnitInput!) {
  registerUnit(input: $input) {
    __typename
    ... on UnitChanged {
      position
      revision
      replayed
      unit {
        id
        name
      }
    }
    ... on UserError {
      code
      message
      messageVi
      path
    }
  }
}
`,
    variables: {
      input: {
        commandId: "6f9d1c1e-3f53-4c8b-9a51-0c6d5b1f7a01",
        legalBasis: "Nghị quyết số 12/NQ-HĐND",
        effectiveOn: "2025-07-01",
        unit: { kind: "SECTOR", name: "Ban Quản lý Di tích (ví dụ)", code: "VIDU" },
      },
    },
  },
  {
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
  },
  {
    name: "VisitFigures",
    query: `# A figure as it was known at the end of 18 November 2019, down to the events that make it.
# Take \`asOf\` out of the variables for the same figure as it is known today.
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
    variables: {
      period: { from: "2019-09-01", to: "2019-11-18" },
      asOf: { endOf: "2019-11-18" },
    },
  },
  {
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
    variables: {
      period: { from: "2019-09-01", to: "2019-11-18" },
      asOf: { endOf: "2019-11-18" },
    },
  },
  {
    name: "LedTo",
    query: `# What an inspection led to, down to the money: by the causes that were named (causedBy), and by how the records are
# linked. The one in the variables is of the demo: the printing works that paid late. Any event of any record can be asked.
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
    variables: { subjects: ["Inspection:1cefed1a-0d3d-5701-a529-01139af1e5da"] },
  },
  {
    name: "RecordViews",
    query: `# Any record by its global id: as it stands, and each field with all its values. The one in the variables is of the demo:
# a decision that a complaint changed. Give \`validAt: "2019-10-15"\` besides for what was true on that day, as known now.
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
    variables: { id: "Sanction:0780b5ae-0b8a-5333-bb6a-cef6956fd06b" },
  },
  ...FEED_EXAMPLES,
];
