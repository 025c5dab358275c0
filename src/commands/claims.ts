import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { type Claim, claimDecider } from "../domain/claim/claim.js";
import type { Claimant } from "../domain/claim/events.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { ClaimKind, ClaimWanted } from "../domain/kernel/taking.js";
import { entityId } from "../eventstore/codec.js";
import { START, StoreUnavailable } from "../eventstore/contract.js";
import type { AggregateLoader, Loaded } from "./aggregateLoader.js";
import { type Entries, MAX_TRIES } from "./entries.js";
import type { Freshness } from "./leaning.js";
import { commandRefusals } from "./refusals.js";
import type { Aggregate } from "./spec.js";

export const claimAggregate = { category: "claim", decider: claimDecider } as const;

const CLAIMS = "c1a1a5c0-5f0e-4e0b-8f3d-3d0f2b6f7a10";

export const claimIdOf = ({ kind, key }: ClaimWanted): string => entityId(CLAIMS, `${kind}|${key}`);
export const claimStream = (claimId: string): string => `${claimAggregate.category}-${claimId}`;

/** How long to wait for a claimant of another node. */
export interface ClaimTerms {
  /** One command waits so long before it is told to try again. */
  readonly waitMs: number;
  /** After so long a claim of which nothing came blocks nobody any more. */
  readonly lapseMs: number;
  /** A claimant that has not appended its events by then claims again. With the time of two appends it is below the lapse. */
  readonly renewMs: number;
}

export const CLAIM_TERMS: ClaimTerms = { waitMs: 3_000, lapseMs: 40_000, renewMs: 10_000 };

/** When this node first saw each attempt's claim, by its own clock that is never set. */
export type ClaimsSeen = LRUCache<string, number>;
export const claimsSeen = (): ClaimsSeen => new LRUCache({ max: 1_000 });

interface Dependencies {
  readonly entries: Entries;
  readonly loader: AggregateLoader;
  readonly freshness: Freshness;
  readonly seen: ClaimsSeen;
  readonly terms: ClaimTerms;
  /** Other nodes may be about to append what they have claimed. On this one, who claims a thing has its turn. */
  readonly isShared: boolean;
}

/** Of which record a command is: where its events come, and how they are read. */
interface Own {
  readonly stream: string;
  readonly aggregate: Aggregate<unknown>;
}

/**
 * - `held`: the command may append its events.
 * - `decide again`: another command's events have come in since it was decided, and may speak against it.
 */
export type Claiming = "held" | "decide again" | { readonly refusal: Refusal };

type Verdict = "decide again" | "on its way" | "moved" | { readonly mayGiveBack: boolean };

/** A claim that the attempt holds. */
interface Held {
  readonly claimId: string;
  readonly kind: ClaimKind;
  /** Just before it was entered. */
  readonly at: number;
  /** No earlier claim of the same record may still lead to events. */
  readonly mayGiveBack: boolean;
}

/**
 * The claims of one attempt at a command.
 *
 * A claim is made when nothing else speaks against the command, and before its events are appended. Who finds another's
 * claim looks into that one's stream. Are its events there, then the command is decided again once the read model holds
 * them: the rules say whether the thing is still taken, or was freed since. Are they not, then nothing came of it if
 * nobody else writes the log; where other nodes do, they may be on their way, so it is waited for them, and after a time
 * in which they would have come the claim is taken over. So a claim needs no release when the thing is freed, and a
 * process that dies between claim and events leaves nothing that blocks. An earlier claim of the same record, as of the
 * same command before a crash, is taken over at once: that record's own stream keeps its commands apart.
 */
export class HeldClaims {
  private readonly held = new Map<string, Held>();
  /** Attempts of which the read model held all that came when the command was last decided. */
  private readonly settled = new Set<string>();

  constructor(
    private readonly own: Own,
    private readonly deps: Dependencies,
  ) {}

  /** In one order for all commands: two that need the same things do not each take one of them. */
  async take(wanted: readonly ClaimWanted[]): Promise<Claiming> {
    const things = wanted
      .map((one) => ({ claimId: claimIdOf(one), kind: one.kind }))
      .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      for (const { claimId, kind } of things) {
        const claiming = await this.claim(claimId, kind);
        if (claiming !== "held") return claiming;
      }
      // A process may stand still for as long as it takes others to lose patience, and go on as if nothing had been.
      if (things.every(({ claimId }) => this.isFresh(claimStream(claimId)))) return "held";
    }
    return { refusal: commandRefusals.TOO_MUCH_CONTENTION([]) };
  }

  /** After a refusal. What cannot be given back now lapses; the refusal is told all the same. */
  async giveBack(): Promise<void> {
    const { entries, loader } = this.deps;
    for (const [stream, { claimId, kind, mayGiveBack }] of this.held) {
      if (!mayGiveBack) continue;
      const data = { claimId, kind, attemptId: entries.attemptId };
      try {
        const loaded = await loader.load(stream, claimAggregate);
        await entries.enter(claimAggregate, stream, loaded, { type: "GiveClaimBack", data });
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  }

  private async claim(claimId: string, kind: ClaimKind): Promise<Claiming> {
    const { entries, loader } = this.deps;
    const { attemptId, caller } = entries;
    const stream = claimStream(claimId);
    if (this.isFresh(stream)) return "held";
    const data = { claimId, kind, attemptId, forCommandId: caller.commandId, stream: this.own.stream };
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const loaded = await loader.load(stream, claimAggregate);
      const verdict = await this.verdictOn(loaded, stream);
      if (verdict === "decide again") return verdict;
      if (verdict === "on its way") break;
      if (verdict === "moved") continue;
      const at = performance.now();
      const entered = await entries.enter(claimAggregate, stream, loaded, { type: "ClaimThing", data });
      if (entered === "moved") continue;
      if (entered !== "entered") return entered;
      this.held.set(stream, { claimId, kind, at, ...verdict });
      return "held";
    }
    return { refusal: commandRefusals.TOO_MUCH_CONTENTION([]) };
  }

  /** Whether who claimed the thing last still stands in the way. */
  private async verdictOn({ state: claimant, revision }: Loaded<Claim>, stream: string): Promise<Verdict> {
    const { entries, loader, freshness, terms, isShared } = this.deps;
    if (claimant === null || this.settled.has(claimant.attemptId)) return { mayGiveBack: true };
    if (claimant.attemptId === entries.attemptId) return { mayGiveBack: this.held.get(stream)?.mayGiveBack ?? false };
    const until = performance.now() + terms.waitMs;
    for (let pauseMs = 10; ; pauseMs = Math.min(2 * pauseMs, 200)) {
      const { commands, position } = await loader.load(claimant.stream, this.own.aggregate);
      const isOver = !isShared || claimant.givenBack || commands.has(claimant.forCommandId);
      if (claimant.stream === this.own.stream) return { mayGiveBack: isOver };
      if (isOver || this.hasLapsed(claimant)) {
        if (position > START) await freshness.reach(position);
        this.settled.add(claimant.attemptId);
        return "decide again";
      }
      if (performance.now() + pauseMs > until) return "on its way";
      await sleep(pauseMs);
      if ((await loader.load(stream, claimAggregate)).revision !== revision) return "moved";
    }
  }

  private isFresh(stream: string): boolean {
    const held = this.held.get(stream);
    return held !== undefined && performance.now() - held.at < this.deps.terms.renewMs;
  }

  private hasLapsed({ attemptId }: Claimant): boolean {
    const { seen, terms } = this.deps;
    const now = performance.now();
    const since = seen.get(attemptId) ?? now;
    seen.set(attemptId, since);
    return now - since > terms.lapseMs;
  }
}
