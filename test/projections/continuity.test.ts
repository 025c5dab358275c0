import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { Api } from "../support/api.js";
import { SINCE } from "../support/cast.js";

const unit = (name: string): Record<string, unknown> => ({ unit: { kind: "DEPARTMENT", name }, ...SINCE });

describe("a read model beside a log that was put back to an earlier state", () => {
  let api: Api;
  beforeEach(async () => {
    api = await Api.open();
  });
  afterEach(() => api.close());

  const names = async (): Promise<string[]> =>
    (await api.ask(`{ units { nodes { name } } }`)).units.nodes.map((one: { name: string }) => one.name) as string[];

  /** The log as it is now, put aside; what it returns puts it back. */
  const backup = async (): Promise<() => Promise<void>> => {
    await api.ledger.close();
    const [log, copy] = [join(api.folder, "ledger.db"), join(api.folder, "backup.db")];
    cpSync(log, copy);
    await api.reopen();
    return async () => {
      await api.ledger.close();
      for (const suffix of ["-wal", "-shm"]) rmSync(log + suffix, { force: true });
      cpSync(copy, log);
      await api.reopen();
    };
  };

  it("is built anew, and shows what the log holds", async () => {
    await api.done("registerUnit", unit("Sở Một"));
    const restore = await backup();
    await api.done("registerUnit", unit("Sở Hai"));
    await restore();
    await api.ledger.reads.reached(await api.ledger.log.head());
    expect(await names()).to.deep.equal(["Sở Một"]);
  });

  it("is built anew also when the log has since grown past it again", async () => {
    await api.done("registerUnit", unit("Sở Một"));
    const restore = await backup();
    await api.done("registerUnit", unit("Sở Hai"));
    const position = await api.ledger.log.head();
    await restore();
    await api.done("registerUnit", unit("Sở Ba"));
    expect(await api.ledger.log.head()).to.equal(position);
    await api.reopen();
    await api.ledger.reads.reached(position);
    expect(await names()).to.deep.equal(["Sở Ba", "Sở Một"]);
  });
});
