import type { Example, WhatThereIs } from "./example.js";

/** What is followed: the explorer shows it as it comes. */
export const feedExamples = ({ period }: WhatThereIs): readonly Example[] => [...EVENTS, figureChanges(period)];

const EVENTS: readonly Example[] = [
  {
    name: "VisitEvents",
    query: `# Every event of a visit there ever was, then those to come. After a break, give the last cursor as \`after\`.
subscription VisitEvents {
  visitEvents(from: BEGINNING) {
    __typename
    ... on VisitEventItem {
      cursor
      event {
        type
        recordedAt
      }
      visit {
        day
        status
        subject
      }
    }
    ... on CaughtUp {
      cursor
    }
    ... on Heartbeat {
      cursor
    }
  }
}
`,
    variables: {},
  },
  {
    name: "LedgerEvents",
    query: `# Whatever happens from now on, with a sentence for each event. Give a record's id as \`subjects\` to follow it alone.
subscription LedgerEvents($subjects: [ID!], $filter: TimelineFilter) {
  ledgerEvents(subjects: $subjects, filter: $filter) {
    __typename
    ... on LedgerEventItem {
      cursor
      item {
        position
        recordedAt
        summary
        summaryVi
        subjects {
          id
        }
      }
    }
    ... on CaughtUp {
      cursor
    }
    ... on Heartbeat {
      cursor
      position
    }
  }
}
`,
    variables: { filter: { kinds: ["VISIT", "INSPECTION", "SANCTION"] } },
  },
  {
    name: "PublicEvents",
    query: `# What is public by law, told to everybody, without a token.
subscription PublicEvents {
  publicEvents(from: BEGINNING) {
    __typename
    ... on Notice {
      cursor
      recordedAt
      decisionNumber
      summary
      summaryVi
      units {
        name
      }
    }
    ... on CaughtUp {
      cursor
    }
    ... on Heartbeat {
      cursor
    }
  }
}
`,
    variables: {},
  },
];

const figureChanges = (period: WhatThereIs["period"]): Example => ({
  name: "VisitFigureChanges",
  query: `# A live figure: its value, then each change of it, with the events that moved it.
subscription VisitFigureChanges($period: Period!) {
  visitFigureChanges(period: $period) {
    __typename
    ... on VisitFigureChange {
      cursor
      table {
        rows {
          visits {
            value
          }
          reporterTurns {
            value
          }
        }
        basis {
          position
          recordedAt
        }
      }
      movedBy(first: 10) {
        type
        occurredAt
        reason
      }
    }
    ... on CaughtUp {
      cursor
    }
    ... on Heartbeat {
      cursor
    }
  }
}
`,
  variables: { period },
});
