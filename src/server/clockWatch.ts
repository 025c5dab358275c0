import type { FastifyBaseLogger } from "fastify";
import type { Ledger } from "../ledger.js";

/** So often the clock is looked at, also where nobody writes: each step is told, and small ones never add up. */
const LOOK_MS = 1_000;

const SENTENCES = {
  ok: "the clock is right again; commands are taken",
  stepped:
    "the clock was set; nothing is entered until it is right again, or the server is started anew, which says that it is",
  "behind-log":
    "the clock is behind the last event of the log; nothing is entered until it has caught up or LEDGER_ACCEPT_CLOCK is true",
} as const;

/** Tells the operator once when the clock goes wrong, and once when it is right again. Returns how to stop looking. */
export function watchClock({ clock }: Pick<Ledger, "clock">, log: FastifyBaseLogger): () => void {
  let known = "ok";
  const look = (): void => {
    const { state, offMs } = clock.health;
    if (state === known) return;
    known = state;
    log.warn({ clock: state, offSeconds: Math.round(offMs / 1_000) }, SENTENCES[state]);
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}
