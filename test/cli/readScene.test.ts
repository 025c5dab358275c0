import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { playScene, SceneStopped } from "../../src/cli/scene/play.js";
import { BadScene, readScene } from "../../src/cli/scene/readScene.js";
import { removed, temporaryFolder } from "./support.js";

const SCENE = `{
  "format": "press-ledger/scene@1",
  "accounts": [
    { "account": "admin", "role": "ADMIN" },
    { "account": "clerk", "role": "CLERK", "unit": "u1" }
  ],
  "files": ["units.json"]
}`;

const UNITS = `{
  "by": "admin",
  "stories": [
    {
      "story": "u1",
      "notes": ["The first unit."],
      "commands": [
        {
          "at": "2019-08-26 08:00",
          "mutation": "registerUnit",
          "makes": "@unit:u1",
          "input": {
            "unit": { "kind": "DEPARTMENT", "name": "Sở Một" },
            "effectiveOn": "2019-01-01",
            "legalBasis": "QĐ 1"
          }
        },
        {
          "at": "2019-08-27 08:00",
          "mutation": "renameUnit",
          "input": { "unitId": "@unit:u1", "name": "Sở Hai", "effectiveOn": "2019-08-27", "legalBasis": "QĐ 2" }
        }
      ]
    }
  ]
}`;

describe("a scene's files", function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => removed(folder));

  /** Writes the scene with one text replaced by another. */
  function write(found = "", instead = ""): void {
    if (!(SCENE + UNITS).includes(found)) throw new Error(`Nothing reads ${found}.`);
    writeFileSync(join(folder, "scene.json"), SCENE.replace(found, instead));
    writeFileSync(join(folder, "units.json"), UNITS.replace(found, instead));
  }

  function problems(found: string, instead: string): readonly string[] {
    write(found, instead);
    try {
      readScene(folder);
    } catch (error) {
      if (error instanceof BadScene) return error.problems;
      throw error;
    }
    return [];
  }

  it("become commands by the clock on a wall in Vietnam, each with an account and its own id", () => {
    write();
    const commands = readScene(folder);
    expect(commands.map(({ at, by, mutation }) => [at, by.subject, mutation])).to.deep.equal([
      ["2019-08-26T01:00:00.000Z", "admin", "registerUnit"],
      ["2019-08-27T01:00:00.000Z", "admin", "renameUnit"],
    ]);
    expect(commands.map(({ entry }) => entry)).to.deep.equal([
      "units.json, line 8, u1: registerUnit",
      "units.json, line 18, u1: renameUnit",
    ]);
    expect(new Set(commands.map(({ commandId }) => commandId)).size).to.equal(2);
    expect(commands[1]?.input((name) => `id of ${name}`)).to.include({ unitId: "id of unit:u1", name: "Sở Hai" });
  });

  it("keep the ids of their commands when others are added before them", () => {
    write();
    const [, rename] = readScene(folder);
    const earlier = `{ "story": "u0", "commands": [
      { "at": "2019-08-25 08:00", "mutation": "renameUnit", "input": { "unitId": "@unit:u0" } }
    ] },`;
    write(`"stories": [`, `"stories": [${earlier}`);
    expect(readScene(folder).map(({ commandId }) => commandId)[2]).to.equal(rename?.commandId);
  });

  it("let what stands nearest say whose command it is", () => {
    write(`"mutation": "renameUnit",`, `"mutation": "renameUnit", "by": "clerk",`);
    expect(readScene(folder).map(({ by }) => by.subject)).to.deep.equal(["admin", "clerk"]);
  });

  it("are refused by line and field", () => {
    const at = (line: number, what: string): readonly string[] => [`units.json, line ${line}: ${what}.`];
    for (const [found, instead, told] of [
      [
        `"2019-08-27 08:00"`,
        `"2019-08-32 08:00"`,
        at(18, `at: expected a minute such as 2019-09-01 08:30, found "2019-08-32 08:00"`),
      ],
      [
        `"2019-08-27 08:00"`,
        `"2019-08-27 24:00"`,
        at(18, `at: expected a minute such as 2019-09-01 08:30, found "2019-08-27 24:00"`),
      ],
      [`"renameUnit"`, `"renameUnits"`, at(18, `mutation: no mutation is named "renameUnits"`)],
      [
        `"@unit:u1", "name"`,
        `"@unit.u1", "name"`,
        at(18, `input: expected a name such as @visit:v05, found "@unit.u1"`),
      ],
      [
        `"makes": "@unit:u1"`,
        `"makes": "unit:u1"`,
        at(8, `makes: expected a name such as @visit:v05, found "unit:u1"`),
      ],
      [`"makes":`, `"make":`, at(8, `"make" is not a field that stands here`)],
      [
        `"input": { "unitId"`,
        `"with": { "unitId"`,
        [...at(18, `input: expected an object, found nothing`), ...at(18, `"with" is not a field that stands here`)],
      ],
      [`"story": "u1",`, ``, at(4, `story: expected text of 1 to 300 characters, found nothing`)],
      [`"story": "u1",`, `"story": "u1", "by": "nobody",`, at(4, `by: no account is named "nobody"`)],
      [
        `"by": "admin",`,
        ``,
        [8, 18].flatMap((line) => at(line, "by: expected an account, here or in what it stands in, found nothing")),
      ],
    ] as const)
      expect(problems(found, instead), instead).to.deep.equal(told);
  });

  it("are refused where they are no JSON, by line", () => {
    expect(problems(`"mutation": "renameUnit",`, `"mutation": "renameUnit"`)).to.deep.equal([
      `units.json, line 21: expected "," or "}", found "input".`,
    ]);
    expect(problems(`"by": "admin",`, `"by": "admin", "by": "clerk",`)).to.deep.equal([
      `units.json, line 2: the field "by" is written twice.`,
    ]);
  });

  it("are refused when one of them is not there, or is of another format", () => {
    expect(problems(`"units.json"`, `"unit.json"`)).to.match(/^unit\.json, ENOENT/);
    expect(problems("scene@1", "scene@2")).to.deep.equal([
      `scene.json, line 1: format: expected "press-ledger/scene@1".`,
    ]);
    expect(problems(`"role": "ADMIN"`, `"role": "CHIEF"`)[0]).to.match(
      /^scene\.json, line 4: role: expected one of CLERK, /,
    );
    expect(problems(`"account": "clerk"`, `"account": "admin"`)).to.deep.equal([
      `scene.json, line 5: account: "admin" stands here twice.`,
    ]);
  });

  it("stop the play where the API does not take an input, by line and field", async () => {
    const stop = async (found: string, instead: string): Promise<string> => {
      write(found, instead);
      const ledger = join(folder, "ledger");
      const failure: unknown = await playScene({ folder: ledger, commands: readScene(folder) }).catch((error) => error);
      removed(ledger);
      expect(failure).to.be.instanceOf(SceneStopped);
      return (failure as Error).message;
    };
    expect(await stop(`"kind": "DEPARTMENT"`, `"kind": "OFFICE"`)).to.match(
      /^units\.json, line 8, u1: registerUnit, on 2019-08-26T01:00:00\.000Z: .*input\.unit\.kind/,
    );
    expect(await stop(`"name": "Sở Hai"`, `"name": ""`)).to.match(/^units\.json, line 18, u1: renameUnit, .*name/);
    expect(await stop(`"unitId": "@unit:u1"`, `"unitId": "@unit:u9"`)).to.match(
      /^units\.json, line 18, u1: renameUnit, .*There is nothing named unit:u9\.$/,
    );
  });
});
