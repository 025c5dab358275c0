import { LRUCache } from "lru-cache";

const ONE = (): number => 1;

/**
 * Remembers so many, those that were asked for last. Grows as it fills: told a `max`, the cache would make room for all of
 * them at once, which is most of the work of a start where few are ever kept.
 * @param more what the cache is told besides
 */
export const keptUpTo = <K extends object | string | number, V extends object | string | number>(
  most: number,
  more: Pick<LRUCache.Options<K, V, unknown>, "dispose" | "noDisposeOnSet"> = {},
): LRUCache<K, V> => new LRUCache({ maxSize: most, sizeCalculation: ONE, ...more });
