import type { Due } from "../due/due.js";
import type { Complaint } from "./complaint.js";
import { openInstalments, outstandingOf, payableUntil } from "./fine.js";
import { suspensionEndsOn } from "./decision.js";
import type { Sanction } from "./sanction.js";

/**
 * What is to be done about a decision, of which its issuer takes care: sending it, its fine and its measures, complaints
 * about it; and what ends by itself: a postponement, and the time for its execution. Of one that was annulled only
 * complaints are open still; while execution is suspended neither fine nor measures can be demanded.
 */
export function sanctionOwes(sanction: Sanction): readonly Due[] {
  const complaints = sanction.complaints.flatMap((one) => complaintDues(sanction, one));
  if (sanction.status === "ANNULLED") return complaints;
  return [...sendingDues(sanction), ...fineDues(sanction), ...measureDues(sanction), ...complaints];
}

const takenCareOf = ({ issuer }: Sanction) => ({ unitIds: [issuer.unitId] });

function sendingDues(sanction: Sanction): readonly Due[] {
  const { signedOn: from, receivedOn, executionDueOn } = sanction;
  if (receivedOn !== null || executionDueOn !== null) return [];
  return [
    { kind: "SANCTION_SENDING", ...takenCareOf(sanction), since: from, by: { key: "SENDING", from }, rule: null },
  ];
}

function fineDues(sanction: Sanction): readonly Due[] {
  const { fine, signedOn, receivedOn, executionDueOn, executionLaw } = sanction;
  if (outstandingOf(fine) === 0n) return [];
  const common = { ...takenCareOf(sanction), since: receivedOn ?? signedOn, rule: null };
  const by = payableUntil(sanction);
  const postponed = sanction.suspendedFrom === null ? fine.pauses.filter(({ kind }) => kind === "POSTPONED") : [];
  const runsFrom = fine.evadedUntil ?? signedOn;
  const payments: readonly Due[] =
    by === null
      ? []
      : fine.instalments.length > 0
        ? instalmentDues(sanction)
        : [{ ...common, kind: "SANCTION_PAYMENT", by, rule: by === executionDueOn ? executionLaw : null }];
  const ends = postponed.flatMap(({ from, to }): Due[] =>
    to === null ? [] : [{ ...common, kind: "SANCTION_POSTPONEMENT_ENDS", since: from, by: to }],
  );
  // While the offender evades it, no time for the execution runs.
  const limitation: readonly Due[] =
    runsFrom === "STILL"
      ? []
      : [
          {
            ...common,
            kind: "SANCTION_LIMITATION",
            since: runsFrom,
            by: { key: "EXECUTION_LIMITATION", from: runsFrom },
          },
        ];
  return [...payments, ...ends, ...limitation];
}

function instalmentDues(sanction: Sanction): readonly Due[] {
  const { fine, signedOn, receivedOn } = sanction;
  const since = fine.pauses.find(({ kind }) => kind === "INSTALMENTS")?.from ?? receivedOn ?? signedOn;
  return openInstalments(fine).map(({ nth, dueOn: by }) => ({
    ...{ kind: "SANCTION_INSTALMENT", partId: String(nth), ...takenCareOf(sanction), since, by, rule: null },
  }));
}

/** By the day that the decision sets, or else within the period of its execution; a suspension by the end of its months. */
function measureDues(sanction: Sanction): readonly Due[] {
  const { measures, signedOn, receivedOn, executionDueOn, executionLaw, suspendedFrom } = sanction;
  if (suspendedFrom !== null) return [];
  return measures.flatMap(({ measureId: partId, dueOn, months, state }) => {
    const set = dueOn ?? (months === null ? null : suspensionEndsOn(sanction, months));
    const by = set ?? executionDueOn;
    if (by === null || executionDueOn === null || state === "DONE" || state === "DROPPED") return [];
    const common = { partId, ...takenCareOf(sanction), since: receivedOn ?? signedOn, by };
    return [{ kind: "SANCTION_MEASURE", ...common, rule: set === null ? executionLaw : null } as const];
  });
}

/** A court has its own times. */
function complaintDues(sanction: Sanction, complaint: Complaint): readonly Due[] {
  const { complaintId: partId, stage, status, lodgedOn, acceptedOn, resolutionDueOn, law } = complaint;
  const common = { partId, ...takenCareOf(sanction) };
  if (status === "LODGED" && stage !== "COURT") {
    const by = { key: "COMPLAINT_ACCEPTANCE", from: lodgedOn } as const;
    return [{ ...common, kind: "COMPLAINT_ACCEPTANCE", since: lodgedOn, by, rule: null }];
  }
  if (status !== "ACCEPTED" || resolutionDueOn === null) return [];
  return [{ ...common, kind: "COMPLAINT_RESOLUTION", since: acceptedOn ?? lodgedOn, by: resolutionDueOn, rule: law }];
}
