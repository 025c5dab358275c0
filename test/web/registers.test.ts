import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, follow, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
/** The day in Vietnam, so many days from now. */
const inDays = (days: number): string => new Date(Date.now() + VIETNAM_MS + days * DAY_MS).toISOString().slice(0, 10);
const dayText = (day: string): string => day.split("-").reverse().join("/");

describeInChromium("the registers", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  before(async () => {
    scene = await ScenePage.open();
  });
  afterEach(() => scene.leave());
  after(() => scene?.close());

  const goTo = async (page: Page, path: string): Promise<void> => {
    await page.goto(scene.server.url + path);
    await settled(page);
  };

  /** Asks the API as whoever the browser is. */
  const asked = async (page: Page, query: string, variables: object = {}): Promise<Record<string, never>> => {
    const response = await page.context().request.post(`${scene.server.url}/graphql`, {
      data: { query, variables },
      headers: { "x-ledger-page": "1" },
    });
    const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown };
    expect(errors).to.equal(undefined);
    return data;
  };

  const taken = async (page: Page): Promise<readonly string[]> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải CSV" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    return text.replace("\uFEFF", "").trimEnd().split("\r\n");
  };

  const row = (page: Page, text: string) => page.locator("tbody tr", { hasText: text });

  it("shows everybody what there was on a day, and what became of it, without a click", async () => {
    const { page, wrong } = await scene.at("/registers", null);
    expect(await page.locator("#main ul.kinds > li").count()).to.equal(3);
    await page.getByRole("link", { name: /^Cơ quan, đơn vị/ }).click();
    await settled(page);
    const main = page.locator("#main");
    expect(await main.innerText())
      .to.include("Sở Y tế")
      .and.not.include("Sở Thông tin và Truyền thông");
    await page.getByLabel("Lọc theo chữ").fill("huyen quang xuong");
    await row(page, "Huyện Quảng Xương").waitFor();
    expect(await row(page, "Huyện Quảng Xương").innerText()).to.include("Giải thể từ 01/07/2025");
    await page.getByLabel("Lọc theo chữ").fill("dong son");
    await row(page, "Huyện Đông Sơn").waitFor();
    expect(await row(page, "Huyện Đông Sơn").innerText())
      .to.include("Hợp nhất, sáp nhập từ 01/01/2025")
      .and.include("Thành phố Thanh Hóa");

    // The same of another day, by its address alone: the names are those of that day.
    await goTo(page, "/registers/units?on=2019-11-18");
    const then = await main.innerText();
    expect(then).to.include("Huyện Tĩnh Gia").and.include("Tên khác: Thị xã Nghi Sơn");
    expect(then).to.include("Sở Thông tin và Truyền thông").and.include("Giải thể từ 01/03/2025");
    const rows = await taken(page);
    const total = Number(/^(\d+) mục$/m.exec(then)?.[1]);
    expect(rows).to.have.length(total + 1);
    expect(rows[0]).to.match(/^Đơn vị;Nay là;Loại;Mã;Từ ngày;Đến hết ngày;Trực thuộc;Hình thành từ;Tên khác$/);

    // Groups fold by keyboard; it stands in the address, so back and forward and a fresh browser show the same.
    const group = page.getByRole("button", { name: /^Sở \(/ });
    await group.focus();
    await page.keyboard.press("Enter");
    expect(await group.getAttribute("aria-expanded")).to.equal("false");
    await page.reload();
    await settled(page);
    expect(await group.getAttribute("aria-expanded")).to.equal("false");
    await page.getByRole("link", { name: "Danh bạ" }).last().click();
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(await group.getAttribute("aria-expanded")).to.equal("false");

    await goTo(page, "/registers/reporters");
    expect(await main.innerText()).to.include("dành cho người đã đăng nhập");
    expect(wrong).to.deep.equal([]);
  });

  it("tells whose card runs out soon before all others, with its number only to whom it is shown", async () => {
    const { page, wrong } = await scene.at("/registers/agencies", "PRESS_OFFICER");
    expect(await page.locator("tr.gone", { hasText: "Báo Văn hóa và Đời sống" }).innerText())
      .to.include("Đã sáp nhập")
      .and.include("Báo Thanh Hóa");
    const { reporters } = (await asked(page, "{ reporters(first: 100) { nodes { id name } } }")) as unknown as {
      reporters: { nodes: { id: string; name: string }[] };
    };
    const reporter = reporters.nodes.find(({ name }) => name === "Trần Văn Thăng");
    const validTo = inDays(20);
    const told = await asked(
      page,
      "mutation ($input: RecordPressCardInput!) { recordPressCard(input: $input) { __typename } }",
      {
        input: {
          commandId: crypto.randomUUID(),
          reporterId: reporter?.id,
          number: "IBT77123",
          issue: "2026",
          issuedOn: inDays(-30),
          validTo,
        },
      },
    );
    expect(JSON.stringify(told)).to.include("ReporterChanged");

    await goTo(page, "/registers");
    const soon = page.locator("section.matter", { hasText: "Thẻ nhà báo sắp hết hạn: 1" });
    expect(await soon.innerText())
      .to.include("Trần Văn Thăng")
      .and.include(dayText(validTo));
    expect(await page.locator("section.matter", { hasText: "Đơn vị đã kết thúc mà còn việc chưa xong" }).innerText())
      .to.include("Sở Thông tin và Truyền thông kết thúc từ 01/03/2025")
      .and.include("Người phát ngôn còn được giao");
    await goTo(page, "/registers/reporters");
    const first = page.locator("tbody tr").first();
    expect(await first.innerText())
      .to.include("Trần Văn Thăng")
      .and.include("còn 20 ngày")
      .and.include("IBT77123");
    expect(await taken(page)).to.have.length(reporters.nodes.length + 1);
    // Of what has ended, what ended on the earliest day; by the day, not by how it is written.
    const ends = (await page.locator("tbody tr", { hasText: "Đã hết hạn" }).allInnerTexts()).map((text) =>
      (/\d\d\/\d\d\/\d{4}/.exec(text)?.[0] ?? "").split("/").reverse().join("-"),
    );
    expect(new Set(ends).size).to.be.greaterThan(1);
    expect(ends).to.deep.equal([...ends].sort());
    // As of a day before, nothing of it was known.
    await goTo(page, "/registers/reporters?asof=2019-11-18");
    expect(await row(page, "Trần Văn Thăng").innerText())
      .to.include("Còn hạn")
      .and.not.include("IBT77123");
    expect(wrong).to.deep.equal([]);
    await scene.leave(page);

    const analyst = await scene.at("/registers/reporters", "ANALYST");
    const text = await analyst.page.locator("#main").innerText();
    expect(text)
      .to.match(/•+ ?123/)
      .and.not.include("IBT77123");
    expect(analyst.wrong).to.deep.equal([]);
  });

  it("has registered who is not there yet from where one looks, by those whose role may, and leads back", async () => {
    const { page, wrong } = await scene.at("/registers/reporters", "PRESS_OFFICER");
    await page.getByRole("link", { name: "Đăng ký phóng viên" }).click();
    await settled(page);
    expect(await page.locator("h1").innerText()).to.equal("Đăng ký phóng viên");
    await page.getByRole("button", { name: "Thôi" }).click();
    await settled(page);
    expect(new URL(page.url()).pathname).to.equal("/registers/reporters");
    const begins = async (path: string): Promise<readonly string[]> => {
      await goTo(page, path);
      return page.locator("#main p.buttons a").allInnerTexts();
    };
    expect(await begins("/registers/agencies")).to.deep.equal(["Đăng ký cơ quan báo chí"]);
    expect(await begins("/registers/offices")).to.deep.equal(["Tiếp nhận thông báo về văn phòng đại diện"]);
    expect(await begins("/registers/units")).to.include("Đăng ký đơn vị");
    expect(await begins("/registers/units?asof=2019-11-18")).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
    await scene.leave(page);
    const inspector = await scene.at("/registers/reporters", "INSPECTOR");
    expect(await inspector.page.locator("#main p.buttons").count()).to.equal(0);
    await inspector.page.goto(`${scene.server.url}/records/Reporter`);
    await settled(inspector.page);
    expect(await inspector.page.locator("#main p.buttons a").count()).to.equal(0);
  });

  it("has a pair judged by keyboard where one looks at it, and it is gone from the list", async () => {
    const { page, wrong } = await scene.at("/registers/duplicates", "PRESS_OFFICER");
    const main = page.locator("#main");
    expect(await main.innerText())
      .to.include("Cặp 1 trong 1")
      .and.include("khác");
    await page.keyboard.press("3");
    await page.keyboard.press("Enter");
    expect(await main.innerText()).to.include("Hãy điền ô này.");
    await page.keyboard.type("Hai buổi làm việc trong hai ngày.");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Không còn cặp nào chờ kết luận." }).waitFor();
    await page.locator("h2:focus").waitFor();
    expect(await main.innerText()).to.include("Đã ghi kết luận: Hai lượt khác nhau: giữ cả hai.");
    await page.reload();
    await settled(page);
    expect(await main.innerText()).to.include("Không còn cặp nào");
    await page.getByRole("link", { name: "Lượt đến đã kết luận" }).click();
    await settled(page);
    expect(await row(page, "Hai buổi làm việc trong hai ngày.").innerText()).to.include("Hai lượt khác nhau");
    expect(await taken(page)).to.have.length(4);
    await page.goBack();
    await settled(page);
    expect(await main.innerText()).to.include("Không còn cặp nào");
    expect(wrong).to.deep.equal([]);
  });

  it("tells everybody the law of a day, with what is not certain in words", async () => {
    const { page, wrong } = await scene.at("/registers/law?table=powers&on=2019-11-18", null);
    const main = page.locator("#main");
    const then = await main.innerText();
    expect(then).to.include("Chủ tịch UBND xã").and.not.include("125.000.000 đồng");
    await goTo(page, "/registers/law?table=powers");
    expect(await main.innerText()).to.include("125.000.000 đồng");
    await goTo(page, "/registers/law?table=instruments&on=2019-11-18");
    expect(await main.innerText())
      .to.include("103/2016/QH13")
      .and.not.include("126/2025/QH15");
    await goTo(page, "/registers/law?table=instruments");
    expect(await main.innerText())
      .to.include("126/2025/QH15")
      .and.not.include("103/2016/QH13");
    await goTo(page, "/registers/law?text=mang+xa+hoi");
    expect(await row(page, "mạng xã hội").first().innerText()).to.include("Chưa chắc chắn, phải đối chiếu văn bản");
    expect(await main.innerText()).to.include("phải đối chiếu văn bản trước khi dùng");
    expect(wrong).to.deep.equal([]);
  });

  const PATHS = [
    "/registers",
    "/registers/units?on=2019-11-18",
    "/registers/units?text=thanh",
    "/registers/agencies",
    "/registers/reporters",
    "/registers/offices",
    "/registers/spokespersons",
    "/registers/duplicates",
    "/registers/duplicates?view=judged",
    "/registers/law?text=giay+phep",
    "/registers/law?table=calendar",
  ];
  for (const [width, language] of [
    [PHONE, "vi"],
    [null, "en"],
  ] as const) {
    it(`fits, and says everything in words, ${width ? "on a phone in Vietnamese" : "on a desk in English"}`, async () => {
      const { page, wrong } = await scene.at("/", "INSPECTOR", width ? { viewport: width } : {});
      for (const [at, path] of PATHS.entries()) {
        // Axe reads a page for a second: each page once, in one of the two.
        const isItsTurn = (at % 2 === 0) === (language === "vi");
        if (!isItsTurn && language === "en") continue;
        await follow(page, language === "en" ? `${path}${path.includes("?") ? "&" : "?"}lang=en` : path);
        expect(await overflow(page), path).to.be.at.most(0);
        expect(await codesShown(page), path).to.deep.equal([]);
        if (isItsTurn) expect(await axeFinds(page), path).to.deep.equal([]);
      }
      expect(wrong).to.deep.equal([]);
    });
  }
});
