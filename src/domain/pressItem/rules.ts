import type { CommandMeta } from "../kernel/decider.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { addressKey, type PressItem } from "./pressItem.js";
import { pressItemRefusals as refusals } from "./refusals.js";
import type { Verdict } from "./events.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";

/** Rules that several steps of a press item share. */

export const hasCome = (day: LocalDate, { now }: CommandMeta, path: Path): Refusal | undefined =>
  day > localDateOf(now) ? refusals.PRESS_ITEM_AHEAD(path) : undefined;

interface Asked {
  readonly state: PressItem;
  readonly meta: CommandMeta;
  readonly data: object;
}

/** The day of this field is that of the publication or later, and not ahead. */
export function sincePublication(field: string): (asked: Asked) => Refusal | undefined {
  return function happenedSincePublication({ state: { publishedOn }, data, meta }) {
    const day = (data as Readonly<Record<string, LocalDate>>)[field] ?? "";
    return day < publishedOn ? refusals.PRESS_ITEM_OUT_OF_ORDER([field], publishedOn) : hasCome(day, meta, [field]);
  };
}

/** What is said of one place where the item was found. */
interface AddressSaid {
  readonly url: string | null;
  readonly capturedAt: string;
  readonly sha256: string | null;
}

/** An address says where, or what was captured; it was captured by now; and it is not known. */
export function addressFault(
  { url, capturedAt, sha256 }: AddressSaid,
  known: readonly AddressSaid[],
  meta: CommandMeta,
  path: Path = [],
): Refusal | undefined {
  if (url === null && sha256 === null) return refusals.PRESS_ITEM_ADDRESS_SAYS_NOTHING([...path, "url"]);
  if (capturedAt > meta.now) return refusals.PRESS_ITEM_AHEAD([...path, "capturedAt"]);
  const alike = known.some((one) =>
    url === null || one.url === null
      ? url === one.url && one.sha256 === sha256
      : addressKey(one.url) === addressKey(url) && one.sha256 === sha256,
  );
  return alike ? refusals.PRESS_ITEM_ADDRESS_KNOWN([...path, "url"]) : undefined;
}

/** Every verdict is on a claim of the item, and no claim is judged twice. */
export function verdictFault({ claims }: PressItem, verdicts: readonly Verdict[]): Refusal | undefined {
  for (const [index, { claimId }] of verdicts.entries()) {
    const path = ["verdicts", index, "claimId"];
    if (!claims.some((one) => one.claimId === claimId)) return refusals.PRESS_ITEM_CLAIM_NOT_FOUND(path);
    const twice = verdicts.findIndex((one) => one.claimId === claimId) < index;
    if (twice) return refusals.PRESS_ITEM_CLAIM_TWICE(path);
  }
  return undefined;
}
