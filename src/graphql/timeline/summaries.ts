import { sentenceOf, type TIMELINE_KINDS } from "../../domain/kernel/history.js";
import type { TermOf } from "../../domain/kernel/terms.js";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import { eventOfType, HISTORIES, historyOf } from "../../domain/histories.js";

export type TimelineKind = TermOf<typeof TIMELINE_KINDS>;

/** A newer program on the same log may write types that this one has never heard of. */
const UNKNOWN = say("Có sự kiện mới được ghi nhận.", "Something was recorded.");

/**
 * What a timeline says of an event to those who know nothing of its type. It names nobody: whoever may read a name finds
 * it in the record. Of an event whose sentence tells of its data, it was written when the event was taken in.
 */
export function summaryOf({
  type,
  said_json,
}: {
  readonly type: string;
  readonly said_json: string | null;
}): Bilingual {
  if (said_json !== null) return JSON.parse(said_json) as Bilingual;
  const told = eventOfType(type)?.says;
  return told && typeof told !== "function" ? told : UNKNOWN;
}

/** The same, of an event as it stands in the log. */
export function sentencesOf({ type, data }: { readonly type: string; readonly data: object }): Bilingual {
  const told = eventOfType(type);
  return told ? sentenceOf(told, data) : UNKNOWN;
}

/** Among which events a timeline shows those of the stream. */
export const kindOfStream = (stream: string): TimelineKind =>
  historyOf(stream.slice(0, stream.indexOf("-")))?.timeline ?? "REGISTER";

/** The event types of these kinds of records. */
export const typesOf = (kinds: readonly TimelineKind[]): readonly string[] =>
  HISTORIES.filter(({ timeline }) => kinds.includes(timeline)).flatMap(({ events }) => Object.keys(events));
