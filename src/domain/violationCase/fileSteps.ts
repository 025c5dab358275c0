import { asIn, needed, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { daysBetween, type LocalDate, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { SanctionFact } from "../sanction/decision.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { ViolationCaseEvent } from "./events.js";
import { reason, transferredOn } from "./fields.js";
import { violationCaseRefusals } from "./refusals.js";
import { after, dayHasCome, detection, latestDay, onItsDay, standing } from "./rules.js";
import { AT_WORK } from "./terms.js";
import { CLOSING, COURSE, PROSECUTION, type ViolationCase } from "./violationCase.js";

const { minutesGround: ground, verificationWanted: what } = needed(COURSE, "minutesGround", "verificationWanted");
const { returnDocument, returnedOn } = needed(PROSECUTION.fields, "returnDocument", "returnedOn");

const { step, voiding } = stepsOf<ViolationCase, ViolationCaseEvent, "caseId">();

/** The way of the file: what lengthens the proceedings, where it goes, and how the case ends. */
export const fileSteps = {
  RequestVerification: step({
    does: say("yêu cầu xác minh tình tiết", "ask for a verification"),
    note: "It gives more time for the decision.",
    fields: { what },
    from: AT_WORK,
    when: [
      after(detection),
      function notRequestedYet({ state }) {
        const wanted = state.verificationWanted !== null;
        return wanted ? violationCaseRefusals.VERIFICATION_REQUESTED(["caseId"]) : undefined;
      },
    ],
    event: "VerificationRequested",
  }),
  MarkComplex: step({
    does: say("xác định vụ việc đặc biệt nghiêm trọng, phức tạp", "mark the case as very serious or complex"),
    note: "It gives more time for the decision, and for the minutes where they are not made yet.",
    fields: { reason },
    from: AT_WORK,
    when: [
      after(detection),
      function notMarkedYet({ state }) {
        return state.isComplex ? violationCaseRefusals.CASE_IS_COMPLEX(["caseId"]) : undefined;
      },
    ],
    event: "ViolationCaseMarkedComplex",
  }),
  LengthenMinutesPeriod: step({
    does: say("xác định thời hạn lập biên bản dài hơn", "state that the minutes have longer"),
    note: "Otherwise they have two working days from the detection.",
    fields: { ground, resultOn: COURSE.minutesResultOn, reason },
    from: AT_WORK,
    when: [
      after(detection),
      function minutesAreMade({ state }) {
        const none = state.procedure === "ON_THE_SPOT";
        return none ? violationCaseRefusals.NO_MINUTES_ON_THE_SPOT(["caseId"]) : undefined;
      },
    ],
    rules: [
      function resultWhereThereIsOne({ data: { ground, resultOn } }) {
        if (ground === "APPRAISAL" && resultOn === null) {
          return violationCaseRefusals.MINUTES_GROUND_NEEDS_RESULT(["resultOn"]);
        }
        const needless = ground !== "APPRAISAL" && resultOn !== null;
        return needless ? violationCaseRefusals.MINUTES_GROUND_TAKES_NO_RESULT(["resultOn"]) : undefined;
      },
      function resultHasCome({ state, data: { resultOn }, meta }) {
        if (resultOn === null) return undefined;
        const early = resultOn < state.detectedOn;
        if (early) return violationCaseRefusals.CASE_STEP_TOO_EARLY(["resultOn"], state.detectedOn);
        return dayHasCome(resultOn, "resultOn", meta);
      },
    ],
    event: "MinutesPeriodLengthened",
  }),
  TransferCase: step({
    does: say("chuyển hồ sơ vụ việc", "transfer the case"),
    note: "To another competent unit.",
    fields: { toUnitId: ref("Unit", say("đơn vị nhận", "receiving unit")), transferredOn, reason },
    looked: looked<{ readonly to: UnitFact }>(),
    from: AT_WORK,
    rules: [
      onItsDay("transferredOn", latestDay),
      function toAnotherUnit({ state, data }) {
        const same = data.to.unitId === state.unit.unitId;
        return same ? violationCaseRefusals.TRANSFERRED_TO_SAME_UNIT(["toUnitId"]) : undefined;
      },
      function receivingUnitExists({ data }) {
        return unitExistsOn(data.to, data.transferredOn, ["toUnitId"]);
      },
    ],
    tells: {
      ViolationCaseTransferred: ({ state, data: { to, transferredOn: on } }) => ({
        from: state.unit,
        to: { unitId: to.unitId, name: nameOn(to.names, on) },
        transferredOn: on,
      }),
    },
  }),
  TransferToProsecution: step({
    does: say("chuyển hồ sơ để truy cứu trách nhiệm hình sự", "hand the file to the investigating body"),
    note: "No decision is made while it is there.",
    fields: { ...asIn(PROSECUTION.fields, "body", "document"), transferredOn },
    from: AT_WORK,
    rules: [onItsDay("transferredOn", latestDay)],
    event: "ViolationCaseTransferredToProsecution",
  }),
  ReturnFromProsecution: step({
    does: say("nhận lại hồ sơ từ cơ quan tiến hành tố tụng", "take the file back from the investigating body"),
    note: "The decision has a time of its own from then (the Law, Art. 63.3).",
    fields: { document: returnDocument, returnedOn },
    from: ["IN_CRIMINAL_PROCEEDINGS"],
    rules: [onItsDay("returnedOn", latestDay)],
    event: "ViolationCaseReturnedFromProsecution",
    besides: ({ state, data: { returnedOn: on } }) => ({
      pausedDays: daysBetween(state.prosecutions.at(-1)?.since ?? on, on),
    }),
  }),
  CloseCase: step({
    does: say("kết thúc vụ việc", "close the case"),
    note: "Without a sanction, or with all its decisions carried out.",
    fields: { ground: CLOSING.fields.ground, closedOn: CLOSING.fields.on, reason },
    looked: looked<{
      readonly decisions: readonly SanctionFact[];
      /** The last day on which any of the acts can be fined; null: there are none yet. */
      readonly fineableUntil: LocalDate | null;
    }>(),
    from: [...AT_WORK, "IN_CRIMINAL_PROCEEDINGS"],
    rules: [
      onItsDay("closedOn", latestDay),
      function groundFitsTheProceedings({ state, data: { ground } }) {
        const fits = (ground === "PROSECUTED") === (state.status === "IN_CRIMINAL_PROCEEDINGS");
        return fits ? undefined : violationCaseRefusals.CLOSING_GROUND_WRONG(["ground"], ground);
      },
      function stateTaskIsAStateBodys({ state, data: { ground } }) {
        const others = state.parties.some(({ kind }) => kind !== "STATE_BODY");
        const wrong = ground === "STATE_TASK" && others;
        return wrong ? violationCaseRefusals.CASE_NOT_OF_STATE_BODY(["ground"]) : undefined;
      },
      function executedWhenAllAre({ data }) {
        if (data.ground !== "EXECUTED") return undefined;
        const decisions = standing(data.decisions);
        const all = decisions.length > 0 && decisions.every(({ status }) => status === "EXECUTED");
        return all ? undefined : violationCaseRefusals.CASE_NOT_EXECUTED(["ground"]);
      },
      function noDecisionStands({ data: { ground, decisions } }) {
        const stands = ground !== "EXECUTED" && ground !== "PROSECUTED" && standing(decisions).length > 0;
        return stands ? violationCaseRefusals.CASE_HAS_DECISIONS(["ground"]) : undefined;
      },
      function timeHasRunOut({ data: { ground, closedOn, fineableUntil } }) {
        const early = ground === "TIME_BARRED" && fineableUntil !== null && closedOn <= fineableUntil;
        return early ? violationCaseRefusals.CASE_NOT_TIME_BARRED(["ground"], fineableUntil) : undefined;
      },
    ],
    event: "ViolationCaseClosed",
  }),
  ReopenCase: step({
    does: say("mở lại vụ việc", "take the case up again"),
    corrects: true,
    fields: { reason },
    from: ["CLOSED"],
    event: "ViolationCaseReopened",
  }),
  VoidCase: voiding({
    event: "ViolationCaseVoided",
    reason,
    looked: looked<{
      readonly decisions: readonly SanctionFact[];
      /** Seizures that were made in the case and stand. */
      readonly seizureIds: readonly string[];
    }>(),
    from: [...AT_WORK, "CLOSED"],
    rules: [
      function noDecisionToVoid({ data }) {
        const stands = standing(data.decisions).length > 0;
        return stands ? violationCaseRefusals.CASE_HAS_DECISIONS(["caseId"]) : undefined;
      },
      function noSeizureToVoid({ data }) {
        return data.seizureIds.length > 0 ? violationCaseRefusals.CASE_HAS_SEIZURES(["caseId"]) : undefined;
      },
    ],
  }),
};
