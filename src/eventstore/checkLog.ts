import { decode } from "./codec.js";
import type { Checkpoint, LogReader, RecordedEvent } from "./contract.js";

const PAGE = 2_000;
/** After so many findings nobody needs the next one. */
const MAX_FINDINGS = 20;

/**
 * Reads a whole log through and says, a sentence each, what is not as a ledger writes it: an event that cannot be read,
 * a stream whose revisions have a hole. That an event says something else than when it was written cannot be seen so.
 */
export async function findingsIn(
  log: Pick<LogReader, "readAll">,
  onPage: (position: number) => void = () => undefined,
): Promise<readonly string[]> {
  const findings: string[] = [];
  const next = new Map<string, number>();
  const look = (event: RecordedEvent): void => {
    const expected = next.get(event.stream) ?? 0;
    next.set(event.stream, event.revision + 1);
    if (event.revision !== expected) {
      findings.push(
        `At position ${event.position} the stream ${event.stream} goes on with revision ${event.revision}; ` +
          `after the one before it should be ${expected}: events are lost.`,
      );
    }
    try {
      decode(event);
    } catch (error) {
      findings.push((error as Error).message);
    }
  };
  let after: Checkpoint | undefined;
  for (;;) {
    const page = await log.readAll({ ...(after === undefined ? {} : { after }), limit: PAGE });
    page.events.forEach(look);
    onPage(page.position);
    if (findings.length >= MAX_FINDINGS) return [...findings.slice(0, MAX_FINDINGS), "There may be more."];
    if (page.atEnd) return findings;
    after = page.checkpoint;
  }
}
