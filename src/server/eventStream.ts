import type { ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FormattedExecutionResult } from "graphql";
import type { Turn } from "./turn.js";

/** An `id:` must not be able to end its line; our cursors have these characters only. */
const CURSOR = /^[\w.-]{1,500}$/;

/** The wire of one event stream: GraphQL over Server-Sent Events, distinct connections mode. */
export class EventStream {
  /** Its reader had stopped reading. */
  wasCut = false;

  /** @param patienceMs how long the reader may take to make room, before its connection is cut */
  constructor(
    private readonly raw: ServerResponse,
    private readonly turn: Turn,
    private readonly patienceMs: number,
  ) {}

  get isOpen(): boolean {
    return !this.raw.destroyed && !this.raw.writableEnded;
  }

  /** Calls once nobody reads any more; at once, if that has come already. */
  onceGone(gone: () => void): void {
    if (this.raw.destroyed) gone();
    else this.raw.once("close", gone);
  }

  /** Resolves once there is room for more: a subscription is not asked for more before. */
  async next(result: FormattedExecutionResult): Promise<void> {
    const cursor = cursorOf(result.data);
    const id = cursor === undefined ? "" : `id: ${cursor}\n`;
    await this.write(`event: next\n${id}data: ${JSON.stringify(result)}\n\n`);
  }

  /** Says that no more will come; the client need not come again. */
  async complete(): Promise<void> {
    await this.write("event: complete\ndata:\n\n");
    this.end();
  }

  /** Ends the connection; the client may come again, elsewhere. */
  end(): void {
    this.raw.end();
  }

  private async write(text: string): Promise<void> {
    if (!this.isOpen) return;
    // In a long catch-up every read and every write ends at once: the event loop is made to turn.
    if (this.raw.write(text)) return this.turn.isLong() ? nextTurn() : undefined;
    return this.room();
  }

  private room(): Promise<void> {
    const { raw } = this;
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(cut);
        raw.off("drain", over).off("close", over);
        resolve();
      };
      const cut = setTimeout(() => {
        this.wasCut = true;
        raw.destroy();
      }, this.patienceMs);
      raw.on("drain", over).on("close", over);
    });
  }
}

/** The cursor of what is delivered, if the caller asked for it by its own name. */
function cursorOf(data: FormattedExecutionResult["data"]): string | undefined {
  const { cursor } = (Object.values(data ?? {})[0] ?? {}) as { readonly cursor?: unknown };
  return typeof cursor === "string" && CURSOR.test(cursor) ? cursor : undefined;
}
