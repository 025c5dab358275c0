import { type CommandMeta, type DomainEvent, firstRefusal, type Policy, type StoryEvent } from "./decider.js";
import type { Naming } from "./fields.js";
import { id, lines } from "./fields.js";
import {
  type AnyEvent,
  dayToldBy,
  entriesOf,
  type History,
  isNone,
  NONE,
  type None,
  sentenceOf,
  type TakenBack,
} from "./history.js";
import { catalog, type Refusal } from "./refusal.js";
import { type LocalDate, localDateOf } from "./time.js";
import { type Bilingual, say } from "./words.js";

/**
 * What was entered in error is taken back: all that one command told of a record. It stays in the history, with the
 * reason for which it was taken back, and the record is what it is without it. That is refused where what was entered
 * later rests on it: then the later entry is taken back first.
 */

export const takeBackRefusals = catalog({
  ENTRY_NOT_FOUND: () => say("Hồ sơ này không có mục ghi đó.", "The record has no such entry."),
  ENTRY_TAKEN_BACK: () => say("Mục ghi này đã được hủy bỏ rồi.", "The entry was taken back already."),
  ENTRY_STAYS: (vi: string, en: string) =>
    say(`Mục này không hủy bỏ được như mục ghi nhầm. ${vi}`, `This is not taken back as an entry made in error. ${en}`),
  ENTRY_RESTED_ON: (vi: string, en: string) =>
    say(
      `Có mục ghi sau dựa trên mục này; hãy hủy bỏ mục sau trước nếu nó cũng nhầm: ${vi}`,
      `A later entry rests on this one; take that one back first, if it is wrong too: ${en}`,
    ),
});

/** An event with which a subject's story is told. */
export type Story = readonly StoryEvent[];

/** What a step is told that takes an entry back. */
export interface TakingBack<S extends object = object, E extends DomainEvent = DomainEvent> {
  /** The events that are taken back. */
  readonly taken: readonly E[];
  /** What is told of it. */
  readonly told: TakenBack;
  /** The record without them. */
  readonly without: S;
}

/** What a person fills in. `naming`: whom the reason may name. */
export const takeBackFields = (naming: Naming) => ({
  entryId: id(
    say("mục ghi nhầm", "entry"),
    "The id of an event of the record, as `recordEvents` shows it. All that its command told of the record is taken back.",
  ),
  reason: lines(say("lý do", "reason"), 1000, naming),
});

export const TAKE_BACK: Bilingual = say("hủy bỏ mục ghi nhầm", "take back an entry made in error");

interface GroupStep {
  readonly begins?: string;
  readonly takesBack?: true;
  readonly from?: readonly string[];
  readonly when?: readonly Policy<never>[];
  readonly tells: Readonly<Record<string, unknown>>;
}
interface Declared<S> {
  readonly steps: Readonly<Record<string, GroupStep>>;
  readonly statusOn?: (state: S, day: string) => string;
  readonly since?: (state: S) => LocalDate | null;
  readonly check?: (after: S) => void;
}

