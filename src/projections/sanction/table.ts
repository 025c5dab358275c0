import { unpaddedPaperNumber } from "../../domain/kernel/paperNumber.js";
import { sanctionHistory } from "../../domain/sanction/events.js";
import { outstandingOf, payableUntil } from "../../domain/sanction/fine.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import { fold } from "../table/fold.js";
import { maybeText, numberColumn, recordTable, textColumn, type Version } from "../table/recordTable.js";

export type SanctionVersion = Version<Sanction>;

export const sanctionTable = recordTable(sanctionHistory, {
  name: "sanction",
  columns: {
    case_id: textColumn((state) => state.caseId),
    party_id: textColumn((state) => state.party.partyId),
    subject_kind: textColumn((state) => state.party.kind),
    issuer_id: textColumn((state) => state.issuer.unitId),
    kind: textColumn((state) => state.kind),
    status: textColumn((state) => state.status),
    /** The number in its normal form, folded. */
    number_folded: textColumn((state) => fold(unpaddedPaperNumber(state.number.text))),
    signed_on: textColumn((state) => state.signedOn),
    replaces_id: maybeText((state) => state.replacesId),
    /** The last day on which what is owed now is paid in time; null: nothing can be demanded now. */
    payable_until: maybeText(payableUntil),
    /** Of the fine, in đồng. */
    outstanding: numberColumn((state) => Number(outstandingOf(state.fine))),
  },
  order: "signed_on",
  indexes: {
    of_case: ["case_id", "signed_on", "id"],
    of_issuer: ["issuer_id", "signed_on", "id"],
    replacing: ["replaces_id"],
  },
  links: {
    // An annulled decision is still found by what it was about.
    kinds: { VIOLATION: ({ lines }) => lines.map((line) => line.code) },
    unchanged: (before, after) => before.lines === after.lines,
  },
  bigints: true,
});
