import type { FastifyReply } from "fastify";

/** Aborted when the connection closes before the answer went out. Made for those who ask for it: a mutation does not. */
export function goneBefore({ raw }: FastifyReply): () => AbortSignal {
  let gone: AbortController | undefined;
  return () => {
    if (!gone) {
      const made = (gone = new AbortController());
      const closed = (): void => void (raw.writableFinished || made.abort());
      if (raw.destroyed) closed();
      else raw.once("close", closed);
    }
    return gone.signal;
  };
}
