import type { IncomingHttpHeaders } from "node:http";

export const PAGE_HEADER = "x-ledger-page";

/**
 * Whether our own page's script sends this. A foreign page can send a header of this name only after a preflight, which
 * never grants it; and browsers say, where they can, from where a request comes.
 */
export const isPageRequest = (headers: IncomingHttpHeaders): boolean =>
  headers[PAGE_HEADER] === "1" && comesFromHere(headers) !== false;

/** Whether a page of this origin sends it, by a script or not; undefined: the browser does not say. */
export function comesFromHere(headers: IncomingHttpHeaders): boolean | undefined {
  const site = headers["sec-fetch-site"];
  return site === undefined ? undefined : site === "same-origin";
}
