import type { Checkpoint, Position } from "../contract.js";

/**
 * A place in EventStoreDB's log. For events written by today's servers both numbers are the same; they are kept apart
 * all the same, because the server goes by both, and resuming with one of them has cost others an event.
 */
export interface Place {
  readonly commit: Position;
  readonly prepare: Position;
}

const CHECKPOINT = /^C:(0|[1-9][0-9]{0,15})\/P:(0|[1-9][0-9]{0,15})$/;

/** As EventStoreDB's own tools write it, such as "C:1788/P:1788". */
export const checkpointOf = ({ commit, prepare }: Place): Checkpoint => `C:${commit}/P:${prepare}`;

/** Undefined for a text that `checkpointOf` does not give. */
export function placeOf(checkpoint: Checkpoint): Place | undefined {
  const match = CHECKPOINT.exec(checkpoint);
  if (!match) return undefined;
  const [commit, prepare] = [Number(match[1]), Number(match[2])];
  if (!Number.isSafeInteger(commit) || !Number.isSafeInteger(prepare) || prepare > commit) return undefined;
  return { commit, prepare };
}

export const isAfter = (a: Place, b: Place): boolean =>
  a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);
