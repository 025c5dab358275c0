import type { LocalDate } from "../domain/kernel/time.js";
import { dong } from "../domain/kernel/money.js";
import { outstandingOf, type Sanction } from "../domain/sanction/sanction.js";
import {
  type AddEntries,
  type EnforcementCause,
  type EnforcementEntry,
  type EnforcementMeasure,
  lateOrNew,
} from "./enforcementFigures.js";
import { dayCounted, type RecordedSanctionEvent } from "./sanctionFold.js";
import type { SanctionVersion } from "./sanctionRow.js";

/** What a decision counts for as it stands: the amount by what it is counted as. */
type Standing = ReadonlyMap<string, Counted>;
type Counted = Pick<EnforcementEntry, "measure" | "violationCode"> & { readonly amount: bigint };

/**
 * The entries are the difference between what a decision counts for before an event and after it, on the event's own
 * day. So at any position the sums are those of the decisions as they stand, and decided = collected + outstanding +
 * reduced + lapsed holds in the figures because it holds in each decision.
 */
export function countSanction(
  add: AddEntries,
  event: RecordedSanctionEvent,
  before: SanctionVersion | undefined,
  after: SanctionVersion,
): void {
  const { sanctionId, issuerId, party } = after.detail.state;
  const occurredOn = dayCounted(event);
  const common = {
    refKind: "SANCTION",
    refId: sanctionId,
    unitId: issuerId,
    subjectKind: party.kind,
    occurredOn,
  } as const;
  const changes = difference(before ? standingOf(before.detail.state) : new Map(), standingOf(after.detail.state));
  if (changes.length === 0) return;
  add(
    event,
    changes.map(({ measure, violationCode, amount }): EnforcementEntry => ({
      ...common,
      measure,
      violationCode,
      amount,
    })),
    causeOf(event, occurredOn),
  );
}

/** A line, a measure or a balance each counts by itself, so that an amendment shows which of them it changed. */
function standingOf(sanction: Sanction): Standing {
  const { status, kind, content, fine, complaints } = sanction;
  const counted = new Map<string, Counted>();
  const count = (measure: EnforcementMeasure, amount: bigint | number, of?: { code: string; id: string }): void => {
    const key = of ? `${measure} ${of.id}` : measure;
    counted.set(key, { measure, violationCode: of?.code ?? null, amount: BigInt(amount) });
  };
  if (status !== "ANNULLED") {
    count("DECISIONS", 1);
    if (kind === "SANCTION") count("SUBJECTS_SANCTIONED", 1);
    for (const { violationId: id, code, amount, warning } of content.lines) {
      if (warning) count("WARNINGS", 1, { code, id });
      count("FINES_DECIDED", dong(amount), { code, id });
    }
    count("SUSPENSIONS", content.measures.filter((measure) => measure.kind === "SUSPENSION").length);
  }
  count("FINES_OUTSTANDING", outstandingOf(fine));
  count("FINES_COLLECTED", fine.collected);
  count("FINES_REDUCED", fine.reduced);
  count("FINES_LAPSED", fine.lapsed);
  count("INTEREST_COLLECTED", fine.interestCollected);
  count("REFUNDS_DUE", fine.refundDue);
  count("COMPLAINTS", complaints.length);
  count("COMPLAINTS_RESOLVED", complaints.filter(({ resolvedOn }) => resolvedOn !== null).length);
  return counted;
}

function difference(before: Standing, after: Standing): Counted[] {
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, one]) => ({ ...one, amount: -one.amount }));
  const rest = [...after].flatMap(([key, one]) => changed(before.get(key), one));
  return [...gone, ...rest].filter(({ amount }) => amount !== 0n);
}

function changed(old: Counted | undefined, now: Counted): Counted[] {
  if (!old) return [now];
  if (old.violationCode === now.violationCode) return [{ ...now, amount: now.amount - old.amount }];
  return [{ ...old, amount: -old.amount }, now];
}

/** A fact of an earlier day than its entry is late, whatever its kind; an annulment and an amendment are called so. */
function causeOf(event: RecordedSanctionEvent, day: LocalDate): EnforcementCause {
  if (event.type === "SanctionAnnulled") return "ANNULLED";
  if (event.type === "SanctionAmended") return "CORRECTED";
  return lateOrNew(event, day);
}
