import type { Principal } from "../commands/bus.js";
import type { Limits } from "../config.js";

/** Who is connected for long, over whichever transport, and whether there may be more. */
export class Callers {
  private connections = 0;
  private anonymous = 0;
  private readonly bySubject = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  get areTooMany(): boolean {
    return this.connections >= this.limits.maxSockets;
  }

  /**
   * Takes a place for a caller who has said who it is, or that it is nobody.
   * @returns undefined when there are too many; else how to say that the connection is closed.
   */
  enter(principal: Principal | undefined): (() => void) | undefined {
    if (this.areTooMany) return undefined;
    const left = principal ? this.enterAs(principal) : this.enterAsNobody();
    if (!left) return undefined;
    this.connections += 1;
    return () => {
      this.connections -= 1;
      left();
    };
  }

  /** Those without a token never take the places of those with one, however few there are. */
  private enterAsNobody(): (() => void) | undefined {
    const { maxAnonymousSockets, maxSockets } = this.limits;
    if (this.anonymous >= Math.min(maxAnonymousSockets, Math.floor(maxSockets / 2))) return undefined;
    this.anonymous += 1;
    return () => void (this.anonymous -= 1);
  }

  private enterAs({ subject }: Principal): (() => void) | undefined {
    const open = this.bySubject.get(subject) ?? 0;
    if (open >= this.limits.maxSocketsPerSubject) return undefined;
    this.bySubject.set(subject, open + 1);
    return () => {
      const rest = (this.bySubject.get(subject) ?? 1) - 1;
      if (rest === 0) this.bySubject.delete(subject);
      else this.bySubject.set(subject, rest);
    };
  }
}
