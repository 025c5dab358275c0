import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Vnd } from "../../domain/kernel/money.js";
import { type Totals, totalsOf } from "../../domain/seizure/quantities.js";
import type { Confiscation, ExhibitLine } from "../../domain/seizure/seizure.js";
import { EXHIBIT_UNITS, type ExhibitUnit } from "../../domain/seizure/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import { TermField } from "../derive/enums.js";
import { sanctionAt, SanctionType } from "../sanction/types.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import type { Found } from "../shared/found.js";
import { GraphQLLocalDate, VndScalar } from "../shared/scalars.js";

@ObjectType({
  description:
    "Where the copies (sheets, items) are. Always: seized = inCustody + returned + confiscated + discrepancy, and " +
    "confiscated + compensable = held + destroyed + transferred + sold + lost.",
})
export class ExhibitQuantities implements Totals {
  @Field(() => Int, { description: "As minuted, and corrected since." })
  seized!: number;
  @Field(() => Int, { description: "Waiting for a decision." })
  inCustody!: number;
  @Field(() => Int)
  returned!: number;
  @Field(() => Int, { description: "By decisions as they stand." })
  confiscated!: number;
  @Field(() => Int, { description: "Confiscated and not disposed of yet." })
  held!: number;
  @Field(() => Int)
  destroyed!: number;
  @Field(() => Int)
  transferred!: number;
  @Field(() => Int)
  sold!: number;
  @Field(() => Int, { description: "Missing or ruined after confiscation." })
  lost!: number;
  @Field(() => Int, { description: "Gone before their confiscation was revoked: compensation is due." })
  compensable!: number;
  @Field(() => Int, { description: "Missing from custody." })
  missing!: number;
  @Field(() => Int, { description: "Ruined in custody." })
  damaged!: number;
  @Field(() => Int, { description: "Found in custody beyond the number minuted." })
  surplus!: number;
  @Field(() => Int, { description: "missing + damaged + compensable − surplus; negative when more was found." })
  discrepancy!: number;
}

@ObjectType({ description: "What one decision did with a line." })
export class ExhibitConfiscation {
  constructor(
    private readonly by: Confiscation,
    private readonly basis: Basis,
  ) {}

  @Field(() => SanctionType, { nullable: true })
  sanction(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    return sanctionAt(reads, this.by.sanctionId, this.basis);
  }
  @TextField(NOBODY, { description: "As it was written then." })
  get decisionNumber(): string {
    return this.by.decisionNumber;
  }
  @Field(() => GraphQLLocalDate, { description: "The first day." })
  get confiscatedOn(): string {
    return this.by.confiscatedOn;
  }
  @Field(() => Int, { description: "0 once revoked." })
  get confiscated(): number {
    return this.by.confiscated;
  }
  @Field(() => Int)
  get held(): number {
    return this.by.held;
  }
  @Field(() => Int)
  get destroyed(): number {
    return this.by.destroyed;
  }
  @Field(() => Int)
  get transferred(): number {
    return this.by.transferred;
  }
  @Field(() => Int)
  get sold(): number {
    return this.by.sold;
  }
  @Field(() => Int)
  get lost(): number {
    return this.by.lost;
  }
  @Field(() => Int)
  get compensable(): number {
    return this.by.compensable;
  }
}

@ObjectType("ExhibitLine", { description: "A line of the inventory: one title, or another kind of thing." })
export class ExhibitLineType {
  constructor(
    private readonly line: ExhibitLine,
    private readonly nth: number,
    private readonly basis: Basis,
  ) {}

  @Field(() => ID, { description: "Give it to the commands as `lineId`." })
  get id(): string {
    return this.line.lineId;
  }

  @Field(() => Int, { description: "Its number in the inventory, from 1." })
  get number(): number {
    return this.nth;
  }

  @Field(() => ID, { description: "The line of the minutes from which it was split off, or itself." })
  get minutedLineId(): string {
    return this.line.rootId;
  }

  @TextField(NOBODY)
  get title(): string {
    return this.line.title;
  }

  @TextField(NOBODY, { nullable: true })
  get author(): string | null {
    return this.line.author;
  }

  @TextField(NOBODY, { nullable: true })
  get publisher(): string | null {
    return this.line.publisher;
  }

  @TextField(NOBODY, { nullable: true })
  get isbn(): string | null {
    return this.line.isbn;
  }

  @Field(() => Int, { nullable: true })
  get year(): number | null {
    return this.line.year;
  }

  @TermField(EXHIBIT_UNITS)
  get unit(): ExhibitUnit {
    return this.line.unit;
  }

  @TextField(OFFENDERS)
  get condition(): string | null {
    return this.line.condition;
  }

  @Field(() => VndScalar, { nullable: true, description: "Of all the copies of the line together." })
  get estimatedValue(): Vnd | null {
    return this.line.estimatedValue;
  }

  @Field(() => Boolean, { description: "The number is an estimate: it was not counted yet." })
  get isEstimated(): boolean {
    return this.line.estimated;
  }

  @TextField(OFFENDERS, { description: "Where it is kept." })
  get place(): string | null {
    return this.line.place;
  }

  @TextField(OFFENDERS, { description: "Who keeps it." })
  get custodian(): string | null {
    return this.line.custodian;
  }

  @TextField(NOBODY, { nullable: true, description: "Null: not sealed, or unsealed." })
  get sealNumber(): string | null {
    return this.line.sealNumber;
  }

  @Field(() => ExhibitQuantities)
  get quantities(): Totals {
    return totalsOf(this.line);
  }

  @Field(() => [ExhibitConfiscation])
  get confiscations(): ExhibitConfiscation[] {
    return this.line.confiscations.map((by) => new ExhibitConfiscation(by, this.basis));
  }
}

export const ExhibitLineConnection = connectionType("ExhibitLine", () => ExhibitLineType);
