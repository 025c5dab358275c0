import { Args, Ctx, Field, ObjectType } from "type-graphql";
import { deadlinesOf } from "../../domain/inspection/deadlines.js";
import { type Finding, type Inspection, INSPECTION, onSiteOf, stepDaysOf } from "../../domain/inspection/inspection.js";
import { everNamed, withoutNamesOf } from "../../domain/inspection/names.js";
import { inspection } from "../../domain/inspection/record.js";
import type { InspectionStatus } from "../../domain/inspection/terms.js";
import { NOBODY } from "../../domain/kernel/fields.js";
import { isPerson } from "../../domain/law/terms.js";
import { inOrderOfDays, placeOf } from "../../projections/inspection/recommendations.js";
import type { InspectionVersion } from "../../projections/inspection/table.js";
import { pageOf } from "../../projections/table/paging.js";
import { proceedings } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { ITS_FIELD, recordNode } from "../derive/recordNode.js";
import { TextField } from "../derive/shown.js";
import { showState } from "../derive/shownFields.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { present } from "../shared/found.js";
import { mayReadOf } from "../shared/mask.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, GraphQLLocalDate } from "../shared/scalars.js";
import { mayReadNamesIn, namedBy } from "./named.js";
import {
  InspectionConclusionType,
  InspectionDeadlineType,
  InspectionFindingType,
  InspectionPeriodType,
} from "./parts.js";
import { InspectionRecommendationConnection, shownRecommendation } from "./recommendation.js";

const OVER: readonly InspectionStatus[] = ["CLOSED", "CANCELLED", "VOIDED"];

@ObjectType("Inspection", { implements: Node, description: "An inspection or a check (cuộc thanh tra, kiểm tra)." })
export class InspectionType extends recordNode<InspectionVersion>("Inspection", ITS_FIELD) {
  readonly mayReadNames = mayReadNamesIn(this.version);

  get state(): Inspection {
    return this.version.state;
  }

  @TextField(NOBODY, {
    description: "Its persons and household businesses by their initials, unless you may read the names.",
  })
  title(@Ctx() context: LedgerContext): string {
    const { title } = this.state;
    const named = namedBy(this.version, context);
    if (mayReadOf(named, context.principal)) return title;
    return withoutNamesOf(
      named.filter(({ kind }) => isPerson(kind)),
      title,
    );
  }

  @Field(() => InspectionPeriodType, { description: "The days on site as decided, with extensions." })
  get onSite(): object {
    return new InspectionPeriodType({ state: onSiteOf(this.state), basis: this.basis });
  }

  @Field(() => [GraphQLLocalDate], { description: "The days on which the conclusion was drafted." })
  get draftedOn(): readonly string[] {
    return this.state.draftedOn;
  }

  @Field(() => InspectionConclusionType, { nullable: true })
  get conclusion(): object | null {
    const { conclusion, publication } = this.state;
    const mayReadNames = publication ? () => true : this.mayReadNames;
    return conclusion && new InspectionConclusionType({ state: conclusion, basis: this.basis, mayReadNames });
  }

  @Field(() => [InspectionFindingType])
  get findings(): object[] {
    return this.state.findings.map((one) => this.#shown(one));
  }

  /** One of them, by its id. */
  finding(id: string): object | null {
    const found = this.state.findings.find((one) => one.findingId === id);
    return found ? this.#shown(found) : null;
  }

  #shown(finding: Finding): object {
    const target = everNamed(this.state).find((one) => one.targetId === finding.targetId) ?? null;
    const mayReadNames = mayReadNamesIn(this.version, finding.targetId);
    return new InspectionFindingType({ state: { ...finding, target }, basis: this.basis, mayReadNames });
  }

  @Field(() => InspectionRecommendationConnection, { description: "In order of the day by which they are due." })
  recommendations(@Args(() => PageArgs) args: PageArgs): ConnectionOf<object> {
    return connect(
      args,
      this.basis,
      ["inspection.recommendations", this.version.id],
      (window) => pageOf(inOrderOfDays(this.state), placeOf, window),
      (one) => shownRecommendation(this.version, one, this.basis),
    );
  }

  /** One of them, by its id. */
  recommendation(id: string): object | null {
    const found = this.state.recommendations.find((one) => one.recommendationId === id);
    return found ? shownRecommendation(this.version, found, this.basis) : null;
  }

  @Field(() => [InspectionDeadlineType], { description: "Those that have begun to run." })
  deadlines(@Ctx() { law }: LedgerContext): object[] {
    const isOver = OVER.includes(this.state.status);
    return deadlinesOf(stepDaysOf(this.state), law).map((one) => {
      const state = { ...one, isOver };
      return new InspectionDeadlineType({ state, basis: this.basis });
    });
  }

  @Field(() => [InspectionType], { description: "The inspections that did this one again (thanh tra lại)." })
  reinspections(@Ctx() { reads }: LedgerContext): InspectionType[] | Promise<InspectionType[]> {
    const found = reads.inspections.reinspectionsOf(this.version.id, this.basis.position);
    return present(found.map((version) => inspectionOf(reads, version, this.basis)));
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger first took it." })
  get recordedAt(): Date {
    return new Date(this.version.recordedAt);
  }
}

showState(InspectionType, INSPECTION);
withNextSteps(InspectionType, inspection, ({ state }) => state);

export const { at: inspectionAt, of: inspectionOf } = proceedings(
  InspectionType,
  (reads) => reads.inspections,
  (records, id, basis) => records.inspection(id, basis),
);
