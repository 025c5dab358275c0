/** Who may do what is decided by role; the list is closed. */
export const ROLES = ["CLERK", "PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ANALYST", "ADMIN", "PUBLIC"] as const;

/**
 * CLERK (cán bộ của đơn vị) enters for its own unit; PRESS_OFFICER (chuyên viên quản lý báo chí) keeps the registry;
 * INSPECTOR (thanh tra, người có thẩm quyền xử phạt); OVERSIGHT (Ban của HĐND); ANALYST; ADMIN; PUBLIC.
 */
export type Role = (typeof ROLES)[number];

/** Who acts, with the unit's name as it was at that moment: history keeps it. */
export interface Actor {
  readonly subject: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly unitName: string | null;
}
