/**
 * The mutations that the programs send, each with its input type and how to select what it changed. The one place in
 * which the programs spell out the API; a test compares it with the schema.
 */

const UNIT = "... on UnitChanged { made: unit { id } }";
const AGENCY = "... on PressAgencyChanged { made: pressAgency { id } }";
const OFFICE = "... on RepresentativeOfficeChanged { made: office { id } }";
const REPORTER = "... on ReporterChanged { made: reporter { id } }";
const VISIT = "... on VisitChanged { made: visit { id promises { id } } }";

const MUTATIONS = {
  registerUnit: ["RegisterUnitInput", UNIT],
  renameUnit: ["RenameUnitInput", UNIT],
  mergeUnits: ["MergeUnitsInput", UNIT],
  splitUnit: ["SplitUnitInput", UNIT],
  abolishUnit: ["AbolishUnitInput", UNIT],
  moveUnitFunction: ["MoveUnitFunctionInput", UNIT],
  registerPressAgency: ["RegisterPressAgencyInput", AGENCY],
  renamePressAgency: ["RenamePressAgencyInput", AGENCY],
  mergePressAgency: ["MergePressAgencyInput", AGENCY],
  notifyRepresentativeOffice: ["NotifyRepresentativeOfficeInput", OFFICE],
  acceptRepresentativeOffice: ["AcceptRepresentativeOfficeInput", OFFICE],
  rejectRepresentativeOffice: ["RejectRepresentativeOfficeInput", OFFICE],
  registerReporter: ["RegisterReporterInput", REPORTER],
  recordPressCardWithdrawal: ["RecordPressCardWithdrawalInput", REPORTER],
  recordIntroductionLetter: ["RecordIntroductionLetterInput", REPORTER],
  transferReporter: ["TransferReporterInput", REPORTER],
  mergeReporter: ["MergeReporterInput", REPORTER],
  registerVisit: ["RegisterVisitInput", VISIT],
  confirmVisit: ["VisitInput", VISIT],
  declineVisit: ["DeclineVisitInput", VISIT],
  redirectVisit: ["RedirectVisitInput", VISIT],
  recordArrival: ["VisitInput", VISIT],
  checkDocuments: ["CheckDocumentsInput", VISIT],
  startVisitSession: ["VisitInput", VISIT],
  recordVisitOutcome: ["RecordVisitOutcomeInput", VISIT],
  promiseInformation: ["PromiseInformationInput", VISIT],
  fulfilPromise: ["FulfilPromiseInput", VISIT],
  closeVisit: ["VisitInput", VISIT],
  recordNoShow: ["VisitInput", VISIT],
  cancelVisit: ["ReasonedVisitInput", VISIT],
  amendVisit: ["AmendVisitInput", VISIT],
  judgeVisitDuplicate: ["JudgeVisitDuplicateInput", VISIT],
  voidVisit: ["ReasonedVisitInput", VISIT],
  linkPressItem: ["LinkPressItemInput", VISIT],
  reportObstacle: ["ReportObstacleInput", VISIT],
} as const satisfies Record<string, readonly [inputType: string, selection: string]>;

export type MutationName = keyof typeof MUTATIONS;
export const MUTATION_NAMES = Object.keys(MUTATIONS) as readonly MutationName[];

/** The document that carries out the mutation and asks for everything an answer can be. */
export function documentOf(name: MutationName): string {
  const [inputType, made] = MUTATIONS[name];
  return `mutation ${name}($input: ${inputType}!) {
  answer: ${name}(input: $input) {
    ... on CommandDone { position revision replayed }
    ${made}
    ... on UserError { code message messageVi path }
    ... on InvalidInput { issues { path message } }
  }
}`;
}
