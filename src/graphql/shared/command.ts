import { Ctx, Field, InputType, Int, InterfaceType } from "type-graphql";
import { ClockWrong } from "../../commands/ledgerClock.js";
import type { CommandInput, CommandSpec, Done } from "../../commands/spec.js";
import type { Command } from "../../domain/kernel/decider.js";
import { StoreUnavailable } from "../../eventstore/contract.js";
import { IsOptional, IsUUID, NotEquals } from "class-validator";
import type { Basis } from "../../projections/table/basis.js";
import type { LedgerContext } from "./context.js";
import { type Failure, failureOf } from "./failures.js";
import { fault, unauthenticated, unavailable } from "./faults.js";
import type { Found } from "./found.js";
import { Node } from "./node.js";
import { GraphQLDateTime, PositionScalar } from "./scalars.js";
import { invalid, OptionalCount, OptionalMoment, OptionalText, tidy } from "./validation.js";

/** The fields that every command's input has. */
@InputType()
export abstract class CommandFields implements CommandInput {
  @Field(() => String, {
    description:
      "A UUID made by the caller. Sending the same command again is safe: it is done once and answered again.",
  })
  @IsUUID()
  // What an uninitialised field holds is nobody's command.
  @NotEquals("00000000-0000-0000-0000-000000000000")
  @NotEquals("ffffffff-ffff-ffff-ffff-ffffffffffff")
  commandId!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The revision that the caller read. If the record has changed since, the command is refused.",
  })
  @OptionalCount()
  expectedRevision?: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When it happened; `enteredAt`, or else now, if absent. Never in the future: up to five minutes ahead of the " +
      "server's clock it is taken for now, and recorded so.",
  })
  @OptionalMoment()
  occurredAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When the caller's device took it down, if it was sent later, as after a day without a network: not before it " +
      "happened, and at most thirty days ago. It stays with the event, and accounts for the delay by itself.",
  })
  @OptionalMoment()
  enteredAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why it is entered (`enteredAt`, or else now) on a later day in Vietnam than it happened; then compulsory. At " +
      "most 500 characters.",
  })
  @OptionalText(500)
  lateEntryReason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A UUID that ties together the commands of one business process.",
  })
  @IsOptional()
  @IsUUID()
  correlationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The commandId of the command that led to this one, e.g. to this decision. It must be in the ledger. Without a " +
      "`correlationId` this command takes the cause's. See `consequences`.",
  })
  @IsOptional()
  @IsUUID()
  causedBy?: string | null;
}

@InterfaceType({ description: "A command that was carried out; its events are durable." })
export abstract class CommandDone<T extends Node = Node> {
  @Field(() => PositionScalar, {
    description: "Where the command's last event stands. Ask `asOf` it for exactly this state.",
  })
  readonly position: number;
  @Field(() => Int, { description: "The record's revision after the command: send it as the next `expectedRevision`." })
  readonly revision: number;
  @Field(() => Boolean, {
    description: "True when the command was in the ledger already and this is its answer again.",
  })
  readonly replayed: boolean;

  constructor(
    protected readonly done: Done,
    private readonly find: (reads: LedgerContext["reads"], id: string, basis: Basis) => Found<T>,
  ) {
    this.position = done.position;
    this.revision = done.revision;
    this.replayed = done.replayed;
  }

  @Field(() => Node, {
    nullable: true,
    description: "The record, whatever its type; each result also names it by its type.",
  })
  node(@Ctx() { reads }: LedgerContext): Node | null {
    return this.recordAt(reads);
  }

  /** The record at the command's position; null when this node is late in reading what it has durably written. */
  protected recordAt(reads: LedgerContext["reads"]): T | null {
    const { readable, entityId, position } = this.done;
    // Found at once, as the basis names no day.
    return readable ? (this.find(reads, entityId, reads.basisAt(position)) as T | null) : null;
  }
}

/** The one way from a mutation to the ledger: tidy, validate, carry out, and answer with data either way. */
export async function carryOut<I extends CommandFields, C extends Command, S>(
  context: LedgerContext,
  spec: CommandSpec<I, C>,
  input: I,
  success: (done: Done) => S,
): Promise<S | Failure> {
  if (!context.principal) throw unauthenticated();
  const wrong = await invalid(tidy(input));
  if (wrong) return wrong;
  // A UUID is the same in capitals; what is compared, and what ids are made from, is one spelling of it.
  input.commandId = input.commandId.toLowerCase();
  if (input.correlationId) input.correlationId = input.correlationId.toLowerCase();
  if (input.causedBy) input.causedBy = input.causedBy.toLowerCase();
  try {
    const outcome = await context.bus.run(spec, input, context.principal);
    return "refusal" in outcome ? failureOf(outcome.refusal) : success(outcome.done);
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      throw unavailable("The ledger cannot be written now. Send the same command again: it will be done once.");
    }
    if (error instanceof ClockWrong) throw fault("CLOCK_WRONG", CLOCK_WRONG, 503);
    throw error;
  }
}

const CLOCK_WRONG =
  "Nothing can be entered now: the server's clock is wrong, or was when the ledger was last written. Tell whoever runs " +
  "the server; afterwards send the same command again, and it will be done once.";
