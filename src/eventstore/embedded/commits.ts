import { realpathSync } from "node:fs";
import { BroadcastChannel } from "node:worker_threads";
import type { Position } from "../contract.js";

/** One channel a folder: whoever writes the log there and whoever reads it in this process meet in it. */
function channelOf(folder: string): BroadcastChannel {
  const channel = new BroadcastChannel(`press-ledger commits ${realpathSync(folder)}`);
  // To listen is no reason for a thread to live on.
  channel.unref();
  return channel;
}

export interface Announcer {
  /** The log now reaches this position. */
  announce(head: Position): void;
  close(): void;
}

/** Tells the readers of this process, in whatever thread, of commits: straight from the thread that writes. */
export function announcerOf(folder: string): Announcer {
  const channel = channelOf(folder);
  return { announce: (head) => channel.postMessage(head), close: () => channel.close() };
}

/** @returns how to stop listening. Another process's commits are not heard. */
export function hearCommits(folder: string, listener: (head: Position) => void): () => void {
  const channel = channelOf(folder);
  channel.onmessage = ({ data }: { data: unknown }) => listener(data as Position);
  return () => channel.close();
}
