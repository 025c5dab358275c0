import type { DomainEvent } from "./decider.js";
import type { RecordKind } from "./fields.js";
import type { Links, SubjectKind } from "./links.js";
import { type TermOf, type Terms, terms } from "./terms.js";
import { type Instant, type LocalDate, localDateOf } from "./time.js";
import { type Bilingual, say } from "./words.js";

/**
 * The first half of a subject's declaration: what can have happened to a record, and what it is after that. Each event says
 * what it does to the record, on which day it counts, whom it is about, and how a timeline tells it. What may be done
 * is the other half (./steps.ts).
 */

/** A record that was never begun. */
export interface None {
  readonly status: "NONE";
}
export const NONE: None = { status: "NONE" };
export type StatusOf<S> = S extends { readonly status: infer T extends string } ? T : never;

/** When an event occurred, and why it was told. */
export type Occurrence = Pick<DomainEvent, "occurredAt" | "reason">;

/** What an event tells that takes others back: what was entered by one command, in error. */
export interface TakenBack {
  /** The revisions of the events that it takes back. */
  readonly entries: readonly number[];
  /** What a timeline says of them. */
  readonly said: Bilingual;
  /** Of a register: the records that they changed. */
  readonly of?: readonly string[];
}

/**
 * BY_LAW: the law makes it public. ONCE_TOLD: it takes back or corrects what was public of the record, so those are told who
 * were told that; of a record of which nothing was public it is not.
 */
export type Publicity = "BY_LAW" | "ONCE_TOLD";

/** The fields that may tell a day. */
type DayIn<D> = { [K in keyof D & string]: D[K] extends LocalDate | null ? K : never }[keyof D & string];

interface EventDeclaration<D extends object> {
  /** The line of a timeline. It names amounts, numbers, days and titles, and no person. */
  readonly says: Bilingual | ((data: D) => Bilingual);
  /** The day from which it counts: the field that tells it, or how it follows; absent: the day on which it occurred. */
  readonly on?: DayIn<D> | ((data: D) => LocalDate | null);
  /** It speaks of the record, not of a day: what it tells was so all along. */
  readonly corrects?: true;
  /** Whether it is told to whoever asks, without a token; absent: it is not. */
  readonly isPublic?: Publicity;
  /** The records of a register that it changes; absent: the one whose id it names. */
  readonly of?: (data: D) => readonly string[];
  /** Whom or what it is about, besides its own record. */
  readonly about?: (data: D) => Links;
  /** Why it is not taken back where it was entered in error, and how that is corrected; absent: it is taken back. */
  readonly stays?: Bilingual;
  /** For the compiler only. */
  readonly data?: D;
}

/** Why a beginning stays: what was begun in error is voided. */
export const VOIDED_INSTEAD: Bilingual = say(
  "Hồ sơ nhập nhầm được hủy bằng lệnh riêng.",
  "A record entered in error is voided.",
);

/** The event with which a record begins. */
export interface BeginningEvent<S extends object, D extends object> extends EventDeclaration<D> {
  /** `before`: what stood, of a record that had begun in another way, as with its plan. */
  readonly begins: (data: D, event: Occurrence, before: S | None) => S;
  /** The states to which it leads a record that was there. */
  readonly leadsTo?: readonly StatusOf<S>[];
  readonly stays: Bilingual;
}

/** An event of a record that is there. */
export interface LaterEvent<S extends object, D extends object> extends EventDeclaration<D> {
  /** The state that it leads to; absent: the same, or what `changes` says. */
  readonly to?: StatusOf<S>;
  /** The states of which `changes`, or what follows from it, makes one. */
  readonly leadsTo?: readonly StatusOf<S>[];
  /** The record keeps all that it tells, each field under its own name. */
  readonly keeps?: true;
  /** What else it changes. */
  readonly changes?: (state: S, data: D, event: Occurrence) => Partial<S>;
  /** It takes others back: the record is what it is without them, and then as `changes` says. */
  readonly takesBack?: true;
  /** What it tells of a record from which something before it was taken back; absent: the same. */
  readonly anew?: (state: S, data: D) => D;
  /** Whether it can have happened to a record that stands so: asked when something before it is taken back. */
  readonly holds?: (state: S, data: D) => boolean;
  /** What of the record it rests on or changes: two that touch the same are taken back the later one first. */
  readonly touches?: (data: D) => readonly string[];
  /** The record's own fields that it corrects: one that nothing says any more is not corrected. */
  readonly corrected?: (data: D) => object;
}

/** An event that the record keeps tells fields of the record, and no others. */
type Kept<S, D> = [Exclude<keyof D, keyof S>] extends [never]
  ? D extends Partial<S>
    ? { readonly keeps?: true }
    : { readonly keeps?: { readonly isOfAnotherType: Unlike<S, D> } }
  : { readonly keeps?: { readonly recordHasNo: Exclude<keyof D, keyof S> } };
