import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "../config.js";

/**
 * Whether a page of this origin may follow what happens here: our own, and those that are listed. Browsers send a
 * page's origin and no program can make them lie; whatever sends none is not a browser.
 */
export function originAllowed({ origin, host }: IncomingHttpHeaders, config: Config): boolean {
  if (origin === undefined || config.allowedOrigins.includes(origin)) return true;
  // A proxy may ask by another name than the one by which people reach the page.
  if (origin === config.login?.publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
