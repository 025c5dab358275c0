import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** The browser of this machine; none is downloaded. */
const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const named = process.env["CHROMIUM"];
const found = (named ? [named] : PATHS).find((path) => existsSync(path));
/** Where the tests must not pass because there was nothing to run them in. */
const isRequired = process.env["CI_CHROMIUM"] === "required";

/** A suite of tests in Chromium. Where there is none it is one line that says so. */
export function describeInChromium(title: string, tests: (this: Mocha.Suite) => void): void {
  if (found !== undefined) return void describe(title, tests);
  const missing = `${title}: no Chromium at ${named ?? PATHS.join(", ")} (CHROMIUM says where it is)`;
  if (!isRequired) return void it.skip(missing);
  it(title, () => {
    throw new Error(missing);
  });
}

/** What a page of this server has kept is kept no more. The page stays at a place where nothing of it runs. */
export async function forgetDevice(page: Page, server: string): Promise<void> {
  await page.goto(new URL("/health/live", server).href);
  await page.evaluate("localStorage.clear(), sessionStorage.clear()");
}

/** @throws where there is none: only suites of `describeInChromium` ask. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: found!,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--in-process-gpu"],
  });
