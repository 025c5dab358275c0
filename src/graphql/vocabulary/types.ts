import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { NOBODY } from "../../domain/kernel/fields.js";
import { TextField } from "../derive/shown.js";
import type { AnyField, Fields, RecordKind } from "../../domain/kernel/fields.js";
import type { AnyStep } from "../../domain/kernel/steps.js";
import type { Terms } from "../../domain/kernel/terms.js";
import type { Bilingual } from "../../domain/kernel/words.js";
import { ROLES, type Role } from "../../domain/kernel/actor.js";
import type { AnyRecord } from "../../domain/records.js";
import { mutationOf, partFieldOf } from "../../domain/kernel/steps.js";
import { STEP_KINDS, type StepKind, stepKindOf } from "../../domain/kernel/stepKind.js";
import { TermField, TermsField } from "../derive/enums.js";
import { enumOf } from "../shared/enums.js";
import type { FieldsOfType } from "./typeWords.js";

/** What something is called. */
@ObjectType({ description: "What something is called, in both languages: to be shown to people instead of its code." })
export class Words {
  constructor(private readonly words: Bilingual) {}

  @TextField(NOBODY)
  get vi(): string {
    return this.words.vi;
  }

  @TextField(NOBODY)
  get en(): string {
    return this.words.en;
  }
}

@ObjectType({ description: "A term and its words." })
export class TermWords {
  constructor(
    private readonly code: string,
    private readonly named: Bilingual,
  ) {}

  @TextField(NOBODY, { description: "As the API has it." })
  get value(): string {
    return this.code;
  }

  @Field(() => Words)
  get words(): Words {
    return new Words(this.named);
  }
}

@ObjectType({ description: "A closed list of terms: one of the schema's enums." })
export class TermList {
  constructor(private readonly list: Terms) {}

  @TextField(NOBODY)
  get name(): string {
    return this.list.name;
  }

  @Field(() => [TermWords], { description: "In the order in which a form would offer them." })
  get terms(): TermWords[] {
    return this.list.values.map((value) => termOf(this.list, value));
  }
}

const termOf = (list: Terms, value: string): TermWords =>
  new TermWords(value, list.words[value] ?? { vi: value, en: value });

const SHAPES = [
  "TEXT",
  "TEXTS",
  "DAY",
  "MOMENT",
  "VND",
  "YES",
  "COUNT",
  "ID",
  "IDS",
  "REF",
  "REFS",
  "RECORDS",
  "CHOICE",
  "CHOICES",
  "ONE",
  "MANY",
] as const;
const ShapeEnum = enumOf(SHAPES);
registerEnumType(ShapeEnum, {
  name: "FieldShape",
  description:
    "What a field takes: text; a day; a moment; a sum in đồng; yes or no; a whole number; the id of a part of the record; a " +
    "record of the ledger; a term; fields that go together. The plural takes a list.",
});

@ObjectType({ description: "A field of a form, as it is declared." })
export class FormField {
  constructor(
    readonly name: string,
    private readonly field: AnyField,
  ) {}

  static all(fields: Fields): FormField[] {
    return Object.entries(fields).map(([name, field]) => new FormField(name, field));
  }

  @TextField(NOBODY, { name: "name" })
  get fieldName(): string {
    return this.name;
  }

  @Field(() => Words)
  get words(): Words {
    return new Words(this.field.words);
  }

  @TextField(NOBODY, { nullable: true, description: "What else is to be known of it, in English." })
  get note(): string | null {
    return this.field.note ?? null;
  }

  @Field(() => ShapeEnum)
  get shape(): (typeof SHAPES)[number] {
    const shape = this.field.shape.toUpperCase();
    return SHAPES.find((one) => one === shape) ?? "TEXT";
  }

  @Field(() => Boolean, { description: "It must be given." })
  get required(): boolean {
    return this.field.optional !== true;
  }

  @Field(() => Boolean, { description: "Text of several lines." })
  get multiline(): boolean {
    return this.field.shape === "text" && this.field.lines;
  }

  @Field(() => Int, { nullable: true, description: "Of text, in characters; of a number, its largest value." })
  get max(): number | null {
    const { field } = this;
    if (field.shape === "text" || field.shape === "texts") return field.max;
    return field.shape === "count" && field.max < 2 ** 31 ? field.max : null;
  }

  @Field(() => Int, { nullable: true, description: "Of a list: the most entries that it takes." })
  get most(): number | null {
    return "most" in this.field ? this.field.most : null;
  }

  @Field(() => Int, { nullable: true, description: "Of a list: the fewest entries that it takes." })
  get least(): number | null {
    return "least" in this.field ? this.field.least : null;
  }

