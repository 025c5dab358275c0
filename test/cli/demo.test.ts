import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { developmentKey } from "../../src/server/developmentKey.js";
import { startServer } from "../../src/server/server.js";
import { withoutThreads } from "../server/support/servers.js";
import { Api, type Json } from "../support/api.js";
import { removed, temporaryFolder } from "./support.js";

const DEMO = fileURLToPath(new URL("../../src/cli/demo.js", import.meta.url));
const IMPORT = fileURLToPath(new URL("../../src/cli/import.js", import.meta.url));

/** A program that runs beside the test, and what it has said so far. */
class Program {
  said = "";
  readonly ended: Promise<number | null>;
  private readonly child;

  constructor(file: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
    // Nothing of the tester's own settings may decide how it goes.
    this.child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env["PATH"], ...env } });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (this.said += text));
    }
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  /** Waits until it has said so. */
  async says(what: RegExp): Promise<RegExpExecArray> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const found = what.exec(this.said);
      if (found) return found;
      if (over) throw new Error(`The program ended without saying ${String(what)}. It said:\n${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  interrupt(): Promise<number | null> {
    this.child.kill("SIGINT");
    return this.ended;
  }
}

describe("npm run demo", function () {
  this.timeout(180_000);

  it("says the four figures and why today's differ, serves them, and leaves nothing behind", async () => {
    const demo = new Program(DEMO, ["--port", "0"]);
    try {
      const [, folder = ""] = await demo.says(/throw-away ledger \((.+)\)/);
      const [, url = ""] = await demo.says(/GraphQL: (\S+)/);
      await demo.says(/Stop with Ctrl-C/);
      expect(demo.said).to.match(/Turns of reporters .* 75 +77\n/);
      expect(demo.said).to.match(/Inspections coordinated .* 27 +28\n/);
      expect(demo.said).to.match(/Administrative fines, .* 115,000,000 +119,000,000\n/);
      expect(demo.said).to.match(/Publications confiscated, .* 1,964 +2,018\n/);
      for (const reckoned of ["75 + 2 = 77", "27 + 1 = 28", "115,000,000 + 4,000,000", "1,964 + 54 = 2,018"])
        expect(demo.said).to.contain(reckoned);
      expect(await askedByAnybody(url)).to.deep.equal([75, 27, "115000000", 1_964]);
      expect(existsSync(folder)).to.equal(true);
      expect(await demo.interrupt()).to.equal(0);
      expect(existsSync(folder)).to.equal(false);
    } finally {
      await demo.interrupt();
    }
  });

  it("leaves nothing behind when it is stopped while it plays", async () => {
    const demo = new Program(DEMO, ["--port", "0"]);
    const [, folder = ""] = await demo.says(/throw-away ledger \((.+)\)/);
    await demo.says(/commands carried out…/);
    await demo.interrupt();
    expect(existsSync(folder)).to.equal(false);
  });

  it("tells a busy port in one line, before anything else", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const demo = new Program(DEMO, ["--port", String(port)]);
    expect(await demo.ended).to.equal(1);
    other.close();
    expect(demo.said).to.equal(
      `The demo does not start. Port ${port} is taken by another program; choose another one: npm run demo -- --port ${port + 1}\n`,
    );
  });

  it("tells a port that is none", async () => {
    const demo = new Program(DEMO, ["--port", "http"]);
    expect(await demo.ended).to.equal(1);
    expect(demo.said).to.equal(`The demo does not start. The port must be a number from 0 to 65535, not "http".\n`);
  });
});

describe("npm run import", function () {
  this.timeout(60_000);

  it("loads a file into a running server, once", async () => {
    const api = await Api.open();
    const config = withoutThreads({ DATA_DIR: api.folder });
    const server = await startServer({ config, ledger: api.ledger, logTo: { write: () => undefined } });
    try {
      const key = await developmentKey(api.folder, config.auth);
      const IMPORT_TOKEN = await key.issue({ subject: "admin-1", role: "ADMIN", unitId: null, hours: 1 });
      for (const counts of ["83 added, 0 already there.", "0 added, 83 already there."]) {
        const program = new Program(IMPORT, ["reference/units-thanh-hoa.json", "--url", server.url], { IMPORT_TOKEN });
        expect(await program.ended, program.said).to.equal(0);
        expect(program.said).to.contain(`${counts}\n`);
      }
    } finally {
      await server.close();
      await api.close();
    }
  });

  it("checks a file without a server when asked to", async () => {
    const program = new Program(IMPORT, [
      "reference/units-thanh-hoa.json",
      "--dry-run",
      "--changes-until",
      "2019-12-31",
    ]);
    expect(await program.ended).to.equal(0);
    expect(program.said).to.match(/51 entries to load\.\nwould send registerUnit for units "ubnd-tinh"\n/);
  });

  it("says in a line that no server answers", async () => {
    const program = new Program(IMPORT, ["reference/units-thanh-hoa.json", "--url", "http://127.0.0.1:1/graphql"]);
    expect(await program.ended).to.equal(2);
    expect(program.said).to.match(/The import stopped\. Nothing answers at http:\/\/127\.0\.0\.1:1\/graphql/);
    expect(program.said).not.to.contain("    at ");
  });

  it("refuses a file that is not UTF-8 before anything is sent, and skips the mark before one that is", async () => {
    const folder = temporaryFolder();
    const text = (await readFile("reference/units-thanh-hoa.json", "utf8")).replace("Sở Y tế", "Ban Quản lý Di tích");
    const path = join(folder, "register.json");
    const said = async (bytes: Uint8Array): Promise<[number | null, string]> => {
      await writeFile(path, bytes);
      const program = new Program(IMPORT, [path, "--dry-run"]);
      return [await program.ended, program.said];
    };
    // In Windows-1258 the Đ of Đông is one byte, which in UTF-8 means nothing.
    const [code, why] = await said(
      Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xd0]), Buffer.from('ông"}')]),
    );
    expect(code).to.equal(2);
    expect(why).to.equal("The file was not loaded, as it is not UTF-8; save it as UTF-8 and try again.\n");
    const [utf16] = await said(Buffer.from(`\uFEFF${text}`, "utf16le"));
    expect(utf16).to.equal(2);
    const [marked, entries] = await said(Buffer.from(`\uFEFF${text}`));
    expect(marked).to.equal(0);
    expect(entries).to.contain("would send registerUnit");
    removed(folder);
  });

  it("says what is wrong with a file", async () => {
    const program = new Program(IMPORT, ["package.json"]);
    expect(await program.ended).to.equal(2);
    expect(program.said).to.match(/^The file was not loaded\. It has 1 problem\(s\):\nfile: format: /);
  });
});

describe("every program", () => {
  const built = (path: string): string => fileURLToPath(new URL(`../../src/${path}.js`, import.meta.url));
  const CLI = ["backup", "demo", "import", "law", "rebuild", "sdl", "token", "verify"].map((name) => `cli/${name}`);
  const PROGRAMS = ["main", ...CLI];
  const NOWHERE = { DATA_DIR: "/nowhere" };

  for (const name of PROGRAMS) {
    it(`tells its usage when it is asked to, and does nothing else: ${name}`, async () => {
      const program = new Program(built(name), ["--help"], NOWHERE);
      expect(await program.ended).to.equal(0);
      expect(program.said).to.match(/^Usage: npm (run|start)/);
    });
  }

  for (const name of PROGRAMS) {
    it(`does nothing where a flag is not known, and tells its usage: ${name}`, async () => {
      const program = new Program(built(name), ["--nothing"], NOWHERE);
      expect(await program.ended).to.equal(name === "cli/import" ? 2 : 1);
      expect(program.said).to.match(/Unknown option '--nothing'.*\nUsage: npm (run|start)/);
    });
  }
});

/** The four figures, without a token: the figures are public. */
async function askedByAnybody(url: string): Promise<unknown[]> {
  const asked = `period: { from: "2019-09-01", to: "2019-11-18" }, asOf: { time: "2019-11-18T16:59:59.999Z" }`;
  const query = `{
    visitFigures(${asked}) { rows { reporterTurns { value } } }
    enforcementFigures(${asked}) {
      rows { inspectionsCoordinated { value } finesDecided { value } copiesConfiscated { value } }
    }
  }`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: Json };
  const [visits, enforcement] = [data.visitFigures.rows[0], data.enforcementFigures.rows[0]];
  const { inspectionsCoordinated, finesDecided, copiesConfiscated } = enforcement;
  return [visits.reporterTurns, inspectionsCoordinated, finesDecided, copiesConfiscated].map(
    ({ value }: Json) => value,
  );
}
