import type { Position } from "../eventstore/contract.js";
import { ENTRY_CAUSES, type EntryRow, VISIT_MEASURES } from "./visitFigureTerms.js";

/** An entry as its row has it, without what no sum needs. */
export type EntryOfNames = Pick<
  EntryRow,
  "position" | "measure" | "unit_id" | "agency_id" | "reporter_id" | "topic" | "occurred_on" | "amount" | "cause"
>;

/** The fields of an entry that are small whole numbers, in the order in which a block has them. */
const FIELDS = ["measure", "unit", "agency", "reporter", "topic", "day", "amount", "cause"] as const;
type Field = (typeof FIELDS)[number];

/** Entries in order of position, field by field. A name is its number; `reporter` is 0 where there is none. */
export interface EntryColumns extends Readonly<Record<Field, Int32Array>> {
  readonly count: number;
  readonly position: Float64Array;
}

const POSITION_BYTES = Float64Array.BYTES_PER_ELEMENT;
const FIELD_BYTES = Int32Array.BYTES_PER_ELEMENT;
const ENTRY_BYTES = POSITION_BYTES + FIELDS.length * FIELD_BYTES;

/** A day as a number whose order is the days': `2019-09-30` is 20190930. */
export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));

export interface Packed {
  readonly position: { readonly from: Position; readonly last: Position };
  readonly day: { readonly from: number; readonly to: number };
  readonly bytes: Buffer;
}

/** @param codeOf the number of a name, at least 1. @param entries in order of position, at least one */
export function packed(entries: readonly EntryOfNames[], codeOf: (name: string) => number): Packed {
  const bytes = Buffer.alloc(entries.length * ENTRY_BYTES);
  const columns = unpackedOver(bytes.buffer, bytes.byteOffset, entries.length);
  let [from, to] = [Infinity, -Infinity];
  entries.forEach((entry, index) => {
    const day = dayNumber(entry.occurred_on);
    [from, to] = [Math.min(from, day), Math.max(to, day)];
    columns.position[index] = entry.position;
    columns.measure[index] = VISIT_MEASURES.indexOf(entry.measure);
    columns.unit[index] = codeOf(entry.unit_id);
    columns.agency[index] = codeOf(entry.agency_id);
    columns.reporter[index] = entry.reporter_id === null ? 0 : codeOf(entry.reporter_id);
    columns.topic[index] = codeOf(entry.topic);
    columns.day[index] = day;
    columns.amount[index] = entry.amount;
    columns.cause[index] = ENTRY_CAUSES.indexOf(entry.cause);
  });
  const { position } = columns;
  return { position: { from: position[0] ?? 0, last: position.at(-1) ?? 0 }, day: { from, to }, bytes };
}

/** The columns of a block, on a copy of its bytes: where they lie in a buffer need not suit numbers. */
export function unpacked(bytes: Buffer): EntryColumns {
  const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return unpackedOver(own, 0, bytes.byteLength / ENTRY_BYTES);
}

function unpackedOver(buffer: ArrayBufferLike, offset: number, count: number): EntryColumns {
  const field = (nth: number): Int32Array =>
    new Int32Array(buffer, offset + count * (POSITION_BYTES + nth * FIELD_BYTES), count);
  return {
    count,
    position: new Float64Array(buffer, offset, count),
    measure: field(0),
    unit: field(1),
    agency: field(2),
    reporter: field(3),
    topic: field(4),
    day: field(5),
    amount: field(6),
    cause: field(7),
  };
}
