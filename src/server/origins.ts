import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a page of this origin may follow what happens here: our own, and those that are listed. Browsers send a
 * page's origin and no program can make them lie; whatever sends none is not a browser.
 */
export function originAllowed({ origin, host }: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
