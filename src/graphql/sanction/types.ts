import { Ctx, Field, ObjectType } from "type-graphql";
import { viDay } from "../../domain/kernel/words.js";
import { sanction } from "../../domain/sanction/record.js";
import { SANCTION, type Sanction } from "../../domain/sanction/sanction.js";
import type { SanctionVersion } from "../../projections/sanction/table.js";
import { changedOf } from "../derive/changed.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { showState } from "../derive/shownFields.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime } from "../shared/scalars.js";
import { FineAccountType, shownFine } from "./fine.js";

@ObjectType("Sanction", {
  implements: Node,
  description: "A sanction decision (quyết định xử phạt vi phạm hành chính) with all that followed it.",
})
export class SanctionType extends recordNode<SanctionVersion>(
  "Sanction",
  ({ state: { number, signedOn } }) => `Số ${number.text} ngày ${viDay(signedOn)}`,
) {
  get state(): Sanction {
    return this.version.state;
  }

  @Field(() => FineAccountType)
  get fine(): object {
    return shownFine(this.state, this.basis);
  }

  @Field(() => SanctionType, { nullable: true })
  replacedBy(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    const other = reads.sanctions.replacementOf(this.version.id, this.basis.position);
    return other ? sanctionOf(reads, other, this.basis) : null;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }
}

showState(SanctionType, SANCTION);
withNextSteps(SanctionType, sanction, ({ state }) => state);

export const { at: sanctionAt, of: sanctionOf } = proceedings(
  SanctionType,
  (reads) => reads.sanctions,
  (records, id, basis) => records.sanction(id, basis),
);

@ObjectType({ implements: CommandDone })
export class SanctionChanged extends changedOf(sanction, SanctionType, sanctionAt) {}
