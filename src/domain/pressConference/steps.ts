import { actsForOneOf } from "../kernel/authority.js";
import { asIn, lines, needed, NOBODY, ref } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import type { Refusal } from "../kernel/refusal.js";
import { type Instant, localDateOf, nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { DutyRule } from "../law/lawBook.js";
import { type Speaking, speaksForUnit } from "../spokesperson/rules.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { PressConferenceEvent } from "./events.js";
import { CORRECTED, noticeDue, PRESS_CONFERENCE, type PressConference } from "./pressConference.js";
import { pressConferenceRefusals as refusals } from "./refusals.js";

const reason = lines(say("lý do", "reason"), 1000, NOBODY);
const unitId = ref("Unit", say("đơn vị", "unit"));
const OPEN = ["PLANNED", "NOTIFIED", "ANSWERED"] as const;
const NOT_VOIDED = [...OPEN, "HELD", "CANCELLED"] as const;

const noticeGoesBefore = (given: Instant | null, at: Instant): Refusal | undefined =>
  given !== null && given > at ? refusals.PRESS_CONFERENCE_NOTICE_AFTER_IT(["noticedAt"], at) : undefined;
const hasCome = (at: Instant | null, now: Instant, field: string): Refusal | undefined =>
  at !== null && at > now ? refusals.PRESS_CONFERENCE_AHEAD([field]) : undefined;

/** Who holds it or keeps the register, and what the law says of notices on its day. */
interface Known {
  readonly unit: UnitFact;
  readonly law: DutyRule | null;
}

const { begin, correction, step, voiding } = stepsOf<PressConference, PressConferenceEvent, "pressConferenceId">();

/** What may be done about press conferences. */
export const pressConferenceSteps = {
  PlanPressConference: begin({
    does: say("lên kế hoạch họp báo", "plan a press conference"),
    begins: "pressConference",
    fields: {
      unitId,
      ...asIn(PRESS_CONFERENCE, "topic", "title", "place", "heldAt", "document", "noticedAt"),
    },
    looked: looked<Known>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, localDateOf(data.heldAt), ["unitId"]);
      },
      function noticeGoesBeforeIt({ data, meta }) {
        return hasCome(data.noticedAt, meta.now, "noticedAt") ?? noticeGoesBefore(data.noticedAt, data.heldAt);
      },
    ],
    event: "PressConferencePlanned",
    besides: ({ data: { unit, law, ...data } }) => ({
      unitName: nameOn(unit.names, localDateOf(data.heldAt)),
      noticeBy: noticeDue(law, data.heldAt),
    }),
  }),
  RegisterConferenceNotice: begin({
    does: say("ghi thông báo họp báo của nơi khác", "register others' notice of a press conference"),
    note: "In writing, at least as long before as the law says. One that comes later is registered, and seen to be late.",
    begins: "pressConference",
    fields: {
      unitId,
      ...needed(PRESS_CONFERENCE, "organiser", "topic", "title", "place", "heldAt", "noticedAt"),
      document: PRESS_CONFERENCE.document,
    },
    looked: looked<Known>(),
    rules: [
      function clerkIsOfTheUnit({ data, meta }) {
        return actsForOneOf(meta, [data.unit.unitId], ["unitId"]);
      },
      function unitExistsThen({ data }) {
        return unitExistsOn(data.unit, localDateOf(data.noticedAt), ["unitId"]);
      },
      function noticeGoesBeforeIt({ data, meta }) {
        return hasCome(data.noticedAt, meta.now, "noticedAt") ?? noticeGoesBefore(data.noticedAt, data.heldAt);
      },
    ],
    event: "ConferenceNoticeRegistered",
    besides: ({ data: { unit, law, ...data } }) => ({
      unitName: nameOn(unit.names, localDateOf(data.noticedAt)),
      noticeBy: noticeDue(law, data.heldAt),
    }),
  }),
  GiveConferenceNotice: step({
    does: say("thông báo về việc họp báo", "give notice of the conference"),
    settles: ["CONFERENCE_NOTICE"],
    note: "Of the unit's own conference, to the press authority.",
    fields: { ...needed(PRESS_CONFERENCE, "noticedAt"), document: PRESS_CONFERENCE.document },
    from: ["PLANNED"],
    rules: [
      function noticeGoesBeforeIt({ state, data, meta }) {
        return hasCome(data.noticedAt, meta.now, "noticedAt") ?? noticeGoesBefore(data.noticedAt, state.heldAt);
      },
    ],
    event: "PressConferenceNoticeGiven",
  }),
  AnswerConferenceNotice: step({
    does: say("trả lời thông báo họp báo", "answer the notice"),
    note: "Without an answer it may be held.",
    fields: { ...needed(PRESS_CONFERENCE, "answer", "answeredOn"), answerText: PRESS_CONFERENCE.answerText },
    from: ["NOTIFIED"],
    rules: [
      function afterTheNotice({ state, data, meta }) {
        if (data.answeredOn > localDateOf(meta.now)) return refusals.PRESS_CONFERENCE_AHEAD(["answeredOn"]);
        const noticed = localDateOf(state.noticedAt ?? state.heldAt);
        const early = data.answeredOn < noticed;
        return early ? refusals.PRESS_CONFERENCE_CHANGE_OUT_OF_ORDER(["answeredOn"], noticed) : undefined;
      },
    ],
    event: "ConferenceNoticeAnswered",
  }),
  HoldPressConference: step({
    does: say("ghi nhận đã họp báo", "record that it was held"),
    note: "A unit's own under the spokesperson, or the person authorised for the matter, who may speak that day.",
    fields: asIn(PRESS_CONFERENCE, "heldAt", "spokespersonId", "matter", "url"),
    looked: looked<{ readonly speaking: Speaking | null; readonly law: DutyRule | null }>(),
    from: OPEN,
    rules: [
      function itHasBeenHeld({ data, meta }) {
        return hasCome(data.heldAt, meta.now, "heldAt");
      },
      function speakerMaySpeakThen({ state, data }) {
        if (state.heldBy === "OTHERS") {
          return data.speaking ? refusals.PRESS_CONFERENCE_SPEAKER_OF_OTHERS(["spokespersonId"]) : undefined;
        }
        if (!data.speaking) return refusals.PRESS_CONFERENCE_NEEDS_SPEAKER(["spokespersonId"]);
        const on = localDateOf(data.heldAt);
        return speaksForUnit(data.speaking, { unitId: state.unitId, on, matter: data.matter });
      },
    ],
    event: "PressConferenceHeld",
    besides: ({ data: { speaking, law, ...data } }) => ({
      noticeBy: noticeDue(law, data.heldAt),
      spokespersonId: speaking?.speaker.spokespersonId ?? null,
      spokespersonPost: speaking?.speaker.post ?? null,
    }),
  }),
  CancelPressConference: step({
    does: say("ghi nhận không họp báo", "cancel the press conference"),
    fields: { ...needed(PRESS_CONFERENCE, "cancelledOn"), reason },
    from: OPEN,
    rules: [
      function hasBeenCancelled({ data, meta }) {
        return data.cancelledOn > localDateOf(meta.now) ? refusals.PRESS_CONFERENCE_AHEAD(["cancelledOn"]) : undefined;
      },
    ],
    event: "PressConferenceCancelled",
  }),

  // Corrections
  CorrectPressConference: correction({
    event: "PressConferenceCorrected",
    note: "The notice is judged anew by what is then recorded.",
    fields: CORRECTED,
    looked: looked<{ readonly law: DutyRule | null; readonly speaking: Speaking | null }>(),
    from: NOT_VOIDED,
    rules: [
      function organiserIsOfOthers({ state, data }) {
        const own = data.organiser !== null && state.heldBy === "UNIT";
        return own ? refusals.PRESS_CONFERENCE_NOT_OF_OTHERS(["organiser"]) : undefined;
      },
      function noticeGoesBeforeIt({ state, data, meta }) {
        const [given, at] = [data.noticedAt ?? state.noticedAt, data.heldAt ?? state.heldAt];
        const held = state.status === "HELD" ? hasCome(at, meta.now, "heldAt") : undefined;
        return held ?? hasCome(given, meta.now, "noticedAt") ?? noticeGoesBefore(given, at);
      },
      function speakerMaySpeakThen({ state, data }) {
        if (data.heldAt === null || !data.speaking) return undefined;
        const occasion = { unitId: state.unitId, on: localDateOf(data.heldAt), matter: state.matter };
        const refusal = speaksForUnit(data.speaking, occasion);
        return refusal && { ...refusal, path: ["heldAt"] };
      },
    ],
    wanted: ({ said: { url: address, ...said }, data }) => ({
      ...said,
      noticeBy: said.heldAt === undefined ? undefined : (noticeDue(data.law, said.heldAt) ?? undefined),
      url: address,
    }),
  }),
  VoidPressConference: voiding({
    event: "PressConferenceVoided",
    looked: looked<{ readonly hasStatements: boolean }>(),
    from: NOT_VOIDED,
    rules: [
      function noStatementRestsOnIt({ data }) {
        const path = ["pressConferenceId"];
        return data.hasStatements ? refusals.PRESS_CONFERENCE_STATEMENT_RESTS_ON_IT(path) : undefined;
      },
    ],
  }),
};
