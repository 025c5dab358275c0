/** Small sums and how they are told. */

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const perSecond = (value) => `${Math.round(value).toLocaleString("en")}/s`;
export const ms = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
export const mb = (bytes) => `${Math.round(bytes / 1_048_576)} MB`;

/** Floor / ours in processor time: what the ratio would be if nothing else ran, and nothing waited. */
export const cpuRatio = (ours, floor) =>
  `CPU ${(median(floor.map((one) => one.cpuMs)) / median(ours.map((one) => one.cpuMs))).toFixed(2)}`;

/** A line with a ratio, and whether it is where it should be. */
export function line({ what, ours, against, ratio, atLeast, atMost }) {
  const target = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : "–";
  const met = atLeast !== undefined ? ratio >= atLeast : atMost !== undefined ? ratio <= atMost : undefined;
  return { what, ours, against, ratio: ratio === undefined ? "–" : ratio.toFixed(2), target, verdict: verdict(met) };
}

export const verdict = (met) => (met === undefined ? "–" : met ? "met" : "**missed**");

/** Both sides in turn, so that whatever else the machine does meets both; the median of the rounds counts. */
export async function interleaved(rounds, sides) {
  const results = sides.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of sides.entries()) results[index].push(await run(round));
  }
  return results;
}
