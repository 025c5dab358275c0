/**
 * How soon the page shows its figures, and a list of a hundred rows, on a processor four times slower than this one.
 * `node bench/page.mjs [--url http://127.0.0.1:4000] [--runs 5]`, beside `npm run demo`; it takes the Chromium of this machine.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const { values } = parseArgs({
  options: { url: { type: "string", default: "http://127.0.0.1:4000" }, runs: { type: "string", default: "5" } },
});
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const SLOWER = 4;
const FIGURES = "/?from=2019-09-01&to=2019-11-18&asof=2019-11-18";

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

/** One look at a page in a fresh browser: what it loaded, and when what was to be seen was there. */
async function look(path, seen) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.request.post(`${values.url}/login/as`, {
    data: { role: "OVERSIGHT", unitId: null },
    headers: { "x-ledger-page": "1" },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const sizes = new Map();
  page.on("response", async (response) => {
    const type = response.request().resourceType();
    if (["document", "script", "stylesheet", "fetch", "font"].includes(type) && response.request().method() === "GET") {
      sizes.set(response.url(), { type, body: await response.body().catch(() => Buffer.alloc(0)) });
    }
  });
  await page.addInitScript(() => {
    window.paints = [];
    new PerformanceObserver((list) => window.paints.push(...list.getEntries())).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
  await page.goto(values.url + path);
  await page.waitForSelector(seen);
  const shownMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(300);
  const told = await page.evaluate(() => ({
    firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    largestPaintMs: window.paints.at(-1)?.startTime,
    apiMs: performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith("/graphql"))
      .map(({ duration }) => duration),
  }));
  await context.close();
  const zipped = (types) =>
    [...sizes.values()]
      .filter(({ type }) => types.includes(type))
      .reduce((sum, { body }) => sum + gzipSync(body).length, 0);
  return { shownMs, ...told, codeBytes: zipped(["document", "script", "stylesheet"]), dataBytes: zipped(["fetch"]) };
}

/** The list's own question alone: the API's time, over which the page's is counted. */
async function rows() {
  const context = await browser.newContext();
  await context.request.post(`${values.url}/login/as`, {
    data: { role: "OVERSIGHT", unitId: null },
    headers: { "x-ledger-page": "1" },
  });
  const page = await context.newPage();
  await page.goto(`${values.url}/records/Visit`);
  await page.waitForSelector("tbody tr");
  const times = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) => response.url().endsWith("/graphql") && /visits\(/.test(response.request().postData() ?? ""),
      ),
      page.evaluate(() => {
        window.askedAt = performance.now();
        const select = document.querySelector("select.short");
        select.value = "100";
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    ]);
    await answer.finished();
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length > 50);
    const shownMs = await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.askedAt))),
        ),
    );
    const { responseEnd } = answer.request().timing();
    times.push({ overMs: shownMs - responseEnd, apiMs: responseEnd });
    await page.goto(`${values.url}/records/Visit`);
    await page.waitForSelector("tbody tr");
  }
  await context.close();
  return times;
}

const looks = [];
for (let run = 0; run < Number(values.runs); run++) looks.push(await look(FIGURES, ".first-figure a.number"));
const lists = await rows();
const [{ codeBytes, dataBytes }] = looks;
console.log(
  `figures, ${SLOWER} times slowed: first paint ${Math.round(median(looks.map(({ firstPaintMs }) => firstPaintMs)))} ms, largest paint ${Math.round(median(looks.map(({ largestPaintMs }) => largestPaintMs)))} ms, figures shown ${Math.round(median(looks.map(({ shownMs }) => shownMs)))} ms`,
);
console.log(
  `first load: ${(codeBytes / 1_000).toFixed(1)} KB of page, script and style, ${(dataBytes / 1_000).toFixed(1)} KB of words and forms (gzip)`,
);
console.log(
  `a page of 100 rows: ${Math.round(median(lists.map(({ overMs }) => overMs)))} ms over the API's ${Math.round(median(lists.map(({ apiMs }) => apiMs)))} ms`,
);
await browser.close();
