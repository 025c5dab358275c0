import { Args, type ClassType, Ctx, Field, Float, Int, ObjectType } from "type-graphql";
import type { GraphQLScalarType } from "graphql";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import type { Basis } from "../../projections/table/basis.js";
import type { FigureBook } from "../../projections/figures/book.js";
import { MOVEMENT_CAUSES, type MovementCause } from "../../projections/figures/causes.js";
import type { FigureEntry } from "../../projections/figures/entries.js";
import type { Measure } from "../../projections/figures/measures.js";
import type { Movement } from "../../projections/figures/sums.js";
import { NO_ROWS } from "../../projections/table/paging.js";
import { enumType } from "../derive/enums.js";
import type { Between } from "../shared/between.js";
import { type ConnectionOf, connectionType, PageArgs } from "../shared/connection.js";
import { LooksFar } from "../shared/looksFar.js";
import type { LedgerContext } from "../shared/context.js";
import { SignedVndScalar } from "../shared/scalars.js";
import { CountEntry, CountEntryConnection, MoneyEntry, MoneyEntryConnection } from "./entries.js";
import { type OneFigure, opened } from "./evidence.js";

const CAUSES_COST = MOVEMENT_CAUSES.length;

const WORDS_OF_CAUSES: Readonly<Record<MovementCause, Bilingual>> = {
  NEW_FACTS: say("sự việc mới", "new facts"),
  LATE_FACTS: say("sự việc nhập muộn", "facts entered late"),
  CORRECTIONS: say("sửa, gộp hồ sơ", "corrections"),
  ANNULMENTS: say("hủy bỏ quyết định, hủy hồ sơ", "annulments"),
};
const MovementCauseEnum = enumType({
  name: "MovementCause",
  says:
    "Why a figure moved: facts told on their day, facts told later than their day, corrections (of records, and of " +
    "reporters entered twice), decisions annulled and records voided.",
  values: MOVEMENT_CAUSES,
  words: WORDS_OF_CAUSES,
});

/** How the amounts of a kind of measure are shown. */
interface Amounts<Entry extends object> {
  readonly name: string;
  readonly words: string;
  readonly amount: GraphQLScalarType;
  readonly toAmount: (amount: bigint) => bigint | number;
  readonly Entry: new (row: FigureEntry, book: FigureBook, basis: Basis) => Entry;
  readonly Entries: ClassType<ConnectionOf<Entry>>;
}

const COUNTS: Amounts<CountEntry> = {
  ...{ name: "Count", words: "How many", amount: Int, toAmount: Number },
  ...{ Entry: CountEntry, Entries: CountEntryConnection },
};
const SUMS_OF_MONEY: Amounts<MoneyEntry> = {
  ...{ name: "Money", words: "How many đồng", toAmount: (amount) => amount },
  amount: SignedVndScalar as GraphQLScalarType,
  ...{ Entry: MoneyEntry, Entries: MoneyEntryConnection },
};

interface FigureClass {
  new (value: bigint, figure: OneFigure): object;
}

function figureType<Entry extends object>({
  name,
  words,
  amount,
  toAmount,
  Entry,
  Entries,
}: Amounts<Entry>): FigureClass {
  @ObjectType(`${name}Figure`, { description: `${words}, and what it is made of.` })
  class Figure {
    constructor(
      private readonly sum: bigint,
      private readonly figure: OneFigure,
    ) {}

    @Field(() => amount, { description: "Below zero when more was taken back in the period than was added." })
    get value(): bigint | number {
      return toAmount(this.sum);
    }

    @Field(() => Entries, {
      description: "The entries whose sum is the value. (Where different ones are counted: the latest entry of each.)",
    })
    @LooksFar()
    evidence(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): ConnectionOf<Entry> {
      const { book, measure, question, basis } = this.figure;
      const reader = context.reads.figures.of(book);
      return opened(
        context,
        args,
        this.figure,
        ["evidence"],
        (window) => reader.evidence(question, measure, window, basis.position),
        (row) => new Entry(row, book, basis),
      );
    }
  }
  return Figure;
}

/** A figure that moved. */
interface Moved {
  readonly figure: OneFigure;
  readonly between: Between;
}

interface MovementClass {
  new (movement: Movement, moved: Moved): object;
}

