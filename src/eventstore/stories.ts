import type { LogReader, RecordedEvent } from "./contract.js";

/**
 * The events, each that takes others back with all that its stream holds before it: without them nobody can tell what
 * its record is then. They are rare; where there are none, nothing is read.
 */
export async function withStories(
  events: readonly RecordedEvent[],
  log: Pick<LogReader, "readStream">,
  takesBack: (type: string) => boolean,
): Promise<readonly RecordedEvent[]> {
  if (!events.some(({ type }) => takesBack(type))) return events;
  const told: RecordedEvent[] = [];
  for (const event of events) {
    if (!takesBack(event.type)) {
      told.push(event);
      continue;
    }
    const stream = await log.readStream(event.stream);
    told.push({ ...event, story: stream.filter(({ revision }) => revision < event.revision) });
  }
  return told;
}
