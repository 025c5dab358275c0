import { expect } from "chai";
import type { Ledger } from "../../src/ledger.js";
import { welcome } from "../../src/server/welcome.js";

const URL = "http://127.0.0.1:4000";

/** What is said on standard output, of a ledger that serves or does not yet. */
function said(isServing: boolean) {
  const lines: string[] = [];
  const reads = { isServing };
  const ledger = { logHealth: () => ({ state: "ok" }), reads } as unknown as Ledger;
  welcome({ mode: "production", explorer: false }, { url: URL }, ledger, (line) => lines.push(line));
  return { lines, reads };
}

describe("the welcome", () => {
  it("says that the program is ready, and where", () => {
    expect(said(true).lines).to.deep.equal([
      `press-ledger (production) is ready: the page ${URL}/ · GraphQL ${URL}/graphql\n`,
    ]);
  });

  it("says that it is starting as long as it is not ready, and then that it is", async () => {
    const { lines, reads } = said(false);
    const starting = `press-ledger (production) is starting: it reads the log before it answers at ${URL}\n`;
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(lines).to.deep.equal([starting]);
    reads.isServing = true;
    while (lines.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(lines).to.deep.equal([
      starting,
      `press-ledger (production) is ready: the page ${URL}/ · GraphQL ${URL}/graphql\n`,
    ]);
  });
});
