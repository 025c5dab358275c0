/** Pairs whose key is smaller are looked up in a table, of 4 MB at most; in practice nearly all are. */
const IN_TABLE = 1_048_576;
const SMALL_TABLE = 4_096;

/** Numbers pairs of a parent and a value, in the order in which they are met. */
export class Pairs {
  /** One more than the number; 0: not met yet. */
  private table = new Int32Array(SMALL_TABLE);
  private readonly beyond = new Map<number, number>();
  private readonly keys: number[] = [];

  /** @param span more than any value is */
  constructor(private readonly span: number) {}

  get size(): number {
    return this.keys.length;
  }

  /** The number of a pair, which it is given when it is met for the first time. */
  of(parent: number, value: number): number {
    const key = parent * this.span + value;
    const known = this.known(key);
    if (known > 0) return known - 1;
    const next = this.keys.push(key);
    if (key >= IN_TABLE) this.beyond.set(key, next);
    else {
      if (key >= this.table.length) this.grow(key);
      this.table[key] = next;
    }
    return next - 1;
  }

  /** Undefined for a pair that was not met. */
  find(parent: number, value: number): number | undefined {
    const known = this.known(parent * this.span + value);
    return known > 0 ? known - 1 : undefined;
  }

  private known(key: number): number {
    return (key < IN_TABLE ? this.table[key] : this.beyond.get(key)) ?? 0;
  }

  private grow(key: number): void {
    let length = this.table.length;
    while (length <= key) length *= 2;
    const larger = new Int32Array(length);
    larger.set(this.table);
    this.table = larger;
  }

  parentOf(nth: number): number {
    return Math.floor((this.keys[nth] ?? 0) / this.span);
  }

  valueOf(nth: number): number {
    return (this.keys[nth] ?? 0) % this.span;
  }
}
