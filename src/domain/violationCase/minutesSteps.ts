import type { InspectionFact } from "../inspection/inspection.js";
import { firstRefusal } from "../kernel/decider.js";
import { asIn, many, optional, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { basisOf, isFineable } from "../law/terms.js";
import { frameForKind } from "../sanction/frame.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { ViolationCaseEvent } from "./events.js";
import {
  MINUTED_VIOLATION,
  ON_THE_SPOT_VIOLATION,
  PARTIES,
  PARTY,
  type PartyGiven,
  theParties,
  theViolations,
  VIOLATIONS,
} from "./fields.js";
import type { ExplanationPeriods, Thresholds, ViolationGiven } from "./looked.js";
import { partiesTogetherPolicies, partyPolicies, recordedParty } from "./parties.js";
import { violationCaseRefusals } from "./refusals.js";
import { rightByMinutes } from "./rightToExplain.js";
import { dayHasCome, latestDay, onItsDay } from "./rules.js";
import { DETECTION, MINUTES, type ViolationCase } from "./violationCase.js";
import { allInOrder, recordedViolation } from "./violations.js";

const { begin, step } = stepsOf<ViolationCase, ViolationCaseEvent, "caseId">();

/** A case begins, and its minutes are made. */
export const minutesSteps = {
  RecordViolationCase: begin({
    does: say("ghi nhận vụ việc vi phạm", "record a violation case"),
    note: "A violation was detected; a warning or a small fine on the spot comes with its violations at once.",
    begins: "violationCase",
    fields: {
      unitId: ref("Unit", say("đơn vị thụ lý", "unit that handles it")),
      ...asIn(DETECTION, "inspectionId", "detectedOn", "detected", "procedure"),
      parties: many(PARTY, theParties, PARTIES),
      violations: optional(
        many(
          ON_THE_SPOT_VIOLATION,
          theViolations,
          { ...VIOLATIONS, least: 0 },
          "Only of a case dealt with on the spot; otherwise they stand in the minutes.",
        ),
      ),
    },
    looked: looked<{
      readonly unit: UnitFact;
      readonly inspection: InspectionFact | null;
      readonly parties: readonly PartyGiven[];
      readonly violations: readonly ViolationGiven[];
      /** Up to which fine no minutes are needed. */
      readonly onTheSpotUpTo: Thresholds;
    }>(),
    rules: [
      function detectionIsNotAhead({ data, meta }) {
        return dayHasCome(data.detectedOn, "detectedOn", meta);
      },
      function unitExistsAtDetection({ data }) {
        return unitExistsOn(data.unit, data.detectedOn, ["unitId"]);
      },
      function inspectionStands({ data }) {
        const off = data.inspection?.status === "CANCELLED" || data.inspection?.status === "VOIDED";
        return off ? violationCaseRefusals.CASE_INSPECTION_CALLED_OFF(["inspectionId"]) : undefined;
      },
      function partiesAreInOrder({ data }) {
        return firstRefusal(partyPolicies, data.parties);
      },
      function partiesFitTogether({ data }) {
        return firstRefusal(partiesTogetherPolicies, data.parties.map(recordedParty));
      },
      function violationsStandInMinutes({ data }) {
        const early = data.procedure === "WITH_MINUTES" && data.violations.length > 0;
        return early ? violationCaseRefusals.VIOLATIONS_BELONG_IN_MINUTES(["violations"]) : undefined;
      },
      function onTheSpotHasViolations({ data }) {
        const none = data.procedure === "ON_THE_SPOT" && data.violations.length === 0;
        return none ? violationCaseRefusals.VIOLATIONS_NEEDED(["violations"]) : undefined;
      },
      function onTheSpotHasAnOffender({ data }) {
        const nobody = data.procedure === "ON_THE_SPOT" && data.parties.some(({ kind }) => kind === "UNKNOWN");
        return nobody ? violationCaseRefusals.ON_THE_SPOT_NEEDS_OFFENDER(["procedure"]) : undefined;
      },
      function violationsAreInOrder({ data }) {
        const { detectedOn } = data;
        return allInOrder(data.violations, {
          parties: data.parties.map(recordedParty),
          detectedOn,
          partyField: "party",
        });
      },
      function onTheSpotFinesAreSmall({ data }) {
        return onTheSpotFineTooHigh(data);
      },
    ],
    tells: {
      ViolationCaseRecorded: ({ data }) => ({
        procedure: data.procedure,
        unit: { unitId: data.unit.unitId, name: nameOn(data.unit.names, data.detectedOn) },
        inspectionId: data.inspection?.inspectionId ?? null,
        detectedOn: data.detectedOn,
        detected: data.detected,
        parties: data.parties.map(recordedParty),
        violations: data.violations.map(recordedViolation),
      }),
    },
  }),
  DrawUpMinutes: step({
    does: say("lập biên bản vi phạm hành chính", "draw up the minutes"),
    settles: ["CASE_MINUTES"],
    note:
      "They are never changed: what they got wrong, `addVerificationRecord` tells. If the frame of a violation gives " +
      "the right to explain, its period runs from then.",
    fields: {
      ...asIn(MINUTES, "number", "madeOn", "madeBy", "copies", "offenderSigned", "refusalReason", "witness"),
      violations: many(MINUTED_VIOLATION, theViolations, VIOLATIONS),
      ...asIn(MINUTES, "explanationStated"),
    },
    looked: looked<{
      readonly violations: readonly ViolationGiven[];
      readonly thresholds: Thresholds;
      readonly periods: ExplanationPeriods;
    }>(),
    from: ["DETECTED"],
    when: [
      function notOnTheSpot({ state }) {
        const none = state.procedure === "ON_THE_SPOT";
        return none ? violationCaseRefusals.NO_MINUTES_ON_THE_SPOT(["caseId"]) : undefined;
      },
    ],
    rules: [
      onItsDay("madeOn", latestDay),
      function minutesInTwoCopies({ data }) {
        return data.copies < 2 ? violationCaseRefusals.MINUTES_TOO_FEW_COPIES(["copies"]) : undefined;
      },
      function signedOrNot({ data }) {
        const both = data.offenderSigned && data.refusalReason !== null;
        return both ? violationCaseRefusals.MINUTES_SIGNED_AND_NOT(["refusalReason"]) : undefined;
      },
      function refusalIsExplained({ data }) {
        const missing = !data.offenderSigned && data.refusalReason === null;
        return missing ? violationCaseRefusals.MINUTES_NEED_REFUSAL_REASON(["refusalReason"]) : undefined;
      },
      function refusalIsWitnessed({ data }) {
        const missing = !data.offenderSigned && data.witness === null;
        return missing ? violationCaseRefusals.MINUTES_NEED_WITNESS(["witness"]) : undefined;
      },
      function minutesStateViolations({ data }) {
        return data.violations.length === 0 ? violationCaseRefusals.VIOLATIONS_NEEDED(["violations"]) : undefined;
      },
      function minutedViolationsAreInOrder({ state: { parties, detectedOn }, data }) {
        return allInOrder(data.violations, { parties, detectedOn, partyField: "partyId" });
      },
    ],
    tells: {
      ViolationMinutesDrawnUp: ({ data }) => {
        const { number, copies, offenderSigned, refusalReason, witness, explanationStated } = data;
        const signature = { offenderSigned, refusalReason, witness };
        const stated = { violations: data.violations.map(recordedViolation), explanationStated };
        return { minutes: { number, madeOn: data.madeOn, madeBy: data.madeBy, copies, ...signature, ...stated } };
      },
      ExplanationOpened: ({ state: { parties }, data }) => {
        const found = { parties, violations: data.violations.map(recordedViolation) };
        return rightByMinutes(found, data.thresholds, data.explanationStated ? data.periods : null) ?? undefined;
      },
    },
  }),
};

/** Minutes may be left out where a warning can be given, or the lowest fine is small enough. */
function onTheSpotFineTooHigh({
  parties,
  violations: given,
  onTheSpotUpTo,
}: {
  readonly parties: readonly PartyGiven[];
  readonly violations: readonly ViolationGiven[];
  readonly onTheSpotUpTo: Thresholds;
}): Refusal | undefined {
  for (const [index, { violation, rule }] of given.entries()) {
    const kind = parties.find(({ partyId }) => partyId === violation.partyId)?.kind;
    if (!rule || rule.warningAllowed || kind === undefined || !isFineable(kind)) continue;
    const limit = (basisOf(kind) === "INDIVIDUAL" ? onTheSpotUpTo.individual : onTheSpotUpTo.organisation).value;
    const frame = frameForKind(rule, kind);
    if (frame === null || frame.min > limit)
      return violationCaseRefusals.ON_THE_SPOT_FINE_TOO_HIGH(["violations", index, "code"], limit);
  }
  return undefined;
}
