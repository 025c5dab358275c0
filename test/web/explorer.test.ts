import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { openLedger } from "../../src/ledger.js";
import { startServer } from "../../src/server/server.js";
import { withoutThreads } from "../server/support/servers.js";
import { cleanUp, newFolder, tracked } from "../eventstore/support/stores.js";
import { describeInChromium, forgetDevice, openChromium } from "./support/chromium.js";

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** Precomposed, then the same with combining marks. */
const LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ";
const SPELLINGS = [`${LETTERS}${LETTERS.toUpperCase()}₫`, LETTERS, LETTERS.toUpperCase()].map((letters, index) =>
  [...letters].map((letter) => (index === 0 ? letter : letter.normalize("NFD"))),
);

describeInChromium("the explorer in a browser", function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  let url: string;
  before(async () => {
    browser = await openChromium();
    page = await browser.newPage();
    const config = withoutThreads({ DATA_DIR: newFolder() });
    const ledger = await openLedger({ folder: config.dataDir });
    const server = await startServer({ config, ledger, logTo: { write: () => undefined } });
    tracked({ close: () => server.close().then(() => ledger.close()) });
    url = `${server.url}/explorer`;
  });
  after(async () => {
    await browser?.close();
    await cleanUp();
  });

  /** Opens it where nothing of it is kept, and keeps whatever goes wrong on it. */
  async function opened(viewport: { width: number; height: number }): Promise<{ page: Page; wrong: string[] }> {
    page.removeAllListeners();
    await forgetDevice(page, url);
    await page.setViewportSize(viewport);
    const wrong: string[] = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", ({ message }) => wrong.push(message));
    page.on("response", (response) => response.ok() || wrong.push(`${response.url()}: ${response.status()}`));
    await page.goto(url);
    await page.waitForSelector(".graphiql-query-editor .view-line");
    return { page, wrong };
  }

  // The page's policy lets no text be run in it again and again, as Playwright's own waiting would.
  async function eventually<T>(page: Page, expression: string): Promise<T> {
    for (;;) {
      const found = await page.evaluate<T | false | null>(expression);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const textOf = (pane: string): string =>
    `monaco.editor.getModels().find(({ uri }) => uri.path.includes("${pane}")).getValue()`;

  const run = async (page: Page): Promise<string> => {
    await page.click(".graphiql-execute-button");
    return eventually(page, `/"(?:data|errors)"/.test(${textOf("response")}) && ${textOf("response")}`);
  };

  it("opens on an empty ledger with what can be done first, which is done as it stands, and nothing goes wrong", async () => {
    const { page, wrong } = await opened(WIDE);
    expect(JSON.parse(await run(page))).to.have.nested.property("data.registerUnit.__typename", "UnitChanged");
    expect(wrong).to.deep.equal([]);
  });

  it("has examples of what there is now when it is opened anew, before what was written, and a token for both", async () => {
    const { page, wrong } = await opened(WIDE);
    await page.click(".graphiql-tab-add");
    await page.click(".graphiql-query-editor");
    await page.keyboard.insertText("query Mine { viewer { role } }");
    await eventually(page, `localStorage.getItem("graphiql:tabState")?.includes("Mine")`);
    await page.reload();
    await page.waitForSelector(".graphiql-query-editor .view-line");
    const tabs = await page.locator(".graphiql-tab-button").allInnerTexts();
    expect(tabs.slice(0, 3)).to.deep.equal(["Units", "RegisterUnit", "RegisterPressAgency"]);
    expect(tabs.filter((tab) => tab === "Units")).to.have.length(1);
    expect(tabs.at(-1)).to.equal("Mine");
    await page.click(".graphiql-tab-button >> text=Mine");
    expect(await run(page)).to.contain("PRESS_OFFICER");
    expect(page.url()).to.equal(url);
    expect(wrong).to.deep.equal([]);
  });

  it("shows each example by a press on its tab, and runs it", async () => {
    const { page, wrong } = await opened(WIDE);
    for (const [name, part] of [
      ["VisitFigures", "visitFigures"],
      ["RecordViews", "record"],
      ["Units", "units"],
    ] as const) {
      // As long as a finger presses.
      await page.locator(".graphiql-tab-button", { hasText: new RegExp(`^${name}$`) }).click({ delay: 150 });
      await eventually(page, `${textOf("operation")}.includes("query ${name}")`);
      // GraphiQL learns of the operation's name a moment after its text.
      await page.waitForTimeout(1_000);
      expect(JSON.parse(await run(page)), name).to.have.nested.property(`data.${part}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it("draws every Vietnamese letter of a text that is code from the one font, marks in their place", async () => {
    const { page } = await opened(WIDE);
    await page.evaluate(`document.fonts.ready`);
    for (const letters of SPELLINGS) {
      const widths = await page.evaluate<number[]>(`(() => {
        const shown = document.querySelector(".graphiql-query-editor .view-lines");
        const { fontFamily, fontSize } = getComputedStyle(shown);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = fontSize + " " + fontFamily;
        const one = pen.measureText("a").width;
        return ${JSON.stringify(letters)}.map((letter) => pen.measureText(letter).width / one);
      })()`);
      // A letter that another font drew, or a mark that stands beside it, would be of another width.
      const others = letters.filter((_letter, index) => Math.abs(widths[index]! - 1) > 0.001);
      expect(others).to.deep.equal([]);
    }
    const font = await page.evaluate<string>(
      `getComputedStyle(document.querySelector(".graphiql-query-editor .view-lines")).fontFamily`,
    );
    expect(font).to.contain("Roboto Mono");
  });

  it("can be read on a phone: no pane is cut, one stands below the other, and its text wraps", async () => {
    const { page, wrong } = await opened(PHONE);
    await run(page);
    const panes = [".graphiql-query-editor", ".graphiql-editor-tool", ".graphiql-response"];
    const boxes = await Promise.all(panes.map((pane) => page.locator(pane).first().boundingBox()));
    for (const [index, box] of boxes.entries()) {
      expect(box!.x, panes[index]).to.be.at.least(0);
      expect(box!.x + box!.width, panes[index]).to.be.at.most(PHONE.width);
      expect(box!.width, panes[index]).to.be.above(PHONE.width - 20);
      const above = boxes[index - 1];
      if (above) expect(box!.y, panes[index]).to.be.at.least(above.y + above.height - 1);
    }
    expect(await page.evaluate(`document.documentElement.scrollWidth`)).to.be.at.most(PHONE.width);
    expect(
      await page.evaluate(
        `monaco.editor.getEditors().every((one) => one.getScrollWidth() <= one.getLayoutInfo().contentWidth + 1)`,
      ),
    ).to.equal(true);
    expect(wrong).to.deep.equal([]);
  });
});
