import type { Position } from "../../eventstore/contract.js";
import { ENTRY_CAUSES } from "./causes.js";
import type { FigureEntry } from "./entries.js";
import { dayNumber } from "./periods.js";
import type { Sheet } from "./sheet.js";

/**
 * Entries in order of position, field by field. A name is its number, and `NONE` where there is none.
 *
 * An amount is `high` · 2^24 + `low`. A double alone would round sums of đồng beyond 2^53. 64-bit integers would not
 * do either: a few thousand of the largest sums outgrow them, and JavaScript makes an object of each that is looked at.
 * Both halves are summed as doubles, exactly for more than a hundred million of the largest amounts, and one bigint is
 * made of the two at the end.
 */
export interface EntryColumns {
  readonly count: number;
  readonly position: Float64Array;
  readonly high: Float64Array;
  readonly low: Int32Array;
  readonly day: Int32Array;
  /** By the number of a dimension. */
  readonly values: readonly Int32Array[];
  readonly measure: Uint8Array;
  readonly cause: Uint8Array;
}

/** The number of no name: those that there are begin at 1. */
export const NONE = 0;

const LOW = 2n ** 24n;

/** The amount of which these are the halves, or the sums of halves. */
export const amountOf = (high: number, low: number): bigint =>
  high === 0 ? BigInt(low) : BigInt(high) * LOW + BigInt(low);

/** What the bytes of an entry are: widest first, so that each column lies where its numbers may. */
const FIXED_BYTES =
  2 * Float64Array.BYTES_PER_ELEMENT + 2 * Int32Array.BYTES_PER_ELEMENT + 2 * Uint8Array.BYTES_PER_ELEMENT;
const bytesPerEntry = ({ dimensions }: Sheet): number => FIXED_BYTES + dimensions.length * Int32Array.BYTES_PER_ELEMENT;

export interface Packed {
  readonly position: { readonly from: Position; readonly last: Position };
  readonly day: { readonly from: number; readonly to: number };
  readonly bytes: Buffer;
}

/** @param codeOf the number of a name, at least 1. @param entries in order of position, at least one */
export function packed(sheet: Sheet, entries: readonly FigureEntry[], codeOf: (name: string) => number): Packed {
  const bytes = Buffer.alloc(entries.length * bytesPerEntry(sheet));
  const columns = columnsOver(sheet, bytes.buffer, bytes.byteOffset, entries.length);
  let [from, to] = [Infinity, -Infinity];
  entries.forEach(({ position, measure, cause, on, amount, values }, index) => {
    const day = dayNumber(on);
    [from, to] = [Math.min(from, day), Math.max(to, day)];
    columns.position[index] = position;
    columns.day[index] = day;
    columns.high[index] = Number(amount / LOW);
    columns.low[index] = Number(amount % LOW);
    columns.measure[index] = sheet.placeOf(measure);
    columns.cause[index] = ENTRY_CAUSES.indexOf(cause);
    for (const dimension of sheet.dimensionsOf(measure)) {
      const name = values[dimension];
      if (name != null) columns.values[sheet.dimensions.indexOf(dimension)]![index] = codeOf(name);
    }
  });
  const { position } = columns;
  return { position: { from: position[0] ?? 0, last: position.at(-1) ?? 0 }, day: { from, to }, bytes };
}

/** The columns of a block, on a copy of its bytes: where they lie in a buffer need not suit numbers. */
export function unpacked(sheet: Sheet, bytes: Buffer): EntryColumns {
  const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return columnsOver(sheet, own, 0, bytes.byteLength / bytesPerEntry(sheet));
}

function columnsOver(sheet: Sheet, buffer: ArrayBufferLike, offset: number, count: number): EntryColumns {
  let next = offset;
  const taken = (bytesEach: number): number => {
    const at = next;
    next += count * bytesEach;
    return at;
  };
  const doubles = (): Float64Array => new Float64Array(buffer, taken(Float64Array.BYTES_PER_ELEMENT), count);
  const integers = (): Int32Array => new Int32Array(buffer, taken(Int32Array.BYTES_PER_ELEMENT), count);
  const bytes = (): Uint8Array => new Uint8Array(buffer, taken(Uint8Array.BYTES_PER_ELEMENT), count);
  return {
    count,
    position: doubles(),
    high: doubles(),
    low: integers(),
    day: integers(),
    values: sheet.dimensions.map(integers),
    measure: bytes(),
    cause: bytes(),
  };
}