/** Takes an entry out of a record's story, if what is left still holds together. */
export function takenOut<S extends object, E extends DomainEvent>(
  history: History<S, E>,
  declared: Declared<S>,
  {
    story,
    entryId,
    recordId,
    meta,
  }: { readonly story: Story; readonly entryId: string; readonly recordId: string; readonly meta: CommandMeta },
): TakingBack<S, E> | { readonly refusal: Refusal } {
  const { events } = history;
  const path = ["entryId"];
  const isOfRecord = (event: DomainEvent): boolean =>
    history.register === undefined || entriesOf(history, event).includes(recordId);
  const named = story.find((event) => event.id === entryId && isOfRecord(event));
  if (!named) return { refusal: takeBackRefusals.ENTRY_NOT_FOUND(path) };
  const entries = entriesWith(events, story, named, isOfRecord);
  const isGone = story.some(
    ({ type, data }) => events[type]?.takesBack && (data as TakenBack).entries.some((one) => entries.includes(one)),
  );
  if (isGone) return { refusal: takeBackRefusals.ENTRY_TAKEN_BACK(path) };
  const taken = entries.flatMap((revision) => story[revision] ?? []);
  const first = story.findIndex(isOfRecord);
  // What begins a record that had begun in another way can be gone without it.
  const stays = taken.flatMap(({ type }, at) => {
    const { stays: why, begins } = events[type] ?? {};
    return why && !(begins && (entries[at] ?? 0) > first) ? [why] : [];
  })[0];
  if (stays) return { refusal: takeBackRefusals.ENTRY_STAYS(path, stays.vi, stays.en) };
  const type = Object.keys(events).find((one) => events[one]?.takesBack) ?? "";
  const told: TakenBack = {
    entries,
    said: joined(taken.flatMap((event) => sentenceIn(events, event))),
    ...(history.register === undefined
      ? {}
      : { of: [...new Set(taken.flatMap((event) => entriesOf(history, event)))] }),
  };
  const at = { occurredAt: meta.occurredAt, id: "", commandId: meta.commandId };
  const takingBack = { type, data: { [history.id]: recordId, ...told }, ...at } as unknown as StoryEvent;
  const whole = [...story, takingBack] as unknown as readonly (E & StoryEvent)[];
  for (const one of told.of ?? [undefined]) {
    const left = history.standing(whole, one);
    const stood = stoodBefore(history, story, one);
    const rests = restingOn(history, declared, { left, stood, taken, since: entries[0] ?? 0, story, meta });
    if (rests) {
      const { vi, en } = sentenceIn(events, rests)[0] ?? say("", "");
      return { refusal: takeBackRefusals.ENTRY_RESTED_ON(path, vi, en) };
    }
  }
  const ofRecord = history.standing(whole, history.register === undefined ? undefined : recordId);
  const without = ofRecord.reduce((state, event) => history.evolve(state, event), NONE as S | None);
  if (isNone(without)) return { refusal: takeBackRefusals.ENTRY_NOT_FOUND(path) };
  return { taken: taken as unknown as readonly E[], told, without };
}

/**
 * What is taken back with an event: all that its command told of the record. What came with the beginning of a record is
 * taken back by itself, as the beginning stays.
 */
function entriesWith(
  events: Readonly<Record<string, AnyEvent>>,
  story: Story,
  named: StoryEvent,
  isOfRecord: (event: DomainEvent) => boolean,
): readonly number[] {
  const first = story.find(isOfRecord);
  const alone = first !== named && first?.commandId === named.commandId && events[first.type]?.begins !== undefined;
  return story.flatMap((event, revision) =>
    alone ? (event === named ? [revision] : []) : event.commandId === named.commandId ? [revision] : [],
  );
}

const sentenceIn = (events: Readonly<Record<string, AnyEvent>>, { type, data }: DomainEvent): readonly Bilingual[] => {
  const told = events[type];
  return told ? [sentenceOf(told, data)] : [];
};

const joined = (sentences: readonly Bilingual[]): Bilingual =>
  say(sentences.map(({ vi }) => vi).join(" "), sentences.map(({ en }) => en).join(" "));

/**
 * The first of the entries after those taken out that could not have been made without them: no step leads to it from
 * the record as it is then, it does not hold any more, it names what they brought into being, or corrects what they said.
 */
function restingOn<S extends object, E extends DomainEvent>(
  history: History<S, E>,
  { steps, statusOn, since: beginsOn, check }: Declared<S>,
  {
    left,
    stood,
    taken,
    since,
    story,
    meta,
  }: {
    readonly left: readonly (E & StoryEvent)[];
    readonly stood: ReadonlyMap<string, S | None>;
    readonly taken: readonly StoryEvent[];
    readonly since: number;
    readonly story: Story;
    readonly meta: CommandMeta;
  },
): DomainEvent | undefined {
  const { events } = history;
  const brought = broughtBy(taken, story.slice(0, since));
  const touched = new Set(taken.flatMap((event) => touchedBy(events, event)));
  const revisionOf = new Map(story.map(({ id: eventId }, revision) => [eventId, revision]));
  const isLater = ({ id: eventId, type }: StoryEvent): boolean =>
    (revisionOf.get(eventId) ?? since) > since && !events[type]?.takesBack;
  let state: S | None = NONE;
  for (const group of byCommand(left, isLater)) {
    const [first] = group;
    if (isLater(first)) {
      if (isNone(state) || !leadsOn(group, state, Object.values(steps), { statusOn, meta })) return first;
      if (group.some(({ data }) => idsIn(data).some((one) => brought.has(one)))) return first;
      if (group.some((event) => touchedBy(events, event).some((one) => touched.has(one)))) return first;
    }
    for (const event of group) {
      const { holds } = events[event.type] ?? {};
      if (isLater(event) && holds && !holds(state as never, event.data as never)) return event;
      if (isLater(event) && correctsWhatIsGone(events, event, stood.get(event.id), state)) return event;
      if (isLater(event) && !isNone(state) && isBefore(beginsOn?.(state), events, event)) return event;
      state = history.evolve(state, event);
      if (isLater(event) && !isNone(state) && !isSound(check, state)) return event;
    }
  }
  return undefined;
}

