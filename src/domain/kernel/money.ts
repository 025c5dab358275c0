/**
 * Money is a whole count of Vietnamese đồng. Where it is kept or told (events, commands, the API) it is decimal text;
 * it is reckoned with as a bigint, never as a float.
 */

/** A count of đồng as text: `"22500000"`. Never negative, no separators. */
export type Vnd = string;

const VND = /^(0|[1-9][0-9]{0,14})$/;

/** The largest sum that the ledger takes: it is exact in every place that it passes through. */
export const MOST_VND = 999_999_999_999_999n;

export const isVnd = (text: string): boolean => VND.test(text);

/** The number to reckon with. @throws if the text is no sum of money. */
export function dong(text: Vnd): bigint {
  if (!isVnd(text)) throw new Error("This is not a count of đồng.");
  return BigInt(text);
}

/** The text to keep. @throws if the number is negative or larger than any sum of money here. */
export function vnd(amount: bigint): Vnd {
  if (amount < 0n || amount > MOST_VND) throw new Error("This is not a count of đồng.");
  return amount.toString();
}

export const sumOf = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};
