/**
 * Opens the page without a network once it was visited. What is kept is the page itself and its parts, the same for
 * everybody: never an answer of the API, nothing of a login. With a network each load of the page is the server's own, so
 * no page gets old; the parts bear their content in their names, and are the same for ever.
 *
 * The server puts before it what there is of its version: `PAGE = { version, files, pages }` (src/server/page/worker.ts).
 */
const OURS = "press-ledger-page-";
const CACHE = OURS + PAGE.version;
const FILES = new Set(PAGE.files);
const IS_PAGE = new RegExp(`^/(?:(?:${PAGE.pages.join("|")})(?:/.*)?)?$`);
/** Of a proxy whose server does not answer. */
const NOBODY_THERE = [502, 503, 504];

addEventListener("install", (event) => {
  // The one before has nothing to end: it is over at once.
  event.waitUntil(fill().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (IS_PAGE.test(pathname)) event.respondWith(pageFrom(request));
  } else if (FILES.has(pathname)) event.respondWith(partFrom(request, pathname));
});

async function fill() {
  const cache = await caches.open(CACHE);
  for (const path of ["/", ...PAGE.files]) {
    const response = await fetch(path, { credentials: "omit" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(path, response);
  }
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function pageFrom(request) {
  try {
    const response = await fetch(request);
    if (!NOBODY_THERE.includes(response.status)) return response;
    return (await kept("/")) ?? response;
  } catch (error) {
    const page = await kept("/");
    if (!page) throw error;
    return page;
  }
}

const partFrom = async (request, path) => (await kept(path)) ?? fetch(request);
const kept = (path) => caches.match(path, { cacheName: CACHE });
