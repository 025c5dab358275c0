import type { Basis } from "../table/basis.js";
import type { Ones } from "../table/ones.js";
import type { FigureQuestion } from "./question.js";

/** Kinds of records that go on in another by a day, which only those ask who count by successors. */
const GO_ON = { UNIT: "Unit", AGENCY: "PressAgency" } as const;

type Asked = Omit<FigureQuestion, "countedAs">;

/**
 * The question, with all ids that are one as of the basis: entries of one person whatever is asked, units and agencies where
 * they are to be counted under those in whose hands their business is on its day.
 */
export function asOnes(asked: Asked, bySuccessor: boolean, ones: Ones, basis: Basis): FigureQuestion {
  const { among = {} } = asked;
  const REPORTER = among.REPORTER?.flatMap((id) => ones.of("Reporter", id, basis).ids);
  const question = { ...asked, among: { ...among, ...(REPORTER && { REPORTER }) } };
  if (!bySuccessor) return { ...question, countedAs: new Map() };
  const goingOn = (dimension: keyof typeof GO_ON): FigureQuestion["among"] => {
    const ids = among[dimension]?.map((id) => ones.goesOnAs(GO_ON[dimension], id, basis));
    return ids && { [dimension]: ids };
  };
  return {
    ...question,
    among: { ...question.among, ...goingOn("UNIT"), ...goingOn("AGENCY") },
    countedAs: new Map([...ones.goneOn("Unit", basis), ...ones.goneOn("PressAgency", basis)]),
  };
}
