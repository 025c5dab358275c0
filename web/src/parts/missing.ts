import { useEffect, useState } from "preact/hooks";

/** Parts of the page that did not come: the network is down, or the server has been renewed and has them no longer. */
const missing = new Set<string>();
const watchers = new Set<() => void>();

export function noteMissing(part: string, isMissing: boolean): void {
  if (isMissing === missing.has(part)) return;
  if (isMissing) missing.add(part);
  else missing.delete(part);
  for (const watcher of watchers) watcher();
}

/** Whether any is missing. */
export function useMissing(): boolean {
  const [, draw] = useState({});
  useEffect(() => {
    const watcher = (): void => draw({});
    watchers.add(watcher);
    watcher();
    return () => void watchers.delete(watcher);
  }, []);
  return missing.size > 0;
}
