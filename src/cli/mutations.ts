/**
 * The mutations that the programs send, each with how to select what it changed. The one place in
 * which the programs spell out the API; a test compares it with the schema.
 */

const UNIT = "... on UnitChanged { made: unit { id } }";
const AGENCY = "... on PressAgencyChanged { made: pressAgency { id } }";
const OFFICE = "... on RepresentativeOfficeChanged { made: representativeOffice { id } }";
const REPORTER = "... on ReporterChanged { made: reporter { id } }";
const VISIT = "... on VisitChanged { made: visit { id promises { id } } }";

const MUTATIONS = {
  registerUnit: UNIT,
  renameUnit: UNIT,
  mergeUnits: UNIT,
  splitUnit: UNIT,
  abolishUnit: UNIT,
  moveUnitFunction: UNIT,
  registerPressAgency: AGENCY,
  renamePressAgency: AGENCY,
  mergePressAgency: AGENCY,
  notifyRepresentativeOffice: OFFICE,
  acceptRepresentativeOffice: OFFICE,
  rejectRepresentativeOffice: OFFICE,
  registerReporter: REPORTER,
  recordPressCardWithdrawal: REPORTER,
  recordIntroductionLetter: REPORTER,
  transferReporter: REPORTER,
  mergeReporter: REPORTER,
  registerVisit: VISIT,
  confirmVisit: VISIT,
  declineVisit: VISIT,
  redirectVisit: VISIT,
  recordArrival: VISIT,
  checkDocuments: VISIT,
  startVisitSession: VISIT,
  recordVisitOutcome: VISIT,
  promiseInformation: VISIT,
  fulfilPromise: VISIT,
  closeVisit: VISIT,
  recordNoShow: VISIT,
  cancelVisit: VISIT,
  amendVisit: VISIT,
  judgeVisitDuplicate: VISIT,
  voidVisit: VISIT,
  linkPressItem: VISIT,
  reportObstacle: VISIT,
} as const satisfies Record<string, string>;

export type MutationName = keyof typeof MUTATIONS;
export const MUTATION_NAMES = Object.keys(MUTATIONS) as readonly MutationName[];

/** The document that carries out the mutation and asks for everything an answer can be. */
export function documentOf(name: MutationName): string {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ${name}($input: ${inputType}!) {
  answer: ${name}(input: $input) {
    ... on CommandDone { position revision replayed }
    ${MUTATIONS[name]}
    ... on UserError { code message messageVi path }
    ... on InvalidInput { issues { path message } }
  }
}`;
}
