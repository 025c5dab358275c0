import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

const VISIT = "Đưa hàng cứu trợ đến các bản bị chia cắt";
const INSPECTION = "Kiểm tra các cửa hàng sách và văn hóa phẩm";

/** What the list says, event by event: its moments of happening and of recording, and its text. */
const told = (page: Page): Promise<readonly { id: string; text: string; isLate: boolean }[]> =>
  page.evaluate(
    `[...document.querySelectorAll("ol.timeline > li")].map((one) =>
       ({ id: one.id, text: one.innerText, isLate: one.classList.contains("late") }))`,
  );

/** The moments of happening, as numbers that grow. */
const momentsIn = (texts: readonly { text: string }[]): readonly string[] =>
  texts.map(({ text }) => {
    const [, day, month, year, time] = /Xảy ra (\d+)\/(\d+)\/(\d+) ([\d:]+)/.exec(text) ?? [];
    return `${year}-${month}-${day} ${time}`;
  });

async function add(page: Page, typed: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "Thêm hồ sơ vào dòng thời gian" }).fill(typed);
  await page.getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Bỏ: ${name}` }).waitFor();
  await settled(page);
}

describeInChromium("the timeline", function () {
  this.timeout(60_000);
  let scene: ScenePage;
  before(async () => {
    scene = await ScenePage.open();
  });
  afterEach(() => scene.leave());
  after(() => scene?.close());

  it("merges chosen records, and shows by sight, by keyboard and in words what was entered late", async () => {
    const { page, wrong } = await scene.at("/timeline", "OVERSIGHT");
    expect(await page.getByText("Toàn bộ sổ").isVisible()).to.equal(true);
    await add(page, "101822/QĐ-KT", INSPECTION);
    const alone = page.url();
    await add(page, "hàng cứu trợ", VISIT);
    expect(new URL(page.url()).searchParams.getAll("of")).to.have.length(2);

    const list = await told(page);
    expect(list.map(({ text }) => text.split("\n")[0])).to.deep.equal([
      `Đăng ký lượt tác nghiệp: ${VISIT}.`,
      "Kiểm tra giấy tờ của phóng viên.",
      "Ghi nhận kết quả buổi làm việc.",
      "Ban hành quyết định kiểm tra số 101822/QĐ-KT ngày 18/10/2019.",
      "Hoàn thành kiểm tra, lập biên bản (Biên bản kiểm tra ngày 22/10/2019).",
    ]);
    expect(momentsIn(list)).to.deep.equal([...momentsIn(list)].sort());
    expect(list.every(({ isLate }) => isLate)).to.equal(true);
    expect(list[3]?.text)
      .to.include("ghi muộn 12 ngày")
      .and.to.include("Lý do: Biên bản kiểm tra do huyện gửi về muộn.");
    expect(await page.locator(".legend").innerText()).to.include(
      "5 trong 5 việc trên trang này được ghi muộn, muộn nhất 12 ngày.",
    );

    // What came late leans to the right: it was known after it had happened.
    const lines = await page.evaluate<{ x1: number; x2: number }[]>(
      `[...document.querySelectorAll(".joined.late")].map((line) => ({ x1: +line.getAttribute("x1"), x2: +line.getAttribute("x2") }))`,
    );
    expect(lines).to.have.length(3);
    for (const { x1, x2 } of lines) expect(x2).to.be.greaterThan(x1 + 10);

    await page.locator('.mark[tabindex="0"]').focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    const mark = await page.evaluate<string>(`document.activeElement.getAttribute("aria-label")`);
    expect(mark).to.equal("Ghi vào sổ · 30/10/2019 · 2 việc · ghi muộn, muộn nhất 12 ngày");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(`document.activeElement.id`)).to.equal(list[3]?.id);
    expect(await page.locator("ol.timeline > li.marked").count()).to.equal(2);
    await page.getByRole("link", { name: "Phóng to những ngày này" }).click();
    await settled(page);
    expect((await told(page)).map(({ id }) => id)).to.deep.equal(list.slice(3).map(({ id }) => id));
    await page.goBack();
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(page.url()).to.equal(alone);
    expect(await told(page)).to.have.length(2);
    expect(wrong).to.deep.equal([]);
  });

  it("tells only what was known then", async () => {
    const { page, wrong } = await scene.at("/timeline", "ANALYST");
    await add(page, "101822/QĐ-KT", INSPECTION);
    const address = page.url();
    for (const [asOf, known] of [
      ["2019-10-29", 0],
      ["2019-10-30", 2],
    ] as const) {
      await page.goto(`${address}&asof=${asOf}`);
      await settled(page);
      expect(await told(page), asOf).to.have.length(known);
      expect(await page.locator(".banner").isVisible()).to.equal(true);
    }
    await page.goto(address);
    await settled(page);
    await page.locator("ol.timeline summary").first().click();
    await page.getByRole("link", { name: "Xem như sổ biết ngay sau việc này" }).first().click();
    await settled(page);
    expect((await told(page)).map(({ text }) => text.includes("Ban hành quyết định"))).to.deep.equal([true]);
    expect(wrong).to.deep.equal([]);
  });

  it("is narrowed, put in another order, taken along whole, and leads from an event to what came of it", async () => {
    const { page, wrong } = await scene.at(
      "/timeline?kinds=VISIT&recordedFrom=2019-11-25&recordedTo=2019-11-25",
      "OVERSIGHT",
    );
    const chosen = await told(page);
    expect(
      chosen.some(({ text }) => text.includes("Vùng nguyên liệu mía") && text.includes("ghi muộn 39 ngày")),
    ).to.equal(true);
    for (const { text } of chosen) expect(text).to.match(/(Xảy ra|Ghi vào sổ) 25\/11\/2019/);
    await page.getByLabel("Sắp xếp").selectOption({ label: "Theo lúc xảy ra, cũ trước" });
    await settled(page);
    const sorted = momentsIn(await told(page));
    expect(sorted).to.have.length(chosen.length);
    expect(sorted).to.deep.equal([...sorted].sort());

    await page.locator("ol.timeline summary").first().click();
    await page.getByRole("link", { name: "Chỉ xem việc cùng loại" }).first().click();
    await page.getByText(/Loại việc: như “Đăng ký lượt tác nghiệp/).waitFor();
    await settled(page);
    const total = (await told(page)).length;
    expect(total).to.be.lessThan(chosen.length);

    await page.goto(`${scene.server.url}/timeline?kinds=CASE&kinds=SANCTION&order=OCCURRED&direction=ASC`);
    await settled(page);
    const count = Number(/(\d+) mục/.exec(await page.locator("#main").innerText())?.[1]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải CSV" }).click(),
    ]);
    const rows = readFileSync((await file.path()) ?? "", "utf8")
      .trim()
      .split("\r\n");
    expect(rows[0]).to.equal("Xảy ra;Ghi vào sổ;Muộn (ngày);Việc;Hồ sơ liên quan;Người thực hiện;Vai trò;Đơn vị;Lý do");
    expect(rows).to.have.length(count + 1);
    await page.locator("ol.timeline summary").first().click();
    await page.locator("ol.timeline .led-to li").first().waitFor();
    expect(await page.locator("ol.timeline .led-to a").first().getAttribute("href")).to.match(/^\/record\//);
    expect(wrong).to.deep.equal([]);
  });

  it("is readable with a hundred events, on a phone, on paper, in both languages, and for those who see no picture", async () => {
    const { page, wrong } = await scene.at("/timeline", "OVERSIGHT", { viewport: PHONE });
    expect(await told(page)).to.have.length(100);
    const marks = await page.locator(".mark").count();
    expect(marks).to.be.within(4, 60);
    expect(await page.locator('.mark[tabindex="0"]').count(), "one stop of the keyboard").to.equal(1);
    expect(await overflow(page)).to.be.at.most(0);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);
    await page.getByRole("link", { name: "Trang sau" }).click();
    await settled(page);
    await page.getByRole("link", { name: "Về đầu" }).waitFor();

    await page.goto(`${scene.server.url}/timeline?kinds=INSPECTION&lang=en`);
    await settled(page);
    expect(await page.locator("h1").innerText()).to.equal("Timeline");
    expect(await page.locator("ol.timeline").innerText()).to.match(/recorded \d+ days late/);
    expect(await overflow(page)).to.be.at.most(0);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);

    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".filters").isVisible()).to.equal(false);
    expect(await page.locator(".on-paper").innerText()).to.equal("Kinds of records: Inspections");
    expect(await page.locator(".two-tracks svg").isVisible()).to.equal(true);
    expect(await page.locator("ol.timeline > li").last().isVisible()).to.equal(true);
    expect(wrong).to.deep.equal([]);
  });

  it("is not for whoever has not signed in", async () => {
    const { page } = await scene.at("/timeline", null);
    expect(await page.locator("#main").innerText()).to.match(/^Trang này dành cho người đã đăng nhập\.\s*Đăng nhập$/);
    expect(await page.getByRole("link", { name: "Dòng thời gian" }).count()).to.equal(0);
  });
});
