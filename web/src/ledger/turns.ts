import { serverNow } from "./clock.ts";
import { haveMoved } from "./head.ts";

/**
 * What is told of now turns by itself, without an entry: at midnight in Vietnam another day is today, and what is due by the
 * hour is overdue when its moment has passed. One timer of the whole page waits for the next such moment.
 */

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
/** The server's clock is known by the second. */
const GRACE_MS = 2_000;
/** The fields of the API that tell by when something is due. */
const MOMENTS: readonly string[] = ["byMoment", "dueAt"];

/** Of each answer of now on the page the moments that it names. */
const noted = new Set<readonly number[]>();
let waiting: ReturnType<typeof setTimeout> | undefined;

const midnightAfter = (now: number): number => (Math.floor((now + VIETNAM_MS) / DAY_MS) + 1) * DAY_MS - VIETNAM_MS;

function wait(): void {
  clearTimeout(waiting);
  if (noted.size === 0) return;
  const now = serverNow();
  const next = [...noted].flat().reduce((first, at) => (at > now && at < first ? at : first), midnightAfter(now));
  waiting = setTimeout(turn, next + GRACE_MS - now, next);
}

function turn(at: number): void {
  // What is hidden is asked again when it is seen.
  if (serverNow() >= at && !document.hidden) haveMoved();
  wait();
}

function momentsIn(value: unknown): readonly number[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap(momentsIn);
  return Object.entries(value).flatMap(([name, one]) =>
    MOMENTS.includes(name) && typeof one === "string" ? [Date.parse(one)] : momentsIn(one),
  );
}

/**
 * It is asked again when what it tells turns.
 * @param answer of now
 * @returns what ends that
 */
export function watchTurns(answer: unknown): () => void {
  const now = serverNow();
  const moments = momentsIn(answer).filter((at) => at > now);
  noted.add(moments);
  wait();
  return () => {
    noted.delete(moments);
    wait();
  };
}
