import { expect } from "chai";
import { vnd } from "../../../src/domain/kernel/money.js";
import { type FineAccount, openInstalments, payableUntil } from "../../../src/domain/sanction/fine.js";
import { openAccount } from "../../../src/domain/sanction/fineAccount.js";

/** Thirty million, of which ten were paid before a plan over the other twenty was granted. */
const account: FineAccount = {
  ...openAccount(vnd(30_000_000n), "2019-09-10"),
  collected: 10_000_000n,
  instalments: [
    { dueOn: "2019-10-10", amount: vnd(10_000_000n) },
    { dueOn: "2019-11-10", amount: vnd(10_000_000n) },
  ],
};
const until = (fine: FineAccount): string | null =>
  payableUntil({ executionDueOn: "2019-09-20", suspendedFrom: null, fine });

describe("instalments that are not covered", () => {
  it("are all of the plan, whatever was paid before it was granted", () => {
    expect(openInstalments(account).map(({ nth }) => nth)).to.deep.equal([1, 2]);
    expect(until(account)).to.equal("2019-10-10");
  });

  it("are covered by what is paid since, the first one first and in full", () => {
    const paid = (more: bigint): FineAccount => ({ ...account, collected: account.collected + more });
    expect(until(paid(9_999_999n))).to.equal("2019-10-10");
    expect(until(paid(10_000_000n))).to.equal("2019-11-10");
    expect(openInstalments(paid(10_000_000n)).map(({ nth }) => nth)).to.deep.equal([2]);
    expect([openInstalments(paid(20_000_000n)), until(paid(20_000_000n))]).to.deep.equal([[], null]);
  });
});
