import type { Example, WhatThereIs } from "./example.js";

/**
 * What a ledger can take next. Each has a command id of its own, made when the explorer is opened: sent once, it is done;
 * sent again, it is answered again.
 */

const ANSWER = `    ... on UserError {
      code
      message
      messageVi
      path
    }`;

export function registerUnit({ today, newId }: WhatThereIs): Example {
  const commandId = newId();
  return {
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
${ANSWER}
  }
}
`,
    variables: {
      input: {
        commandId,
        legalBasis: "Nghị quyết số 12/NQ-HĐND (ví dụ)",
        effectiveOn: today,
        // No two units have one name, and this one may have been registered before.
        unit: { kind: "SECTOR", name: `Ban Quản lý Di tích (ví dụ ${commandId.slice(0, 4)})` },
      },
    },
  };
}

/** The first entry that the ledger has room for: an agency, then its reporter, then a visit. Nothing before it has a unit. */
export function firstEntry(there: WhatThereIs): Example | undefined {
  if (there.unit === undefined) return undefined;
  if (there.agency === undefined) return registerPressAgency(there);
  if (there.reporter === undefined) return registerReporter(there, there.agency);
  return registerVisit(there, there.unit, there.reporter);
}

const registerPressAgency = ({ today, newId }: WhatThereIs): Example => ({
  name: "RegisterPressAgency",
  query: `# The agency for which reporters come. Open the explorer anew afterwards: its examples go on from what there is.
mutation RegisterPressAgency($input: RegisterPressAgencyInput!) {
  registerPressAgency(input: $input) {
    __typename
    ... on PressAgencyChanged {
      position
      replayed
      pressAgency {
        id
        name
      }
    }
${ANSWER}
  }
}
`,
  variables: {
    input: {
      commandId: newId(),
      name: "Báo Ví dụ",
      governingBody: "Hội Nhà báo (ví dụ)",
      kinds: ["PRINT"],
      level: "LOCAL",
      licenceNumber: "1/GP-VIDU",
      registeredOn: today,
    },
  },
});

const registerReporter = ({ today, newId }: WhatThereIs, agencyId: string): Example => ({
  name: "RegisterReporter",
  query: `# A reporter of an agency. Open the explorer anew afterwards: its examples go on from what there is.
mutation RegisterReporter($input: RegisterReporterInput!) {
  registerReporter(input: $input) {
    __typename
    ... on ReporterChanged {
      position
      replayed
      reporter {
        id
        name
      }
    }
${ANSWER}
  }
}
`,
  variables: {
    input: { commandId: newId(), agencyId, kind: "OCCASIONAL", name: "Nguyễn Thị Ví Dụ", since: today },
  },
});

const registerVisit = ({ newId }: WhatThereIs, unitId: string, reporterId: string): Example => ({
  name: "RegisterVisit",
  query: `# A reporter is here now. With \`appointmentAt\` it would be an appointment for then.
mutation RegisterVisit($input: RegisterVisitInput!) {
  registerVisit(input: $input) {
    __typename
    ... on VisitChanged {
      position
      replayed
      visit {
        id
        day
        status
        hosts {
          name
        }
      }
    }
${ANSWER}
  }
}
`,
  variables: {
    input: {
      commandId: newId(),
      hostIds: [unitId],
      reporterIds: [reporterId],
      topic: "CULTURE_AND_TOURISM",
      subject: "Tìm hiểu việc trùng tu di tích (ví dụ)",
    },
  },
});
