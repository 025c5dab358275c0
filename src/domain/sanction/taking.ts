import type { CommandMeta } from "../kernel/decider.js";
import { paperNumberIn } from "../kernel/paperNumber.js";
import type { ClaimWanted, NumberWanted } from "../kernel/taking.js";
import { localDateOf } from "../kernel/time.js";
import type { Sanction } from "./sanction.js";

/** What a decision takes beyond its own record: the acts that it decides, and the numbers of its papers. */

/** Each act of a party is decided once, so its acts are claimed whenever any of them is decided on. */
export const theActsOf = (partyId: string): readonly ClaimWanted[] => [{ kind: "ACTS_OF_PARTY", key: partyId }];

/** The usual symbols (ký hiệu). Which of them a body writes is its own affair, so any other may be given. */
const SYMBOLS = {
  SANCTION: "QĐ-XPVPHC",
  REMEDY_ONLY: "QĐ-KPHQ",
  CORRECTION: "QĐ-ĐCXP",
  AMENDMENT: "QĐ-SĐXP",
  ANNULMENT: "QĐ-HBXP",
} as const;
type Paper = keyof typeof SYMBOLS;

interface Given {
  readonly number: string | null;
  readonly symbol: string | null;
}

/** Numbers begin anew with the year of the day on which the paper is signed. What number was given, the register reads. */
export const numberFor = (
  paper: Paper,
  { number, symbol }: Given,
  { occurredAt }: CommandMeta,
  bearer: Pick<NumberWanted, "issuerId" | "forId" | "recordId">,
): NumberWanted => ({
  ...bearer,
  year: Number(localDateOf(occurredAt).slice(0, 4)),
  symbol: symbol ?? (number === null ? null : paperNumberIn(number).symbol) ?? SYMBOLS[paper],
  given: number,
});

interface PaperAbout {
  readonly state: Sanction;
  readonly data: Given & { readonly issuerId: string | null; readonly paperId: string };
  readonly meta: CommandMeta;
}

/** For a paper about a decision: in the register of who issued the decision unless another is named, e.g. its successor. */
export const numberOfPaper =
  (paper: Paper) =>
  ({ state, data, meta }: PaperAbout): NumberWanted =>
    numberFor(paper, data, meta, {
      issuerId: data.issuerId ?? state.issuer.unitId,
      forId: data.paperId,
      recordId: state.sanctionId,
    });
