import type { LRUCache } from "lru-cache";
import { keptUpTo } from "../table/kept.js";
import type { ReadModel } from "./readModel.js";

const MAX_KEPT = 5_000;

/**
 * Keeps facts that many commands ask for and few change: those of the registers. They are forgotten as soon as the
 * read model has taken in an event of their category, before any command that waited for that event is answered; so
 * every acknowledged command is in them.
 */
export class KeptFacts {
  private readonly byCategory = new Map<string, Pick<LRUCache<string, object>, "clear">[]>();

  constructor(reads: Pick<ReadModel, "onProgress">) {
    reads.onProgress((touched) => {
      for (const category of touched ?? this.byCategory.keys())
        for (const kept of this.byCategory.get(category) ?? []) kept.clear();
    });
  }

  /** @param category the streams whose events may change what `read` answers */
  keep<T extends object>(category: string, read: (id: string) => T | undefined): (id: string) => T | undefined {
    const kept = keptUpTo<string, object>(MAX_KEPT);
    const others = this.byCategory.get(category);
    if (others) others.push(kept);
    else this.byCategory.set(category, [kept]);
    return (id) => {
      const known = kept.get(id) as T | undefined;
      if (known) return known;
      const fresh = read(id);
      if (fresh) kept.set(id, fresh);
      return fresh;
    };
  }
}
