import type { RecordKind } from "./fields.js";

/** Whom or what an event is about: a record, or a register of numbers or of claims. */
export type SubjectKind = RecordKind | "DecisionRegister";

export interface Subject {
  readonly kind: SubjectKind;
  readonly ref: string;
}

/** What an event belongs to: a subject, or a paper that a number of a register was drawn for. */
export interface LedgerRecord {
  readonly kind: SubjectKind | "DecisionPaper";
  readonly ref: string;
}

/** Subjects by what they are to a record: its hosts, its case, its issuer. */
export type Roles = Readonly<Record<string, readonly Subject[]>>;

/** What one event says of its subjects. Those that stand with its record already are linked to it without being named. */
export interface Links {
  /** From now on they stand with the record, besides those that do. */
  readonly add?: Roles;
  /** From now on they stand with the record, instead of those in the same role; this event is still about both. */
  readonly set?: Roles;
  /** Only this event is about them. */
  readonly once?: readonly Subject[];
  /** From now on what stands there in this role (null: in any) stands here too. */
  readonly through?: readonly { readonly record: LedgerRecord; readonly role: string | null }[];
  /** What the event belongs to, where that is not its stream's record. */
  readonly record?: LedgerRecord;
}

/** Subjects of one kind; a reference that is null is none. */
export const some = (kind: SubjectKind, ...refs: readonly (string | null)[]): readonly Subject[] =>
  refs.flatMap((ref) => (ref === null ? [] : { kind, ref }));

/** A record within a case belongs to the case's inspection too. */
export const withinCase = (caseId: string): Pick<Links, "through"> => ({
  through: [{ record: { kind: "ViolationCase", ref: caseId }, role: "inspection" }],
});

export const units = (bodies: readonly { readonly unitId: string | null }[]): readonly Subject[] =>
  some("Unit", ...bodies.map(({ unitId }) => unitId));
