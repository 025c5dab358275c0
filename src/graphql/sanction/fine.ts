import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { choice, type DataOf, day, eachField, optional, part, vnd as sum } from "../../domain/kernel/fields.js";
import { type Vnd, vnd } from "../../domain/kernel/money.js";
import { say } from "../../domain/kernel/words.js";
import { ENTRIES, type FineAccount, outstandingOf, payableUntil, SUMS } from "../../domain/sanction/fine.js";
import { interestDue } from "../../domain/sanction/interest.js";
import type { Sanction } from "../../domain/sanction/sanction.js";
import { FINE_STATES, type FineState } from "../../domain/sanction/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { shownPart, type Showing, type Shows } from "../derive/shownFields.js";
import type { LedgerContext } from "../shared/context.js";
import { GraphQLLocalDate, VndScalar } from "../shared/scalars.js";

/** Of arguments that name a day. */
export const ON = {
  nullable: true,
  description: "The day that is asked about; absent, the day on which the answer's basis was recorded.",
} as const;

const FINE = part(
  "FineAccount",
  {
    state: choice(FINE_STATES, say("trạng thái", "state")),
    ...SUMS,
    outstanding: sum(say("tiền phạt còn phải thu", "fine outstanding")),
    payableUntil: optional(
      day(
        say("hạn nộp phạt", "payable until"),
        "The last day on which what is owed now is paid in time: as notified, or moved by a postponement or by " +
          "instalments. Null when nothing can be demanded: not served, nothing owed, or execution suspended.",
      ),
    ),
    interestAfter: optional(
      day(
        say("ngày cuối chưa tính tiền chậm nộp", "last day without interest"),
        "As notified; null: not served, and not sent without proof.",
      ),
    ),
    ...ENTRIES,
  },
  "The fine and its late interest: two balances. decided = collected + outstanding + reduced + lapsed, always.",
);

/** With the account itself, on which interest is reckoned. */
interface FineShown extends DataOf<typeof FINE.fields> {
  readonly account: FineAccount;
}
interface FineRoot {
  readonly shown: Showing<FineShown>;
}
export const FineAccountType = shownPart(FINE);

export function shownFine(sanction: Sanction, basis: Basis): Shows<typeof FINE.fields> {
  const { fine: account, interestAfter } = sanction;
  const state: FineShown = {
    ...account,
    ...eachField(SUMS, (name) => vnd(account[name])),
    state: stateOf(sanction),
    outstanding: vnd(outstandingOf(account)),
    payableUntil: payableUntil(sanction),
    ...{ interestAfter, account },
  };
  return new FineAccountType({ state, basis });
}

function stateOf({ status, fine }: Sanction): FineState {
  if (status === "ANNULLED") return "DROPPED";
  if (fine.decided === 0n) return "NONE";
  if (outstandingOf(fine) === 0n) return fine.lapsed > 0n ? "LAPSED" : "PAID";
  return fine.collected > 0n ? "PARTLY_PAID" : "DUE";
}

@Resolver(() => FineAccountType)
export class FineAccountResolver {
  @FieldResolver(() => Boolean, { description: "Some of the fine is still owed after `payableUntil`." })
  overdue(
    @Root() { shown: { state, basis } }: FineRoot,
    @Arg("on", () => GraphQLLocalDate, ON) on: string | undefined,
  ): boolean {
    return state.payableUntil !== null && state.payableUntil < (on ?? basis.today);
  }

  @FieldResolver(() => VndScalar, {
    description: "Tiền chậm nộp: the late interest owed by one who pays on the day, as the account stands.",
  })
  interestDue(
    @Root() { shown: { state, basis } }: FineRoot,
    @Arg("on", () => GraphQLLocalDate, ON) on: string | undefined,
    @Ctx() { law }: LedgerContext,
  ): Vnd {
    const asked = on ?? basis.today;
    const rate = law.parameter("LATE_INTEREST_PER_DAY", asked).value;
    return vnd(interestDue(state.account, state.interestAfter, asked, rate));
  }
}
