import { Ctx, Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { NOBODY, type RecordKind } from "../../domain/kernel/fields.js";
import { type Bilingual, capital, say } from "../../domain/kernel/words.js";
import { TextField } from "../derive/shown.js";
import type { Basis } from "../../projections/table/basis.js";
import { FIGURE_BOOKS } from "../../projections/readModel/figureBooks.js";
import type { FigureBook } from "../../projections/figures/book.js";
import { ENTRY_CAUSES, type EntryCause } from "../../projections/figures/causes.js";
import { type Dimension, DIMENSIONS } from "../../projections/figures/dimensions.js";
import type { FigureEntry } from "../../projections/figures/entries.js";
import { enumType } from "../derive/enums.js";
import { shownAs } from "../derive/registry.js";
import { connectionType } from "../shared/connection.js";
import type { LedgerContext } from "../shared/context.js";
import { EventType } from "../shared/event.js";
import type { Found } from "../shared/found.js";
import { Node } from "../shared/node.js";
import { globalId, GraphQLLocalDate, SignedVndScalar } from "../shared/scalars.js";
import { unitAt } from "../unit/types.js";
import { SHOWN } from "./dimensions.js";
import { headOf, linkField } from "./fields.js";

const MEASURES = FIGURE_BOOKS.flatMap(({ measures }) => measures);
export const FigureMeasureEnum = enumType<string>(
  {
    name: "FigureMeasure",
    says: "What is counted.",
    values: MEASURES.map(({ name }) => name),
    words: Object.fromEntries(MEASURES.map((measure) => [measure.name, headOf(measure.name, measure)])),
  },
  Object.fromEntries(
    MEASURES.flatMap((one) => (one.en === `${capital(headOf(one.name, one).en)}.` ? [] : [[one.name, one.en]])),
  ),
);

const WORDS_OF_CAUSES: Readonly<Record<EntryCause, Bilingual>> = {
  NEW: say("sự việc mới", "a new fact"),
  LATE: say("nhập muộn", "entered late"),
  CORRECTED: say("sửa hồ sơ", "a correction"),
  MERGED: say("gộp hồ sơ phóng viên trùng", "reporters merged"),
  ANNULLED: say("hủy bỏ quyết định", "a decision annulled"),
  VOIDED: say("hủy hồ sơ nhập nhầm", "a voided record"),
};
const FigureCauseEnum = enumType({
  name: "FigureCause",
  says: "Why an entry stands in the ledger of figures.",
  values: ENTRY_CAUSES,
  words: WORDS_OF_CAUSES,
});

@InterfaceType("FigureEntry", {
  description: "A signed entry of the ledger of figures. Entries are only added, never changed.",
})
export abstract class FigureEntryType {
  constructor(
    protected readonly row: FigureEntry,
    private readonly book: FigureBook,
    private readonly basis: Basis,
  ) {}

  @Field(() => ID)
  get id(): string {
    return `${this.recordKind}-${this.row.position}-${this.row.seq}`;
  }

  @Field(() => FigureMeasureEnum)
  get measure(): string {
    return this.row.measure;
  }

  @Field(() => FigureCauseEnum)
  get cause(): EntryCause {
    return this.row.cause;
  }

  @Field(() => GraphQLLocalDate, {
    description: "The day on which it counts. What an annulment takes back, it takes back on its own day.",
  })
  get occurredOn(): string {
    return this.row.on;
  }

  @Field(() => EventType, { description: "The event that made the entry." })
  event(@Ctx() { reads }: LedgerContext): EventType {
    const row = reads.events.at(this.row.position);
    if (!row) throw new Error("An entry stands at a position where no event stands.");
    return EventType.ofRow(row);
  }

  @Field(() => ID, { description: "The global id of the record, for `node`." })
  get recordId(): string {
    return globalId(this.recordKind, this.row.recordId);
  }

  @Field(() => Node, {
    nullable: true,
    description: "What the entry is about: the visit, the inspection, the case, the decision, the seizure.",
  })
  record(@Ctx() { reads }: LedgerContext): Found<Node> {
    return shownAs(this.recordKind).find(reads, this.row.recordId, this.basis);
  }

  @TextField(NOBODY, { nullable: true, description: "The unit's name on the day." })
  unitName(@Ctx() { reads }: LedgerContext): string | null {
    const { on, values } = this.row;
    return values.UNIT == null ? null : (unitAt(reads, values.UNIT, this.basis)?.nameOn(on) ?? null);
  }

  shown(dimension: Dimension, { reads }: LedgerContext): unknown {
    const value = this.row.values[dimension];
    return value == null ? null : SHOWN[dimension].valueAt(reads, value, this.basis);
  }

  private get recordKind(): RecordKind {
    return this.book.measure(this.row.measure).record;
  }
}

// One field a dimension, all alike: null where the measure has none, and where the entry has no such value.
for (const dimension of Object.keys(DIMENSIONS) as Dimension[]) {
  const { field, type } = SHOWN[dimension];
  const { vi, en } = DIMENSIONS[dimension];
  const shown = { type, description: `${vi}. ${en}`, words: headOf(dimension, { vi }) };
  linkField(FigureEntryType.prototype, field, shown, (entry, context) => entry.shown(dimension, context));
}

@ObjectType({ implements: FigureEntryType })
export class CountEntry extends FigureEntryType {
  @Field(() => Int)
  get amount(): number {
    return Number(this.row.amount);
  }
}

@ObjectType({ implements: FigureEntryType })
export class MoneyEntry extends FigureEntryType {
  @Field(() => SignedVndScalar)
  get amount(): bigint {
    return this.row.amount;
  }
}

export const CountEntryConnection = connectionType("CountEntry", () => CountEntry);
export const MoneyEntryConnection = connectionType("MoneyEntry", () => MoneyEntry);
