import { eventsOf, type EventsOf, history } from "../kernel/history.js";
import { some } from "../kernel/links.js";
import { blankOf, type DataOf } from "../kernel/fields.js";
import type { Change } from "../kernel/registerFields.js";
import { lastNamed, type LocalDate } from "../kernel/time.js";
import { enDay, say, viDay } from "../kernel/words.js";
import { liftedBy, NO_END } from "./life.js";
import {
  BLANK,
  type NewPressAgency,
  type PressAgency,
  type PressAgencyChanges,
  type SUSPENDED,
  SUSPENSION,
} from "./pressAgency.js";

const { begins, corrects, happens, takesBack } = eventsOf<PressAgency, { readonly agencyId: string }>();

const onThatDay = ({ effectiveOn }: Change): LocalDate => effectiveOn;

/** What a change rests on (căn cứ). */
const based = (
  { changes }: PressAgency,
  on: LocalDate,
  { legalBasis }: Pick<Change, "legalBasis">,
): Pick<PressAgency, "changes"> => ({ changes: [...changes, { on, legalBasis }] });

/** What can have happened to a press agency. */
export const pressAgencyEvents = {
  PressAgencyRegistered: begins<NewPressAgency>({
    stays: say(
      "Cơ quan báo chí đăng ký nhầm thì đính chính, hoặc ghi chấm dứt hoạt động.",
      "A press agency registered in error is corrected, or closed.",
    ),
    says: ({ name, registeredOn }) =>
      say(
        `Ghi nhận cơ quan báo chí từ ngày ${viDay(registeredOn)}: ${name}.`,
        `A press agency was registered, from ${enDay(registeredOn)}: ${name}.`,
      ),
    on: "registeredOn",
    begins: ({ name, ...agency }) => ({ ...BLANK, ...agency, names: [{ name, from: agency.registeredOn }] }),
  }),
  PressAgencyRenamed: happens<{ name: string } & Change>({
    touches: () => ["name"],
    says: ({ name, effectiveOn }) =>
      say(
        `Đổi tên cơ quan báo chí từ ngày ${viDay(effectiveOn)} thành: ${name}.`,
        `The press agency was renamed, from ${enDay(effectiveOn)}: ${name}.`,
      ),
    on: onThatDay,
    changes: (agency, { name, effectiveOn, ...more }) => ({
      names: [...agency.names, { name, from: effectiveOn }],
      ...based(agency, effectiveOn, more),
    }),
  }),
  /** `until` is the last day of the suspension; null: until further notice. */
  PressAgencySuspended: happens<DataOf<typeof SUSPENDED>>({
    touches: () => ["suspension"],
    says: ({ from, until }) =>
      until === null
        ? say(
            `Đình bản, tạm đình chỉ hoạt động từ ngày ${viDay(from)}, chưa định ngày kết thúc.`,
            `The press agency was suspended from ${enDay(from)} until further notice.`,
          )
        : say(
            `Đình bản, tạm đình chỉ hoạt động từ ngày ${viDay(from)} đến hết ngày ${viDay(until)}.`,
            `The press agency was suspended from ${enDay(from)} to ${enDay(until)}.`,
          ),
    on: "from",
    changes: (agency, { agencyId: _, ...suspended }) => ({
      suspensions: [...agency.suspensions, { ...blankOf(SUSPENSION), ...suspended }],
      ...based(agency, suspended.from, suspended),
    }),
  }),
  PressAgencyReinstated: happens<Change>({
    touches: () => ["suspension"],
    says: ({ effectiveOn }) =>
      say(
        `Cơ quan báo chí hoạt động trở lại từ ngày ${viDay(effectiveOn)}.`,
        `The press agency was reinstated from ${enDay(effectiveOn)}.`,
      ),
    on: onThatDay,
    changes: (agency, { effectiveOn, legalBasis }) => {
      const lifted = liftedBy(agency.suspensions, effectiveOn);
      return {
        suspensions: agency.suspensions.map((one) =>
          one === lifted ? { ...one, liftedOn: effectiveOn, liftingBasis: legalBasis } : one,
        ),
        ...based(agency, effectiveOn, { legalBasis }),
      };
    },
  }),
  PressAgencyMerged: happens<{ intoId: string; intoName: string } & Change>({
    stays: say("Việc sáp nhập được hủy bằng lệnh riêng.", "A merger is reversed by a command of its own."),
    says: ({ intoName, effectiveOn }) =>
      say(
        `Sáp nhập vào ${intoName} từ ngày ${viDay(effectiveOn)}.`,
        `The press agency was merged into ${intoName}, from ${enDay(effectiveOn)}.`,
      ),
    on: onThatDay,
    about: ({ intoId }) => ({ add: { into: some("PressAgency", intoId) } }),
    changes: (agency, { intoId, intoName, effectiveOn, ...more }) => ({
      endsOn: effectiveOn,
      ending: "MERGED",
      mergedIntoId: intoId,
      mergedIntoName: intoName,
      ...based(agency, effectiveOn, more),
    }),
  }),
  /** What was entered wrongly was so all along. `name`: in the place of the one recorded last. */
  PressAgencyAmended: corrects<PressAgencyChanges>({
    touches: ({ changes: { name } }) => ["record", ...(name === undefined ? [] : ["name"])],
    says: say("Đính chính hồ sơ cơ quan báo chí.", "The record of the press agency was corrected."),
    changes: ({ names }, { changes: { name, ...changes } }) => ({
      ...changes,
      ...(name === undefined ? {} : { names: lastNamed(names, name) }),
    }),
  }),
  PressAgencyEntryTakenBack: takesBack(),
  PressAgencyClosed: happens<Change>({
    touches: () => ["end"],
    says: ({ effectiveOn }) =>
      say(
        `Cơ quan báo chí chấm dứt hoạt động từ ngày ${viDay(effectiveOn)}.`,
        `The press agency was closed, from ${enDay(effectiveOn)}.`,
      ),
    on: onThatDay,
    changes: (agency, { effectiveOn, ...more }) => ({
      endsOn: effectiveOn,
      ending: "CLOSED",
      ...based(agency, effectiveOn, more),
    }),
  }),
  PressAgencyMergerTakenBack: happens({
    stays: say("Nếu hủy nhầm thì ghi lại việc đó.", "If this was in error, enter it again."),
    says: say(
      "Hủy việc sáp nhập đã nhập nhầm: cơ quan báo chí vẫn hoạt động.",
      "A merger that was entered in error was taken back: the press agency is still there.",
    ),
    corrects: true,
    about: () => ({ set: { into: [] } }),
    changes: ({ endsOn, changes }) => {
      // Of that day's changes the end is the last: nothing is recorded for a day on which it is no more.
      const end = changes.findLastIndex(({ on }) => on === endsOn);
      return { ...NO_END, changes: changes.filter((_, at) => at !== end) };
    },
  }),
};

export type PressAgencyEvent = EventsOf<typeof pressAgencyEvents>;

export const pressAgencyHistory = history({
  kind: "PressAgency",
  category: "pressAgency",
  timeline: "REGISTER",
  id: "agencyId",
  words: say("cơ quan báo chí", "press agency"),
  events: pressAgencyEvents,
  blank: BLANK,
});
