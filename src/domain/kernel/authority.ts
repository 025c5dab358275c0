import type { CommandMeta } from "./decider.js";
import { catalog, type Path, type Refusal, say } from "./refusal.js";

export const authorityRefusals = catalog({
  NOT_YOUR_UNIT: () =>
    say("Bạn chỉ được ghi hồ sơ của đơn vị mình.", "You may keep the records of your own unit only."),
});

/** A clerk (cán bộ của đơn vị) writes for its own unit, or for one that its unit succeeded; other roles for any. */
export function actsForOneOf(meta: CommandMeta, unitIds: readonly string[], path: Path): Refusal | undefined {
  if (meta.actor.role !== "CLERK") return undefined;
  return unitIds.some((id) => meta.actsFor.includes(id)) ? undefined : authorityRefusals.NOT_YOUR_UNIT(path);
}