  @TextField(NOBODY, { nullable: true, description: "Of a record: its type." })
  get recordType(): RecordKind | null {
    return "to" in this.field ? this.field.to : null;
  }

  @Field(() => TermList, { nullable: true, description: "Of a term: the list that it is of." })
  get choices(): TermList | null {
    return "terms" in this.field ? new TermList(this.field.terms) : null;
  }

  @Field(() => [FormField], { nullable: true, description: "Of fields that go together." })
  get fields(): FormField[] | null {
    return "part" in this.field ? FormField.all(this.field.part.fields) : null;
  }
}

@ObjectType({ description: "Something that may be done about a record: a mutation and its form." })
export class StepWords {
  constructor(
    private readonly key: string,
    private readonly step: AnyStep,
    private readonly record: AnyRecord,
  ) {}

  @TextField(NOBODY, { description: "The mutation that does it." })
  get mutation(): string {
    return mutationOf(this.key, this.step);
  }

  @Field(() => Words, { description: "What is done: as on a button." })
  get words(): Words {
    return new Words(this.step.does);
  }

  @TextField(NOBODY, { nullable: true, description: "What else is to be known of it, in English." })
  get note(): string | null {
    return this.step.note ?? null;
  }

  @Field(() => Boolean, { description: "It begins a record; else it is done about one that is there." })
  get begins(): boolean {
    return this.step.begins !== undefined;
  }

  @TermField(STEP_KINDS)
  get kind(): StepKind {
    return stepKindOf(this.step, this.record.events);
  }

  @TermsField(ROLES, { description: "Who may, as far as the role says it; the unit is asked for besides." })
  get roles(): readonly Role[] {
    return this.step.may ?? this.record.may;
  }

  @Field(() => [TermWords], { description: "The states of the record in which it makes sense; empty: in any." })
  get from(): TermWords[] {
    const { statuses } = this.record;
    return statuses ? (this.step.from ?? []).map((value) => termOf(statuses, value)) : [];
  }

  @TextField(NOBODY, {
    nullable: true,
    description: "In which field of the input the record is named; null: the step only ever begins one.",
  })
  get recordField(): string | null {
    const { named, begins } = this.step;
    return named ?? (begins === undefined ? this.record.id : null);
  }

  @TextField(NOBODY, {
    nullable: true,
    description:
      "In which field of the input the part is named that the step is about: of its record, or of the one that it begins " +
      "another for. What is due says its part (`partId`). Null: it is about all of it.",
  })
  get partField(): string | null {
    return partFieldOf(this.step) ?? null;
  }

  @Field(() => [FormField], { description: "Besides those that every input has, and the record's own id." })
  get fields(): FormField[] {
    return FormField.all(this.step.fields);
  }
}

@ObjectType({ description: "A kind of record, and what may be done about it." })
export class RecordWords {
  constructor(private readonly record: AnyRecord) {}

  @TextField(NOBODY, { description: "Its type in the schema." })
  get type(): string {
    return this.record.kind;
  }

  @Field(() => Words)
  get words(): Words {
    return new Words(this.record.words);
  }

  @Field(() => [StepWords])
  get steps(): StepWords[] {
    return Object.entries(this.record.steps).map(([name, step]) => new StepWords(name, step, this.record));
  }
}

@ObjectType({ description: "A field of one of the schema's types: as on a label, or at the head of a column." })
export class ShownField {
  constructor(
    private readonly field: string,
    private readonly called: Bilingual,
  ) {}

  @TextField(NOBODY)
  get name(): string {
    return this.field;
  }

  @Field(() => Words)
  get words(): Words {
    return new Words(this.called);
  }
}

@ObjectType({ description: "A type of what queries show, or of what narrows a list, and what its fields are called." })
export class TypeWords {
  readonly #fields: readonly ShownField[];

  constructor(private readonly shown: FieldsOfType) {
    this.#fields = shown.fields.flatMap(({ name, words }) => (words ? [new ShownField(name, words)] : []));
  }

  @TextField(NOBODY, { description: "Its name in the schema." })
  get type(): string {
    return this.shown.type;
  }

  @Field(() => [ShownField])
  get fields(): readonly ShownField[] {
    return this.#fields;
  }
}

@ObjectType({ description: "What people read, in both languages: of every term, record, step, field and refusal." })
export class Vocabulary {
  @Field(() => [TermList])
  terms!: TermList[];

  @Field(() => [RecordWords])
  records!: RecordWords[];

  @Field(() => [TypeWords], {
    description:
      "All that a query can show, and the filters of lists. What mutations take is told by the steps of `records`.",
  })
  types!: TypeWords[];

  @Field(() => [TermWords], { description: "The codes of refusals; `…` stands for what a refusal names." })
  refusals!: TermWords[];
}
