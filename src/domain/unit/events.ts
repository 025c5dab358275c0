import { eventsOf, type EventsOf, history } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import type { Change } from "../kernel/registerFields.js";
import { termWords } from "../kernel/terms.js";
import { lastNamed, type LocalDate } from "../kernel/time.js";
import { enCount, enDay, say, viCount, viDay } from "../kernel/words.js";
import type { NewUnit, UnitChanges } from "./fields.js";
import { UNIT_FUNCTIONS, type UnitEnding, type UnitFunction } from "./terms.js";
import { BLANK, isOfTheBeginning, NO_END, type Unit, type UnitCalendar } from "./unit.js";

const { begins, happens } = eventsOf<Unit, Change>();
/** The functions with which it began put right; those that came to it later, or that it gave away, stay. */
const begunWith = ({ startsOn, functions }: Unit, held: readonly UnitFunction[]): Unit["functions"] => [
  ...held.map((one) => ({ held: one, from: startsOn, to: null })),
  ...functions.filter((one) => !isOfTheBeginning({ startsOn }, one)),
];

/** Of events that speak of the record and so rest on no decision. */
const ofRecord = eventsOf<Unit, { readonly unitId: string }>();
const { corrects, takesBack } = ofRecord;

const on = ({ effectiveOn }: Change): LocalDate => effectiveOn;

const ended = (
  ending: UnitEnding,
  { legalBasis, effectiveOn }: Change,
  successorIds: readonly string[],
): Partial<Unit> => ({ ending, endsOn: effectiveOn, endingBasis: legalBasis, successorIds });

const takingIn = ({ tookInOn }: Unit, { effectiveOn }: Change): Partial<Unit> => ({
  tookInOn: tookInOn !== null && tookInOn > effectiveOn ? tookInOn : effectiveOn,
});

