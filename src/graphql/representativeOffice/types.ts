import { Ctx, Field, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import { pressLawOn } from "../../domain/law/pressLaw.js";
import { obstaclesTo } from "../../domain/representativeOffice/eligibility.js";
import { representativeOffice } from "../../domain/representativeOffice/record.js";
import {
  headOf,
  headOn,
  type OfficeHead,
  officeOn,
  statusOn,
} from "../../domain/representativeOffice/representativeOffice.js";
import {
  REPRESENTATIVE_OFFICE_STATUSES,
  type RepresentativeOfficeStatus,
} from "../../domain/representativeOffice/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import type { RepresentativeOfficeVersion } from "../../projections/representativeOffice/part.js";
import { changedOf } from "../derive/changed.js";
import { TermField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { reporterAt, ReporterType } from "../reporter/types.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { RuleRefused } from "../shared/failures.js";
import { Node } from "../shared/node.js";
import { GraphQLLocalDate } from "../shared/scalars.js";

@ObjectType({ description: "Who heads an office from a day on (trưởng văn phòng đại diện)." })
export class RepresentativeOfficeHead {
  constructor(
    private readonly head: OfficeHead,
    private readonly basis: Basis,
  ) {}

  @Field(() => GraphQLLocalDate)
  get from(): string {
    return this.head.from;
  }

  @TextField(NOBODY, { nullable: true, description: "As recorded then; null: the post is vacant (khuyết)." })
  get name(): string | null {
    return this.head.name;
  }

  @Field(() => ReporterType, { nullable: true })
  reporter(@Ctx() { reads }: LedgerContext): ReporterType | null {
    return this.head.reporterId === null ? null : reporterAt(reads, this.head.reporterId, this.basis);
  }
}

@ObjectType("RepresentativeOffice", {
  implements: Node,
  description: "A press agency's representative office (văn phòng đại diện) in the province, Press Law 2016 Art. 22.",
})
export class RepresentativeOfficeType extends recordNode<RepresentativeOfficeVersion>(
  "RepresentativeOffice",
  ({ state }) => `Văn phòng đại diện ${state.agencyName}`,
) {
  @TermField(REPRESENTATIVE_OFFICE_STATUSES, {
    description:
      "How it stands on the day of the answer's basis; a closing may be recorded that lies ahead: see `closedOn`.",
  })
  get status(): RepresentativeOfficeStatus {
    return statusOn(this.version.state, this.basis.today);
  }

  @Field(() => PressAgencyType, { nullable: true })
  agency(@Ctx() { reads }: LedgerContext): PressAgencyType | null {
    return pressAgencyAt(reads, this.version.state.agencyId, this.basis);
  }

  @TextField(NOBODY, { description: "The agency's name on the day of the notice, as it was recorded." })
  get agencyName(): string {
    return this.version.state.agencyName;
  }

  @TextField(NOBODY)
  get address(): string {
    return this.version.state.address;
  }

  @Field(() => ReporterType, {
    nullable: true,
    description: "The head on the day of the answer's basis; null: vacant.",
  })
  head(@Ctx() { reads }: LedgerContext): ReporterType | null {
    const reporterId = headOn(this.version.state, this.basis.today)?.reporterId ?? null;
    return reporterId === null ? null : reporterAt(reads, reporterId, this.basis);
  }

  @Field(() => [RepresentativeOfficeHead], { description: "All its heads, in the order recorded." })
  get heads(): RepresentativeOfficeHead[] {
    return this.version.state.heads.map((head) => new RepresentativeOfficeHead(head, this.basis));
  }

  @Field(() => GraphQLLocalDate, { description: "When the agency gave notice (ngày thông báo)." })
  get notifiedOn(): string {
    return this.version.state.notifiedOn;
  }

  @Field(() => GraphQLLocalDate, { description: "When the office is to start work." })
  get startsOn(): string {
    return this.version.state.startsOn;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "When it was accepted or rejected." })
  get decidedOn(): string | null {
    return this.version.state.decidedOn;
  }

  @TextField(NOBODY, { nullable: true })
  get rejectionReason(): string | null {
    return this.version.state.rejectionReason;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "From this day on it is closed." })
  get closedOn(): string | null {
    return this.version.state.closedOn;
  }

  @TextField(NOBODY, { nullable: true })
  get closingReason(): string | null {
    return this.version.state.closingReason;
  }

  @Field(() => [RuleRefused], {
    description: "What speaks against accepting the notice, as far as the ledger knows; empty once it is decided.",
  })
  obstacles(@Ctx() { reads, law }: LedgerContext): RuleRefused[] {
    const { startsOn, notifiedOn, agencyId } = this.version.state;
    const headId = headOf(this.version.state)?.reporterId ?? null;
    const { position } = this.basis;
    if (this.status !== "NOTIFIED" || headId === null) return [];
    const agency = reads.pressAgencies.fact(agencyId, position);
    const recorded = reads.reporters.fact(headId, position);
    const head = recorded?.mergedIntoId ? reads.reporters.fact(recorded.mergedIntoId, position) : recorded;
    if (!agency || !head) return [];
    const oneWithAgency = reads.ones.of("PressAgency", agencyId, { position, today: startsOn }).ids;
    const pressLaw = pressLawOn(law, startsOn).key;
    return obstaclesTo({ startsOn, notifiedOn, agency, oneWithAgency, head, pressLaw }).map(
      (refusal) => new RuleRefused(refusal),
    );
  }
}

withNextSteps(RepresentativeOfficeType, representativeOffice, (shown) => shown.version.state);

export const { at: officeAt, of: officeOf } = entries(RepresentativeOfficeType, (reads) => reads.offices, officeOn);

@ObjectType({ implements: CommandDone })
export class RepresentativeOfficeChanged extends changedOf(
  representativeOffice,
  RepresentativeOfficeType,
  officeAt,
  "office",
) {}
