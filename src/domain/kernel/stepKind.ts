import type { AnyEvent } from "./history.js";
import type { AnyStep } from "./steps.js";
import { type TermOf, terms } from "./terms.js";
import { say } from "./words.js";

export const STEP_KINDS = terms(
  "StepKind",
  "What a step does to its record. CORRECTS: fields of it, or of a part, and what is left out stays as it is. VOIDS: the whole record " +
    "counts for nothing any more. TAKES_BACK: one entry of its history, as if it had not been made. GOES_ON: any other.",
  {
    BEGINS: say("mở hồ sơ", "begins a record"),
    GOES_ON: say("bước tiếp theo", "goes on with it"),
    CORRECTS: say("đính chính", "corrects it"),
    VOIDS: say("hủy hồ sơ nhập nhầm", "voids it"),
    TAKES_BACK: say("hủy bỏ mục ghi nhầm", "takes an entry back"),
  },
);
export type StepKind = TermOf<typeof STEP_KINDS>;

/** Follows from what the step takes, and from what its events do to the record. */
export function stepKindOf(step: AnyStep, events: Readonly<Record<string, AnyEvent>>): StepKind {
  if (step.begins !== undefined) return "BEGINS";
  if (step.takesBack) return "TAKES_BACK";
  if (step.ofFields) return "CORRECTS";
  const told = Object.keys(step.tells).flatMap((name) => events[name] ?? []);
  // One that may also come to something else is about that.
  if (told.every(({ to, leadsTo = to === undefined ? [] : [to] }) => leadsTo.includes("VOIDED"))) return "VOIDS";
  const asksOnlyWhy = Object.keys(step.fields).join() === "reason";
  // As a merger that was entered in error: it says what was so all along, so what told otherwise is undone.
  return asksOnlyWhy && told.some(({ corrects }) => corrects) ? "TAKES_BACK" : "GOES_ON";
}
