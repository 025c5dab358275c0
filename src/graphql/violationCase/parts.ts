import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  choice,
  type DataOf,
  day,
  many,
  noted,
  one,
  optional,
  part,
  shownAs,
  yes,
} from "../../domain/kernel/fields.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { say } from "../../domain/kernel/words.js";
import { LAW_REFERENCE } from "../../domain/law/lawBook.js";
import { SIGNER_POSTS, type SignerPost } from "../../domain/law/terms.js";
import { type Circumstance, CIRCUMSTANCES } from "../../domain/sanction/terms.js";
import { dayOfAct, limitationEndsOn } from "../../domain/violationCase/deadlines.js";
import { explanationStateOf } from "../../domain/violationCase/explanation.js";
import { ACT, PARTIES, theParties, theViolations, VIOLATIONS, violationId } from "../../domain/violationCase/fields.js";
import { EXPLANATION_STATES, SHOWN_CASE_STATUSES } from "../../domain/violationCase/terms.js";
import {
  CASE_PARTY,
  COURSE,
  DETECTION,
  EXPLANATION,
  HEARING,
  MINUTES,
  type RecordedParty,
  type RecordedViolation,
  VERIFICATION,
} from "../../domain/violationCase/violationCase.js";
import type { ShownCase } from "../../projections/violationCase/table.js";
import { enumType } from "../derive/enums.js";
import { shownPart, type Showing, type Shows } from "../derive/shownFields.js";
import { ByDay } from "../shared/byDay.js";
import type { LedgerContext } from "../shared/context.js";
import { shownName } from "../shared/mask.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { ActFining } from "./fining.js";

/** What the API shows of a case and its parts besides what is kept of them. */

const parties = many(CASE_PARTY, theParties, { ...PARTIES, least: 0 });

const VIOLATION = part(
  "CaseViolation",
  {
    violationId: shownAs("id", noted(violationId, "Give it to the commands that speak of a violation.")),
    party: optional(one(CASE_PARTY, say("người vi phạm", "party"))),
    ...ACT,
    judgedAsOf: day(say("ngày áp dụng pháp luật", "judged by the law of"), "The day by whose law it is judged."),
    law: one(LAW_REFERENCE, say("căn cứ pháp luật", "law"), "The rule that it breaks."),
  },
  "An act (hành vi vi phạm); of publications, one for each title.",
);
const violations = many(VIOLATION, theViolations, { ...VIOLATIONS, least: 0 });

const SHOWN_MINUTES = part(
  "ViolationMinutes",
  { ...MINUTES, violations: noted(violations, "As the minutes have them; the case has them as verified since.") },
  "Biên bản vi phạm hành chính, as it was drawn up: never changed.",
);

const SHOWN_VERIFICATION = part(
  "VerificationRecord",
  { ...VERIFICATION, parties, violations },
  "Biên bản xác minh: what it corrects, and the violations from then on.",
);

const SHOWN_EXPLANATION = part(
  "CaseExplanation",
  {
    state: choice(EXPLANATION_STATES, say("trạng thái", "state")),
    parties: noted(parties, "Who has the right; it follows from the frame, not from the fine."),
    ...EXPLANATION,
  },
  "Giải trình: who may explain, until when, and what came of it.",
);

export const SHOWN_CASE = {
  status: choice(SHOWN_CASE_STATUSES, say("trạng thái", "status")),
  ...DETECTION,
  parties,
  violations: noted(violations, "As the minutes have them, or as last verified."),
  minutes: optional(one(SHOWN_MINUTES, say("biên bản vi phạm hành chính", "minutes"))),
  verifications: many(SHOWN_VERIFICATION, say("biên bản xác minh", "verification records"), { most: 100, least: 0 }),
  explanation: one(SHOWN_EXPLANATION, say("giải trình", "explanation")),
  needsVerification: yes(say("cần xác minh", "needs verification")),
  ...COURSE,
};

/** The acts with what follows of each. */
const shownActs = (acts: readonly RecordedViolation[], among: readonly RecordedParty[]) =>
  acts.map((act) => ({
    ...act,
    party: among.find(({ partyId }) => partyId === act.partyId) ?? null,
    judgedAsOf: dayOfAct(act),
    law: act.rule.law,
  }));
