import type { PressLawKey } from "../law/pressLaw.js";
import type { DeclineGround } from "./terms.js";

/** Grounds that concern the visit itself, whatever the press law. */
const OF_THE_VISIT: readonly DeclineGround[] = ["DOCUMENTS_INSUFFICIENT", "NOT_COMPETENT", "OTHER"];

const OF_BOTH_LAWS: readonly DeclineGround[] = [
  "SECRET",
  "UNDER_INVESTIGATION",
  "INSPECTION_WITHOUT_CONCLUSION",
  "COMPLAINT_IN_PROGRESS",
  "DISPUTE_WITHOUT_CONCLUSION",
];

/**
 * On what information may be refused to the press: Press Law 2016, Art. 38.2 (where secrets are those of the State, of
 * the Party and of private life); from 1 July 2026 the Press Law of 2025, 126/2025/QH15, which names personal and family
 * secrets beside those of the State, and papers being drafted no more.
 */
const GROUNDS: Readonly<Record<PressLawKey, readonly DeclineGround[]>> = {
  "PRESS-2016": [...OF_BOTH_LAWS, "PAPER_BEING_DRAFTED"],
  "PRESS-2025": [...OF_BOTH_LAWS, "PERSONAL_SECRET"],
};

/** Whether a visit may be declined on the ground under this press law. */
export const isGroundOf = (ground: DeclineGround, law: PressLawKey): boolean =>
  OF_THE_VISIT.includes(ground) || GROUNDS[law].includes(ground);

/** Whether the ground rests on the press law, and not on the visit. */
export const restsOnTheLaw = (ground: DeclineGround): boolean => !OF_THE_VISIT.includes(ground);
