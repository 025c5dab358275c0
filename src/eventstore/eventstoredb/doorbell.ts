import { setTimeout as sleep } from "node:timers/promises";
import type { Position } from "../contract.js";
import type { Channel, Connection } from "./connection.js";
import type { Deadlines } from "./deadlines.js";
import { Pauses, within } from "./deadlines.js";
import { judge } from "./faults.js";
import { subscriptionRequest } from "./messages.js";
import { safeNumber } from "./wireEvent.js";

export interface Listener {
  /** An event stands at this position. */
  ring(position: Position): void;
  /** The subscription begins anew: what came while there was none was not told. */
  missed(): void;
}

/**
 * A subscription to what is appended from now on, used for one thing only: to know at once that there is something to
 * read. Such subscriptions end at the loss of a node and never come back by themselves, and now and then they die
 * without a word; so this one begins again whenever it ends, and nobody relies on it.
 */
export class Doorbell {
  private readonly stop = new AbortController();
  private readonly running: Promise<void>;
  private listening = false;

  constructor(
    private readonly connection: Connection,
    private readonly pattern: string,
    private readonly deadlines: Deadlines,
    private readonly listener: Listener,
  ) {
    this.running = this.run();
  }

  /** Whether the server has confirmed the subscription, and has not ended it since. */
  get isListening(): boolean {
    return this.listening;
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const pauses = new Pauses();
    const { signal } = this.stop;
    while (!signal.aborted) {
      let channel: Channel | undefined;
      try {
        channel = await within(this.deadlines.answerMs, this.connection.channel());
        if (!signal.aborted) await this.subscribe(channel, () => pauses.reset());
      } catch (error) {
        if (!signal.aborted) this.connection.failed(channel, judge(error));
      }
      await sleep(pauses.next(), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves when the subscription has ended, or its channel was left; rejects with the server's error. */
  private subscribe(channel: Channel, onConfirmed: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = this.connection.read(channel, subscriptionRequest(this.pattern), false);
      const end = (finish: () => void): void => {
        this.listening = false;
        stopWatching();
        this.stop.signal.removeEventListener("abort", leave);
        call.cancel();
        finish();
      };
      const leave = (): void => end(resolve);
      const stopWatching = this.connection.onReplaced(leave);
      this.stop.signal.addEventListener("abort", leave, { once: true });
      call.on("data", (response) => {
        const event = response.getEvent()?.getEvent();
        if (event !== undefined) this.listener.ring(safeNumber(event.getCommitPosition()));
        // The server listens before it confirms: from here on nothing is missed.
        if (!response.hasConfirmation()) return;
        this.listening = true;
        this.connection.answered(channel);
        onConfirmed();
        this.listener.missed();
      });
      call.on("error", (error) => end(() => reject(error)));
      call.on("end", leave);
    });
  }
}
