import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
} from "graphql";
import type { Dice } from "./dice.js";
import type { Pool } from "./pool.js";

/** Half pairs, NUL, bidirectional controls, what nobody sees, what databases and patterns take for their own. */
const HOSTILE_TEXTS = [
  ...[
    "",
    " ",
    "\ud800",
    "An \udfff",
    "\u0000",
    "a\u0000b",
    "\u202eAn",
    "a\ufe0f",
    "\u2800",
    "\u17b4",
    "\ufffd",
    "\ufeff",
  ],
  ...[
    "%",
    "_",
    "*",
    '"',
    '" OR "',
    "'",
    "';--",
    "AND OR NOT NEAR(",
    "^a",
    "a*",
    "{a}",
    "\\",
    "\\u0000",
    "${a}",
    "(",
    "[",
    "-",
  ],
  ...["__proto__", "constructor", "toString", "null", "true", "NaN", "1e999", "👩‍👩‍👧‍👦", "ﷺ".repeat(50), "a".repeat(5_000)],
  ...["e\u0301".repeat(200), "\n".repeat(50), "\t", "İstanbul", "ß", "ǅ", "ắ".normalize("NFD")],
];
const HOSTILE_NUMBERS = [
  ...[-1, 0, 1.5, -0, 1e10, 1e308, -1e308, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 0.1],
];
const HOSTILE_DAYS = [
  ...[
    "0000-00-00",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "275760-09-13",
    "+275760-09-13",
    "-000001-01-01",
    "2019-02-29",
  ],
  ...[
    "2020-02-30",
    "2019-13-01",
    "2019-00-10",
    "1900-02-29",
    "19-1-1",
    "2019-1-1",
    " 2019-01-01",
    "2019-01-01T00:00:00Z",
  ],
];
const HOSTILE_MOMENTS = [
  ...["0000-00-00T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "275760-09-13T00:00:00.000Z"],
  ...["+275760-09-13T00:00:00.001Z", "2019-02-30T00:00:00Z", "2019-01-01T24:00:00Z", "2019-01-01T00:00:60Z"],
  ...["2019-01-01T00:00:00+99:99", "2019-01-01T00:00:00-14:00", "2019-01-01", "2019-01-01T00:00:00", "now", "0"],
  ...["0000-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2016-12-31T23:59:60Z"],
];
const HOSTILE_IDS = [
  "",
  ":",
  "Unit:",
  "Unit:0",
  "Visit:00000000-0000-0000-0000-000000000000",
  "unit:x",
  "Unit:\u0000",
  "1",
];
const BROKEN_CURSORS = [
  ...["", "c1", "c1..", "c1.W10.", "c1.bnVsbA.AAAAAAAAAA", "c2.W10.AAAAAAAAAA", "P1-0", "P1-9007199254740993", "P1--1"],
  ...["P1-1e3", "P9-1", "x", "c1.\u0000.x"],
];
const SOME_DAYS = ["2019-09-10", "2019-11-18", "2019-12-31", "2020-01-01", "2024-06-01", "2025-07-01", "2026-01-01"];
const SOME_MOMENTS = ["2019-09-10T03:00:00Z", "2019-11-18T10:00:00+07:00", "2024-06-01T00:00:00.000Z"];
const SOME_TEXTS = ["Sở Y tế", "Nguyễn Văn An", "12/QĐ-XPHC", "Thanh tra", "a", "An", "IBT 00123", "Nhập sai", "09:30"];
const CURSOR_FIELDS = /^(after|before|cursor|since)$/i;
/** Given only now and then: nearly each value of theirs is refused before the command is looked at. */
const RARE = /^(causedBy|expectedRevision|occurredAt)$/;
const SIZE_FIELDS = /^(first|last)$/;

/** Makes values for the schema's inputs: such as a caller would send, and now and then such as nobody should. */
export class Values {
  constructor(
    private readonly dice: Dice,
    private readonly pool: Pool,
    /** The share of values that are hostile, or of another type. */
    private readonly wildness: number,
  ) {}

  valueFor(type: GraphQLInputType, name: string, depth = 0): unknown {
    const { dice } = this;
    if (dice.chance(this.wildness)) return this.wild(type, name);
    if (isNonNullType(type)) return this.valueFor(type.ofType, name, depth);
    if (isListType(type)) {
      const length = dice.of([0, 1, 1, 1, 2, 2, 3]);
      return Array.from({ length }, () => this.valueFor(type.ofType, name, depth + 1));
    }
    if (isEnumType(type)) return dice.of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = type.isOneOf
        ? [dice.of(fields)]
        : fields.filter(
            (field) => isRequiredInputField(field) || dice.chance(RARE.test(field.name) ? 0.05 : depth > 2 ? 0.1 : 0.3),
          );
      return Object.fromEntries(chosen.map((field) => [field.name, this.valueFor(field.type, field.name, depth + 1)]));
    }
    return this.scalar(isScalarType(type) ? type.name : "String", name);
  }

  private scalar(scalar: string, name: string): unknown {
    const { dice, pool } = this;
    if (scalar.endsWith("Id")) return pool.id(scalar.slice(0, -2), dice) ?? `${scalar.slice(0, -2)}:${dice.uuid()}`;
    switch (scalar) {
      case "Int":
        return SIZE_FIELDS.test(name) ? dice.of([0, 1, 1, 2, 2, 3, 5]) : dice.of([0, 1, 2, 10, 2019, 2020]);
      case "Float":
        return dice.next() * 100;
      case "Boolean":
        return dice.chance(0.5);
      case "ID":
        return pool.anyId(dice) ?? "1";
      case "LocalDate":
        return (dice.chance(0.7) ? pool.some("day", dice) : undefined) ?? dice.of(SOME_DAYS);
      case "DateTime":
        return (dice.chance(0.7) ? pool.some("moment", dice) : undefined) ?? dice.of(SOME_MOMENTS);
      case "Position":
        return pool.some("position", dice) ?? `P1-${dice.below(500)}`;
      case "Vnd":
      case "SignedVnd":
        return pool.some("digits", dice) ?? String(dice.below(100) * 1_000_000);
      default:
        return this.text(name);
    }
  }

  private text(name: string): string {
    const { dice, pool } = this;
    if (name === "commandId" || name === "correlationId") return dice.uuid();
    if (name === "causedBy") return pool.some("uuid", dice) ?? dice.uuid();
    if (CURSOR_FIELDS.test(name)) return pool.some("cursor", dice) ?? pool.some("position", dice) ?? "x";
    return (dice.chance(0.5) ? pool.some("text", dice) : undefined) ?? dice.of(SOME_TEXTS);
  }

  private wild(type: GraphQLInputType, name: string): unknown {
    const { dice, pool } = this;
    const named = String(type).replace(/[[\]!]/g, "");
    if (dice.chance(0.6)) {
      if (named.endsWith("Id") || named === "ID") return pool.anyId(dice) ?? dice.of(HOSTILE_IDS);
      if (named === "LocalDate") return dice.of(HOSTILE_DAYS);
      if (named === "DateTime") return dice.of(HOSTILE_MOMENTS);
      if (named === "Int" || named === "Float") return dice.of(HOSTILE_NUMBERS);
      if (named === "Position" || CURSOR_FIELDS.test(name)) return dice.of(BROKEN_CURSORS);
      if (named === "String") return dice.of(HOSTILE_TEXTS);
    }
    return dice.of<() => unknown>([
      () => null,
      () => dice.of(HOSTILE_TEXTS),
      () => dice.of(HOSTILE_NUMBERS),
      () => dice.of(HOSTILE_IDS),
      () => dice.of(BROKEN_CURSORS),
      () => [],
      () => ({}),
      () => ({ [dice.of(HOSTILE_TEXTS)]: dice.of(HOSTILE_NUMBERS) }),
      () => Array.from({ length: dice.of([1, 101, 1_001]) }, () => pool.anyId(dice) ?? 1),
      () => nested(dice.of([3, 50, 2_000])),
      () => dice.chance(0.5),
    ])();
  }
}

function nested(levels: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
