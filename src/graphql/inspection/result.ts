import { Ctx, Field, ObjectType } from "type-graphql";
import { inspection } from "../../domain/inspection/record.js";
import { entityId } from "../../eventstore/codec.js";
import { changedOf } from "../derive/changed.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { InspectionFindingType } from "./parts.js";
import { InspectionRecommendation } from "./recommendation.js";
import { inspectionAt, InspectionType } from "./types.js";

@ObjectType({ implements: CommandDone })
export class InspectionChanged extends changedOf(inspection, InspectionType, inspectionAt) {
  @Field(() => InspectionFindingType, { nullable: true, description: "What `recordFinding` recorded." })
  finding(@Ctx() { reads }: LedgerContext): object | null {
    return this.recordAt(reads)?.finding(entityId(this.done.commandId, "finding")) ?? null;
  }

  @Field(() => InspectionRecommendation, { nullable: true, description: "What `makeRecommendation` made." })
  recommendation(@Ctx() { reads }: LedgerContext): object | null {
    return this.recordAt(reads)?.recommendation(entityId(this.done.commandId, "recommendation")) ?? null;
  }
}
