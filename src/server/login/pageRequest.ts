import type { IncomingHttpHeaders } from "node:http";

export const PAGE_HEADER = "x-ledger-page";

/** For whom the page that sends it is drawn, as `encodeURIComponent` writes it: another tab may be somebody else by now. */
const SUBJECT_HEADER = "x-ledger-subject";

/**
 * Whether the page means this one. What it keeps and shows is one person's: it must not be sent by the login of another.
 * A page that names nobody means whoever it is.
 */
export function isMeant(headers: IncomingHttpHeaders, subject: string | undefined): boolean {
  const named = headers[SUBJECT_HEADER];
  return named === undefined || (subject !== undefined && named === encodeURIComponent(subject));
}

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
