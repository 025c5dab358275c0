import { dayToldBy, eventsOf, type EventsOf, history, type None } from "../kernel/history.js";
import { type Links, some, units, withinCase } from "../kernel/links.js";
import type { Vnd } from "../kernel/money.js";
import type { LocalDate } from "../kernel/time.js";
import { type Bilingual, enCount, enDay, enVnd, say, viCount, viDay, viVnd } from "../kernel/words.js";
import type { LawReference } from "../law/lawBook.js";
import type { LineCopies, MinutedLine } from "./fields.js";
import * as inventory from "./lines.js";
import { statusOf } from "./quantities.js";
import { BLANK, type CountedLine, type LineChanges, type MinutesChanges, type Seizure } from "./seizure.js";
import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  EXHIBIT_UNITS,
  SEIZURE_STATUSES,
  type SeizureExtensionKind,
  type SeizureGround,
} from "./terms.js";

const { begins, correctsAs, happens, takesBack, voids } = eventsOf<Seizure, { readonly seizureId: string }>();

// How they are told -----------------------------------------------------------------------------------------------------

const copiesIn = (lines: readonly LineCopies[]): number => lines.reduce((total, { copies }) => total + copies, 0);

/** `Trả lại tang vật, số lượng 1.200.` */
const told = (vi: string, en: string, number: number): Bilingual =>
  say(`${vi}, số lượng ${viCount(number)}.`, `${en}: ${enCount(number)}.`);

/** How many there are in each unit of counting: `3.200 bản, 900 tờ`. */
function amounts(lines: readonly MinutedLine[]): Bilingual {
  const all = EXHIBIT_UNITS.values.flatMap((unit) => {
    const alike = lines.filter((line) => line.unit === unit);
    if (alike.length === 0) return [];
    const number = copiesIn(alike);
    const words = EXHIBIT_UNITS.words[unit];
    const about = alike.some(({ estimated }) => estimated) ? say("khoảng ", "about ") : say("", "");
    return say(`${about.vi}${viCount(number)} ${words.vi}`, `${words.en}, ${about.en}${enCount(number)}`);
  });
  return say(all.map(({ vi }) => vi).join(", "), all.map(({ en }) => en).join("; "));
}

const bySanction = ({ sanctionId }: { readonly sanctionId: string | null }): Links => ({
  add: { sanctions: some("Sanction", sanctionId) },
});

/** Some copies that a decision is about. */
interface ByDecision {
  readonly sanctionId: string;
  readonly lines: readonly LineCopies[];
}

/** By what entries touch the same copies, the same seal, or the line as such. */
const copiesOf = (lines: readonly { readonly lineId: string }[]): string[] =>
  lines.map(({ lineId }) => `copies ${lineId}`);
const sealOf = (lines: readonly { readonly lineId: string }[]): string[] => lines.map(({ lineId }) => `seal ${lineId}`);
const wholly = (lineIds: readonly string[]): string[] =>
  lineIds.flatMap((one) => [`copies ${one}`, `seal ${one}`, `place ${one}`]);

