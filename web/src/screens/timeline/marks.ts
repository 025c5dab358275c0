import type { Axis } from "./axis.ts";
import { daysLate, type TwoTimes } from "./late.ts";

/** An event of which the picture shows both times. */
export interface Shown extends TwoTimes {
  readonly position: string;
}

export type Lane = "HAPPENED" | "KNOWN";

/** What stands at one place of a lane: one event, or those of some days together; late ones by themselves. */
export interface Mark {
  readonly key: string;
  readonly lane: Lane;
  readonly isLate: boolean;
  readonly x: number;
  readonly events: readonly Shown[];
}

/** From where it happened to where it was known. */
export interface Line {
  readonly from: Mark;
  readonly to: Mark;
  readonly count: number;
}

export interface Picture {
  /** Lane by lane, from left to right. */
  readonly marks: readonly Mark[];
  readonly lines: readonly Line[];
}

const momentIn = (lane: Lane, event: Shown): number =>
  Date.parse(lane === "HAPPENED" ? event.occurredAt : event.recordedAt);

export function pictureOf(events: readonly Shown[], axis: Axis): Picture {
  const bundles = new Map<string, { lane: Lane; isLate: boolean; number: number; events: Shown[] }>();
  const pairs = new Map<string, { from: string; to: string; count: number }>();
  const put = (lane: Lane, event: Shown): string => {
    const isLate = daysLate(event) > 0;
    const number = axis.bundleOf(momentIn(lane, event));
    const key = `${lane}-${isLate ? "late-" : ""}${number}`;
    const bundle = bundles.get(key) ?? { lane, isLate, number, events: [] };
    bundle.events.push(event);
    bundles.set(key, bundle);
    return key;
  };
  for (const event of events) {
    const [from, to] = [put("HAPPENED", event), put("KNOWN", event)];
    const pair = pairs.get(`${from} ${to}`) ?? { from, to, count: 0 };
    pair.count++;
    pairs.set(`${from} ${to}`, pair);
  }
  const marks = new Map(
    [...bundles].map(([key, { number, ...bundle }]): [string, Mark] => {
      const xs = bundle.events.map((event) => axis.x(momentIn(bundle.lane, event)));
      const middle = xs.reduce((sum, x) => sum + x, 0) / xs.length;
      return [key, { key, ...bundle, x: axis.placeOf(number, middle) }];
    }),
  );
  const lines = [...pairs.values()].flatMap(({ from, to, count }): Line[] => {
    const [start, end] = [marks.get(from), marks.get(to)];
    return start && end ? [{ from: start, to: end, count }] : [];
  });
  const sorted = [...marks.values()].sort((a, b) => a.lane.localeCompare(b.lane) || a.x - b.x);
  return { marks: sorted, lines };
}

/** Where one comes to by an arrow: along the lane, or to the other time of the same events. */
export function markBeside({ marks, lines }: Picture, at: Mark, key: string): Mark | undefined {
  const lane = marks.filter((mark) => mark.lane === at.lane);
  const index = lane.indexOf(at);
  switch (key) {
    case "ArrowRight":
      return lane[index + 1];
    case "ArrowLeft":
      return lane[index - 1];
    case "Home":
      return lane[0];
    case "End":
      return lane.at(-1);
    case "ArrowDown":
      return lines.find(({ from }) => from === at)?.to;
    case "ArrowUp":
      return lines.find(({ to }) => to === at)?.from;
    default:
      return undefined;
  }
}
