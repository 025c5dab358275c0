import { expect } from "chai";
import type { Role } from "../../src/domain/kernel/actor.js";
import { ROLES } from "../../src/domain/kernel/actor.js";
import { SUBJECT_KINDS } from "../../src/domain/law/terms.js";
import { offenderText, shownPartyName } from "../../src/graphql/shared/mask.js";
import type { Principal } from "../../src/commands/bus.js";

const as = (role: Role): Principal => ({ subject: "someone", role, unitId: null });
const MAY: readonly Role[] = ["PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ADMIN"];

describe("the names of offenders", () => {
  it("are told to those who work with them; of a person others see the initials", () => {
    for (const role of ROLES) {
      const name = shownPartyName({ kind: "INDIVIDUAL", name: "Nguyễn Văn An" }, as(role));
      expect(name, role).to.equal(MAY.includes(role) ? "Nguyễn Văn An" : "N••• V••• A•••");
      expect(offenderText("Ông An", as(role)), role).to.equal(MAY.includes(role) ? "Ông An" : null);
    }
    expect(shownPartyName({ kind: "INDIVIDUAL", name: "Đỗ Ý" }, undefined)).to.equal("Đ••• •••");
  });

  it("are kept for persons and household businesses, not for organisations", () => {
    const shown = SUBJECT_KINDS.values.map((kind) => shownPartyName({ kind, name: "Minh Đức" }, as("ANALYST")));
    expect(shown).to.deep.equal(["M••• Đ•••", "M••• Đ•••", "Minh Đức", "Minh Đức"]);
  });
});
