/** How a turn is held: alone, by who changes what the key stands for, or shared, by those who only lean on it. */
export type Hold = "alone" | "shared";
export type Holds = ReadonlyMap<string, Hold>;

/**
 * Turns by key, in the order in which they are asked for: commands that change one record follow each other instead of
 * colliding and retrying, and who leans on a record waits for who changes it. Those who lean do not wait for each other.
 * Keys are taken in sorted order, so that two takers never wait for each other.
 */
export class Turns {
  private readonly queues = new Map<string, Queue>();

  async take<T>(holds: Holds, work: () => Promise<T>): Promise<T> {
    const keys = [...holds.keys()].sort();
    let taken = 0;
    try {
      for (; taken < keys.length; taken++) {
        const key = keys[taken] ?? "";
        const turn = this.queueOf(key).enter(holds.get(key) ?? "alone");
        if (turn) await turn;
      }
      return await work();
    } finally {
      for (const key of keys.slice(0, taken)) if (this.queues.get(key)?.leave()) this.queues.delete(key);
    }
  }

  private queueOf(key: string): Queue {
    let queue = this.queues.get(key);
    if (!queue) this.queues.set(key, (queue = new Queue()));
    return queue;
  }
}

/** Who holds one key, and who waits for it. */
class Queue {
  private holders = 0;
  private heldAlone = false;
  private waiting: { readonly hold: Hold; readonly begin: () => void }[] = [];

  /** @returns nothing when the turn has come at once. */
  enter(hold: Hold): Promise<void> | undefined {
    // Who comes after one that waits does not go before it: those who lean would else keep out who changes for ever.
    if (this.waiting.length === 0 && this.admits(hold)) {
      this.admit(hold);
      return undefined;
    }
    return new Promise((begin) => this.waiting.push({ hold, begin }));
  }

  /** @returns true when nobody is left. */
  leave(): boolean {
    this.holders--;
    if (this.holders === 0) this.heldAlone = false;
    for (let next = this.waiting[0]; next && this.admits(next.hold); next = this.waiting[0]) {
      this.waiting.shift();
      this.admit(next.hold);
      next.begin();
    }
    return this.holders === 0;
  }

  private admits(hold: Hold): boolean {
    return this.holders === 0 || (hold === "shared" && !this.heldAlone);
  }

  private admit(hold: Hold): void {
    this.holders++;
    this.heldAlone = hold === "alone";
  }
}
