import type { Policy } from "../kernel/decider.js";
import { dong, sumOf, vnd } from "../kernel/money.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { sameData } from "../kernel/same.js";
import type { LocalDate } from "../kernel/time.js";
import { type FiningPower, stated, type StatedPower, type ViolationRule } from "../law/lawBook.js";
import type { RemedyKind, SubjectKind } from "../law/terms.js";
import { dayOfAct } from "../violationCase/deadlines.js";
import type { CaseViolation } from "../violationCase/violationCase.js";
import {
  type DecisionContent,
  type JudgedAct,
  lineIn,
  orderedIn,
  type OrderedMeasure,
  type ProposedLine,
} from "./decision.js";
import type { Proposal } from "./decisionContent.js";
import { amountIn, frameFor, frameForKind, liesIn, powerOver, rangeIn } from "./frame.js";
import { sanctionRefusals } from "./refusals.js";

/** What the content of a decision must satisfy, when it is issued and again whenever it is amended. */
type ContentRule = Policy<Proposal>;

const isFined = ({ kind }: Proposal, line: ProposedLine): boolean => kind === "SANCTION" && !line.warning;

const actOf = (
  { violationCase, party }: Proposal,
  { violationId }: Pick<ProposedLine, "violationId">,
): CaseViolation | undefined =>
  violationCase.violations.find((one) => one.violationId === violationId && one.partyId === party.partyId);

const inDecisionAlready = ({ before }: Proposal, { violationId }: ProposedLine): boolean =>
  before.lines.some((one) => one.violationId === violationId);

/** The first refusal among the lines, each with its place in the command. */
function eachLine(
  proposal: Proposal,
  judge: (line: ProposedLine, path: readonly (string | number)[]) => Refusal | undefined,
): Refusal | undefined {
  for (const [index, line] of proposal.lines.entries()) {
    const refusal = judge(line, ["lines", index]);
    if (refusal) return refusal;
  }
  return undefined;
}

