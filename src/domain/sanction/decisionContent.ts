import { dong, sumOf, type Vnd, vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import { type LawReference, referenceTo, stated } from "../law/lawBook.js";
import { dayOfAct } from "../violationCase/deadlines.js";
import type { CaseFact, CaseParty } from "../violationCase/violationCase.js";
import {
  type Amendment,
  type DecisionContent,
  type LineDecided,
  orderedIn,
  type OrderedMeasure,
  type ProposedActs,
  type ProposedLine,
  type SeizureOfCase,
  type StandingDecision,
} from "./decision.js";
import { amountIn, asVnd, factorFor, type Frame, frameFor, frameForKind, rangeIn } from "./frame.js";
import type { Sanction } from "./sanction.js";
import type { DecisionKind } from "./terms.js";

/** A decision's content as proposed, with all that its rules ask about: of a new decision, or of an amended one. */
export interface Proposal extends ProposedActs {
  readonly kind: DecisionKind;
  readonly party: CaseParty;
  readonly violationCase: CaseFact;
  readonly measures: readonly OrderedMeasure[];
  readonly seizures: readonly SeizureOfCase[];
  /** Standing decisions on the same party, this one apart. */
  readonly standing: readonly StandingDecision[];
  /** The day of signing: of the decision, or of its amendment. */
  readonly signedOn: LocalDate;
  /** What the decision holds already; empty for a new one. */
  readonly before: Pick<Sanction, "lines" | "measures">;
}

const NOTHING: Proposal["before"] = { lines: [], measures: [] };

/** A decision to be issued, as far as its content is judged. */
export type NewContent = Omit<Proposal, "signedOn" | "before">;

export const proposedNew = (content: NewContent, signedOn: LocalDate): Proposal => ({
  ...content,
  signedOn,
  before: NOTHING,
});

/** The offender is who the decision named; that he is a minor is told by the case. */
export function proposedAnew(sanction: Sanction, amendment: Amendment, on: LocalDate): Proposal {
  const { violationCase } = amendment;
  const asInCase = violationCase.parties.find((one) => one.partyId === sanction.party.partyId);
  return {
    ...amendment,
    kind: sanction.kind,
    party: { ...asInCase, ...sanction.party },
    signedOn: on,
    before: sanction,
  };
}

/** The content as it will stand in the event. Asked only once the rules have let it pass. */
export function contentOf(proposal: Proposal): DecisionContent {
  const [warned] = proposal.before.measures.filter((one) => one.kind === "WARNING").map(orderedIn);
  return {
    lines: proposal.lines.map((line) => lineOf(line, proposal)),
    measures: proposal.measures.map((one) => (one.kind === "WARNING" && warned ? warned : one)),
  };
}

function lineOf(
  { violationId, circumstances, warning, rule, ruleOfAct, ...line }: ProposedLine,
  proposal: Proposal,
): LineDecided {
  const { party, kind, violationCase } = proposal;
  const violation = violationCase.violations.find((one) => one.violationId === violationId);
  if (!violation || !rule) throw new Error("The rules let no line pass without its act and its law.");
  const frame = kind === "REMEDY_ONLY" || warning ? null : frameFor(rule, party);
  const amount = frame === null ? 0n : amountOf(line.amount, frame, circumstances, proposal);
  return {
    violationId,
    code: rule.code,
    actEndedOn: dayOfAct(violation),
    title: violation.title,
    copies: violation.copies,
    frame: frame && asVnd(frame),
    subjectFactor: factorFor(rule, party.kind),
    circumstances,
    amount: vnd(amount),
    warning,
    law: referenceTo(rule.code, rule),
    ...(ruleOfAct && line.laterCode !== null && { lawOfAct: referenceTo(ruleOfAct.code, ruleOfAct) }),
  };
}

function amountOf(
  given: Vnd | null,
  frame: Frame,
  circumstances: ProposedLine["circumstances"],
  { toFrameEnd }: Proposal,
): bigint {
  const amount = given === null ? amountIn(rangeIn(frame, circumstances, toFrameEnd.value), frame) : dong(given);
  if (amount === null) throw new Error("The rules let no line pass without the amount that it needs.");
  return amount;
}

/** The fine of a decision is the sum over its acts: each is fined by itself (Art. 3 of the Law). */
export const fineOf = ({ lines }: DecisionContent): Vnd => vnd(sumOf(lines.map((line) => dong(line.amount))));

/** The power used: that for the act with the highest frame. Null without a fine. */
export function powerUsed({ kind, party, lines }: Proposal): LawReference | null {
  if (kind === "REMEDY_ONLY") return null;
  let used: { readonly max: bigint; readonly law: LawReference } | undefined;
  for (const { rule, power, warning } of lines) {
    const frame = rule && !warning ? frameForKind(rule, party.kind) : null;
    if (!frame || !power || !stated(power) || (used && used.max >= frame.max)) continue;
    used = { max: frame.max, law: referenceTo(power.post, power) };
  }
  return used?.law ?? null;
}
