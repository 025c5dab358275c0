import { sanctionHistory } from "../../domain/sanction/events.js";
import { counted } from "../figures/counted.js";
import { sanctionComplaints } from "./complaints.js";
import { sanctionTally } from "./figures.js";
import { sanctionReceipts } from "./receipts.js";
import { sanctionTable } from "./table.js";
import { found, foundNumber, foundParty } from "../table/foundTexts.js";
import { sanctionOwes } from "../../domain/sanction/dues.js";
import { owed, owedBy } from "../table/due.js";
import { recordPart } from "../table/recordPart.js";

/** Decisions, what they are found by, their receipts, complaints and figures: one part, as each follows the decision. */
export const sanctionsPart = recordPart({
  name: "sanctions",
  source: import.meta.url,
  table: sanctionTable,
  found: {
    by: ({ number, signedOn, party, papers, lines, fine }) => ({
      since: signedOn,
      texts: [
        ...foundNumber("DECISION_NUMBER", number.text, { day: signedOn }),
        ...papers.slice(1).flatMap(({ number: own, on }) => foundNumber("PAPER_NUMBER", own?.text, { day: on })),
        ...foundParty("PARTY", { as: "PARTY", ref: party.partyId }, party),
        ...[...new Set(lines.map(({ title }) => title))].flatMap((title) => found("PUBLICATION", title)),
        ...[...new Set(fine.payments.map(({ receipt }) => receipt.number))].flatMap((receipt) =>
          found("RECEIPT_NUMBER", receipt, { sort: "SERIAL" }),
        ),
      ],
    }),
  },
  followers: [
    sanctionReceipts,
    sanctionComplaints,
    counted(sanctionTally, sanctionHistory),
    owed("Sanction", sanctionOwes),
  ],
  ownRows: [owedBy("Sanction")],
});
