import { useEffect, useRef, useState } from "preact/hooks";

/** What several parts of the page look at, kept outside of them: whoever changes it tells them. */
export class Watched {
  private readonly watchers = new Set<() => void>();

  /** @param onWatched is told when somebody looks, onLeft when nobody does any more */
  constructor(
    private readonly onWatched: () => void = () => undefined,
    private readonly onLeft: () => void = () => undefined,
  ) {}

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    this.onWatched();
    return () => {
      this.watchers.delete(watcher);
      if (!this.isWatched) this.onLeft();
    };
  };

  readonly tell = (): void => {
    for (const watcher of this.watchers) watcher();
  };
}

/**
 * What `read` finds, and it is drawn anew when that has changed: also when it changed after it was drawn and before it was
 * watched, for an effect runs only when the browser has painted.
 * @param watched null: nothing is watched
 */
export function useWatched<T>(watched: Watched | null, read: () => T): T {
  const [, draw] = useState({});
  const drawn = { value: read(), read };
  const latest = useRef(drawn);
  latest.current = drawn;
  useEffect(() => {
    if (watched === null) return;
    const look = (): void => {
      if (!Object.is(latest.current.read(), latest.current.value)) draw({});
    };
    const leave = watched.watch(look);
    look();
    return leave;
  }, [watched]);
  return drawn.value;
}
