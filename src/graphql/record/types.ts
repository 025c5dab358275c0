import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, ID, Info, ObjectType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Basis } from "../../projections/table/basis.js";
import type { FieldChange, RecordValue } from "../../projections/timeline/recordDocument.js";
import { historyOf, type VersionedValue } from "../../projections/timeline/recordHistory.js";
import { BasisType } from "../shared/asOf.js";
import { type ConnectionOf, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import { badInput } from "../shared/faults.js";
import { type OrderDirection, OrderDirectionEnum } from "../shared/order.js";
import { globalId, PositionScalar, RecordValueScalar } from "../shared/scalars.js";
import { LedgerEventConnection } from "../timeline/items.js";
import { eventsOf } from "../timeline/recordEvents.js";
import type { RecordSubject } from "../timeline/subjects.js";
import { MAX_HISTORY_FIELDS, MAX_VERSIONS, onTheDayOf, RecordDocuments } from "./documents.js";

/** About so many fields has a record. */
const FIELDS_COST = 100;
/** A version of the record is read for each of its events. */
export const VERSIONS_COST = 3_000;

@ObjectType({ description: "A field of a record, by its path: `subject`, `minutes.madeOn`, `hosts[Unit:…].name`." })
export class RecordField {
  @TextField(NOBODY)
  path!: string;
  @Field(() => RecordValueScalar)
  value!: RecordValue;
}

@ObjectType({
  description: "A value of a field, with the event responsible: who, when it happened, when it was recorded.",
})
export class RecordFieldValue {
  constructor(private readonly versioned: VersionedValue) {}

  @Field(() => RecordValueScalar, { nullable: true, description: "Null: from then on the field was not there." })
  get value(): RecordValue | null {
    return this.versioned.value;
  }

  @Field(() => EventType, { nullable: true, description: "Null: the value stood at `since` already." })
  get event(): EventType | null {
    return this.versioned.event && EventType.ofRow(this.versioned.event);
  }

  @Field(() => PositionScalar, {
    nullable: true,
    description: "The position of the event that gave the next value; null: it stands.",
  })
  get until(): number | null {
    return this.versioned.until;
  }
}

@ObjectType()
export class RecordFieldHistory {
  @TextField(NOBODY)
  path!: string;
  @Field(() => [RecordFieldValue], { description: "In the order of the ledger." })
  values!: RecordFieldValue[];
}

@ObjectType({ description: "Each field of a record with all its values." })
export class VersionedRecord {
  @Field(() => [RecordFieldHistory], { complexity: FIELDS_COST })
  readonly fields: RecordFieldHistory[];

  constructor(fields: RecordFieldHistory[]) {
    this.fields = fields;
  }
}

@ObjectType("Record", {
  description:
    "One record in three views, as of a moment, and on a day if one is asked. They show what the record's own type " +
    "shows to the same reader, with links as global ids; left out are what depends on a day that is asked (what is " +
    "overdue, the name of the day) and lists of other records.",
})
export class RecordType {
  constructor(
    private readonly subject: RecordSubject,
    private readonly at: Basis,
  ) {}

  @Field(() => ID)
  get id(): string {
    return globalId(this.subject.kind, this.subject.ref);
  }

  @Field(() => LedgerEventConnection, {
    description: "The events from which it is folded, as `recordEvents` has them.",
  })
  events(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("direction", () => OrderDirectionEnum, { defaultValue: "ASC" }) direction: OrderDirection,
    @Ctx() { reads }: LedgerContext,
  ): ConnectionOf<EventType> {
    return eventsOf(reads, this.subject, direction, args, this.at);
  }

  @Field(() => [RecordField], { description: "All its fields as they stand.", complexity: FIELDS_COST })
  async compiled(@Ctx() context: LedgerContext, @Info() { schema }: GraphQLResolveInfo): Promise<RecordField[]> {
    const document = await new RecordDocuments(schema, context, this.subject).at(this.at);
    return [...document].map(([path, value]) => ({ path, value }));
  }

  @Field(() => VersionedRecord, {
    description:
      "Every field with its values, each with the event responsible. The values stand as they were known, of the same " +
      `day if one is asked. For a record with more than ${MAX_VERSIONS} events, or whose versions have more than ` +
      `${MAX_HISTORY_FIELDS} fields together, say since when.`,
    complexity: VERSIONS_COST,
  })
  async versioned(
    @Arg("since", () => PositionScalar, {
      nullable: true,
      description: "Only what came after this position, and each value that stood there.",
    })
    since: number | null | undefined,
    @Ctx() context: LedgerContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<VersionedRecord> {
    const from = since == null ? undefined : context.reads.basisAt(Math.min(since, this.at.position));
    const documents = new RecordDocuments(schema, context, this.subject);
    const versions = await documents.versions(this.at, from && onTheDayOf(from, this.at));
    if (!versions) throw badInput(`The record has more versions than are told at once; say by \`since\` from where.`);
    const fields = [...historyOf(versions)].map(([path, values]) => ({
      path,
      values: values.map((value) => new RecordFieldValue(value)),
    }));
    return new VersionedRecord(fields);
  }

  @Field(() => BasisType)
  get basis(): BasisType {
    return new BasisType(this.at);
  }
}

@ObjectType({ description: "A field that differs between two points." })
export class RecordFieldChange {
  constructor(
    private readonly change: FieldChange,
    private readonly by: VersionedValue | undefined,
  ) {}

  @TextField(NOBODY)
  get path(): string {
    return this.change.path;
  }

  @Field(() => RecordValueScalar, { nullable: true, description: "Null: the field was not there." })
  get before(): RecordValue | null {
    return this.change.before;
  }

  @Field(() => RecordValueScalar, { nullable: true, description: "Null: the field is not there." })
  get after(): RecordValue | null {
    return this.change.after;
  }

  @Field(() => EventType, {
    nullable: true,
    description:
      `The last event that changed it; null where more than ${MAX_VERSIONS} events lie in between, or versions with ` +
      `more than ${MAX_HISTORY_FIELDS} fields together.`,
  })
  get event(): EventType | null {
    return this.by?.event ? EventType.ofRow(this.by.event) : null;
  }
}

@ObjectType({
  description: "What of a record differs between two points; a field that changed and changed back does not.",
})
export class RecordDifference {
  @Field(() => [RecordFieldChange], { complexity: FIELDS_COST })
  readonly changes: RecordFieldChange[];
  @Field(() => BasisType, { description: "What `before` rests on." })
  readonly fromBasis: BasisType;
  @Field(() => BasisType, { description: "What `after` rests on." })
  readonly toBasis: BasisType;

  constructor(changes: RecordFieldChange[], from: Basis, to: Basis) {
    this.changes = changes;
    this.fromBasis = new BasisType(from);
    this.toBasis = new BasisType(to);
  }
}
