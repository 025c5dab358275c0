import { LoginRefused } from "./refusals.js";

const MAX_CHARS = 2_000;
/** Of what begins so a browser makes another host: `//`, `/\`; and it leaves out tabs and line ends before it looks. */
const LEADS_AWAY = /^\/[/\\]|[\p{C}\\]/u;
/** Who would come back to these would go round in circles. */
const OF_LOGIN = /^\/+(?:login|logout)(?:[/?#]|$)/i;

/**
 * Where to go after a login, as an address in full: so that no path can be read as another host.
 * @param to a path of this origin; undefined: its first page
 * @throws LoginRefused for anything else
 */
export function placeToReturn(to: unknown, origin: string): string {
  if (to === undefined) return `${origin}/`;
  if (typeof to === "string" && to.length <= MAX_CHARS && to.startsWith("/") && !LEADS_AWAY.test(to)) {
    const url = URL.canParse(to, origin) ? new URL(to, origin) : undefined;
    // `/.//host` is a path that begins with `//` once it is made short.
    if (url?.origin === origin && !LEADS_AWAY.test(url.pathname) && !OF_LOGIN.test(url.pathname)) return url.href;
  }
  throw new LoginRefused("PLACE_REFUSED");
}
