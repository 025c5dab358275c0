import { informationRequestRefusals } from "../domain/informationRequest/refusals.js";
import { inspectionRefusals } from "../domain/inspection/refusals.js";
import { authorityRefusals } from "../domain/kernel/authority.js";
import { correctionRefusals } from "../domain/kernel/corrections.js";
import { decisionRegisterRefusals } from "../domain/decisionRegister/refusals.js";
import type { RecordKind } from "../domain/kernel/fields.js";
import { occurrenceRefusals } from "../domain/kernel/occurrence.js";
import { takeBackRefusals } from "../domain/kernel/takeBack.js";
import { oversightRefusals } from "../domain/oversight/refusals.js";
import { pressItemRefusals } from "../domain/pressItem/refusals.js";
import { pressAgencyRefusals } from "../domain/pressAgency/refusals.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import { representativeOfficeRefusals } from "../domain/representativeOffice/refusals.js";
import { complaintRefusals } from "../domain/sanction/complaintRefusals.js";
import { fineRefusals } from "../domain/sanction/fineRefusals.js";
import { sanctionRefusals } from "../domain/sanction/refusals.js";
import { seizureRefusals } from "../domain/seizure/refusals.js";
import { spokespersonRefusals } from "../domain/spokesperson/refusals.js";
import { staffRefusals } from "../domain/staff/refusals.js";
import { trainingRefusals } from "../domain/training/refusals.js";
import { unitRefusals } from "../domain/unit/refusals.js";
import { violationCaseRefusals } from "../domain/violationCase/refusals.js";
import { pressConferenceRefusals } from "../domain/pressConference/refusals.js";
import { statementRefusals } from "../domain/statement/refusals.js";
import { statementDutyRefusals } from "../domain/statementDuty/refusals.js";
import { unitRuleRefusals } from "../domain/unitRule/refusals.js";
import { visitRefusals } from "../domain/visit/refusals.js";
import { openSentence } from "../domain/kernel/refusal.js";
import { type Bilingual, say } from "../domain/kernel/words.js";
import { RECORDS } from "../domain/records.js";
import { commandRefusals } from "./refusals.js";

type Refusals = Readonly<Record<string, Parameters<typeof openSentence>[0]>>;

/** Why something is refused of each kind of record. */
const OF_RECORDS: Readonly<Record<RecordKind, readonly Refusals[]>> = {
  Unit: [unitRefusals],
  PressAgency: [pressAgencyRefusals],
  RepresentativeOffice: [representativeOfficeRefusals],
  Reporter: [reporterRefusals],
  Visit: [visitRefusals],
  Inspection: [inspectionRefusals],
  ViolationCase: [violationCaseRefusals],
  Seizure: [seizureRefusals],
  Spokesperson: [spokespersonRefusals],
  Oversight: [oversightRefusals],
  InformationRequest: [informationRequestRefusals],
  UnitRule: [unitRuleRefusals],
  Statement: [statementRefusals],
  StatementDuty: [statementDutyRefusals],
  PressConference: [pressConferenceRefusals],
  PressItem: [pressItemRefusals],
  StaffSnapshot: [staffRefusals],
  TrainingCourse: [trainingRefusals],
  Sanction: [sanctionRefusals, fineRefusals, complaintRefusals],
};

const CATALOGS: readonly Refusals[] = [
  commandRefusals,
  authorityRefusals,
  occurrenceRefusals,
  correctionRefusals,
  takeBackRefusals,
  ...Object.values(OF_RECORDS).flat(),
  decisionRegisterRefusals,
];

/** Every code with which a command can be refused, with its sentence; `…` stands for what a refusal names. */
export const REFUSAL_WORDS: ReadonlyMap<string, Bilingual> = new Map([
  ...RECORDS.flatMap(({ words, refusals: { statusForbids } }) => {
    const forbidden = say(
      `${words.vi} … nên không làm được việc này.`,
      `The ${words.en} is …; that does not allow this.`,
    );
    return statusForbids === undefined ? [] : [[statusForbids, forbidden] as const];
  }),
  ...CATALOGS.flatMap((catalog) =>
    Object.entries(catalog).map(([code, refusal]) => [code, openSentence(refusal)] as const),
  ),
]);

/** The closed list of codes with which a command can be refused. */
export const ALL_REFUSAL_CODES: readonly string[] = [...REFUSAL_WORDS.keys()];
