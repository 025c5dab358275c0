import type { Found } from "../../forms/found.ts";
import { dayOf, momentIn, timeTyped, todayInVietnam } from "../../format.ts";
import { newCommandId } from "../../forms/command.ts";
import { isToBeMade } from "../../forms/outbox.tsx";

/** What is typed of a visit until it is in the ledger. */
export interface Draft {
  readonly commandId: string;
  readonly reporters: readonly Found[];
  /** Somebody who is not in the register yet, while the entry is filled in. */
  readonly newReporter: NewReporter | null;
  /** Beside a clerk's own unit. */
  readonly hosts: readonly Found[];
  readonly topic: string | null;
  readonly subject: string | null;
  readonly when: When;
  /** Of an appointment, or of an arrival at another time. */
  readonly day: string | null;
  readonly time: string;
  readonly lateEntryReason: string | null;
  /** By the reporter's id. */
  readonly documents: Readonly<Record<string, readonly ShownPaper[]>>;
  readonly outcome: Outcome;
}

export type When = "NOW" | "APPOINTMENT" | "EARLIER";

export interface ShownPaper {
  readonly kind: string | null;
  readonly number: string | null;
  readonly validTo: string | null;
}

interface Outcome {
  readonly answerForm: string | null;
  readonly summary: string | null;
  readonly peopleMet: string | null;
  readonly recordingAllowed: boolean | null;
}

export interface NewReporter {
  readonly commandId: string;
  readonly name: string | null;
  readonly kind: string | null;
  readonly agency: Found | null;
  readonly since: string | null;
  readonly number: string | null;
  readonly issue: string | null;
  readonly issuedOn: string | null;
  readonly validTo: string | null;
}

export const NO_PAPER: ShownPaper = { kind: null, number: null, validTo: null };

export const blankDraft = (hosts: readonly Found[] = []): Draft => ({
  commandId: newCommandId(),
  reporters: [],
  newReporter: null,
  hosts,
  topic: null,
  subject: null,
  when: "NOW",
  day: null,
  time: "",
  lateEntryReason: null,
  documents: {},
  outcome: { answerForm: null, summary: null, peopleMet: null, recordingAllowed: null },
});

/** Nothing of it would be missed. */
export const isBlank = ({ reporters, newReporter, topic, subject, outcome }: Draft): boolean =>
  reporters.length === 0 && newReporter === null && topic === null && !subject && outcome.answerForm === null;

export const blankReporter = (text: string): NewReporter => ({
  commandId: newCommandId(),
  // A number was looked for: it is the card's.
  ...(/\d/.test(text) ? { name: null, number: text } : { name: named(text), number: null }),
  kind: null,
  agency: null,
  since: todayInVietnam(),
  issue: null,
  issuedOn: null,
  validTo: null,
});

/** `le thi hoa` → `Le Thi Hoa`: the marks are for who knows them. */
const named = (text: string): string => text.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());

/** The moment that is told; null where it is now, or not told in full. */
export function momentOf({ when, day, time }: Draft): string | null {
  const clock = timeTyped(time);
  return when === "NOW" || day === null || clock === null ? null : momentIn(day, clock);
}

export const isLate = (draft: Draft): boolean => {
  const moment = draft.when === "EARLIER" ? momentOf(draft) : null;
  return moment !== null && dayOf(moment) !== todayInVietnam();
};

/** The day of the visit. */
export const dayOfVisit = (draft: Draft): string => (draft.when === "NOW" ? null : draft.day) ?? todayInVietnam();

/** Where each document that is sent stands in the form. */
const papersOf = ({ reporters, documents }: Draft): readonly (readonly [string, number, ShownPaper])[] =>
  reporters.flatMap(({ id }) =>
    (documents[id] ?? []).flatMap((paper, at) => (paper.kind === null ? [] : [[id, at, paper] as const])),
  );

export const withoutEmpty = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ""));

export function visitInput(draft: Draft): Record<string, unknown> & { readonly commandId: string } {
  const { commandId, when, topic, subject, lateEntryReason, outcome } = draft;
  const moment = momentOf(draft);
  const mayHaveResult = when !== "APPOINTMENT";
  const documents = papersOf(draft).map(([reporterId, , paper]) => withoutEmpty({ reporterId, ...paper }));
  return {
    commandId,
    reporterIds: draft.reporters.map(({ id }) => id),
    ...(draft.hosts.length > 0 && { hostIds: draft.hosts.map(({ id }) => id) }),
    ...{ topic, subject },
    ...(when === "APPOINTMENT" && { appointmentAt: moment }),
    ...(when === "EARLIER" && { occurredAt: moment }),
    ...(isLate(draft) && { lateEntryReason }),
    ...(mayHaveResult && documents.length > 0 && { documents }),
    ...(mayHaveResult && outcome.answerForm !== null && { outcome: withoutEmpty(outcome) }),
  };
}

/** `documents.2.validTo` of the input → `documents.Reporter:….0.validTo` of the form. */
export function placeOf(draft: Draft, path: readonly string[]): string {
  const [first = "", second, ...rest] = path.filter((part) => part !== "input");
  if (first !== "documents" || second === undefined) return [first, second, ...rest].filter((one) => one).join(".");
  const [reporterId, at] = papersOf(draft)[Number(second)] ?? ["", 0];
  return ["documents", reporterId, at, ...rest].join(".");
}

export function reporterInput(one: NewReporter): Record<string, unknown> & { readonly commandId: string } {
  const { commandId, name, kind, agency, since, number, issue, issuedOn, validTo } = one;
  const card = withoutEmpty({ number, issue: issue ?? periodOf(one), issuedOn, validTo });
  return { commandId, name, kind, agencyId: agency?.id, since, ...(Object.keys(card).length > 0 && { card }) };
}

/** As cards print it: the years from issue to end. */
export const periodOf = ({ issuedOn, validTo }: NewReporter): string | null =>
  issuedOn && validTo ? `${issuedOn.slice(0, 4)}-${validTo.slice(0, 4)}` : null;

/** Those of whom the ledger can be asked. */
export const inLedger = (options: readonly Found[]): readonly string[] =>
  options.map(({ id }) => id).filter((id) => !isToBeMade(id));
