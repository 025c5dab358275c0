import { useWatched, Watched } from "./watching.ts";

/** Where one is: everything that the page shows stands in its address. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const placeNow = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) });

let place = placeNow();
const places = new Watched();
const tell = (): void => {
  place = placeNow();
  places.tell();
};
addEventListener("popstate", tell);

export const currentPlace = (): Place => place;

/** The place, and it is drawn anew when one goes elsewhere. */
export const usePlace = (): Place => useWatched(places, currentPlace);

/** What stays when one goes to another page: as of when, and in which language. */
const LASTING = ["asof", "lang"] as const;

export type Params = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** The address of a page of ours with these parameters; those of `LASTING` come along unless they are given. */
export function href(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const name of LASTING) {
    const value = place.query.get(name);
    if (value !== null && !(name in params)) query.set(name, value);
  }
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === "") continue;
    if (Array.isArray(value)) for (const one of value as readonly string[]) query.append(name, one);
    else query.set(name, String(value));
  }
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text === "" ? path : `${path}?${text}`;
}

/** The same page with other parameters: null takes one away. */
export function hrefWith(params: Params): string {
  const all: Record<string, readonly string[] | string | number | null | undefined> = {};
  for (const name of new Set(place.query.keys())) all[name] = place.query.getAll(name);
  return href(place.path, { ...all, ...params });
}

export function goTo(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const samePage = to.split("?")[0] === place.path;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  tell();
  if (!samePage) {
    scrollTo(0, 0);
    // Whoever does not see the page hears where it is now.
    document.getElementById("main")?.focus({ preventScroll: true });
  }
}

/** Links of ours do not load the page anew. */
addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || /^\/(graphql|explorer|login|calendar)\b/.test(link.pathname)) return;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  goTo(link.pathname + link.search);
});
