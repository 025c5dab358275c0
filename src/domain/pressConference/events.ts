import type { CorrectionOf } from "../kernel/fields.js";
import { type EventsOf, eventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { termWords } from "../kernel/terms.js";
import { type Instant, type LocalDate, localDateOf } from "../kernel/time.js";
import { enMoment, say, viMoment } from "../kernel/words.js";
import { BLANK, type CORRECTED, type PressConference, settled } from "./pressConference.js";
import { NOTICE_ANSWERS, PRESS_CONFERENCE_STATUSES } from "./terms.js";

type Plan = Pick<
  PressConference,
  "unitId" | "unitName" | "topic" | "title" | "place" | "heldAt" | "document" | "noticedAt" | "noticeBy"
>;
type Notice = Plan & { readonly organiser: string; readonly noticedAt: Instant };
type Answer = Exclude<PressConference["answer"], null>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<
  PressConference,
  { readonly pressConferenceId: string }
>();

/** What can have happened to a press conference. */
export const pressConferenceEvents = {
  PressConferencePlanned: begins<Plan>({
    stays: VOIDED_INSTEAD,
    says: ({ unitName, title, heldAt }) =>
      say(
        `${unitName} lên kế hoạch họp báo lúc ${viMoment(heldAt)}: ${title}.`,
        `${unitName} planned a press conference at ${enMoment(heldAt)}: ${title}.`,
      ),
    about: ({ unitId }) => ({ set: { unit: some("Unit", unitId) } }),
    begins: ({ pressConferenceId: _, ...plan }) => ({
      ...BLANK,
      ...plan,
      ...{ status: "PLANNED", heldBy: "UNIT", mayBeHeld: true },
    }),
  }),
  ConferenceNoticeRegistered: begins<Notice>({
    stays: VOIDED_INSTEAD,
    says: ({ organiser, title, heldAt, noticedAt }) =>
      say(
        `${organiser} thông báo lúc ${viMoment(noticedAt)} về việc họp báo lúc ${viMoment(heldAt)}: ${title}.`,
        `${organiser} gave notice at ${enMoment(noticedAt)} of a press conference at ${enMoment(heldAt)}: ${title}.`,
      ),
    on: ({ noticedAt }) => localDateOf(noticedAt),
    about: ({ unitId }) => ({ set: { unit: some("Unit", unitId) } }),
    begins: ({ pressConferenceId: _, ...notice }) => ({
      ...BLANK,
      ...notice,
      ...{ status: "NOTIFIED", heldBy: "OTHERS", mayBeHeld: true },
    }),
  }),
  PressConferenceNoticeGiven: happens<{ noticedAt: Instant; document: string | null }>({
    says: ({ noticedAt }) =>
      say(
        `Thông báo bằng văn bản về việc họp báo lúc ${viMoment(noticedAt)}.`,
        `Written notice of the conference was given at ${enMoment(noticedAt)}.`,
      ),
    on: ({ noticedAt }) => localDateOf(noticedAt),
    changes: ({ document }, { noticedAt, document: paper }) => ({ noticedAt, document: paper ?? document }),
  }),
  ConferenceNoticeAnswered: happens<{ answer: Answer; answeredOn: LocalDate; answerText: string | null }>({
    says({ answer }) {
      const { vi, en } = termWords(NOTICE_ANSWERS, answer);
      return say(`Trả lời thông báo họp báo: ${vi}.`, `The notice was answered: ${en}.`);
    },
    on: "answeredOn",
    to: "ANSWERED",
    keeps: true,
  }),
  PressConferenceHeld: happens<
    Pick<PressConference, "heldAt" | "noticeBy" | "spokespersonId" | "spokespersonPost" | "matter" | "url">
  >({
    says: ({ heldAt }) =>
      say(`Họp báo lúc ${viMoment(heldAt)}.`, `The press conference was held at ${enMoment(heldAt)}.`),
    on: ({ heldAt }) => localDateOf(heldAt),
    about: ({ spokespersonId }) => ({ once: some("Spokesperson", spokespersonId) }),
    to: "HELD",
    keeps: true,
  }),
  PressConferenceCancelled: happens<{ cancelledOn: LocalDate }>({
    says: say("Không tổ chức họp báo.", "The press conference was cancelled."),
    on: "cancelledOn",
    to: "CANCELLED",
    keeps: true,
  }),
  PressConferenceCorrected: corrects<CorrectionOf<typeof CORRECTED> & Partial<Pick<PressConference, "noticeBy">>>({
    says: say("Đính chính hồ sơ họp báo.", "The record of the press conference was corrected."),
  }),
  PressConferenceEntryTakenBack: takesBack(),
  PressConferenceVoided: voids({
    says: say("Hủy hồ sơ họp báo nhập nhầm.", "The press conference was entered in error and is void."),
  }),
};
export type PressConferenceEvent = EventsOf<typeof pressConferenceEvents>;

export const pressConferenceHistory = history({
  kind: "PressConference",
  category: "pressConference",
  timeline: "STATEMENT",
  id: "pressConferenceId",
  words: say("cuộc họp báo", "press conference"),
  statuses: PRESS_CONFERENCE_STATUSES,
  events: pressConferenceEvents,
  settle: settled,
  blank: BLANK,
});
