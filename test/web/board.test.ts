import { expect } from "chai";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

const OURS = { "x-ledger-page": "1" };
const READ_ON = "2019-11-18";
const AUTUMN = `from=2019-09-01&to=${READ_ON}`;

const dayText = (day: string): string => day.split("-").reverse().join("/");

const BOARD = `query ($unitId: UnitId!, $period: Period!, $asOf: AsOf) {
  unitBoard(unitId: $unitId, period: $period, asOf: $asOf) {
    spokespersons { name } due(first: 100) { nodes { isOverdue recordId by } }
    periodicDuties { standing to } recommendations { what response progress }
    statementFigures { rows { statements { value } urgentDuties { value } urgentDutiesLate { value } } }
    daysToAnswer { answers medianWorkingDays slowest { on workingDays request { id } } }
    informationRequestFigures { rows { informationRequests { value } informationRequestsLate { value } } }
    pressItemFigures { rows { pressAssignments { value } pressHandledInTime { value } pressHandledLate { value } } } } }`;

interface Value {
  readonly value: number;
}
interface Row {
  readonly rows: readonly Readonly<Record<string, Value>>[];
}
/** As the page asks it. */
interface DueNode {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly record: { readonly id: string; readonly title: string } | null;
}
interface Board {
  readonly spokespersons: readonly { readonly name: string }[];
  readonly due: {
    readonly nodes: readonly { readonly isOverdue: boolean; readonly recordId: string; readonly by: string }[];
  };
  readonly periodicDuties: readonly { readonly standing: string; readonly to: string }[];
  readonly recommendations: readonly { readonly what: string }[];
  readonly daysToAnswer: {
    readonly answers: number;
    readonly medianWorkingDays: number | null;
    readonly slowest: readonly {
      readonly on: string;
      readonly workingDays: number;
      readonly request: { readonly id: string };
    }[];
  };
  readonly statementFigures: Row;
  readonly informationRequestFigures: Row;
  readonly pressItemFigures: Row;
}