type ShownAct = ReturnType<typeof shownActs>[number];

export function shownCase({ state, shown }: ShownCase): DataOf<typeof SHOWN_CASE> {
  const { minutes, verifications, explanation, verificationWanted } = state;
  return {
    ...state,
    status: shown,
    violations: shownActs(state.violations, state.parties),
    minutes: minutes && { ...minutes, violations: shownActs(minutes.violations, state.parties) },
    verifications: verifications.map((one) => ({ ...one, violations: shownActs(one.violations, one.parties) })),
    explanation: {
      ...explanation,
      state: explanationStateOf(explanation),
      parties: state.parties.filter(({ partyId }) => explanation.partyIds.includes(partyId)),
    },
    needsVerification: verificationWanted !== null,
  };
}

@Resolver(() => shownPart(CASE_PARTY))
export class CasePartyResolver {
  @FieldResolver()
  name(@Root() { shown }: Shows<typeof CASE_PARTY.fields>, @Ctx() context: LedgerContext): string {
    const { partyId: ref, kind, name } = shown.state;
    return shownName({ as: "PARTY", ref, kind, name }, context);
  }
}

interface ShowsAct {
  readonly shown: Showing<ShownAct>;
}

@Resolver(() => shownPart(VIOLATION))
export class CaseViolationResolver {
  @FieldResolver(() => GraphQLLocalDate, { description: "The last day on which it can be fined (thời hiệu xử phạt)." })
  limitationEndsOn(@Root() { shown: { state } }: ShowsAct, @Ctx() { law }: LedgerContext): string {
    return limitationEndsOn(state, state.rule, law);
  }

  @FieldResolver(() => Boolean, {
    description: "It can no longer be fined; confiscation and remedies can still be ordered.",
  })
  isTimeBarred(@Root() act: ShowsAct, @ByDay() on: LocalDate | undefined, @Ctx() context: LedgerContext): boolean {
    return this.limitationEndsOn(act, context) < (on ?? act.shown.basis.today);
  }

  @FieldResolver(() => ActFining, { description: "What the law has for its fine: for whoever is about to decide." })
  fining(
    @Root() { shown: { state, basis } }: ShowsAct,
    @Arg("on", () => GraphQLLocalDate, { description: "The day of signing." }) signedOn: LocalDate,
    @Arg("post", () => enumType(SIGNER_POSTS), { nullable: true, description: "In whose power." })
    post: SignerPost | null | undefined,
    @Arg("circumstances", () => [enumType(CIRCUMSTANCES)], { nullable: true })
    circumstances: readonly Circumstance[] | null | undefined,
    @Arg("laterCode", () => String, {
      nullable: true,
      description: "The act's code in a later, more favourable text, as in force on the day of signing.",
    })
    laterCode: string | null | undefined,
    @Ctx() { law }: LedgerContext,
  ): ActFining {
    const asked = {
      ...{ signedOn, circumstances: circumstances ?? [] },
      ...{ post: post ?? undefined, laterCode: laterCode ?? undefined },
    };
    return new ActFining(state, state.party, asked, law, basis);
  }
}

@Resolver(() => shownPart(HEARING))
export class CaseHearingResolver {
  @FieldResolver(() => Boolean, { description: "The notice was late, or is." })
  noticeOverdue(
    @Root() { shown: { state, basis } }: Shows<typeof HEARING.fields>,
    @ByDay() on: LocalDate | undefined,
  ): boolean {
    return state.noticeDueOn < (state.notifiedOn ?? on ?? basis.today);
  }
}

@Resolver(() => shownPart(SHOWN_EXPLANATION))
export class CaseExplanationResolver {
  @FieldResolver(() => Boolean, { description: "The period is over and not everybody has explained or waived it." })
  overdue(
    @Root() { shown: { state, basis } }: Shows<typeof SHOWN_EXPLANATION.fields>,
    @ByDay() on: LocalDate | undefined,
  ): boolean {
    return state.state === "OPEN" && state.dueOn !== null && state.dueOn < (on ?? basis.today);
  }
}
