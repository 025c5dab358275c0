import { actsForOneOf } from "../kernel/authority.js";
import { asIn, day, lines, needed, NOBODY, optional, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { type Instant, type LocalDate, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { SpokespersonEvent } from "./events.js";
import { spokespersonRefusals as refusals } from "./refusals.js";
import {
  CORRECTED,
  from,
  speaksOn,
  type Spokesperson,
  SPOKESPERSON,
  type SpokespersonFact,
  SUSPENSION,
  to,
} from "./spokesperson.js";
import { SPOKESPERSON_STATUSES } from "./terms.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
const NOT_VOIDED = SPOKESPERSON_STATUSES.values.filter((status) => status !== "VOIDED");

const notBackwards = (begin: LocalDate, end: LocalDate | null): Refusal | undefined =>
  end !== null && end < begin ? refusals.APPOINTMENT_ENDS_BEFORE_IT_BEGINS(["to"]) : undefined;

const notBefore = (state: Spokesperson, on: LocalDate, field: string): Refusal | undefined =>
  on < state.from ? refusals.APPOINTMENT_CHANGE_OUT_OF_ORDER([field], state.from) : undefined;

const { begin, correction, step, voiding } = stepsOf<Spokesperson, SpokespersonEvent, "spokespersonId">();

/** What may be done about who speaks for a unit. */
export const spokespersonSteps = {
  AppointSpokesperson: begin({
    does: say("phân công, ủy quyền người phát ngôn", "appoint or authorise a spokesperson"),
    note: "The head, the regular spokesperson, or somebody authorised for one matter and a time.",
    begins: "spokesperson",
    fields: {
      ...asIn(SPOKESPERSON, "unitId", "role", "name", "post", "phone", "email", "document"),
      from,
      to: optional(to),
      ...asIn(SPOKESPERSON, "matter", "authorisedById"),
    },
    looked: looked<{
      readonly unit: UnitFact;
      readonly authorisedBy: SpokespersonFact | null;
      readonly publishBy: Instant | null;
    }>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, data.from, ["unitId"]);
      },
      function doesNotEndBeforeItBegins({ data }) {
        return notBackwards(data.from, data.to);
      },
      function authorisationIsForOneMatterAndATime({ data }) {
        if (data.role !== "AUTHORISED") return undefined;
        if (data.matter === null) return refusals.AUTHORISATION_NEEDS_MATTER(["matter"]);
        return data.to === null ? refusals.AUTHORISATION_NEEDS_MATTER(["to"]) : undefined;
      },
      function authorisationIsNotPassedOn({ data: { authorisedBy, unit, from: on } }) {
        if (!authorisedBy) return undefined;
        if (authorisedBy.role === "AUTHORISED") return refusals.AUTHORISATION_PASSED_ON(["authorisedById"]);
        if (authorisedBy.unitId !== unit.unitId) return refusals.AUTHORISED_BY_ANOTHER_UNIT(["authorisedById"]);
        return speaksOn(authorisedBy, on) ? undefined : refusals.AUTHORISER_DOES_NOT_SPEAK(["authorisedById"], on);
      },
    ],
    event: "SpokespersonAppointed",
    besides: ({ data: { unit, ...data } }) => ({
      publishBy: data.publishBy,
      unitName: nameOn(unit.names, data.from),
    }),
  }),
  PublishSpokesperson: step({
    does: say("công bố người phát ngôn", "publish the spokesperson"),
    settles: ["APPOINTMENT_PUBLICATION"],
    note: "Name, post, telephone and e-mail, in writing to the press authority and on the portal.",
    fields: { ...needed(SPOKESPERSON, "publishedOn"), publishedAt: SPOKESPERSON.publishedAt },
    from: ["APPOINTED"],
    rules: [
      function notBeforeItBegins({ state, data }) {
        return notBefore(state, data.publishedOn, "publishedOn");
      },
    ],
    event: "SpokespersonPublished",
  }),
  SuspendSpokesperson: step({
    does: say("tạm dừng phát ngôn", "suspend the spokesperson"),
    fields: asIn(SUSPENSION.fields, "from", "reason"),
    from: ["APPOINTED", "PUBLISHED"],
    rules: [
      function notBeforeItBegins({ state, data }) {
        return notBefore(state, data.from, "from");
      },
    ],
    event: "SpokespersonSuspended",
    besides: ({ data }) => ({ reason: data.reason }),
  }),
  ResumeSpokesperson: step({
    does: say("cho tiếp tục phát ngôn", "let the spokesperson speak again"),
    fields: { from },
    from: ["SUSPENDED"],
    rules: [
      function afterTheSuspension({ state, data }) {
        const since = state.suspensions.at(-1)?.from ?? state.from;
        return data.from < since ? refusals.APPOINTMENT_CHANGE_OUT_OF_ORDER(["from"], since) : undefined;
      },
    ],
    event: "SpokespersonResumed",
  }),
  ReplaceSpokesperson: step({
    does: say("thay người phát ngôn", "replace the spokesperson"),
    note: "By another appointment of the same unit, which is entered first.",
    fields: { byId: ref("Spokesperson", say("người thay thế", "replacement")), from },
    looked: looked<{ readonly by: SpokespersonFact }>(),
    from: ["APPOINTED", "PUBLISHED", "SUSPENDED"],
    rules: [
      function byAnotherOfTheUnit({ state, data, id }) {
        if (data.by.spokespersonId === id) return refusals.REPLACED_BY_ITSELF(["byId"]);
        return data.by.unitId === state.unitId ? undefined : refusals.REPLACEMENT_OF_ANOTHER_UNIT(["byId"]);
      },
      function notBeforeItBegins({ state, data }) {
        return notBefore(state, data.from, "from");
      },
    ],
    event: "SpokespersonReplaced",
  }),
  EndSpokesperson: step({
    does: say("kết thúc việc phát ngôn", "end the appointment"),
    fields: { endedOn: day(say("kết thúc từ ngày", "ended from")), reason },
    from: ["APPOINTED", "PUBLISHED", "SUSPENDED"],
    rules: [
      function notBeforeItBegins({ state, data }) {
        return notBefore(state, data.endedOn, "endedOn");
      },
    ],
    event: "SpokespersonEnded",
    besides: ({ data }) => ({ endReason: data.reason }),
  }),

  // Corrections
  CorrectSpokesperson: correction({
    event: "SpokespersonCorrected",
    fields: CORRECTED,
    from: NOT_VOIDED,
    rules: [
      function correctedToWhatCanBe({ state, data }) {
        return notBackwards(data.from ?? state.from, data.to ?? state.to);
      },
    ],
  }),
  VoidSpokesperson: voiding({ event: "SpokespersonVoided", from: NOT_VOIDED }),
};
