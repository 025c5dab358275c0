import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import type { Browser, BrowserContextOptions, Page, ViewportSize } from "playwright-core";
import { type Ledger, openLedger } from "../../../src/ledger.js";
import { type RunningServer, startServer } from "../../../src/server/server.js";
import { sceneFolder } from "../../cli/playedScene.js";
import { removed } from "../../cli/support.js";
import { withoutThreads } from "../../server/support/servers.js";
import { forgetDevice, openChromium } from "./chromium.js";

/**
 * The page on a ledger of its own in which the scene of Thanh Hóa was played, in a browser, for a suite.
 *
 * A browser that draws its first page costs four times as much as for one more, so those that a test has left are taken
 * again, with nothing in them of what was.
 */

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Opened {
  readonly page: Page;
  /** What went wrong on it: its console, its scripts, its requests. */
  readonly wrong: string[];
}

const NO_WORKER = /^Service Worker registration blocked by Playwright/;

type Where = Pick<BrowserContextOptions, "timezoneId" | "locale" | "serviceWorkers">;
interface At extends Where {
  readonly unitId?: string | null;
  readonly viewport?: ViewportSize;
}

export class ScenePage {
  private readonly taken = new Set<Page>();
  private readonly left: Page[] = [];
  private readonly elsewhere = new Set<Page>();

  private constructor(
    readonly browser: Browser,
    readonly ledger: Ledger,
    readonly server: RunningServer,
    private readonly folder: string,
  ) {}

  static async open(): Promise<ScenePage> {
    const folder = await sceneFolder();
    const config = withoutThreads({ DATA_DIR: folder, LOG_LEVEL: "silent" });
    const ledger = await openLedger({ folder });
    await ledger.reads.reached(await ledger.log.head());
    const server = await startServer({ config, ledger, logTo: { write: () => undefined } });
    return new ScenePage(await openChromium(), ledger, server, folder);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    await this.ledger.close();
    removed(this.folder);
  }

  /**
   * A browser that has seen nothing yet, far from Vietnam, at a place of the page.
   * @param role whom one is; nobody when null. A clerk works for `unitId`.
   */
  async at(
    path: string,
    role: string | null,
    { unitId = null, viewport = DESK, ...elsewhere }: At = {},
  ): Promise<Opened> {
    const isUsual = Object.keys(elsewhere).length === 0;
    const page = (isUsual ? this.left.pop() : undefined) ?? (await this.newPage(elsewhere));
    if (!isUsual) this.elsewhere.add(page);
    this.taken.add(page);
    await page.setViewportSize(viewport);
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (NO_WORKER.test(message.text())) return;
      if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
    });
    page.on("pageerror", ({ message }) => wrong.push(message));
    if (role !== null) {
      const response = await page.context().request.post(`${this.server.url}/login/as`, {
        data: { role, unitId },
        headers: { "x-ledger-page": "1" },
      });
      expect(response.status(), await response.text()).to.equal(200);
    }
    await page.goto(this.server.url + path);
    await settled(page);
    return { page, wrong };
  }

  /** @returns the id of the unit of this name, which everybody may know */
  async unitId(name: string): Promise<string> {
    const query = "{ units(first: 100) { nodes { id name } } }";
    const response = await fetch(`${this.server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as {
      data: { units: { nodes: readonly { id: string; name: string }[] } };
    };
    return data.units.nodes.find((unit) => unit.name === name)!.id;
  }

  /** Their browsers, those of the whole test when none is named, forget all: logins, what is kept on the device, other windows. */
  async leave(...pages: readonly Page[]): Promise<void> {
    for (const page of pages.length > 0 ? pages : this.taken) {
      this.taken.delete(page);
      const context = page.context();
      if (this.elsewhere.has(page)) {
        await context.close();
        continue;
      }
      page.removeAllListeners();
      // A test may have closed it, and have gone on in another window.
      if (page.isClosed()) {
        await context.close();
        continue;
      }
      for (const other of context.pages()) if (other !== page) await other.close();
      await page.unrouteAll();
      await page.emulateMedia({ media: null });
      await context.setOffline(false);
      await forgetDevice(page, this.server.url);
      await context.clearCookies();
      this.left.push(page);
    }
  }

  private async newPage(where: Where): Promise<Page> {
    // What a service worker asks for would pass by what a test says of requests.
    const usual = { timezoneId: "America/Los_Angeles", locale: "en-US", serviceWorkers: "block" } as const;
    const context = await this.browser.newContext({ ...usual, ...where });
    return context.newPage();
  }
}

const BUSY = `document.querySelector("[aria-busy=true], .waiting") !== null || document.querySelector("#main") === null`;
const PATIENCE_MS = 20_000;

/**
 * Nothing is on its way any more, and what came is drawn. Asked through the debugger: the page's own policy lets no text be
 * run as a script.
 */
export async function settled(page: Page): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < 2;) {
    calm = (await page.evaluate<boolean>(BUSY)) ? 0 : calm + 1;
    if (Date.now() > end) throw new Error(`The page is still busy at ${page.url()}.`);
    await page.waitForTimeout(40);
  }
}

/** Goes on by a link, without loading the page anew: a third of the time. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(`(() => {
    const link = document.createElement("a");
    link.href = ${JSON.stringify(path)};
    document.body.append(link);
    link.click();
    link.remove();
  })()`);
  await settled(page);
}

/** What axe finds against WCAG 2.2 AA, one line a rule. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  // Half a megabyte on its way: a page that has it is not sent it again.
  if (!(await page.evaluate<boolean>(`"axe" in window`))) await page.evaluate(AXE);
  const found = await page.evaluate<{ id: string; nodes: { target: string[]; failureSummary: string }[] }[]>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }).then(({ violations }) => violations)`,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join("; ")}`,
  );
}

/** No part of the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>(`document.documentElement.scrollWidth - innerWidth`);

/** Sentences of codes, of fields' names or of nothing that slipped through to people. */
export async function codesShown(page: Page): Promise<readonly string[]> {
  const text = await page.locator("#main").innerText();
  return (
    text.match(
      /\b[A-Z]{2,}_[A-Z_]+\b|\b[A-Z]\w+:[0-9a-f]{8}-[0-9a-f-]+|\bundefined\b|\[object \w+\]|\b\d{4}-\d\d-\d\dT/g,
    ) ?? []
  );
}
