import { type TermOf, terms } from "./terms.js";
import { say } from "./words.js";

/** Who may do what is decided by role; the list is closed. */
export const ROLES = terms(
  "Role",
  "In what role somebody acts. A clerk enters for its own unit; a press officer keeps the registry of the press; a " +
    "subscriber is told, within the scopes of its token, what happens, and no names of persons.",
  {
    CLERK: say("cán bộ của đơn vị", "clerk of a unit"),
    PRESS_OFFICER: say("chuyên viên quản lý báo chí", "press officer"),
    INSPECTOR: say("thanh tra, người có thẩm quyền xử phạt", "inspector, or who may sanction"),
    OVERSIGHT: say("Ban của Hội đồng nhân dân", "committee of the people's council"),
    ANALYST: say("người phân tích số liệu", "analyst"),
    ADMIN: say("quản trị hệ thống", "administrator"),
    SUBSCRIBER: say("hệ thống nhận tin", "subscriber"),
    PUBLIC: say("công chúng", "the public"),
  },
);
export type Role = TermOf<typeof ROLES>;

/** Who acts, with the unit's name as it was at that moment: history keeps it. */
export interface Actor {
  readonly subject: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly unitName: string | null;
}
