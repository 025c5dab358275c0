import type { CorrectionOf } from "../kernel/fields.js";
import { eventsOf, type EventsOf, history, VOIDED_INSTEAD } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import type { LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { BLANK, type CORRECTED, type Spokesperson } from "./spokesperson.js";
import { SPOKESPERSON_STATUSES } from "./terms.js";

type Appointment = Pick<
  Spokesperson,
  | "role"
  | "unitId"
  | "unitName"
  | "name"
  | "post"
  | "phone"
  | "email"
  | "document"
  | "from"
  | "to"
  | "matter"
  | "authorisedById"
>;

const { begins, corrects, happens, takesBack, voids } = eventsOf<Spokesperson, { readonly spokespersonId: string }>();

/** What can have happened to an appointment to speak for a unit. */
export const spokespersonEvents = {
  SpokespersonAppointed: begins<Appointment & Partial<Pick<Spokesperson, "publishBy">>>({
    stays: VOIDED_INSTEAD,
    says: ({ role, unitName, from }) =>
      role === "AUTHORISED"
        ? say(
            `${unitName} ủy quyền phát ngôn về một vụ việc, từ ngày ${viDay(from)}.`,
            `${unitName} authorised somebody to speak about one matter from ${enDay(from)} on.`,
          )
        : say(
            `${unitName} có người phát ngôn từ ngày ${viDay(from)}.`,
            `${unitName} has a spokesperson from ${enDay(from)} on.`,
          ),
    on: "from",
    about: ({ unitId }) => ({ set: { unit: some("Unit", unitId) } }),
    begins: ({ spokespersonId: _, ...appointment }) => ({ ...BLANK, ...appointment, status: "APPOINTED" }),
  }),
  SpokespersonPublished: happens<{ publishedOn: LocalDate; publishedAt: string | null }>({
    says: ({ publishedOn }) =>
      say(
        `Công bố người phát ngôn ngày ${viDay(publishedOn)}.`,
        `The spokesperson was published on ${enDay(publishedOn)}.`,
      ),
    on: "publishedOn",
    to: "PUBLISHED",
    keeps: true,
  }),
  SpokespersonSuspended: happens<{ from: LocalDate; reason: string }>({
    says: ({ from }) =>
      say(`Tạm dừng phát ngôn từ ngày ${viDay(from)}.`, `The spokesperson is suspended from ${enDay(from)} on.`),
    on: "from",
    to: "SUSPENDED",
    changes: ({ suspensions }, { from, reason }) => ({ suspensions: [...suspensions, { from, to: null, reason }] }),
  }),
  SpokespersonResumed: happens<{ from: LocalDate }>({
    says: ({ from }) =>
      say(`Tiếp tục phát ngôn từ ngày ${viDay(from)}.`, `The spokesperson speaks again from ${enDay(from)} on.`),
    on: "from",
    leadsTo: ["APPOINTED", "PUBLISHED"],
    changes: ({ suspensions, publishedOn }, { from }) => ({
      status: publishedOn === null ? "APPOINTED" : "PUBLISHED",
      suspensions: suspensions.map((one) => (one.to === null ? { ...one, to: from } : one)),
    }),
  }),
  SpokespersonReplaced: happens<{ byId: string; from: LocalDate }>({
    says: ({ from }) =>
      say(`Thay người phát ngôn từ ngày ${viDay(from)}.`, `The spokesperson was replaced from ${enDay(from)} on.`),
    on: "from",
    about: ({ byId }) => ({ once: some("Spokesperson", byId) }),
    to: "REPLACED",
    changes: (_, { byId, from }) => ({ replacedById: byId, endedOn: from }),
  }),
  SpokespersonEnded: happens<{ endedOn: LocalDate; endReason: string }>({
    says: ({ endedOn }) =>
      say(`Kết thúc việc phát ngôn từ ngày ${viDay(endedOn)}.`, `The appointment ended on ${enDay(endedOn)}.`),
    on: "endedOn",
    to: "ENDED",
    keeps: true,
  }),
  SpokespersonCorrected: corrects<CorrectionOf<typeof CORRECTED>>({
    says: say("Đính chính việc phân công phát ngôn.", "The appointment was corrected."),
  }),
  SpokespersonEntryTakenBack: takesBack(),
  SpokespersonVoided: voids({
    says: say("Hủy việc phân công phát ngôn nhập nhầm.", "The appointment was entered in error and is void."),
  }),
};
export type SpokespersonEvent = EventsOf<typeof spokespersonEvents>;

export const spokespersonHistory = history({
  kind: "Spokesperson",
  category: "spokesperson",
  timeline: "STATEMENT",
  id: "spokespersonId",
  words: say("người phát ngôn", "spokesperson"),
  statuses: SPOKESPERSON_STATUSES,
  events: spokespersonEvents,
  blank: BLANK,
});
