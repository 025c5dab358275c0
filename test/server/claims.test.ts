import { expect } from "chai";
import { OWN_CLAIMS } from "../../src/config.js";
import { ROLES } from "../../src/domain/kernel/actor.js";
import { claimAt, principalIn, ROLES_IN_ORDER } from "../../src/server/claims.js";
import { TokenRefused } from "../../src/server/tokenRefused.js";

const UNIT = "0b7c3c1e-5a55-4b7e-9d6b-3f0d9f6f2a11";

describe("the claims of a token", () => {
  const payload = {
    role: "CLERK",
    realm_access: { roles: ["a"] },
    resource_access: { "press.ledger": { roles: ["b"] } },
    "https://ledger.example.vn/roles": ["c"],
    "a.b": { c: 1 },
    a: { "b.c": 2 },
  };
  for (const [path, found] of [
    ["role", "CLERK"],
    ["realm_access.roles", ["a"]],
    ["resource_access.press.ledger.roles", ["b"]],
    ["https://ledger.example.vn/roles", ["c"]],
    ["a.b.c", 1],
    ["realm_access.groups", undefined],
    ["role.length", undefined],
    ["constructor", undefined],
    ["realm_access.roles.0.x", undefined],
  ] as const) {
    it(`are found by their way: ${path}`, () => expect(claimAt(payload, path)).to.deep.equal(found));
  }

  const roleOf = (role: unknown): string => principalIn({ sub: "s", role, unit: UNIT }, OWN_CLAIMS, () => []).role;

  it("name one role, several, or several in one text: without a map the one that may most counts", () => {
    expect(roleOf("ANALYST")).to.equal("ANALYST");
    expect(roleOf(["PUBLIC", "CLERK", "INSPECTOR", 7])).to.equal("INSPECTOR");
    expect(roleOf("openid CLERK ANALYST")).to.equal("CLERK");
    expect([...ROLES_IN_ORDER].sort()).to.deep.equal([...ROLES.values].sort());
    for (const none of [undefined, null, "", "clerk", { CLERK: true }, ["CLERKS"]]) {
      expect(() => roleOf(none), JSON.stringify(none)).to.throw(TokenRefused);
    }
  });

  it("go by a map where there is one: its order, and its names alone", () => {
    const roles = [
      ["Cán bộ sở", "CLERK"],
      ["ledger-admin", "ADMIN"],
    ] as const;
    const mapped = (role: unknown): string =>
      principalIn({ sub: "s", role, unit: UNIT }, { ...OWN_CLAIMS, roles }, () => []).role;
    for (const role of [["ledger-admin", "Cán bộ sở"], "Cán bộ sở", ["Cán bộ sở"]])
      expect(mapped(role)).to.equal("CLERK");
    expect(mapped("openid ledger-admin")).to.equal("ADMIN");
    expect(() => mapped(["ADMIN", "Cán bộ"])).to.throw(TokenRefused);
  });

  const clerkOf = (ids: readonly string[]): string | null =>
    principalIn({ sub: "s", role: "CLERK", unit: " 14758 " }, OWN_CLAIMS, (code) => (code === "14758" ? ids : []))
      .unitId;

  it("name a unit by its official code, unless several have it", () => {
    expect(clerkOf([UNIT])).to.equal(UNIT);
    expect(() => clerkOf([UNIT, "other"])).to.throw(TokenRefused, /one of several with its official code/);
    expect(() => clerkOf([])).to.throw(TokenRefused, /not in this ledger's register/);
  });
});
