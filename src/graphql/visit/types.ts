import { Ctx, Field, ObjectType } from "type-graphql";
import { visit } from "../../domain/visit/record.js";
import { PROMISE, VISIT, type Visit, visitDay } from "../../domain/visit/visit.js";
import { entityId } from "../../eventstore/codec.js";
import type { VisitVersion } from "../../projections/visit/table.js";
import { changedOf } from "../derive/changed.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { shownPart, showState } from "../derive/shownFields.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";

@ObjectType("Visit", { implements: Node, description: "A visit of reporters (lượt phóng viên đến tác nghiệp)." })
export class VisitType extends recordNode<VisitVersion>("Visit", ({ state }) => state.subject) {
  get state(): Visit {
    return this.version.state;
  }

  @Field(() => GraphQLLocalDate, { description: "The day of the arrival, or else of the appointment." })
  get day(): string {
    return visitDay(this.state);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }

  @Field(() => [VisitType], {
    description: "Visits of the same reporter to the same unit, at most a day apart, of which nobody has judged yet.",
  })
  probableDuplicates(@Ctx() { reads }: LedgerContext): VisitType[] | Promise<VisitType[]> {
    const others = reads.duplicates.suspectedOf(this.version.id, this.basis.position);
    return present(others.map((id) => visitAt(reads, id, this.basis)));
  }
}

showState(VisitType, VISIT);
withNextSteps(VisitType, visit, ({ state }) => state);

export const { at: visitAt, of: visitOf } = proceedings(
  VisitType,
  (reads) => reads.visits,
  (records, id, basis) => records.visit(id, basis),
);

const InformationPromise = shownPart(PROMISE);

@ObjectType({ implements: CommandDone })
export class VisitChanged extends changedOf(visit, VisitType, visitAt) {
  @Field(() => InformationPromise, { nullable: true, description: "The promise that `promiseInformation` made." })
  promise(@Ctx() { reads }: LedgerContext): object | null {
    const made = entityId(this.done.commandId, "promise");
    const { state, basis } = this.recordAt(reads) ?? {};
    const promise = state?.promises.find(({ promiseId }) => promiseId === made);
    return promise && basis ? new InformationPromise({ state: promise, basis }) : null;
  }
}
