import { Ctx, Field, ObjectType } from "type-graphql";
import { pressLawOn } from "../../domain/law/pressLaw.js";
import { obstaclesTo } from "../../domain/representativeOffice/eligibility.js";
import { representativeOffice } from "../../domain/representativeOffice/record.js";
import {
  headOf,
  headOn,
  OFFICE,
  officeOn,
  type RepresentativeOffice,
  statusOn,
} from "../../domain/representativeOffice/representativeOffice.js";
import {
  REPRESENTATIVE_OFFICE_STATUSES,
  type RepresentativeOfficeStatus,
} from "../../domain/representativeOffice/terms.js";
import type { RepresentativeOfficeVersion } from "../../projections/representativeOffice/part.js";
import { changedOf } from "../derive/changed.js";
import { TermField } from "../derive/enums.js";
import { entries } from "../derive/lookups.js";
import { withNextSteps } from "../derive/nextSteps.js";
import { recordNode } from "../derive/recordNode.js";
import { showState } from "../derive/shownFields.js";
import { reporterAt, ReporterType } from "../reporter/types.js";
import { CommandDone } from "../shared/command.js";
import type { LedgerContext } from "../shared/context.js";
import { RuleRefused } from "../shared/failures.js";
import { Node } from "../shared/node.js";

@ObjectType("RepresentativeOffice", {
  implements: Node,
  description: "A press agency's representative office (văn phòng đại diện) in the province, Press Law 2016 Art. 22.",
})
export class RepresentativeOfficeType extends recordNode<RepresentativeOfficeVersion>(
  "RepresentativeOffice",
  ({ state }) => `Văn phòng đại diện ${state.agencyName}`,
) {
  get state(): RepresentativeOffice {
    return this.version.state;
  }

  @TermField(REPRESENTATIVE_OFFICE_STATUSES, {
    description:
      "How it stands on the day of the answer's basis; a closing may be recorded that lies ahead: see `closedOn`.",
  })
  get status(): RepresentativeOfficeStatus {
    return statusOn(this.state, this.basis.today);
  }

  @Field(() => ReporterType, {
    nullable: true,
    description: "The head on the day of the answer's basis; null: vacant.",
  })
  head(@Ctx() { reads }: LedgerContext): ReporterType | null {
    const reporterId = headOn(this.state, this.basis.today)?.reporterId ?? null;
    return reporterId === null ? null : reporterAt(reads, reporterId, this.basis);
  }

  @Field(() => [RuleRefused], {
    description: "What speaks against accepting the notice, as far as the ledger knows; empty once it is decided.",
  })
  obstacles(@Ctx() { reads, law }: LedgerContext): RuleRefused[] {
    const { startsOn, notifiedOn, agencyId } = this.state;
    const headId = headOf(this.state)?.reporterId ?? null;
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

showState(RepresentativeOfficeType, OFFICE);
withNextSteps(RepresentativeOfficeType, representativeOffice, ({ state }) => state);

export const { at: officeAt, of: officeOf } = entries(RepresentativeOfficeType, (reads) => reads.offices, officeOn);

@ObjectType({ implements: CommandDone })
export class RepresentativeOfficeChanged extends changedOf(
  representativeOffice,
  RepresentativeOfficeType,
  officeAt,
  "office",
) {}
