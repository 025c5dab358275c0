import { uptime } from "node:os";

/** Milliseconds, each of its own beginning. */
export interface MachineClocks {
  /** How long the machine has been up, sleep too. To ask for it reads a file. */
  readonly upMs: () => number;
  /** Of this process: it goes on evenly, but not while the machine sleeps. */
  readonly ownMs: () => number;
  /** The clock that people and time servers set. */
  readonly wallMs: () => number;
}

const MACHINE: MachineClocks = {
  upMs: () => uptime() * 1_000,
  ownMs: () => performance.now(),
  wallMs: () => Date.now(),
};

const ASKED_EVERY_MS = 1_000;
/** The two other clocks going apart by more than this says that the machine has slept, or that one was set. */
const APART_MS = 1_000;

/**
 * How long the machine has been up, in milliseconds, for every command to ask: so a laptop that wakes has not stepped. Between
 * two times that the machine is asked, the process's own clock goes on, as long as it agrees with the wall's.
 */
export function upClock({ upMs, ownMs, wallMs }: MachineClocks = MACHINE): () => number {
  let asked = { upMs: 0, ownMs: -Infinity, wallMs: 0 };
  return () => {
    const own = ownMs();
    const wall = wallMs();
    const passed = own - asked.ownMs;
    if (passed > ASKED_EVERY_MS || Math.abs(wall - asked.wallMs - passed) > APART_MS)
      asked = { upMs: upMs(), ownMs: own, wallMs: wall };
    return asked.upMs + own - asked.ownMs;
  };
}