type Unlike<S, D> = { [K in keyof D & keyof S]: D[K] extends S[K] ? never : K }[keyof D & keyof S];

/** What an event tells that corrects fields of the record. */
interface Corrected<C> {
  readonly changes: C;
}
/** `changes`: where what it tells is not how the record keeps it. */
type CorrectingEvent<S extends object, Id extends object, C extends object> = Omit<
  LaterEvent<S, Id & Corrected<C>>,
  "corrects" | "corrected" | "to" | "changes"
> &
  ([keyof C, C] extends [keyof S, Partial<S>] ? object : { readonly changes: unknown }) &
  Pick<LaterEvent<S, Id & Corrected<C>>, "changes">;
/** One that tells it in a shape of its own: of the record's own fields, or of parts that it touches. */
type CorrectingEventOfItsOwn<S extends object, D extends object> = Omit<LaterEvent<S, D>, "corrects" | "to"> &
  Required<Pick<LaterEvent<S, D>, "changes">> &
  (Required<Pick<LaterEvent<S, D>, "corrected">> | Required<Pick<LaterEvent<S, D>, "touches">>);
/** Of a record that can be void. */
type VoidingEvent<S extends object, D extends object> =
  "VOIDED" extends StatusOf<S> ? Omit<LaterEvent<S, D>, "corrects" | "to"> : never;

/** What all corrections of a record's own fields touch. */
const CORRECTED = "corrected";

/** Those of parts touch the parts alone. */
const correctsAs = <S extends object, D extends object>(event: CorrectingEventOfItsOwn<S, D>): LaterEvent<S, D> => ({
  corrects: true,
  ...event,
  touches: (data) => [
    ...(Object.keys(event.corrected?.(data) ?? {}).length > 0 ? [CORRECTED] : []),
    ...(event.touches?.(data) ?? []),
  ],
});

/** Helpers that know the record's state and the name of its id, so that an event says only its own data. */
export const eventsOf = <S extends object, Id extends object>() => ({
  begins: <D extends object>(event: BeginningEvent<S, Id & D>): BeginningEvent<S, Id & D> => event,
  happens: <D extends object = object>(event: LaterEvent<S, Id & D> & Kept<S, D>): LaterEvent<S, Id & D> => event,
  /**
   * The event that corrects fields of the record. It tells how each is from then on, if it changes: what was right by an
   * earlier correction is not told again, so of two the later one is taken back first.
   */
  corrects: <C extends object>(event: CorrectingEvent<S, Id, C>): LaterEvent<S, Id & Corrected<C>> =>
    correctsAs<S, Id & Corrected<C>>({
      changes: (_, { changes }) => changes as Partial<S>,
      ...(event as Pick<LaterEvent<S, Id & Corrected<C>>, "says" | "touches">),
      corrected: ({ changes }) => changes,
    }),
  /** As `corrects`, of an event that tells it in a shape of its own, or of parts of the record, which it `touches`. */
  correctsAs: <D extends object>(event: CorrectingEventOfItsOwn<S, Id & D>): LaterEvent<S, Id & D> =>
    correctsAs<S, Id & D>(event),
  /** The event that voids the record, as it was entered in error. */
  voids: <D extends object = object>(event: VoidingEvent<S, Id & D>): LaterEvent<S, Id & D> => ({
    corrects: true,
    to: "VOIDED" as StatusOf<S>,
    ...event,
  }),
  /** The event that takes others back. */
  takesBack: (event: Pick<LaterEvent<S, Id & TakenBack>, "changes" | "of"> = {}): LaterEvent<S, Id & TakenBack> => ({
    says: ({ said }) => say(`Hủy bỏ mục ghi nhầm: ${said.vi}`, `An entry made in error was taken back: ${said.en}`),
    corrects: true,
    takesBack: true,
    stays: say(
      "Việc hủy bỏ một mục ghi nhầm không hủy lại được; hãy ghi lại mục đó.",
      "What was taken back is not restored; enter it again.",
    ),
    ...event,
  }),
});

/** The union of the events of a table. */
export type EventsOf<T> = {
  [K in keyof T & string]: T[K] extends { readonly data?: infer D } ? DomainEvent<K, D & object> : never;
}[keyof T & string];

