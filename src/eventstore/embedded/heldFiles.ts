import { statSync } from "node:fs";
import { LEDGER_FILE } from "./schema.js";

/**
 * Whether the files of an open log still stand where they were opened. A process keeps a file that was deleted or
 * replaced, and SQLite goes on committing to it: what is acknowledged from then on would be gone with the process.
 */
export class HeldFiles {
  private readonly held: readonly (readonly [path: string, identity: string])[];

  /** @param path of the database, which is open and has its write-ahead log */
  constructor(private readonly path: string) {
    this.held = [path, `${path}-wal`].flatMap((file) => {
      const identity = identityOf(file);
      return identity === undefined ? [] : [[file, identity] as const];
    });
  }

  /** What is the matter and what to do, in one sentence; undefined while all is as it was. */
  get fault(): string | undefined {
    if (this.held.every(([file, identity]) => identityOf(file) === identity)) return undefined;
    return (
      `The log ${this.path} was deleted or replaced while it was open, and nothing more is written: before this ` +
      `process is stopped, copy what it still holds (${LEDGER_FILE} and ${LEDGER_FILE}-wal in /proc/${process.pid}/fd).`
    );
  }
}

/** Device and number of the file: the name alone may have been given to another one. */
function identityOf(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    // Whatever keeps it from being found (its folder may be a file now), it is not where it was.
    return undefined;
  }
}
