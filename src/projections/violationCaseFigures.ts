import type { ViolationCase, ViolationCaseEvent } from "../domain/violationCase/violationCase.js";
import type { Recorded } from "../eventstore/codec.js";
import {
  type AddEntries,
  type EnforcementCause,
  type EnforcementEntry,
  lateOrNew,
  netOf,
} from "./enforcementFigures.js";

/**
 * The entries are the difference between what a case counts for before an event and after it. So the sum of all entries
 * is what the cases as they stand count for, whatever was verified, transferred or voided on the way.
 */
export function countCase(
  add: AddEntries,
  event: Recorded<ViolationCaseEvent>,
  before: ViolationCase | undefined,
  after: ViolationCase,
): void {
  // Most events change nothing that is counted: the state keeps what they do not speak of. (A verification record tells
  // all violations anew, also when it is about a party.)
  const alike = before && before.violations === after.violations && before.transfers === after.transfers;
  if (alike && (before.status === "VOIDED") === (after.status === "VOIDED")) return;
  const entries = netOf(before ? entriesOf(before) : [], entriesOf(after));
  add(event, entries, causeOf(event, entries));
}

/**
 * A case counts for the unit that has it, from the day of its detection; a violation from the day of the minutes (on
 * the spot: of the detection). On the day of a transfer both go over.
 */
function entriesOf({
  status,
  caseId,
  detectedOn,
  unit,
  transfers,
  parties,
  violations,
  minutes,
}: ViolationCase): EnforcementEntry[] {
  if (status === "VOIDED") return [];
  const kindOf = new Map(parties.map(({ partyId, kind }) => [partyId, kind]));
  const first = transfers[0]?.from.unitId ?? unit.unitId;
  const held = (what: Counted, since: string): EnforcementEntry[] => {
    const before = transfers.filter(({ transferredOn }) => transferredOn <= since);
    const after = transfers.filter(({ transferredOn }) => transferredOn > since);
    const holder = before.at(-1)?.to.unitId ?? first;
    return [
      { ...what, unitId: holder, occurredOn: since, amount: 1 },
      ...after.flatMap(({ from, to, transferredOn: occurredOn }) => [
        { ...what, unitId: from.unitId, occurredOn, amount: -1 },
        { ...what, unitId: to.unitId, occurredOn, amount: 1 },
      ]),
    ];
  };
  const of = { refKind: "CASE", refId: caseId } as const;
  const act = ({ code, partyId }: ViolationCase["violations"][number]): Counted => ({
    ...of,
    measure: "VIOLATIONS",
    violationCode: code,
    subjectKind: kindOf.get(partyId) ?? null,
  });
  return [
    ...held({ ...of, measure: "CASES", violationCode: null, subjectKind: null }, detectedOn),
    ...violations.flatMap((violation) => held(act(violation), minutes?.madeOn ?? detectedOn)),
  ];
}

type Counted = Pick<EnforcementEntry, "measure" | "refKind" | "refId"> & {
  readonly violationCode: string | null;
  readonly subjectKind: string | null;
};

function causeOf(event: Recorded<ViolationCaseEvent>, entries: readonly EnforcementEntry[]): EnforcementCause {
  if (event.type === "ViolationCaseVoided") return "VOIDED";
  if (event.type === "ViolationVerified") return "CORRECTED";
  return entries.some(({ occurredOn }) => lateOrNew(event, occurredOn) === "LATE") ? "LATE" : "NEW";
}
