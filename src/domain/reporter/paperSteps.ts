import { actsForOneOf } from "../kernel/authority.js";
import { asIn, fieldsOf, needed, refs } from "../kernel/fields.js";
import { looked, stepsOf } from "../kernel/steps.js";
import { reason } from "../kernel/registerFields.js";
import { nameOn } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import { agencyNotEnded } from "../pressAgency/rules.js";
import type { PressAgencyFact } from "../pressAgency/pressAgency.js";
import { unitExistsOn } from "../unit/rules.js";
import type { UnitFact } from "../unit/unit.js";
import type { ReporterEvent } from "./events.js";
import { CARD, CARD_CORRECTION, cardNumber } from "./fields.js";
import {
  cardKey,
  INTRODUCTION_LETTER,
  type LetterFact,
  isSameLetter,
  type NewPressCard,
  normalCardNumber,
  PRESS_CARD,
  type CardFact,
} from "./papers.js";
import { reporterRefusals } from "./refusals.js";
import type { Reporter } from "./reporter.js";
import {
  AT_THE_DOOR,
  asPrinted,
  type Brought,
  cardIsKnown,
  cardSpokenOf,
  cardTermInOrder,
  hasACard,
  type Holder,
  isNoDuplicate,
  reasonIsGiven,
  theCard,
} from "./rules.js";

const { withdrawnOn, withdrawalBasis } = needed(PRESS_CARD.fields, "withdrawnOn", "withdrawalBasis");
const { correction, step } = stepsOf<Reporter, ReporterEvent, "reporterId">();

