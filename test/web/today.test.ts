import { createHash } from "node:crypto";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { describeInChromium } from "./support/chromium.js";
import { axeFinds, codesShown, follow, overflow, PHONE, ScenePage, settled } from "./support/scenePage.js";

const OURS = { "x-ledger-page": "1" };
const MINUTE = 60_000;
const DAY = 86_400_000;
const VIETNAM = 7 * 3_600_000;
const READ_ON = "2019-11-18";

describeInChromium("the page of the day's work", function () {
  this.timeout(120_000);
  let scene: ScenePage;
  before(async () => {
    scene = await ScenePage.open();
  });
  afterEach(() => scene.leave());
  after(() => scene?.close());

  async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
    const address = `${scene.server.url}/graphql`;
    const response = await page.context().request.post(address, { headers: OURS, data: { query, variables } });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors, JSON.stringify(errors)).to.equal(undefined);
    return data;
  }
  /** The rows of a section, when they are there. */
  async function rowsOf(page: Page, section: string): Promise<readonly string[]> {
    const rows = page.locator(`section[aria-labelledby=${section}] tbody tr`);
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  it("tells a committee what was overdue on a day, by how much and since when, with its record; by unit, kind and time", async () => {
    const { page, wrong } = await scene.at(`/today?asof=${READ_ON}&days=any`, "OVERSIGHT");
    interface Due {
      readonly isOverdue: boolean;
      readonly overdueWorkingDays: number;
      readonly recordId: string;
      readonly by: string;
      readonly what: { readonly vi: string };
      readonly unit: { readonly id: string } | null;
    }
    const {
      due: { nodes },
    } = await ask<{ due: { nodes: readonly Due[] } }>(
      page,
      `{ due(first: 40, asOf: { endOf: "${READ_ON}" }) { nodes {
        isOverdue overdueWorkingDays recordId by what { vi } unit { id } } } }`,
    );
    // What a record owes twice by the same day is one row that says how often.
    const isSame = (one: Due, other: Due): boolean =>
      one.recordId === other.recordId && one.by === other.by && one.what.vi === other.what.vi;
    const toldOf = (dues: readonly Due[]): readonly Due[] =>
      dues.filter((one, at) => dues.findIndex((other) => isSame(one, other)) === at);
    // A page has fifteen, and the other of a pair that its end would cut.
    expect(isSame(nodes[14]!, nodes[15]!)).to.equal(true);
    const due = { nodes: nodes.slice(0, 16) };
    const told = toldOf(due.nodes);
    const rows = await rowsOf(page, "due");
    const linksTo = (): Promise<readonly string[]> =>
      page
        .locator("section[aria-labelledby=due] tbody a")
        .evaluateAll((all) => all.map((one) => (one as unknown as { pathname: string }).pathname));
    expect(await linksTo()).to.deep.equal(told.map(({ recordId }) => `/record/${recordId}`));
    for (const [at, one] of told.entries()) {
      const { isOverdue, overdueWorkingDays } = one;
      expect(rows[at]).to.contain(isOverdue ? `quá hạn ${overdueWorkingDays} ngày làm việc` : "còn");
      const times = due.nodes.filter((other) => isSame(one, other)).length;
      expect(/^(\d+) ×/.exec(rows[at] ?? "")?.[1] ?? "1").to.equal(String(times));
    }
    expect(told.length, "some are alike").to.be.lessThan(due.nodes.length);
    // Overdue first: nothing that is late comes after what is not.
    expect(due.nodes.map(({ isOverdue }) => isOverdue)).to.deep.equal(
      due.nodes.map(({ isOverdue }) => isOverdue).sort((one, other) => Number(other) - Number(one)),
    );
    await page.locator("section[aria-labelledby=due] .pages a", { hasText: "Trang sau" }).click();
    await settled(page);
    expect(await linksTo()).to.deep.equal(toldOf(nodes.slice(16, 31)).map(({ recordId }) => `/record/${recordId}`));
    await page.goBack();
    await settled(page);
    const { id: unitId } = due.nodes.find(({ unit }) => unit)!.unit!;
    await page.locator("#main").getByLabel("Đơn vị").selectOption(unitId);
    await settled(page);
    expect(page.url()).to.contain(`unit=${unitId}`);
    expect((await rowsOf(page, "due")).length).to.be.within(1, 15);
    await page.goBack();
    await settled(page);
    expect(await rowsOf(page, "due")).to.deep.equal(rows);
    // The past is read only: no calendar is issued in it, and no committee issues one.
    expect(await page.locator("#calendars").count()).to.equal(0);
    expect(await codesShown(page)).to.deep.equal([]);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it("is a clerk's own unit at first, shows what comes in by itself, and what the clerk may finish", async () => {
    const { page: officer } = await scene.at("/", "PRESS_OFFICER");
    const unitId = await scene.unitId("Sở Y tế");
    const { page, wrong } = await scene.at("/today", "CLERK", { unitId, viewport: PHONE });
    expect(await page.locator("#main").getByLabel("Đơn vị").inputValue()).to.equal(unitId);
    expect(await rowsOf(page, "finish")).to.not.be.empty;
    expect(await page.locator("section[aria-labelledby=finish] a[href*='do=closeVisit']").count()).to.be.above(0);
    expect(await page.locator(".news .fresh").count()).to.equal(0);
    expect(await overflow(page)).to.be.at.most(0);

    const { reporters } = await ask<{ reporters: { nodes: { id: string }[] } }>(
      officer,
      "{ reporters(first: 1) { nodes { id } } }",
    );
    const input = {
      ...{ commandId: crypto.randomUUID(), hostIds: [unitId], reporterIds: [reporters.nodes[0]!.id] },
      ...{ topic: "HEALTH", subject: "Đến trong lúc trang đang mở" },
    };
    await ask(officer, "mutation ($input: RegisterVisitInput!) { registerVisit(input: $input) { __typename } }", {
      input,
    });
    const fresh = page.locator(".news .fresh");
    await fresh.first().waitFor();
    expect(await fresh.first().innerText())
      .to.contain("mới")
      .and.to.contain("Đến trong lúc trang đang mở");
    await page.locator("section[aria-labelledby=finish] a", { hasText: "Đến trong lúc trang đang mở" }).waitFor();
    // On a phone the work is what one sees first, and what is chosen of it in a line.
    await page.locator("details.filters summary", { hasText: "Sở Y tế · 30 ngày tới" }).click();
    await page.locator("#main").getByLabel("Đơn vị").selectOption("all");
    await settled(page);
    expect(page.url()).to.contain("unit=all");
    expect(await overflow(page)).to.be.at.most(0);
    expect(await axeFinds(page)).to.deep.equal([]);
    expect(await codesShown(page)).to.deep.equal([]);
    // Another unit's calendars are not a clerk's.
    expect(await page.locator("#calendars").count()).to.equal(0);
    expect(wrong).to.deep.equal([]);
    await scene.leave(officer);
  });

  it("issues a unit's calendar, whose address it shows once, and withdraws it; of the secret only the hash is sent", async () => {
    const { page, wrong } = await scene.at("/today?lang=en", "PRESS_OFFICER");
    const unitId = await scene.unitId("Sở Y tế");
    await page.locator("#main").getByLabel("Unit").selectOption(unitId);
    await settled(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await page.getByLabel("Where it is used").fill("Outlook of the office");
    await page.getByRole("button", { name: "Issue an address" }).click();
    const address = await page.locator("#calendar-address").inputValue();
    const [, secret = ""] = /\/calendar\/([\w-]{43})\.ics\?lang=en$/.exec(address) ?? [];
    expect(secret).to.have.length(43);
    expect(sent.some((body) => body.includes(createHash("sha256").update(secret).digest("hex")))).to.equal(true);
    expect(sent.some((body) => body.includes(secret))).to.equal(false);
    const read = async (): Promise<number> => (await page.context().request.get(address)).status();
    expect(await read()).to.equal(200);
    expect(await axeFinds(page)).to.deep.equal([]);
    await page.reload();
    await page.getByRole("button", { name: "Withdraw: Outlook of the office" }).click();
    await page.getByText("The calendar is withdrawn.").waitFor();
    expect(await read()).to.equal(404);
    expect(await page.locator("#calendar-address").count()).to.equal(0);
    expect(wrong).to.deep.equal([]);
  });

  it("shows an inspector inspections and decisions that may go on to their end", async () => {
    const { page, wrong } = await scene.at("/today", "INSPECTOR");
    const rows = await rowsOf(page, "finish");
    expect(rows).to.have.length(10);
    await page.getByRole("button", { name: /^Xem thêm/ }).click();
    const all = (await rowsOf(page, "finish")).join("\n");
    expect(all).to.contain("Cuộc thanh tra").and.to.contain("Công bố công khai việc xử phạt");
    expect(await codesShown(page)).to.deep.equal([]);
    // What belongs to a case is worked on at the desk; and no line is without what comes next.
    const steps = page.locator("section[aria-labelledby=finish] td:last-child");
    expect((await steps.allInnerTexts()).filter((text) => text.trim() === "Bước tiếp theo")).to.deep.equal([]);
    const publish = page.locator("section[aria-labelledby=finish] a[href*='do=publishSanction']").first();
    expect(await publish.getAttribute("href")).to.match(/^\/desk\/ViolationCase:.*&of=Sanction:/);
    await publish.click();
    await page.locator("article.part form.step").waitFor();
    expect(await page.locator(".panel h3").innerText()).to.equal("Công bố công khai việc xử phạt");
    expect(wrong).to.deep.equal([]);
  });

  it("leads from what is due to the form of the step that settles it, in which the part stands that is owed", async () => {
    const { page, wrong } = await scene.at("/today?days=any", "ADMIN");
    interface Due {
      readonly kind: string;
      readonly recordId: string;
      readonly partId: string | null;
      readonly by: string;
      readonly settledBy: readonly { readonly mutation: string; readonly allowed: boolean }[];
    }
    interface Step {
      readonly mutation: string;
      readonly partField: string | null;
    }
    const { due, vocabulary } = await ask<{
      due: { nodes: readonly Due[] };
      vocabulary: { records: readonly { steps: readonly Step[] }[] };
    }>(
      page,
      `{ due(first: 100) { nodes { kind recordId partId by settledBy { mutation allowed } } }
        vocabulary { records { steps { mutation partField } } } }`,
    );
    const ofPart = new Set(
      vocabulary.records.flatMap(({ steps }) => steps.flatMap((one) => (one.partField === null ? [] : one.mutation))),
    );
    const seen = new Set<string>();
    for (const one of due.nodes) {
      const { kind, partId } = one;
      const mutation = one.settledBy.find((step) => step.allowed && ofPart.has(step.mutation))?.mutation;
      const alike = due.nodes.filter((other) =>
        [kind, one.recordId, one.by].every((value) => Object.values(other).includes(value)),
      );
      const parts = alike.map((other) => other.partId);
      const isOneOfSeveral = parts.length > 1;
      if (partId === null || mutation === undefined || seen.has(`${kind} ${isOneOfSeveral}`)) continue;
      seen.add(`${kind} ${isOneOfSeveral}`);
      await follow(page, `/today?days=any&kind=${kind}`);
      const link = page.locator(`.step-links a[href*="do=${mutation}"][href*="${partId}"]`).first();
      const does = await link.innerText();
      await link.click();
      await page.locator("form.step").waitFor();
      // What is owed in a supervision is done in its dossier, beside the recommendation itself.
      if (kind === "OVERSIGHT_RECOMMENDATION") {
        expect(page.url()).to.contain(`/dossier/${one.recordId}?`);
        const its = page.locator(`[id="recommendation-${partId}"]`);
        expect(await its.locator(".panel h3").innerText()).to.contain(does);
        continue;
      }
      expect(await page.locator(".panel h3").innerText()).to.equal(does);
      // A browser that has just been opened at the address shows the same.
      if (seen.size === 1) await page.reload();
      const choice = page.locator("form.step select").first();
      await choice.locator("option").nth(1).waitFor({ state: "attached" });
      expect(await choice.inputValue(), kind).to.equal(isOneOfSeveral ? "" : partId);
      // Of several it is one of those that owe the same.
      const offered = await choice
        .locator("option")
        .evaluateAll((all) => all.map((option) => option.getAttribute("value")));
      expect(isOneOfSeveral ? offered.slice(1) : offered).to.include.members(parts);
      if (isOneOfSeveral) expect(offered).to.have.length(1 + parts.length);
    }
    expect([...seen]).to.include.members([
      ...["PROMISED_INFORMATION false", "INSPECTION_RECOMMENDATION false", "OVERSIGHT_RECOMMENDATION false"],
      "SANCTION_MEASURE true",
    ]);
    // What is closed leaves nothing of it in the address.
    await page.getByRole("button", { name: "Thôi" }).click();
    await page.locator("form.step").waitFor({ state: "detached" });
    expect(page.url()).to.not.match(/do=|part=/);
    expect(wrong).to.deep.equal([]);
  });

  it("turns what is due overdue when its moment has passed, and asks again at midnight in Vietnam, but not in between", async () => {
    const { page, wrong } = await scene.at("/", "PRESS_OFFICER", { timezoneId: "America/Los_Angeles" });
    const start = Date.parse("2026-06-01T03:00:00Z");
    const moment = start + 30 * MINUTE;
    let passed = 0;
    let asked = 0;
    await page.clock.install({ time: start });
    const forward = async (minutes: number): Promise<void> => {
      passed += minutes * MINUTE;
      await page.clock.fastForward(minutes * MINUTE);
      await settled(page);
    };
    await page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      // The server's clock goes with the device's.
      const headers = { ...response.headers(), date: new Date(start + passed).toUTCString() };
      if (!route.request().postData()?.includes("query DueNow")) return route.fulfill({ response, headers });
      asked++;
      const json = (await response.json()) as { data: { due: { nodes: Record<string, unknown>[] } } };
      const [first = {}] = json.data.due.nodes;
      const byMoment = new Date(moment).toISOString();
      const isOverdue = start + passed > moment;
      Object.assign(first, { byMoment, isByTheHour: true, isOverdue, overdueWorkingDays: 0, dueIn: 0 });
      return route.fulfill({ response, headers, json });
    });
    await page.goto(`${scene.server.url}/today?days=any`);
    await settled(page);
    const state = page.locator("section[aria-labelledby=due] tbody tr").first().locator("td").last();
    expect(await state.innerText()).to.equal("hạn hôm nay");
    const atFirst = asked;
    await forward(25);
    expect(asked, "before its moment").to.equal(atFirst);
    await forward(6);
    await state.getByText("quá hạn", { exact: true }).waitFor();
    const atMoment = asked;
    const toMidnight = DAY - ((start + passed + VIETNAM) % DAY);
    await forward(Math.floor(toMidnight / MINUTE) - 1);
    expect(asked, "before midnight").to.equal(atMoment);
    const again = page.waitForResponse((one) => one.request().postData()?.includes("query DueNow") ?? false);
    await forward(3);
    await again;
    expect(wrong).to.deep.equal([]);
  });
});
