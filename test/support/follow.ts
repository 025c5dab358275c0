import type { Checkpoint, LogReader, Page } from "../../src/eventstore/contract.js";

/** Reads the log page by page for ever, waiting at its end; ends when the signal aborts. */
export async function* follow(
  reader: LogReader,
  options: { readonly after?: Checkpoint; readonly limit: number; readonly categories?: readonly string[] },
  signal: AbortSignal,
): AsyncGenerator<Page, void, undefined> {
  let after = options.after;
  while (!signal.aborted) {
    const read = reader.readAll({ ...options, ...(after === undefined ? {} : { after }), signal });
    const page = await read.catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    if (page === undefined) return;
    after = page.checkpoint;
    yield page;
    if (page.atEnd) await reader.changed(after, signal);
  }
}
