import { createHash } from "node:crypto";

/** Where the page's service worker is; it is allowed the whole page by the header that comes with it. */
export const WORKER_PATH = "/page/worker.js";

/**
 * The service worker (web/worker.js) of this version of the page. Another page, or another part of it, makes it another
 * text: by that browsers see that there is a new one.
 * @param files the addresses of all parts of the page
 * @param pages the first parts of its addresses
 */
export function workerOf(
  text: string,
  {
    html,
    files,
    pages,
  }: { readonly html: string; readonly files: readonly string[]; readonly pages: readonly string[] },
): string {
  const version = createHash("sha256")
    .update(JSON.stringify([html, files, text]))
    .digest("base64url")
    .slice(0, 12);
  return `const PAGE = ${JSON.stringify({ version, files, pages })};\n${text}`;
}