/** What may be done about the papers of a reporter: press cards and letters of introduction. */
export const paperSteps = {
  RecordPressCard: step({
    does: say("ghi nhận thẻ nhà báo", "record a press card"),
    fields: CARD.fields,
    looked: looked<Holder & Brought>(),
    when: [isNoDuplicate],
    rules: [
      function cardTermIsInOrder({ data }) {
        return cardTermInOrder(data, []);
      },
      function cardIsFree({ state, data: { holderId } }) {
        const free = holderId === null || holderId === state.reporterId;
        return free ? undefined : reporterRefusals.PRESS_CARD_TAKEN(["number"]);
      },
      function cardIsNotRecordedYet(asked) {
        return cardSpokenOf(asked) ? reporterRefusals.PRESS_CARD_ALREADY_RECORDED(["number"]) : undefined;
      },
    ],
    claims: ({ data }) => theCard(data),
    tells: { PressCardRecorded: ({ data }) => asPrinted(data) },
  }),
  RecordPressCardWithdrawal: step({
    does: say("ghi nhận việc thu hồi thẻ nhà báo", "record that a press card was withdrawn"),
    fields: {
      number: cardNumber,
      withdrawnOn,
      legalBasis: withdrawalBasis,
    },
    looked: looked<Brought>(),
    when: [isNoDuplicate, hasACard],
    rules: [
      cardIsKnown,
      function cardIsNotYetWithdrawn(asked) {
        const on = cardSpokenOf(asked)?.withdrawnOn ?? null;
        return on === null ? undefined : reporterRefusals.PRESS_CARD_WITHDRAWN_ALREADY(["number"], on);
      },
      function withdrawnAfterIssue(asked) {
        const issued = cardSpokenOf(asked)?.issuedOn;
        return issued !== undefined && asked.data.withdrawnOn < issued
          ? reporterRefusals.PRESS_CARD_WITHDRAWN_BEFORE_ISSUE(["withdrawnOn"], issued)
          : undefined;
      },
    ],
    event: "PressCardWithdrawn",
    besides: ({ data: { number } }) => ({ number: normalCardNumber(number) }),
  }),
  RecordIntroductionLetter: step({
    does: say("ghi nhận giấy giới thiệu", "record a letter of introduction"),
    may: AT_THE_DOOR,
    fields: {
      ...asIn(INTRODUCTION_LETTER.fields, "number", "agencyId", "issuedOn", "validTo"),
      unitIds: refs(
        "Unit",
        INTRODUCTION_LETTER.fields.units.words,
        { most: 200 },
        "The units to which it is addressed; a clerk's own must be among them.",
      ),
      ...asIn(INTRODUCTION_LETTER.fields, "content"),
    },
    looked: looked<{
      readonly agency: PressAgencyFact;
      readonly units: readonly UnitFact[];
      /** Those that came with the reporter's duplicates. */
      readonly broughtLetters: readonly LetterFact[];
    }>(),
    when: [isNoDuplicate],
    rules: [
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
      function letterIsNew({ state, data }) {
        const letter = { agencyId: data.agency.agencyId, number: data.number, issuedOn: data.issuedOn };
        const known = [...state.letters, ...data.broughtLetters].some((letterBefore) =>
          isSameLetter(letterBefore, letter),
        );
        return known ? reporterRefusals.LETTER_ALREADY_RECORDED(["number"]) : undefined;
      },
    ],
    tells: {
      IntroductionLetterRecorded: ({ data: { number, agency, issuedOn: issued, validTo: until, units, content } }) => ({
        number,
        agencyId: agency.agencyId,
        agencyName: nameOn(agency.names, issued),
        issuedOn: issued,
        validTo: until,
        units: units.map(({ unitId, names }) => ({ unitId, unitName: nameOn(names, issued) })),
        content,
      }),
    },
  }),
  AmendPressCard: correction({
    does: say("đính chính thông tin thẻ nhà báo", "correct a press card that was entered wrongly"),
    event: "PressCardAmended",
    note: "Earlier answers keep what was known.",
    names: { number: { ...cardNumber, note: "The number under which the card is recorded so far." } },
    reason,
    fields: { card: fieldsOf(CARD_CORRECTION, say("thẻ nhà báo", "press card")) },
    looked: looked<Holder & Brought>(),
    when: [isNoDuplicate, hasACard],
    rules: [
      reasonIsGiven,
      cardIsKnown,
      function amendedTermIsInOrder(asked) {
        const card = cardAsCorrected(asked);
        return card && cardTermInOrder(card, ["card"]);
      },
      function newNumberIsFree({ state, data: { holderId }, changes: { card } }) {
        const free = holderId === null || holderId === state.reporterId;
        return free || card?.number === undefined ? undefined : reporterRefusals.PRESS_CARD_TAKEN(["card", "number"]);
      },
      function newNumberIsOfNoOtherCard({ state, data: { brought }, changes: { card } }) {
        if (card?.number === undefined) return undefined;
        const known = cardSpokenOf({ state, data: { number: card.number, brought } });
        return known && reporterRefusals.PRESS_CARD_ALREADY_RECORDED(["card", "number"]);
      },
      function issuedBeforeWithdrawal(asked) {
        const { issuedOn: issued, withdrawnOn: on } = cardAsCorrected(asked) ?? {};
        return on != null && issued !== undefined && on < issued
          ? reporterRefusals.PRESS_CARD_ISSUED_AFTER_WITHDRAWAL(["card", "issuedOn"], on)
          : undefined;
      },
    ],
    claims: ({ data: { card } }) => (card?.number == null ? [] : theCard({ number: card.number })),
    // Whoever keeps the number, however typed, asks for none: who else may hold it is no affair of the correction.
    wanted: ({ data: { number: known }, said: { card } }) => ({
      card: card && {
        ...card,
        number: card.number === null || cardKey(card.number) === cardKey(known) ? null : normalCardNumber(card.number),
      },
    }),
    recorded: (state, { data }) => ({ card: cardSpokenOf({ state, data }) }),
    told: ({ data: { number }, changes: { card = {} } }) => ({ number: normalCardNumber(number), card }),
  }),
};

/** What is printed on the card, as the correction has it; undefined: there is no such card. */
function cardAsCorrected(
  asked: Parameters<typeof cardSpokenOf>[0] & { readonly changes: { readonly card?: Partial<NewPressCard> } },
): CardFact | undefined {
  const card = cardSpokenOf(asked);
  return card && { ...card, ...asked.changes.card };
}
