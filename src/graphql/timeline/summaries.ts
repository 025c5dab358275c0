import type { ClaimEvent } from "../../domain/claim/claim.js";
import type { DecisionRegisterEvent } from "../../domain/decisionRegister/decisionRegister.js";
import type { PressAgencyEvent } from "../../domain/pressAgency/pressAgency.js";
import type { UnitEvent } from "../../domain/unit/unit.js";
import { eventOfType, HISTORIES } from "../../domain/histories.js";
import { TIMELINE_KINDS } from "../../domain/kernel/history.js";
import type { TermOf } from "../../domain/kernel/terms.js";
import { type Bilingual, say } from "../../domain/kernel/words.js";
import type { SummariesOf, Summary } from "./summary.js";

const OF_UNITS: SummariesOf<UnitEvent> = {
  UnitRegistered: ["A unit was registered.", "Ghi nhận cơ quan, đơn vị mới."],
  UnitRenamed: ["The unit was renamed.", "Đổi tên cơ quan, đơn vị."],
  UnitsMerged: ["Units were merged.", "Hợp nhất, sáp nhập cơ quan, đơn vị."],
  UnitSplit: ["The unit was split.", "Chia, tách cơ quan, đơn vị."],
  UnitAbolished: ["The unit was abolished.", "Giải thể cơ quan, đơn vị."],
  UnitFunctionMoved: [
    "A function of state management moved to another unit.",
    "Chuyển chức năng quản lý nhà nước sang cơ quan khác.",
  ],
};

const OF_PRESS_AGENCIES: SummariesOf<PressAgencyEvent> = {
  PressAgencyRegistered: ["A press agency was registered.", "Ghi nhận cơ quan báo chí mới."],
  PressAgencyRenamed: ["The press agency was renamed.", "Đổi tên cơ quan báo chí."],
  PressAgencySuspended: ["The press agency was suspended.", "Đình bản, tạm đình chỉ hoạt động cơ quan báo chí."],
  PressAgencyReinstated: ["The press agency was reinstated.", "Cơ quan báo chí hoạt động trở lại."],
  PressAgencyMerged: ["The press agency was merged into another.", "Sáp nhập cơ quan báo chí."],
  PressAgencyClosed: ["The press agency was closed.", "Chấm dứt hoạt động cơ quan báo chí."],
};

const OF_DECISION_REGISTERS: SummariesOf<DecisionRegisterEvent> = {
  DecisionNumberDrawn: ["A number was drawn for a paper.", "Cấp số cho văn bản."],
  DecisionNumberTakenOver: [
    "A paper kept its number when it was tried again.",
    "Văn bản giữ số đã cấp khi thực hiện lại.",
  ],
  DecisionNumberReleased: [
    "A number was given back, the paper was not issued.",
    "Thu lại số vì văn bản không ban hành.",
  ],
};

const OF_CLAIMS: SummariesOf<ClaimEvent> = {
  ThingClaimed: ["What can be taken once was claimed for a command.", "Giữ chỗ điều chỉ một hồ sơ được dùng."],
  ClaimGivenBack: ["A claim was given back, the command was refused.", "Trả lại chỗ đã giữ vì lệnh bị từ chối."],
};

export type TimelineKind = TermOf<typeof TIMELINE_KINDS>;

const CATALOG: Readonly<Record<TimelineKind, Readonly<Record<string, Summary>>>> = {
  VISIT: {},
  INSPECTION: {},
  CASE: {},
  SANCTION: {},
  SEIZURE: {},
  REGISTER: {
    ...OF_UNITS,
    ...OF_PRESS_AGENCIES,
    ...OF_DECISION_REGISTERS,
    ...OF_CLAIMS,
  },
};

const BY_TYPE = new Map(TIMELINE_KINDS.values.flatMap((kind) => Object.entries(CATALOG[kind])));

/** A newer program on the same log may write types that this one has never heard of. */
const UNKNOWN = say("Có sự kiện mới được ghi nhận.", "Something was recorded.");

/** What is said of every event of a type; of one whose sentence tells more, it was written when the event was taken in. */
export function summaryOf({
  type,
  said_json,
}: {
  readonly type: string;
  readonly said_json: string | null;
}): Bilingual {
  if (said_json !== null) return JSON.parse(said_json) as Bilingual;
  const told = eventOfType(type)?.says;
  if (told && typeof told !== "function") return told;
  const [en, vi] = BY_TYPE.get(type) ?? [UNKNOWN.en, UNKNOWN.vi];
  return say(vi, en);
}

/** The event types of these kinds of records. */
export const typesOf = (kinds: readonly TimelineKind[]): readonly string[] =>
  kinds.flatMap((kind) => [
    ...Object.keys(CATALOG[kind]),
    ...HISTORIES.filter(({ timeline }) => timeline === kind).flatMap(({ events }) => Object.keys(events)),
  ]);
