/** Operations to begin with: the explorer opens with them, and a test runs every one. */

export interface Example {
  /** The name of its one operation. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

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
        unit: { kind: "DEPARTMENT", name: "Sở Văn hóa, Thể thao và Du lịch", code: "SVHTTDL" },
      },
    },
  },
];