/** An event of whatever record, its own types set aside. */
export interface AnyEvent {
  readonly says: Bilingual | ((data: never) => Bilingual);
  readonly on?: string | ((data: never) => LocalDate | null);
  readonly corrects?: true;
  readonly isPublic?: Publicity;
  readonly of?: (data: never) => readonly string[];
  readonly about?: (data: never) => Links;
  readonly to?: string;
  readonly leadsTo?: readonly string[];
  readonly stays?: Bilingual;
  readonly begins?: (data: never, event: Occurrence, before: never) => object;
  readonly keeps?: true;
  readonly changes?: (state: never, data: never, event: Occurrence) => object;
  readonly takesBack?: true;
  readonly anew?: (state: never, data: never) => object;
  readonly holds?: (state: never, data: never) => boolean;
  readonly touches?: (data: never) => readonly string[];
  readonly corrected?: (data: never) => object;
}

export const TIMELINE_KINDS = terms(
  "TimelineKind",
  "Of what kind of record an event is. REGISTER: of units, agencies, offices, reporters, numbers.",
  {
    VISIT: say("lượt tác nghiệp", "visits"),
    INSPECTION: say("thanh tra, kiểm tra", "inspections"),
    CASE: say("vụ việc vi phạm", "violation cases"),
    SANCTION: say("quyết định xử phạt", "sanction decisions"),
    SEIZURE: say("tang vật tạm giữ", "seized exhibits"),
    REGISTER: say("sổ đăng ký", "registers"),
    STATEMENT: say("phát ngôn", "statements and who makes them"),
    REQUEST: say("yêu cầu cung cấp thông tin", "requests for information"),
    PRESS_ITEM: say("tin, bài báo chí phản ánh", "press items"),
    OVERSIGHT: say("giám sát của Hội đồng nhân dân", "oversight by the people's council"),
    STAFF: say("nhân lực công nghệ thông tin, đào tạo", "staff and training"),
  },
);

/** The states in which a record can be; one of which the state does not say where it stands has none. */
type Statuses<S> = [StatusOf<S>] extends [never]
  ? { readonly statuses?: never }
  : { readonly statuses: Terms<StatusOf<S>> };

/** What can have happened in streams of one kind: as much as those need who only tell of it. */
export interface Chronicle {
  /** Null: nobody asks what happened to one. */
  readonly kind: SubjectKind | null;
  /** Of its streams: the name before the dash. */
  readonly category: string;
  /** The key of the one stream in which all of the kind stand, see ./register.ts; absent: each has its own. */
  readonly register?: string;
  /** Among which events a timeline shows its own. */
  readonly timeline: TermOf<typeof TIMELINE_KINDS>;
  /** The name of its id in events and commands. */
  readonly id: string;
  /** What one is called within a sentence: `say("lượt tác nghiệp", "visit")`. */
  readonly words: Bilingual;
  readonly events: Readonly<Record<string, AnyEvent>>;
  /** As of History, of those in which something can be taken back. */
  standing?<E extends DomainEvent>(story: readonly E[], recordId?: string): readonly E[];
}

interface HistoryDeclaration<S extends object, E extends DomainEvent, Id extends string> extends Chronicle {
  readonly kind: RecordKind;
  readonly id: Id;
  /** What this one is called, where not all are called alike: a check is no inspection. */
  calledAs?(state: S): Bilingual;
  readonly events: { readonly [K in E["type"]]: AnyEvent };
  /** What follows from every event, whichever it was. */
  readonly settle?: (after: S, event: E, before: S | None) => S;
  /** What it does not forget when an entry is taken back: texts may still speak of whom that named. */
  readonly remembers?: (after: S, before: S) => S;
  /** What a record has none of at first, so that it is not written out: null, or an empty list. */
  readonly blank: Partial<S>;
}

/** A record as it grows from its events. */
export interface History<S extends object = object, E extends DomainEvent = DomainEvent, Id extends string = string>
  extends Omit<Chronicle, "kind" | "id" | "standing">, Pick<HistoryDeclaration<S, E, Id>, "kind" | "id" | "blank"> {
  readonly statuses?: Terms;
  calledAs?(state: S): Bilingual;
  evolve(state: S | None, event: E): S | None;
  /**
   * A story without what was taken back in it, told as it is without that; of a register, what of it changed the record.
   * The story begins with the stream's first event.
   */
  standing<One extends DomainEvent>(story: readonly One[], recordId?: string): readonly One[];
}

/** What the beginning event of a table makes. */
type StateIn<T> = {
  [K in keyof T]: T[K] extends { readonly begins: (...told: never[]) => infer S } ? S : never;
}[keyof T];

