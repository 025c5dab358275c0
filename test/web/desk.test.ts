import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import type { Json } from "../support/api.js";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

/** Of the one the fine is not paid; of the other the decision was not served yet on 18 November 2019. */
const UNPAID = "17/BB-VPHC";
const DECIDED = "12/BB-VPHC";
const PERSON = "Phạm Thị Hồng Thử";

describeInChromium("the inspector's desk", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  /** Asks the API as whom the page is. */
  async function ask(page: Page, query: string, variables: object = {}): Promise<Json> {
    const response = await page.request.post(`${scene.server.url}/graphql`, {
      headers: { "x-ledger-page": "1" },
      data: { query, variables },
    });
    const { data, errors } = (await response.json()) as { data?: Json; errors?: unknown };
    expect(errors, JSON.stringify(errors)).to.equal(undefined);
    return data;
  }

  async function done(page: Page, mutation: string, input: object): Promise<string> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      ... on CommandDone { node { id } } ... on UserError { code message path } } }`;
    const answer = (await ask(page, query, { input: { commandId: crypto.randomUUID(), ...input } }))[mutation];
    expect(answer.code, JSON.stringify(answer)).to.equal(undefined);
    return answer.node.id as string;
  }

  /** A case of today that was minuted and awaits its decision: of a person, for two titles. */
  async function minuted(page: Page): Promise<{ id: string; min: bigint; max: bigint }> {
    const { ledger, units, violationRules } = await ask(
      page,
      `query ($on: LocalDate!) { ledger { today } units(first: 100, filter: { kinds: [DEPARTMENT] }) { nodes { id name } }
        violationRules(on: $on, field: PUBLISHING, first: 100) { nodes { code basis fine { min max } copies { from to } } } }`,
      { on: today() },
    );
    expect(ledger.today).to.be.a("string");
    const unit = units.nodes.find(({ name }: Json) => name === "Sở Văn hóa, Thể thao và Du lịch");
    const rule = violationRules.nodes.find(({ copies, fine }: Json) => fine && copies?.from <= 40 && copies?.to >= 40);
    const id = await done(page, "recordViolationCase", {
      ...{ unitId: unit.id, detectedOn: today(), detected: "Bày bán sách không có hóa đơn", procedure: "WITH_MINUTES" },
      parties: [{ kind: "INDIVIDUAL", name: PERSON, address: "12 Lê Lợi" }],
    });
    const { violationCase } = await ask(page, CASE_PARTIES, { id });
    const act = { partyId: violationCase.parties[0].id, code: rule.code, actEndedOn: today(), description: "Bày bán" };
    await done(page, "drawUpMinutes", {
      ...{ caseId: id, number: "90/BB-VPHC", madeOn: today(), madeBy: "Trần Thị Bình", copies: 2 },
      ...{ offenderSigned: true, explanationStated: true },
      violations: [
        { ...act, title: "Sách Một", copies: 40 },
        { ...act, title: "Sách Hai", copies: 40 },
      ],
    });
    const half = rule.basis === "ORGANISATION" ? 2n : 1n;
    return { id, min: BigInt(rule.fine.min) / half, max: BigInt(rule.fine.max) / half };
  }

  const stage = (page: Page, name: string): Locator => page.locator(".case-course > li", { hasText: name });

  it("lists what is under way, what is overdue first, and opens a case with its stages and its custody counted", async () => {
    const { page, wrong } = await scene.at("/desk", "INSPECTOR");
    const rows = page.locator("section", { hasText: "Vụ việc đang xử lý" }).locator("tbody tr");
    const late = await rows.locator(".overdue").count();
    expect(late).to.be.greaterThan(0);
    const inspections = page.locator("section", { hasText: "Cuộc thanh tra, kiểm tra đang tiến hành" });
    expect(await inspections.locator("tbody").innerText()).to.include(
      "Thực hiện kiến nghị thanh tra, kiểm tra: chậm nhất",
    );
    expect(
      await rows
        .nth(late - 1)
        .locator(".overdue")
        .count(),
    ).to.equal(1);
    expect(await axeFinds(page)).to.deep.equal([]);
    await page.getByLabel("Trạng thái").selectOption("DECIDED");
    await settled(page);
    expect(page.url()).to.include("status=DECIDED");
    expect(await rows.count()).to.equal(0);
    const chosen = page.locator("section", { hasText: "theo trạng thái đã chọn" }).locator("tbody tr");
    expect(await chosen.count()).to.equal(1);
    await page.goBack();
    await settled(page);
    await page.getByRole("link", { name: UNPAID }).click();
    await settled(page);
    expect(await page.locator("h1").innerText()).to.include(UNPAID);
    expect(await page.locator(".case-course > li").count()).to.equal(7);
    // What the decision owes stands with what the case does, by which rule, and of which decision.
    const owed = page.locator("section", { hasText: "Thời hạn và việc tiếp theo" }).locator(".dues > li");
    expect((await owed.allInnerTexts()).join("\n"))
      .to.match(
        /^2 × Thi hành hình thức xử phạt bổ sung[^\n]*: chậm nhất 25\/11\/2019 \(quá hạn [\d.]+ ngày làm việc\)$/m,
      )
      .and.match(/^Nộp tiền phạt: chậm nhất 25\/11\/2019 \(quá hạn [\d.]+ ngày làm việc\)$/m)
      .and.match(/^Quyết định số 7\/QĐ-XPVPHC ngày 13\/11\/2019 · Thời hạn thi hành quyết định xử phạt$/m)
      .and.not.include("Không có hạn nào");
    await owed.locator("a[href*='do=recordFinePayment']").click();
    await page.locator("form.step").waitFor();
    expect(await page.locator(".panel h3").innerText()).to.equal("Ghi nhận tiền nộp phạt");
    await page.goBack();
    await settled(page);
    expect(await page.locator("form.step").count()).to.equal(0);
    expect(await page.locator(".case-course > li[aria-current=step]").innerText()).to.include("Thi hành");
    const sums = await page.locator(".sum-of").allInnerTexts();
    expect(sums).to.have.length(1);
    const [, seized, rest = ""] = /tạm giữ ([\d.]+) = ([^.]*)/.exec(sums[0] ?? "") ?? [];
    expect(rest.match(/\d+/g)?.reduce((sum, part) => sum + Number(part), 0)).to.equal(Number(seized));
    expect(await page.locator(".sum").allInnerTexts()).to.satisfy((all: string[]) =>
      all.every((text) => text.includes("=") && text.includes("✓")),
    );
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);
    await page.goBack();
    await settled(page);
    expect(await page.locator("h1").innerText()).to.equal("Bàn thanh tra");
    expect(wrong).to.deep.equal([]);
  });

  it("says beside the amount what the law has, refuses beside the field, and takes a case from its decision to the payment", async () => {
    const { page, wrong } = await scene.at("/desk", "INSPECTOR");
    const { id, min, max } = await minuted(page);
    await page.goto(`${scene.server.url}/desk/${id}`);
    await settled(page);
    await page.getByRole("group").getByRole("link", { name: "Ra quyết định xử phạt" }).click();
    await settled(page);
    const act = page.getByRole("group", { name: "Sách Một" });
    const amount = act.getByRole("textbox", { name: "Mức phạt" });
    const verdict = act.locator(".verdict[role=status]");
    const says = async (text: string): Promise<void> => {
      await verdict.filter({ hasText: text }).waitFor();
    };
    expect(await page.locator(".last-day").innerText()).to.match(/Ngày cuối được ra quyết định: \d\d\/\d\d\/\d{4}/);
    const average = (min + max) / 2n;
    await says(`Để trống thì mức phạt là ${grouped(average)} đồng.`);
    await amount.fill(String(min - 1000n));
    await says(`Thấp hơn khung: ít nhất ${grouped(min)} đồng.`);
    await amount.fill(String(max + 1000n));
    await says(`Cao hơn khung: nhiều nhất ${grouped(max)} đồng.`);
    await amount.fill(String(min));
    await says("theo tình tiết phải là đúng");
    await page.getByLabel("Người ký *").fill("Lê Văn Ký");
    await page.getByLabel("Chức danh").selectOption("DEPARTMENT_DIRECTOR");
    await act.locator("dd", { hasText: "Giám đốc sở đến" }).waitFor();
    expect(await axeFinds(page)).to.deep.equal([]);
    // The ledger itself judges, beside the field; what was typed is kept when the language changes.
    await amount.fill(String(max + 1000n));
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    const refused = act.locator(".field .wrong");
    expect(await refused.innerText()).to.include("Khung phạt");
    expect(await amount.getAttribute("aria-invalid")).to.equal("true");
    await page.getByRole("link", { name: "English" }).click();
    await settled(page);
    await page.getByRole("group", { name: "Sách Một" }).getByText("Above the frame").waitFor();
    await page.getByRole("button", { name: "Enter into the ledger" }).click();
    await refused.filter({ hasText: "frame" }).waitFor();
    expect(await codesShown(page)).to.deep.equal([]);
    await page.setViewportSize(PHONE);
    expect(await overflow(page)).to.be.at.most(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await act.getByRole("button", { name: "Fill in" }).click();
    await act.getByText("Within the frame.").waitFor();
    expect(await refused.count()).to.equal(0);
    await page.getByRole("button", { name: "Enter into the ledger" }).click();
    const decision = page.locator("article.part", { hasText: "Decision 1/" }).first();
    await decision.waitFor();
    expect(await decision.locator(".account").innerText()).to.include(grouped(2n * average, ","));
    expect(await stage(page, "Decision").getAttribute("class")).to.equal("done");
    await decision.getByRole("link", { name: "Serve the decision" }).click();
    await decision.getByLabel("Received on").fill(shown(today()));
    await decision.getByLabel("Received on").press("Tab");
    await decision.getByRole("button", { name: "Enter into the ledger" }).click();
    await stage(page, "Served").and(page.locator(".done")).waitFor();
    // An amendment begins with what there is.
    await decision.getByText(/Other steps/).click();
    await decision.getByRole("link", { name: "Issue a decision that amends it" }).click();
    await settled(page);
    const amended = decision.getByRole("group", { name: "Sách Một" }).getByRole("textbox", { name: "Amount" });
    expect(await amended.inputValue()).to.equal(grouped(average, ","));
    await decision.getByRole("button", { name: "Cancel" }).click();
    await pay(page, decision, 2n * average);
    expect(wrong).to.deep.equal([]);
  });

  async function pay(page: Page, decision: Locator, owed: bigint): Promise<void> {
    await decision.getByRole("link", { name: "Record a payment" }).click();
    const aid = decision.locator(".aid");
    await aid.getByText("Together").waitFor();
    await decision.getByLabel(/^Amount/).fill("1000");
    await aid.getByText(`Paid in part; ${grouped(owed - 1000n, ",")} VND is left.`).waitFor();
    await aid.getByRole("button", { name: `Fill in ${grouped(owed, ",")} VND` }).click();
    await aid.getByText("Paid in full.").waitFor();
    await decision.getByLabel("Paid on").fill(shown(today()));
    await decision.getByLabel("Paid on").press("Tab");
    await decision
      .getByLabel(/number/i)
      .first()
      .fill("0001234");
    await decision
      .getByLabel(/^(Where it was paid|Issued by|Collected)/)
      .first()
      .fill("Kho bạc Nhà nước");
    await decision.getByRole("button", { name: "Enter into the ledger" }).click();
    await stage(page, "Carried out").and(page.locator(".done")).waitFor();
    expect(await decision.locator(".account").innerText()).to.match(/Outstanding\s+0 VND/);
  }

  it("shows analysts no full names and nothing to press, on a phone too", async () => {
    const { page, wrong } = await scene.at("/desk", "ANALYST", { viewport: PHONE });
    expect(await overflow(page)).to.be.at.most(0);
    expect(await page.locator("#main").innerText()).not.to.include(PERSON);
    await page.getByRole("link", { name: "90/BB-VPHC" }).click();
    await settled(page);
    const text = await page.locator("#main").innerText();
    expect(text).not.to.include(PERSON);
    expect(text).not.to.include("12 Lê Lợi");
    expect(await page.locator("#main .doing, #main button").count()).to.equal(0);
    expect(await overflow(page)).to.be.at.most(0);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it("shows the file as it stood on a day, and lets nobody enter anything into the past", async () => {
    const { page, wrong } = await scene.at("/desk?asof=2019-11-18", "INSPECTOR");
    expect(await page.getByRole("link", { name: "Ghi nhận vụ việc vi phạm" }).count()).to.equal(0);
    expect(await page.locator("#main").innerText()).not.to.include("90/BB-VPHC");
    await page.getByRole("link", { name: DECIDED }).click();
    await settled(page);
    expect(page.url()).to.include("asof=2019-11-18");
    const text = await page.locator("#main").innerText();
    expect(text).to.include("chỉ ghi được khi về hiện nay");
    expect(await page.locator(".case-course > li[aria-current=step]").innerText()).to.include("Giao quyết định");
    expect(text).to.match(/Tiền chậm nộp đến nay\s+0 đồng/);
    expect(await page.locator("#main .doing").count()).to.equal(0);
    await page.getByRole("link", { name: "Về hiện nay" }).click();
    await settled(page);
    expect(await page.locator(".case-course > li[aria-current=step]").innerText()).to.include("Thi hành");
    expect(await page.locator("#main .doing").count()).to.be.greaterThan(0);
    expect(wrong).to.deep.equal([]);
  });
});

const CASE_PARTIES = `query ($id: ViolationCaseId!) { violationCase(id: $id) { parties { id } } }`;
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const shown = (day: string): string => day.split("-").reverse().join("/");
const grouped = (sum: bigint, group = "."): string => String(sum).replace(/\B(?=(\d{3})+$)/g, group);
