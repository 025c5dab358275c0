import {
  blankOf,
  choice,
  choices,
  count,
  type DataOf,
  day,
  id,
  many,
  NOBODY,
  noted,
  optional,
  part,
  ref,
  shownAs,
  text,
  yes,
} from "../kernel/fields.js";
import type { LocalDate } from "../kernel/time.js";
import { say } from "../kernel/words.js";
import type { LawReference } from "../law/lawBook.js";
import { custodian, decisionNumber, EXHIBIT, lineId, minutesNumber, place, sealNumber, seizedOn } from "./fields.js";
import {
  type CountDifference,
  SEIZURE_EXTENSIONS,
  SEIZURE_GROUNDS,
  SEIZURE_STATUSES,
  type SeizureGround,
} from "./terms.js";

/**
 * A temporary seizure of exhibits (tạm giữ tang vật; Law on Handling Administrative Violations 2012, Art. 125 and 126)
 * with its inventory, and what becomes of every copy: kept, returned, confiscated, and then destroyed, transferred or
 * sold. Titles and copies are different counts, and what was seized, confiscated and destroyed is kept apart.
 */

/** How many of a line a decision has done what with: confiscated + compensable = held + destroyed + transferred + sold + lost. */
export const CONFISCATED = {
  confiscated: count(say("đã tịch thu", "confiscated"), {}, "By decisions as they stand: 0 once revoked."),
  held: count(say("đã tịch thu, chưa xử lý", "confiscated and held"), {}, "Confiscated and not disposed of yet."),
  destroyed: count(say("đã tiêu hủy", "destroyed")),
  transferred: count(say("đã chuyển giao", "handed over")),
  sold: count(say("đã bán", "sold")),
  lost: count(say("mất, hỏng sau tịch thu", "lost after confiscation"), {}, "Missing or ruined after confiscation."),
  compensable: count(
    say("phải bồi thường", "to be compensated"),
    {},
    "Gone before their confiscation was revoked: compensation is due.",
  ),
};

const CONFISCATION = part(
  "ExhibitConfiscation",
  {
    sanctionId: ref("Sanction", say("quyết định xử phạt", "sanction decision")),
    decisionNumber: noted(decisionNumber, "As it was written then."),
    confiscatedOn: day(say("ngày tịch thu", "confiscated on"), "The day of the first confiscation by this decision."),
    ...CONFISCATED,
  },
  "What one decision did with a line.",
);
export type Confiscation = DataOf<typeof CONFISCATION.fields>;

/** What of a line is where, besides what decisions did with it. */
export const KEPT = {
  seized: count(say("đã tạm giữ", "seized"), {}, "As minuted, and corrected since."),
  inCustody: count(say("đang tạm giữ", "in custody"), {}, "Waiting for a decision."),
  returned: count(say("đã trả lại", "returned")),
  missing: count(say("thiếu", "missing"), {}, "Missing from custody."),
  damaged: count(say("hư hỏng", "damaged"), {}, "Ruined in custody."),
  surplus: count(say("thừa", "surplus"), {}, "Found in custody beyond the number minuted."),
};

/** What the API shows of a line, with its quantities added up. */
export const LINE = {
  lineId: shownAs("id", noted(lineId, "Give it to the commands as `lineId`.")),
  rootId: shownAs(
    "minutedLineId",
    id(
      say("mục gốc trong biên bản", "line of the minutes"),
      "The line of the minutes from which it was split off, or itself: by this, titles are counted.",
    ),
  ),
  ...EXHIBIT,
  estimated: shownAs(
    "isEstimated",
    yes(say("số lượng ước tính", "number is an estimate"), "The number is an estimate: it was not counted yet."),
  ),
  place: noted(place, "Where it is kept."),
  custodian: noted(custodian, "Who keeps it."),
  sealNumber: optional(noted(sealNumber, "Null: not sealed, or unsealed.")),
  confiscations: many(CONFISCATION, say("các lần tịch thu", "confiscations"), { most: 100, least: 0 }),
};
/** A line of the inventory: seized = inCustody + returned + confiscated + discrepancy, at every event. */
export type ExhibitLine = DataOf<typeof LINE & typeof KEPT>;

/** What is known of a seizure, and shown. */
export const SEIZURE = {
  status: choice(SEIZURE_STATUSES, say("trạng thái", "status")),
  caseId: shownAs("violationCase", ref("ViolationCase", say("vụ việc vi phạm", "violation case"))),
  unitId: ref("Unit", say("cơ quan tạm giữ", "unit that seized"), "The unit that seized and has custody."),
  unitName: text(say("tên đơn vị", "name of the unit"), 300, NOBODY, "As it was called on the day of the seizure."),
  grounds: choice(SEIZURE_GROUNDS, say("căn cứ tạm giữ", "ground")),
  minutesNumber: noted(minutesNumber, "Số biên bản tạm giữ."),
  decisionNumber: noted(decisionNumber, "Số quyết định tạm giữ."),
  seizedOn,
  dueOn: day(say("thời hạn tạm giữ", "custody ends on"), "The last day in time, as notified; extensions move it."),
  extensions: choices(SEIZURE_EXTENSIONS, say("các lần kéo dài thời hạn", "extensions"), { least: 0 }),
};
export interface Seizure extends DataOf<typeof SEIZURE> {
  readonly seizureId: string;
  /** The period of which `dueOn` is the last day. */
  readonly law: LawReference;
  /** It was seized when the file of the case had been passed on: its time was longer from the start. */
  readonly inTransferredCase: boolean;
  /** The days of public notices for an unknown owner. */
  readonly announcedOn: readonly LocalDate[];
  /** The earliest day on which anything was done with the exhibits; null: nothing was. */
  readonly firstStepOn: LocalDate | null;
  readonly lines: readonly ExhibitLine[];
}

/** A line that was counted: `difference` = counted − what the record held in custody. */
export interface CountedLine {
  readonly lineId: string;
  readonly counted: number;
  readonly difference: number;
  readonly as: CountDifference;
}

/** What a correction changes of a line; what is absent stays. `copies` is the number seized. */
export type LineChanges = Partial<Omit<DataOf<typeof EXHIBIT>, "unit"> & { readonly copies: number }>;
/** What a correction changes of the minutes. */
export interface MinutesChanges {
  readonly minutesNumber?: string;
  readonly decisionNumber?: string;
  readonly seizedOn?: LocalDate;
  /** Follows from another day of seizure. */
  readonly dueOn?: LocalDate;
  readonly grounds?: SeizureGround;
}

/** What a seizure has none of at first. */
export const BLANK = { ...blankOf(SEIZURE), announcedOn: [], firstStepOn: null } as const satisfies Partial<Seizure>;

/** What others may know of a seizure, now. */
export type SeizureFact = Pick<Seizure, "seizureId" | "caseId" | "status" | "minutesNumber"> & {
  readonly lines: readonly Pick<ExhibitLine, "estimatedValue">[];
};
