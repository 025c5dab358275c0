import { Ctx, Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import type { SubjectKind } from "../../domain/law/terms.js";
import type { InspectionKind } from "../../domain/inspection/terms.js";
import {
  ENFORCEMENT_CAUSES,
  ENFORCEMENT_MEASURES,
  type EnforcementCause,
  type EnforcementEntryRow,
  type EnforcementMeasure,
  type EnforcementSubject,
} from "../../projections/enforcementFigures.js";
import type { Basis } from "../../projections/basis.js";
import { InspectionKindEnum } from "../inspection/enums.js";
import { SubjectKindEnum } from "../law/enums.js";
import { FIND } from "../ledger/resolver.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { enumOf } from "../shared/enums.js";
import { EventType } from "../shared/event.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLLocalDate, type NodeType, SignedVndScalar } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

export const EnforcementMeasureEnum = enumOf(ENFORCEMENT_MEASURES);
registerEnumType(EnforcementMeasureEnum, { name: "EnforcementMeasure", description: "What an entry counts." });

export const EnforcementCauseEnum = enumOf(ENFORCEMENT_CAUSES);
registerEnumType(EnforcementCauseEnum, {
  name: "EnforcementCause",
  description:
    "Why an entry stands in the ledger of figures: a new fact, one entered late, a correction, a decision annulled, a voided record.",
});

const TYPE_OF: Readonly<Record<EnforcementSubject, NodeType>> = {
  INSPECTION: "Inspection",
  CASE: "ViolationCase",
  SANCTION: "Sanction",
  SEIZURE: "Seizure",
};

@InterfaceType({
  description: "A signed entry of the ledger of figures of enforcement. Entries are only added, never changed.",
})
export abstract class EnforcementEntry {
  constructor(
    protected readonly row: EnforcementEntryRow,
    private readonly basis: Basis,
  ) {}

  @Field(() => ID)
  get id(): string {
    return `${this.row.position}-${this.row.ref_kind}-${this.row.seq}`;
  }

  @Field(() => EnforcementMeasureEnum)
  get measure(): EnforcementMeasure {
    return this.row.measure;
  }

  @Field(() => EnforcementCauseEnum)
  get cause(): EnforcementCause {
    return this.row.cause;
  }

  @Field(() => GraphQLLocalDate, {
    description: "The day on which it counts. What an annulment takes back, it takes back on its own day.",
  })
  get occurredOn(): string {
    return this.row.occurred_on;
  }

  @Field(() => EventType, { description: "The event that made the entry." })
  event(@Ctx() { reads }: LedgerContext): EventType {
    const row = reads.events.at(this.row.position);
    if (!row) throw new Error("An entry stands at a position where no event stands.");
    return EventType.ofRow(row);
  }

  @Field(() => ID, { description: "The global id of the record, for `node`." })
  get recordId(): string {
    return globalId(TYPE_OF[this.row.ref_kind], this.row.ref_id);
  }

  @Field(() => Node, {
    nullable: true,
    description: "The inspection, the case, the decision or the seizure that the entry is about.",
  })
  record(@Ctx() { reads }: LedgerContext): Found<Node> {
    return FIND[TYPE_OF[this.row.ref_kind]].find(reads, this.row.ref_id, this.basis);
  }

  @Field(() => UnitType, {
    nullable: true,
    description: "Whose figure it is, as recorded: the leading or coordinating unit, the issuer of the decision.",
  })
  unit(@Ctx() { reads }: LedgerContext): UnitType | null {
    return unitAt(reads, this.row.unit_id, this.basis);
  }

  @Field(() => String, { nullable: true, description: "The unit's name on the day." })
  unitName(@Ctx() context: LedgerContext): string | null {
    return this.unit(context)?.nameOn(this.row.occurred_on) ?? null;
  }

  @Field(() => String, { nullable: true, description: "Code of the violation, such as `159.27.1.a`." })
  get violationCode(): string | null {
    return this.row.violation_code;
  }

  @Field(() => SubjectKindEnum, { nullable: true, description: "Who was sanctioned." })
  get subjectKind(): SubjectKind | null {
    return this.row.subject_kind as SubjectKind | null;
  }

  @Field(() => InspectionKindEnum, { nullable: true })
  get inspectionKind(): InspectionKind | null {
    return this.row.inspection_kind as InspectionKind | null;
  }
}

@ObjectType({ implements: EnforcementEntry })
export class EnforcementCountEntry extends EnforcementEntry {
  @Field(() => Int)
  get amount(): number {
    return this.row.amount;
  }
}

@ObjectType({ implements: EnforcementEntry })
export class EnforcementMoneyEntry extends EnforcementEntry {
  @Field(() => SignedVndScalar)
  get amount(): bigint {
    return BigInt(this.row.amount);
  }
}

export const EnforcementCountEntryConnection = connectionType("EnforcementCountEntry", () => EnforcementCountEntry);
export const EnforcementMoneyEntryConnection = connectionType("EnforcementMoneyEntry", () => EnforcementMoneyEntry);