export function history<T extends Readonly<Record<string, AnyEvent>>, Id extends string, S extends StateIn<T> & object>(
  declared: Omit<HistoryDeclaration<S, EventsOf<T>, Id>, "events"> & Statuses<S> & { readonly events: T },
): History<S, EventsOf<T>, Id> {
  const { settle, remembers } = declared;
  const events: Readonly<Record<string, AnyEvent>> = declared.events;

  const standing = <One extends DomainEvent>(story: readonly One[], recordId?: string): readonly One[] => {
    const gone = takenBackIn(events, story);
    const isOf = (event: One): boolean => recordId === undefined || entriesOf(declared, event).includes(recordId);
    if (gone.revisions.size === 0) return recordId === undefined ? story : story.filter(isOf);
    const left: One[] = [];
    let state: S | None = NONE;
    story.forEach((event, revision) => {
      if (gone.revisions.has(revision) || !isOf(event)) return;
      const { takesBack, anew } = events[event.type] ?? {};
      let told: One = takesBack ? { ...event, story: null } : event;
      // What was told knowing what is gone now is told anew; what came after that was gone knew it.
      if (anew && gone.first < revision && revision < gone.until && !isNone(state)) {
        told = { ...event, data: anew(state as never, event.data as never) };
      }
      left.push(told);
      state = evolve(state, told as unknown as EventsOf<T>);
    });
    return left;
  };

  const evolve = (state: S | None, event: EventsOf<T>): S | None => {
    const told = events[event.type];
    if (!told) return state;
    if (told.takesBack && event.story !== null) {
      if (!event.story) throw new Error(`The event ${event.type} comes without what stood before it.`);
      const recordId = declared.register === undefined ? undefined : String(state[declared.id as never]);
      const left = standing([...event.story, event], recordId) as readonly EventsOf<T>[];
      const without = left.reduce(evolve, NONE as S | None);
      return remembers && !isNone(without) && !isNone(state) ? remembers(without, state) : without;
    }
    if (told.begins) {
      const begun = told.begins(event.data as never, event, state as never) as S;
      return settle ? settle(begun, event, state) : begun;
    }
    if (isNone(state)) return state;
    const kept = told.keeps ? keptOf(event.data, declared.id) : undefined;
    const changes = told.changes?.(state as never, event.data as never, event);
    const after: S = { ...state, ...kept, ...changes, ...(told.to === undefined ? {} : { status: told.to }) };
    return settle ? settle(after, event, state) : after;
  };
  return { ...declared, evolve, standing };
}

/** What an event tells, but for the record's own id. */
function keptOf(data: object, id: string): object {
  const { [id]: _, ...kept } = data as Readonly<Record<string, unknown>>;
  return kept;
}

/** What is taken back in a story: the first of it, and up to where the story did not know that it would be. */
function takenBackIn(
  events: Readonly<Record<string, AnyEvent>>,
  story: readonly DomainEvent[],
): { readonly revisions: ReadonlySet<number>; readonly first: number; readonly until: number } {
  const revisions = new Set<number>();
  let until = -1;
  story.forEach(({ type, data }, revision) => {
    if (!events[type]?.takesBack) return;
    for (const entry of (data as TakenBack).entries) revisions.add(entry);
    until = revision;
  });
  return { revisions, first: Math.min(...revisions), until };
}

export const isNone = (state: object): state is None => "status" in state && state.status === "NONE";

/** The records of which an event is: its stream's own, or those of a register that it changes. */
export function recordsOf(
  { category, register, events, id }: Pick<Chronicle, "category" | "register" | "events" | "id">,
  { stream, type, data }: { readonly stream: string; readonly type: string; readonly data: object },
): readonly string[] {
  return register === undefined ? [stream.slice(category.length + 1)] : entriesOf({ events, id }, { type, data });
}

/** The records of a register that an event changes. */
export function entriesOf(
  { events, id }: Pick<Chronicle, "events" | "id">,
  { type, data }: { readonly type: string; readonly data: object },
): readonly string[] {
  const told = events[type];
  return told ? (told.of?.(data as never) ?? [String((data as Readonly<Record<string, unknown>>)[id])]) : [];
}

/** The day from which an event counts; null: it speaks of the record, not of a day. */
export function dayOfEvent(
  events: Readonly<Record<string, AnyEvent>>,
  { type, data, occurredAt }: { readonly type: string; readonly data: object; readonly occurredAt: Instant },
): LocalDate | null {
  if (events[type]?.corrects) return null;
  return dayToldBy(events, { type, data }) ?? localDateOf(occurredAt);
}

/** The day that the event itself tells: of its papers. Null: it tells none. */
export const dayToldBy = (
  events: Readonly<Record<string, AnyEvent>>,
  { type, data }: { readonly type: string; readonly data: object },
): LocalDate | null => {
  const on = events[type]?.on;
  const day = typeof on === "string" ? (data as Readonly<Record<string, LocalDate | null>>)[on] : on?.(data as never);
  return day ?? null;
};

/** What a timeline says of the event. */
export const sentenceOf = (told: AnyEvent, data: object): Bilingual =>
  typeof told.says === "function" ? told.says(data as never) : told.says;
