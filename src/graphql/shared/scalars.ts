import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime as DateTime, GraphQLLocalDate as LocalDate } from "graphql-scalars";
import { RECORD_KINDS, type RecordKind } from "../../domain/kernel/fields.js";
import { isVnd, type Vnd } from "../../domain/kernel/money.js";
import type { RecordValue } from "../../projections/timeline/recordDocument.js";
import type { Position } from "../../eventstore/contract.js";
import { positionIn, positionText } from "../../eventstore/positionText.js";

/** The library's scalar, which is shown texts only: anything else it would print whole into its error. */
function textOnly<I, O>(scalar: GraphQLScalarType<I, O>): GraphQLScalarType<I, O> {
  const { parseValue } = scalar;
  scalar.parseValue = (value) => {
    if (typeof value !== "string") throw new GraphQLError(`Expected a ${scalar.name} as text.`);
    return parseValue(value);
  };
  return scalar;
}

export const GraphQLDateTime = textOnly(DateTime);
export const GraphQLLocalDate = textOnly(LocalDate);
// A day that comes out of the ledger was checked when it went in.
GraphQLLocalDate.serialize = String;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const globalId = (type: RecordKind, id: string): string => `${type}:${id}`;

/** The type and the id behind a global id; undefined for any other text. */
export function parseGlobalId(text: string): { type: RecordKind; id: string } | undefined {
  const [type, id, ...rest] = text.split(":");
  const known = RECORD_KINDS.find((one) => one === type);
  return known && id !== undefined && rest.length === 0 && UUID.test(id) ? { type: known, id } : undefined;
}

/** A scalar that is text outside and `T` inside; a wrong text is the caller's fault and says what was expected. */
function textScalar<T>(
  name: string,
  description: string,
  expected: string,
  parse: (text: string) => T | undefined,
  serialize: (value: T) => string,
): GraphQLScalarType<T, string> {
  const read = (value: unknown): T => {
    const parsed = typeof value === "string" ? parse(value) : undefined;
    if (parsed === undefined)
      throw new GraphQLError(`Expected ${expected}.`, { extensions: { code: "BAD_USER_INPUT" } });
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: (value) => serialize(value as T),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** References are typed: an agency's id given for a unit is refused before anything is looked up. Inside: the bare UUID. */
function idScalar(type: RecordKind): GraphQLScalarType<string, string> {
  const parse = (text: string): string | undefined => {
    const parsed = parseGlobalId(text);
    return parsed?.type === type ? parsed.id : undefined;
  };
  return textScalar(
    `${type}Id`,
    `The global id of a ${type}, as its field \`id\` gives it: \`${type}:<UUID>\`.`,
    `the id of a ${type}, such as "${type}:00000000-0000-4000-8000-000000000000"`,
    parse,
    (id) => globalId(type, id),
  );
}

/** The scalar of each kind of record's id. */
export const ID_SCALARS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, idScalar(kind)])) as Readonly<
  Record<RecordKind, GraphQLScalarType<string, string>>
>;
export const {
  Unit: UnitId,
  PressAgency: PressAgencyId,
  Reporter: ReporterId,
  Inspection: InspectionId,
  ViolationCase: ViolationCaseId,
  Sanction: SanctionId,
} = ID_SCALARS;

/** Money, text outside and inside. */
export const VndScalar = textScalar<Vnd>(
  "Vnd",
  "A sum of money in đồng, as text of digits without separators: `22500000`.",
  'a whole number of đồng as text, such as "22500000"',
  (text) => (isVnd(text) ? text : undefined),
  (amount) => amount,
);

const SIGNED_VND = /^(0|-?[1-9]\d{0,17})$/;

/** A sum of entries, text outside and a bigint inside; what was taken back makes it smaller, and may leave it negative. */
export const SignedVndScalar = textScalar<bigint>(
  "SignedVnd",
  "A sum of money in đồng that may be negative, as text of digits without separators: `-22500000`.",
  'a whole number of đồng as text, such as "-22500000"',
  (text) => (SIGNED_VND.test(text) ? BigInt(text) : undefined),
  (amount) => amount.toString(),
);

/** Outside and inside alike: what a field of a record's document can hold. */
export const RecordValueScalar = new GraphQLScalarType<RecordValue, RecordValue>({
  name: "RecordValue",
  description: "Text, a number, true or false: as JSON has it. Days, moments, sums of money and ids are text.",
});

/** A place in the ledger, to clients an opaque text. `P1` is the version of the form. */
export const PositionScalar = textScalar<Position>(
  "Position",
  "A place in the ledger's one total order of events. Opaque: keep it, send it back, do not compute with it.",
  "a position that this ledger gave out",
  positionIn,
  positionText,
);