/** How the record stood before each event that it has. */
function stoodBefore<S extends object, E extends DomainEvent>(
  history: History<S, E>,
  story: Story,
  recordId: string | undefined,
): ReadonlyMap<string, S | None> {
  const stood = new Map<string, S | None>();
  let state: S | None = NONE;
  for (const event of history.standing(story as unknown as readonly (E & StoryEvent)[], recordId)) {
    stood.set(event.id, state);
    state = history.evolve(state, event);
  }
  return stood;
}

/** Of what it corrects the record had something, and has nothing without what is taken out. */
function correctsWhatIsGone(
  events: Readonly<Record<string, AnyEvent>>,
  { type, data }: DomainEvent,
  stood: object | undefined,
  without: object,
): boolean {
  const corrected = events[type]?.corrected?.(data as never) ?? {};
  const has = (state: object, field: string): boolean => {
    const value = (state as Readonly<Record<string, unknown>>)[field] ?? null;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  };
  return stood !== undefined && Object.keys(corrected).some((field) => has(stood, field) && !has(without, field));
}

/** It tells a day on which there was nothing of which to tell it. */
function isBefore(
  begins: LocalDate | null | undefined,
  events: Readonly<Record<string, AnyEvent>>,
  event: StoryEvent,
): boolean {
  const day = events[event.type]?.corrects ? null : dayToldBy(events, event);
  return begins != null && day !== null && day < begins;
}

const touchedBy = (events: Readonly<Record<string, AnyEvent>>, { type, data }: DomainEvent): readonly string[] =>
  events[type]?.touches?.(data as never) ?? [];

type Group<E> = [E, ...E[]];

/** The events in their order: those of one command together, but those after what is taken out apart from those before. */
function byCommand<E extends StoryEvent>(story: readonly E[], isLater: (event: E) => boolean): readonly Group<E>[] {
  const groups: Group<E>[] = [];
  for (const event of story) {
    const group = groups.at(-1);
    if (group?.[0].commandId === event.commandId && isLater(group[0]) === isLater(event)) group.push(event);
    else groups.push([event]);
  }
  return groups;
}

function isSound<S extends object>(check: ((after: S) => void) | undefined, state: S): boolean {
  try {
    check?.(state);
    return true;
  } catch {
    return false;
  }
}

/** Whether a step may have told these events of a record that stands so. */
function leadsOn<S extends object>(
  group: readonly DomainEvent[],
  state: S,
  steps: readonly GroupStep[],
  { statusOn, meta }: { readonly statusOn: Declared<S>["statusOn"]; readonly meta: CommandMeta },
): boolean {
  const types = group.map(({ type }) => type);
  const occurredAt = group[0]?.occurredAt ?? meta.occurredAt;
  const telling = steps.filter(({ tells }) => types.every((type) => type in tells));
  if (telling.length === 0) return true;
  const then = { ...meta, occurredAt, now: occurredAt };
  const status = statusOn?.(state, localDateOf(occurredAt)) ?? (state as { readonly status?: string }).status;
  return telling.some(({ from, when = [] }) => {
    if (from && status !== undefined && !from.includes(status)) return false;
    return firstRefusal(when as readonly Policy<object>[], { state, meta: then }) === undefined;
  });
}

/** The ids that these events tell first: of what they bring into being, or bring the record together with. */
function broughtBy(taken: readonly DomainEvent[], before: readonly DomainEvent[]): ReadonlySet<string> {
  const known = new Set(before.flatMap(({ data }) => idsIn(data)));
  return new Set(taken.flatMap(({ data }) => idsIn(data)).filter((one) => !known.has(one)));
}

const NAMES_AN_ID = /Ids?$/;

/** All ids in an event's data, however deep. */
function idsIn(data: unknown, name = ""): readonly string[] {
  if (typeof data === "string") return NAMES_AN_ID.test(name) ? [data] : [];
  if (Array.isArray(data)) return data.flatMap((one) => idsIn(one, name));
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => idsIn(value, key));
}
