import { expect } from "chai";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import {
  axeFinds,
  codesShown,
  DESK,
  follow,
  type Opened,
  overflow,
  PHONE,
  ScenePage,
  settled,
} from "./support/scenePage.js";

/** The four figures of the report of 18 November 2019, as the scene has them. */
const REPORT = [
  { label: "Lượt phóng viên", then: "75", now: "77" },
  { label: "Cuộc thanh tra, kiểm tra phối hợp", then: "27", now: "28" },
  { label: "Tiền phạt đã quyết định", then: "115.000.000 đồng", now: "119.000.000 đồng" },
  { label: "Bản tịch thu", then: "1.964", now: "2.018" },
];

const firstFigures = async (page: Page): Promise<readonly string[]> =>
  page.locator(".first-figure .number").allInnerTexts();

describeInChromium("the figures on the page", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  it("finds the report's four figures from the first page, and opens one down to who entered it, in under five clicks", async () => {
    const { page, wrong } = await scene.at("/", "OVERSIGHT");
    let clicks = 0;
    const click = async (what: string): Promise<void> => {
      clicks++;
      await page.locator(what).first().click();
      await settled(page);
    };
    await click(".chip:has-text('Kỳ đã trình')");
    expect(await firstFigures(page)).to.deep.equal(REPORT.map(({ then }) => then));
    expect(await page.locator(".banner").innerText()).to.include("hết ngày 18/11/2019");
    await click(".first-figure:has-text('Tiền phạt đã quyết định') a");
    expect(await page.locator(".figure-sum strong").innerText()).to.equal("115.000.000 đồng");
    await click("tbody tr details summary");
    expect(await page.locator("dl.event").first().innerText()).to.match(/Người ghi\s+\S+/);
    expect(clicks).to.be.lessThan(5);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  /** A page that has just been opened at a moment, by its own clock and by the server's. */
  const begun = async (now: string, path: string, role: string | null = null): Promise<Opened> => {
    const opened = await scene.at("/live", role, { timezoneId: "America/Los_Angeles" });
    const { page } = opened;
    await page.clock.install({ time: now });
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), date: new Date(now).toUTCString() } });
    });
    await page.goto(scene.server.url + path);
    await settled(page);
    return opened;
  };
  const heading = (page: Page): Promise<string> => page.locator("h1").innerText();

  it("begins with the present year, or says why not: as long as nothing counts in it, with the latest of the first figures", async () => {
    // The ledger's last figure is of June 2020; the first figures have none after 2019.
    const present = await begun("2020-07-01T03:00:00Z", "/");
    expect(await heading(present.page)).to.equal("Số liệu báo chí của tỉnh: 01/01/2020 – 01/07/2020");
    expect(await present.page.locator("main .notice").count()).to.equal(0);
    expect(present.wrong).to.deep.equal([]);
    await scene.leave(present.page);

    // New Year in Vietnam, and not in Los Angeles yet.
    const { page, wrong } = await begun("2020-12-31T17:30:00Z", "/");
    expect(await heading(page)).to.equal("Số liệu báo chí của tỉnh: Năm 2019");
    const notice = page.locator("main .notice");
    expect(await notice.innerText()).to.equal(
      "Kỳ hiện tại (01/01/2021 – 01/01/2021) chưa có số liệu nào. Đang hiện kỳ gần nhất có các số liệu chính: năm 2019. Xem kỳ hiện tại",
    );
    expect(
      await page.locator(".period select").first().inputValue(),
      "the chooser stands where the figures are",
    ).to.equal("YEAR");
    expect((await firstFigures(page)).filter((text) => /^0/.test(text))).to.deep.equal([]);
    await page.setViewportSize(PHONE);
    expect(await overflow(page)).to.be.at.most(0);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(await codesShown(page)).to.deep.equal([]);
    await page.setViewportSize(DESK);
    await page.getByRole("link", { name: "English" }).click();
    await settled(page);
    expect(await notice.innerText()).to.include(
      "has no figures yet. Shown is the latest with the main figures: year 2019.",
    );
    await notice.getByRole("link", { name: "Show the present period" }).click();
    await settled(page);
    expect(await heading(page)).to.equal("The province's press figures: 01/01/2021 – 01/01/2021");
    expect(await notice.count()).to.equal(0);
    expect(new Set(await firstFigures(page))).to.deep.equal(new Set(["0", "0 VND"]));
    await page.goBack();
    await settled(page);
    expect(await heading(page)).to.equal("The province's press figures: Year 2019");
    // As of a day the present year is that day's.
    await page.goto(`${scene.server.url}/?asof=2019-11-18`);
    await settled(page);
    expect(await heading(page)).to.equal("Số liệu báo chí của tỉnh: 01/01/2019 – 18/11/2019");
    expect(await notice.count()).to.equal(0);
    expect(wrong).to.deep.equal([]);
  });

  it("begins a book, a figure of it and the board of a unit so too, each by what it counts itself", async () => {
    // In 2020 supervisions count something, and nobody's visits, statements, answers or replies do.
    const now = "2020-07-01T03:00:00Z";
    const notYet = "Kỳ hiện tại (01/01/2020 – 01/07/2020) chưa";
    const { page, wrong } = await begun(now, "/figures/oversight", "ANALYST");
    const notice = page.locator("main .notice");
    expect(await heading(page)).to.match(/: 01\/01\/2020 – 01\/07\/2020$/);
    expect(await notice.count()).to.equal(0);
    const unitId = await scene.unitId("Sở Y tế");
    for (const [path, says] of [
      ["/figures/visit", "có số liệu này"],
      ["/figures/visit/reporterTurns", "có số liệu này"],
      ["/board?all=1", "đơn vị nào có số liệu về các nghĩa vụ này"],
      [`/board/${unitId}`, "đơn vị nào có số liệu về các nghĩa vụ này"],
    ]) {
      await follow(page, path!);
      expect(await heading(page), path).to.match(/: Năm 2019$/);
      expect(await notice.innerText(), path).to.equal(
        `${notYet} ${says}. Đang hiện kỳ gần nhất có: năm 2019. Xem kỳ hiện tại`,
      );
      expect(await page.locator(".period select").first().inputValue(), path).to.equal("YEAR");
      expect(await axeFinds(page)).to.deep.equal([]);
    }
    await notice.getByRole("link").click();
    await settled(page);
    expect(await heading(page)).to.equal("Sở Y tế: 01/01/2020 – 01/07/2020");
    expect(await notice.count()).to.equal(0);
    await follow(page, `/board/${unitId}?lang=en`);
    expect(await notice.innerText()).to.contain("no unit has any figures of these duties yet");
    await follow(page, "/figures/visit?lang=en");
    expect(await notice.innerText()).to.contain("has none of these figures yet");
    await follow(page, "/figures/visit?asof=2019-11-18");
    expect(await heading(page)).to.match(/: 01\/01\/2019 – 18\/11\/2019$/);
    expect(await notice.count()).to.equal(0);
    expect(wrong).to.deep.equal([]);
  });

  it("says of each figure what it is today, why it moved, and by which entries", async () => {
    const { page, wrong } = await scene.at("/?from=2019-09-01&to=2019-11-18&asof=2019-11-18", "ANALYST");
    await page.locator(".banner a:has-text('có gì đổi')").click();
    await settled(page);
    // The period that one was looking at is the one that is asked for.
    const row = page.locator("tr", { hasText: "Tiền phạt đã quyết định" });
    await row.waitFor();
    expect(await row.innerText())
      .to.include("115.000.000")
      .and.include("119.000.000")
      .and.include("+4.000.000");
    await row.locator("button").click();
    await settled(page);
    await page.locator("caption:has-text('nhập muộn')").waitFor();
    expect(await codesShown(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it("adds up: the cells of a grouped table, and the entries of a cell in its file", async () => {
    const { page } = await scene.at("/figures/visit?from=2019-09-01&to=2019-11-18&by=UNIT&asof=2019-11-18", "ANALYST");
    const cells = await page.locator("tbody td:nth-child(3)").allInnerTexts();
    // A turn in two hosts' rooms counts in each row once, and in the sum once: the rows are at least the sum.
    expect(cells.map(Number).reduce((sum, one) => sum + one, 0)).to.be.greaterThanOrEqual(75);
    await page.locator("tbody td:nth-child(3) a").first().click();
    await settled(page);
    const sum = Number(await page.locator(".figure-sum strong").innerText());
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("button:has-text('Tải CSV')").click(),
    ]);
    const file = readFileSync(await download.path(), "utf8");
    expect(file.startsWith("\uFEFFSố;Ngày tính;"), "with the mark by which a spreadsheet knows UTF-8").to.equal(true);
    const lines = file.trim().split("\r\n");
    expect(lines.slice(1).reduce((total, line) => total + Number(line.split(";")[0]), 0)).to.equal(sum);
  });

  it("shows the same wherever its address is opened, in both languages, on a phone, to whoever may see it", async () => {
    const address = "/figures/enforcement?period=QUARTER&year=2019&nth=4&compare=1";
    const { page, wrong } = await scene.at(address, "OVERSIGHT");
    const vietnamese = await page.locator("table").innerText();
    // What may be less than nothing says that it is what changed.
    expect(vietnamese).to.include("Tiền phạt còn phải thu: tăng, giảm trong kỳ");
    await page.locator("a.language").click();
    await settled(page);
    expect(await page.locator("h1").innerText()).to.equal("Inspections and sanctions: Quarter 4/2019");
    await page.goBack();
    await settled(page);
    expect(await page.locator("table").innerText()).to.equal(vietnamese);
    // Which measure is compared is chosen beside what the table is grouped by.
    await page.getByLabel("Phân theo").selectOption({ label: "Đơn vị" });
    await settled(page);
    await page.locator(".period-fields").getByLabel("Số liệu").selectOption({ label: "Tiền phạt đã quyết định" });
    await settled(page);
    expect(await page.locator("caption").innerText()).to.match(/^Tiền phạt đã quyết định/);
    await scene.leave(page);
    const phone = await scene.at(address, "INSPECTOR", { viewport: PHONE });
    expect(await overflow(phone.page)).to.be.at.most(0);
    expect((await phone.page.locator("tbody").innerText()).replace(/\s+/g, " ")).to.include("92.000.000 đồng");
    await scene.leave(phone.page);
    expect([...wrong, ...phone.wrong]).to.deep.equal([]);
  });

  it("is open to everybody, but not its entries", async () => {
    const { page, wrong } = await scene.at("/?from=2019-09-01&to=2019-11-18", null);
    expect(await firstFigures(page)).to.deep.equal(REPORT.map(({ now }) => now));
    expect(await page.locator(".first-figure a, .books td a").count()).to.equal(0);
    await page.goto(`${scene.server.url}/figures/visit/reporterTurns?from=2019-09-01&to=2019-11-18`);
    await settled(page);
    expect(await page.locator("#main").innerText()).to.include("đã đăng nhập");
    expect(wrong).to.deep.equal([]);
  });

  it("breaks no rule of access for everybody", async () => {
    for (const path of [
      "/?from=2019-09-01&to=2019-11-18&asof=2019-11-18",
      "/figures/visit?by=UNIT&compare=1",
      "/figures/visit/reporterTurns?from=2019-09-01&to=2019-11-18&lang=en",
    ]) {
      const { page } = await scene.at(path, "OVERSIGHT");
      expect(await axeFinds(page), path).to.deep.equal([]);
      await scene.leave(page);
    }
  });
});
