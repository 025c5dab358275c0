import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { takesBack } from "../../domain/histories.js";
import { NOBODY } from "../../domain/kernel/fields.js";
import { enumType } from "../derive/enums.js";
import { MASKED_HERE, TextField } from "../derive/shown.js";
import { ROLES, type Role } from "../../domain/kernel/actor.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { EventRow } from "../../projections/timeline/eventIndex.js";
import type { Bilingual } from "../../domain/kernel/words.js";
import { sentencesOf, summaryOf } from "../timeline/summaries.js";
import { needsToRead } from "./access.js";
import type { LedgerContext } from "./context.js";
import { eventReason } from "./mask.js";
import { GraphQLDateTime, PositionScalar } from "./scalars.js";

export const RoleEnum = enumType(ROLES);

@ObjectType({ description: "Who acted, with the unit's name as it was then." })
export class EventActor {
  @TextField(NOBODY, { description: "The subject of the access token: an account, not a name." })
  readonly subject!: string;
  @Field(() => RoleEnum)
  readonly role!: Role;
  @TextField(NOBODY, { nullable: true })
  readonly unitName!: string | null;
}

@ObjectType("LedgerEvent", { description: "An event as the ledger recorded it." })
export class EventType {
  constructor(
    private readonly event: Pick<EventRow, "position" | "stream" | "revision" | "type" | "reason"> & {
      readonly id: string;
      readonly occurredAt: string;
      readonly recordedAt: string;
      readonly enteredAt: string | null;
      readonly commandId: string;
      readonly correlationId: string;
      readonly causedBy: string | null;
      readonly said: () => Bilingual;
      readonly actor: { readonly subject: string; readonly role: Role; readonly unitName: string | null };
    },
  ) {}

  static ofRow(row: EventRow): EventType {
    return new EventType({
      ...row,
      id: row.event_id,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
      enteredAt: row.entered_at,
      commandId: row.command_id,
      correlationId: row.correlation_id,
      causedBy: row.caused_by,
      said: () => summaryOf(row),
      actor: { subject: row.actor_subject, role: row.actor_role, unitName: row.actor_unit_name },
    });
  }

  static of(event: LedgerEvent): EventType {
    return new EventType({
      ...event,
      reason: event.reason ?? null,
      enteredAt: event.enteredAt ?? null,
      causedBy: event.causedBy ?? null,
      said: () => sentencesOf(event),
    });
  }

  @Field(() => ID)
  get id(): string {
    return this.event.id;
  }

  @TextField(NOBODY, { description: "The event's type, e.g. `VisitRegistered`. New types may come." })
  get type(): string {
    return this.event.type;
  }

  @TextField(NOBODY, { description: "What happened, in English. It names no person." })
  get summary(): string {
    return this.event.said().en;
  }

  @TextField(NOBODY, { description: "What happened, in Vietnamese. It names no person." })
  get summaryVi(): string {
    return this.event.said().vi;
  }

  @Field(() => PositionScalar)
  get position(): number {
    return this.event.position;
  }

  @Field(() => Int, { description: "The revision that the event gave its record." })
  get revision(): number {
    return this.event.revision;
  }

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  get occurredAt(): Date {
    return new Date(this.event.occurredAt);
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger took it." })
  get recordedAt(): Date {
    return new Date(this.event.recordedAt);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When the caller's device took it down, where the command said so: before it was sent.",
  })
  get enteredAt(): Date | null {
    return this.event.enteredAt === null ? null : new Date(this.event.enteredAt);
  }

  @Field(() => EventActor)
  get actor(): EventActor {
    return this.event.actor;
  }

  @TextField(MASKED_HERE, {
    nullable: true,
    description:
      "Why: on corrections and late entries. Of inspections, cases, decisions and exhibits, null unless your role may read the names of offenders.",
  })
  reason(@Ctx() { principal }: LedgerContext): string | null {
    return eventReason(this.event, principal);
  }

  @Field(() => ID)
  get commandId(): string {
    return this.event.commandId;
  }

  @Field(() => ID)
  get correlationId(): string {
    return this.event.correlationId;
  }

  @Field(() => ID, {
    nullable: true,
    description: "The command that was named as the one that led to this. Null where nobody named it.",
  })
  get causedBy(): string | null {
    return this.event.causedBy;
  }

  @Field(() => [EventType], {
    description: "The events that this one took back, as entered in error; none, of every other event.",
  })
  takesBack(@Ctx() context: LedgerContext): EventType[] {
    if (!takesBack(this.event.type)) return [];
    needsToRead(context, "records");
    return context.reads.events.takenBackBy(this.event.position).map((row) => EventType.ofRow(row));
  }

  @Field(() => EventType, {
    nullable: true,
    description:
      "The last event of the command in `causedBy`. Null for what was taken before it (the number of a decision is drawn " +
      "before the decision that needs it is taken), so that the answer as of then is the same for ever.",
  })
  cause(@Ctx() context: LedgerContext): EventType | null {
    needsToRead(context, "records");
    const { causedBy, position } = this.event;
    const row = causedBy === null ? undefined : context.reads.events.lastOf(causedBy, position);
    return row ? EventType.ofRow(row) : null;
  }
}
