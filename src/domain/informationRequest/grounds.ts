import type { LawReference } from "../law/lawBook.js";
import type { PressLaw } from "../law/pressLaw.js";
import { isGroundOf } from "../visit/declineGrounds.js";
import type { DeclineGround } from "../visit/terms.js";
import type { RequestGround, RequestRegime } from "./terms.js";

/** The laws on which information may be refused on a day. */
export interface RefusingLaws {
  readonly press: PressLaw;
  /** Null: the Law on Access to Information is not in force. */
  readonly access: LawReference | null;
}

/** On what the press may be refused: a list of visits' own, of which each ground is asked there whether it holds. */
const OF_THE_PRESS: readonly DeclineGround[] = [
  "SECRET",
  "PERSONAL_SECRET",
  "UNDER_INVESTIGATION",
  "INSPECTION_WITHOUT_CONCLUSION",
  "COMPLAINT_IN_PROGRESS",
  "DISPUTE_WITHOUT_CONCLUSION",
  "PAPER_BEING_DRAFTED",
];

/** Law on Access to Information 104/2016/QH13, Art. 28: a closed list. */
const OF_CITIZENS: readonly RequestGround[] = [
  "NOT_ACCESSIBLE",
  "CONDITION_NOT_MET",
  "ALREADY_PUBLIC",
  "NOT_COMPETENT",
  "GIVEN_TWICE",
  "BEYOND_CAPACITY",
  "FEE_NOT_PAID",
];

/** The law on whose ground information is refused in this regime; null: it is no ground of that law. */
export function lawOfGround(regime: RequestRegime, ground: RequestGround, laws: RefusingLaws): LawReference | null {
  if (regime === "CITIZEN") return OF_CITIZENS.includes(ground) ? laws.access : null;
  const ofPress = OF_THE_PRESS.find((one) => one === ground);
  return ofPress !== undefined && isGroundOf(ofPress, laws.press.key) ? laws.press.law : null;
}