/** What can have happened to a seizure. Where it stands then, `settle` reads off the quantities. */
export const seizureEvents = {
  ExhibitsSeized: begins<{
    caseId: string;
    /** The unit that seized and has custody, as it was called then. */
    unit: { readonly unitId: string; readonly name: string };
    grounds: SeizureGround;
    minutesNumber: string;
    decisionNumber: string;
    /** The day of the actual seizure, from which its time runs. */
    seizedOn: LocalDate;
    /** The last day in time, as notified. */
    dueOn: LocalDate;
    law: LawReference;
    lines: readonly MinutedLine[];
    place: string;
    custodian: string;
  }>({
    stays: say(
      "Hồ sơ tạm giữ nhập nhầm thì đính chính bảng kê hoặc hủy hồ sơ.",
      "What was seized in error of entry is corrected, or its record is voided.",
    ),
    says({ lines, dueOn }) {
      const { vi, en } = amounts(lines);
      return say(
        `Tạm giữ tang vật đến hết ngày ${viDay(dueOn)}: ${vi}.`,
        `Exhibits were seized until ${enDay(dueOn)}: ${en}.`,
      );
    },
    on: "seizedOn",
    about: ({ caseId, unit }) => ({
      set: { case: some("ViolationCase", caseId), unit: units([unit]) },
      ...withinCase(caseId),
    }),
    begins: ({ lines, unit, place, custodian, law, ...minutes }) => ({
      ...BLANK,
      ...minutes,
      ...{ unitId: unit.unitId, unitName: unit.name },
      law,
      inTransferredCase: law.key === "SEIZURE_TRANSFERRED",
      status: "IN_CUSTODY",
      lines: lines.map((line) => inventory.minuted(line, place, custodian)),
    }),
  }),
  SeizureExtended: happens<{
    extension: SeizureExtensionKind;
    decisionNumber: string;
    extendedOn: LocalDate;
    dueOn: LocalDate;
    law: LawReference;
  }>({
    touches: () => ["time"],
    says: ({ dueOn }) =>
      say(`Kéo dài thời hạn tạm giữ đến hết ngày ${viDay(dueOn)}.`, `The seizure was extended to ${enDay(dueOn)}.`),
    on: "extendedOn",
    changes: ({ extensions }, { dueOn, law, extension }) => ({ dueOn, law, extensions: [...extensions, extension] }),
  }),
  ExhibitsCounted: happens<{ countedOn: LocalDate; minutesNumber: string; lines: readonly CountedLine[] }>({
    touches: ({ lines }) => [...copiesOf(lines), ...sealOf(lines)],
    says({ lines }) {
      const number = lines.reduce((total, { counted }) => total + counted, 0);
      const differing = lines.filter(({ difference }) => difference !== 0).length;
      return differing === 0
        ? say(
            `Kiểm đếm tang vật, số lượng ${viCount(number)}, khớp với số đã ghi.`,
            `The exhibits were counted: ${enCount(number)}, as recorded.`,
          )
        : say(
            `Kiểm đếm tang vật, số lượng ${viCount(number)}; số mục khác với số đã ghi: ${differing}.`,
            `The exhibits were counted: ${enCount(number)}; lines that differ from the record: ${differing}.`,
          );
    },
    on: "countedOn",
    changes: ({ lines }, data) => ({ lines: inventory.counted(lines, data.lines) }),
  }),
  ExhibitsMoved: happens<{
    lineIds: readonly string[];
    place: string;
    custodian: string;
    document: string;
    movedOn: LocalDate;
  }>({
    touches: ({ lineIds }) => lineIds.map((one) => `place ${one}`),
    says: ({ lineIds }) =>
      say(
        `Bàn giao, chuyển kho tang vật, số mục: ${lineIds.length}.`,
        `Exhibits were moved, lines: ${lineIds.length}.`,
      ),
    on: "movedOn",
    changes: ({ lines }, { lineIds, place, custodian }) => ({
      lines: lines.map((line) => (lineIds.includes(line.lineId) ? { ...line, place, custodian } : line)),
    }),
  }),
  ExhibitsUnsealed: happens<{
    lineIds: readonly string[];
    unsealedOn: LocalDate;
    minutesNumber: string;
    present: readonly string[];
  }>({
    touches: ({ lineIds }) => sealOf(lineIds.map((lineId) => ({ lineId }))),
    says: ({ lineIds }) =>
      say(`Mở niêm phong tang vật, số mục: ${lineIds.length}.`, `Exhibits were unsealed, lines: ${lineIds.length}.`),
    on: "unsealedOn",
    changes: ({ lines }, { lineIds }) => ({
      lines: lines.map((line) => (lineIds.includes(line.lineId) ? { ...line, sealNumber: null } : line)),
    }),
  }),
  ExhibitsResealed: happens<{
    seals: readonly { readonly lineId: string; readonly sealNumber: string }[];
    resealedOn: LocalDate;
    minutesNumber: string;
    present: readonly string[];
  }>({
    touches: ({ seals }) => sealOf(seals),
    says: ({ seals }) =>
      say(`Niêm phong lại tang vật, số mục: ${seals.length}.`, `Exhibits were sealed again, lines: ${seals.length}.`),
    on: "resealedOn",
    changes: ({ lines }, { seals }) => ({
      lines: inventory.eachTold(lines, seals, (line, { sealNumber }) => ({ ...line, sealNumber })),
    }),
  }),
  /** A public notice for an owner whom nobody knows (thông báo tìm chủ sở hữu). */
  UnclaimedExhibitsAnnounced: happens<{ announcedOn: LocalDate; medium: string }>({
    says: say("Thông báo tìm chủ sở hữu tang vật.", "An owner was looked for by public notice."),
    on: "announcedOn",
    changes: (seizure, { announcedOn }) => ({ announcedOn: [...seizure.announcedOn, announcedOn] }),
  }),
  ExhibitsReturned: happens<{
    lines: readonly LineCopies[];
    returnedTo: string;
    document: string;
    returnedOn: LocalDate;
  }>({
    touches: ({ lines }) => copiesOf(lines),
    says: ({ lines }) => told("Trả lại tang vật", "Exhibits were returned", copiesIn(lines)),
    on: "returnedOn",
    changes: ({ lines }, data) => ({ lines: inventory.returned(lines, data.lines) }),
  }),
  /** `sanctionId`: of copies that this decision had confiscated; null: of copies in custody. */
  ExhibitDiscrepancyRecorded: happens<{
    kind: DiscrepancyKind;
    sanctionId: string | null;
    lines: readonly LineCopies[];
    minutesNumber: string;
    foundOn: LocalDate;
  }>({
    touches: ({ lines }) => copiesOf(lines),
    says({ kind, sanctionId, lines }) {
      const { vi, en } = DISCREPANCY_KINDS.words[kind];
      return sanctionId === null
        ? told(`Ghi nhận tang vật ${vi}`, `Exhibits in custody were ${en}`, copiesIn(lines))
        : told(`Ghi nhận tang vật đã tịch thu bị ${vi}`, `Confiscated exhibits were ${en}`, copiesIn(lines));
    },
    on: "foundOn",
    about: bySanction,
    changes: ({ lines }, { kind, sanctionId, ...data }) => ({
      lines:
        sanctionId === null
          ? inventory.discrepant(lines, data.lines, kind)
          : inventory.disposedOf(lines, { sanctionId, lines: data.lines }, "lost"),
    }),
  }),

  // By a sanction decision
  ExhibitsConfiscated: happens<
    ByDecision & {
      /** As it is written. */
      decisionNumber: string;
      confiscatedOn: LocalDate;
    }
  >({
    touches: ({ lines }) => copiesOf(lines),
    says: ({ lines }) => told("Tịch thu tang vật", "Exhibits were confiscated", copiesIn(lines)),
    on: "confiscatedOn",
    about: bySanction,
    changes: ({ lines }, data) => ({ lines: inventory.confiscated(lines, data.lines, data) }),
  }),
  ExhibitsDestroyed: happens<
    ByDecision & {
      /** The members of the destruction council (hội đồng tiêu hủy). */
      council: readonly string[];
      minutesNumber: string;
      method: string;
      destroyedOn: LocalDate;
    }
  >({
    touches: ({ lines }) => copiesOf(lines),
    says: ({ lines }) => told("Tiêu hủy tang vật", "Exhibits were destroyed", copiesIn(lines)),
    on: "destroyedOn",
    about: bySanction,
    changes: ({ lines }, data) => ({ lines: inventory.disposedOf(lines, data, "destroyed") }),
  }),
  ExhibitsTransferred: happens<ByDecision & { toBody: string; document: string; transferredOn: LocalDate }>({
    touches: ({ lines }) => copiesOf(lines),
    says: ({ lines }) => told("Chuyển giao tang vật", "Exhibits were handed over to another body", copiesIn(lines)),
    on: "transferredOn",
    about: bySanction,
    changes: ({ lines }, data) => ({ lines: inventory.disposedOf(lines, data, "transferred") }),
  }),
  ExhibitsSold: happens<ByDecision & { proceeds: Vnd; document: string; soldOn: LocalDate }>({
    touches: ({ lines }) => copiesOf(lines),
    says({ lines, proceeds }) {
      const number = copiesIn(lines);
      return say(
        `Bán tang vật, số lượng ${viCount(number)}, thu được ${viVnd(proceeds)}.`,
        `Exhibits were sold: ${enCount(number)}, for ${enVnd(proceeds)}.`,
      );
    },
    on: "soldOn",
    about: bySanction,
    changes: ({ lines }, data) => ({ lines: inventory.disposedOf(lines, data, "sold") }),
  }),
  /**
   * The decision was annulled, or amended so that it confiscates these no more. `lines` come back into custody;
   * `compensable` are gone already, so that their worth is owed. Or all of it stands on a decision that replaces it.
   */
  ConfiscationRevoked: happens<{
    sanctionId: string;
    revokedOn: LocalDate;
    carriedOverTo: { readonly sanctionId: string; readonly decisionNumber: string } | null;
    lines: readonly LineCopies[];
    compensable: readonly LineCopies[];
  }>({
    touches: ({ sanctionId, lines, compensable }) => [sanctionId, ...copiesOf([...lines, ...compensable])],
    says({ carriedOverTo, lines, compensable }) {
      if (carriedOverTo) {
        return say(
          "Việc tịch thu tang vật từ nay căn cứ vào quyết định thay thế.",
          "The confiscation stands on the decision that replaces the former one.",
        );
      }
      const [back, gone] = [copiesIn(lines), copiesIn(compensable)];
      return say(
        `Hủy việc tịch thu tang vật: đưa về tạm giữ ${viCount(back)}, không còn để trả lại ${viCount(gone)}.`,
        `The confiscation was revoked: back in custody ${enCount(back)}, gone already ${enCount(gone)}.`,
      );
    },
    on: "revokedOn",
    about: ({ sanctionId, carriedOverTo }) => ({
      add: { sanctions: some("Sanction", sanctionId, carriedOverTo?.sanctionId ?? null) },
    }),
    changes: ({ lines }, { sanctionId, carriedOverTo, lines: back, compensable }) => ({
      lines: carriedOverTo
        ? inventory.carriedOver(lines, sanctionId, carriedOverTo)
        : inventory.revoked(lines, sanctionId, back, compensable),
    }),
  }),

  // What speaks of the record
  ExhibitLotSplit: happens<inventory.Split>({
    touches: ({ lineId, newLineId }) => wholly([lineId, newLineId]),
    says: ({ copies }) => told("Tách lô tang vật", "A lot was split off", copies),
    changes: ({ lines }, data) => ({ lines: inventory.split(lines, data) }),
  }),
  ExhibitLotsMerged: happens<{ lineId: string; fromLineId: string }>({
    touches: ({ lineId, fromLineId }) => wholly([lineId, fromLineId]),
    says: say("Gộp lô tang vật.", "Lots of exhibits were merged."),
    changes: ({ lines }, { lineId, fromLineId }) => ({ lines: inventory.merged(lines, lineId, fromLineId) }),
  }),
  InventoryCorrected: correctsAs<{
    minutes: MinutesChanges;
    lines: readonly { readonly lineId: string; readonly changes: LineChanges }[];
  }>({
    touches: ({ minutes: { seizedOn }, lines }) => [
      ...(seizedOn === undefined ? [] : ["time"]),
      ...wholly(lines.map(({ lineId }) => lineId)),
    ],
    says: say("Đính chính bảng kê tang vật.", "The inventory was corrected."),
    corrected: ({ minutes }) => minutes,
    changes: ({ lines }, data) => ({ ...data.minutes, lines: inventory.corrected(lines, data.lines) }),
  }),
  SeizureEntryTakenBack: takesBack(),
  SeizureVoided: voids({ says: say("Hủy hồ sơ tạm giữ nhập nhầm.", "The record of the seizure was voided.") }),
};

export type SeizureEvent = EventsOf<typeof seizureEvents>;

export const seizureHistory = history({
  kind: "Seizure",
  category: "seizure",
  timeline: "SEIZURE",
  id: "seizureId",
  words: say("lần tạm giữ", "seizure"),
  statuses: SEIZURE_STATUSES,
  events: seizureEvents,
  blank: BLANK,
  settle(after: Seizure, event: SeizureEvent, before: Seizure | None) {
    if (before.status === "NONE" || after.status === "VOIDED") return after;
    return { ...after, status: statusOf(after), firstStepOn: earlier(after.firstStepOn, stepDay(event)) };
  },
});

/** The day on which the papers say that something was done; null for what changes the record only. */
const stepDay = (event: SeizureEvent): LocalDate | null => dayToldBy(seizureEvents, event);

const earlier = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one;
