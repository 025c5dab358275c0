import { expect } from "chai";
import type { Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, follow, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

const SESSION = "Việc chấp hành quy định về phát ngôn, cung cấp thông tin, đăng, phát và xử lý thông tin báo chí";
/** As they were laid before the committee on 18 November 2019, and as they are. */
const FIGURES = [
  ["75", "77", "+2"],
  ["27", "28", "+1"],
  ["115.000.000", "119.000.000", "+4.000.000"],
  ["1.964", "2.018", "+54"],
] as const;
const BUILDING = "Đánh giá đội ngũ công nghệ thông tin";
const TRAINING = "Tham mưu chính sách đào tạo";

const dueLink = (page: Page) => page.locator("section[aria-labelledby=due] .step-links a").first();

describeInChromium("the council's dossier", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  let dossier: string;
  before(async () => {
    scene = await ScenePage.open();
    const { page, wrong } = await scene.at("/dossier", "OVERSIGHT");
    await page.locator("a", { hasText: SESSION }).click();
    await settled(page);
    dossier = new URL(page.url()).pathname;
    expect(wrong).to.deep.equal([]);
  });
  afterEach(() => scene.leave());
  after(() => scene?.close());

  const figureRow = (page: Page, at: number) => page.locator("tbody.figure").nth(at);
  /** The numbers of a figure's row: as laid, today's, and the difference. */
  const numbersOf = (page: Page, at: number): Promise<readonly string[]> =>
    figureRow(page, at).locator("> tr:first-child button.opens").allInnerTexts();
  const recommendation = (page: Page, text: string) => page.locator("#recommendations ~ ol > li", { hasText: text });

  it("begins a supervision for the committee only, and tells what is due of each", async () => {
    const { page } = await scene.at("/dossier", "OVERSIGHT");
    expect(await page.locator("main").innerText()).to.contain("Thực hiện kiến nghị giám sát: chậm nhất 31/12/2020");
    await page.getByRole("link", { name: "Quyết định giám sát" }).click();
    await page.getByRole("textbox", { name: "Cơ quan giám sát" }).waitFor();
    await page.goBack();
    const { page: reader } = await scene.at("/dossier", "ANALYST");
    expect(await reader.getByRole("link", { name: "Quyết định giám sát" }).count()).to.equal(0);
  });

  it("shows each figure as laid beside today's; each opens down to who entered what, when and why in two clicks", async () => {
    const { page, wrong } = await scene.at(dossier, "OVERSIGHT");
    for (const [at, numbers] of FIGURES.entries()) {
      expect(await numbersOf(page, at)).to.deep.equal(numbers);
      await figureRow(page, at).locator("button.opens").first().click();
      await figureRow(page, at).locator(".entries tbody tr button").first().waitFor();
      await figureRow(page, at).locator(".entries tbody tr button").first().click();
      const event = figureRow(page, at).locator("tr.event");
      expect(await event.innerText()).to.match(/Ghi vào sổ\s+\d\d\/\d\d\/2019 \d\d:\d\d\s+Người ghi\s+\S+ \(.+\)/);
      expect(await event.getByRole("link", { name: /^Mở hồ sơ/ }).getAttribute("href")).to.match(/^\/record\/[A-Z]/);
    }
    // The sum of what is opened is the figure.
    await figureRow(page, 0).locator("button.opens").first().click();
    await settled(page);
    const amounts = await figureRow(page, 0).locator(".entries tbody td:last-child").allInnerTexts();
    expect(amounts.reduce((sum, amount) => sum + Number(amount.replace("−", "-")), 0)).to.equal(75);
    expect(await page.locator("main").innerText()).to.contain(`${amounts.length} mục, cộng lại 75`);
    await page.goBack();
    await figureRow(page, 3).locator("tr.event").waitFor();
    await page.goForward();
    await figureRow(page, 0).locator(".entries").waitFor();
    expect(await codesShown(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it("explains a difference by the entries between, by cause, from the keyboard", async () => {
    const { page } = await scene.at(dossier, "ANALYST");
    const row = figureRow(page, 0);
    expect(await row.locator(".causes li").allInnerTexts()).to.deep.equal([
      "+3 sự việc nhập muộn",
      "0 sửa, gộp hồ sơ",
      "−1 hủy bỏ quyết định, hủy hồ sơ",
    ]);
    await row.locator("button.opens").nth(2).focus();
    await page.keyboard.press("Enter");
    const opened = row.locator("tr.opened").first();
    const text = await opened.innerText();
    expect(await opened.locator(".entries tbody > tr").count()).to.equal(6);
    expect(text).to.contain("ghi vào sổ 25/11/2019: Sổ trực của huyện chuyển lên muộn");
    expect(text).to.contain("phóng viên dự hội nghị theo giấy mời");
    const focused = await page.evaluate<string>(`document.activeElement.textContent`);
    expect(focused).to.equal("+2");
    // A finding leads to the figures on which it rests.
    await page.locator("#findings ~ ol a", { hasText: "Số liệu 3" }).click();
    await figureRow(page, 2).locator(".entries").waitFor();
  });

  it("has a recommendation answered by its addressee's clerk and confirmed by the committee, on the page", async () => {
    const { page: committee, wrong } = await scene.at(dossier, "OVERSIGHT");
    const addressee = await recommendation(committee, TRAINING).locator("a[href*='Unit:']").getAttribute("href");
    const unitId = /Unit:[0-9a-f-]+/.exec(addressee ?? "")?.[0] ?? null;
    const { page: clerk, wrong: wrongToo } = await scene.at(dossier, "CLERK", { unitId });
    // Of those of another unit a clerk is offered nothing, nor of the committee's own steps.
    expect(await recommendation(clerk, BUILDING).locator(".doing").count()).to.equal(0);
    expect(await clerk.locator(".next a.button").count()).to.equal(0);
    const its = recommendation(clerk, TRAINING);
    await its.getByRole("link", { name: /^Trả lời kiến nghị/ }).click();
    await its.getByLabel("Tiếp thu").selectOption("no");
    await its.getByLabel("Nội dung trả lời").fill("Đề nghị lùi thời hạn.");
    await its.getByRole("button", { name: "Ghi vào sổ" }).click();
    // That it is in the ledger is said where one looks.
    await its.locator(".notice.done", { hasText: "Đã ghi vào sổ." }).waitFor();
    await its.getByText("Đề nghị lùi thời hạn.").waitFor();
    await its.getByRole("link", { name: /^Báo cáo đã thực hiện/ }).click();
    await its.getByLabel("Kết quả thực hiện").fill("Đã đánh giá xong.");
    await its.getByRole("button", { name: "Ghi vào sổ" }).click();
    await its.getByText("Đã đánh giá xong.").waitFor();

    // Who looks at it meanwhile sees it without asking.
    const same = recommendation(committee, TRAINING);
    await same.getByText("Đã đánh giá xong.").waitFor();
    await same.getByRole("link", { name: /^Xác nhận kiến nghị/ }).click();
    await same.getByRole("button", { name: "Ghi vào sổ" }).click();
    await same.locator(".tag.confirmed").waitFor();
    const count = committee.getByRole("link", { name: "1: Không tiếp thu, Đã được xác nhận" });
    await count.click();
    expect(await committee.locator("#recommendations ~ ol > li").count()).to.equal(1);
    expect([...wrong, ...wrongToo]).to.deep.equal([]);
  });

  it("opens from what is due, with the form of what settles it; of several that owe the same, one is chosen in it", async () => {
    const { page, wrong } = await scene.at("/today?days=any&kind=OVERSIGHT_RECOMMENDATION", "OVERSIGHT");
    const [, ofOne = ""] = /&of=([0-9a-f-]+)/.exec((await dueLink(page).getAttribute("href")) ?? "") ?? [];
    await dueLink(page).click();
    await settled(page);
    expect(new URL(page.url()).pathname).to.equal(dossier);
    await page.locator(`[id="recommendation-${ofOne}"] form.step`).waitFor();

    const unitId = await scene.unitId("Sở Y tế");
    const whats = ["Đăng lịch họp báo", "Công bố số máy của người phát ngôn"];
    for (const what of whats) {
      const input = { commandId: crypto.randomUUID(), oversightId: dossier.slice("/dossier/".length) };
      const made = await page.context().request.post(`${scene.server.url}/graphql`, {
        headers: { "x-ledger-page": "1" },
        data: {
          query: `mutation ($input: MakeOversightRecommendationInput!) { makeOversightRecommendation(input: $input) { __typename } }`,
          variables: { input: { ...input, unitId, what, dueOn: "2026-12-31" } },
        },
      });
      expect(JSON.stringify(await made.json())).to.contain("OversightChanged");
    }
    await follow(page, `/today?days=any&kind=OVERSIGHT_RECOMMENDATION&unit=${unitId}`);
    await page.locator("section[aria-labelledby=due]").getByText("2 × ").waitFor();
    await dueLink(page).click();
    await settled(page);
    expect(new URL(page.url()).pathname).to.equal(dossier);
    const form = page.locator("section[aria-labelledby=recommendations] > .doing form.step");
    const choice = form.locator("select").first();
    await choice.locator("option").nth(1).waitFor({ state: "attached" });
    const offered = await choice.locator("option").allInnerTexts();
    for (const what of whats) expect(offered.filter((text) => text.includes(what))).to.have.length(1);
    expect(offered).to.have.length(1 + whats.length);
    await form.getByRole("button", { name: "Thôi" }).click();
    await form.waitFor({ state: "detached" });
    expect(page.url()).to.equal(scene.server.url + dossier);

    // Its record leads to it too.
    await follow(page, dossier.replace("/dossier/", "/record/"));
    await page.locator(`#main a[href="${dossier}"]`).click();
    await settled(page);
    expect(new URL(page.url()).pathname).to.equal(dossier);
    expect(wrong).to.deep.equal([]);
  });

  it("says that a step was saved also where what it was about is gone by it", async () => {
    const { page, wrong } = await scene.at(dossier, "OVERSIGHT");
    const part = page.locator("section[aria-labelledby=recommendations]");
    await part.getByRole("link", { name: "Kiến nghị với đơn vị" }).click();
    await part.getByRole("combobox", { name: "Đơn vị" }).fill("so y te");
    await part.getByRole("option", { name: /^Sở Y tế/ }).waitFor();
    await page.keyboard.press("Enter");
    await part.getByRole("textbox", { name: /^(Nội dung|Kiến nghị)/ }).fill("Ghi nhầm, sẽ rút");
    await part.getByRole("button", { name: "Ghi vào sổ" }).click();
    await part.locator(".notice.done", { hasText: "Đã ghi vào sổ." }).waitFor();
    const its = recommendation(page, "Ghi nhầm, sẽ rút");
    await its.getByRole("link", { name: /^Rút kiến nghị/ }).click();
    await its.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm");
    await its.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.locator(".saved-notice", { hasText: "Đã ghi vào sổ." }).waitFor();
    expect(await its.count()).to.equal(0);
    await follow(page, "/dossier");
    expect(await page.locator(".saved-notice").innerText()).to.equal("");
    expect(wrong).to.deep.equal([]);
  });

  it("offers no button that one may not use", async () => {
    const { page: analyst } = await scene.at(dossier, "ANALYST");
    expect(await analyst.locator(".doing, #next").count()).to.equal(0);
    const { page: officer } = await scene.at(dossier, "PRESS_OFFICER");
    const buttons = await officer.locator(".doing a.button").allInnerTexts();
    expect(buttons).to.not.equal([]);
    expect(
      buttons.filter((text) => !/^(Trả lời kiến nghị|Lập kế hoạch|Báo cáo đã thực hiện)/.test(text)),
    ).to.deep.equal([]);
  });

  it("is a paper on paper: headed as official papers are, with notes and an annex, and nothing of the page", async () => {
    const { page } = await scene.at(dossier, "OVERSIGHT");
    await page.emulateMedia({ media: "print" });
    for (const around of [".head", ".foot", ".screen-only", ".asof"]) {
      expect(await page.locator(around).first().isVisible(), around).to.equal(false);
    }
    const paper = await page.locator(".paper").innerText();
    expect(paper).to.match(/HỘI ĐỒNG NHÂN DÂN TỈNH\s+BAN VĂN HÓA – XÃ HỘI\s+CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    expect(paper).to.contain("chốt ngày 18/11/2019, trình ngày 18/11/2019");
    for (const numbers of FIGURES) for (const number of numbers) expect(paper).to.contain(number);
    expect(paper).to.match(/PHỤ LỤC[\s\S]+Sổ trực của huyện chuyển lên muộn/);
    expect((await page.pdf({ preferCSSPageSize: true })).length).to.be.greaterThan(20_000);
  });

  it("is as it stood on another day, in both languages, on a phone, and for everybody", async () => {
    const { page, wrong } = await scene.at(`${dossier}?asof=2019-11-18`, "OVERSIGHT", { viewport: PHONE });
    for (const [at, [laid]] of FIGURES.entries()) expect(await numbersOf(page, at)).to.deep.equal([laid, laid]);
    const text = await page.locator("main").innerText();
    expect(text).to.contain("Hết ngày 18/11/2019").and.to.contain("Đã kết luận").and.to.contain("Chưa có kiến nghị.");
    expect(await page.locator(".doing").count()).to.equal(0);
    for (const lang of ["vi", "en"]) {
      const { page: now, wrong: wrongToo } = await scene.at(`${dossier}?lang=${lang}`, "OVERSIGHT", {
        viewport: PHONE,
      });
      await now.locator("button.opens").nth(2).click();
      await settled(now);
      expect(await overflow(now)).to.equal(0);
      expect(await axeFinds(now)).to.deep.equal([]);
      expect(await codesShown(now)).to.deep.equal([]);
      expect(wrongToo).to.deep.equal([]);
      if (lang === "en") expect(await numbersOf(now, 2)).to.deep.equal(["115,000,000", "119,000,000", "+4,000,000"]);
      await scene.leave(now);
    }
    expect(wrong).to.deep.equal([]);
  });
});
