import { choice, day, lines, NOBODY, text } from "../../../src/domain/kernel/fields.js";
import { eventsOf, type EventsOf, history } from "../../../src/domain/kernel/history.js";
import { record } from "../../../src/domain/kernel/record.js";
import { looked, stepsOf } from "../../../src/domain/kernel/steps.js";
import { catalog } from "../../../src/domain/kernel/refusal.js";
import { type TermOf, terms } from "../../../src/domain/kernel/terms.js";
import { localDateOf, type LocalDate } from "../../../src/domain/kernel/time.js";
import { enDay, say, viDay } from "../../../src/domain/kernel/words.js";

/** A small subject, declared for the tests of the kernel alone: a note about a press item. */

export const STATUSES = terms("NoteStatus", "Where a note stands.", {
  WRITTEN: say("đã ghi", "written"),
  CHECKED: say("đã xác minh", "checked"),
  CLOSED: say("đã kết thúc", "closed"),
});
const FINDINGS = terms("NoteFinding", "What was found.", { TRUE: say("đúng", "true"), FALSE: say("sai", "false") });

export interface Note {
  readonly status: TermOf<typeof STATUSES>;
  readonly noteId: string;
  readonly title: string;
  readonly publishedOn: LocalDate;
  readonly finding: TermOf<typeof FINDINGS> | null;
}

const { begins, happens } = eventsOf<Note, { readonly noteId: string }>();
export const noteEvents = {
  NoteWritten: begins<{ title: string; publishedOn: LocalDate }>({
    says: ({ title, publishedOn }) =>
      say(`Ghi nhận “${title}” ngày ${viDay(publishedOn)}.`, `“${title}” of ${enDay(publishedOn)} was noted.`),
    on: "publishedOn",
    stays: say("Ghi chép nhầm thì kết thúc.", "A note written in error is closed."),
    begins: ({ noteId, title, publishedOn }) => ({ status: "WRITTEN", noteId, title, publishedOn, finding: null }),
  }),
  NoteChecked: happens<{ finding: TermOf<typeof FINDINGS> }>({
    says: say("Đã xác minh.", "It was checked."),
    to: "CHECKED",
    keeps: true,
  }),
  NoteClosed: happens({ says: say("Kết thúc.", "It was closed."), to: "CLOSED" }),
  NoteRetitled: happens<{ title: string }>({
    says: say("Đính chính tên.", "Its title was corrected."),
    corrects: true,
    keeps: true,
  }),
};
export type NoteEvent = EventsOf<typeof noteEvents>;

export const noteRefusals = catalog({
  NOTE_NOT_FOUND: () => say("Không có ghi chép này.", "There is no such note."),
  NOTE_AHEAD: (on: LocalDate) => say(`Ngày ${viDay(on)} còn ở tương lai.`, `${enDay(on)} lies in the future.`),
  NOTE_FALSE: () => say("Nội dung sai.", "It is false."),
});

const { begin, step } = stepsOf<Note, NoteEvent, "noteId">();
const title = text(say("tên", "title"), 200, NOBODY);
export const noteSteps = {
  WriteNote: begin({
    does: say("ghi nhận", "write it down"),
    begins: "note",
    fields: { title, publishedOn: day(say("ngày đăng", "published on")) },
    rules: [
      function publishedAlready({ data, meta }) {
        const ahead = data.publishedOn > localDateOf(meta.now);
        return ahead ? noteRefusals.NOTE_AHEAD(["publishedOn"], data.publishedOn) : undefined;
      },
    ],
    event: "NoteWritten",
  }),
  CheckNote: step({
    does: say("xác minh", "check it"),
    fields: { finding: choice(FINDINGS, say("kết quả", "finding")) },
    looked: looked<{ readonly source: string }>(),
    from: ["WRITTEN"],
    event: "NoteChecked",
  }),
  CloseNote: step({
    does: say("kết thúc", "close it"),
    fields: {},
    from: ["CHECKED"],
    when: [({ state }) => (state.finding === "FALSE" ? noteRefusals.NOTE_FALSE(["noteId"]) : undefined)],
    event: "NoteClosed",
  }),
  RetitleNote: step({
    does: say("đính chính", "correct it"),
    corrects: true,
    fields: { title, reason: lines(say("lý do", "reason"), 500, NOBODY) },
    event: "NoteRetitled",
  }),
};

export const noteHistory = history({
  kind: "Visit",
  category: "note",
  timeline: "VISIT",
  id: "noteId",
  words: say("ghi chép", "note"),
  statuses: STATUSES,
  events: noteEvents,
  blank: { finding: null },
});

export const note = record(noteHistory, {
  may: ["PRESS_OFFICER"],
  steps: noteSteps,
  refusals: { notFound: noteRefusals.NOTE_NOT_FOUND, statusForbids: "NOTE_STATUS_FORBIDS" },
});
