import type { CommandMeta } from "./decider.js";
import { catalog, type Path, type Refusal, say } from "./refusal.js";
import type { LocalDate } from "./time.js";
import { enDay, listed, viDay } from "./words.js";

export const authorityRefusals = catalog({
  NOT_YOUR_UNIT: () =>
    say("Bạn chỉ được ghi hồ sơ của đơn vị mình.", "You may keep the records of your own unit only."),
  /** Who carries on, in words, as far as it is known. */
  YOUR_UNIT_ENDED: (day: LocalDate, heirsVi?: string, heirsEn?: string) =>
    say(
      `Đơn vị trong thẻ truy cập đã chấm dứt từ ngày ${viDay(day)}; hồ sơ do đơn vị kế tục ghi${listed(heirsVi)}. Hãy đăng nhập bằng tài khoản của đơn vị đó.`,
      `The unit named in your token is no more since ${enDay(day)}; its successor keeps its records${listed(heirsEn)}. Sign in for that unit.`,
    ),
});

/**
 * A clerk (cán bộ của đơn vị) writes for its own unit as long as that is there, or for one that its unit has succeeded;
 * other roles for any.
 */
export function actsForOneOf(meta: CommandMeta, unitIds: readonly string[], path: Path): Refusal | undefined {
  if (meta.actor.role !== "CLERK") return undefined;
  if (meta.unitEnded) {
    const { on, heirs } = meta.unitEnded;
    return authorityRefusals.YOUR_UNIT_ENDED(path, on, heirs?.vi, heirs?.en);
  }
  return unitIds.some((id) => meta.actsFor.includes(id)) ? undefined : authorityRefusals.NOT_YOUR_UNIT(path);
}
