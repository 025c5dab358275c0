import type { Role } from "../domain/kernel/actor.js";
import { pressAgencyRefusals } from "../domain/pressAgency/policies.js";
import { normalCardNumber } from "../domain/reporter/papers.js";
import { reporterRefusals } from "../domain/reporter/refusals.js";
import { reporterDecider } from "../domain/reporter/decider.js";
import type {
  AmendPressCard,
  AmendReporter,
  CardToRecord,
  MergeReporter,
  RecordIntroductionLetter,
  RecordPressCard,
  RecordPressCardWithdrawal,
  RegisterReporter,
  ReporterKind,
  TransferReporter,
} from "../domain/reporter/reporter.js";
import type { UnitFact } from "../domain/unit/unit.js";
import { unitRefusals } from "../domain/unit/policies.js";
import type { ClaimWanted } from "../domain/kernel/taking.js";
import type { Facts } from "./facts.js";
import { refs } from "./leaning.js";
import type { CommandInput, CommandSpec } from "./spec.js";

/** The registry is kept by the department. */
const KEEPERS: readonly Role[] = ["PRESS_OFFICER", "ADMIN"];
/** Who comes to a unit's door without notice is entered there. */
const AT_THE_DOOR: readonly Role[] = ["CLERK", ...KEEPERS];

const common = { aggregate: { category: "reporter", decider: reporterDecider }, may: KEEPERS } as const;
const onReporter = { ...common, entityId: (input: ReporterInput) => input.reporterId } as const;

interface ReporterInput extends CommandInput {
  readonly reporterId: string;
}

export interface NewPressCardInput {
  readonly number: string;
  readonly issue: string;
  readonly issuedOn: string;
  readonly validTo: string;
}

/** One card, one holder. */
const theCard = (number: string): ClaimWanted => ({ kind: "PRESS_CARD", key: normalCardNumber(number) });

const toRecord = ({ number, issue, issuedOn, validTo }: NewPressCardInput, facts: Facts): CardToRecord => ({
  number,
  issue,
  issuedOn,
  validTo,
  holderId: facts.reporterWithCard(number) ?? null,
});

export interface RegisterReporterInput extends CommandInput {
  readonly name: string;
  readonly kind: ReporterKind;
  readonly agencyId: string;
  readonly since: string;
  readonly card?: NewPressCardInput | null | undefined;
}

export const registerReporter: CommandSpec<RegisterReporterInput, RegisterReporter> = {
  ...common,
  may: AT_THE_DOOR,
  type: "RegisterReporter",
  begins: "reporter",
  leansOn: ({ agencyId }) => refs("PressAgency", agencyId),
  claims: ({ card }) => (card ? [theCard(card.number)] : []),
  resolve: ({ name, kind, agencyId, since, card }, { facts, newId }) => {
    const agency = facts.pressAgency(agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    const reporterId = newId("reporter");
    return { data: { reporterId, name, kind, agency, since, card: card ? toRecord(card, facts) : null } };
  },
};

export interface AmendReporterInput extends ReporterInput {
  readonly name?: string | null | undefined;
  readonly kind?: ReporterKind | null | undefined;
  readonly reason: string;
}

export const amendReporter: CommandSpec<AmendReporterInput, AmendReporter> = {
  ...onReporter,
  type: "AmendReporter",
  resolve: ({ reporterId, name, kind, reason }) => ({
    data: { reporterId, name: name ?? null, kind: kind ?? null, reason },
  }),
};

export interface RecordPressCardInput extends ReporterInput, NewPressCardInput {}

export const recordPressCard: CommandSpec<RecordPressCardInput, RecordPressCard> = {
  ...onReporter,
  type: "RecordPressCard",
  claims: ({ number }) => [theCard(number)],
  resolve: (input, { facts }) => ({ data: { reporterId: input.reporterId, ...toRecord(input, facts) } }),
};

export interface AmendPressCardInput extends ReporterInput {
  /** The one it stands under so far. */
  readonly number: string;
  readonly card: NewPressCardInput;
  readonly reason: string;
}

export const amendPressCard: CommandSpec<AmendPressCardInput, AmendPressCard> = {
  ...onReporter,
  type: "AmendPressCard",
  claims: ({ card }) => [theCard(card.number)],
  resolve: ({ reporterId, number, card, reason }, { facts }) => ({
    data: { reporterId, number, card: toRecord(card, facts), reason, known: facts.reporter(reporterId)?.cards ?? [] },
  }),
};

export interface RecordPressCardWithdrawalInput extends ReporterInput {
  readonly number: string;
  readonly withdrawnOn: string;
  readonly legalBasis: string;
}

export const recordPressCardWithdrawal: CommandSpec<RecordPressCardWithdrawalInput, RecordPressCardWithdrawal> = {
  ...onReporter,
  type: "RecordPressCardWithdrawal",
  resolve: ({ reporterId, number, withdrawnOn, legalBasis }, { facts }) => ({
    data: { reporterId, number, withdrawnOn, legalBasis, known: facts.reporter(reporterId)?.cards ?? [] },
  }),
};

export interface RecordIntroductionLetterInput extends ReporterInput {
  readonly number: string;
  readonly agencyId: string;
  readonly issuedOn: string;
  readonly validTo: string;
  readonly unitIds: readonly string[];
  readonly content: string;
}

export const recordIntroductionLetter: CommandSpec<RecordIntroductionLetterInput, RecordIntroductionLetter> = {
  ...onReporter,
  may: AT_THE_DOOR,
  type: "RecordIntroductionLetter",
  leansOn: ({ agencyId, unitIds }) => [...refs("PressAgency", agencyId), ...refs("Unit", ...unitIds)],
  resolve: ({ reporterId, number, agencyId, issuedOn, validTo, unitIds, content }, { facts }) => {
    const agency = facts.pressAgency(agencyId);
    if (!agency) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["agencyId"]) };
    const units: UnitFact[] = [];
    for (const [index, unitId] of unitIds.entries()) {
      const unit = facts.unit(unitId);
      if (!unit) return { refusal: unitRefusals.UNIT_NOT_FOUND(["unitIds", index]) };
      units.push(unit);
    }
    return { data: { reporterId, number, agency, issuedOn, validTo, units, content } };
  },
};

export interface TransferReporterInput extends ReporterInput {
  readonly toAgencyId: string;
  readonly effectiveOn: string;
}

export const transferReporter: CommandSpec<TransferReporterInput, TransferReporter> = {
  ...onReporter,
  type: "TransferReporter",
  leansOn: ({ toAgencyId }) => refs("PressAgency", toAgencyId),
  resolve: ({ reporterId, toAgencyId, effectiveOn }, { facts }) => {
    const to = facts.pressAgency(toAgencyId);
    if (!to) return { refusal: pressAgencyRefusals.PRESS_AGENCY_NOT_FOUND(["toAgencyId"]) };
    return { data: { reporterId, to, effectiveOn } };
  },
};

export interface MergeReporterInput extends ReporterInput {
  readonly intoId: string;
  readonly reason: string;
}

export const mergeReporter: CommandSpec<MergeReporterInput, MergeReporter> = {
  ...onReporter,
  type: "MergeReporter",
  leansOn: ({ intoId }) => refs("Reporter", intoId),
  resolve: ({ reporterId, intoId, reason }, { facts }) => {
    const into = facts.reporter(intoId);
    if (!into) return { refusal: reporterRefusals.REPORTER_NOT_FOUND(["intoId"]) };
    return { data: { reporterId, into, reason } };
  },
};
