import type { SeizureEvent } from "../domain/exhibit/seizure.js";
import type { DomainEvent } from "../domain/kernel/decider.js";
import { type Links, some, type Subject, units, withinCase } from "../domain/kernel/links.js";
import { eventOfType } from "../domain/histories.js";
import type { DecisionContent } from "../domain/sanction/decision.js";
import type { SanctionEvent } from "../domain/sanction/sanction.js";

export type { LedgerRecord, Links, Roles, Subject, SubjectKind } from "../domain/kernel/links.js";

type Tellers<E extends DomainEvent> = {
  readonly [T in E["type"]]?: (data: Extract<E, { type: T }>["data"]) => Links;
};

const confiscated = ({ measures }: DecisionContent): readonly Subject[] =>
  some("Seizure", ...measures.flatMap(({ seizureIds }) => seizureIds));

const ofSanctions: Tellers<SanctionEvent> = {
  SanctionIssued: ({ caseId, issuer, replacesId, content }) => ({
    set: {
      case: some("ViolationCase", caseId),
      issuer: units([issuer]),
      replaces: some("Sanction", replacesId),
      seizures: confiscated(content),
    },
    ...withinCase(caseId),
  }),
  SanctionAmended: ({ content }) => ({ set: { seizures: confiscated(content) } }),
};

const bySanction = ({ sanctionId }: { readonly sanctionId: string | null }): Links => ({
  add: { sanctions: some("Sanction", sanctionId) },
});

const ofSeizures: Tellers<SeizureEvent> = {
  ExhibitsSeized: ({ caseId, unit }) => ({
    set: { case: some("ViolationCase", caseId), unit: units([unit]) },
    ...withinCase(caseId),
  }),
  ExhibitsConfiscated: bySanction,
  ExhibitDiscrepancyRecorded: bySanction,
  ExhibitsDestroyed: bySanction,
  ExhibitsTransferred: bySanction,
  ExhibitsSold: bySanction,
  ConfiscationRevoked: ({ sanctionId, carriedOverTo }) => ({
    add: { sanctions: some("Sanction", sanctionId, carriedOverTo?.sanctionId ?? null) },
  }),
};

const TELLERS = new Map<string, (data: never) => Links>(
  [ofSanctions, ofSeizures].flatMap((tellers) => Object.entries(tellers) as [string, (data: never) => Links][]),
);

const NOTHING: Links = {};

/** What the event says of its subjects; a type that is not listed names none. */
export const linksOf = ({ type, data }: { readonly type: string; readonly data: object }): Links =>
  eventOfType(type)?.about?.(data as never) ?? TELLERS.get(type)?.(data as never) ?? NOTHING;
