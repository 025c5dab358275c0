import { expect } from "chai";
import type { Page } from "playwright-core";
import { RECORDS } from "../../src/domain/records.js";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, follow, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

describeInChromium("the records on the page", function () {
  this.timeout(180_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(scene.server.url + path);
    await settled(page);
  };

  it("has a list of every kind, a page of each of its records, and a form of each step, in words only", async () => {
    const { page, wrong } = await scene.at("/records", "ADMIN");
    const told: Record<string, readonly string[]> = {};
    for (const { kind } of RECORDS) {
      await follow(page, `/records/${kind}`);
      told[`list of ${kind}`] = await codesShown(page);
      const first = page.locator("tbody a").first();
      if ((await first.count()) === 0) continue;
      await first.click();
      await settled(page);
      expect(await page.locator("h1").innerText(), kind).to.not.equal("");
      told[kind] = await codesShown(page);
      expect(await page.locator("ol.history > li").count(), `history of a ${kind}`).to.be.greaterThan(0);
      const step = page.locator("ul.steps a").first();
      if ((await step.count()) === 0) continue;
      await step.click();
      await page.locator("form.step").waitFor();
      told[`a step of ${kind}`] = await codesShown(page);
    }
    expect(Object.fromEntries(Object.entries(told).filter(([, codes]) => codes.length > 0))).to.deep.equal({});
    expect(wrong).to.deep.equal([]);
  });

  it("tells of a change who made it, when, why, and what stood before and after", async () => {
    const { page, wrong } = await scene.at("/records/Visit", "PRESS_OFFICER");
    const corrected = page.locator("ol.history > li", { hasText: "Lý do" }).first();
    for (const link of await page
      .locator("tbody tr td:first-child a")
      .evaluateAll((all) => all.map((one) => String(one)))) {
      await page.goto(link);
      await settled(page);
      if ((await corrected.count()) > 0) break;
    }
    await corrected.locator("summary").click();
    await corrected.locator("table.changes, .quiet").first().waitFor();
    expect(await corrected.innerText()).to.match(/\d\d\/\d\d\/\d{4} \d\d:\d\d/);
    await corrected.locator("a:has-text('ngay sau việc này')").click();
    await settled(page);
    expect(await page.locator(".banner").innerText()).to.include("Đang xem sổ như đã biết lúc");
    expect(await page.locator("form.step, ul.steps").count(), "nothing is entered into the past").to.equal(0);
    expect(wrong).to.deep.equal([]);
  });

  it("takes a step by its form, tells a refusal beside its field in the reader's language, and keeps what was typed", async () => {
    const { page, wrong } = await scene.at("/new/registerUnit?lang=en", "PRESS_OFFICER");
    await page.getByRole("button", { name: "Enter into the ledger" }).click();
    expect(await page.locator(".wrong").allInnerTexts()).to.include("Please fill this in.");
    const fill = async (label: string | RegExp, text: string): Promise<void> =>
      page.getByLabel(label).first().fill(text);
    await page.getByLabel(/^Kind/).selectOption({ index: 1 });
    await fill(/^Name/, "Ban Thử nghiệm <b>đậm</b>");
    await fill(/^Legal basis/, "Quyết định thử");
    await fill(/^(Effective|In effect|From)/, "5/10/2019");
    await page.locator("details.late summary").click();
    await page.locator("fieldset.moment input").nth(0).fill("05/10/2099");
    await page.locator("fieldset.moment input.time").fill("8h");
    await fill("Why it is entered late", "thử");
    await page.getByRole("button", { name: "Enter into the ledger" }).click();
    const refusal = page.locator("fieldset.moment .wrong");
    await refusal.first().waitFor();
    expect(await refusal.first().innerText()).to.match(/future|not happened|to come/i);
    await page.reload();
    await settled(page);
    expect(await page.getByLabel(/^Name/).first().inputValue()).to.equal("Ban Thử nghiệm <b>đậm</b>");
    await page.locator("fieldset.moment input").nth(0).fill("05/10/2019");
    await page.locator("fieldset.moment input.time").click();
    await page.getByRole("button", { name: "Enter into the ledger" }).click();
    await page.locator("article.record h1").waitFor();
    expect(await page.locator("article.record h1").innerText()).to.equal("Ban Thử nghiệm <b>đậm</b>");
    expect(await page.locator(".saved-notice").innerText()).to.equal("Entered into the ledger.");
    expect(wrong).to.deep.equal([]);
  });

  it("says what each step that mends does, and in a correction what stands now", async () => {
    const { page, wrong } = await scene.at("/records/Visit", "PRESS_OFFICER");
    await page.locator("tbody a").first().click();
    await settled(page);
    const mending = page.locator("dl.mending");
    const said = await mending.locator("dd").allInnerTexts();
    expect(said).to.have.length(3);
    expect(new Set(said).size).to.equal(3);
    expect(await page.locator("ul.steps").innerText()).to.not.match(/nhập nhầm|ghi nhầm|Đính chính/);
    const subject = await page.locator("h1").innerText();
    await mending.getByRole("link", { name: "Đính chính hồ sơ" }).click();
    const form = page.locator("form.step");
    await form.getByText(`Đang ghi: ${subject}`).waitFor();
    expect(await form.innerText()).to.include("Ô nào để trống thì giữ nguyên");
    expect(await form.getByLabel("Nội dung làm việc").getAttribute("aria-describedby")).to.not.equal(null);
    expect(await axeFinds(page)).to.deep.equal([]);
    await mending.getByRole("link", { name: "Hủy hồ sơ nhập nhầm" }).click();
    await form.getByText("không được tính ở đâu nữa").waitFor();
    expect(await form.innerText()).to.not.include("Đang ghi");
    await go(page, `${new URL(page.url()).pathname}?do=amendVisit&lang=en`);
    await form.getByText(`Now: ${subject}`).waitFor();
    expect((await form.innerText()).match(/stays as it is/g), "said once").to.have.length(1);
    // A field that is called otherwise than what the record shows.
    await go(page, "/records/RepresentativeOffice");
    await page.locator("tbody a").first().click();
    await settled(page);
    const head = await page.locator("dt:text-is('Trưởng văn phòng đại diện') + dd").first().innerText();
    await go(page, `${new URL(page.url()).pathname}?do=amendRepresentativeOffice`);
    await form.getByText(`Đang ghi: ${head}`).waitFor();
    expect(wrong).to.deep.equal([]);
  });

  it("says in the correction of a part what stands in the one that is named", async () => {
    const { page, wrong } = await scene.at("/records/Reporter?hasCardValidOn=2019-10-01", "PRESS_OFFICER");
    await page.locator("tbody a").first().click();
    await settled(page);
    const number = await page.locator("dt:text-is('Số thẻ nhà báo') + dd").first().innerText();
    await page.locator("dl.mending").getByRole("link", { name: "Đính chính thông tin thẻ nhà báo" }).click();
    const form = page.locator("form.step");
    await form.getByText(`Đang ghi: ${number}, 2016-2020`).waitFor();
    const card = form.locator("fieldset", { hasText: "Thẻ nhà báo" });
    await card.getByRole("button", { name: "Thêm", exact: true }).click();
    expect(await card.innerText()).to.not.include("Đang ghi");
    const typed = form.getByLabel("Số thẻ nhà báo").first();
    await typed.fill(` ${number.toLowerCase()}`);
    await card.getByText("Đang ghi: 2016-2020").waitFor();
    expect(await card.getByText(/^Đang ghi: /).count()).to.equal(4);
    await typed.fill("IBT 99999");
    await card.getByText("Đang ghi").first().waitFor({ state: "detached" });

    await scene.leave(page);
    const desk = await scene.at("/records/Seizure", "INSPECTOR");
    await desk.page.locator("tbody a").first().click();
    await settled(desk.page);
    await go(desk.page, `${new URL(desk.page.url()).pathname}?do=correctInventory`);
    const lines = desk.page.locator("form.step fieldset", { hasText: "Các mục đính chính" }).first();
    await lines.getByRole("button", { name: "Thêm", exact: true }).click();
    const line = lines.getByLabel("Mục trong bảng kê");
    expect(await lines.innerText()).to.not.include("Đang ghi");
    await line.selectOption({ index: 1 });
    await lines
      .getByText(/^Đang ghi: /)
      .first()
      .waitFor();
    const title = await lines.getByLabel("Tên tang vật").locator("xpath=../..").innerText();
    const chosen = await line.locator("option:checked").innerText();
    expect(chosen).to.include(/Đang ghi: (.*)/.exec(title)?.[1] ?? "no title");
    expect([...wrong, ...desk.wrong]).to.deep.equal([]);
  });

  it("shows a clerk by one click what is the unit's own, and says a name once that a link beside it bears", async () => {
    const unitId = await scene.unitId("Sở Y tế");
    const { page, wrong } = await scene.at("/records/Visit", "CLERK", { unitId });
    // What is entered all day has a screen of its own.
    const begins = page.getByRole("link", { name: "Đăng ký lượt tác nghiệp" });
    expect(await begins.getAttribute("href")).to.equal("/visit/new");
    await page.getByRole("link", { name: "Chỉ của Sở Y tế" }).click();
    await settled(page);
    expect(page.url()).to.contain(`hostId=${unitId}`);
    expect(await page.locator("details.filters .chosen").innerText()).to.contain("Sở Y tế");
    await page.locator("tbody a").first().click();
    await settled(page);
    const details = page.locator("section[aria-labelledby=details]");
    expect(await details.getByText("Sở Y tế", { exact: true }).count()).to.equal(1);
    expect(await details.getByRole("link", { name: "Sở Y tế" }).count()).to.equal(1);
    expect(wrong).to.deep.equal([]);
  });

  it("names the law from which a period is, by what people call it", async () => {
    const { page } = await scene.at("/search?q=chấp hành quy chế phát ngôn", "INSPECTOR");
    await page.locator("#main a", { hasText: "Thanh tra việc chấp hành quy chế phát ngôn" }).first().click();
    await settled(page);
    await page.locator("article.record h1").waitFor();
    const told = await page.locator("article.record").innerText();
    expect(told)
      .to.include("Luật Thanh tra 56/2010/QH12")
      .and.not.match(/INSP-\d/);
  });

  it("has a chosen record stand in its place, dropped by its button, and the keyboard goes on from it", async () => {
    const { page, wrong } = await scene.at("/new/notifyRepresentativeOffice", "PRESS_OFFICER");
    const form = page.locator("form.step");
    const focused = (): Promise<string> =>
      page.evaluate<string>(`(({ labels, ariaLabel }) => labels?.[0]?.innerText ?? ariaLabel)(document.activeElement)`);
    const agency = form.getByRole("combobox", { name: /^Cơ quan báo chí/ });
    await agency.fill("nhan dan");
    const offered = form.getByRole("option").first();
    await offered.waitFor();
    await agency.press("Enter");
    const chip = form.locator(".chosen", { hasText: /Nhân [Dd]ân/ });
    await chip.waitFor();
    expect(await agency.count()).to.equal(0);
    const next = await focused();
    expect(next).to.match(/^Địa chỉ|^Trụ sở/);
    expect(await axeFinds(page)).to.deep.equal([]);
    await chip.getByRole("button").click();
    await agency.waitFor();
    expect(await focused()).to.match(/^Cơ quan báo chí/);
    await agency.fill("nhan dan");
    await offered.waitFor();
    await agency.press("Tab");
    await chip.waitFor();
    expect(await focused()).to.equal(next);
    expect(wrong).to.deep.equal([]);
  });

  it("keeps what is half typed with its entry when one before it is taken away", async () => {
    const { page, wrong } = await scene.at("/new/recordViolationCase", "INSPECTOR");
    const acts = page.locator("fieldset", { hasText: "Hành vi" }).last();
    const days = acts.locator(".day input[type=text]");
    for (const number of [1, 2]) {
      await acts.getByRole("button", { name: "Thêm", exact: true }).click();
      await days.nth(number - 1).fill(`${number}/10`);
    }
    await acts.getByRole("button", { name: /^Bỏ: .* 1$/ }).click();
    expect(
      await days.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
    ).to.deep.equal(["2/10"]);
    expect(wrong).to.deep.equal([]);
  });

  it("shows no name of an offender to whom it is not to be shown, on any page of the decision", async () => {
    const officer = await scene.at("/records/Sanction", "INSPECTOR");
    const hrefs = await officer.page
      .locator("tbody td:first-child a")
      .evaluateAll((all) => all.map((one) => String(one)));
    await scene.leave(officer.page);
    const parties: string[] = [];
    const inspector = await scene.at("/", "INSPECTOR");
    for (const href of hrefs.slice(0, 4)) {
      await inspector.page.goto(href);
      await settled(inspector.page);
      const text = await inspector.page.locator("dt:has-text('Đối tượng') + dd").first().innerText();
      parties.push(...(text.match(/(?<=Tên\n).+/g) ?? []));
    }
    await scene.leave(inspector.page);
    const analyst = await scene.at("/", "ANALYST");
    const persons = parties.filter(
      (name) => !/Công ty|Chi nhánh|Doanh nghiệp|Hợp tác xã|Nhà sách|Không xác định/.test(name),
    );
    for (const href of hrefs.slice(0, 4)) {
      await analyst.page.goto(href);
      await settled(analyst.page);
      const html = await analyst.page.content();
      for (const name of persons) expect(html.includes(name), `${name} at ${href}`).to.equal(false);
      expect(await analyst.page.locator("ul.steps a").count()).to.equal(0);
    }
    expect(analyst.wrong).to.deep.equal([]);
  });

  it("reads on a phone, and breaks no rule of access for everybody", async () => {
    const { page, wrong } = await scene.at("/records/Sanction", "INSPECTOR", { viewport: PHONE });
    expect(await overflow(page)).to.be.at.most(0);
    expect(await axeFinds(page)).to.deep.equal([]);
    await page.locator("tbody a").first().click();
    await settled(page);
    expect(await overflow(page)).to.be.at.most(0);
    await page.locator("ul.steps a").first().click();
    await page.locator("form.step").waitFor();
    expect(await overflow(page)).to.be.at.most(0);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });
});
