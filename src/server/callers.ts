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

  /** A connection has been opened, by whomever; returns how to say that it is closed. */
  connect(): () => void {
    this.connections += 1;
    return () => void (this.connections -= 1);
  }

  /** Counts a caller's connections; undefined when there are too many, else how to say that this one is closed. */
  enter(principal: Principal | undefined): (() => void) | undefined {
    const { maxAnonymousSockets, maxSocketsPerSubject } = this.limits;
    if (!principal) {
      if (this.anonymous >= maxAnonymousSockets) return undefined;
      this.anonymous += 1;
      return () => void (this.anonymous -= 1);
    }
    const { subject } = principal;
    const open = this.bySubject.get(subject) ?? 0;
    if (open >= maxSocketsPerSubject) return undefined;
    this.bySubject.set(subject, open + 1);
    return () => {
      const rest = (this.bySubject.get(subject) ?? 1) - 1;
      if (rest === 0) this.bySubject.delete(subject);
      else this.bySubject.set(subject, rest);
    };
  }
}