function eachMeasure(
  { measures }: Proposal,
  kind: OrderedMeasure["kind"],
  judge: (measure: OrderedMeasure, path: readonly (string | number)[]) => Refusal | undefined,
): Refusal | undefined {
  // A warning is put first by whoever carries out the command; it is not in the caller's list.
  const listed = measures.filter((one) => one.kind !== "WARNING");
  for (const [index, measure] of listed.entries()) {
    const refusal = measure.kind === kind ? judge(measure, ["measures", index]) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

/** The powers by which something may be confiscated for an act of the decision. */
const confiscating = ({ lines }: Proposal): readonly StatedPower[] =>
  lines
    .flatMap(({ rule, power }) => (rule?.confiscation ? (stated(power) ?? []) : []))
    .filter((one) => one.mayConfiscate);

const mayOrder = (power: FiningPower | undefined, remedy: RemedyKind): boolean => {
  const known = stated(power);
  return known !== undefined && (known.remedies === null || known.remedies.includes(remedy));
};

// The acts ----------------------------------------------------------------------------------------------------------

const acts: readonly ContentRule[] = [
  function thereIsAnAct({ lines }) {
    return lines.length === 0 ? sanctionRefusals.SANCTION_WITHOUT_ACT(["lines"]) : undefined;
  },
  function actsNamedOnce({ lines }) {
    const ids = lines.map((line) => line.violationId);
    const at = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    return at < 0 ? undefined : sanctionRefusals.SANCTION_ACT_NAMED_TWICE(["lines", at, "violationId"]);
  },
  function linesOfThatParty(proposal) {
    return eachLine(proposal, (line, path) =>
      actOf(proposal, line) ? undefined : sanctionRefusals.SANCTION_ACT_NOT_OF_PARTY([...path, "violationId"]),
    );
  },
  function lawForbidsIt(proposal) {
    return eachLine(proposal, (line, path) => {
      const act = actOf(proposal, line);
      return line.ruleOfAct || !act ? undefined : sanctionRefusals.SANCTION_ACT_NOT_FORBIDDEN(path, dayOfAct(act));
    });
  },
  /** A text that came into force after the act is applied where it is more favourable (Decree 119/2020, Art. 43). */
  function laterLawIsMoreFavourable(proposal) {
    return eachLine(proposal, ({ laterCode, rule, ruleOfAct, violationId }, path) => {
      const act = actOf(proposal, { violationId });
      if (laterCode === null || !ruleOfAct || !act) return undefined;
      const at = [...path, "laterCode"];
      const later = rule !== undefined && rule.validFrom > dayOfAct(act) && rule.field === ruleOfAct.field;
      if (!later) return sanctionRefusals.SANCTION_LATER_LAW_UNKNOWN(at, dayOfAct(act), proposal.signedOn);
      return isMoreFavourable(rule, ruleOfAct, proposal.party.kind)
        ? undefined
        : sanctionRefusals.SANCTION_LATER_LAW_NOT_FAVOURABLE(at);
    });
  },
  /** A frame for so many copies of one title holds for one line with as many. */
  function copiesFitTheFrame(proposal) {
    return eachLine(proposal, (line, path) => {
      const band = line.rule?.copies;
      if (!band) return undefined;
      const copies = actOf(proposal, line)?.copies ?? 0;
      const fits = copies >= band.from && (band.to === null || copies <= band.to);
      return fits ? undefined : sanctionRefusals.SANCTION_COPIES_OUTSIDE_BAND(path, band.from, band.to);
    });
  },
  function notAlreadySanctioned(proposal) {
    const decided = proposal.standing.flatMap((one) => one.violationIds);
    return eachLine(proposal, ({ violationId }, path) =>
      decided.includes(violationId) ? sanctionRefusals.SANCTION_ACT_ALREADY_DECIDED(path) : undefined,
    );
  },
  /** An act that was decided in time may be decided anew in an amendment. */
  function withinLimitationPeriod(proposal) {
    if (proposal.kind === "REMEDY_ONLY") return undefined;
    return eachLine(proposal, (line, path) => {
      const { limitationEndsOn } = line;
      if (inDecisionAlready(proposal, line) || limitationEndsOn === null) return undefined;
      const barred = proposal.signedOn > limitationEndsOn;
      return barred ? sanctionRefusals.SANCTION_TIME_BARRED(path, limitationEndsOn) : undefined;
    });
  },
];

// What is imposed for them ------------------------------------------------------------------------------------------

const imposed: readonly ContentRule[] = [
  /** No fine, no warning and no suspension, but confiscation and remedies (the Law, Art. 65.2). */
  function remedyOnlyImposesNothing(proposal) {
    if (proposal.kind === "SANCTION") return undefined;
    const fined = eachLine(proposal, ({ amount, warning }, path) =>
      warning || (amount !== null && dong(amount) > 0n)
        ? sanctionRefusals.SANCTION_REMEDY_ONLY_HAS_FINE(path)
        : undefined,
    );
    return (
      fined ?? eachMeasure(proposal, "SUSPENSION", (_, path) => sanctionRefusals.SANCTION_REMEDY_ONLY_HAS_FINE(path))
    );
  },
  function remedyOnlyOrdersSomething({ kind, measures }) {
    const empty = kind === "REMEDY_ONLY" && measures.length === 0;
    return empty ? sanctionRefusals.SANCTION_REMEDY_ONLY_IS_EMPTY(["measures"]) : undefined;
  },
  function warningAllowed(proposal) {
    return eachLine(proposal, ({ warning, amount, rule }, path) => {
      if (!warning) return undefined;
      if (!rule?.warningAllowed) return sanctionRefusals.SANCTION_WARNING_NOT_ALLOWED([...path, "warning"]);
      const alsoFined = amount !== null && dong(amount) > 0n;
      return alsoFined ? sanctionRefusals.SANCTION_WARNING_WITH_FINE([...path, "amount"]) : undefined;
    });
  },
  /** A warning is a measure with its own execution, exactly where an act is warned. */
  function warningBelongsToAnAct({ lines, measures }) {
    const warns = measures.some((one) => one.kind === "WARNING");
    const belongs = warns === lines.some((line) => line.warning);
    return belongs ? undefined : sanctionRefusals.SANCTION_WARNING_WITHOUT_ACT(["measures"]);
  },
  function childIsOnlyWarned(proposal) {
    if (proposal.party.minor !== "FROM_14_TO_16") return undefined;
    return eachLine(proposal, (line, path) =>
      isFined(proposal, line) ? sanctionRefusals.SANCTION_MINOR_ONLY_WARNED(path) : undefined,
    );
  },
  function actIsFined(proposal) {
    return eachLine(proposal, (line, path) =>
      isFined(proposal, line) && line.rule && !line.rule.fine
        ? sanctionRefusals.SANCTION_ACT_NOT_FINED([...path, "amount"])
        : undefined,
    );
  },
  function amountWithinFrame(proposal) {
    return eachLine(proposal, (line, path) => {
      const frame = line.rule && isFined(proposal, line) ? frameFor(line.rule, proposal.party) : null;
      if (!frame || line.amount === null) return undefined;
      const amount = dong(line.amount);
      if (frame.min <= amount && amount <= frame.max) return undefined;
      return sanctionRefusals.SANCTION_AMOUNT_OUTSIDE_FRAME([...path, "amount"], vnd(frame.min), vnd(frame.max));
    });
  },
  function circumstancesDecideTheAmount(proposal) {
    return eachLine(proposal, (line, path) => {
      const frame = line.rule && isFined(proposal, line) ? frameFor(line.rule, proposal.party) : null;
      if (!frame) return undefined;
      const range = rangeIn(frame, line.circumstances, proposal.toFrameEnd.value);
      const amount = line.amount === null ? amountIn(range, frame) : dong(line.amount);
      if (amount !== null && liesIn(amount, range)) return undefined;
      const refusal =
        amount === null
          ? sanctionRefusals.SANCTION_AMOUNT_NEEDED
          : sanctionRefusals.SANCTION_AMOUNT_AGAINST_CIRCUMSTANCES;
      return refusal([...path, "amount"], vnd(range.min), vnd(range.max), range.ends);
    });
  },
];

// Who signs ---------------------------------------------------------------------------------------------------------

const competence: readonly ContentRule[] = [
  /**
   * The power of the post on the day of signing, in the field of each act; for a fine it is measured by the maximum of
   * the act's frame, not by the fine (Law on Handling Administrative Violations, Art. 52).
   */
  function signerHasCompetence(proposal) {
    return eachLine(proposal, (line, path) => {
      return beyondPower(line, proposal.party.kind, isFined(proposal, line), proposal.signedOn, path);
    });
  },
  /**
   * Where one of several acts of a party is beyond the signer, the whole case goes to who has the power for it (the Law,
   * Art. 52.4): no decision is made on those that are not. Acts that are decided, or can be fined no more, do not count.
   */
  function wholeCaseIsWithinPower(proposal) {
    const { kind, party, others, standing, signedOn } = proposal;
    if (kind === "REMEDY_ONLY") return undefined;
    const decided = standing.flatMap((one) => one.violationIds);
    const beyond = others.some((act) => {
      const open = act.limitationEndsOn !== null && signedOn <= act.limitationEndsOn;
      return (
        open && !decided.includes(act.violationId) && beyondPower(act, party.kind, true, signedOn, []) !== undefined
      );
    });
    return beyond ? sanctionRefusals.SANCTION_CASE_GOES_UP_WHOLE(["signer", "post"]) : undefined;
  },
];

/** Why an act is beyond the signer's power, or may be; undefined: it is within. */
export function beyondPower(
  { rule, power }: Pick<JudgedAct, "rule" | "power">,
  kind: SubjectKind,
  isFinedAct: boolean,
  signedOn: LocalDate,
  path: Path,
): Refusal | undefined {
  if (power?.extent === "NONE") return sanctionRefusals.SANCTION_SIGNER_WITHOUT_POWER(path);
  if (power?.extent !== "UP_TO") return sanctionRefusals.SANCTION_POWER_UNKNOWN(path, signedOn);
  const frame = rule && isFinedAct ? frameForKind(rule, kind) : null;
  const atMost = powerOver(power, kind);
  if (!frame || frame.max <= dong(atMost)) return undefined;
  return sanctionRefusals.SANCTION_BEYOND_POWER(path, atMost, vnd(frame.max));
}

/** In nothing heavier, and lighter in something: the frame, or what may be ordered besides it. */
function isMoreFavourable(later: ViolationRule, before: ViolationRule, kind: SubjectKind): boolean {
  const [now, then] = [frameForKind(later, kind), frameForKind(before, kind)];
  const sums = [
    [now?.min ?? 0n, then?.min ?? 0n],
    [now?.max ?? 0n, then?.max ?? 0n],
    [BigInt(later.suspensionMonths?.max ?? 0), BigInt(before.suspensionMonths?.max ?? 0)],
    [later.confiscation ? 1n : 0n, before.confiscation ? 1n : 0n],
    [later.warningAllowed ? 0n : 1n, before.warningAllowed ? 0n : 1n],
  ] as const;
  return sums.every(([after, earlier]) => after <= earlier) && sums.some(([after, earlier]) => after < earlier);
}

// What is ordered besides -------------------------------------------------------------------------------------------

const ordered: readonly ContentRule[] = [
  function measuresAreComplete({ measures }) {
    const complete = ({ kind, remedy, months, seizureIds }: OrderedMeasure): boolean =>
      (kind === "REMEDY") === (remedy !== null) &&
      (kind === "SUSPENSION") === (months !== null) &&
      (kind === "CONFISCATION" || seizureIds.length === 0);
    return measures.every(complete) ? undefined : sanctionRefusals.SANCTION_MEASURE_MISFORMED(["measures"]);
  },
  function measuresNamedOnce({ measures }) {
    const ids = measures.flatMap((one) => [one.measureId, ...one.seizureIds]);
    const once = new Set(ids).size === ids.length;
    return once ? undefined : sanctionRefusals.SANCTION_MEASURE_NAMED_TWICE(["measures"]);
  },
  function measuresDueLater({ measures, signedOn, before }) {
    const known = before.measures.map((one) => one.measureId);
    const early = measures.some((one) => one.dueOn !== null && one.dueOn < signedOn && !known.includes(one.measureId));
    return early ? sanctionRefusals.SANCTION_MEASURE_DUE_BEFORE_SIGNING(["measures"]) : undefined;
  },
  function suspensionAllowed(proposal) {
    const rules = proposal.lines.flatMap(({ rule }) => rule?.suspensionMonths ?? []);
    return eachMeasure(proposal, "SUSPENSION", ({ months }, path) => {
      const [first] = rules;
      if (!first || months === null) return sanctionRefusals.SANCTION_SUSPENSION_NOT_ALLOWED(path);
      const fits = rules.some(({ min, max }) => min <= months && months <= max);
      return fits ? undefined : sanctionRefusals.SANCTION_SUSPENSION_MONTHS([...path, "months"], first.min, first.max);
    });
  },
  function signerMaySuspend(proposal) {
    return eachMeasure(proposal, "SUSPENSION", ({ months }, path) => {
      const may = proposal.lines.some(({ rule, power }) => {
        const range = rule?.suspensionMonths;
        return range && months !== null && range.min <= months && months <= range.max && stated(power)?.maySuspend;
      });
      return may ? undefined : sanctionRefusals.SANCTION_MAY_NOT_SUSPEND(path);
    });
  },
  function confiscationAllowed(proposal) {
    const allowed = proposal.lines.some(({ rule }) => rule?.confiscation);
    return eachMeasure(proposal, "CONFISCATION", (_, path) =>
      allowed ? undefined : sanctionRefusals.SANCTION_CONFISCATION_NOT_ALLOWED(path),
    );
  },
  function signerMayConfiscate(proposal) {
    const may = confiscating(proposal).length > 0;
    return eachMeasure(proposal, "CONFISCATION", (_, path) =>
      may ? undefined : sanctionRefusals.SANCTION_MAY_NOT_CONFISCATE(path),
    );
  },
  /** What all the exhibits together are worth, as far as was estimated, within what the post may confiscate. */
  function confiscationWithinPower(proposal) {
    const limits = confiscating(proposal).map(({ confiscationUpTo }) => confiscationUpTo);
    const { seizures } = proposal;
    const worth = sumOf(seizures.map(({ estimatedValue }) => dong(estimatedValue)));
    if (limits.some((limit) => limit === null || worth <= dong(limit))) return undefined;
    const [limit] = limits;
    return eachMeasure(proposal, "CONFISCATION", ({ seizureIds }, path) =>
      limit && seizureIds.length > 0
        ? sanctionRefusals.SANCTION_CONFISCATION_BEYOND_POWER([...path, "seizureIds"], limit, vnd(worth))
        : undefined,
    );
  },
  function remediesAllowedByLaw(proposal) {
    const allowed = proposal.lines.flatMap(({ rule }) => rule?.remedies ?? []);
    return eachMeasure(proposal, "REMEDY", ({ remedy }, path) =>
      remedy && allowed.includes(remedy)
        ? undefined
        : sanctionRefusals.SANCTION_REMEDY_NOT_ALLOWED([...path, "remedy"]),
    );
  },
  function signerMayOrderRemedies(proposal) {
    return eachMeasure(proposal, "REMEDY", ({ remedy }, path) => {
      const may = proposal.lines.some(
        ({ rule, power }) => remedy && rule?.remedies.includes(remedy) && mayOrder(power, remedy),
      );
      return may ? undefined : sanctionRefusals.SANCTION_MAY_NOT_ORDER_REMEDY([...path, "remedy"]);
    });
  },
  function seizuresOfThisCase(proposal) {
    const { seizures, violationCase } = proposal;
    const own = seizures.filter((one) => one.caseId === violationCase.caseId).map((one) => one.seizureId);
    return eachMeasure(proposal, "CONFISCATION", ({ seizureIds }, path) => {
      const at = seizureIds.findIndex((id) => !own.includes(id));
      return at < 0 ? undefined : sanctionRefusals.SANCTION_SEIZURE_OF_OTHER_CASE([...path, "seizureIds", at]);
    });
  },
  /** A measure that stays is the same in kind; what it orders in detail may change. */
  function measuresThatStayKeepTheirKind({ before, measures }) {
    const changed = measures.some((one) => {
      const known = before.measures.find(({ measureId }) => measureId === one.measureId);
      return known !== undefined && known.kind !== one.kind;
    });
    return changed ? sanctionRefusals.SANCTION_MEASURE_NOT_FOUND(["measures"]) : undefined;
  },
];

/** All rules of the content, in the order in which they are asked. */
export const contentRules: readonly ContentRule[] = [...acts, ...imposed, ...competence, ...ordered];

/** Whether the decision has this content. */
export const sameContent = (content: DecisionContent, { lines, measures }: Proposal["before"]): boolean =>
  sameData([content.lines.map(lineIn), content.measures], [lines, measures.map(orderedIn)]);