/** A figure at two points, and why it moved. */
function movementType<Entry extends object>(amounts: Amounts<Entry>): MovementClass {
  const { name, amount, toAmount } = amounts;
  const Part = partType(amounts);

  @ObjectType(`${name}Movement`, { description: "A sum at two points of the ledger, and why it moved." })
  class MovementOfSum {
    constructor(
      private readonly movement: Movement,
      private readonly moved: Moved,
    ) {}

    @Field(() => amount)
    get before(): bigint | number {
      return toAmount(this.movement.before);
    }

    @Field(() => amount)
    get after(): bigint | number {
      return toAmount(this.movement.after);
    }

    @Field(() => amount, { description: "`after` less `before`." })
    get difference(): bigint | number {
      return toAmount(this.movement.after - this.movement.before);
    }

    @Field(() => [Part], {
      description: "Every cause once. Their sums add up to the difference.",
      complexity: CAUSES_COST,
    })
    get causes(): object[] {
      const { causes } = this.movement;
      return MOVEMENT_CAUSES.map((cause) => new Part(cause, causes.get(cause), this.moved));
    }
  }
  return MovementOfSum;
}

interface PartClass {
  /** @param sum undefined where no entry came in for this cause; of those that did, it may be nought */
  new (cause: MovementCause, sum: bigint | undefined, moved: Moved): object;
}

function partType<Entry extends object>({ name, amount, toAmount, Entry, Entries }: Amounts<Entry>): PartClass {
  @ObjectType(`${name}MovementPart`, { description: "What one cause did to a figure." })
  class Part {
    @Field(() => MovementCauseEnum)
    readonly cause: MovementCause;

    constructor(
      cause: MovementCause,
      private readonly summed: bigint | undefined,
      private readonly moved: Moved,
    ) {
      this.cause = cause;
    }

    @Field(() => amount)
    get sum(): bigint | number {
      return toAmount(this.summed ?? 0n);
    }

    @Field(() => Entries, { description: "The entries whose sum it is." })
    entries(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): ConnectionOf<Entry> {
      const { figure, between } = this.moved;
      const { book, measure, question, basis } = figure;
      const since = { position: between.from.position, cause: this.cause };
      const reader = context.reads.figures.of(book);
      return opened(
        context,
        args,
        figure,
        ["moved", since],
        (window) =>
          this.summed === undefined ? NO_ROWS : reader.moved(question, measure, since, window, basis.position),
        (row) => new Entry(row, book, basis),
      );
    }
  }
  return Part;
}

@ObjectType({
  description:
    "How many different ones at two points of the ledger. That is no sum of entries, so no causes are told; see what " +
    "they are counted among.",
})
class DistinctMovement {
  constructor(private readonly movement: Movement) {}

  @Field(() => Int)
  get before(): number {
    return Number(this.movement.before);
  }

  @Field(() => Int)
  get after(): number {
    return Number(this.movement.after);
  }

  @Field(() => Int, { description: "`after` less `before`." })
  get difference(): number {
    return Number(this.movement.after - this.movement.before);
  }
}

/** A figure beside the same of another period. */
interface Changed {
  readonly now: OneFigure;
  readonly then: OneFigure;
}
/** A figure of one period: its value, and the sum of all lines; undefined where lines do not add up. */
export interface InPeriod {
  readonly figure: OneFigure;
  readonly value: bigint;
  readonly total: bigint | undefined;
}

interface ComparisonClass {
  new (now: InPeriod, before: InPeriod, yearBefore: InPeriod): object;
}

const shareOf = ({ value, total }: InPeriod): number | null => ratio(value, total);
const ratio = (value: bigint, of: bigint | undefined): number | null =>
  of === undefined || of === 0n ? null : Number(value) / Number(of);

const SHARE =
  "Of the sum of all lines: a quarter is 0.25. Null where that is nought, and where different ones are counted, which do not add up.";

interface ChangeEntryClass {
  new (row: FigureEntry, changed: Changed): object;
}

function changeEntryType<Entry extends object>({ name, amount, toAmount, Entry }: Amounts<Entry>): ChangeEntryClass {
  @ObjectType(`${name}ChangeEntry`, {
    description: "An entry of one of two periods, and what it does to the difference.",
  })
  class ChangeEntry {
    @Field(() => Boolean, { description: "It is of the other period: its amount is taken off." })
    readonly isOfOther: boolean;
    @Field(() => Entry)
    readonly entry: Entry;

    constructor(
      private readonly row: FigureEntry,
      { now, then }: Changed,
    ) {
      const { from, to } = now.question;
      this.isOfOther = row.on < from || row.on > to;
      this.entry = new Entry(row, now.book, this.isOfOther ? then.basis : now.basis);
    }

    @Field(() => amount, { description: "The entry's amount, taken off where it is of the other period." })
    get amount(): bigint | number {
      return toAmount(this.isOfOther ? -this.row.amount : this.row.amount);
    }
  }
  return ChangeEntry;
}

