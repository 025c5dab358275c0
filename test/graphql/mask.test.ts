import { expect } from "chai";
import type { Role } from "../../src/domain/kernel/actor.js";
import { ROLES } from "../../src/domain/kernel/actor.js";
import { SUBJECT_KINDS, type SubjectKind } from "../../src/domain/law/terms.js";
import { offenderText, shownName } from "../../src/graphql/shared/mask.js";
import type { Principal } from "../../src/commands/bus.js";

const as = (role: Role): Principal => ({ subject: "someone", role, unitId: null });
const MAY: readonly Role[] = ["PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ADMIN"];

/** How the name of a party is shown to a reader, when the persons among the parties are known to be these. */
const shownTo = (role: Role | undefined, kind: SubjectKind, name: string, persons: readonly string[] = []): string =>
  shownName(
    { as: "PARTY", ref: "p-1", kind, name },
    {
      principal: role && as(role),
      reads: { persons: { isPerson: (named, ref) => persons.includes(`${named} ${ref}`) } },
    },
  );

describe("the names of offenders", () => {
  it("are told to those who work with them; of a person others see the initials", () => {
    for (const role of ROLES.values) {
      const name = shownTo(role, "INDIVIDUAL", "Nguyễn Văn An");
      expect(name, role).to.equal(MAY.includes(role) ? "Nguyễn Văn An" : "N••• V••• A•••");
      expect(offenderText("Ông An", as(role)), role).to.equal(MAY.includes(role) ? "Ông An" : null);
    }
    expect(shownTo(undefined, "INDIVIDUAL", "Đỗ Ý")).to.equal("Đ••• •••");
  });

  it("are kept for persons and household businesses, not for organisations", () => {
    const shown = SUBJECT_KINDS.values.map((kind) => shownTo("ANALYST", kind, "Minh Đức"));
    expect(shown).to.deep.equal(["M••• Đ•••", "M••• Đ•••", "Minh Đức", "Minh Đức", "Minh Đức"]);
  });

  it("are kept for who is known by now to be a person, whatever the record says as of then", () => {
    expect(shownTo("ANALYST", "ORGANISATION", "Minh Đức", ["PARTY p-1"])).to.equal("M••• Đ•••");
    expect(shownTo("INSPECTOR", "ORGANISATION", "Minh Đức", ["PARTY p-1"])).to.equal("Minh Đức");
    expect(shownTo("ANALYST", "ORGANISATION", "Minh Đức", ["PARTY p-2", "TARGET p-1"])).to.equal("Minh Đức");
  });
});
