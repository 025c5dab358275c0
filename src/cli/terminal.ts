const LINE_EVERY_MS = 1_000;

/** True when only the usage was asked for, which has been told then. */
export function helpAsked(usage: string, args: readonly string[] = process.argv.slice(2)): boolean {
  const asked = args.includes("--help") || args.includes("-h");
  if (asked) console.log(usage);
  return asked;
}

/** Where lines go, and whether a person watches them. */
export interface Lines {
  readonly watched: boolean;
  say(line: string): void;
  now(): number;
}

const STDOUT: Lines = {
  watched: process.stdout.isTTY,
  say: (line) => console.log(line),
  now: () => Date.now(),
};

/** Says how far a long task is: every second to who watches; into a pipe or a file once as it turns out long, and at its end. */
export function progress(what: string, total: number, to: Lines = STDOUT): (done: number) => void {
  let said = to.now();
  let lines = 0;
  return (done) => {
    const isDue = to.now() - said >= LINE_EVERY_MS && (to.watched || lines === 0);
    const isEnd = !to.watched && lines === 1 && done >= total;
    if (!isDue && !isEnd) return;
    said = to.now();
    lines += 1;
    to.say(`${done} of ${total} ${what}${done >= total ? "." : "…"}`);
  };
}
