import { choices, day, NOBODY, optional, ref, text, yes } from "../../domain/kernel/fields.js";
import { say } from "../../domain/kernel/words.js";
import { pressItemHistory } from "../../domain/pressItem/events.js";
import { addressKey, type PressItem } from "../../domain/pressItem/pressItem.js";
import { pressItemOwes } from "../../domain/pressItem/owes.js";
import { PRESS_ITEM_STATUSES, PRESS_TONES, PRESS_VERDICTS } from "../../domain/pressItem/terms.js";
import { VISIT_TOPICS } from "../../domain/visit/terms.js";
import type { Position } from "../../eventstore/contract.js";
import {
  among,
  type DeclaredReader,
  declaredRecords,
  linkedTo,
  type Narrowing,
  since,
  until,
} from "../declared/declaredRecords.js";
import type { Basis } from "../table/basis.js";
import { fold } from "../table/fold.js";
import { found, foundNumber } from "../table/foundTexts.js";
import { maybeText, textColumn, type Version } from "../table/recordTable.js";
import { pressItemTally } from "./figures.js";

const each = <T>(values: readonly (T | null)[]): readonly T[] => [
  ...new Set(values.flatMap((one) => (one === null ? [] : [one]))),
];

/** By what two items may be seen to be one: the title, an address, what was captured. None of one that is void. */
const LIKENESS = {
  TITLE: ({ title }: PressItem): readonly string[] => [fold(title)],
  URL: ({ addresses }: PressItem): readonly string[] => each(addresses.map(({ url }) => url && addressKey(url))),
  HASH: ({ addresses }: PressItem): readonly string[] => each(addresses.map(({ sha256 }) => sha256)),
};
type Likeness = keyof typeof LIKENESS;
const LIKENESSES = ["TITLE", "URL", "HASH"] as const satisfies readonly Likeness[];
const standing =
  (of: (item: PressItem) => readonly string[]) =>
  (item: PressItem): readonly string[] =>
    item.status === "VOIDED" ? [] : of(item);

/** Found by what is alike, however it is written. */
const alikeIn = (
  kind: Likeness,
  keyOf: (told: string) => string,
  max: number,
  words: ReturnType<typeof say>,
): Narrowing => ({
  field: optional(text(words, max, NOBODY)),
  to: ({ links }, _name, told: string) => links.push({ kinds: [kind], refs: [keyOf(told)] }),
});

/** Items by the day of their publication. */
export const pressItems = declaredRecords(pressItemHistory, {
  name: "press_item",
  source: import.meta.url,
  columns: {
    status: textColumn(({ status }) => status),
    published_on: textColumn(({ publishedOn }) => publishedOn),
    topic: textColumn(({ topic }) => topic),
    tone: maybeText(({ tone }) => tone),
    verdict: maybeText(({ verdict }) => verdict),
    head_id: maybeText(({ headId }) => headId),
  },
  order: "published_on",
  links: {
    kinds: {
      CONCERNED: ({ unitIds }) => unitIds,
      ASSIGNED: ({ assignments }) => each(assignments.slice(-1).map(({ unitId }) => unitId)),
      AGENCY: ({ agencyId }) => each([agencyId]),
      REPORTER: ({ reporterId }) => each([reporterId]),
      VISIT: ({ visitId }) => each([visitId]),
      HEAD: standing(({ headId }) => each([headId])),
      TITLE: standing(LIKENESS.TITLE),
      URL: standing(LIKENESS.URL),
      HASH: standing(LIKENESS.HASH),
    },
  },
  filter: {
    unitId: linkedTo(["CONCERNED", "ASSIGNED"], ref("Unit", say("đơn vị liên quan hoặc được giao", "unit"))),
    assignedToId: linkedTo(["ASSIGNED"], ref("Unit", say("đơn vị được giao", "unit in charge"))),
    agencyId: linkedTo(["AGENCY"], ref("PressAgency", say("cơ quan báo chí", "press agency"))),
    reporterId: linkedTo(["REPORTER"], ref("Reporter", say("tác giả", "author"))),
    visitId: linkedTo(["VISIT"], ref("Visit", say("từ lượt tác nghiệp", "visit of which it came"))),
    headId: linkedTo(["HEAD"], ref("PressItem", say("tin, bài đứng đầu nhóm", "head of the cluster"))),
    title: alikeIn("TITLE", fold, 500, say("tên tin, bài", "title")),
    url: alikeIn("URL", addressKey, 2000, say("địa chỉ", "address")),
    sha256: alikeIn("HASH", (hash) => hash, 64, say("mã băm", "hash")),
    statuses: among("status", choices(PRESS_ITEM_STATUSES, say("trạng thái", "statuses")), true),
    topics: among("topic", choices(VISIT_TOPICS, say("lĩnh vực", "topics"))),
    tones: among("tone", choices(PRESS_TONES, say("phân loại", "tones")), true),
    verdicts: among("verdict", choices(PRESS_VERDICTS, say("kết quả xác minh", "verdicts")), true),
    isHead: {
      field: optional(yes(say("chỉ tin, bài đứng đầu nhóm", "only heads of clusters"), "False: only their reprints.")),
      standing: true,
      to: (asked, name, value: boolean) => asked.add(`(r.head_id IS NULL) = :${name}`, name, value ? 1 : 0),
    },
    from: since("published_on", day(say("đăng từ ngày", "published from"))),
    to: until("published_on", day(say("đăng đến ngày", "published up to"))),
  },
  found: {
    by: ({ publishedOn: since, ...item }) => ({
      since,
      texts: [
        ...found("PRESS_ITEM", item.title),
        ...found("OUTLET", item.outletName, { sort: "BODY" }),
        ...each(item.addresses.map(({ url }) => url)).flatMap((url) => found("ADDRESS", url)),
        ...foundNumber("CONCLUSION_NUMBER", item.conclusion, { day: item.verifiedOn }),
        ...each(item.assignments.map(({ paper }) => paper)).flatMap((paper) => foundNumber("ITEM_PAPER", paper)),
        ...item.requests.flatMap(({ document, sentOn: day }) => foundNumber("ITEM_PAPER", document, { day })),
      ],
    }),
  },
  owes: pressItemOwes,
  counts: pressItemTally,
});

type Reader = DeclaredReader<PressItem>;

/** Whether other items belong to this one. */
export const hasMembers = (items: Reader, headId: string, position: Position): boolean =>
  items.list({ headId }, { direction: "ASC", window: { limit: 1 }, basis: { position, today: "" } }).rows.length > 0;

/** So many are shown at most that may be the same. */
export const MOST_ALIKE = 20;

/** Other items with the same title, address or capture, by the day of publication: each may be a reprint. */
export function alikeTo(items: Reader, { id, state }: Version<PressItem>, basis: Basis): readonly Version<PressItem>[] {
  const found = new Map<string, Version<PressItem>>();
  const fields = { TITLE: "title", URL: "url", HASH: "sha256" } as const;
  for (const kind of LIKENESSES) {
    for (const key of LIKENESS[kind](state)) {
      const page = { direction: "ASC", window: { limit: MOST_ALIKE + 1 }, basis } as const;
      for (const { row } of items.list({ [fields[kind]]: key }, page).rows) if (row.id !== id) found.set(row.id, row);
    }
  }
  const inOrder = [...found.values()].sort((a, b) =>
    a.state.publishedOn + a.id < b.state.publishedOn + b.id ? -1 : 1,
  );
  return inOrder.slice(0, MOST_ALIKE);
}
