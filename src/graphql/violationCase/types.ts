import { Ctx, Field, ObjectType } from "type-graphql";
import type { DataOf } from "../../domain/kernel/fields.js";
import type { LocalDate } from "../../domain/kernel/time.js";
import { viDay } from "../../domain/kernel/words.js";
import { decisionDueOn, minutesDueOn } from "../../domain/violationCase/deadlines.js";
import { violationCase } from "../../domain/violationCase/record.js";
import { factOf } from "../../domain/violationCase/standing.js";
import { MINUTED, type ShownCaseStatus } from "../../domain/violationCase/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import type { ShownCase } from "../../projections/violationCase/table.js";
import { changedOf } from "../derive/changed.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { showState } from "../derive/shownFields.js";
import { ByDay } from "../shared/byDay.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { SHOWN_CASE, shownCase } from "./parts.js";

const AWAITING_DECISION: readonly ShownCaseStatus[] = MINUTED;

@ObjectType("ViolationCase", {
  implements: Node,
  description: "A violation case (vụ việc vi phạm hành chính), from its detection to its end.",
})
export class ViolationCaseType extends recordNode<ShownCase>("ViolationCase", ({ state: { minutes, detectedOn } }) =>
  minutes ? `Biên bản số ${minutes.number} ngày ${viDay(minutes.madeOn)}` : `Phát hiện ngày ${viDay(detectedOn)}`,
) {
  readonly state: DataOf<typeof SHOWN_CASE>;

  constructor(version: ShownCase, basis: Basis) {
    super(version, basis);
    this.state = shownCase(version);
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for the minutes; null: dealt with on the spot.",
  })
  minutesDueOn(@Ctx() { law }: LedgerContext): string | null {
    return this.state.procedure === "ON_THE_SPOT" ? null : minutesDueOn(this.state, law);
  }

  @Field(() => Boolean, { description: "The minutes were late, or are." })
  minutesOverdue(@ByDay() on: LocalDate | undefined, @Ctx() context: LedgerContext): boolean {
    const due = this.minutesDueOn(context);
    const made = this.state.minutes?.madeOn ?? null;
    if (made === null && this.state.status !== "DETECTED") return false;
    return due !== null && due < (made ?? on ?? this.basis.today);
  }

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "The last day for a decision with a fine; null: there are no minutes.",
  })
  decisionDueOn(@Ctx() { law }: LedgerContext): string | null {
    return decisionDueOn(factOf(this.version.state), law);
  }

  @Field(() => Boolean, { description: "The case still waits for a decision, and the last day for it is over." })
  decisionOverdue(@ByDay() on: LocalDate | undefined, @Ctx() context: LedgerContext): boolean {
    const due = this.decisionDueOn(context);
    const waits = AWAITING_DECISION.includes(this.state.status);
    return waits && due !== null && due < (on ?? this.basis.today);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }
}

showState(ViolationCaseType, SHOWN_CASE);
withNextSteps(ViolationCaseType, violationCase, ({ version }) => version.state);

export const { at: violationCaseAt, of: violationCaseOf } = proceedings(
  ViolationCaseType,
  (reads) => reads.violationCases,
  (records, id, basis) => records.violationCase(id, basis),
);

@ObjectType({ implements: CommandDone })
export class ViolationCaseChanged extends changedOf(violationCase, ViolationCaseType, violationCaseAt) {}
