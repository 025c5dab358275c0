import { actsForOneOf } from "../kernel/authority.js";
import type { CommandMeta, Policy } from "../kernel/decider.js";
import { timePolicies } from "../kernel/occurrence.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { agencyNotEnded } from "../pressAgency/policies.js";
import { unitExistsOn } from "../unit/policies.js";
import { agencyOn } from "./engagement.js";
import { isSameLetter, normalCardNumber, type PressCard } from "./papers.js";
import { reporterRefusals } from "./refusals.js";
import type {
  AmendPressCard,
  AmendReporter,
  CardToRecord,
  MergeReporter,
  RecordIntroductionLetter,
  RecordPressCard,
  RecordPressCardWithdrawal,
  RegisterReporter,
  Reporter,
  TransferReporter,
} from "./reporter.js";

export { reporterRefusals } from "./refusals.js";

interface Given<C extends { data: object }> {
  readonly meta: CommandMeta;
  readonly data: C["data"];
}
type OfExisting<C extends { data: object }> = Policy<Given<C> & { readonly reporter: Reporter }>;

/** Everything that is asked of a command on a reporter who is in the register. */
const always: readonly Policy<{ readonly meta: CommandMeta; readonly reporter: Reporter }>[] = [
  ...timePolicies,
  function isNoDuplicate({ reporter }) {
    return reporter.mergedIntoId === null ? undefined : reporterRefusals.REPORTER_IS_DUPLICATE(["reporterId"]);
  },
];

const cardTermInOrder = ({ issuedOn, validTo }: CardToRecord, path: Path): Refusal | undefined =>
  validTo < issuedOn ? reporterRefusals.PRESS_CARD_TERM_REVERSED([...path, "validTo"]) : undefined;

const reasonIsGiven = ({ reason }: { readonly reason: string }): Refusal | undefined =>
  reason.trim() === "" ? reporterRefusals.REPORTER_CORRECTION_NEEDS_REASON(["reason"]) : undefined;

// Register ----------------------------------------------------------------------------------------------------------

export const registerPolicies: readonly Policy<Given<RegisterReporter>>[] = [
  ...timePolicies,
  function agencyIsLive({ data }) {
    return agencyNotEnded(data.agency, data.since, ["agencyId"]);
  },
  function firstCardTermIsInOrder({ data }) {
    return data.card ? cardTermInOrder(data.card, ["card"]) : undefined;
  },
  function firstCardIsFree({ data }) {
    const taken = data.card !== null && data.card.holderId !== null;
    return taken ? reporterRefusals.PRESS_CARD_TAKEN(["card", "number"]) : undefined;
  },
];

// Amend -------------------------------------------------------------------------------------------------------------

export const amendPolicies: readonly OfExisting<AmendReporter>[] = [
  ...always,
  function correctionIsExplained({ data }) {
    return reasonIsGiven(data);
  },
  function somethingChanges({ reporter, data }) {
    const renamed = data.name !== null && data.name !== reporter.name;
    const otherKind = data.kind !== null && data.kind !== reporter.kind;
    return renamed || otherKind ? undefined : reporterRefusals.REPORTER_UNCHANGED([]);
  },
];

// Press cards -------------------------------------------------------------------------------------------------------

export const recordCardPolicies: readonly OfExisting<RecordPressCard>[] = [
  ...always,
  function cardTermIsInOrder({ data }) {
    return cardTermInOrder(data, []);
  },
  function cardIsFree({ reporter, data }) {
    const free = data.holderId === null || data.holderId === reporter.reporterId;
    return free ? undefined : reporterRefusals.PRESS_CARD_TAKEN(["number"]);
  },
  function cardIsNew({ reporter, data }) {
    const known = data.holderId === reporter.reporterId || cardNumbered(reporter.cards, data.number);
    return known ? reporterRefusals.PRESS_CARD_ALREADY_RECORDED(["number"]) : undefined;
  },
];

interface SpokenOf {
  readonly reporter: Reporter;
  readonly data: Pick<RecordPressCardWithdrawal["data"], "number" | "known">;
}

const cardIsKnown = (context: SpokenOf): Refusal | undefined =>
  cardSpokenOf(context) ? undefined : reporterRefusals.PRESS_CARD_NOT_FOUND(["number"]);

export const amendCardPolicies: readonly OfExisting<AmendPressCard>[] = [
  ...always,
  function cardCorrectionIsExplained({ data }) {
    return reasonIsGiven(data);
  },
  cardIsKnown,
  function amendedTermIsInOrder({ data }) {
    return cardTermInOrder(data.card, ["card"]);
  },
  function newNumberIsFree({ reporter, data }) {
    const { holderId } = data.card;
    const free = holderId === null || holderId === reporter.reporterId;
    return free || !isRenumbered(data) ? undefined : reporterRefusals.PRESS_CARD_TAKEN(["card", "number"]);
  },
  function newNumberIsOfNoOtherCard({ reporter, data }) {
    const { holderId, number } = data.card;
    const known = holderId === reporter.reporterId || cardNumbered([...reporter.cards, ...data.known], number);
    return known && isRenumbered(data) ? reporterRefusals.PRESS_CARD_ALREADY_RECORDED(["card", "number"]) : undefined;
  },
  function issuedBeforeWithdrawal(context) {
    const on = cardSpokenOf(context)?.withdrawnOn ?? null;
    return on !== null && on < context.data.card.issuedOn
      ? reporterRefusals.PRESS_CARD_ISSUED_AFTER_WITHDRAWAL(["card", "issuedOn"], on)
      : undefined;
  },
  function somethingOnTheCardChanges(context) {
    const { data } = context;
    const before = cardSpokenOf(context);
    const same = before && CARD_TERM.every((field) => before[field] === data.card[field]) && !isRenumbered(data);
    return same ? reporterRefusals.REPORTER_UNCHANGED([]) : undefined;
  },
];

