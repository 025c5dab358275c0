import { eventOfType, HISTORIES } from "../../domain/histories.js";
import { TIMELINE_KINDS } from "../../domain/kernel/history.js";
import type { TermOf } from "../../domain/kernel/terms.js";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import { OF_SANCTIONS, OF_SEIZURES } from "./summariesOfEnforcement.js";
import type { Summary } from "./summary.js";

export type TimelineKind = TermOf<typeof TIMELINE_KINDS>;

const CATALOG: Readonly<Record<TimelineKind, Readonly<Record<string, Summary>>>> = {
  VISIT: {},
  INSPECTION: {},
  CASE: {},
  SANCTION: OF_SANCTIONS,
  SEIZURE: OF_SEIZURES,
  REGISTER: {},
};

const BY_TYPE = new Map(TIMELINE_KINDS.values.flatMap((kind) => Object.entries(CATALOG[kind])));

/** A newer program on the same log may write types that this one has never heard of. */
const UNKNOWN = say("Có sự kiện mới được ghi nhận.", "Something was recorded.");

/** What is said of every event of a type; of one whose sentence tells more, it was written when the event was taken in. */
export function summaryOf({
  type,
  said_json,
}: {
  readonly type: string;
  readonly said_json: string | null;
}): Bilingual {
  if (said_json !== null) return JSON.parse(said_json) as Bilingual;
  const told = eventOfType(type)?.says;
  if (told && typeof told !== "function") return told;
  const [en, vi] = BY_TYPE.get(type) ?? [UNKNOWN.en, UNKNOWN.vi];
  return say(vi, en);
}

/** The event types of these kinds of records. */
export const typesOf = (kinds: readonly TimelineKind[]): readonly string[] =>
  kinds.flatMap((kind) => [
    ...Object.keys(CATALOG[kind]),
    ...HISTORIES.filter(({ timeline }) => timeline === kind).flatMap(({ events }) => Object.keys(events)),
  ]);
