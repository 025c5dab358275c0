import { expect } from "chai";
import { PATHS } from "../../src/server/page/page.js";
import { describeInChromium } from "./support/chromium.js";
import { DESK, follow, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

/** Texts that would be markup, script, a link or a formula if anybody took them for more than text. */
const HOSTILE = [
  `<img src=x onerror="window.hacked=1">`,
  `</script><script>window.hacked=2</script>`,
  `"><svg/onload=window.hacked=3>`,
  `javascript:window.hacked=4`,
  `{{constructor.constructor('window.hacked=5')()}}`,
  `=HYPERLINK("http://evil.example","x")`,
  `\u202Eđảo ngược\u202C`,
];

describeInChromium("the page as a whole", function () {
  this.timeout(180_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  it("lets no script run but its own, is framed by nobody, and keeps nothing of a login where a script could read it", async () => {
    const { page, wrong } = await scene.at("/", "PRESS_OFFICER");
    const response = await page.goto(`${scene.server.url}/records/Visit`);
    const policy = (await response?.allHeaders())?.["content-security-policy"] ?? "";
    expect(policy)
      .to.include("default-src 'none'")
      .and.include("frame-ancestors 'none'")
      .and.include("script-src 'self'");
    expect(policy).to.not.match(/unsafe|\*|https?:/);
    await settled(page);
    const kept = await page.evaluate<string>(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML])",
    );
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes("access"));
    expect(cookie).to.include({ httpOnly: true, sameSite: "Lax" });
    expect(kept).to.not.include(cookie?.value.slice(0, 20));
    expect(wrong).to.deep.equal([]);
  });

  it("is given by a foreign page nothing, and takes from it nothing", async () => {
    const { page } = await scene.at("/", "PRESS_OFFICER");
    const foreign = await page.context().newPage();
    await foreign.route("http://evil.example/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<p>hello" }),
    );
    await foreign.goto("http://evil.example/");
    const got = await foreign.evaluate<string>(`(async () => {
      const body = JSON.stringify({ query: "{ viewer { subject } }" });
      const tried = [];
      for (const [mode, headers] of [["cors", { "content-type": "application/json", "x-ledger-page": "1" }], ["no-cors", { "content-type": "text/plain" }]]) {
        tried.push(await fetch("${scene.server.url}/graphql", { method: "POST", credentials: "include", mode, headers, body }).then((r) => r.type + r.status, () => "refused"));
      }
      return tried.join();
    })()`);
    expect(got).to.equal("refused,refused");
    const frame = await foreign.evaluate<string>(`new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.src = "${scene.server.url}/";
      frame.onload = () => { try { resolve(frame.contentDocument ? "read" : "closed"); } catch { resolve("closed"); } };
      document.body.append(frame);
    })`);
    expect(frame).to.equal("closed");
  });

  it("shows what looks like markup, script or a formula as the text that it is, wherever it stands", async () => {
    const { page, wrong } = await scene.at("/", "ADMIN");
    const ids = await page.evaluate<string[]>(`(async () => {
      const send = async (query, variables) => (await (await fetch("/graphql", { method: "POST", headers: { "content-type": "application/json", "x-ledger-page": "1" }, body: JSON.stringify({ query, variables }) })).json());
      const ids = [];
      for (const name of ${JSON.stringify(HOSTILE)}) {
        const input = { commandId: crypto.randomUUID(), unit: { kind: "SECTOR", name }, legalBasis: name, effectiveOn: "2019-01-01" };
        const { data } = await send("mutation ($input: RegisterUnitInput!) { registerUnit(input: $input) { ... on UnitChanged { unit { id } } ... on UserError { code } } }", { input });
        if (data?.registerUnit.unit) ids.push(data.registerUnit.unit.id);
      }
      return ids;
    })()`);
    expect(ids.length).to.be.at.least(5);
    const paths = [
      `/record/${ids[0]}`,
      `/record/${ids[1]}?asof=${encodeURIComponent(HOSTILE[0]!)}`,
      `/search?q=${encodeURIComponent("onerror")}`,
      "/records/Unit",
      "/timeline",
      "/live",
      `/search?q=${encodeURIComponent(HOSTILE[1]!)}`,
    ];
    for (const path of paths) {
      await page.goto(scene.server.url + path);
      await settled(page);
      expect(await page.evaluate<unknown>("window.hacked ?? null"), path).to.equal(null);
      expect(
        await page.locator("#root img, #root script, #root svg[onload], a[href^='javascript']").count(),
        path,
      ).to.equal(0);
    }
    expect(wrong.filter((line) => !line.includes("400"))).to.deep.equal([]);
  });

  it("shows the same in Los Angeles as in Hanoi, and wherever its address is opened", async () => {
    const address = "/records/Inspection?asof=2019-11-18";
    const [there, here] = await Promise.all([
      scene.at(address, "INSPECTOR", { timezoneId: "America/Los_Angeles", locale: "en-US" }),
      scene.at(address, "INSPECTOR", { timezoneId: "Asia/Ho_Chi_Minh", locale: "vi-VN" }),
    ]);
    await Promise.all([there, here].map(({ page }) => page.locator("#main tbody tr").first().waitFor()));
    const [first, second] = await Promise.all([there, here].map(({ page }) => page.locator("#main").innerText()));
    expect(first).to.equal(second);
    expect([...there.wrong, ...here.wrong]).to.deep.equal([]);
  });

  it("tells a clerk for which unit one works, without a word cut, on a desk and on a phone", async () => {
    for (const name of ["Sở Y tế", "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp"]) {
      const unitId = await scene.unitId(name);
      for (const viewport of [DESK, PHONE]) {
        const { page } = await scene.at("/", "CLERK", { unitId, viewport });
        const button = page.locator(".who > button");
        expect(await button.innerText()).to.equal(`Cán bộ của đơn vị · ${name}`);
        const cut = await page.evaluate<boolean>(`(() => {
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.querySelector(".who > button");
          return scrollWidth > clientWidth || scrollHeight > clientHeight;
        })()`);
        expect(cut).to.equal(false);
        expect(await overflow(page)).to.be.at.most(0);
        await scene.leave(page);
      }
    }
  });

  it("says to nobody in particular that one has to sign in, with the way in beside it, and shows then what was meant", async () => {
    const { page } = await scene.at("/today", null);
    for (const path of ["/today", "/records/Visit", "/registers/reporters", "/search?q=an", "/new/registerUnit"]) {
      await page.goto(scene.server.url + path);
      await settled(page);
      const told = page.locator("#main .notice", { hasText: "dành cho người đã đăng nhập" });
      expect(await told.count(), path).to.equal(1);
      expect(await told.getByRole("button", { name: "Đăng nhập" }).count(), path).to.equal(1);
      expect(await page.getByRole("button", { name: "Thử lại" }).count(), path).to.equal(0);
    }
    await page.goto(`${scene.server.url}/records/Visit`);
    await settled(page);
    await page.locator("#main .notice").getByRole("button", { name: "Đăng nhập" }).click();
    await page.locator("dialog[open]").getByRole("button", { name: "Chuyên viên quản lý báo chí" }).click();
    await page.locator("tbody tr").first().waitFor();
    await settled(page);
    expect(new URL(page.url()).pathname).to.equal("/records/Visit");
  });

  it("takes a link to what is no address for one to a page that is not there", async () => {
    const { page, wrong } = await scene.at("/", "ADMIN");
    await follow(page, "/record/%E0%A4%A");
    await page.locator("#main", { hasText: "Không có trang này." }).waitFor();
    await page.goBack();
    await page.locator("#main h1", { hasText: "Số liệu" }).waitFor();
    expect(wrong).to.deep.equal([]);
  });

  it("has something to say at each of its addresses, and says so where there is nothing", async () => {
    const { page, wrong } = await scene.at("/", "ADMIN");
    for (const path of PATHS.filter((one) => !["record", "new", "visit"].includes(one))) {
      await follow(page, `/${path}`);
      expect((await page.locator("#main").innerText()).trim(), path).to.not.equal("");
      await follow(page, `/${path}/khong-co`);
      expect((await page.locator("#main").innerText()).trim(), `${path}/…`).to.not.equal("");
    }
    expect(wrong.filter((line) => !/40\d/.test(line))).to.deep.equal([]);
  });
});
