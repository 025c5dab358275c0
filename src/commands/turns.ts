/**
 * One at a time for each key: commands on one stream follow each other instead of colliding and retrying.
 * Keys are taken in sorted order, so that two takers never wait for each other.
 */
export class Turns {
  private readonly tails = new Map<string, Promise<void>>();

  async take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const [key, ...rest] = [...new Set(keys)].sort();
    if (key === undefined) return work();
    const before = this.tails.get(key);
    let release!: () => void;
    const mine = new Promise<void>((resolve) => (release = resolve));
    this.tails.set(key, mine);
    try {
      if (before) await before;
      return await this.take(rest, work);
    } finally {
      release();
      if (this.tails.get(key) === mine) this.tails.delete(key);
    }
  }
}