describeInChromium("the board of a unit", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  before(async () => void (scene = await ScenePage.open()));
  afterEach(() => scene.leave());
  after(() => scene?.close());

  async function boardOf(page: Page, unitId: string, asOf: object | null, to = READ_ON): Promise<Board> {
    const response = await page.context().request.post(`${scene.server.url}/graphql`, {
      headers: OURS,
      data: { query: BOARD, variables: { unitId, period: { from: "2019-09-01", to }, asOf } },
    });
    const { data, errors } = (await response.json()) as { data: { unitBoard: Board }; errors?: unknown };
    expect(errors, JSON.stringify(errors)).to.equal(undefined);
    return data.unitBoard;
  }
  const tiles = (page: Page): Promise<readonly number[]> =>
    page
      .locator(".tile .big")
      .allInnerTexts()
      .then((texts) => texts.map(Number));
  const rowsOf = (page: Page, section: string): Promise<readonly string[]> =>
    page.locator(`section[aria-labelledby=${section}] tbody tr`).allInnerTexts();

  it("tells an inspector what a unit owed and was late with, with the last lawful days, and opens each number to its events", async () => {
    const { page, wrong } = await scene.at("/", "INSPECTOR");
    const unitId = await scene.unitId("Thành phố Thanh Hóa");
    const address = `/board/${unitId}?${AUTUMN}&asof=${READ_ON}`;
    await page.goto(scene.server.url + address);
    await settled(page);
    const board = await boardOf(page, unitId, { endOf: READ_ON });
    const overdue = board.due.nodes.filter(({ isOverdue }) => isOverdue);
    const figures = Object.entries({
      ...board.statementFigures.rows[0],
      ...board.informationRequestFigures.rows[0],
      ...board.pressItemFigures.rows[0],
    });
    const lateOnes = figures.filter(([name]) => name.endsWith("Late")).reduce((sum, [, { value }]) => sum + value, 0);
    expect([overdue.length, lateOnes]).to.deep.equal([3, 2]);
    const ahead = board.due.nodes.length - overdue.length;
    expect(await tiles(page)).to.deep.equal([overdue.length, lateOnes, ahead, board.recommendations.length]);
    expect(await page.locator(".tile.speakers").innerText()).to.contain(board.spokespersons[0]!.name);
    expect(await page.locator(".tile.speakers.bad").count()).to.equal(0);

    // An hour is an hour: the statement was due at nine the next morning, and came the day after.
    const late = await rowsOf(page, "late");
    // Two measures of one decision by one day are told once.
    expect(late).to.have.length(overdue.length + lateOnes - 1);
    expect(late.filter((row) => row.includes("2 × "))).to.have.length(1);
    expect(late[0]).to.contain("06/11/2019 09:00").and.to.contain("làm muộn, 07/11/2019 16:00");
    expect(late[1]).to.contain("17/10/2019").and.to.contain("làm muộn, 22/10/2019");
    expect(late[2]).to.contain("28/10/2019").and.to.contain("quá hạn 15 ngày làm việc");

    for (const [name, { value }] of figures) {
      const cell = page.locator(`.duties a[href*='/${name}?']`);
      expect(await cell.count(), name).to.equal(value === 0 ? 0 : 1);
      if (value > 0) expect(Number(await cell.innerText()), name).to.equal(value);
    }
    // One click to its entries, one more to the event.
    await page.locator(".duties a[href*='/informationRequestsLate?']").click();
    await settled(page);
    expect(await page.locator(".figure-sum strong").innerText()).to.equal("1");
    await page.locator("tbody tr details summary").first().click();
    expect(await page.locator("dl.event").first().innerText()).to.match(/Người ghi\s+\S+/);
    await page.goBack();
    await settled(page);
    expect(await rowsOf(page, "late")).to.deep.equal(late);
    // From the list straight to the record, with its history.
    await page.locator("section[aria-labelledby=late] tbody a").first().click();
    await settled(page);
    await page.locator("ol.history > li").first().waitFor();
    await page.goBack();
    await settled(page);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);

    // How long the answers took, and which they were: each opens to its record.
    const { answers, medianWorkingDays, slowest } = board.daysToAnswer;
    expect(answers).to.equal(slowest.length).and.to.be.above(0);
    const waited = page.locator("section[aria-labelledby=answers]");
    expect(await waited.locator("p").innerText()).to.contain(`trung vị: ${medianWorkingDays}, của ${answers} lần`);
    await waited.locator("summary").click();
    const told = (await rowsOf(page, "answers")).map((row) => row.split("\t").slice(1));
    expect(told).to.deep.equal(slowest.map(({ on, workingDays }) => [dayText(on), String(workingDays)]));
    expect(
      await waited.locator("tbody a").evaluateAll((all) => all.map((one) => one.getAttribute("href"))),
    ).to.deep.equal(slowest.map(({ request: { id } }) => `/record/${id}?asof=${READ_ON}`));
    expect(await axeFinds(page)).to.deep.equal([]);

    // As of a day before all that nothing was late yet.
    await page.goto(`${scene.server.url}/board/${unitId}?from=2019-09-01&to=2019-10-10&asof=2019-10-10`);
    await settled(page);
    expect((await tiles(page)).slice(0, 2)).to.deep.equal([0, 0]);
    expect(await waited.innerText()).to.contain("Trong kỳ không trả lời");
    expect(await page.locator("section[aria-labelledby=late]").innerText()).to.contain("Không có việc nào");
    expect(wrong).to.deep.equal([]);
  });

  it("does not cut what is told once where more is due than it lists, and says that there is more", async () => {
    const { page, wrong } = await scene.at("/", "INSPECTOR");
    const unitId = await scene.unitId("Thành phố Thanh Hóa");
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { data?: { unitBoard?: { due?: { nodes: DueNode[] } } } };
      const due = answer.data?.unitBoard?.due;
      if (due) {
        const [one, ...pair] = ["SANCTION_PAYMENT", "SANCTION_MEASURE"].flatMap((kind) =>
          due.nodes.filter((node) => node.kind === kind),
        );
        const others = (from: number, to: number): DueNode[] =>
          Array.from({ length: to - from }, (_, at) => {
            const id = `${one!.recordId}${from + at}`;
            return { ...one!, id, recordId: id, record: { id, title: `Số ${from + at}` } };
          });
        due.nodes = [...others(0, 89), ...pair, ...others(89, 98)];
      }
      await route.fulfill({ response, json: answer });
    });
    await page.goto(`${scene.server.url}/board/${unitId}?${AUTUMN}&asof=${READ_ON}`);
    await settled(page);
    const overdue = (await rowsOf(page, "late")).filter((row) => row.includes("quá hạn"));
    expect(overdue).to.have.length(90);
    expect(overdue[89]).to.contain("2 × ");
    expect((await tiles(page))[0]).to.equal(91);
    expect(await page.locator("section[aria-labelledby=late]").innerText()).to.contain("Còn nữa, tất cả");
    expect(wrong).to.deep.equal([]);
  });

  it("shows at a glance that nobody speaks for a unit, in English and on a phone, and takes the list along", async () => {
    const { page, wrong } = await scene.at("/", "ANALYST", { viewport: PHONE });
    const unitId = await scene.unitId("Huyện Thọ Xuân");
    await page.goto(`${scene.server.url}/board/${unitId}?${AUTUMN}&asof=${READ_ON}&lang=en`);
    await settled(page);
    expect(await page.locator("h1").innerText()).to.equal("Huyện Thọ Xuân: 01/09/2019 – 18/11/2019");
    expect(await page.locator(".tile.speakers.bad").innerText()).to.contain("No spokesperson is published");
    expect((await boardOf(page, unitId, { endOf: READ_ON })).spokespersons).to.deep.equal([]);
    const late = (await rowsOf(page, "late")).map((row) => row.replace(/\s+/g, " "));
    expect(late[0])
      .to.contain("Publishing a spokesperson")
      .and.to.contain("03/09/2019")
      .and.to.contain("overdue by 54");
    expect(late[1]).to.contain("Press items").and.to.contain("08/11/2019");
    expect(await overflow(page)).to.be.at.most(0);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(await codesShown(page)).to.deep.equal([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("button:has-text('As CSV')").click(),
    ]);
    const file = readFileSync(await download.path(), "utf8");
    expect(file).to.contain("Duty;Matter;Record;Last lawful day;State").and.to.contain(";08/11/2019;");
    expect(wrong).to.deep.equal([]);
  });

  it("is a clerk's own unit at first: its missed periods, and what supervisions recommended, on both axes", async () => {
    const unitId = await scene.unitId("Sở Thông tin và Truyền thông");
    const { page, wrong } = await scene.at(`/board?${AUTUMN}&asof=${READ_ON}`, "CLERK", { unitId });
    await page.waitForURL(`**/board/${unitId}?*`);
    await settled(page);
    const board = await boardOf(page, unitId, { endOf: READ_ON });
    const missed = board.periodicDuties.filter(({ standing }) => standing === "MISSED");
    expect(missed).to.have.length(1);
    expect(await page.locator(".standing.missed").count()).to.equal(1);
    expect((await rowsOf(page, "late"))[0])
      .to.contain("30/09/2019")
      .and.to.contain("bỏ lỡ");
    expect(await rowsOf(page, "periodic")).to.have.length(board.periodicDuties.length);
    // In the autumn nothing had been recommended; today three things have been, one of which is not done.
    expect(await page.locator("section[aria-labelledby=recommendations]").innerText()).to.contain("Chưa có kiến nghị");
    await page.locator(".banner a:has-text('Về hiện nay')").click();
    await settled(page);
    const recommended = await rowsOf(page, "recommendations");
    expect(recommended).to.have.length((await boardOf(page, unitId, null)).recommendations.length);
    expect(recommended.join("\n"))
      .to.match(/Tiếp thu/i)
      .and.to.match(/xác nhận/i);
    expect((await tiles(page))[3]).to.equal(1);
    await page.locator("section[aria-labelledby=recommendations] tbody a").first().click();
    await settled(page);
    expect(page.url()).to.contain("/dossier/Oversight:");
    await page.goBack();
    await settled(page);

    // Another unit by typing its name; all units with how each stands.
    await page.getByRole("combobox", { name: "Đơn vị khác" }).fill("so y te");
    await page.getByRole("option", { name: /^Sở Y tế/ }).click();
    await settled(page);
    expect(await page.locator("h1").innerText()).to.equal("Sở Y tế: 01/09/2019 – 18/11/2019");
    await page.goto(`${scene.server.url}/board?all=1&${AUTUMN}&asof=${READ_ON}`);
    await page.locator("tbody a[href*='/board/']").first().waitFor();
    await settled(page);
    const silent = page.locator("tr", { hasText: "Huyện Thọ Xuân" });
    expect(await silent.innerText())
      .to.contain("chưa có")
      .and.to.match(/\b4\b/);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it("is for those who read records; a unit's own page and the register lead to it", async () => {
    const unitId = await scene.unitId("Sở Y tế");
    const { page } = await scene.at(`/board/${unitId}`, null);
    expect(await page.locator("#main").innerText()).to.contain("đã đăng nhập");
    expect(await page.locator("nav a[href='/board']").count()).to.equal(0);
    await page.goto(`${scene.server.url}/record/${unitId}`);
    await settled(page);
    expect(await page.locator("#main a[href*='/board']").count()).to.equal(0);
    const { page: reader, wrong } = await scene.at("/registers/units?asof=2019-11-18", "OVERSIGHT");
    await reader.locator(`a[href^='/board/${unitId}']`).click();
    await settled(reader);
    await reader.locator(`#main a[href^='/record/${unitId}']`).click();
    await settled(reader);
    await reader.locator(`#main a[href^='/board/${unitId}']`).click();
    await settled(reader);
    expect(await reader.locator("h1").innerText()).to.contain("Sở Y tế");
    expect(wrong).to.deep.equal([]);
  });
});
