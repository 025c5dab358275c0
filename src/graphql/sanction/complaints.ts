import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { COMPLAINT, type Complaint } from "../../domain/sanction/complaint.js";
import { acceptanceDueOn } from "../../domain/sanction/complaintRules.js";
import type { Basis } from "../../projections/table/basis.js";
import { shownPart, type Shows } from "../derive/shownFields.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { ON } from "./fine.js";

const ComplaintType = shownPart(COMPLAINT);
type ComplaintShown = Shows<typeof COMPLAINT.fields>;
export const shownComplaint = (state: Complaint, basis: Basis): ComplaintShown => new ComplaintType({ state, basis });

export const ComplaintConnection = connectionType("Complaint", () => ComplaintType);

@Resolver(() => ComplaintType)
export class ComplaintResolver {
  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day to say whether it is accepted; null for a court, which has its times.",
  })
  acceptanceDueOn(@Root() { shown: { state } }: ComplaintShown, @Ctx() { law }: LedgerContext): string | null {
    return acceptanceDueOn(state, law);
  }

  @FieldResolver(() => Boolean, { description: "It was neither accepted nor rejected by that day, or later." })
  acceptanceOverdue(
    @Root() { shown: { state, basis } }: ComplaintShown,
    @Arg("on", () => GraphQLLocalDate, ON) on: string | undefined,
    @Ctx() { law }: LedgerContext,
  ): boolean {
    const due = acceptanceDueOn(state, law);
    const answeredOn = state.acceptedOn ?? state.rejectedOn;
    if (due === null || (answeredOn === null && state.status !== "LODGED")) return false;
    return due < (answeredOn ?? on ?? basis.today);
  }

  @FieldResolver(() => Boolean, {
    description: "It was accepted, is not answered yet, and the last day for it has passed.",
  })
  overdue(
    @Root() { shown: { state, basis } }: ComplaintShown,
    @Arg("on", () => GraphQLLocalDate, ON) on: string | undefined,
  ): boolean {
    const { status, resolutionDueOn } = state;
    return status === "ACCEPTED" && resolutionDueOn !== null && resolutionDueOn < (on ?? basis.today);
  }
}
