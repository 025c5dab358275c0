import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import { NOBODY, OFFENDERS } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { Vnd } from "../../domain/kernel/money.js";
import type { LawReference } from "../../domain/law/lawBook.js";
import type { SeizureEvent } from "../../domain/seizure/events.js";
import { CUSTODY_STEPS, type CustodyStepKind } from "../../domain/seizure/terms.js";
import type { Basis } from "../../projections/table/basis.js";
import type { CustodyStepRow } from "../../projections/seizure/steps.js";
import { TermField } from "../derive/enums.js";
import { sanctionAt, SanctionType } from "../sanction/types.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import type { Found } from "../shared/found.js";
import { LawReferenceType } from "../shared/lawReference.js";
import { offenderText } from "../shared/mask.js";
import { GraphQLLocalDate, VndScalar } from "../shared/scalars.js";

/** What a step may hold: each kind has some of it. */
type StepData = Partial<
  UnionToIntersection<Exclude<SeizureEvent["data"], Extract<SeizureEvent, { type: "InventoryCorrected" }>["data"]>>
>;
type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

@ObjectType({ description: "A line that a step was about, and how many of it." })
export class CustodyStepLine {
  @Field(() => ID)
  readonly lineId: string;
  @Field(() => Int, { nullable: true, description: "Null: the whole line, whatever its number." })
  readonly copies: number | null;
  @Field(() => Int, { nullable: true, description: "Of a count: counted less what the record had." })
  readonly difference: number | null;
  @TextField(NOBODY, { nullable: true, description: "The new seal." })
  readonly sealNumber: string | null;

  constructor(lineId: string, { copies = null, difference = null, sealNumber = null }: Partial<CustodyStepLine> = {}) {
    this.lineId = lineId;
    this.copies = copies;
    this.difference = difference;
    this.sealNumber = sealNumber;
  }
}

@ObjectType({ description: "One step of the chain of custody. What a step of this kind does not have is null." })
export class CustodyStep {
  readonly #data: StepData;

  constructor(
    private readonly row: CustodyStepRow,
    private readonly basis: Basis,
  ) {
    this.#data = JSON.parse(row.data_json) as StepData;
  }

  @TermField(CUSTODY_STEPS)
  get kind(): CustodyStepKind {
    return this.row.kind;
  }

  @Field(() => GraphQLLocalDate, { description: "On which it was done, as the papers have it." })
  get day(): string {
    return this.row.day;
  }

  @TextField(OFFENDERS)
  get reason(): string | null {
    return this.row.reason;
  }

  @Field(() => EventType, { description: "Who recorded it, and when." })
  event(@Ctx() { reads }: LedgerContext): EventType {
    const row = reads.events.at(this.row.position);
    if (!row) throw new Error("A step stands at a position where no event stands.");
    return EventType.ofRow(row);
  }

  @Field(() => [CustodyStepLine], { description: "Empty: the seizure as a whole." })
  get lines(): CustodyStepLine[] {
    return linesOf(this.row.kind, this.#data);
  }

  @TextField(NOBODY, { nullable: true, description: "The minutes, decision or other document (số văn bản)." })
  get document(): string | null {
    const { document, minutesNumber, decisionNumber } = this.#data;
    return document ?? minutesNumber ?? decisionNumber ?? null;
  }

  @TextField(OFFENDERS, { description: "Where they are kept." })
  get place(): string | null {
    return this.#data.place ?? null;
  }

  @TextField(OFFENDERS, { description: "Who keeps them." })
  get custodian(): string | null {
    return this.#data.custodian ?? null;
  }

  @TextField(OFFENDERS, { list: true, description: "Who was present at unsealing or sealing." })
  present(@Ctx() { principal }: LedgerContext): readonly string[] | null {
    const { present } = this.#data;
    return present && present.every((name) => offenderText(name, principal) !== null) ? present : null;
  }

  @TextField(NOBODY, { list: true, nullable: true, description: "Hội đồng tiêu hủy." })
  get council(): readonly string[] | null {
    return this.#data.council ?? null;
  }

  @TextField(NOBODY, { nullable: true, description: "How they were destroyed, or where the notice was published." })
  get manner(): string | null {
    return this.#data.method ?? this.#data.medium ?? null;
  }

  @TextField(OFFENDERS, { description: "Who got them back." })
  get returnedTo(): string | null {
    return this.#data.returnedTo ?? null;
  }

  @TextField(NOBODY, { nullable: true, description: "The body that they were handed over to." })
  get toBody(): string | null {
    return this.#data.toBody ?? null;
  }

  @Field(() => VndScalar, { nullable: true, description: "Of the sale." })
  get proceeds(): Vnd | null {
    return this.#data.proceeds ?? null;
  }

  @Field(() => SanctionType, { nullable: true, description: "The decision by which it was done." })
  sanction(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    const { sanctionId } = this.#data;
    return sanctionId ? sanctionAt(reads, sanctionId, this.basis) : null;
  }

  @Field(() => SanctionType, {
    nullable: true,
    description: "The decision on which a confiscation stands from then on.",
  })
  carriedOverTo(@Ctx() { reads }: LedgerContext): Found<SanctionType> {
    const { carriedOverTo } = this.#data;
    return carriedOverTo ? sanctionAt(reads, carriedOverTo.sanctionId, this.basis) : null;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: "The last day in time, as notified." })
  get dueOn(): string | null {
    return this.#data.dueOn ?? null;
  }

  @Field(() => LawReferenceType, {
    nullable: true,
    description: "The row of the law from which the time was reckoned.",
  })
  get law(): LawReference | null {
    return this.#data.law ?? null;
  }
}

/** The shape of a step's lines, as each kind of event has them. */
interface AnyLines {
  readonly lines?: readonly {
    readonly lineId: string;
    readonly copies?: number;
    readonly counted?: number;
    readonly difference?: number;
    readonly sealNumber?: string | null;
    readonly changes?: { readonly copies?: number };
  }[];
  readonly lineIds?: readonly string[];
  readonly seals?: readonly { readonly lineId: string; readonly sealNumber: string }[];
  readonly lineId?: string;
  readonly newLineId?: string;
  readonly fromLineId?: string;
  readonly copies?: number;
  readonly compensable?: readonly { readonly lineId: string; readonly copies: number }[];
}

function linesOf(kind: CustodyStepKind, data: object): CustodyStepLine[] {
  const { lines = [], lineIds = [], seals = [], lineId, newLineId, fromLineId, copies } = data as AnyLines;
  if (kind === "SPLIT" && lineId && newLineId) {
    return [new CustodyStepLine(lineId, { copies: copies ?? null }), new CustodyStepLine(newLineId)];
  }
  if (kind === "MERGED" && lineId && fromLineId) return [lineId, fromLineId].map((id) => new CustodyStepLine(id));
  return [
    ...lines.map(({ lineId: id, changes, counted, ...line }) => {
      const number = line.copies ?? counted ?? changes?.copies ?? null;
      return new CustodyStepLine(id, { ...line, copies: number });
    }),
    ...lineIds.map((id) => new CustodyStepLine(id)),
    ...seals.map(({ lineId: id, sealNumber }) => new CustodyStepLine(id, { sealNumber })),
  ];
}

export const CustodyStepConnection = connectionType("CustodyStep", () => CustodyStep);
