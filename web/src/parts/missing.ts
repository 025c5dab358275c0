import { useWatched, Watched } from "../watching.ts";

/** Parts of the page that did not come: the network is down, or the server has been renewed and has them no longer. */
const missing = new Set<string>();
const parts = new Watched();

export function noteMissing(part: string, isMissing: boolean): void {
  if (isMissing === missing.has(part)) return;
  if (isMissing) missing.add(part);
  else missing.delete(part);
  parts.tell();
}

/** Whether any is missing. */
export const useMissing = (): boolean => useWatched(parts, () => missing.size > 0);
