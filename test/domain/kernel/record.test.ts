import { expect } from "chai";
import { dayOfEvent, sentenceOf } from "../../../src/domain/kernel/history.js";
import { CLOCK, commandMeta, given } from "../../support/given.js";
import { note, type Note, noteEvents, type NoteEvent, noteHistory } from "./pressNote.js";

const written: NoteEvent = {
  type: "NoteWritten",
  data: { noteId: "n-1", title: "Đê vỡ", publishedOn: "2019-09-01" },
  occurredAt: CLOCK,
};
const checked = (finding: "TRUE" | "FALSE"): NoteEvent => ({
  type: "NoteChecked",
  data: { noteId: "n-1", finding },
  occurredAt: CLOCK,
});
const decider = note.decider;

describe("a declared record", () => {
  it("begins with the event of the step that begins it", () => {
    given(decider)
      .when({ type: "WriteNote", data: { noteId: "n-1", title: "Đê vỡ", publishedOn: "2019-09-01" } })
      .then(written);
  });

  it("is refused by its own rules, after those of time", () => {
    const ahead = { noteId: "n-1", title: "Đê vỡ", publishedOn: "2020-01-01" };
    given(decider).when({ type: "WriteNote", data: ahead }).thenRefused("NOTE_AHEAD", ["publishedOn"]);
    given(decider)
      .when({ type: "WriteNote", data: ahead, meta: commandMeta({ occurredAt: "2019-09-11T03:00:00.000Z" }) })
      .thenRefused("OCCURRED_IN_FUTURE");
  });

  it("that was never begun is not found", () => {
    given(decider)
      .when({ type: "CloseNote", data: { noteId: "n-1" } })
      .thenRefused("NOTE_NOT_FOUND", ["noteId"]);
  });

  it("goes from state to state as its events say", () => {
    const state = [written, checked("TRUE")].reduce(noteHistory.evolve, { status: "NONE" });
    expect(state).to.include({ status: "CHECKED", finding: "TRUE", title: "Đê vỡ" });
  });

  it("refuses a step that its state does not allow, and names the step that leads there", () => {
    const decision = decider.decide(
      { type: "CloseNote", data: { noteId: "n-1" }, meta: commandMeta() },
      stateOf(written),
    );
    expect("refusal" in decision && decision.refusal).to.deep.equal({
      code: "NOTE_STATUS_FORBIDS",
      path: ["noteId"],
      message: {
        vi: "Ghi chép đã ghi nên không làm được việc này. Việc tiếp theo: xác minh.",
        en: "The note is written; that does not allow this. Next: check it.",
      },
    });
  });

  it("says nothing of a next step where none leads there", () => {
    const closed = stateOf(written, checked("TRUE"), {
      type: "NoteClosed",
      data: { noteId: "n-1" },
      occurredAt: CLOCK,
    });
    const command = {
      type: "CheckNote",
      data: { noteId: "n-1", finding: "TRUE", source: "x" },
      meta: commandMeta(),
    } as const;
    const decision = decider.decide(command, closed);
    expect("refusal" in decision && decision.refusal.message.vi).to.equal(
      "Ghi chép đã kết thúc nên không làm được việc này.",
    );
  });

  it("tells which steps may follow, by the rules that need nothing filled in", () => {
    const next = note.nextSteps(stateOf(written, checked("FALSE")), commandMeta());
    expect(next.map(({ name, refusal }) => [name, refusal?.code])).to.deep.equal([
      ["CheckNote", "NOTE_STATUS_FORBIDS"],
      ["CloseNote", "NOTE_FALSE"],
      ["RetitleNote", undefined],
    ]);
  });

  it("keeps why it was corrected, and asks of a correction only that it is not ahead", () => {
    const late = commandMeta({ occurredAt: "2019-09-01T00:00:00.000Z" });
    given(decider, written)
      .when({ type: "RetitleNote", data: { noteId: "n-1", title: "Đê vỡ ở X", reason: "Gõ nhầm" }, meta: late })
      .then({
        type: "NoteRetitled",
        data: { noteId: "n-1", title: "Đê vỡ ở X" },
        occurredAt: late.occurredAt,
        reason: "Gõ nhầm",
      });
  });

  it("counts an event from its own day, or the day on which it occurred; a correction from none", () => {
    const day = (event: NoteEvent): string | null => dayOfEvent(noteEvents, event);
    expect(day(written)).to.equal("2019-09-01");
    expect(day(checked("TRUE"))).to.equal("2019-09-10");
    expect(day({ type: "NoteRetitled", data: { noteId: "n-1", title: "x" }, occurredAt: CLOCK })).to.equal(null);
  });

  it("is told in sentences with days as papers have them", () => {
    expect(sentenceOf(noteEvents.NoteWritten, written.data)).to.deep.equal({
      vi: "Ghi nhận “Đê vỡ” ngày 01/9/2019.",
      en: "“Đê vỡ” of 1 September 2019 was noted.",
    });
  });
});

function stateOf(...events: NoteEvent[]): Note {
  const state = events.reduce(noteHistory.evolve, { status: "NONE" });
  if (state.status === "NONE") throw new Error("These events begin nothing.");
  return state;
}
