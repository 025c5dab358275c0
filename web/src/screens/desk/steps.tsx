import { Steps, type StepsProps } from "../../forms/steps.tsx";
import { usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

/** So many steps stand there as buttons; the others are one click further. */
const AT_HAND = 5;
/** Which stand first, where they may be taken: a choice of taste, by what is done most days. */
const FIRST: readonly string[] = [
  ...["issueSanction", "drawUpMinutes", "submitExplanation", "waiveExplanation", "notifyHearing", "seizeExhibits"],
  ...["notifyRightToExplain", "closeCase"],
  ...["serveSanction", "recordFinePayment", "recordSanctionMeasure", "lodgeComplaint", "resolveComplaint"],
  ...["acceptComplaint", "publishSanction"],
  ...["countExhibits", "returnExhibits", "confiscateExhibits", "destroyExhibits", "sellExhibits", "moveExhibits"],
];

/** What may be done next about a case, a decision or a seizure. */
export function DeskSteps(told: StepsProps) {
  const own = usePair(WORDS);
  return <Steps {...told} among fold={{ order: FIRST, most: AT_HAND, further: own.moreSteps }} />;
}
