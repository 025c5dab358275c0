import { Args, Ctx, Field, InterfaceType, ObjectType } from "type-graphql";
import { historyOf } from "../../domain/histories.js";
import { NOBODY, RECORD_KINDS } from "../../domain/kernel/fields.js";
import { type TermOf, terms } from "../../domain/kernel/terms.js";
import { say } from "../../domain/kernel/words.js";
import { TermField } from "../derive/enums.js";
import { TextField } from "../derive/shown.js";
import type { Basis } from "../../projections/table/basis.js";
import { type ConsequenceRow, type Followed, MAX_FOLLOWED } from "../../projections/timeline/consequenceQueries.js";
import type { EventRow } from "../../projections/timeline/eventIndex.js";
import type { Subject } from "../../projections/timeline/eventSubjects.js";
import { SeizureType, seizureAt } from "../seizure/types.js";
import { InspectionType, inspectionAt } from "../inspection/types.js";
import { shownAs } from "../derive/registry.js";
import { SanctionType, sanctionAt } from "../sanction/types.js";
import { needsToRead } from "../shared/access.js";
import { connect, type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { EventActor, EventType } from "../shared/event.js";
import { type Found, present } from "../shared/found.js";
import { LooksFar } from "../shared/looksFar.js";
import { Node } from "../shared/node.js";
import { GraphQLDateTime, PositionScalar } from "../shared/scalars.js";
import { ViolationCaseType, violationCaseAt } from "../violationCase/types.js";
import { VisitType, visitAt } from "../visit/types.js";
import { kindOfStream, summaryOf, type TimelineKind } from "./summaries.js";

type Reads = LedgerContext["reads"];

/** A story may have to be followed far, however little of it is shown. */
export const FOLLOWING_COST = 200;

@InterfaceType({
  description:
    "An event on a timeline. Whoever does not know its type can show its `summary`; who does finds the record as it " +
    "stood then.",
})
export abstract class TimelineItem {
  protected readonly happened: EventType;

  constructor(
    protected readonly row: EventRow,
    /** Of the question; the item itself shows things as they stood then. */
    private readonly basis: Basis,
  ) {
    this.happened = EventType.ofRow(row);
  }

  @Field(() => PositionScalar)
  get position(): number {
    return this.row.position;
  }

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  get occurredAt(): Date {
    return this.happened.occurredAt;
  }

  @Field(() => GraphQLDateTime, { description: "When the ledger took it." })
  get recordedAt(): Date {
    return this.happened.recordedAt;
  }

  @Field(() => EventActor)
  get actor(): EventActor {
    return this.happened.actor;
  }

  @TextField(NOBODY, { description: "The event's type, e.g. `SanctionServed`. New types may come." })
  get type(): string {
    return this.row.type;
  }

  @TextField(NOBODY, { description: "What happened, in English. It names no person." })
  get summary(): string {
    return summaryOf(this.row).en;
  }

  @TextField(NOBODY, { description: "What happened, in Vietnamese. It names no person." })
  get summaryVi(): string {
    return summaryOf(this.row).vi;
  }

  @Field(() => [Node], { description: "Whom and what it is about, as they stood then; its own record comes first." })
  subjects(@Ctx() { reads }: LedgerContext): Node[] | Promise<Node[]> {
    return this.nodesOf(reads, reads.timeline.subjectsAt(this.row.position));
  }

  @Field(() => EventType)
  get event(): EventType {
    return this.happened;
  }

  @Field(() => Consequences, {
    description: "What this, and all else that the same command did, led to, as of the timeline's basis.",
    complexity: FOLLOWING_COST,
  })
  @LooksFar()
  get ledTo(): Consequences {
    return new Consequences(this.row.command_id, this.basis);
  }

  protected nodesOf(reads: Reads, subjects: readonly Subject[]): Node[] | Promise<Node[]> {
    const basis = reads.basisAt(this.row.position);
    // A number is drawn before the decision that will bear it: then there is nothing to show of it yet.
    return present(
      subjects.map(({ kind, ref }) => {
        const type = RECORD_KINDS.find((one) => one === kind);
        return type ? shownAs(type).find(reads, ref, basis) : null;
      }),
    );
  }

  /** The record of the event's stream, as it stood after the event. */
  protected recordBy<T>(find: (reads: Reads, id: string, basis: ReturnType<Reads["basisAt"]>) => T, reads: Reads): T {
    const { stream, position } = this.row;
    return find(reads, stream.slice(stream.indexOf("-") + 1), reads.basisAt(position));
  }
}

@ObjectType({ implements: TimelineItem, description: "Of a visit." })
export class VisitTimelineItem extends TimelineItem {
  @Field(() => VisitType, { nullable: true, description: "As it stood then." })
  visit(@Ctx() { reads }: LedgerContext): Found<VisitType> {
    return this.recordBy(visitAt, reads);
  }
}

@ObjectType({ implements: TimelineItem, description: "Of an inspection." })
export class InspectionTimelineItem extends TimelineItem {
  @Field(() => InspectionType, { nullable: true, description: "As it stood then." })
  inspection(@Ctx() { reads }: LedgerContext): Found<InspectionType> {
    return this.recordBy(inspectionAt, reads);
  }
}

@ObjectType({ implements: TimelineItem, description: "Of a violation case." })
export class CaseTimelineItem extends TimelineItem {
  @Field(() => ViolationCaseType, { nullable: true, description: "As it stood then." })
  violationCase(@Ctx() { reads }: LedgerContext): Found<ViolationCaseType> {
    return this.recordBy(violationCaseAt, reads);
  }
}

@ObjectType({ implements: TimelineItem, description: "Of a sanction decision: its fine and its complaints too." })
export class SanctionTimelineItem extends TimelineItem {
  @Field(() => SanctionType, { nullable: true, description: "As it stood then." })
  sanction(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    return this.recordBy(sanctionAt, reads);
  }
}

@ObjectType({ implements: TimelineItem, description: "Of exhibits that were seized." })
export class SeizureTimelineItem extends TimelineItem {
  @Field(() => SeizureType, { nullable: true, description: "As it stood then." })
  seizure(@Ctx() { reads }: LedgerContext): Found<SeizureType> {
    return this.recordBy(seizureAt, reads);
  }
}

@ObjectType({
  implements: TimelineItem,
  description: "Of a register: of units, press agencies, representative offices, reporters, or numbers of decisions.",
})
export class RegisterTimelineItem extends TimelineItem {
  @Field(() => [Node], { description: "What the register tells of, as it stood then: none where it is a number." })
  records(@Ctx() { reads }: LedgerContext): Node[] | Promise<Node[]> {
    return this.nodesOf(
      reads,
      reads.timeline.subjectsAt(this.row.position).filter(({ own }) => own === 1),
    );
  }
}

@ObjectType({
  implements: TimelineItem,
  description: "Of what a unit owes the press and the public, of the oversight of it, or of its staff.",
})
export class RecordTimelineItem extends TimelineItem {
  @Field(() => Node, { nullable: true, description: "The record, as it stood then." })
  record(@Ctx() { reads }: LedgerContext): Found<Node> {
    const kind = historyOf(this.row.stream.slice(0, this.row.stream.indexOf("-")))?.kind;
    const known = RECORD_KINDS.find((one) => one === kind);
    return known ? this.recordBy(shownAs(known).find, reads) : null;
  }
}

const CONSEQUENCE_LINKS = terms(
  "ConsequenceLink",
  "How the ledger knows that one thing led to another. NAMED_CAUSE: whoever gave the command named its cause, which is " +
    "among these. LINKED_RECORD: nobody named a cause among these; it came later in the same record (a visit, an " +
    "inspection, a case, a decision, a seizure, a request for information), or in a record that came of that one: the " +
    "requests that began from a visit, the cases of an inspection, the " +
    "decisions and seizures of a case, the decision that replaced a decision, the exhibits that it disposed of.",
  {
    NAMED_CAUSE: say("được nêu là nguyên nhân", "named as its cause"),
    LINKED_RECORD: say("phát sinh từ hồ sơ liên quan", "came later, in a linked record"),
  },
);
type ConsequenceLink = TermOf<typeof CONSEQUENCE_LINKS>;

@ObjectType({ description: "Something that came of a command." })
export class Consequence {
  @TermField(CONSEQUENCE_LINKS)
  readonly link: ConsequenceLink;
  @Field(() => TimelineItem)
  readonly item: TimelineItem;

  constructor({ event, named }: ConsequenceRow, basis: Basis) {
    this.link = named ? "NAMED_CAUSE" : "LINKED_RECORD";
    this.item = itemOf(event, basis);
  }
}

export const ConsequenceConnection = connectionType("Consequence", () => Consequence);

@ObjectType({ description: "What a command led to: directly, and in turn." })
export class Consequences {
  private followed: Followed | undefined;

  constructor(
    private readonly commandId: string,
    private readonly basis: Basis,
  ) {}

  @Field(() => Boolean, {
    description: `False when it led to more than ${MAX_FOLLOWED} commands: then what is farthest from it is missing.`,
  })
  isWhole(@Ctx() context: LedgerContext): boolean {
    return this.follow(context).isWhole;
  }

  @Field(() => ConsequenceConnection, { description: "Each event once, in the order in which the ledger took it." })
  items(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): ConnectionOf<Consequence> {
    const { commandId, basis } = this;
    return connect(
      args,
      basis,
      ["consequences", commandId],
      (window) => context.reads.consequences.page(this.follow(context), window),
      (row) => new Consequence(row, basis),
    );
  }

  private follow(context: LedgerContext): Followed {
    needsToRead(context, "records");
    return (this.followed ??= context.reads.consequences.follow(this.commandId, this.basis.position));
  }
}

const ITEM_OF: Readonly<Record<TimelineKind, new (row: EventRow, basis: Basis) => TimelineItem>> = {
  VISIT: VisitTimelineItem,
  INSPECTION: InspectionTimelineItem,
  CASE: CaseTimelineItem,
  SANCTION: SanctionTimelineItem,
  SEIZURE: SeizureTimelineItem,
  REGISTER: RegisterTimelineItem,
  STATEMENT: RecordTimelineItem,
  REQUEST: RecordTimelineItem,
  PRESS_ITEM: RecordTimelineItem,
  OVERSIGHT: RecordTimelineItem,
  STAFF: RecordTimelineItem,
};

/** The event as the type of item that its record has. */
export function itemOf(row: EventRow, basis: Basis): TimelineItem {
  return new ITEM_OF[kindOfStream(row.stream)](row, basis);
}

export const TimelineConnection = connectionType("Timeline", () => TimelineItem as unknown as typeof VisitTimelineItem);
export const LedgerEventConnection = connectionType("LedgerEvent", () => EventType);
