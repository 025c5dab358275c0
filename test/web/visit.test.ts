import { expect } from "chai";
import type { BrowserContext, Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, type Opened, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

const OURS = { "x-ledger-page": "1" };

describeInChromium("the page of a new visit", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  let unitId: string;
  before(async () => {
    scene = await ScenePage.open();
    unitId = await scene.unitId("Sở Y tế");
  });
  afterEach(() => scene.leave());
  after(() => scene?.close());

  async function ask<T>(context: BrowserContext, query: string): Promise<T> {
    const response = await context.request.post(`${scene.server.url}/graphql`, { headers: OURS, data: { query } });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors, JSON.stringify(errors)).to.equal(undefined);
    return data;
  }
  const clerk = (): Promise<Opened> => somebody("CLERK", unitId);
  const somebody = async (role: string, unitId: string | null): Promise<Opened> => {
    const opened = await scene.at("/visit/new", role, { unitId });
    opened.page.setDefaultTimeout(15_000);
    await opened.page.waitForSelector("[data-name=people]:focus");
    return opened;
  };

  interface Entered {
    readonly subject: string;
    readonly status: string;
    readonly day: string;
    readonly outcome: { summary: string } | null;
    readonly reporters: readonly { name: string }[];
  }
  /** The visits about a subject, of whom the ledger knows. */
  async function visitsAbout(page: Page, subject: string): Promise<readonly Entered[]> {
    const { visits } = await ask<{ visits: { nodes: Entered[] } }>(
      page.context(),
      "{ visits(first: 50) { nodes { subject status day outcome { summary } reporters { name } } } }",
    );
    return visits.nodes.filter((visit) => visit.subject === subject);
  }
  const saved = (page: Page) => page.locator(".saved .done a");
  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>(`document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText`);

  /** Types and counts what is pressed. */
  function hands({ keyboard }: Page): { keys: number; type: (text: string) => Promise<void>; press: typeof press } {
    const counted = { keys: 0, type, press };
    async function type(text: string): Promise<void> {
      counted.keys += text.length;
      await keyboard.type(text);
    }
    async function press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) await keyboard.press(key);
      counted.keys += keys.length;
    }
    return counted;
  }
  /** A visit that is here now, without more. */
  async function brief(page: Page, person: string, subject: string): Promise<void> {
    const { type, press } = hands(page);
    await type(person);
    await press("Enter", "Enter");
    await type("y te");
    await press("Enter");
    await type(subject);
    await press("Control+Enter");
  }

  it("is entered by keyboard alone, documents and outcome in the same saving, within the keys of what is to be told", async () => {
    const { page, wrong } = await clerk();
    expect(await focused(page)).to.contain("Phóng viên");
    const hand = hands(page);
    const texts = ["ha thi mo", "y te", "Tiêm chủng mở rộng", "12/GGT", "31122099", "Đã trả lời đủ."] as const;
    const [person, topic, subject, number, until, summary] = texts;
    await hand.type(person);
    await hand.press("Enter", "Enter");
    await hand.type(topic);
    await hand.press("Enter");
    await hand.type(subject);
    await hand.press("Enter", "Enter", "g", "Enter");
    await hand.type(number);
    await hand.press("Enter");
    await hand.type(until);
    await hand.press("Enter", "t", "Enter");
    await hand.type(summary);
    await hand.press("Control+Enter");
    await saved(page).waitFor();
    // Beside the words themselves: to choose, to go on, to save.
    expect(hand.keys - texts.join("").length).to.be.at.most(12);
    expect(await visitsAbout(page, subject)).to.deep.equal([
      {
        ...{ subject, status: "COMPLETED", outcome: { summary }, reporters: [{ name: "Hà Thị Mơ" }] },
        day: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
      },
    ]);
    // The form is ready for the next one.
    expect(await focused(page)).to.contain("Phóng viên");
    expect(await page.locator(".visit-form .chosen").count()).to.equal(0);
    expect(await saved(page).getAttribute("href")).to.match(/^\/record\/Visit:/);

    // The same person again: the visit that is there is shown while one types, and does not stand in the way.
    await hand.type("ha thi mo");
    await hand.press("Enter");
    const warning = page.locator(".duplicates");
    await warning.waitFor();
    expect(await warning.innerText())
      .to.contain("Có thể trùng")
      .and.to.contain(subject);
    expect(await warning.locator("a").first().getAttribute("href")).to.match(/^\/record\/Visit:/);
    await hand.press("Enter");
    await hand.type("y te");
    await hand.press("Enter");
    await hand.type("Lần thứ hai");
    await hand.press("Control+Enter");
    await page.locator(".saved .done li").nth(1).waitFor();
    expect(await codesShown(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it("finds a reporter by the number of the press card, where one may read it, and registers on the spot who is not there", async () => {
    const { page, wrong } = await somebody("PRESS_OFFICER", null);
    const { type, press } = hands(page);
    await type("ibt 04012");
    await press("Enter");
    await page.locator(".chosen", { hasText: "Nguyễn Tiến Đạt" }).waitFor();
    await type("trần văn thử");
    await page.locator("[role=option]", { hasText: "Đăng ký phóng viên mới" }).waitFor();
    await press("Enter");
    expect(await focused(page)).to.contain("Loại phóng viên");
    await press("c", "Enter");
    await type("bao thanh hoa");
    await page.locator("[role=option]", { hasText: "Báo Thanh Hóa" }).first().waitFor();
    await press("Enter", "Control+Enter");
    await page.locator(".chosen", { hasText: "Trần Văn Thử" }).waitFor();
    expect(await focused(page)).to.contain("Phóng viên");
    await press("Enter");
    expect(await focused(page)).to.contain("Đơn vị tiếp");
    await type("so y te");
    await page.locator("[role=option]", { hasText: "Sở Y tế" }).first().waitFor();
    await press("Enter", "Enter");
    await type("khac");
    await press("Enter");
    await type("Hai người");
    await press("Control+Enter");
    await saved(page).waitFor();
    const [visit] = await visitsAbout(page, "Hai người");
    expect(visit?.reporters.map(({ name }) => name)).to.deep.equal(["Nguyễn Tiến Đạt", "Trần Văn Thử"]);
    expect(wrong).to.deep.equal([]);
  });

  it("says what is refused beside its field, in the reader's language, and keeps the draft when it is closed", async () => {
    const { page, wrong } = await clerk();
    const { type, press } = hands(page);
    await type("ha thi mo");
    await press("Enter", "Enter");
    await type("y te");
    await press("Enter");
    await type("Chưa xem giấy tờ");
    await press("Enter", "Enter", "Enter", "t", "Enter");
    await type("Xong.");
    await press("Control+Enter");
    const field = page.locator("select[aria-invalid=true]");
    await field.waitFor();
    const sentence = async (): Promise<string> =>
      page.locator(`[id="${(await field.getAttribute("aria-describedby"))!.split(" ").at(-1)!}"]`).innerText();
    expect(await sentence()).to.equal("Phải ghi giấy tờ đã xuất trình trước khi ghi kết quả.");
    expect(await focused(page)).to.contain("Giấy tờ của Hà Thị Mơ");
    await page.click(".language");
    await page.locator("html[lang=en]").waitFor();
    expect(await sentence()).to.equal("The documents shown come before the outcome.");
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(await codesShown(page)).to.deep.equal([]);

    const again = await page.context().newPage();
    await page.close();
    await again.goto(`${scene.server.url}/visit/new`);
    await again.locator(".visit-form .chosen", { hasText: "Hà Thị Mơ" }).waitFor();
    expect(await again.locator("textarea").inputValue()).to.equal("Xong.");
    await again.setViewportSize(PHONE);
    await settled(again);
    expect(await overflow(again)).to.be.at.most(0);
    expect(await axeFinds(again)).to.deep.equal([]);
    // An appointment has neither documents nor an outcome yet, and lies ahead.
    await again.getByLabel("Hẹn đến sau").check();
    await again.getByLabel("Ngày *").fill("1/2/2020");
    await again.getByLabel("Giờ *").fill("8h30");
    await again.keyboard.press("Control+Enter");
    const refusal = again.locator(".when .wrong");
    await refusal.waitFor();
    expect(await refusal.innerText()).to.contain("Lịch hẹn phải sau thời điểm đăng ký");
    await again.getByLabel("Ngày *").fill("1/2/2099");
    await again.keyboard.press("Control+Enter");
    await saved(again).waitFor();
    expect(await visitsAbout(again, "Chưa xem giấy tờ")).to.have.length(1);
    expect(wrong).to.deep.equal([]);
  });

  it("sends once what was saved without a network, when it is back, also after the page was closed meanwhile", async () => {
    const { page } = await clerk();
    const context = page.context();
    await brief(page, "ha thi mo", "Có mạng");
    await saved(page).waitFor();
    await context.setOffline(true);
    await brief(page, "ha thi mo", "Mất mạng");
    await page.locator(".saved", { hasText: "được giữ trên máy này" }).waitFor();
    expect(await focused(page)).to.contain("Phóng viên");

    // An unknown reporter is registered first then, and the visit is given the reporter's id.
    const { type, press } = hands(page);
    await type("lê thị mới");
    await page.locator("[role=option]", { hasText: "Đăng ký phóng viên mới" }).waitFor();
    await press("Enter", "c", "Enter");
    await type("dai tieng noi");
    await press("Enter", "Control+Enter");
    await page.locator(".chosen", { hasText: "Lê Thị Mới" }).waitFor();
    await press("Enter");
    await type("y te");
    await press("Enter");
    await type("Người mới, mất mạng");
    await press("Control+Enter");
    await page.locator("main .notice", { hasText: "3 mục" }).waitFor();
    expect(await visitsAbout(page, "Mất mạng")).to.deep.equal([]);

    const [one, other] = [await context.newPage(), await context.newPage()];
    await page.close();
    await context.setOffline(false);
    await Promise.all([one, other].map((tab) => tab.goto(`${scene.server.url}/visit/new`)));
    await one.locator("main .notice", { hasText: "mục đã ghi" }).waitFor({ state: "detached" });
    await settled(one);
    expect(await visitsAbout(one, "Mất mạng")).to.have.length(1);
    const [withNew, ...more] = await visitsAbout(one, "Người mới, mất mạng");
    expect(withNew?.reporters).to.deep.equal([{ name: "Lê Thị Mới" }]);
    expect(more).to.deep.equal([]);
  });

  it("is done once when only the answer was lost, and what rests on what was refused does not go out", async () => {
    const { page } = await clerk();
    const context = page.context();
    let lost = 0;
    await page.route("**/graphql", async (route) => {
      if (lost > 0 || !route.request().postData()?.includes("registerVisit")) return route.continue();
      lost++;
      await route.fetch();
      await route.abort();
    });
    await brief(page, "ha thi mo", "Mất câu trả lời");
    await page.locator(".saved", { hasText: "được giữ trên máy này" }).waitFor();
    await page.locator("main .notice", { hasText: "mục đã ghi" }).waitFor({ state: "detached" });
    expect(lost).to.equal(1);
    expect(await visitsAbout(page, "Mất câu trả lời")).to.have.length(1);

    await context.setOffline(true);
    const { type, press } = hands(page);
    await type("lê thị sai");
    await page.locator("[role=option]", { hasText: "Đăng ký phóng viên mới" }).waitFor();
    await press("Enter", "c", "Enter");
    await type("dai tieng noi");
    // The card is another's.
    await press("Enter", "Enter");
    await type("IBT04012");
    await press("Enter");
    await type("01012020");
    await press("Enter");
    await type("01012030");
    await press("Control+Enter");
    await page.locator(".chosen", { hasText: "Lê Thị Sai" }).waitFor();
    await press("Enter");
    await type("y te");
    await press("Enter");
    await type("Không được gửi");
    await press("Control+Enter");
    await page.locator("main .notice", { hasText: "2 mục" }).waitFor();
    await context.setOffline(false);
    const refused = page.locator("main .notice .fault");
    await refused.waitFor();
    expect(await refused.innerText())
      .to.contain("Lê Thị Sai")
      .and.to.contain("Sổ không nhận");
    await refused.getByRole("button", { name: "Bỏ mục này" }).click();
    await page.locator("main .notice .fault", { hasText: "đã bị bỏ" }).waitFor();
    expect(await visitsAbout(page, "Không được gửi")).to.deep.equal([]);
    // It is mended in its form: without that person.
    await page.getByRole("button", { name: "Sửa lại" }).click();
    await page.locator(".visit-form .chosen", { hasText: "Lê Thị Sai" }).waitFor();
    expect(await page.locator("main .notice .fault").count()).to.equal(0);
  });
});
