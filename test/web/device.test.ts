import { expect } from "chai";
import type { BrowserContext, Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { type Opened, ScenePage, settled } from "./support/scenePage.js";

const OURS = { "x-ledger-page": "1" };
const BOX = "press-ledger:demo.clerk:outbox";

/** A visit that is here now. */
async function enter(page: Page, subject: string): Promise<void> {
  await page.waitForSelector("[data-name=people]:focus");
  await page.keyboard.type("ha thi mo");
  for (const key of ["Enter", "Enter"]) await page.keyboard.press(key);
  await page.keyboard.type("y te");
  await page.keyboard.press("Enter");
  await page.keyboard.type(subject);
  await page.keyboard.press("Control+Enter");
}

/** Of the visits that one sees. */
async function subjectsIn(scene: ScenePage, page: Page): Promise<readonly string[]> {
  const asked = { headers: OURS, data: { query: "{ visits(first: 50) { nodes { subject } } }" } };
  const answer = await page.context().request.post(`${scene.server.url}/graphql`, asked);
  const { data } = (await answer.json()) as { data: { visits: { nodes: { subject: string }[] } } };
  return data.visits.nodes.map(({ subject }) => subject);
}

describeInChromium("what the page keeps on a device", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  let unitId: string;
  before(async () => {
    scene = await ScenePage.open();
    unitId = await scene.unitId("Sở Y tế");
  });
  afterEach(() => scene.leave());
  after(() => scene?.close());

  const post = (context: BrowserContext, query: string, headers = {}) =>
    context.request.post(`${scene.server.url}/graphql`, { headers: { ...OURS, ...headers }, data: { query } });
  async function become(context: BrowserContext, role: string, unit: string | null = null): Promise<void> {
    const data = { role, unitId: unit };
    const taken = await context.request.post(`${scene.server.url}/login/as`, { headers: OURS, data });
    expect(taken.status()).to.equal(200);
  }
  const clerk = (path: string): Promise<Opened> => scene.at(path, "CLERK", { unitId });
  const keys = (page: Page): Promise<string[]> => page.evaluate<string[]>("Object.keys(localStorage).sort()");
  const subjects = (page: Page): Promise<readonly string[]> => subjectsIn(scene, page);
  it("is never sent by the login of another: a page that is drawn for one becomes the other's first", async () => {
    const { page } = await clerk("/visit/new");
    const context = page.context();
    const query = "{ viewer { subject } }";
    const named = (subject: string) => post(context, query, { "x-ledger-subject": encodeURIComponent(subject) });
    expect((await named("demo.clerk")).status()).to.equal(200);
    const refused = await named("demo.admin");
    expect(refused.status()).to.equal(401);
    expect(refused.headers()["set-cookie"]).to.equal(undefined);

    await enter(page, "Có mạng");
    await page.locator(".saved .done a").waitFor();
    await context.setOffline(true);
    await enter(page, "Của chuyên viên");
    await page.locator("main .notice", { hasText: "1 mục" }).waitFor();
    // Another tab becomes somebody else.
    await become(context, "PRESS_OFFICER");
    const before = await page.evaluate<string>(`localStorage.getItem("${BOX}")`);
    await context.setOffline(false);
    await page.locator(".who > button", { hasText: "Chuyên viên quản lý báo chí" }).waitFor();
    await settled(page);
    expect(await page.locator("main .notice", { hasText: "1 mục" }).count()).to.equal(0);
    expect(await page.evaluate<string>(`localStorage.getItem("${BOX}")`)).to.equal(before);
    expect(await subjects(page))
      .to.include("Có mạng")
      .and.not.include("Của chuyên viên");

    await become(context, "CLERK", unitId);
    await page.reload();
    await page.locator("main .notice", { hasText: "1 mục" }).waitFor({ state: "detached" });
    await settled(page);
    expect((await subjects(page)).filter((subject) => subject === "Của chuyên viên")).to.have.length(1);
  });

  it("is still there when the login ends in the middle of it, and the page says that it has", async () => {
    const { page } = await clerk("/new/registerReporter");
    const name = page.locator("form.step input").first();
    await name.fill("Người Đang Nhập");
    let refused = 0;
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      // Several questions are refused, and some so late that the page knows it already.
      if (response.status() === 401 && refused++ > 0) await page.waitForTimeout(700);
      await route.fulfill({ response });
    });
    await page.context().clearCookies();
    await page.evaluate(`(() => {
      const link = document.createElement("a");
      link.href = "/today";
      document.body.append(link);
      link.click();
    })()`);
    await page.locator(".who .fault").waitFor();
    await settled(page);
    await page.waitForTimeout(1_000);
    expect(refused).to.be.greaterThan(1);
    expect(await page.locator(".who .fault").count()).to.equal(1);
    await become(page.context(), "CLERK", unitId);
    await page.goto(`${scene.server.url}/new/registerReporter`);
    await settled(page);
    expect(await name.inputValue()).to.equal("Người Đang Nhập");
  });

  it("goes out where browsers give less: over plain http, in an office's own network", async () => {
    const { page, wrong } = await scene.at("/visit/new", "CLERK", { unitId, timezoneId: "Asia/Ho_Chi_Minh" });
    await page.addInitScript(`
      delete Crypto.prototype.randomUUID;
      delete Crypto.prototype.subtle;
      delete Navigator.prototype.locks;
      delete Navigator.prototype.clipboard;
    `);
    await page.reload();
    await settled(page);
    await page.context().setOffline(true);
    await enter(page, "Không có https");
    await page.locator("main .notice", { hasText: "1 mục" }).waitFor();
    await page.context().setOffline(false);
    await page.locator("main .notice", { hasText: "1 mục" }).waitFor({ state: "detached" });
    expect((await subjects(page)).filter((subject) => subject === "Không có https")).to.have.length(1);
    await page.goto(`${scene.server.url}/today`);
    await settled(page);
    expect(await page.locator("main").innerText()).to.include("kết nối an toàn (https)");
    expect(wrong.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"))).to.deep.equal([]);
  });

  it("hears of what is entered again when the page is seen again, or one is somebody else, after it was refused to", async () => {
    const { page } = await clerk("/today");
    const told = page.locator(".listening");
    await told.and(page.locator(".live")).waitFor();
    const see = (hidden: boolean): Promise<void> =>
      page.evaluate<void>(`(() => {
        Object.defineProperty(document, "hidden", { configurable: true, value: ${hidden} });
        document.dispatchEvent(new Event("visibilitychange"));
      })()`);
    let refused = 0;
    const body = { errors: [{ message: "x", extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }] };
    await page.route("**/graphql/stream", (route) => {
      refused++;
      return route.fulfill({ status: 429, json: body });
    });
    await see(true);
    await see(false);
    await told.and(page.locator(".broken")).waitFor();
    // Others that begin to look do not ask again and again.
    await page.getByRole("link", { name: "Hồ sơ", exact: true }).click();
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(refused).to.equal(1);
    await page.unroute("**/graphql/stream");
    await see(true);
    await see(false);
    await told.and(page.locator(".live")).waitFor();

    await page.route("**/graphql/stream", (route) => {
      refused++;
      return route.fulfill({ status: 429, json: body });
    });
    await see(true);
    await see(false);
    await told.and(page.locator(".broken")).waitFor();
    await page.unroute("**/graphql/stream");
    // Another tab becomes somebody else; the next question tells.
    await become(page.context(), "PRESS_OFFICER");
    await page.getByRole("link", { name: "Dòng thời gian" }).click();
    await page.locator(".who > button", { hasText: "Chuyên viên quản lý báo chí" }).waitFor();
    await told.and(page.locator(".live")).waitFor();
    expect(refused).to.equal(2);
  });

  it("is not said to be kept where there is no room for it", async () => {
    const { page } = await clerk("/visit/new");
    await enter(page, "Lần đầu");
    await page.locator(".saved .done a").waitFor();
    await page.evaluate(`(() => {
      for (let text = "x".repeat(1 << 20), at = 0; text !== "";) {
        try { localStorage.setItem("fill" + at++, text); } catch { text = text.slice(0, text.length >> 1); }
      }
    })()`);
    await page.context().setOffline(true);
    await enter(page, "Không còn chỗ");
    await page.locator("form [role=alert]").waitFor();
    expect(await page.locator(".saved", { hasText: "được giữ trên máy này" }).count()).to.equal(0);
    const typed = `[...document.querySelectorAll("form input")].map(({ value }) => value)`;
    expect(await page.evaluate<string[]>(typed)).to.include("Không còn chỗ");
  });

  it("may be an older page's, or anything: the page stands, and says what can be done", async () => {
    const { page } = await clerk("/");
    const box = [null, {}, 1, { mutation: "a(b: 1) { c }", title: "x", input: { commandId: "x" } }];
    const fine = { mutation: "registerVisit", title: "<img src=x onerror=alert(1)>", input: { commandId: "y" } };
    for (const kept of [{}, "x", box, [...box, fine]]) {
      await page.evaluate(`localStorage.setItem("${BOX}", ${JSON.stringify(JSON.stringify(kept))})`);
      await page.reload();
      await settled(page);
      expect(await page.locator("main h1").count()).to.equal(1);
    }
    await page.locator("main .notice", { hasText: `không nhận: ${fine.title}` }).waitFor();

    await page.evaluate(`localStorage.setItem("press-ledger:demo.clerk:draft:registerVisit", '{"reporters":5}')`);
    await page.goto(`${scene.server.url}/visit/new`);
    await page.getByRole("button", { name: "Xóa những gì đã nhập dở" }).click();
    await page.waitForSelector("[data-name=people]:focus");
    expect(await keys(page)).to.include(BOX);
  });

  it("names nobody after signing out, save what waits to be sent; whoever has typed is asked", async () => {
    const { page } = await clerk("/new/registerReporter");
    await page.locator("form.step input").first().fill("Người Trong Phiếu");
    await page.evaluate(`localStorage.setItem("press-ledger:demo.clerk:known:Reporter", "[]")`);
    const signOut = async (): Promise<void> => {
      await page.locator(".who button").first().click();
      await page.getByRole("button", { name: "Khách" }).click();
    };
    const asked: string[] = [];
    page.once("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await signOut();
    expect(asked).to.have.length(1);
    // The draft, the names, and who one is.
    expect(await keys(page)).to.have.length(3);
    await page.keyboard.press("Escape");
    page.once("dialog", (dialog) => void dialog.accept());
    await signOut();
    await page.waitForURL(`${scene.server.url}/`);
    await settled(page);
    expect(await keys(page)).to.deep.equal([]);
  });
});

