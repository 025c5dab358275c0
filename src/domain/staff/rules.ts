import type { Path, Refusal } from "../kernel/refusal.js";
import type { LocalDate } from "../kernel/time.js";
import { staffRefusals as refusals } from "./refusals.js";
import { staffOf, type StaffSnapshot } from "./snapshot.js";

type Numbers = Pick<
  StaffSnapshot,
  | "dedicated"
  | "partTime"
  | "bachelorOrAbove"
  | "college"
  | "otherDegree"
  | "securityCertificates"
  | "trainedWithinYear"
  | "uses"
>;

/** What the numbers of a snapshot must be among themselves. */
export function numbersAddUp(numbers: Numbers): Refusal | undefined {
  const { bachelorOrAbove, college, otherDegree, uses } = numbers;
  const staff = staffOf(numbers);
  const degrees = bachelorOrAbove + college + otherDegree;
  if (degrees !== staff) return refusals.STAFF_DEGREES_DO_NOT_ADD_UP(["bachelorOrAbove"], degrees, staff);
  for (const key of ["securityCertificates", "trainedWithinYear"] as const)
    if (numbers[key] > staff) return refusals.STAFF_MORE_THAN_THERE_ARE([key], staff);
  for (const [index, { use, done, base }] of uses.entries()) {
    if (uses.findIndex((one) => one.use === use) < index) return refusals.STAFF_USE_TWICE(["uses", index, "use"]);
    if (done > base) return refusals.STAFF_USE_BEYOND_BASE(["uses", index, "done"], base);
  }
  return undefined;
}

export const hasCome = (of: LocalDate, today: LocalDate, path: Path): Refusal | undefined =>
  of > today ? refusals.STAFF_SNAPSHOT_AHEAD(path) : undefined;
