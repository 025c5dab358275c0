import { createUnionType, Ctx, Field, ObjectType } from "type-graphql";
import type { Done } from "../../commands/spec.js";
import { entityId } from "../../eventstore/codec.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { FAILURES } from "../shared/failures.js";
import { InspectionFindingType } from "./parts.js";
import { InspectionRecommendation } from "./recommendation.js";
import { inspectionAt, InspectionType } from "./types.js";

@ObjectType({ implements: CommandDone })
export class InspectionChanged extends CommandDone {
  constructor(done: Done) {
    super(done, inspectionAt);
  }

  @Field(() => InspectionType, {
    nullable: true,
    description: "The inspection at `position`. Null only if this node is late in reading what it has durably written.",
  })
  inspection(@Ctx() { reads }: LedgerContext): InspectionType | null {
    return this.recordAt(reads) as InspectionType | null;
  }

  @Field(() => InspectionFindingType, { nullable: true, description: "What `recordFinding` recorded." })
  finding(@Ctx() context: LedgerContext): InspectionFindingType | null {
    const made = entityId(this.done.commandId, "finding");
    return this.inspection(context)?.findings.find((finding) => finding.id === made) ?? null;
  }

  @Field(() => InspectionRecommendation, { nullable: true, description: "What `makeRecommendation` made." })
  recommendation(@Ctx() context: LedgerContext): InspectionRecommendation | null {
    const made = entityId(this.done.commandId, "recommendation");
    return this.inspection(context)?.recommendation(made) ?? null;
  }
}

export const InspectionResult = createUnionType({
  name: "InspectionResult",
  types: () => [InspectionChanged, ...FAILURES] as const,
});
