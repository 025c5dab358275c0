import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { loadConfig } from "../../src/config.js";
import { developmentKey } from "../../src/server/developmentKey.js";
import { ONE_THREAD, Program } from "../program/program.js";
import type { Json } from "../support/api.js";
import { describeInChromium, openChromium } from "./support/chromium.js";
import { axeFinds, codesShown, DESK, overflow, PHONE } from "./support/scenePage.js";

const PATIENCE_MS = 40_000;
/** A browser tells so of a server that is not there; and that is what is tried here. */
const GONE = /ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_NETWORK/;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** The page's policy lets nobody look by `eval` again and again, as the browser's own waiting would. */
async function until(page: Page, condition: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate<boolean>(condition))) {
    if (Date.now() > end) throw new Error(`It never came: ${condition}`);
    await page.waitForTimeout(50);
  }
}

describeInChromium("what is entered, live", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "press-ledger-live-"));
  let [port, entered] = [0, 0];
  let server: Program;
  let browser: Browser;
  const wrong: string[] = [];

  before(async () => {
    port = await freePort();
    await start();
    browser = await openChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<void> => {
    server = await Program.start(folder, { PORT: String(port), ...ONE_THREAD });
  };
  const base = (): string => `http://127.0.0.1:${port}`;

  /** Enters one thing more: newspapers, by their number. */
  async function enter(): Promise<void> {
    const { done } = await server.ask(
      `mutation ($input: RegisterPressAgencyInput!) { done: registerPressAgency(input: $input) {
         ... on PressAgencyChanged { pressAgency { id } } ... on UserError { message } } }`,
      {
        input: {
          ...{ commandId: crypto.randomUUID(), name: `Báo số ${(entered += 1)}`, kinds: ["PRINT"], level: "LOCAL" },
          ...{ governingBody: "Tỉnh ủy", registeredOn: "2018-01-01" },
        },
      },
    );
    if (!done.pressAgency) throw new Error(JSON.stringify(done));
  }

  async function open(path: string, role: string | null, viewport = DESK): Promise<Page> {
    const context = await browser.newContext({ viewport, timezoneId: "America/Los_Angeles", locale: "en-US" });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !GONE.test(message.text())) wrong.push(message.text());
    });
    page.on("pageerror", ({ message }) => wrong.push(message));
    if (role !== null) {
      const told = { data: { role, unitId: null }, headers: { "x-ledger-page": "1" } };
      expect((await context.request.post(`${base()}/login/as`, told)).status()).to.equal(200);
    }
    await page.goto(base() + path);
    await page.locator(".sign.live").waitFor({ timeout: PATIENCE_MS });
    return page;
  }

  /** The numbers of what the page shows, from above. Each came with an event that tells of no number: a name is taken. */
  const shown = (page: Page): Promise<readonly number[]> =>
    page.evaluate(
      `[...document.querySelectorAll("ol.feed > li")].flatMap((one) => /Báo số (\\d+)/.exec(one.innerText)?.slice(1).map(Number) ?? [])`,
    );
  async function comes(page: Page, count: number): Promise<readonly number[]> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const numbers = await shown(page);
      if (numbers.length >= count) return numbers;
      if (Date.now() > end) throw new Error(`${count} were to come, and these came: ${numbers.join()}`);
      await page.waitForTimeout(50);
    }
  }
  const cursorOf = (page: Page): string | null => new URL(page.url()).searchParams.get("after");

  it("comes once and in order, over a server that is killed and a page that is loaded again", async () => {
    const page = await open("/live", "ANALYST");
    const early = async (): Promise<void> => {
      for (let times = 0; times < 3; times++) await enter();
    };
    await early();
    expect(await comes(page, 3)).to.deep.equal([3, 2, 1]);
    const afterThree = page.url();
    expect(cursorOf(page)).to.be.a("string");

    // One is told to nobody any more, or just so.
    await enter();
    await server.kill();
    await page.locator(".sign.broken").waitFor();
    expect(await page.locator(".sign").innerText()).to.equal("Mất kết nối, đang nối lại…");
    await start();
    await enter();
    await enter();
    await page.locator(".sign.live").waitFor({ timeout: PATIENCE_MS });
    await enter();
    expect(await comes(page, 7)).to.deep.equal([7, 6, 5, 4, 3, 2, 1]);

    await page.reload();
    await page.locator(".sign.live").waitFor();
    await enter();
    expect(await comes(page, 1)).to.deep.equal([8]);

    // A tab that was closed early goes on where it was.
    const again = await page.context().newPage();
    await again.goto(afterThree);
    expect(await comes(again, 5)).to.deep.equal([8, 7, 6, 5, 4]);
    await again.close();

    expect(await page.locator("ol.feed a").first().getAttribute("href")).to.match(/^\/record\/PressAgency:/);
    await page.getByRole("link", { name: "Xem sự kiện" }).first().click();
    await page.locator("ol.timeline > li").waitFor();
    expect(await page.locator("ol.timeline > li").innerText()).to.include("Báo số 8");
    await page.goBack();
    await page.locator(".sign.live").waitFor();
    expect(wrong).to.deep.equal([]);
  });

  it("waits while it is paused, and says so; the place in the address is that of what was seen", async () => {
    const page = await open("/live?lang=en", "OVERSIGHT", PHONE);
    await until(page, `new URL(location).searchParams.has("after")`);
    const before = cursorOf(page);
    await page.getByRole("button", { name: "Pause" }).focus();
    await page.keyboard.press("Enter");
    await enter();
    await enter();
    await page.getByText("Paused, 4 waiting").waitFor();
    expect(await shown(page)).to.deep.equal([]);
    expect(cursorOf(page)).to.equal(before);
    await page.keyboard.press("Enter");
    expect(await comes(page, 2)).to.deep.equal([entered, entered - 1]);
    expect(cursorOf(page)).to.not.equal(before);
    await page.getByText(/^4 new, the last one recorded at/).waitFor({ state: "attached" });

    expect(await overflow(page)).to.be.at.most(0);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);

    // Another filter is another question: it begins anew, and hears of nothing else.
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Visits").check();
    await until(page, `/kinds=VISIT/.test(location.search) && /after=/.test(location.search)`);
    await enter();
    await page.getByRole("link", { name: "From the beginning of today" }).click();
    await page.locator(".sign.live").waitFor();
    expect(await shown(page)).to.deep.equal([]);
    await page.getByLabel("Visits").uncheck();
    const all = await comes(page, entered);
    expect(all).to.deep.equal(Array.from({ length: entered }, (_, at) => entered - at));
    await page.goBack();
    await until(page, `document.querySelectorAll("ol.feed > li").length === 0`);
    expect(wrong).to.deep.equal([]);
  });

  it("goes on when its login ended in the middle and the next request renews it", async () => {
    const page = await open("/live", "ANALYST");
    await until(page, `new URL(location).searchParams.has("after")`);
    const cursor = cursorOf(page);
    await enter();
    const ended = [
      { data: { ledgerEvents: { __typename: "CaughtUp", cursor } } },
      { errors: [{ message: "The access token has expired.", extensions: { code: "UNAUTHENTICATED" } }] },
    ];
    const body = ended.map((one) => `event: next\ndata: ${JSON.stringify(one)}\n\n`).join("");
    let asked = 0;
    await page.route("**/graphql/stream", (route) =>
      route.request().postData()?.includes("LedgerFeed") && (asked += 1) === 1
        ? route.fulfill({ status: 200, contentType: "text/event-stream", body })
        : route.continue(),
    );
    await page.goto(`${base()}/live`);
    expect(await comes(page, 1)).to.deep.equal([entered]);
    expect(asked).to.equal(2);
    expect(wrong).to.deep.equal([]);
  });

  it("tells everybody what is public, and no more", async () => {
    const key = await developmentKey(folder, loadConfig({ DATA_DIR: folder }).auth);
    const admin = await key.issue({ subject: "admin-1", role: "ADMIN", unitId: null, hours: 1 });
    const give = async (mutation: string, input: object): Promise<Json> => {
      const of = mutation === "registerUnit" ? "unit" : "inspection";
      const [type, changed] = [
        `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`,
        of === "unit" ? "Unit" : "Inspection",
      ];
      const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
        ... on ${changed}Changed { ${of} { id } } ... on UserError { message } } }`;
      const body = JSON.stringify({ query, variables: { input: { commandId: crypto.randomUUID(), ...input } } });
      const headers = { "content-type": "application/json", authorization: `Bearer ${admin}` };
      const { data, errors } = (await (await fetch(server.url, { method: "POST", headers, body })).json()) as Json;
      if (!data?.done[of]) throw new Error(JSON.stringify(data ?? errors));
      return data.done[of];
    };
    const page = await open("/live", null);
    expect(await page.locator("h1").innerText()).to.equal("Tin công khai, trực tiếp");
    expect(await page.getByRole("navigation").getByRole("link", { name: "Trực tiếp" }).isVisible()).to.equal(true);
    const unit = { kind: "DEPARTMENT", name: "Sở Thông tin và Truyền thông" };
    const { id: unitId } = await give("registerUnit", { unit, legalBasis: "QĐ", effectiveOn: "2018-01-01" });
    const { id } = await give("decideInspection", {
      ...{ kind: "SPECIALISED_INSPECTION", title: "Thanh tra in, phát hành", lead: { unitId } },
      ...{ decisionNumber: "1/QĐ-TTr", decidedOn: "2019-09-02" },
      periodExamined: { from: "2019-01-01", to: "2019-06-30" },
      onSite: { from: "2019-09-10", to: "2019-09-20" },
      targets: [{ kind: "ORGANISATION", name: "Công ty Sách" }],
      team: [{ name: "Lê Văn An", role: "HEAD" }],
      ...{ occurredAt: "2019-09-02T03:00:00.000Z", lateEntryReason: "Nhập sau" },
    });
    const announced = { occurredAt: "2019-09-03T03:00:00.000Z", lateEntryReason: "Nhập sau" };
    await give("announceInspection", { inspectionId: id, ...announced });
    await page.locator("ol.feed > li").waitFor();
    const text = await page.locator("ol.feed").innerText();
    expect(text).to.include("Số quyết định: 01/QĐ-TTr").and.to.include("Sở Thông tin và Truyền thông");
    expect(text).to.not.match(/Công ty Sách|Lê Văn An|Nhập sau/);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });
});
