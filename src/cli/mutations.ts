/**
 * The mutations that the programs send, each with how to select what it changed. The one place in
 * which the programs spell out the API; a test compares it with the schema.
 */

const UNIT = "... on UnitChanged { made: unit { id } }";
const AGENCY = "... on PressAgencyChanged { made: pressAgency { id } }";
const OFFICE = "... on RepresentativeOfficeChanged { made: representativeOffice { id } }";
const REPORTER = "... on ReporterChanged { made: reporter { id } }";
const INSPECTION =
  "... on InspectionChanged { made: inspection { id targets { id } } finding { id } recommendation { id } }";
const VISIT = "... on VisitChanged { made: visit { id promises { id } } }";
const CASE = "... on ViolationCaseChanged { made: violationCase { id parties { id kind } violations { id title } } }";
const SEIZURE = "... on SeizureChanged { made: seizure { id lines(first: 100) { nodes { id title } } } }";
const SANCTION = "... on SanctionChanged { made: sanction { id measures { id kind } complaints { id } } }";

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
  planInspection: INSPECTION,
  decideInspection: INSPECTION,
  reinspect: INSPECTION,
  announceInspection: INSPECTION,
  startFieldwork: INSPECTION,
  extendInspection: INSPECTION,
  suspendInspection: INSPECTION,
  resumeInspection: INSPECTION,
  endFieldwork: INSPECTION,
  reportInspection: INSPECTION,
  draftConclusion: INSPECTION,
  concludeInspection: INSPECTION,
  publishConclusion: INSPECTION,
  startImplementation: INSPECTION,
  recordCheckDone: INSPECTION,
  closeInspection: INSPECTION,
  cancelInspection: INSPECTION,
  recordFinding: INSPECTION,
  makeRecommendation: INSPECTION,
  recordRecommendationProgress: INSPECTION,
  amendInspection: INSPECTION,
  voidInspection: INSPECTION,
  recordViolationCase: CASE,
  drawUpMinutes: CASE,
  addVerificationRecord: CASE,
  notifyRightToExplain: CASE,
  submitExplanation: CASE,
  extendExplanation: CASE,
  waiveExplanation: CASE,
  requestVerification: CASE,
  markComplex: CASE,
  transferCase: CASE,
  transferToProsecution: CASE,
  returnFromProsecution: CASE,
  closeCase: CASE,
  reopenCase: CASE,
  voidCase: CASE,
  seizeExhibits: SEIZURE,
  extendSeizure: SEIZURE,
  countExhibits: SEIZURE,
  moveExhibits: SEIZURE,
  unsealExhibits: SEIZURE,
  resealExhibits: SEIZURE,
  announceUnclaimedExhibits: SEIZURE,
  returnExhibits: SEIZURE,
  recordExhibitDiscrepancy: SEIZURE,
  confiscateExhibits: SEIZURE,
  destroyExhibits: SEIZURE,
  transferExhibits: SEIZURE,
  sellExhibits: SEIZURE,
  revokeConfiscation: SEIZURE,
  splitExhibitLot: SEIZURE,
  mergeExhibitLots: SEIZURE,
  correctInventory: SEIZURE,
  voidSeizure: SEIZURE,
  issueSanction: SANCTION,
  serveSanction: SANCTION,
  correctSanction: SANCTION,
  amendSanction: SANCTION,
  annulSanction: SANCTION,
  recordSanctionMeasure: SANCTION,
  suspendSanctionExecution: SANCTION,
  resumeSanctionExecution: SANCTION,
  recordFinePayment: SANCTION,
  recordFineRefund: SANCTION,
  grantFinePostponement: SANCTION,
  grantFineInstalments: SANCTION,
  requestFineReduction: SANCTION,
  refuseFineReduction: SANCTION,
  grantFineReduction: SANCTION,
  startFineEnforcement: SANCTION,
  recordFineEvasion: SANCTION,
  recordFineLapse: SANCTION,
  lodgeComplaint: SANCTION,
  acceptComplaint: SANCTION,
  rejectComplaint: SANCTION,
  withdrawComplaint: SANCTION,
  resolveComplaint: SANCTION,
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
