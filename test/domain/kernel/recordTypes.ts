import type { DomainEvent } from "../../../src/domain/kernel/decider.js";
import { asIn, day, needed, NOBODY, optional, ref, text, yes } from "../../../src/domain/kernel/fields.js";
import { eventsOf } from "../../../src/domain/kernel/history.js";
import { looked, stepsOf } from "../../../src/domain/kernel/steps.js";
import { say } from "../../../src/domain/kernel/words.js";
import type { LookupsOf } from "../../../src/commands/stepSpec.js";
import { recordTable, textColumn } from "../../../src/projections/table/recordTable.js";
import { type Note, type note, type NoteEvent, noteHistory } from "./pressNote.js";

/** What must not compile: each line below is held by the compiler, which complains where it would pass. */

const { happens } = eventsOf<Note, { readonly noteId: string }>();
const { step } = stepsOf<Note, NoteEvent, "noteId">();
type NoteCorrected = DomainEvent<"NoteCorrected", { readonly noteId: string; readonly changes: { title?: string } }>;
const { correction, voiding } = stepsOf<Note, NoteEvent | NoteCorrected, "noteId">();
const { corrects, voids } = eventsOf<Note, { readonly noteId: string }>();
const does = say("làm", "do it");
const words = say("tên", "title");
const NOTE = { title: text(words, 200, NOBODY), source: optional(text(words, 200, NOBODY)) };

export const wrong = [
  // @ts-expect-error A text says whom it may name.
  text(words, 200),
  // @ts-expect-error A field has words in both languages.
  day("published on"),
  // @ts-expect-error The record has no such field.
  asIn(NOTE, "titel"),
  // @ts-expect-error The record has no such field.
  needed(NOTE, "title", "sauce"),
  // @ts-expect-error What the record may lack may be left out, and the event needs a title.
  step({ does, fields: { title: asIn(NOTE, "source").source }, event: "NoteRetitled" }),
  // @ts-expect-error There is no such kind of record.
  ref("PressNote", words),
  // @ts-expect-error There is no such state.
  happens({ says: words, to: "LOST" }),
  // @ts-expect-error The state has no such field.
  happens<{ title: string }>({ says: words, changes: (_note, { title }) => ({ titel: title }) }),
  happens<{ title: string }>({
    says: words,
    // @ts-expect-error The event's data have no such field.
    on: ({ publishedOn }) => publishedOn,
  }),
  // @ts-expect-error The event's data have no such field.
  happens<{ title: string }>({ says: words, on: "publishedOn" }),
  // @ts-expect-error A count is no day.
  happens<{ title: number }>({ says: words, on: "title" }),
  // @ts-expect-error The record has no such field to keep it in.
  happens<{ titel: string }>({ says: words, keeps: true }),
  // @ts-expect-error The record's title is a text.
  happens<{ title: number }>({ says: words, keeps: true }),
  // @ts-expect-error There is no such state to start from.
  step({ does, fields: {}, from: ["LOST"], tells: { NoteClosed: () => ({}) } }),
  // @ts-expect-error There is no such event.
  step({ does, fields: {}, tells: { NoteLost: () => ({}) } }),
  // @ts-expect-error The event needs its title.
  step({ does, fields: {}, tells: { NoteRetitled: () => ({}) } }),
  step({
    does,
    fields: { title: text(words, 200, NOBODY) },
    // @ts-expect-error The step has no such field.
    tells: { NoteRetitled: ({ data }) => ({ title: data.titel }) },
  }),
  // @ts-expect-error There is no such event.
  step({ does, fields: {}, event: "NoteLost" }),
  // @ts-expect-error Something comes of every step.
  step({ does, fields: {} }),
  // @ts-expect-error The event does not tell what is said in `titel`.
  step({ does, fields: { title: text(words, 200, NOBODY), titel: text(words, 200, NOBODY) }, event: "NoteRetitled" }),
  // @ts-expect-error The event needs its title, and nothing says it.
  step({ does, fields: {}, event: "NoteRetitled" }),
  // @ts-expect-error The event's title is a text.
  step({ does, fields: { title: yes(words) }, event: "NoteRetitled" }),
  // @ts-expect-error Besides what is said, too, the event's title is a text.
  step({ does, fields: { title: yes(words) }, event: "NoteRetitled", besides: ({ data }) => ({ title: data.title }) }),
  // @ts-expect-error What comes of a step is declared in one way.
  step({ does, fields: {}, event: "NoteClosed", tells: { NoteClosed: () => ({}) } }),
  step({
    does,
    fields: {},
    looked: looked<{ readonly source: string }>(),
    // @ts-expect-error Nothing of this name is looked up.
    rules: [({ data }) => (data.sauce ? undefined : undefined)],
    tells: { NoteClosed: () => ({}) },
  }),
  step({
    does,
    fields: {},
    // @ts-expect-error A step that says of no register has no number.
    tells: { NoteRetitled: ({ data }) => ({ title: data.drawn.text }) },
  }),
  step({
    does,
    fields: { title: text(words, 200, NOBODY) },
    // @ts-expect-error There is no such thing to claim.
    claims: ({ data }) => [{ kind: "NOTE_TITLE", key: data.title }],
    tells: { NoteClosed: () => ({}) },
  }),
  step({
    does,
    fields: {},
    // @ts-expect-error A number is wanted of an issuer's register of a year.
    numbered: ({ id }) => ({ forId: id, recordId: id, symbol: "GC", given: null }),
    tells: { NoteClosed: () => ({}) },
  }),
  // @ts-expect-error The event corrects nothing.
  correction({ event: "NoteClosed", fields: {} }),
  // @ts-expect-error The event tells no such field: it must be said what is wanted.
  correction({ event: "NoteCorrected", fields: { titel: text(words, 200, NOBODY) } }),
  // @ts-expect-error Its value is of another type: it must be said what is wanted.
  correction({ event: "NoteCorrected", fields: { title: yes(words) } }),
  correction({
    event: "NoteCorrected",
    fields: { titleId: text(words, 200, NOBODY) },
    // @ts-expect-error What the event tells is a text.
    wanted: () => ({ title: 1 }),
  }),
  // @ts-expect-error The record has no such field: it must be said what changes.
  corrects<{ titel?: string }>({ says: words }),
  // @ts-expect-error The event tells more than that it is void.
  voiding({ event: "NoteRetitled" }),
  // @ts-expect-error A record that has no such state is never void.
  voids({ says: words }),
  recordTable(noteHistory, {
    name: "note",
    // @ts-expect-error The state has no such field.
    columns: { title: textColumn((state) => state.titel) },
    order: "title",
  }),
];

// @ts-expect-error What a step looks up must be looked up.
export const nothing: LookupsOf<typeof note> = {};

export const tooMuch: LookupsOf<typeof note> = {
  CheckNote: () => ({ source: "x" }),
  // @ts-expect-error This step looks nothing up.
  CloseNote: () => ({}),
};

export const wrongly: LookupsOf<typeof note> = {
  // @ts-expect-error It is looked up as a text.
  CheckNote: () => ({ source: 1 }),
};