/** What can have happened to units; where one event is of several, what it changes in each. */
export const unitEvents = {
  UnitRegistered: begins<NewUnit>({
    stays: say(
      "Đơn vị đăng ký nhầm thì đính chính hoặc giải thể.",
      "A unit registered in error is corrected, or abolished.",
    ),
    says: ({ name, effectiveOn }) =>
      say(
        `Ghi nhận cơ quan, đơn vị mới từ ngày ${viDay(effectiveOn)}: ${name}.`,
        `A unit was registered, from ${enDay(effectiveOn)}: ${name}.`,
      ),
    on,
    about: ({ parentId }) => ({ once: some("Unit", parentId) }),
    begins: ({ name, parentId, functions, legalBasis, effectiveOn, ...unit }) => ({
      ...BLANK,
      ...unit,
      names: [{ name, from: effectiveOn }],
      startsOn: effectiveOn,
      registeredBasis: legalBasis,
      parents: [{ parentId, from: effectiveOn }],
      functions: functions.map((held) => ({ held, from: effectiveOn, to: null })),
    }),
  }),
  UnitRenamed: happens<{ unitId: string; name: string }>({
    touches: () => ["name"],
    says: ({ name, effectiveOn }) =>
      say(
        `Đổi tên cơ quan, đơn vị từ ngày ${viDay(effectiveOn)} thành: ${name}.`,
        `The unit was renamed, from ${enDay(effectiveOn)}: ${name}.`,
      ),
    on,
    changes: ({ names }, { name, effectiveOn }) => ({ names: [...names, { name, from: effectiveOn }] }),
  }),
  /** `parentId` null: it stands under none from then on. */
  UnitPlaced: happens<{ unitId: string; parentId: string | null }>({
    touches: () => ["parent"],
    says: ({ parentId, effectiveOn }) =>
      parentId === null
        ? say(
            `Cơ quan, đơn vị không còn trực thuộc đơn vị khác từ ngày ${viDay(effectiveOn)}.`,
            `The unit stands under no other, from ${enDay(effectiveOn)}.`,
          )
        : say(
            `Chuyển cơ quan, đơn vị sang trực thuộc đơn vị khác từ ngày ${viDay(effectiveOn)}.`,
            `The unit was placed under another, from ${enDay(effectiveOn)}.`,
          ),
    on,
    about: ({ parentId }) => ({ once: some("Unit", parentId) }),
    changes: ({ parents }, { parentId, effectiveOn }) => ({ parents: [...parents, { parentId, from: effectiveOn }] }),
  }),
  UnitsMerged: happens<{ fromIds: readonly string[]; intoId: string }>({
    stays: say("Việc hợp nhất, sáp nhập được hủy bằng lệnh riêng.", "A merger is reversed by a command of its own."),
    says: ({ fromIds, effectiveOn }) =>
      say(
        `Hợp nhất, sáp nhập ${viCount(fromIds.length)} cơ quan, đơn vị từ ngày ${viDay(effectiveOn)}.`,
        `${enCount(fromIds.length)} ${fromIds.length === 1 ? "unit was" : "units were"} merged into another, from ${enDay(effectiveOn)}.`,
      ),
    on,
    of: ({ fromIds, intoId }) => [...fromIds, intoId],
    changes: (unit, data) =>
      unit.unitId === data.intoId ? takingIn(unit, data) : ended("MERGED", data, [data.intoId]),
  }),
  UnitSplit: happens<{ fromId: string; intoIds: readonly string[] }>({
    stays: say("Việc chia, tách được hủy bằng lệnh riêng.", "A split is reversed by a command of its own."),
    says: ({ intoIds, effectiveOn }) =>
      say(
        `Chia, tách cơ quan, đơn vị thành ${viCount(intoIds.length)} từ ngày ${viDay(effectiveOn)}.`,
        `The unit was split into ${enCount(intoIds.length)}, from ${enDay(effectiveOn)}.`,
      ),
    on,
    of: ({ fromId, intoIds }) => [fromId, ...intoIds],
    changes: (unit, data) => (unit.unitId === data.fromId ? ended("SPLIT", data, data.intoIds) : takingIn(unit, data)),
  }),
  UnitAbolished: happens<{ unitId: string }>({
    touches: () => ["end"],
    says: ({ effectiveOn }) =>
      say(
        `Giải thể cơ quan, đơn vị từ ngày ${viDay(effectiveOn)}.`,
        `The unit was abolished, from ${enDay(effectiveOn)}.`,
      ),
    on,
    changes: (_unit, data) => ended("ABOLISHED", data, []),
  }),
  /** What was entered wrongly was so all along. `name`: in the place of the one recorded last. */
  UnitAmended: corrects<UnitChanges>({
    touches: ({ changes: { name, functions } }) => [
      "record",
      ...(name === undefined ? [] : ["name"]),
      ...(functions ?? []),
    ],
    says: say("Đính chính hồ sơ cơ quan, đơn vị.", "The record of the unit was corrected."),
    changes: (unit, { changes: { name, functions, ...changes } }) => ({
      ...changes,
      ...(name === undefined ? {} : { names: lastNamed(unit.names, name) }),
      ...(functions === undefined ? {} : { functions: begunWith(unit, functions) }),
    }),
  }),
  UnitEntryTakenBack: takesBack({ of: (data) => data.of ?? [] }),
  /** `from` is the day from which the parent holds that was entered wrongly. */
  UnitParentCorrected: ofRecord.happens<{ from: LocalDate; parentId: string | null }>({
    touches: () => ["parent"],
    says: ({ from }) =>
      say(
        `Đính chính đơn vị cấp trên từ ngày ${viDay(from)}.`,
        `It was corrected under which unit it stands from ${enDay(from)} on.`,
      ),
    corrects: true,
    about: ({ parentId }) => ({ once: some("Unit", parentId) }),
    changes: ({ parents }, { from, parentId }) => {
      const wrong = parents.findLastIndex((one) => one.from === from);
      return { parents: parents.map((one, index) => (index === wrong ? { parentId, from } : one)) };
    },
  }),
  UnitFunctionMoved: happens<{ function: UnitFunction; fromId: string; toId: string }>({
    touches: ({ function: moved }) => [moved],
    says: ({ function: moved, effectiveOn }) => {
      const { vi, en } = termWords(UNIT_FUNCTIONS, moved);
      return say(
        `Chuyển chức năng quản lý nhà nước về ${vi} sang cơ quan khác từ ngày ${viDay(effectiveOn)}.`,
        `The function of state management of ${en} moved to another unit, from ${enDay(effectiveOn)}.`,
      );
    },
    on,
    of: ({ fromId, toId }) => [fromId, toId],
    changes: ({ unitId, functions }, { function: moved, fromId, toId, effectiveOn }) => ({
      functions:
        unitId === fromId
          ? functions.map((one) => (one.held === moved && one.to === null ? { ...one, to: effectiveOn, toId } : one))
          : [...functions, { held: moved, from: effectiveOn, to: null }],
    }),
  }),
  /** `receivers`: those in which it was to go on, each with the last day on which it took in another one. */
  UnitSuccessionTakenBack: ofRecord.happens<{
    receivers: readonly { readonly unitId: string; readonly tookInOn: LocalDate | null }[];
  }>({
    stays: say("Nếu hủy nhầm thì ghi lại việc đó.", "If this was in error, enter it again."),
    says: say(
      "Hủy việc hợp nhất, sáp nhập, chia, tách đã nhập nhầm: đơn vị vẫn hoạt động.",
      "A merger or split that was entered in error was taken back: the unit is still there.",
    ),
    corrects: true,
    of: ({ unitId, receivers }) => [unitId, ...receivers.map((one) => one.unitId)],
    changes: (unit, { unitId, receivers }) =>
      unit.unitId === unitId
        ? NO_END
        : { tookInOn: receivers.find((one) => one.unitId === unit.unitId)?.tookInOn ?? null },
  }),
  UnitCalendarIssued: ofRecord.happens<UnitCalendar>({
    stays: say("Lịch đã cấp nhầm thì thu hồi.", "A calendar that was issued in error is withdrawn."),
    says: say("Cấp đường dẫn lịch việc đến hạn.", "A calendar of what is due was issued."),
    changes: ({ calendars }, { unitId: _, ...calendar }) => ({ calendars: [...calendars, calendar] }),
  }),
  UnitCalendarWithdrawn: ofRecord.happens<{ calendarId: string }>({
    stays: say("Lịch đã thu hồi nhầm thì cấp lịch khác.", "For one that was withdrawn in error another is issued."),
    says: say("Thu hồi đường dẫn lịch việc đến hạn.", "A calendar of what is due was withdrawn."),
    changes: ({ calendars }, { calendarId }) => ({
      calendars: calendars.filter((one) => one.calendarId !== calendarId),
    }),
  }),
};

export type UnitEvent = EventsOf<typeof unitEvents>;

export const unitHistory = history({
  kind: "Unit",
  category: "unitRegister",
  register: "province",
  timeline: "REGISTER",
  id: "unitId",
  words: say("cơ quan, đơn vị", "unit"),
  events: unitEvents,
  blank: BLANK,
});