const CARD_TERM = ["issue", "issuedOn", "validTo"] as const;

/** Whoever keeps the number asks for none: who else may hold it is no affair of this correction. */
const isRenumbered = ({ number, card }: AmendPressCard["data"]): boolean =>
  normalCardNumber(number) !== normalCardNumber(card.number);

export const withdrawalPolicies: readonly OfExisting<RecordPressCardWithdrawal>[] = [
  ...always,
  cardIsKnown,
  function cardIsNotYetWithdrawn(context) {
    const on = cardSpokenOf(context)?.withdrawnOn ?? null;
    return on === null ? undefined : reporterRefusals.PRESS_CARD_WITHDRAWN_ALREADY(["number"], on);
  },
  function withdrawnAfterIssue(context) {
    const issuedOn = cardSpokenOf(context)?.issuedOn;
    return issuedOn !== undefined && context.data.withdrawnOn < issuedOn
      ? reporterRefusals.PRESS_CARD_WITHDRAWN_BEFORE_ISSUE(["withdrawnOn"], issuedOn)
      : undefined;
  },
];

const cardNumbered = (cards: readonly PressCard[], number: string): PressCard | undefined =>
  cards.find((card) => card.number === normalCardNumber(number));

/** The reporter's own card, as its stream knows it, or else one that came with a duplicate. */
const cardSpokenOf = ({ reporter, data }: SpokenOf): PressCard | undefined =>
  cardNumbered(reporter.cards, data.number) ?? cardNumbered(data.known, data.number);

// Letters of introduction -------------------------------------------------------------------------------------------

export const letterPolicies: readonly OfExisting<RecordIntroductionLetter>[] = [
  ...always,
  function namesItsContent({ data }) {
    return data.content.trim() === "" ? reporterRefusals.LETTER_NEEDS_CONTENT(["content"]) : undefined;
  },
  function namesAUnit({ data }) {
    return data.units.length === 0 ? reporterRefusals.LETTER_NEEDS_UNIT(["unitIds"]) : undefined;
  },
  function namesEachUnitOnce({ data }) {
    const ids = data.units.map((unit) => unit.unitId);
    const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    return again < 0 ? undefined : reporterRefusals.LETTER_NAMES_UNIT_TWICE(["unitIds", again]);
  },
  function clerkKeepsOneOfTheUnits({ meta, data }) {
    return actsForOneOf(
      meta,
      data.units.map((unit) => unit.unitId),
      ["unitIds"],
    );
  },
  function letterTermIsInOrder({ data }) {
    return data.validTo < data.issuedOn ? reporterRefusals.LETTER_TERM_REVERSED(["validTo"]) : undefined;
  },
  function unitsExist({ data }) {
    for (const [index, unit] of data.units.entries()) {
      const refusal = unitExistsOn(unit, data.issuedOn, ["unitIds", index]);
      if (refusal) return refusal;
    }
    return undefined;
  },
  function issuerIsLive({ data }) {
    return agencyNotEnded(data.agency, data.issuedOn, ["agencyId"]);
  },
  function letterIsNew({ reporter, data }) {
    const letter = { agencyId: data.agency.agencyId, number: data.number, issuedOn: data.issuedOn };
    const known = reporter.letters.some((one) => isSameLetter(one, letter));
    return known ? reporterRefusals.LETTER_ALREADY_RECORDED(["number"]) : undefined;
  },
];

// Transfer ----------------------------------------------------------------------------------------------------------

export const transferPolicies: readonly OfExisting<TransferReporter>[] = [
  ...always,
  function newAgencyIsLive({ data }) {
    return agencyNotEnded(data.to, data.effectiveOn, ["toAgencyId"]);
  },
  function afterTheFirstEngagement({ reporter, data }) {
    const since = reporter.engagements[0]?.from;
    return since !== undefined && data.effectiveOn <= since
      ? reporterRefusals.TRANSFER_BEFORE_START(["effectiveOn"], since)
      : undefined;
  },
  function agencyChanges({ reporter, data }) {
    return agencyOn(reporter.engagements, data.effectiveOn) === data.to.agencyId
      ? reporterRefusals.TRANSFER_TO_SAME_AGENCY(["toAgencyId"])
      : undefined;
  },
];

// Merge a duplicate -------------------------------------------------------------------------------------------------

export const mergePolicies: readonly OfExisting<MergeReporter>[] = [
  ...always,
  function mergerIsExplained({ data }) {
    return reasonIsGiven(data);
  },
  function notIntoItself({ reporter, data }) {
    return data.into.reporterId === reporter.reporterId ? reporterRefusals.REPORTER_INTO_ITSELF(["intoId"]) : undefined;
  },
  function survivorIsNoDuplicate({ data }) {
    return data.into.mergedIntoId === null ? undefined : reporterRefusals.REPORTER_IS_DUPLICATE(["intoId"]);
  },
];
