import { actsForOneOf } from "../kernel/authority.js";
import { asIn, lines, needed, NOBODY, optional, orElse } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { type Speaking, speaksForUnit } from "../spokesperson/rules.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { StatementEvent } from "./events.js";
import { statementRefusals as refusals } from "./refusals.js";
import { aboutIds, CORRECTED, occasion, outcomeOn, spokespersonId, type Statement, STATEMENT } from "./statement.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);

type Occasion = Pick<Statement, "occasion" | "madeAt" | "forPeriodOf">;

/** What is served late is periodic, and its period lies before the statement. */
function servesWhatWas({ occasion: which, madeAt: at, forPeriodOf: of }: Occasion): Refusal | undefined {
  if (of === null) return undefined;
  if (which !== "PERIODIC") return refusals.STATEMENT_PERIOD_OF_ANOTHER_OCCASION(["forPeriodOf"]);
  return of > localDateOf(at) ? refusals.STATEMENT_PERIOD_AHEAD(["forPeriodOf"]) : undefined;
}

/** What was looked up of a statement that fulfils urgent duties. */
interface Fulfilling {
  readonly fulfils: boolean;
}

const { begin, correction, step, voiding } = stepsOf<Statement, StatementEvent, "statementId">();

/** What may be done about what a unit says to the press. */
export const statementSteps = {
  MakeStatement: begin({
    does: say("ghi phát ngôn, cung cấp thông tin cho báo chí", "record a statement to the press"),
    note: "Under the spokesperson, or the person authorised for the matter, who may speak that day.",
    begins: "statement",
    fields: {
      ...asIn(STATEMENT, "unitId", "form"),
      occasion: orElse(occasion, "OTHER"),
      spokespersonId,
      ...asIn(STATEMENT, "madeAt", "topic", "title", "body", "url"),
      ...asIn(STATEMENT, "document", "matter", "forPeriodOf", "conferenceId", "outletId"),
      aboutIds: optional(aboutIds),
    },
    looked: looked<{ readonly unit: UnitFact; readonly speaking: Speaking; readonly conferenceIsItsOwn: boolean }>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function itHasBeenMade({ data, meta }) {
        return data.madeAt > meta.now ? refusals.STATEMENT_AHEAD(["madeAt"]) : undefined;
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, localDateOf(data.madeAt), ["unitId"]);
      },
      function speakerMaySpeakThen({ data }) {
        const on = localDateOf(data.madeAt);
        return speaksForUnit(data.speaking, { unitId: data.unit.unitId, on, matter: data.matter });
      },
      function requestNamesItsOutlet({ data }) {
        const missing = data.form === "CORRECTION_REQUEST" && data.outletId === null;
        return missing ? refusals.STATEMENT_NEEDS_OUTLET(["outletId"]) : undefined;
      },
      function conferenceWasHeldByTheUnit({ data }) {
        if (data.conferenceId === null) return undefined;
        if (data.form !== "PRESS_CONFERENCE") return refusals.STATEMENT_CONFERENCE_OF_ANOTHER_FORM(["conferenceId"]);
        return data.conferenceIsItsOwn ? undefined : refusals.STATEMENT_CONFERENCE_NOT_ITS_OWN(["conferenceId"]);
      },
      function periodLiesBehind({ data }) {
        return servesWhatWas(data);
      },
    ],
    event: "StatementMade",
    besides: ({ data: { unit, speaking, ...data } }) => ({
      unitName: nameOn(unit.names, localDateOf(data.madeAt)),
      spokespersonPost: speaking.speaker.post,
      aboutIds: data.aboutIds ?? [],
    }),
  }),
  RecordStatementOutcome: step({
    does: say("ghi kết quả đề nghị phản hồi, cải chính", "record what came of the request"),
    fields: { ...needed(STATEMENT, "outcome"), on: outcomeOn, outcomeUrl: STATEMENT.outcomeUrl },
    from: ["MADE"],
    when: [
      function isARequest({ state }) {
        return state.form === "CORRECTION_REQUEST" ? undefined : refusals.STATEMENT_IS_NO_REQUEST(["statementId"]);
      },
    ],
    rules: [
      function afterTheRequest({ state, data, meta }) {
        if (data.on > localDateOf(meta.now)) return refusals.STATEMENT_AHEAD(["on"]);
        const asked = localDateOf(state.madeAt);
        return data.on < asked ? refusals.STATEMENT_CHANGE_OUT_OF_ORDER(["on"], asked) : undefined;
      },
    ],
    event: "StatementOutcomeRecorded",
  }),
  WithdrawStatement: step({
    does: say("rút lại phát ngôn", "withdraw the statement"),
    note: "It was made, and counts as made; from that day on the unit no longer stands by it.",
    fields: { ...needed(STATEMENT, "withdrawnOn"), reason },
    from: ["MADE"],
    rules: [
      function afterItWasMade({ state, data, meta }) {
        if (data.withdrawnOn > localDateOf(meta.now)) return refusals.STATEMENT_AHEAD(["withdrawnOn"]);
        const made = localDateOf(state.madeAt);
        return data.withdrawnOn < made ? refusals.STATEMENT_CHANGE_OUT_OF_ORDER(["withdrawnOn"], made) : undefined;
      },
    ],
    event: "StatementWithdrawn",
  }),

  // Corrections
  CorrectStatement: correction({
    event: "StatementCorrected",
    fields: CORRECTED,
    looked: looked<Fulfilling & { readonly speaking: Speaking }>(),
    from: ["MADE", "WITHDRAWN"],
    rules: [
      function momentIsNotRestedOn({ state, data, meta }) {
        if (data.madeAt === null || data.madeAt === state.madeAt) return undefined;
        if (data.madeAt > meta.now) return refusals.STATEMENT_AHEAD(["madeAt"]);
        return data.fulfils ? refusals.STATEMENT_FULFILS_DUTY(["madeAt"]) : undefined;
      },
      function speakerMaySpeakThen({ state, data }) {
        const on = localDateOf(data.madeAt ?? state.madeAt);
        return speaksForUnit(data.speaking, { unitId: state.unitId, on, matter: data.matter ?? state.matter });
      },
      function periodLiesBehind({ state, data }) {
        const [which, of] = [data.occasion ?? state.occasion, data.forPeriodOf ?? state.forPeriodOf];
        return servesWhatWas({ occasion: which, madeAt: data.madeAt ?? state.madeAt, forPeriodOf: of });
      },
    ],
    wanted: ({ said: { occasion: which, spokespersonId: who, ...said }, data }) => ({
      ...{ occasion: which, spokespersonId: who, spokespersonPost: who && data.speaking.speaker.post },
      ...said,
    }),
  }),
  VoidStatement: voiding({
    event: "StatementVoided",
    looked: looked<Fulfilling>(),
    from: ["MADE", "WITHDRAWN"],
    rules: [
      function noDutyRestsOnIt({ data }) {
        return data.fulfils ? refusals.STATEMENT_FULFILS_DUTY(["statementId"]) : undefined;
      },
    ],
  }),
};
