import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";
import { DEADLINE, type InspectionDeadline, isOverdue } from "../../domain/inspection/deadlines.js";
import { CONCLUSION, FINDING, type InspectionTarget, TARGET } from "../../domain/inspection/inspection.js";
import { PERIOD } from "../../domain/inspection/fields.js";
import { one, optional, part } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { MASKED_HERE } from "../derive/shown.js";
import { type Showing, shownPart } from "../derive/shownFields.js";
import type { LedgerContext } from "../shared/context.js";
import { shownName } from "../shared/mask.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

export const InspectionPeriodType = shownPart(PERIOD);
export const InspectionConclusionType = shownPart(CONCLUSION);
export const InspectionTargetType = shownPart(TARGET);
export const InspectionDeadlineType = shownPart(DEADLINE);
export const InspectionFindingType = shownPart(
  part("InspectionFinding", {
    target: optional(one(TARGET, say("đối tượng", "target"), "Null: about none in particular.")),
    ...FINDING,
  }),
);

@Resolver(() => InspectionTargetType)
export class InspectionTargetResolver {
  @FieldResolver(() => String, {
    description: "Of a person or a household business, initials unless you may read the names.",
  })
  @Extensions({ names: MASKED_HERE })
  name(@Root() { shown }: { readonly shown: Showing<InspectionTarget> }, @Ctx() context: LedgerContext): string {
    const { targetId: ref, kind, name } = shown.state;
    return shownName({ as: "TARGET", ref, kind, name }, context);
  }
}

@Resolver(() => InspectionDeadlineType)
export class InspectionDeadlineResolver {
  /** @param root of an inspection that goes no further nothing falls due any more: `isOver` */
  @FieldResolver(() => Boolean, {
    description: "It was not done by `on`; without it, by the day of the answer's basis.",
  })
  overdue(
    @Root() { shown }: { readonly shown: Showing<InspectionDeadline & { readonly isOver: boolean }> },
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: string | undefined,
  ): boolean {
    return !shown.state.isOver && isOverdue(shown.state, on ?? shown.basis.today);
  }
}