interface ChangeClass {
  new (now: InPeriod, then: InPeriod): object;
}

function changeType<Entry extends object>(amounts: Amounts<Entry>, Figure: FigureClass): ChangeClass {
  const { name, amount, toAmount } = amounts;
  const ChangeEntry = changeEntryType(amounts);
  const Entries = connectionType(`${name}ChangeEntry`, () => ChangeEntry as ClassType<object>);

  @ObjectType(`${name}Change`, { description: "A figure of another period, and the difference to it." })
  class Change {
    constructor(
      private readonly now: InPeriod,
      private readonly then: InPeriod,
    ) {}

    @Field(() => Figure, { description: "The same figure in the other period." })
    get figure(): object {
      return new Figure(this.then.value, this.then.figure);
    }

    @Field(() => Float, { nullable: true, description: SHARE })
    get share(): number | null {
      return shareOf(this.then);
    }

    @Field(() => amount, { description: "What the period has more than the other one." })
    get difference(): bigint | number {
      return toAmount(this.now.value - this.then.value);
    }

    @Field(() => Float, {
      nullable: true,
      description:
        "The difference by the figure of the other period: half as much again is 0.5. Null where that is nought.",
    })
    get growth(): number | null {
      return ratio(this.now.value - this.then.value, this.then.value);
    }

    @Field(() => Entries, {
      description:
        "Why: the entries of both periods, whose amounts, those of the other one taken off, add up to the difference. " +
        "(Where different ones are counted: the entries among which they are.)",
    })
    @LooksFar()
    entries(@Args(() => PageArgs) args: PageArgs, @Ctx() context: LedgerContext): ConnectionOf<object> {
      const changed = { now: this.now.figure, then: this.then.figure };
      const { book, measure, question, basis } = changed.now;
      const { from, to } = changed.then.question;
      return opened(
        context,
        args,
        changed.now,
        ["beside", from, to],
        (window) =>
          context.reads.figures.of(book).between(question, changed.then.question, measure, window, basis.position),
        (row) => new ChangeEntry(row, changed),
      );
    }
  }
  return Change;
}

/** A figure beside the one of the period before, and the same a year before. */
function comparisonType<Entry extends object>(amounts: Amounts<Entry>, Figure: FigureClass): ComparisonClass {
  const Change = changeType(amounts, Figure);

  @ObjectType(`${amounts.name}Comparison`, {
    description: "A figure beside the period before, and the same a year before.",
  })
  class Comparison {
    constructor(
      private readonly now: InPeriod,
      private readonly earlier: InPeriod,
      private readonly aYearEarlier: InPeriod,
    ) {}

    @Field(() => Figure)
    get figure(): object {
      return new Figure(this.now.value, this.now.figure);
    }

    @Field(() => Float, { nullable: true, description: SHARE })
    get share(): number | null {
      return shareOf(this.now);
    }

    @Field(() => Change, { description: "Beside the period before." })
    get before(): object {
      return new Change(this.now, this.earlier);
    }

    @Field(() => Change, { description: "Beside the same period a year before." })
    get yearBefore(): object {
      return new Change(this.now, this.aYearEarlier);
    }
  }
  return Comparison;
}

const CountFigure = figureType(COUNTS);
const MoneyFigure = figureType(SUMS_OF_MONEY);
const CountComparison = comparisonType(COUNTS, CountFigure);

/** The types of a figure of each kind of measure. */
export const KINDS: Readonly<
  Record<
    Measure["kind"],
    { readonly Figure: FigureClass; readonly Movement: MovementClass; readonly Comparison: ComparisonClass }
  >
> = {
  COUNT: { Figure: CountFigure, Movement: movementType(COUNTS), Comparison: CountComparison },
  MONEY: {
    Figure: MoneyFigure,
    Movement: movementType(SUMS_OF_MONEY),
    Comparison: comparisonType(SUMS_OF_MONEY, MoneyFigure),
  },
  DISTINCT: { Figure: CountFigure, Movement: DistinctMovement, Comparison: CountComparison },
};
