/** Somebody of whom nothing is known but the address. */
interface Newcomer {
  readonly sendAway: () => void;
}

/**
 * Room for those who have not said yet who they are, or ask for nothing just now. Nobody is turned away at its door: when
 * it is full, somebody inside goes, of the address that has most here the one that has waited longest. So a flood pushes
 * out itself, and whoever speaks soon after coming in is heard, however many sit and say nothing.
 */
export class WaitingRoom {
  /** Of each address those that wait, the longest first. */
  private readonly byAddress = new Map<string, Set<Newcomer>>();
  private count = 0;
  private sent = 0;

  constructor(private readonly places: number) {}

  get waiting(): number {
    return this.count;
  }

  /** How many had to go since the start. */
  get sentAway(): number {
    return this.sent;
  }

  /**
   * @param sendAway ends the newcomer's connection, at once
   * @returns how to say that it has left, by whichever door; to say so twice does no harm
   */
  enter(address: string, sendAway: () => void): () => void {
    if (this.count >= this.places) this.makeRoom();
    const newcomer = { sendAway };
    const ofAddress = this.byAddress.get(address) ?? new Set();
    this.byAddress.set(address, ofAddress.add(newcomer));
    this.count += 1;
    return () => this.leave(address, newcomer);
  }

  private makeRoom(): void {
    let most: [string, ReadonlySet<Newcomer>] | undefined;
    for (const one of this.byAddress) if (!most || one[1].size > most[1].size) most = one;
    const [longest] = most?.[1] ?? [];
    if (!most || !longest) return;
    this.leave(most[0], longest);
    this.sent += 1;
    longest.sendAway();
  }

  private leave(address: string, newcomer: Newcomer): void {
    const ofAddress = this.byAddress.get(address);
    if (!ofAddress?.delete(newcomer)) return;
    this.count -= 1;
    if (ofAddress.size === 0) this.byAddress.delete(address);
  }
}
