/** The longest that a timer can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls when a token ends; a token that lives longer than a timer can wait counts as ended then, and its holder may
 * come again.
 * @param expiresAt milliseconds since 1970; undefined: no token, no end
 * @returns how to call it off
 */
export function atExpiry(expiresAt: number | undefined, ended: () => void): () => void {
  if (expiresAt === undefined) return () => undefined;
  const waitMs = Math.min(Math.max(expiresAt - Date.now(), 0), LONGEST_TIMER_MS);
  const timer = setTimeout(ended, waitMs);
  return () => clearTimeout(timer);
}

export const hasEnded = (expiresAt: number | undefined): boolean => expiresAt !== undefined && Date.now() >= expiresAt;
