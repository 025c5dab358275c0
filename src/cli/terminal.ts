const LINE_EVERY_MS = 1_000;

/** Runs a program's body; whatever goes wrong is one clear line and exit code 1. */
export async function orOneLine(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Says every second how far a long task is. */
export function progress(what: string, total: number): (done: number) => void {
  let said = Date.now();
  return (done) => {
    if (Date.now() - said < LINE_EVERY_MS) return;
    said = Date.now();
    console.log(`${done} of ${total} ${what}…`);
  };
}