describeInChromium("the page without a network", function () {
  this.timeout(60_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  const KEPT = `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
    .then((all) => all.flat().map(({ url }) => new URL(url).pathname))`;

  it("opens once it was visited, for whom it was; of the ledger's answers nothing is kept, and with a network it is the server's own", async () => {
    const unitId = await scene.unitId("Sở Y tế");
    const { page } = await scene.at("/visit/new", "CLERK", { unitId, serviceWorkers: "allow" });
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    const kept = await page.evaluate<string[]>(KEPT);
    expect(kept).to.include("/");
    expect(kept.some((path) => /^\/page\/assets\/page-.*js$/.test(path))).to.equal(true);
    expect(kept.filter((path) => path !== "/" && !/^\/page\/(?:assets|sheets)\/[\w.-]+$/.test(path))).to.deep.equal([]);
    const worker = await page.context().request.get(`${scene.server.url}/page/worker.js`);
    expect(worker.headers()).to.include({
      ...{ "cache-control": "no-cache", "service-worker-allowed": "/" },
      "content-security-policy": "default-src 'none'; connect-src 'self'",
    });

    await page.context().setOffline(true);
    await page.goto(`${scene.server.url}/visit/new`);
    await page.locator(".who", { hasText: "Sở Y tế" }).waitFor();
    await enter(page, "Mở khi mất mạng");
    await page.locator("main .notice", { hasText: "1 mục" }).waitFor();
    // A part of the page that was not loaded yet.
    await page.goto(`${scene.server.url}/new/registerReporter`);
    await page.locator("form.step input").first().fill("Người Không Mạng");
    await page.reload();
    expect(await page.locator("form.step input").first().inputValue()).to.equal("Người Không Mạng");
    expect(await page.evaluate<string[]>(KEPT)).to.have.length(kept.length);

    await page.evaluate(`caches.keys().then(([name]) => caches.open(name))
      .then((cache) => cache.put("/", new Response("<p>an old page", { headers: { "content-type": "text/html" } })))`);
    await page.reload();
    await page.getByText("an old page").waitFor();
    await page.context().setOffline(false);
    await page.goto(`${scene.server.url}/today`);
    await settled(page);
    await page.locator("main .notice", { hasText: "1 mục" }).waitFor({ state: "detached" });
    const sent = await subjectsIn(scene, page);
    expect(sent.filter((subject) => subject === "Mở khi mất mạng")).to.have.length(1);
    expect(await page.locator("main h1").innerText()).to.equal("Việc hôm nay");
    // Who signs out leaves nothing by which the next one would be taken for the last.
    await page.locator(".who button").first().click();
    page.once("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Khách" }).click();
    await page.locator(".who > button", { hasText: "Khách" }).waitFor();
    await page.context().setOffline(true);
    await page.goto(`${scene.server.url}/explorer`).catch(() => undefined);
    expect(await page.locator("#main").count(), "what is no page of it is not answered").to.equal(0);
  });
});

describeInChromium("a page older than its server", function () {
  this.timeout(60_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  for (const gone of ["assets", "sheets"]) {
    it(`says that parts of it (${gone}) are gone, and can be loaded again`, async () => {
      const { page } = await scene.at("/registers", "ADMIN");
      await page.route(`**/page/${gone}/**`, (route) => route.fulfill({ status: 404, body: "{}" }));
      await page.evaluate(`(() => {
        const link = document.createElement("a");
        link.href = "/records/Visit";
        document.body.append(link);
        link.click();
      })()`);
      await page.locator("main [role=alert]", { hasText: "máy chủ đã có bản mới" }).waitFor();
      await page.unroute(`**/page/${gone}/**`);
      await page.getByRole("button", { name: "Tải lại trang" }).click();
      await page.locator("main h1", { hasText: "Lượt tác nghiệp" }).waitFor();
      await settled(page);
      expect(await page.locator("main [role=alert]").count()).to.equal(0);
    });
  }
});
